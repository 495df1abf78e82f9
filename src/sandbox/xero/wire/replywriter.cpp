#include "sandbox/xero/wire/replywriter.h"

#include "sandbox/xero/organisation/guids.h"

#include <charconv>

namespace tieout::sandbox::xero {

namespace {

constexpr qint64 kMsPerDay = 86'400'000;
constexpr qint64 kEpochJulianDay = 2'440'588; // 1970-01-01

void appendUtf8(std::string& out, char32_t code)
{
    if (code < 0x800) {
        out.push_back(char(0xc0 | (code >> 6)));
    } else {
        if (code < 0x10000) {
            out.push_back(char(0xe0 | (code >> 12)));
        } else {
            out.push_back(char(0xf0 | (code >> 18)));
            out.push_back(char(0x80 | ((code >> 12) & 0x3f)));
        }
        out.push_back(char(0x80 | ((code >> 6) & 0x3f)));
    }
    out.push_back(char(0x80 | (code & 0x3f)));
}

void appendControl(std::string& out, char16_t unit)
{
    constexpr char kHex[] = "0123456789abcdef";
    switch (unit) {
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out.push_back(kHex[unit >> 4]);
        out.push_back(kHex[unit & 0xf]);
    }
}

void appendPadded(std::string& out, int value, int digits)
{
    char buffer[8];
    for (int index = digits; index-- > 0; value /= 10)
        buffer[index] = char('0' + value % 10);
    out.append(buffer, size_t(digits));
}

void appendDay(std::string& out, Date date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    appendPadded(out, year, 4);
    out.push_back('-');
    appendPadded(out, month, 2);
    out.push_back('-');
    appendPadded(out, day, 2);
}

} // namespace

void ReplyWriter::open(char bracket)
{
    comma();
    m_out.push_back(bracket);
    m_needsComma = false;
}

void ReplyWriter::openMember(std::string_view key, char bracket)
{
    name(key);
    m_out.push_back(bracket);
    m_needsComma = false;
}

void ReplyWriter::shut(char bracket)
{
    m_out.push_back(bracket);
    m_needsComma = true;
}

void ReplyWriter::comma()
{
    if (m_needsComma) m_out.push_back(',');
    m_needsComma = true;
}

void ReplyWriter::name(std::string_view key)
{
    comma();
    m_out.push_back('"');
    m_out += key;
    m_out += "\":";
}

void ReplyWriter::quoted(QStringView value)
{
    m_out.push_back('"');
    for (qsizetype index = 0; index < value.size(); ++index) {
        const char16_t unit = value[index].unicode();
        if (unit < 0x20) {
            appendControl(m_out, unit);
        } else if (unit < 0x80) {
            if (unit == '"' || unit == '\\') m_out.push_back('\\');
            m_out.push_back(char(unit));
        } else if (!QChar::isSurrogate(unit)) {
            appendUtf8(m_out, unit);
        } else if (QChar::isHighSurrogate(unit) && index + 1 < value.size() &&
                   value[index + 1].isLowSurrogate()) {
            appendUtf8(m_out, QChar::surrogateToUcs4(unit, value[++index].unicode()));
        } else {
            appendUtf8(m_out, QChar::ReplacementCharacter);
        }
    }
    m_out.push_back('"');
}

void ReplyWriter::number(qint64 value)
{
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    m_out.append(buffer, end);
}

void ReplyWriter::emptyArray(std::string_view key)
{
    name(key);
    m_out += "[]";
}

void ReplyWriter::text(std::string_view key, QStringView value)
{
    name(key);
    quoted(value);
}

void ReplyWriter::ascii(std::string_view key, std::string_view value)
{
    name(key);
    m_out.push_back('"');
    m_out += value;
    m_out.push_back('"');
}

void ReplyWriter::number(std::string_view key, const Decimal& value)
{
    name(key);
    m_digits.resize(0);
    value.appendTo(m_digits);
    m_out.append(m_digits.constData(), size_t(m_digits.size()));
}

void ReplyWriter::number(std::string_view key, qint64 value)
{
    name(key);
    number(value);
}

void ReplyWriter::flag(std::string_view key, bool value)
{
    name(key);
    m_out += value ? "true" : "false";
}

void ReplyWriter::guid(std::string_view key, const QUuid& value)
{
    name(key);
    m_out.push_back('"');
    appendGuid(m_out, value);
    m_out.push_back('"');
}

void ReplyWriter::day(std::string_view key, Date value)
{
    instant(key, instantFromMs((value.toJulianDay() - kEpochJulianDay) * kMsPerDay));
}

void ReplyWriter::stampDay(std::string_view key, Date value)
{
    stamp(key, instantFromMs((value.toJulianDay() - kEpochJulianDay) * kMsPerDay));
}

void ReplyWriter::dayText(std::string_view key, Date value)
{
    name(key);
    m_out.push_back('"');
    appendDay(m_out, value);
    m_out += "T00:00:00\"";
}

void ReplyWriter::plainDay(std::string_view key, Date value)
{
    name(key);
    m_out.push_back('"');
    appendDay(m_out, value);
    m_out.push_back('"');
}

void ReplyWriter::instant(std::string_view key, Instant value)
{
    name(key);
    m_out += "\"/Date(";
    number(msSinceEpoch(value));
    m_out += "+0000)/\"";
}

void ReplyWriter::stamp(std::string_view key, Instant value)
{
    name(key);
    m_out += "\"/Date(";
    number(msSinceEpoch(value));
    m_out += ")/\"";
}

void ReplyWriter::instantText(std::string_view key, Instant value)
{
    const qint64 ms = msSinceEpoch(value);
    const qint64 days = ms >= 0 ? ms / kMsPerDay : (ms + 1) / kMsPerDay - 1;
    const int inDay = int(ms - days * kMsPerDay);
    name(key);
    m_out.push_back('"');
    appendDay(m_out, Date::fromJulianDay(kEpochJulianDay + days));
    m_out.push_back('T');
    appendPadded(m_out, inDay / 3'600'000, 2);
    m_out.push_back(':');
    appendPadded(m_out, inDay / 60'000 % 60, 2);
    m_out.push_back(':');
    appendPadded(m_out, inDay / 1'000 % 60, 2);
    m_out.push_back('.');
    appendPadded(m_out, inDay % 1'000, 3);
    m_out += "Z\"";
}

void ReplyWriter::textItem(QStringView value)
{
    comma();
    quoted(value);
}

void ReplyWriter::raw(std::string_view json)
{
    if (json.empty()) return;
    comma();
    m_out += json;
}

QByteArray ReplyWriter::bytes() const
{
    return QByteArray(m_out.data(), qsizetype(m_out.size()));
}

void ReplyWriter::clear()
{
    m_out.clear();
    m_needsComma = false;
}

} // namespace tieout::sandbox::xero
