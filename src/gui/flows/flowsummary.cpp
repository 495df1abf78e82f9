#include "gui/flows/flowsummary.h"

#include "gui/widgets/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("FlowSummary", text);
}

QString fieldsInWords(const QStringList& fields)
{
    QStringList labels;
    for (const QString& field : fields)
        labels += fieldLabel(field);
    return labels.join(say(" and "));
}

/// "=[Account.Name]" → "Account · Name"; "=\"DRAFT\"" → "always “Draft”"; anything else as it stands.
QString sourceInWords(const QString& to, const QString& formula)
{
    static const QRegularExpression field(u"^=\\s*\\[([^\\[\\]]+)\\]\\s*$"_s);
    static const QRegularExpression fixed(u"^=\\s*\"([^\"]*)\"\\s*$"_s);
    if (const auto match = field.match(formula); match.hasMatch()) return fieldLabel(match.captured(1));
    if (const auto match = fixed.match(formula); match.hasMatch())
        //: a fixed value that every record gets
        return say("always “%1”").arg(valueText(to, model::Value(match.captured(1)), QLocale()));
    return formula;
}

void appendLines(QList<MapLine>& lines, const QList<model::MappedField>& fields, int depth)
{
    for (const model::MappedField& field : fields) {
        MapLine line;
        line.target = fieldLabel(field.to);
        line.targetName = field.to;
        line.formula = field.formula;
        line.depth = depth;
        if (!field.each.isEmpty()) {
            QString list = field.each;
            list.remove(u'[').remove(u']').remove(u'=');
            line.heading = true;
            line.source = say("one line for each of %1").arg(fieldLabel(list.trimmed()));
            lines += line;
            appendLines(lines, field.fields, depth + 1);
            continue;
        }
        line.source = sourceInWords(field.to, field.formula);
        switch (field.whenEmpty) {
        case model::WhenEmpty::Leave:
            line.whenEmpty = say("leave as it is");
            break;
        case model::WhenEmpty::Clear:
            line.whenEmpty = say("empty the field");
            break;
        case model::WhenEmpty::Hold:
            line.whenEmpty = say("hold the record");
            break;
        }
        lines += line;
    }
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
        QString text = QCoreApplication::translate("Templates", rule.label.toUtf8().constData());
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

QList<MapLine> mappingInWords(const model::Flow& flow)
{
    QList<MapLine> lines;
    for (const model::Flow& parent : flow.parents) {
        MapLine heading;
        heading.target = fieldName(parent.to.object);
        heading.targetName = parent.to.object;
        heading.source = say("made first, from the same record");
        heading.heading = true;
        lines += heading;
        appendLines(lines, parent.mapping.fields, 1);
    }
    MapLine heading;
    heading.target = fieldName(flow.to.object);
    heading.targetName = flow.to.object;
    heading.source = fieldName(flow.from.object);
    heading.heading = true;
    lines += heading;
    appendLines(lines, flow.mapping.fields, 1);
    return lines;
}

} // namespace tieout::gui
