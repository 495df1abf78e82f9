#pragma once

#include "model/value.h"

#include <QTimeZone>

#include <optional>

namespace tieout::formula {

/// TEXT's picture strings, English: "0.00", "#,##0.00", "0%", "0000", up to four sections
/// "plus;minus;zero;text", quoted text and \x; for dates "d dd ddd dddd m mm mmm mmmm mmmmm yy yyyy h hh mm
/// ss ss.000 AM/PM". Nothing when the picture is not understood or does not fit the value.
[[nodiscard]] std::optional<QString> formatValue(const model::Value& value, const QString& picture,
                                                 const QTimeZone& zone);

/// Does it show a day or a time?
[[nodiscard]] bool isDatePicture(const QString& picture);

} // namespace tieout::formula
