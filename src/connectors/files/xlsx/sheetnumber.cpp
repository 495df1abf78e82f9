#include "connectors/files/xlsx/sheetnumber.h"

namespace tieout::connectors {

namespace {

constexpr int kExcelDigits = 15;
constexpr int kBinaryDigits = 17;

struct Digits {
    int significant = 0;
    int fraction = 0; ///< significant ones after the point
    bool hasExponent = false;
};

Digits digitsOf(std::string_view text)
{
    Digits digits;
    bool behindPoint = false;
    int zeros = 0;
    for (const char byte : text) {
        if (byte == '.') behindPoint = true;
        if (byte == 'e' || byte == 'E') {
            digits.hasExponent = true;
            break;
        }
        if (byte < '0' || byte > '9') continue;
        if (behindPoint) ++digits.fraction;
        if (byte == '0' && digits.significant == 0) continue;
        zeros = byte == '0' ? zeros + 1 : 0;
        ++digits.significant;
    }
    digits.significant -= zeros;
    return digits;
}

/// The binary fraction that a text names; C locale.
double binaryOf(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size())).toDouble();
}

} // namespace

std::optional<Decimal> storedNumber(std::string_view text)
{
    const Result<Decimal> exact = Decimal::parse(text);
    const Digits digits = digitsOf(text);
    const bool noisy = digits.significant > kExcelDigits && digits.significant <= kBinaryDigits &&
                       (digits.fraction > 0 || digits.hasExponent);
    if (!noisy) return exact ? std::optional(*exact) : std::nullopt;
    const QByteArray shorter = QByteArray::number(binaryOf(text), 'g', kExcelDigits);
    const std::string_view view(shorter.constData(), size_t(shorter.size()));
    if (binaryOf(view) == binaryOf(text)) {
        if (const Result<Decimal> typed = Decimal::parse(view)) return *typed;
    }
    return exact ? std::optional(*exact) : std::nullopt;
}

std::optional<SheetNumber> exactSheetNumber(const Decimal& value)
{
    const QByteArray text = value.normalized().toByteArray();
    const std::string_view view(text.constData(), size_t(text.size()));
    if (digitsOf(view).significant > kExcelDigits) return std::nullopt;
    const SheetNumber number{binaryOf(view)};
    const QByteArray back = QByteArray::number(number.value, 'g', kExcelDigits);
    const Result<Decimal> again = Decimal::parse(std::string_view(back.constData(), size_t(back.size())));
    return again && *again == value ? std::optional(number) : std::nullopt;
}

std::optional<SerialDay> serialDay(const Decimal& serial, bool from1904)
{
    constexpr qint64 kLast = 2'958'465; // 31 December 9999
    constexpr qint64 kDayMs = 86'400'000;
    const auto whole = serial.rounded(0, Rounding::Floor).toInteger();
    if (!whole || *whole < 0 || *whole > kLast) return std::nullopt;
    if (!from1904 && (*whole == 0 || *whole == 60)) return std::nullopt;
    const auto rest = serial.minus(Decimal(*whole));
    const auto ms = rest ? rest->times(Decimal(kDayMs)) : rest;
    if (!ms) return std::nullopt;
    SerialDay result;
    result.ms = ms->rounded(0).toInteger().value_or(0);
    // Fractions of a day are seldom whole milliseconds: 10:15:00 may be stored a hair early.
    if (result.ms % 1000 >= 999) ++result.ms;
    const Date start = from1904 ? Date(1904, 1, 1) : *whole < 60 ? Date(1899, 12, 31) : Date(1899, 12, 30);
    result.day = start.addDays(*whole + result.ms / kDayMs);
    result.ms %= kDayMs;
    return result;
}

qint64 serialOf(Date day)
{
    return Date(1899, 12, 30).daysTo(day);
}

} // namespace tieout::connectors
