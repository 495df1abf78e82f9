#pragma once

#include <QString>

#include <optional>

namespace tieout::formula {

/// What of a country's telephone numbers matters for writing them internationally.
struct DialPlan {
    const char* code;  ///< ISO 3166, "AU"
    const char* name;  ///< English
    quint16 calling;   ///< 61
    const char* trunk; ///< dialled before a number inside the country, not from outside; "" = none
    quint8 least;      ///< digits of a number without trunk
    quint8 most;
};

/// By code or English name, case aside; null when unknown.
[[nodiscard]] const DialPlan* dialPlan(QStringView country);

enum class PhoneFault : quint8 { NotANumber, NoCountry };
struct InternationalNumber {
    QString text; ///< "+61291234567"; empty with a fault
    PhoneFault fault = PhoneFault::NotANumber;
};
/// E.164 of a number as people write it: blanks, brackets, points and dashes; "+" or "00" or the country's
/// own way out in front, or the number as dialled at home. An extension behind it is dropped. `home` may be
/// null.
[[nodiscard]] InternationalNumber internationalNumber(const QString& written, const DialPlan* home);

} // namespace tieout::formula
