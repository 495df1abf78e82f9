#pragma once

#include "base/decimal.h"

#include <QLocale>
#include <QMap>
#include <QString>

#include <optional>

namespace tieout::gui {

/// The number in the reader's format, every digit kept: grouping, decimal point and digits of `locale` around
/// the exact text. At least `places` digits after the point.
[[nodiscard]] QString formatNumber(const Decimal& number, const QLocale& locale, int places = 0);
/// The number that a person typed in the reader's format, with groups or without. None when it is no number
/// there or could be read in two ways ("12.5" where the point sets groups apart).
[[nodiscard]] std::optional<Decimal> readNumber(const QString& typed, const QLocale& locale);
/// With the currency in front: "A$84,310.55", "PLN 19,217.84". An unknown currency gives the number alone.
[[nodiscard]] QString formatMoney(const Decimal& amount, const QString& currency, const QLocale& locale);
/// Every currency with its total, joined by `separator`; empty when there is no money.
[[nodiscard]] QString formatTotals(const QMap<QString, Decimal>& totals, const QLocale& locale,
                                   const QString& separator = QStringLiteral(" + "));
/// For a line with little room: one or two totals in full, else "6 currencies" (show the whole in a tooltip).
[[nodiscard]] QString shortTotals(const QMap<QString, Decimal>& totals, const QLocale& locale, int most = 2);
/// Digits after the point that the currency uses: 2, and 0 or 3 for the known exceptions.
[[nodiscard]] int currencyPlaces(const QString& currency);

} // namespace tieout::gui
