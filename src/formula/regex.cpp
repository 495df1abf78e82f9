#include "formula/regex.h"

#include "formula/limits.h"

#include <deque>

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kKeptPatterns = 32;

/// PCRE2 reads its own limits from the pattern's head; without them a nested repeat can take hours.
QString limits()
{
    return u"(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=20000)"_s;
}

struct Kept {
    QString pattern;
    QRegularExpression regex;
};

QString withGroups(const QString& with, const QRegularExpressionMatch& match)
{
    if (!with.contains(u'$')) return with;
    QString text;
    for (qsizetype i = 0; i < with.size(); ++i) {
        const bool group =
            with[i] == u'$' && i + 1 < with.size() && with[i + 1] >= u'0' && with[i + 1] <= u'9';
        if (group)
            text += match.capturedView(with[++i].unicode() - u'0');
        else
            text += with[i];
    }
    return text;
}

} // namespace

const QRegularExpression* compiledRegex(const QString& pattern)
{
    // Compiling costs a hundred matches; each pool thread keeps the few patterns that its formulas use.
    thread_local std::deque<Kept> kept;
    for (const Kept& known : kept) {
        if (known.pattern == pattern) return known.regex.isValid() ? &known.regex : nullptr;
    }
    if (pattern.size() > kMaxPatternLength) return nullptr;
    if (kept.size() >= kKeptPatterns) kept.pop_front();
    kept.push_back(
        {pattern, QRegularExpression(limits() + pattern, QRegularExpression::UseUnicodePropertiesOption)});
    const QRegularExpression& regex = kept.back().regex;
    return regex.isValid() ? &regex : nullptr;
}

QString regexText(const QRegularExpression& regex)
{
    return regex.pattern().mid(limits().size());
}

std::optional<QString> replacedByRegex(const QString& text, const QRegularExpression& regex,
                                       const QString& with, qsizetype limit)
{
    QString result;
    qsizetype copied = 0;
    QRegularExpressionMatchIterator matches = regex.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(copied, match.capturedStart() - copied);
        result += withGroups(with, match);
        copied = match.capturedEnd();
        if (result.size() > limit) return std::nullopt;
    }
    result += QStringView(text).mid(copied);
    return result.size() > limit ? std::nullopt : std::optional(std::move(result));
}

} // namespace tieout::formula
