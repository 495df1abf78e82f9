// The mapping sheet as a workbook.
#include "gui/mapping/sheet.h"
#include "gui/mapping/sheetpaper.h"
#include "gui/widgets/say.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {

using model::Report;
using Part = Report::Part;

namespace {

Part partOf(const MappingSheet::Row& row)
{
    if (row.removed) return Part::Removed;
    if (!row.change.isEmpty()) return Part::Changed;
    return row.heading ? Part::Group : Part::Line;
}

void addFacts(QList<Report::Row>& rows, const MappingSheet& sheet)
{
    rows += {Part::Title, {sheet.title}};
    QStringList facts{sheet.pair, sheet.objects, sheet.version};
    if (!sheet.author.isEmpty()) facts += gui::say("saved by %1").arg(sheet.author) + u", "_s + sheet.savedAt;
    if (!sheet.sample.isEmpty()) facts += gui::say("Sample record: %1").arg(sheet.sample);
    facts += {sheet.grouping, sheet.since};
    facts += sheet.wholeChanges;
    facts += sheet.made;
    for (const QString& fact : std::as_const(facts)) {
        if (!fact.isEmpty()) rows += {Part::Fact, {fact}};
    }
    rows += {Part::Fact, {}};
}

Report::Sheet rules(const MappingSheet& sheet)
{
    Report::Sheet rules;
    rules.name = gui::say("Mapping");
    rules.widths = {24, 28, 52, 20, 20, 16, 28};
    const QStringList headings = sheetHeadings(sheet);
    if (headings.size() > rules.widths.size()) rules.widths += 32;
    addFacts(rules.rows, sheet);
    rules.rows += {Part::Heading, headings};
    for (const MappingSheet::Row& row : sheet.rows) {
        QStringList cells{QString(row.depth * 3, u' ') + row.target,
                          row.from,
                          row.formula,
                          row.sampleIn,
                          row.sampleOut,
                          row.whenEmpty,
                          row.note};
        if (!sheet.since.isEmpty()) cells += row.change;
        rules.rows += {partOf(row), cells};
    }
    if (!sheet.tables.isEmpty())
        rules.rows += {Part::Fact, {gui::say("The lookup tables stand on the sheet after this one.")}};
    rules.rows += {Part::Fact, {}};
    for (const QString& word : {gui::say("Prepared by"), gui::say("Checked by"), gui::say("Approved by")})
        rules.rows += {Part::ToSign, {word, {}, {}, gui::say("Date"), {}}};
    return rules;
}

Report::Sheet tables(const MappingSheet& sheet)
{
    Report::Sheet tables;
    tables.name = gui::say("Lookup tables");
    tables.widths = {40, 40};
    for (const model::LookupTable& table : sheet.tables) {
        tables.rows += {Part::Title, {table.name}};
        tables.rows += {Part::Group, {translatedLabel(table.keyLabel), translatedLabel(table.valueLabel)}};
        for (const model::LookupTable::Row& row : table.rows)
            tables.rows += {Part::Line, {row.key, row.value}};
        tables.rows += {Part::Fact, {noMatchInWords(table)}};
        tables.rows += {Part::Fact, {}};
    }
    return tables;
}

} // namespace

Report sheetReport(const MappingSheet& sheet)
{
    Report report;
    report.footer = sheetFooter(sheet);
    //: at the foot of a printed page
    report.pageFooter = gui::say("Page %1 of %2");
    report.sheets += rules(sheet);
    if (!sheet.tables.isEmpty()) report.sheets += tables(sheet);
    return report;
}

} // namespace tieout::gui
