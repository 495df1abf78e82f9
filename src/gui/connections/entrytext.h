#pragma once

#include "model/schema.h"

#include <QLocale>
#include <QTimeZone>

namespace tieout::gui {

// Numbers, dates and times of a form: kept as plain numbers and ISO texts, shown and typed as the reader
// writes them. Pure.

/// "2026-11-21" → "21/11/2026", "1250.5" → "1250,5"; an instant in `zone`, to the minute or as exact as it
/// is. Any other text, and any other type, stays as it is.
[[nodiscard]] QString shownEntry(model::FieldType type, const QString& kept, const QLocale& locale,
                                 const QTimeZone& zone = QTimeZone::systemTimeZone());
/// What was typed, as it is kept: a number in the reader's format, a date in the reader's format, with two or
/// four digits of the year (1980 to 2079), or in ISO already. What is none of these stays as typed, so that
/// the form can say so.
[[nodiscard]] QString keptEntry(model::FieldType type, const QString& typed, const QLocale& locale,
                                const QTimeZone& zone = QTimeZone::systemTimeZone());
/// A date as `locale` writes it, with four digits of the year.
[[nodiscard]] QString dayPattern(const QLocale& locale);

} // namespace tieout::gui
