#include "formula/nearest.h"

#include <limits>
#include <numeric>

namespace tieout::formula {

namespace {

constexpr qsizetype kLongestCompared = 64;

/// Edit distance with neighbouring letters swapped counted as one.
int distance(const QString& a, const QString& b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> now(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last.back();
}

int commonStart(const QString& a, const QString& b)
{
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return int(std::distance(a.begin(), differ.first));
}

} // namespace

QString nearestName(const QString& written, const QStringList& names)
{
    const QString wanted = written.left(kLongestCompared).toCaseFolded();
    const int farthest = int(wanted.size()) / 3 + 1;
    QString best;
    int bestScore = std::numeric_limits<int>::max();
    for (const QString& name : names) {
        const QString folded = name.left(kLongestCompared).toCaseFolded();
        if (std::abs(folded.size() - wanted.size()) > farthest) continue;
        const int apart = distance(wanted, folded);
        // Of equally near names the one that begins alike: people err late in a word.
        const int score = apart * int(kLongestCompared + 1) - commonStart(wanted, folded);
        if (apart > farthest || score >= bestScore) continue;
        best = name;
        bestScore = score;
    }
    return best;
}

int editsApart(const QString& written, const QString& name)
{
    const QString wanted = written.left(kLongestCompared).toCaseFolded();
    const QString folded = name.left(kLongestCompared).toCaseFolded();
    const int farthest = int(wanted.size()) / 4 + 1;
    // A whole name is meant rather than the start of a longer one.
    int best = distance(wanted, folded.left(wanted.size())) + (folded.size() > wanted.size() ? 1 : 0);
    if (std::abs(folded.size() - wanted.size()) <= farthest) best = std::min(best, distance(wanted, folded));
    return best <= farthest ? best : -1;
}

} // namespace tieout::formula
