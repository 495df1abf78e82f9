#include "gui/mapping/sheet.h"

#include "gui/mapping/mappingtablemodel.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"
#include "mapping/compare.h"
#include "mapping/lookupuses.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using mapping::DocumentChange;
using mapping::DocumentPart;

namespace {

using Row = MappingSheet::Row;

/// The differences that concern the rule at a key.
QList<DocumentChange> changesAt(const QList<DocumentChange>& all, const QString& key)
{
    QList<DocumentChange> found;
    for (const DocumentChange& change : all) {
        if (change.kind != DocumentChange::Kind::Removed && change.target == key) found += change;
    }
    return found;
}

QString wasInWords(const Worksheet& worksheet, const DocumentChange& change, const QString& key)
{
    const QString nothing = say("nothing");
    const QString before = change.before.isEmpty() ? nothing : worksheet.displayed(change.before, key);
    switch (change.part) {
    case DocumentPart::Formula:
        return say("Was: %1").arg(before);
    case DocumentPart::Each:
        return say("Lines came from: %1").arg(before);
    case DocumentPart::Filter:
        return say("Condition was: %1").arg(before);
    case DocumentPart::Sort:
        return say("Was sorted by: %1").arg(before);
    case DocumentPart::WhenEmpty:
        return say("When empty was: %1")
            .arg(whenEmptyInWords(change.before == u"hold"_s    ? model::WhenEmpty::Hold
                                  : change.before == u"clear"_s ? model::WhenEmpty::Clear
                                                                : model::WhenEmpty::Leave));
    case DocumentPart::Note:
        return say("Note was: %1").arg(change.before.isEmpty() ? nothing : change.before);
    case DocumentPart::Target:
        return say("Filled %1 before").arg(fieldLabel(change.before));
    case DocumentPart::Order:
        return say("Moved");
    case DocumentPart::Rule:
    case DocumentPart::From:
    case DocumentPart::To:
    case DocumentPart::Group:
    case DocumentPart::Other:
        break;
    }
    return say("Changed");
}

QString changeInWords(const Worksheet& worksheet, const QList<DocumentChange>& changes, const QString& key)
{
    QStringList words;
    for (const DocumentChange& change : changes) {
        if (change.kind == DocumentChange::Kind::Added) return say("New");
        const QString text = wasInWords(worksheet, change, key);
        if (!words.contains(text)) words += text;
    }
    return words.join(u"; "_s);
}

Row rowOf(const Worksheet& worksheet, const mapping::TreeNode& node, const QList<DocumentChange>& changes)
{
    MappingSheet::Row row;
    row.depth = node.depth;
    row.heading = node.isGroup();
    row.target = node.label;
    row.sampleIn = MappingTableModel::sampleIn(worksheet, node.key);
    row.sampleOut = MappingTableModel::sampleOut(worksheet, node);
    const model::MappedField* rule = worksheet.draft().rule(node.key);
    if (rule) {
        row.from = sourcesInWords(worksheet, node.key);
        row.formula = formulaInWords(worksheet, node.key);
        row.whenEmpty = whenEmptyInWords(rule->whenEmpty);
        row.note = rule->note;
    }
    row.change = changeInWords(worksheet, changesAt(changes, node.key), node.key);
    return row;
}

QList<MappingSheet::Row> removedRows(const Worksheet& worksheet, const QList<DocumentChange>& changes)
{
    QList<MappingSheet::Row> rows;
    for (const DocumentChange& change : changes) {
        if (change.kind != DocumentChange::Kind::Removed) continue;
        MappingSheet::Row row;
        const QString words = worksheet.targetWords(change.target);
        row.target = words.isEmpty() ? fieldLabel(change.target) : words;
        row.formula = worksheet.displayed(change.before, change.target);
        row.change = say("Removed");
        row.removed = true;
        rows += row;
    }
    return rows;
}

QList<model::LookupTable> tablesUsed(const Worksheet& worksheet)
{
    model::Flow flow;
    flow.mapping = worksheet.draft().document();
    QList<model::LookupTable> used;
    for (const model::LookupTable& table : worksheet.bench().lookups) {
        if (!mapping::lookupUses(flow, table.name).isEmpty()) used += table;
    }
    return used;
}

QString grouping(const Worksheet& worksheet, const std::optional<model::Grouping>& group)
{
    if (!group) return {};
    QStringList keys, totals;
    for (const QString& key : group->keys) {
        const QString words = worksheet.content()->source.words(mapping::TargetKey::child({}, key));
        keys += words.isEmpty() ? fieldLabel(key) : words;
    }
    for (const model::Grouping::Aggregate& total : group->aggregates)
        totals += total.name + u' ' + worksheet.displayed(total.formula, {});
    return groupingInWords(keys, totals);
}

/// What changed around the rules.
QStringList wholeChanges(const Worksheet& worksheet, const QList<DocumentChange>& changes,
                         const model::MappingDocument& before)
{
    QStringList words;
    for (const DocumentChange& change : changes) {
        if (!change.target.isEmpty()) continue;
        if (change.part == DocumentPart::Group)
            words += before.group ? say("Before: %1").arg(grouping(worksheet, before.group))
                                  : say("Before, each record became a document.");
        if (change.part == DocumentPart::From || change.part == DocumentPart::To)
            words +=
                say("%1 stood where %2 stands now.").arg(fieldName(change.before), fieldName(change.after));
    }
    return words;
}

} // namespace

MappingSheet sheetOf(const Worksheet& worksheet, const std::optional<service::KeptMapping>& since)
{
    const service::MappingBench& bench = worksheet.bench();
    const model::MappingDocument& document = worksheet.draft().document();
    MappingSheet sheet;
    sheet.title = say("Mapping sheet: %1").arg(translatedLabel(bench.title));
    sheet.pair = bench.source.title + u" → "_s + bench.target.title;
    sheet.objects = bench.source.schema.label + u" → "_s + bench.target.schema.label;
    sheet.grouping = grouping(worksheet, document.group);
    sheet.version = (worksheet.draft().isModified() ? say("Version %1 and changes that are not saved")
                                                    : say("Version %1"))
                        .arg(bench.document.version);
    if (!bench.versions.isEmpty()) {
        sheet.author = bench.versions.first().author;
        sheet.savedAt = formatFull(bench.versions.first().savedAt, {}, QLocale());
    }
    sheet.sample = worksheet.sample().choice.title;
    QList<DocumentChange> changes;
    if (since) {
        changes = mapping::compareDocuments(since->document, document);
        sheet.since = say("Marked: changes since version %1").arg(since->version.version);
        sheet.wholeChanges = wholeChanges(worksheet, changes, since->document);
    }
    for (const mapping::TreeNode& node : worksheet.content()->target.nodes()) {
        const bool around = node.isGroup() && std::any_of(worksheet.content()->wiring.chips.begin(),
                                                          worksheet.content()->wiring.chips.end(),
                                                          [&node](const mapping::Chip& chip) {
                                                              return chip.target.startsWith(node.key + u'.');
                                                          });
        if (worksheet.draft().rule(node.key) || around) sheet.rows += rowOf(worksheet, node, changes);
    }
    sheet.rows += removedRows(worksheet, changes);
    sheet.tables = tablesUsed(worksheet);
    return sheet;
}

} // namespace tieout::gui
