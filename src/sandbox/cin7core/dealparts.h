#pragma once

#include "sandbox/cin7core/books.h"

namespace tieout::sandbox::cin7core {

/// The member that names a deal in its stages.
[[nodiscard]] QString idMember(Kind kind);
/// An invoice or credit note that counts.
[[nodiscard]] bool isIssued(const Json& task);
/// An empty quote, order, invoice …
[[nodiscard]] Json stageOf(const QString& status);
/// Whether the prices of a deal hold their tax.
enum class TaxPlace : quint8 { Within, OnTop };
[[nodiscard]] TaxPlace taxPlaceOf(const Json& deal);
/// The totals of a stage from its lines and charges.
void addUp(Json& stage, TaxPlace place);
/// Tax and total of one line; a discount is a percentage.
void price(const Books& books, const Json& deal, Json& line);
/// The list with the item in place of the one that has its key, else behind the others.
[[nodiscard]] Json replaced(const Json& list, const QString& key, const Json& item);
/// The task with an id; a shared null when there is none.
[[nodiscard]] const Json& taskOf(const Json& list, const QString& id);
/// The deal that has a task in one of its lists; null when there is none.
[[nodiscard]] Json ownerOf(const Books& books, Kind kind, const QString& list, const QString& task);

} // namespace tieout::sandbox::cin7core
