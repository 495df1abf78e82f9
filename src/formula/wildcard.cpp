#include "formula/wildcard.h"

#include <QString>

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

qsizetype wildcardIndex(QStringView text, QStringView pattern, qsizetype from)
{
    // What stands before the first star is tried at each place. Where it fits and the rest does not, the rest
    // fits nowhere behind either.
    qsizetype star = 0;
    while (star < pattern.size() && pattern[star] != u'*')
        star += isEscape(pattern, star) ? 2 : 1;
    star = std::min(star, pattern.size());
    const QString rest = u'*' + pattern.mid(star).toString() + u'*';
    for (qsizetype at = from; at <= text.size(); ++at) {
        qsizetype t = at;
        qsizetype p = 0;
        for (qsizetype taken = 1; p < star && t < text.size() && taken > 0; p += taken) {
            taken = fits(pattern, p, text[t]);
            t += taken > 0 ? 1 : 0;
        }
        if (p < star) continue;
        return matchesWildcard(text.mid(t), rest) ? at : -1;
    }
    return -1;
}

bool hasWildcard(QStringView pattern)
{
    return pattern.contains(u'*') || pattern.contains(u'?');
}

} // namespace tieout::formula
