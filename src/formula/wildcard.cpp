#include "formula/wildcard.h"

namespace tieout::formula {

namespace {

bool isEscape(QStringView pattern, qsizetype at)
{
    return pattern[at] == u'~' && at + 1 < pattern.size() &&
           (pattern[at + 1] == u'*' || pattern[at + 1] == u'?' || pattern[at + 1] == u'~');
}

/// Does one character of the pattern at `at` fit `c`? Gives how many pattern units it takes, 0 = does not
/// fit.
qsizetype fits(QStringView pattern, qsizetype at, QChar c)
{
    if (isEscape(pattern, at)) return pattern[at + 1] == c ? 2 : 0;
    if (pattern[at] == u'?') return 1;
    return pattern[at].toCaseFolded() == c.toCaseFolded() ? 1 : 0;
}

} // namespace

bool matchesWildcard(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype afterStar = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            afterStar = ++p;
            starText = t;
            continue;
        }
        const qsizetype taken = p < pattern.size() ? fits(pattern, p, text[t]) : 0;
        if (taken > 0) {
            p += taken;
            ++t;
        } else if (afterStar >= 0) {
            p = afterStar;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

bool hasWildcard(QStringView pattern)
{
    return pattern.contains(u'*') || pattern.contains(u'?');
}

} // namespace tieout::formula
