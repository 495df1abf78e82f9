#include "connectors/rest/reading/wirevalue.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cstring>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Value;

namespace {

constexpr size_t kLongestDate = 48;

/// A short ASCII text as UTF-16 on the stack; dates need no heap.
class ShortText final
{
  public:
    explicit ShortText(std::string_view text)
    {
        if (text.size() > m_units.size()) return;
        for (size_t i = 0; i < text.size(); ++i)
            m_units[i] = char16_t(static_cast<unsigned char>(text[i]));
        m_size = text.size();
    }
    [[nodiscard]] QStringView view() const { return {m_units.data(), qsizetype(m_size)}; }

  private:
    std::array<char16_t, kLongestDate> m_units;
    size_t m_size = 0;
};

Value plainText(std::string_view text)
{
    QString result = QString::fromUtf8(text.data(), qsizetype(text.size()));
    if (std::memchr(text.data(), 0, text.size())) result.remove(QChar(0)); // exported data does hold NUL
    return result.isEmpty() ? Value() : Value(std::move(result));
}

std::optional<Value> dateFrom(QStringView text)
{
    if (text.startsWith(u"/Date(")) {
        const auto instant = parseMicrosoftDate(text);
        return instant ? std::optional<Value>(utcDate(*instant)) : std::nullopt;
    }
    // A document date with a midnight behind it is still that day.
    if (text.size() > 10 && text[10] == u'T') text = text.first(10);
    const Result<Date> date = parseDate(text);
    return date ? std::optional<Value>(*date) : std::nullopt;
}

std::optional<Value> instantFrom(QStringView text)
{
    if (text.startsWith(u"/Date(")) {
        const auto instant = parseMicrosoftDate(text);
        return instant ? std::optional<Value>(*instant) : std::nullopt;
    }
    const Result<Instant> instant = parseInstant(text);
    return instant ? std::optional<Value>(*instant) : std::nullopt;
}

std::optional<Value> typed(std::string_view text, FieldType type)
{
    switch (type) {
    case FieldType::Date:
        return dateFrom(ShortText(text).view());
    case FieldType::Instant:
        return instantFrom(ShortText(text).view());
    case FieldType::Number:
    case FieldType::Money: {
        const Result<Decimal> number = Decimal::parse(text);
        return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case FieldType::Boolean:
        if (text == "true") return Value(true);
        if (text == "false") return Value(false);
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

bool isJsonNumber(std::string_view token)
{
    size_t at = !token.empty() && token[0] == '-' ? 1 : 0;
    const auto digits = [&] {
        const size_t start = at;
        while (at < token.size() && token[at] >= '0' && token[at] <= '9')
            ++at;
        return at > start;
    };
    if (!digits()) return false;
    if (at < token.size() && token[at] == '.') {
        ++at;
        if (!digits()) return false;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
        if (!digits()) return false;
    }
    return at == token.size();
}

} // namespace

Value wireText(std::string_view text, FieldType type)
{
    if (text.empty()) return {};
    if (type != FieldType::Text) {
        std::optional<Value> value = typed(text, type);
        if (value) return std::move(*value);
    }
    return plainText(text);
}

Value wireNumber(std::string_view token, FieldType type)
{
    if (!isJsonNumber(token)) return {};
    if (type == FieldType::Text || type == FieldType::Enum || type == FieldType::Id) return plainText(token);
    const Result<Decimal> number = Decimal::parse(token);
    return number ? Value(*number) : plainText(token);
}

QString wireInstant(Instant instant, InstantFormat format)
{
    const qint64 ms = msSinceEpoch(instant);
    switch (format) {
    case InstantFormat::IsoMilliseconds:
        return formatInstant(instant);
    case InstantFormat::IsoSeconds:
        return formatInstantSeconds(instant);
    case InstantFormat::IsoLocal:
        return formatInstantSeconds(instant).chopped(1);
    case InstantFormat::Date:
        return formatDate(utcDate(instant));
    case InstantFormat::HttpDate:
        return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC),
                                     u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    case InstantFormat::UnixSeconds:
        return QString::number(ms / 1000);
    case InstantFormat::UnixMilliseconds:
        return QString::number(ms);
    }
    return {};
}

} // namespace tieout::connectors
