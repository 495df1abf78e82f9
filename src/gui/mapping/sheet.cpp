#include "gui/mapping/sheet.h"

#include "formula/parser.h"
#include "gui/mapping/mappingtablemodel.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"
#include "mapping/compare.h"

#include <QLocale>
#include <QSet>

#include <array>
#include <span>

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

/// The labels of the fields that a rule reads.
QString sourcesOf(const Worksheet& worksheet, const QString& key)
{
    QStringList labels;
    for (const mapping::Wire& wire : worksheet.content()->wiring.wires) {
        if (wire.target != key) continue;
        const QString words = worksheet.content()->source.words(wire.source);
        const QString label = words.isEmpty() ? fieldLabel(wire.source) : words;
        if (!labels.contains(label)) labels += label;
    }
    return labels.join(u", "_s);
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
        row.from = rule->each.isEmpty() ? sourcesOf(worksheet, node.key) : ruleInWords(worksheet, node.key);
        row.formula = worksheet.displayed(rule->formula, node.key);
        if (!rule->filter.isEmpty())
            row.formula = say("only where %1")
                              .arg(worksheet.displayed(rule->filter, node.key, mapping::RulePart::Filter));
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
    QSet<QString> names;
    for (const QString& key : worksheet.draft().targets()) {
        const model::MappedField* rule = worksheet.draft().rule(key);
        for (const QString& text : {rule->formula, rule->filter, rule->sort, rule->each}) {
            const formula::Parsed ast = formula::parse(text);
            if (!ast) continue;
            for (const QString& table : ast->firstArguments(u"LOOKUP"))
                names += table.toCaseFolded();
        }
    }
    QList<model::LookupTable> used;
    for (const model::LookupTable& table : worksheet.bench().lookups) {
        if (names.contains(table.name.toCaseFolded())) used += table;
    }
    return used;
}

QString groupingInWords(const Worksheet& worksheet, const model::Grouping& group)
{
    QStringList keys, totals;
    for (const QString& key : group.keys)
        keys += worksheet.content()->source.words(mapping::TargetKey::child({}, key));
    for (const model::Grouping::Aggregate& total : group.aggregates)
        totals += total.name + u' ' + worksheet.displayed(total.formula, {});
    const QString same = keys.join(u", "_s);
    return totals.isEmpty() ? say("Rows of the same %1 become one document.").arg(same)
                            //: %2 lists names with their formulas
                            : say("Rows of the same %1 become one document, with the totals %2.")
                                  .arg(same, totals.join(u"; "_s));
}

QString cell(const QString& text, const QString& style = {})
{
    return u"<td style=\"%1\">%2</td>"_s.arg(style, text.toHtmlEscaped());
}

QString rowHtml(const MappingSheet::Row& row, bool changes)
{
    const QString struck = row.removed ? u"text-decoration:line-through;color:#8a1c14"_s : QString();
    const QString weight = row.heading ? u"font-weight:600;"_s : QString();
    const QString indent(row.depth * 3, QChar(QChar::Nbsp));
    QString html = row.change.isEmpty() ? u"<tr>"_s : u"<tr bgcolor=\"#fdf1dc\">"_s;
    html += cell(indent + row.target, weight + struck) + cell(row.from, struck) +
            cell(row.formula, u"font-family:'Noto Sans Mono',Menlo,Consolas,monospace;"_s + struck) +
            cell(row.sampleIn) + cell(row.sampleOut) + cell(row.whenEmpty) + cell(row.note);
    if (changes) html += cell(row.change, u"font-weight:600"_s);
    return html + u"</tr>"_s;
}

QStringList headings(bool changes)
{
    QStringList words{say("Field"),      say("Comes from"), say("Formula"), say("Sample in"),
                      say("Sample out"), say("When empty"), say("Note")};
    if (changes) words += say("Change");
    return words;
}

QString headHtml(const MappingSheet& sheet)
{
    QStringList facts{sheet.pair, sheet.objects, sheet.version};
    if (!sheet.author.isEmpty()) facts += say("saved by %1").arg(sheet.author);
    facts += sheet.savedAt;
    facts.removeAll(QString());
    QString html = u"<p><span style=\"font-size:16pt;font-weight:700\">%1</span></p><p>%2</p>"_s.arg(
        sheet.title.toHtmlEscaped(), facts.join(u" · "_s).toHtmlEscaped());
    if (!sheet.grouping.isEmpty()) html += u"<p>%1</p>"_s.arg(sheet.grouping.toHtmlEscaped());
    QStringList more;
    if (!sheet.sample.isEmpty()) more += say("Sample record: %1").arg(sheet.sample);
    if (!sheet.since.isEmpty()) more += sheet.since;
    if (!more.isEmpty()) html += u"<p>%1</p>"_s.arg(more.join(u" · "_s).toHtmlEscaped());
    return html;
}

QString tableHtml(const model::LookupTable& table)
{
    QString html =
        u"<p><span style=\"font-size:10pt;font-weight:700\">%1</span></p><table cellspacing=\"0\" "
        u"cellpadding=\"3\" "
        u"border=\"1\" "
        "style=\"border-collapse:collapse;border-color:#c6ccd4\"><thead><tr bgcolor=\"#eef1f5\">"_s.arg(
            table.name.toHtmlEscaped());
    html += u"<th align=\"left\">%1</th><th align=\"left\">%2</th></tr></thead>"_s.arg(
        table.keyLabel.toHtmlEscaped(), table.valueLabel.toHtmlEscaped());
    for (const model::LookupTable::Row& row : table.rows)
        html += u"<tr>"_s + cell(row.key) + cell(row.value) + u"</tr>"_s;
    html += u"</table><p>%1</p>"_s.arg((table.whenMissing == model::LookupTable::WhenMissing::Hold
                                            ? say("When nothing matches: the record is held.")
                                            : say("When nothing matches: %1").arg(table.defaultValue))
                                           .toHtmlEscaped());
    return html;
}

QString signaturesHtml()
{
    QString html = u"<br><br><table width=\"100%\" cellpadding=\"4\"><tr>"_s;
    for (const QString& word : {say("Prepared by"), say("Checked by"), say("Approved by")})
        html += u"<td width=\"33%\"><br><br>______________________________<br>%1<br><br>%2 "
                "________________</td>"_s.arg(word.toHtmlEscaped(), say("Date").toHtmlEscaped());
    return html + u"</tr></table>"_s;
}

using Cells = QList<model::Value>;

Cells texts(const QStringList& words)
{
    Cells row;
    for (const QString& word : words)
        row += word.isEmpty() ? model::Value() : model::Value(word);
    return row;
}

QList<Cells> tableRows(const model::LookupTable& table)
{
    QList<Cells> rows{Cells(), texts({say("Lookup table"), table.name}),
                      texts({table.keyLabel, table.valueLabel})};
    for (const model::LookupTable::Row& row : table.rows)
        rows += texts({row.key, row.value});
    const bool holds = table.whenMissing == model::LookupTable::WhenMissing::Hold;
    rows += texts({say("When nothing matches"), holds ? say("hold the record") : table.defaultValue});
    return rows;
}

} // namespace

MappingSheet sheetOf(const Worksheet& worksheet, const std::optional<service::KeptMapping>& since)
{
    const service::MappingBench& bench = worksheet.bench();
    const model::MappingDocument& document = worksheet.draft().document();
    MappingSheet sheet;
    sheet.title = say("Mapping sheet: %1").arg(bench.title);
    sheet.pair = bench.source.title + u" → "_s + bench.target.title;
    sheet.objects = bench.source.schema.label + u" → "_s + bench.target.schema.label;
    if (document.group) sheet.grouping = groupingInWords(worksheet, *document.group);
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

QString sheetHtml(const MappingSheet& sheet)
{
    const bool changes = !sheet.since.isEmpty();
    QString html = u"<html><body style=\"font-family:'Noto Sans',Arial,sans-serif;font-size:8pt;"
                   "color:#111\">"_s +
                   headHtml(sheet);
    html += u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\" border=\"1\" "
            "style=\"border-collapse:collapse;border-color:#c6ccd4\"><thead><tr bgcolor=\"#eef1f5\">"_s;
    // Formulas are long: they get the room.
    static constexpr std::array kWidths{12, 14, 28, 11, 11, 9, 15};
    static constexpr std::array kWidthsWithChanges{11, 12, 22, 9, 9, 8, 13, 16};
    const std::span<const int> widths = changes ? std::span<const int>(kWidthsWithChanges) : kWidths;
    size_t column = 0;
    for (const QString& word : headings(changes))
        html += u"<th align=\"left\" width=\"%1%\">%2</th>"_s.arg(widths[column++]).arg(word.toHtmlEscaped());
    html += u"</tr></thead>"_s;
    for (const MappingSheet::Row& row : sheet.rows)
        html += rowHtml(row, changes);
    html += u"</table>"_s;
    if (!sheet.tables.isEmpty())
        html += u"<p><span style=\"font-size:12pt;font-weight:700\">%1</span></p>"_s.arg(
            say("Appendix: lookup tables").toHtmlEscaped());
    for (const model::LookupTable& table : sheet.tables)
        html += tableHtml(table);
    return html + signaturesHtml() + u"</body></html>"_s;
}

QList<QList<model::Value>> sheetRows(const MappingSheet& sheet)
{
    const bool changes = !sheet.since.isEmpty();
    QList<Cells> rows{texts({sheet.title}),
                      texts({sheet.pair}),
                      texts({sheet.objects}),
                      texts({sheet.version}),
                      texts({say("Saved by"), sheet.author, sheet.savedAt}),
                      texts({say("Sample record"), sheet.sample})};
    if (!sheet.grouping.isEmpty()) rows += texts({sheet.grouping});
    if (changes) rows += texts({sheet.since});
    rows += Cells();
    rows += texts(headings(changes));
    for (const MappingSheet::Row& row : sheet.rows) {
        QStringList cells{QString(row.depth * 3, u' ') + row.target,
                          row.from,
                          row.formula,
                          row.sampleIn,
                          row.sampleOut,
                          row.whenEmpty,
                          row.note};
        if (changes) cells += row.change;
        rows += texts(cells);
    }
    for (const model::LookupTable& table : sheet.tables)
        rows += tableRows(table);
    rows += Cells();
    for (const QString& word : {say("Prepared by"), say("Checked by"), say("Approved by")})
        rows += texts({word, QString(), say("Date")});
    return rows;
}

} // namespace tieout::gui
