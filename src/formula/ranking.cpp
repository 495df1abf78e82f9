#include "formula/ranking.h"

#include "formula/nearest.h"

namespace tieout::formula {

namespace {

constexpr qsizetype kLeastForNear = 3; ///< with fewer letters everything would be near

bool startsWord(const QString& name, qsizetype at)
{
    const QChar before = name[at - 1];
    if (!before.isLetterOrNumber()) return name[at].isLetterOrNumber();
    return (name[at].isUpper() && before.isLower()) || (name[at].isDigit() && !before.isDigit());
}

} // namespace

std::optional<Match> matchName(const QString& typed, const QString& name)
{
    if (typed.isEmpty()) return Match{Match::Grade::Prefix, 0, {}};
    const auto length = qint32(typed.size());
    if (name.startsWith(typed, Qt::CaseInsensitive)) {
        const auto grade = name.size() == typed.size() ? Match::Grade::Exact : Match::Grade::Prefix;
        return Match{grade, 0, {0, length}};
    }
    const qsizetype first = name.indexOf(typed, 1, Qt::CaseInsensitive);
    for (qsizetype at = first; at > 0; at = name.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(name, at)) return Match{Match::Grade::WordStart, int(at), {qint32(at), length}};
    }
    if (first > 0) return Match{Match::Grade::Inside, int(first), {qint32(first), length}};
    return std::nullopt;
}

std::optional<Match> nearMatch(const QString& typed, const QString& name)
{
    const int edits = typed.size() < kLeastForNear ? -1 : editsApart(typed, name);
    if (edits < 0) return std::nullopt;
    return Match{Match::Grade::Near, edits, {}};
}

} // namespace tieout::formula
