#include "wording/filewords.h"

#include "base/date.h"
#include "wording/sentences.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::wording {
namespace {

using Sureness = FileFinding::Sureness;

constexpr int kSure = 90;

QString say(const char* text)
{
    return QCoreApplication::translate("FileWords", text);
}

struct Word {
    const char* value;
    const char* words;
};

constexpr Word kWords[] = {
    {"comma", QT_TRANSLATE_NOOP("FileWords", "Comma")},
    {"semicolon", QT_TRANSLATE_NOOP("FileWords", "Semicolon")},
    {"tab", QT_TRANSLATE_NOOP("FileWords", "Tab")},
    {"pipe", QT_TRANSLATE_NOOP("FileWords", "Vertical bar")},
    {"space", QT_TRANSLATE_NOOP("FileWords", "Space")},
    {"utf-8", QT_TRANSLATE_NOOP("FileWords", "UTF-8")},
    {"utf-16le", QT_TRANSLATE_NOOP("FileWords", "UTF-16 LE")},
    {"utf-16be", QT_TRANSLATE_NOOP("FileWords", "UTF-16 BE")},
    {"windows-1252", QT_TRANSLATE_NOOP("FileWords", "Windows (Western)")},
    {"latin-1", QT_TRANSLATE_NOOP("FileWords", "Latin-1")},
    {"dmy", QT_TRANSLATE_NOOP("FileWords", "Day first")},
    {"mdy", QT_TRANSLATE_NOOP("FileWords", "Month first")},
    {"ymd", QT_TRANSLATE_NOOP("FileWords", "Year first")},
};

QString inWords(const QString& value)
{
    for (const Word& word : kWords)
        if (value == QLatin1StringView(word.value)) return say(word.words);
    return value;
}

Sureness surenessOf(const model::FileGuess& guess)
{
    if (guess.told) return Sureness::Told;
    if (guess.confidence == 0) return Sureness::Asked;
    return guess.confidence >= kSure ? Sureness::Sure : Sureness::Likely;
}

FileFinding finding(const QString& setting, const QString& label, const model::FileGuess& guess)
{
    FileFinding made{setting, label, inWords(guess.value), guess.example, guess.shown, surenessOf(guess)};
    if (made.sureness == Sureness::Asked) made.value.clear();
    return made;
}

QString longDate(const QString& iso)
{
    const auto date = parseDate(iso);
    return date ? QLocale().toString(*date, u"d MMMM yyyy"_s) : iso;
}

FileFinding sheetOf(const model::FileSniff& sniff)
{
    FileFinding sheet{u"sheet"_s, say(QT_TRANSLATE_NOOP("FileWords", "Sheet")), sniff.sheet, {}, {}, {}};
    if (sniff.sheets.size() > 1) sheet.sureness = Sureness::Likely;
    return sheet;
}

/// Of a text file: what is shown is read as it is shown.
QList<FileFinding> formOf(const model::FileSniff& sniff)
{
    FileFinding encoding =
        finding(u"encoding"_s, say(QT_TRANSLATE_NOOP("FileWords", "Characters")), sniff.encoding);
    encoding.read.clear();
    FileFinding delimiter =
        finding(u"delimiter"_s, say(QT_TRANSLATE_NOOP("FileWords", "Separator")), sniff.delimiter);
    delimiter.written = sniff.delimiter.shown;
    delimiter.read.clear();
    return {encoding, delimiter};
}

FileFinding headerOf(const model::FileSniff& sniff)
{
    FileFinding header =
        finding(u"headerRow"_s, say(QT_TRANSLATE_NOOP("FileWords", "Headings")), sniff.header);
    header.value = sniff.header.value == "none"_L1
                       ? say(QT_TRANSLATE_NOOP("FileWords", "none"))
                       : say(QT_TRANSLATE_NOOP("FileWords", "row %1")).arg(sniff.header.value);
    header.written.clear();
    header.read.clear();
    return header;
}

FileFinding decimalsOf(const model::FileSniff& sniff)
{
    FileFinding decimals =
        finding(u"decimals"_s, say(QT_TRANSLATE_NOOP("FileWords", "Decimals")), sniff.decimals);
    if (decimals.sureness == Sureness::Asked) return decimals;
    decimals.value = sniff.decimals.value == "comma"_L1
                         ? say(QT_TRANSLATE_NOOP("FileWords", "after a comma"))
                         : say(QT_TRANSLATE_NOOP("FileWords", "after a point"));
    return decimals;
}

} // namespace

QList<FileFinding> findingsOf(const model::FileSniff& sniff)
{
    QList<FileFinding> findings;
    if (sniff.spreadsheet)
        findings += sheetOf(sniff);
    else
        findings += formOf(sniff);
    findings += headerOf(sniff);
    if (!sniff.decimals.example.isEmpty()) findings += decimalsOf(sniff);
    if (sniff.dates.example.isEmpty()) return findings;
    FileFinding dates = finding(u"dates"_s, say(QT_TRANSLATE_NOOP("FileWords", "Dates")), sniff.dates);
    dates.read = longDate(dates.read);
    findings += dates;
    return findings;
}

QString surenessWord(Sureness sureness)
{
    switch (sureness) {
    case Sureness::Told:
        return say(QT_TRANSLATE_NOOP("FileWords", "as you said"));
    case Sureness::Sure:
        return say(QT_TRANSLATE_NOOP("FileWords", "found"));
    case Sureness::Likely:
        return say(QT_TRANSLATE_NOOP("FileWords", "probably"));
    case Sureness::Asked:
        return say(QT_TRANSLATE_NOOP("FileWords", "please say"));
    }
    return {};
}

QString columnKind(model::FieldType type)
{
    switch (type) {
    case model::FieldType::Number:
        return say(QT_TRANSLATE_NOOP("FileWords", "number"));
    case model::FieldType::Money:
        return say(QT_TRANSLATE_NOOP("FileWords", "amount"));
    case model::FieldType::Date:
        return say(QT_TRANSLATE_NOOP("FileWords", "date"));
    case model::FieldType::Instant:
        return say(QT_TRANSLATE_NOOP("FileWords", "date and time"));
    case model::FieldType::Boolean:
        return say(QT_TRANSLATE_NOOP("FileWords", "yes or no"));
    default:
        return say(QT_TRANSLATE_NOOP("FileWords", "text"));
    }
}

QString outcomeInFile(std::optional<model::Outcome> outcome)
{
    if (!outcome) return say(QT_TRANSLATE_NOOP("FileWords", "ended earlier"));
    switch (*outcome) {
    case model::Outcome::Created:
        return say(QT_TRANSLATE_NOOP("FileWords", "created"));
    case model::Outcome::Updated:
        return say(QT_TRANSLATE_NOOP("FileWords", "changed"));
    case model::Outcome::Unchanged:
        return say(QT_TRANSLATE_NOOP("FileWords", "in step already"));
    case model::Outcome::Skipped:
        return say(QT_TRANSLATE_NOOP("FileWords", "left out"));
    case model::Outcome::Held:
        return say(QT_TRANSLATE_NOOP("FileWords", "held"));
    case model::Outcome::Failed:
        return say(QT_TRANSLATE_NOOP("FileWords", "failed"));
    case model::Outcome::Uncertain:
        return say(QT_TRANSLATE_NOOP("FileWords", "being checked"));
    }
    return {};
}

QString reasonInFile(const Error& error)
{
    const Sentence sentence = sentenceFor(error);
    QStringList parts;
    for (const QString& part : {sentence.what, sentence.why, sentence.fix})
        if (!part.isEmpty() && !parts.contains(part)) parts += part;
    return parts.join(u' ');
}

} // namespace tieout::wording
