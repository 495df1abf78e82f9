#include "gui/flows/flowsummary.h"

#include "gui/widgets/say.h"
#include "gui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QString fieldsInWords(const QStringList& fields)
{
    QStringList labels;
    for (const QString& field : fields)
        labels += fieldLabel(field);
    return labels.join(say(" and "));
}

} // namespace

QList<FlowLine> fromInWords(const service::FlowSummary& summary)
{
    const model::Flow& flow = summary.flow;
    QList<FlowLine> lines;
    lines += FlowLine{say("Reads"), say("%1 from %2").arg(fieldName(flow.from.object), summary.sourceTitle)};
    lines += FlowLine{say("Writes"), say("%1 to %2").arg(fieldName(flow.to.object), summary.targetTitle)};
    lines += FlowLine{say("Only what changed"),
                      say("Each run reads the records that changed since the last one; a record "
                          "that gives the same result again costs no call.")};
    for (const model::SkipRule& rule : flow.skip) {
        QString text = translatedLabel(rule.label);
        if (rule.holdWhenLinked)
            text += u". "_s + say("When such a record was written before, a person decides.");
        lines += FlowLine{say("Left out"), text};
    }
    for (const model::Flow& parent : flow.parents)
        lines += FlowLine{
            say("Made first"),
            say("%1, found or created once before they are needed").arg(fieldName(parent.to.object))};
    return lines;
}

QList<FlowLine> matchInWords(const service::FlowSummary& summary)
{
    QList<FlowLine> lines;
    int step = 0;
    const auto add = [&](const QString& text) { lines += FlowLine{QString::number(++step), text}; };
    const auto describe = [&](const model::Flow& flow) {
        const QString object = fieldName(flow.to.object);
        add(say("%1: the link that an earlier run kept").arg(object));
        if (!flow.externalKey.isEmpty())
            add(say("%1: the same %2, which carries the source record's number")
                    .arg(object, fieldLabel(flow.externalKey)));
        for (const model::MatchRule& rule : flow.match) {
            if (rule.fields == QStringList{flow.externalKey}) continue;
            const bool strong = rule.strength == model::MatchStrength::Strong;
            add((strong ? say("%1: the same %2; exactly one is taken")
                        : say("%1: a similar %2; a person decides"))
                    .arg(object, fieldsInWords(rule.fields)));
        }
        add(say("%1: otherwise it is new").arg(object));
    };
    for (const model::Flow& parent : summary.flow.parents)
        describe(parent);
    describe(summary.flow);
    return lines;
}

} // namespace tieout::gui
