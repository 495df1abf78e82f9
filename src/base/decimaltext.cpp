#include "base/decimal.h"

#include "base/decimalparts.h"

using namespace Qt::StringLiterals;

namespace tieout {

using detail::DecimalParts;
using detail::U128;

namespace {

constexpr qsizetype kLongestText = 256;
constexpr int kLargestExponent = 9999; ///< more is overflow or zero anyway

/// Reads one number of ASCII or UTF-16 characters; bounded, no allocation.
template<class Text>
class NumberReader final
{
  public:
    explicit NumberReader(Text text)
        : m_text(text)
    {
    }

    [[nodiscard]] Result<Decimal> read()
    {
        const auto length = qsizetype(m_text.size());
        if (length > kLongestText) return overflow();
        const bool negative = peek() == u'-';
        if (negative || peek() == u'+') ++m_next;
        readDigits(0);
        if (peek() == u'.') {
            ++m_next;
            readDigits(1);
        }
        if (!m_anyDigit || !readExponent() || m_next != length) return syntax();
        return finish(negative);
    }

  private:
    [[nodiscard]] char16_t peek() const
    {
        if (m_next >= qsizetype(m_text.size())) return 0;
        if constexpr (sizeof(m_text[0]) == 1)
            return static_cast<unsigned char>(m_text[std::size_t(m_next)]);
        else
            return m_text[m_next].unicode();
    }

    void readDigits(int perDigit)
    {
        for (char16_t digit = peek(); digit >= u'0' && digit <= u'9'; digit = peek()) {
            ++m_next;
            m_anyDigit = true;
            m_places += perDigit;
            if (digit == u'0') {
                // Zeros count only when a digit follows: "1.500000…" and "1e5" keep their room.
                ++m_zeros;
                continue;
            }
            takeDigit(digit - u'0');
        }
    }

    void takeDigit(int digit)
    {
        const int shift = m_digits == 0 ? 1 : m_zeros + 1;
        m_zeros = 0;
        m_digits += shift;
        if (m_digits > Decimal::kMaxDigits) return; // reported by finish
        if (m_digits <= 18) {
            m_word = m_word * detail::kNarrowPowersOfTen[std::size_t(shift)] + quint64(digit);
            m_wide = U128(m_word);
        } else {
            m_wide = m_wide * detail::kPowersOfTen[std::size_t(shift)] + U128(quint64(digit));
        }
    }

    [[nodiscard]] bool readExponent()
    {
        if (peek() != u'e' && peek() != u'E') return true;
        ++m_next;
        const bool negative = peek() == u'-';
        if (negative || peek() == u'+') ++m_next;
        const qsizetype first = m_next;
        for (char16_t digit = peek(); digit >= u'0' && digit <= u'9'; digit = peek()) {
            ++m_next;
            m_exponent = std::min(kLargestExponent, m_exponent * 10 + (digit - u'0'));
        }
        if (negative) m_exponent = -m_exponent;
        return m_next > first;
    }

    [[nodiscard]] Result<Decimal> finish(bool negative)
    {
        // The number is m_wide · 10^m_zeros / 10^(places − exponent); zeros behind the point stay for
        // printing.
        int scale = m_places - m_exponent;
        if (m_digits == 0)
            return DecimalParts{U128(0), false, std::clamp(scale, 0, Decimal::kMaxScale)}.toDecimal();
        if (m_digits > Decimal::kMaxDigits) return overflow();
        int zeros = m_zeros;
        if (const int spare = std::min(zeros, scale); spare > 0) {
            const int over = std::max(scale - Decimal::kMaxScale, m_digits + zeros - Decimal::kMaxDigits);
            const int dropped = std::clamp(over, 0, spare);
            zeros -= dropped;
            scale -= dropped;
        }
        if (scale < 0) {
            zeros -= scale;
            scale = 0;
        }
        if (scale > Decimal::kMaxScale || m_digits + zeros > Decimal::kMaxDigits) return overflow();
        return DecimalParts{m_wide * detail::kPowersOfTen[std::size_t(zeros)], negative, scale}.toDecimal();
    }

    [[nodiscard]] tl::unexpected<Error> overflow() const
    {
        return fail(ErrorKind::RowRejected, u"decimal.overflow"_s, u"the number has more than 38 digits"_s);
    }

    [[nodiscard]] tl::unexpected<Error> syntax() const
    {
        return fail(ErrorKind::RowRejected, u"decimal.syntax"_s,
                    u"not a number at character %1"_s.arg(m_next + 1), {QString::number(m_next + 1)});
    }

    Text m_text;
    qsizetype m_next = 0;
    U128 m_wide{0};
    quint64 m_word = 0;
    int m_digits = 0; ///< significant digits taken
    int m_zeros = 0;  ///< zeros not yet taken
    int m_places = 0; ///< digits after the point
    int m_exponent = 0;
    bool m_anyDigit = false;
};

constexpr int kTextRoom = 48; ///< sign, 38 digits, point, leading zero

/// Writes the plain notation backwards from `end`; gives its first character.
char* writeBackwards(const Decimal& value, char* end)
{
    const DecimalParts parts = DecimalParts::of(value);
    constexpr quint64 kChunk = 10'000'000'000'000'000'000ULL;
    char* next = end;
    int written = 0;
    const auto put = [&](char digit) {
        *--next = digit;
        if (++written == parts.scale) *--next = '.';
    };
    U128 rest = parts.magnitude;
    while (detail::highWord(rest) != 0) {
        const U128 quotient = rest / U128(kChunk);
        quint64 chunk = detail::lowWord(rest - quotient * U128(kChunk));
        for (int i = 0; i < 19; ++i, chunk /= 10)
            put(char('0' + chunk % 10));
        rest = quotient;
    }
    for (quint64 word = detail::lowWord(rest); word != 0; word /= 10)
        put(char('0' + word % 10));
    while (written < parts.scale)
        put('0');
    if (written == parts.scale) *--next = '0';
    if (parts.negative) *--next = '-';
    return next;
}

} // namespace

Result<Decimal> Decimal::parse(std::string_view text)
{
    return NumberReader(text).read();
}

Result<Decimal> Decimal::parse(QStringView text)
{
    return NumberReader(text).read();
}

QString Decimal::toString() const
{
    char room[kTextRoom];
    char* const end = room + kTextRoom;
    const char* const first = writeBackwards(*this, end);
    return QString::fromLatin1(first, end - first);
}

QByteArray Decimal::toByteArray() const
{
    QByteArray out;
    appendTo(out);
    return out;
}

void Decimal::appendTo(QByteArray& out) const
{
    char room[kTextRoom];
    char* const end = room + kTextRoom;
    const char* const first = writeBackwards(*this, end);
    out.append(first, end - first);
}

} // namespace tieout
