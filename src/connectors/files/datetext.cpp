#include "connectors/files/datetext.h"

namespace tieout::connectors {

namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kMonthRests[] = {"uary", "ruary", "ch",     "il",   "",      "e",
                                            "y",    "ust",   "tember", "ober", "ember", "ember"};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? char(byte + 32) : byte;
}

/// Reads a text from the left.
class Reader final
{
  public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }
    [[nodiscard]] char peek() const { return m_text.empty() ? '\0' : m_text.front(); }
    [[nodiscard]] std::string_view rest() const { return m_text; }
    void skip(size_t count = 1) { m_text.remove_prefix(std::min(count, m_text.size())); }
    void skipBlanks()
    {
        while (peek() == ' ')
            skip();
    }
    /// Digits and how many; a number of more than eight is none.
    [[nodiscard]] int number(int* digits)
    {
        int value = 0;
        *digits = 0;
        for (; isDigit(peek()) && *digits < 9; skip(), ++*digits)
            value = value * 10 + (peek() - '0');
        return value;
    }
    /// 1…12 of an English name or its first three letters, else 0.
    [[nodiscard]] int month()
    {
        size_t length = 0;
        char name[12] = {};
        while (length < m_text.size() && length < 10 && lower(m_text[length]) >= 'a' &&
               lower(m_text[length]) <= 'z') {
            name[length] = lower(m_text[length]);
            ++length;
        }
        const std::string_view word(name, length);
        for (int i = 0; i < 12; ++i) {
            const bool whole =
                word.size() > 3 && word.substr(0, 3) == kMonths[i] && word.substr(3) == kMonthRests[i];
            if (word != kMonths[i] && !whole && !(i == 8 && word == "sept")) continue;
            skip(length);
            if (peek() == '.') skip();
            return i + 1;
        }
        return 0;
    }

  private:
    std::string_view m_text;
};

/// Two digits are of 1980…2079.
int fullYear(int year, int digits)
{
    if (digits > 2) return year;
    return year < 80 ? 2000 + year : 1900 + year;
}

bool isSeparator(char byte)
{
    return byte == '-' || byte == '/' || byte == '.' || byte == ' ';
}

std::optional<DateParts> finished(DateParts parts, Reader& reader)
{
    const std::string_view rest = reader.rest();
    if (!rest.empty() && rest.front() != ' ' && rest.front() != 'T' && rest.front() != ',')
        return std::nullopt;
    if (!rest.empty() && !timeOfDay(rest)) return std::nullopt;
    parts.time = rest;
    return parts;
}

/// "2026-11-21", "2026/11/21", "20261121"
std::optional<DateParts> yearFirst(Reader& reader, int first, int digits)
{
    DateParts parts;
    if (digits == 8) {
        parts.year = first / 10'000;
        parts.month = first / 100 % 100;
        parts.day = first % 100;
        const bool likely = parts.year >= 1900 && parts.year <= 2199 && parts.month >= 1 && parts.month <= 12;
        return likely && reader.atEnd() ? std::optional(parts) : std::nullopt;
    }
    const char separator = reader.peek();
    if (!isSeparator(separator) || separator == ' ') return std::nullopt;
    reader.skip();
    parts.year = first;
    parts.month = reader.number(&digits);
    if (digits < 1 || digits > 2 || reader.peek() != separator) return std::nullopt;
    reader.skip();
    parts.day = reader.number(&digits);
    if (digits < 1 || digits > 2) return std::nullopt;
    parts.month = std::max(parts.month, 0) == 0 ? 99 : parts.month; // month 0 is impossible, not unknown
    return finished(parts, reader);
}

/// "Nov 21, 2026"
std::optional<DateParts> monthNameFirst(Reader& reader)
{
    DateParts parts;
    int digits = 0;
    parts.month = reader.month();
    if (parts.month == 0) return std::nullopt;
    reader.skipBlanks();
    parts.day = reader.number(&digits);
    if (digits < 1 || digits > 2) return std::nullopt;
    if (reader.peek() == ',') reader.skip();
    reader.skipBlanks();
    parts.year = reader.number(&digits);
    return digits == 4 ? finished(parts, reader) : std::nullopt;
}

/// "21/11/2026", "11-21-26", "21 Nov 2026"
std::optional<DateParts> yearLast(Reader& reader, int first)
{
    DateParts parts;
    int digits = 0;
    const char separator = reader.peek();
    if (!isSeparator(separator)) return std::nullopt;
    reader.skip();
    if (separator == '.') reader.skipBlanks();
    if (isDigit(reader.peek())) {
        if (separator == ' ') return std::nullopt;
        parts.first = first;
        parts.second = reader.number(&digits);
        parts.dotted = separator == '.';
        if (digits > 2) return std::nullopt;
    } else {
        parts.day = first;
        parts.month = reader.month();
        if (parts.month == 0) return std::nullopt;
    }
    if (reader.peek() != separator && !(parts.month && isSeparator(reader.peek()))) return std::nullopt;
    reader.skip();
    if (separator == '.') reader.skipBlanks();
    parts.year = reader.number(&digits);
    if (digits != 2 && digits != 4) return std::nullopt;
    parts.year = fullYear(parts.year, digits);
    return finished(parts, reader);
}

/// "+01:00", "-0800"
std::optional<qint64> zoneOffset(Reader& reader)
{
    const int sign = reader.peek() == '-' ? -1 : 1;
    reader.skip();
    int digits = 0;
    int hours = reader.number(&digits);
    int minutes = 0;
    if (digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else {
        if (digits != 2) return std::nullopt;
        if (reader.peek() == ':') reader.skip();
        if (!reader.atEnd()) minutes = reader.number(&digits);
    }
    if (hours > 14 || minutes > 59) return std::nullopt;
    return sign * (hours * 60 + minutes) * 60'000LL;
}

} // namespace

std::optional<DateParts> datePartsOf(std::string_view text)
{
    constexpr size_t kLongest = 40;
    text = trimmed(text);
    if (text.size() < 6 || text.size() > kLongest) return std::nullopt;
    Reader reader(text);
    if (!isDigit(reader.peek())) return monthNameFirst(reader);
    int digits = 0;
    const int first = reader.number(&digits);
    if (digits == 4 || digits == 8) return yearFirst(reader, first, digits);
    if (digits > 2) return std::nullopt;
    return yearLast(reader, first);
}

Date dayOf(const DateParts& parts, DateOrder order)
{
    if (parts.isOrdered()) return {parts.year, parts.month, parts.day};
    if (parts.dotted || order == DateOrder::DayMonthYear) return {parts.year, parts.second, parts.first};
    if (order == DateOrder::MonthDayYear) return {parts.year, parts.first, parts.second};
    return parts.first == parts.second ? Date(parts.year, parts.first, parts.second) : Date();
}

std::optional<TimeOfDay> timeOfDay(std::string_view text)
{
    Reader reader(text);
    while (reader.peek() == ' ' || reader.peek() == 'T' || reader.peek() == ',')
        reader.skip();
    int digits = 0;
    int hours = reader.number(&digits);
    if (digits < 1 || digits > 2 || reader.peek() != ':') return std::nullopt;
    reader.skip();
    const int minutes = reader.number(&digits);
    if (digits != 2 || minutes > 59) return std::nullopt;
    TimeOfDay time;
    if (reader.peek() == ':') {
        reader.skip();
        const int seconds = reader.number(&digits);
        if (digits != 2 || seconds > 59) return std::nullopt;
        time.ms = seconds * 1000LL;
        if (reader.peek() == '.') {
            reader.skip();
            int scale = 100;
            for (; isDigit(reader.peek()); reader.skip(), scale /= 10)
                time.ms += qint64(reader.peek() - '0') * scale;
        }
    }
    reader.skipBlanks();
    if (const char half = lower(reader.peek()); half == 'a' || half == 'p') {
        if (hours < 1 || hours > 12) return std::nullopt;
        hours = hours % 12 + (half == 'p' ? 12 : 0);
        reader.skip();
        if (lower(reader.peek()) == 'm') reader.skip();
    }
    if (hours > 23) return std::nullopt;
    time.ms += (hours * 60 + minutes) * 60'000LL;
    if (reader.peek() == 'Z') {
        reader.skip();
    } else if (reader.peek() == '+' || reader.peek() == '-') {
        const auto offset = zoneOffset(reader);
        if (!offset) return std::nullopt;
        time.offsetMs = *offset;
    }
    return reader.atEnd() ? std::optional(time) : std::nullopt;
}

DateShape dateShape(std::string_view text)
{
    DateShape shape;
    const auto parts = datePartsOf(text);
    if (!parts) return shape;
    shape.isDate = true;
    if (const auto time = timeOfDay(parts->time)) shape.hasTime = time->ms != 0;
    shape.neutral = parts->isOrdered() || parts->dotted || parts->first == parts->second;
    shape.asDayFirst = dayOf(*parts, DateOrder::DayMonthYear).isValid();
    shape.asMonthFirst = dayOf(*parts, DateOrder::MonthDayYear).isValid();
    return shape;
}

} // namespace tieout::connectors
