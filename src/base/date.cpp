#include "base/date.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace tieout {

namespace {

using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr qint64 kJulianDayOfEpoch = 2'440'588; // 1970-01-01

/// Reads fixed-width digits and marks; every step answers whether the text went as expected.
class Scanner final
{
  public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_next == m_text.size(); }
    [[nodiscard]] char16_t peek() const { return atEnd() ? u'\0' : m_text[m_next].unicode(); }

    [[nodiscard]] bool skip(char16_t mark)
    {
        if (peek() != mark) return false;
        ++m_next;
        return true;
    }

    [[nodiscard]] bool digits(int count, int& value)
    {
        value = 0;
        for (int i = 0; i < count; ++i) {
            if (!isDigit(peek())) return false;
            value = value * 10 + (peek() - u'0');
            ++m_next;
        }
        return true;
    }

    /// 1–`most` digits as a number; false when there is none or one too many.
    [[nodiscard]] bool number(int most, qint64& value)
    {
        value = 0;
        int count = 0;
        for (; isDigit(peek()) && count <= most; ++m_next, ++count)
            value = value * 10 + (peek() - u'0');
        return count > 0 && count <= most;
    }

    /// 1–9 digits after the point, cut to milliseconds.
    [[nodiscard]] bool fraction(int& ms)
    {
        ms = 0;
        int count = 0;
        for (; isDigit(peek()); ++m_next, ++count) {
            if (count < 3) ms = ms * 10 + (peek() - u'0');
        }
        for (int i = count; i < 3; ++i)
            ms *= 10;
        return count > 0 && count <= 9;
    }

  private:
    static bool isDigit(char16_t character) { return character >= u'0' && character <= u'9'; }

    QStringView m_text;
    qsizetype m_next = 0;
};

std::optional<sys_days> scanDay(Scanner& scanner)
{
    int year = 0;
    int month = 0;
    int day = 0;
    const bool read = scanner.digits(4, year) && scanner.skip(u'-') && scanner.digits(2, month) &&
                      scanner.skip(u'-') && scanner.digits(2, day);
    if (!read || year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok()) return std::nullopt;
    return sys_days(date);
}

std::optional<milliseconds> scanTime(Scanner& scanner)
{
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    int ms = 0;
    if (!scanner.digits(2, hours) || !scanner.skip(u':') || !scanner.digits(2, minutes)) return std::nullopt;
    if (scanner.skip(u':')) {
        if (!scanner.digits(2, seconds)) return std::nullopt;
        if (scanner.skip(u'.') && !scanner.fraction(ms)) return std::nullopt;
    }
    if (hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
    return std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
           milliseconds(ms);
}

/// "", "Z", "±hh:mm" or "±hhmm": what to take away from the local time.
std::optional<std::chrono::minutes> scanZone(Scanner& scanner)
{
    if (scanner.atEnd() || scanner.skip(u'Z')) return std::chrono::minutes(0);
    const bool west = scanner.skip(u'-');
    if (!west && !scanner.skip(u'+')) return std::nullopt;
    int hours = 0;
    int minutes = 0;
    if (!scanner.digits(2, hours)) return std::nullopt;
    const bool colon = scanner.skip(u':');
    if ((colon || !scanner.atEnd()) && !scanner.digits(2, minutes)) return std::nullopt;
    if (hours > 23 || minutes > 59) return std::nullopt;
    const std::chrono::minutes offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return west ? -offset : offset;
}

tl::unexpected<Error> notADate(const QString& code, QStringView text)
{
    const QString shown = text.left(40).toString();
    return fail(ErrorKind::RowRejected, code, u"not a valid date: \"%1\""_s.arg(shown), {shown});
}

void appendDigits(QString& out, int value, int width)
{
    char16_t digits[12];
    int count = 0;
    for (; count < width || value > 0; value /= 10)
        digits[count++] = char16_t(u'0' + value % 10);
    while (count > 0)
        out.append(QChar(digits[--count]));
}

enum class Fraction : quint8 { Milliseconds, None };

QString writeInstant(Instant instant, Fraction fraction)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    QString out;
    out.reserve(24);
    if (int(date.year()) < 0) out.append(u'-');
    appendDigits(out, std::abs(int(date.year())), 4);
    out.append(u'-');
    appendDigits(out, int(unsigned(date.month())), 2);
    out.append(u'-');
    appendDigits(out, int(unsigned(date.day())), 2);
    out.append(u'T');
    appendDigits(out, int(time.hours().count()), 2);
    out.append(u':');
    appendDigits(out, int(time.minutes().count()), 2);
    out.append(u':');
    appendDigits(out, int(time.seconds().count()), 2);
    if (fraction == Fraction::Milliseconds) {
        out.append(u'.');
        appendDigits(out, int(time.subseconds().count()), 3);
    }
    out.append(u'Z');
    return out;
}

} // namespace

Result<Date> parseDate(QStringView text)
{
    Scanner scanner(text);
    const auto day = scanDay(scanner);
    if (!day || !scanner.atEnd()) return notADate(u"date.syntax"_s, text);
    return Date::fromJulianDay(kJulianDayOfEpoch + day->time_since_epoch().count());
}

Result<Instant> parseInstant(QStringView text)
{
    Scanner scanner(text);
    const auto day = scanDay(scanner);
    if (!day || !scanner.skip(u'T')) return notADate(u"instant.syntax"_s, text);
    const auto time = scanTime(scanner);
    if (!time) return notADate(u"instant.syntax"_s, text);
    const auto offset = scanZone(scanner);
    if (!offset || !scanner.atEnd()) return notADate(u"instant.syntax"_s, text);
    return Instant(*day) + *time - *offset;
}

std::optional<Instant> parseMicrosoftDate(QStringView text)
{
    constexpr auto kStart = QStringView(u"/Date(");
    constexpr auto kEnd = QStringView(u")/");
    if (!text.startsWith(kStart) || !text.endsWith(kEnd) || text.size() < kStart.size() + kEnd.size()) {
        return std::nullopt;
    }
    Scanner scanner(text.sliced(kStart.size(), text.size() - kStart.size() - kEnd.size()));
    const bool before = scanner.skip(u'-');
    qint64 ms = 0;
    // 14 digits reach the year 5138. The offset says where it was written, not which instant it is.
    if (!scanner.number(14, ms)) return std::nullopt;
    if (!scanner.atEnd()) {
        int offset = 0;
        const bool marked = scanner.skip(u'+') || scanner.skip(u'-');
        if (!marked || !scanner.digits(4, offset) || !scanner.atEnd()) return std::nullopt;
    }
    return instantFromMs(before ? -ms : ms);
}

QString formatDate(Date date)
{
    if (!date.isValid()) return {};
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    QString out;
    out.reserve(10);
    if (year < 0) out.append(u'-');
    appendDigits(out, std::abs(year), 4);
    out.append(u'-');
    appendDigits(out, month, 2);
    out.append(u'-');
    appendDigits(out, day, 2);
    return out;
}

QString formatInstant(Instant instant)
{
    return writeInstant(instant, Fraction::Milliseconds);
}

QString formatInstantSeconds(Instant instant)
{
    return writeInstant(instant, Fraction::None);
}

Instant instantFromMs(qint64 ms)
{
    return Instant(milliseconds(ms));
}

qint64 msSinceEpoch(Instant instant)
{
    return instant.time_since_epoch().count();
}

Date utcDate(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return Date::fromJulianDay(kJulianDayOfEpoch + day.time_since_epoch().count());
}

} // namespace tieout
