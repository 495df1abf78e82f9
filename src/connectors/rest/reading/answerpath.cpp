#include "connectors/rest/reading/answerpath.h"

#include <QStringList>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSteps = 16;

} // namespace

AnswerPath answerPath(const QString& text)
{
    AnswerPath path;
    if (text.isEmpty() || text == u"$") return path;
    const QStringList parts = text.split(u'.').mid(0, kMostSteps);
    for (const QString& part : parts) {
        AnswerStep step;
        const bool items = part.endsWith(u"[]");
        const bool members = part.endsWith(u"{}");
        if (items) step.through = AnswerStep::Through::Items;
        if (members) step.through = AnswerStep::Through::Members;
        step.name = (items || members ? part.chopped(2) : part).toStdString();
        path.push_back(std::move(step));
    }
    return path;
}

QString answerPathFault(const QString& text)
{
    if (text.isEmpty() || text == u"$") return {};
    const QStringList parts = text.split(u'.');
    if (parts.size() > kMostSteps) return u"more than %1 steps"_s.arg(kMostSteps);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QString name = parts.at(i);
        const bool isLast = i + 1 == parts.size();
        if (name.endsWith(u"[]") || name.endsWith(u"{}")) {
            if (name.endsWith(u"[]") && isLast) return u"\"[]\" at the end says nothing more"_s;
            if (name.endsWith(u"{}") && !isLast) return u"\"{}\" may stand at the end only"_s;
            name.chop(2);
        }
        if (name.isEmpty()) return u"an empty step"_s;
        if (name.contains(u'$') || name.contains(u'[') || name.contains(u'{'))
            return u"a step holds a name, \"[]\" or \"{}\""_s;
    }
    return {};
}

} // namespace tieout::connectors
