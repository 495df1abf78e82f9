#pragma once

#include "base/date.h"
#include "base/json.h"

#include <string>
#include <string_view>

namespace tieout::sandbox::salesforce {

// A cell is kept as the JSON text it is printed as ("\"Acme\"", "12.50", "true"); empty means null. Printing
// a row is copying bytes, and numbers keep their digits.

[[nodiscard]] std::string textFragment(QStringView text);
[[nodiscard]] std::string boolFragment(bool value);
[[nodiscard]] std::string numberFragment(const Decimal& value);
[[nodiscard]] std::string dateFragment(Date date);

[[nodiscard]] QString fragmentText(std::string_view fragment); ///< of a text; a number or bool as it stands
[[nodiscard]] Decimal fragmentNumber(std::string_view fragment);
[[nodiscard]] Json fragmentJson(std::string_view fragment);

/// "2026-03-12T00:00:00.000+0000" without quotes, 28 characters.
void writeStamp(char* out, qint64 msSinceEpoch);
[[nodiscard]] std::string stampFragment(qint64 msSinceEpoch);

/// Appends text as a quoted JSON string.
void appendQuoted(QByteArray& out, QStringView text);

} // namespace tieout::sandbox::salesforce
