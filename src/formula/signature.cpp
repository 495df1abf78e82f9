#include "formula/signature.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMore = u'…';

/// How many of the last parameters "…" repeats.
int repeated(const FunctionInfo& function)
{
    const bool pairs = function.laziness == Laziness::Switch || (function.traits & FunctionInfo::Pairs);
    return pairs ? 2 : 1;
}

/// How many parameters stand before "…"; -1 = there is none.
int beforeMore(const FunctionInfo& function)
{
    const QStringView signature(function.signature);
    const qsizetype more = signature.indexOf(kMore);
    return more < 0 ? -1 : int(signature.left(more).count(u','));
}

} // namespace

QString shownSignature(const FunctionInfo& function, Notation notation)
{
    QString text = QString::fromUtf16(function.signature);
    return text.replace(u',', notation.separator);
}

QList<Span> parameterSpans(const QString& signature, QChar separator)
{
    QList<Span> spans;
    const qsizetype open = signature.indexOf(u'(') + 1;
    const qsizetype close = signature.lastIndexOf(u')');
    for (qsizetype start = open; start < close;) {
        const qsizetype cut = signature.indexOf(separator, start);
        const qsizetype end = cut < 0 ? close : cut;
        while (start < end && signature[start].isSpace())
            ++start;
        if (start < end && signature[start] != kMore) spans.append({qint32(start), qint32(end - start)});
        start = end + 1;
    }
    return spans;
}

int activeParameter(const FunctionInfo& function, int argument, int known)
{
    const int fixed = beforeMore(function);
    if (fixed < 0) return argument < known ? argument : -1;
    if (argument < fixed) return argument;
    const int group = std::min(repeated(function), fixed);
    return fixed - group + (argument - fixed) % group;
}

} // namespace tieout::formula
