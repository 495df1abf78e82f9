#include "connectors/files/filesettings.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

template<class T>
struct Word {
    const char* word;
    T value;
};

constexpr std::array kEncodings{
    Word<TextEncoding>{"auto", TextEncoding::Auto},
    Word<TextEncoding>{"utf-8", TextEncoding::Utf8},
    Word<TextEncoding>{"utf-16le", TextEncoding::Utf16Le},
    Word<TextEncoding>{"utf-16be", TextEncoding::Utf16Be},
    Word<TextEncoding>{"windows-1252", TextEncoding::Windows1252},
    Word<TextEncoding>{"latin-1", TextEncoding::Latin1},
};
constexpr std::array kMarks{
    Word<DecimalMark>{"auto", DecimalMark::Auto},
    Word<DecimalMark>{"point", DecimalMark::Point},
    Word<DecimalMark>{"comma", DecimalMark::Comma},
};
constexpr std::array kOrders{
    Word<DateOrder>{"auto", DateOrder::Auto},
    Word<DateOrder>{"ymd", DateOrder::YearMonthDay},
    Word<DateOrder>{"dmy", DateOrder::DayMonthYear},
    Word<DateOrder>{"mdy", DateOrder::MonthDayYear},
};
constexpr std::array kTypes{
    Word<FieldType>{"text", FieldType::Text},       Word<FieldType>{"number", FieldType::Number},
    Word<FieldType>{"money", FieldType::Money},     Word<FieldType>{"date", FieldType::Date},
    Word<FieldType>{"instant", FieldType::Instant}, Word<FieldType>{"boolean", FieldType::Boolean},
};
constexpr std::array kDelimiters{
    Word<char>{"auto", 0},   Word<char>{"comma", ','}, Word<char>{"semicolon", ';'},
    Word<char>{"tab", '\t'}, Word<char>{"pipe", '|'},  Word<char>{"space", ' '},
};
constexpr std::array kQuotes{
    Word<char>{"double", '"'},
    Word<char>{"single", '\''},
    Word<char>{"none", 0},
};
constexpr std::array kSwitches{
    Word<bool>{"yes", true},
    Word<bool>{"no", false},
    Word<bool>{"true", true},
    Word<bool>{"false", false},
};

tl::unexpected<Error> refuse(const QString& setting, const QString& value)
{
    return fail(ErrorKind::BadConfig, u"file.setting"_s, u"%1 = \"%2\""_s.arg(setting, value),
                {setting, value});
}

/// One reader for all settings that are words; empty leaves the default.
class WordReader final
{
  public:
    explicit WordReader(const QHash<QString, QString>& settings)
        : m_settings(settings)
    {
    }
    template<class T, size_t N>
    bool take(const QString& name, const std::array<Word<T>, N>& words, T& into)
    {
        const QString text = m_settings.value(name).trimmed().toLower();
        if (text.isEmpty()) return true;
        for (const auto& word : words) {
            if (text == QLatin1StringView(word.word)) {
                into = word.value;
                return true;
            }
        }
        m_refused = name;
        return false;
    }
    [[nodiscard]] const QString& refused() const { return m_refused; }

  private:
    const QHash<QString, QString>& m_settings;
    QString m_refused;
};

template<class T, size_t N>
QString wordIn(const std::array<Word<T>, N>& words, T value)
{
    for (const auto& word : words) {
        if (word.value == value) return QString::fromLatin1(word.word);
    }
    return {};
}

QStringList listOf(const QString& text)
{
    QStringList list;
    for (const QString& part : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList items =
            text.contains(u'\n') ? QStringList{part} : part.split(u',', Qt::SkipEmptyParts);
        for (const QString& item : items) {
            if (!item.trimmed().isEmpty()) list += item.trimmed();
        }
    }
    return list;
}

std::optional<FieldType> typeOf(const QString& word)
{
    for (const auto& known : kTypes) {
        if (word.trimmed().toLower() == QLatin1StringView(known.word)) return known.value;
    }
    return std::nullopt;
}

Result<void> takeTypes(const QString& text, FileSettings& into)
{
    for (const QString& item : listOf(text)) {
        const qsizetype mark = item.lastIndexOf(u'=');
        const auto type = mark > 0 ? typeOf(item.mid(mark + 1)) : std::nullopt;
        if (!type) return refuse(u"types"_s, item);
        into.types.insert(item.left(mark).trimmed(), *type);
    }
    return {};
}

Result<void> takeColumns(const QString& text, FileSettings& into)
{
    for (const QString& item : listOf(text)) {
        const qsizetype mark = item.lastIndexOf(u'=');
        model::Field field;
        field.name = (mark > 0 ? item.left(mark) : item).trimmed();
        field.label = field.name;
        if (mark > 0) {
            const auto type = typeOf(item.mid(mark + 1));
            if (!type) return refuse(u"columns"_s, item);
            field.type = *type;
        }
        into.columns += field;
    }
    return {};
}

bool takeDelimiter(const QString& text, char& into)
{
    if (text.isEmpty()) return true;
    for (const auto& word : kDelimiters) {
        if (text.trimmed().toLower() == QLatin1StringView(word.word)) {
            into = word.value;
            return true;
        }
    }
    const char16_t unit = text.size() == 1 ? text[0].unicode() : 0;
    const bool letter =
        (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
    if (unit == 0 || unit > 126 || letter || unit == '"' || unit == '\n' || unit == '\r') return false;
    into = char(unit);
    return true;
}

bool takeHeader(const QString& text, int& into)
{
    const QString word = text.trimmed().toLower();
    if (word.isEmpty() || word == u"auto"_s) return true;
    bool isNumber = false;
    into = word == u"none"_s ? 0 : word.toInt(&isNumber);
    return word == u"none"_s || (isNumber && into > 0 && into <= 1000);
}

} // namespace

Result<FileSettings> FileSettings::from(const QHash<QString, QString>& settings)
{
    FileSettings out;
    out.path = QDir::cleanPath(settings.value(u"path"_s).trimmed());
    if (out.path.isEmpty() || !QFileInfo(out.path).isAbsolute())
        return refuse(u"path"_s, settings.value(u"path"_s));
    out.isFolder = settings.value(u"kind"_s) == u"folder"_s || QFileInfo(out.path).isDir();
    out.pattern = settings.value(u"pattern"_s).trimmed();
    if (out.pattern.isEmpty()) out.pattern = u"*.csv *.tsv *.txt *.xlsx"_s;
    if (out.pattern.contains(u'/') || out.pattern.contains(u'\\')) return refuse(u"pattern"_s, out.pattern);
    out.sheet = settings.value(u"sheet"_s);
    out.keyColumns = listOf(settings.value(u"keyColumns"_s));
    if (!takeHeader(settings.value(u"headerRow"_s), out.headerRow))
        return refuse(u"headerRow"_s, settings.value(u"headerRow"_s));
    if (!takeDelimiter(settings.value(u"delimiter"_s), out.delimiter))
        return refuse(u"delimiter"_s, settings.value(u"delimiter"_s));
    WordReader words(settings);
    const bool good =
        words.take(u"encoding"_s, kEncodings, out.encoding) &&
        words.take(u"decimals"_s, kMarks, out.decimals) && words.take(u"dates"_s, kOrders, out.dates) &&
        words.take(u"quote"_s, kQuotes, out.quote) && words.take(u"moveDone"_s, kSwitches, out.moveDone) &&
        words.take(u"byteOrderMark"_s, kSwitches, out.byteOrderMark);
    if (!good) return refuse(words.refused(), settings.value(words.refused()));
    if (out.quote && out.quote == out.delimiter)
        return refuse(u"delimiter"_s, settings.value(u"delimiter"_s));
    if (const Result<void> taken = takeTypes(settings.value(u"types"_s), out); !taken)
        return tl::unexpected(taken.error());
    if (const Result<void> taken = takeColumns(settings.value(u"columns"_s), out); !taken)
        return tl::unexpected(taken.error());
    return out;
}

QString wordOf(TextEncoding encoding)
{
    return wordIn(kEncodings, encoding);
}

QString wordOf(DecimalMark mark)
{
    return wordIn(kMarks, mark);
}

QString wordOf(DateOrder order)
{
    return wordIn(kOrders, order);
}

QString wordOfDelimiter(char delimiter)
{
    const QString word = wordIn(kDelimiters, delimiter);
    return word.isEmpty() ? QString(QLatin1Char(delimiter)) : word;
}

} // namespace tieout::connectors
