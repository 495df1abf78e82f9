#pragma once

#include <QtGlobal>

namespace tieout::formula {

constexpr qsizetype kMaxTextLength = 1'048'576; ///< characters that a formula may build
constexpr qsizetype kMaxListLength = 1'000'000; ///< items that a formula may build
constexpr int kMaxPowerExponent = 9'999;
constexpr qsizetype kMaxWildcardText = 65'536;   ///< characters that SEARCH looks through with wildcards
constexpr qsizetype kMaxPatternLength = 1'024;    ///< characters of a regular expression

} // namespace tieout::formula
