#pragma once

#include <QtGlobal>

namespace tieout::formula {

constexpr qsizetype kMaxTextLength = 1'048'576; ///< characters that a formula may build
constexpr qsizetype kMaxListLength = 1'000'000; ///< items that a formula may build
constexpr int kMaxPowerExponent = 9'999;
constexpr qsizetype kMaxWildcardText = 65'536; ///< characters that SEARCH looks through with wildcards
constexpr qsizetype kMaxCriterion = 255;       ///< as in Excel; a longer text has no wildcards
constexpr qsizetype kMaxPatternLength = 1'024; ///< characters of a regular expression

/// Of one evaluation: items that list operations touch, characters that operations build. With these no
/// formula of the permitted length runs for long or fills the memory.
constexpr qint64 kMaxTouchedItems = 20'000'000;
constexpr qint64 kMaxBuiltText = 16'777'216;
constexpr qint64 kPatternCost = 1'000;      ///< items that one regular expression counts for
constexpr qsizetype kMaxFoldedText = 1'024; ///< a longer constant is built when it is needed

} // namespace tieout::formula
