#pragma once

#include <QStringView>

namespace tieout::formula {

/// Does the whole text fit the pattern, without case? * is any text, ? one character, ~ takes their meaning
/// away. Time is bounded by the product of the two lengths.
[[nodiscard]] bool matchesWildcard(QStringView text, QStringView pattern);
/// Where in the text, from `from` on, something fits the pattern; -1 = nowhere. Bounded like matchesWildcard.
[[nodiscard]] qsizetype wildcardIndex(QStringView text, QStringView pattern, qsizetype from);
[[nodiscard]] bool hasWildcard(QStringView pattern);

} // namespace tieout::formula
