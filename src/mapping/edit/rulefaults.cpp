#include "mapping/edit/rulefaults.h"

#include "mapping/edit/ruleplace.h"

#include <QRegularExpression>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::MappedField;

namespace {

/// The rule that a path into the document's JSON leads to, and what of it: "fields[3].fields[1].whenEmpty".
const MappedField* ruleAtPath(const model::MappingDocument& document, const QString& path, QString& member)
{
    static const QRegularExpression kStep(u"\\G\\.?fields\\[(\\d{1,9})\\]"_s);
    const QList<MappedField>* fields = &document.fields;
    const MappedField* rule = nullptr;
    qsizetype at = 0;
    while (true) {
        const QRegularExpressionMatch step = kStep.match(path, at);
        if (!step.hasMatch()) break;
        const qsizetype place = step.captured(1).toLongLong();
        if (place >= fields->size()) return nullptr;
        rule = &fields->at(place);
        fields = &rule->fields;
        at = step.capturedEnd();
    }
    member = path.mid(at + 1);
    return rule;
}

RulePart partOf(const QString& member)
{
    if (member == "to"_L1) return RulePart::Target;
    if (member == "each"_L1) return RulePart::Each;
    if (member == "filter"_L1) return RulePart::Filter;
    return member == "sort"_L1 ? RulePart::Sort : RulePart::Formula;
}

} // namespace

QList<RuleFinding> faultyRules(const model::MappingDocument& document, const QList<Error>& faults)
{
    QHash<const MappedField*, QString> keys;
    forEachRule(document, [&](const PlacedRule& placed) { keys.insert(&placed.rule, placed.key); });
    QList<RuleFinding> found;
    for (const Error& fault : faults) {
        QString member;
        const MappedField* rule = ruleAtPath(document, fault.facts.value(0), member);
        if (!rule) continue;
        found.append({keys.value(rule),
                      partOf(member),
                      {formula::Finding::Severity::Error, {}, u"mapping.damaged-rule"_s, fault.facts}});
    }
    return found;
}

} // namespace tieout::mapping
