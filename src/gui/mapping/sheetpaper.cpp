#include "gui/mapping/sheetpaper.h"

#include "gui/widgets/say.h"

#include <QAbstractTextDocumentLayout>
#include <QLocale>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// More is not read on paper.
constexpr qsizetype kMostTableRows = 400;
constexpr double kMarginMm = 14;
constexpr double kFooterMm = 8;
constexpr double kPointsPerMm = 72 / 25.4;
/// Lookup tables begin on a page of their own rather than in its last part.
constexpr double kRoomForTables = 0.2;
constexpr double kEndless = 1e8;
constexpr QLatin1String kNewPage("<p style=\"page-break-before:always;margin:0;font-size:1pt\"></p>");
constexpr QColor kFootInk(0x55, 0x5b, 0x66);

/// In points: a font in pixels would come out at the device's own pixels.
QFont paperFont(int points)
{
    QFont font(u"Noto Sans"_s);
    font.setPointSize(points);
    return font;
}

QString cell(const QString& text, const QString& style = {})
{
    return u"<td style=\"%1\">%2</td>"_s.arg(style, text.toHtmlEscaped());
}

QString ruleHtml(const MappingSheet::Row& row, bool changes)
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

QString paragraph(const QString& text)
{
    return text.isEmpty() ? text : u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString headHtml(const MappingSheet& sheet)
{
    QStringList facts{sheet.pair, sheet.objects, sheet.version};
    if (!sheet.author.isEmpty()) facts += say("saved by %1").arg(sheet.author);
    facts += sheet.savedAt;
    facts.removeAll(QString());
    QStringList more;
    if (!sheet.sample.isEmpty()) more += say("Sample record: %1").arg(sheet.sample);
    if (!sheet.since.isEmpty()) more += sheet.since;
    more += sheet.wholeChanges;
    return u"<p><span style=\"font-size:16pt;font-weight:700\">%1</span></p>"_s.arg(
               sheet.title.toHtmlEscaped()) +
           paragraph(facts.join(u" · "_s)) + paragraph(sheet.grouping) + paragraph(more.join(u" · "_s));
}

QString tableStart(const QString& attributes)
{
    return u"<table %1 cellspacing=\"0\" cellpadding=\"3\" border=\"1\" "
           "style=\"border-collapse:collapse;border-style:solid;border-color:#c6ccd4\"><thead>"
           "<tr bgcolor=\"#eef1f5\">"_s.arg(attributes);
}

QString rulesStart(const MappingSheet& sheet)
{
    // Formulas are long: they get the room.
    static constexpr std::array kWidths{12, 14, 28, 11, 11, 9, 15};
    static constexpr std::array kWidthsWithChanges{11, 12, 22, 9, 9, 8, 13, 16};
    const bool changes = !sheet.since.isEmpty();
    const std::span<const int> widths = changes ? std::span<const int>(kWidthsWithChanges) : kWidths;
    QString html = tableStart(u"width=\"100%\""_s);
    size_t column = 0;
    for (const QString& word : sheetHeadings(sheet))
        html += u"<th align=\"left\" width=\"%1%\">%2</th>"_s.arg(widths[column++]).arg(word.toHtmlEscaped());
    return html + u"</tr></thead>"_s;
}

QString beginning(bool onNewPage)
{
    return onNewPage ? u" style=\"page-break-before:always\""_s : QString();
}

QString lookupStart(const model::LookupTable& table)
{
    QString html = tableStart(u"width=\"50%\""_s);
    for (const QString& label : {table.keyLabel, table.valueLabel})
        html += u"<th align=\"left\" width=\"50%\">%1</th>"_s.arg(translatedLabel(label).toHtmlEscaped());
    return html + u"</tr></thead>"_s;
}

QString lookupHtml(const model::LookupTable& table, bool onNewPage, const QSet<qsizetype>& breaks)
{
    QString html = u"<p%1><span style=\"font-size:10pt;font-weight:700\">%2</span></p>"_s.arg(
        beginning(onNewPage), table.name.toHtmlEscaped());
    html += lookupStart(table);
    for (qsizetype row = 0; row < std::min(table.rows.size(), kMostTableRows); ++row) {
        if (breaks.contains(row)) html += u"</table>"_s + kNewPage + lookupStart(table);
        html += u"<tr>"_s + cell(table.rows[row].key) + cell(table.rows[row].value) + u"</tr>"_s;
    }
    html += u"</table>"_s;
    const qsizetype left = table.rows.size() - kMostTableRows;
    if (left > 0)
        html += paragraph(
            say("%Ln more rows of this table are in the Excel file of this sheet.", nullptr, int(left)));
    return html + paragraph(noMatchInWords(table));
}

QString toSignHtml()
{
    QString html = u"<table width=\"100%\" cellpadding=\"4\"><tr>"_s;
    for (const QString& word : {say("Prepared by"), say("Checked by"), say("Approved by")})
        html += u"<td width=\"33%\"><br><br>______________________________<br>%1<br><br>%2 "
                "________________</td>"_s.arg(word.toHtmlEscaped(), say("Date").toHtmlEscaped());
    return html + u"</tr></table>"_s;
}

} // namespace

QStringList sheetHeadings(const MappingSheet& sheet)
{
    QStringList words{say("Field"),      say("Comes from"), say("Formula"), say("Sample in"),
                      say("Sample out"), say("When empty"), say("Note")};
    if (!sheet.since.isEmpty()) words += say("Change", "what changed at a rule");
    return words;
}

QString sheetFooter(const MappingSheet& sheet)
{
    QStringList words{sheet.title, sheet.version, sheet.made};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

QString noMatchInWords(const model::LookupTable& table)
{
    return table.whenMissing == model::LookupTable::WhenMissing::Hold
               ? say("When nothing matches: the record is held.")
               : say("When nothing matches: %1").arg(table.defaultValue);
}

QString sheetHtml(const MappingSheet& sheet, const SheetBreaks& breaks)
{
    QString html = u"<html><body style=\"font-family:'Noto Sans',Arial,sans-serif;font-size:8pt;"
                   "color:#111\">"_s +
                   headHtml(sheet) + rulesStart(sheet);
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        if (breaks.rules.contains(row)) html += u"</table>"_s + kNewPage + rulesStart(sheet);
        html += ruleHtml(sheet.rows[row], !sheet.since.isEmpty());
    }
    html += u"</table>"_s;
    if (!sheet.tables.isEmpty())
        html += u"<p%1><span style=\"font-size:12pt;font-weight:700\">%2</span></p>"_s.arg(
            beginning(breaks.tables.contains(0)), say("Appendix: lookup tables").toHtmlEscaped());
    for (qsizetype table = 0; table < sheet.tables.size(); ++table)
        html += lookupHtml(sheet.tables[table], table > 0 && breaks.tables.contains(table),
                           breaks.tableRows.value(table));
    html += u"<p%1></p>"_s.arg(beginning(breaks.toSign)) + toSignHtml();
    return html + u"</body></html>"_s;
}

SheetPaper::SheetPaper(const MappingSheet& sheet, QPagedPaintDevice& device)
    : m_sheet(sheet)
    , m_device(device)
    , m_dots(device.logicalDpiY() / 72.0)
    , m_margin(kMarginMm * kPointsPerMm * m_dots)
{
    // The paper has margins of its own.
    device.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(), QPageLayout::Millimeter));
    m_body = QSizeF(device.width() - 2 * m_margin,
                    device.height() - 2 * m_margin - kFooterMm * kPointsPerMm * m_dots);
    m_document.documentLayout()->setPaintDevice(&device);
    m_document.setDefaultFont(paperFont(8));
    m_document.setDocumentMargin(0);
    endPages();
    layOut(m_body);
}

void SheetPaper::layOut(const QSizeF& page)
{
    m_document.setHtml(sheetHtml(m_sheet, m_breaks));
    m_document.setPageSize(page);
}

/// Rules, lookup tables, lines to sign.
const QTextTable* SheetPaper::table(qsizetype place) const
{
    return qobject_cast<const QTextTable*>(m_document.rootFrame()->childFrames().value(place));
}

QRectF SheetPaper::area(const QTextTable& table, int row) const
{
    QRectF whole;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        for (auto part = cell.begin(); part != cell.end(); ++part)
            whole |= m_document.documentLayout()->blockBoundingRect(part.currentBlock());
    }
    return whole;
}

/// Heights do not depend on pages: they are taken from a paper without an end.
void SheetPaper::endPages()
{
    layOut({m_body.width(), kEndless});
    m_end = m_body.height() - seam();
    keepRowsWhole(*table(0), m_breaks.rules);
    for (qsizetype lookup = 0; lookup < m_sheet.tables.size(); ++lookup) {
        keepTableTogether(lookup);
        keepRowsWhole(*table(1 + lookup), m_breaks.tableRows[lookup]);
    }
    m_breaks.toSign = area(*table(1 + m_sheet.tables.size()), 0).bottom() > m_end;
}

/// A table's name does not stand alone at the foot of a page, nor the first one in its last part.
void SheetPaper::keepTableTogether(qsizetype lookup)
{
    const QTextTable& rows = *table(1 + lookup);
    const QTextBlock name = m_document.findBlock(rows.firstPosition() - 1);
    const QTextBlock first = lookup == 0 ? name.previous() : name;
    const double top = m_document.documentLayout()->blockBoundingRect(first).top();
    const bool late = lookup == 0 && m_end - top < kRoomForTables * m_body.height();
    if (!late && area(rows, rows.rows() > 1 ? 1 : 0).bottom() <= m_end) return;
    m_breaks.tables.insert(lookup);
    m_end = top + m_body.height() - seam();
}

void SheetPaper::keepRowsWhole(const QTextTable& table, QSet<qsizetype>& breaks)
{
    const double head = table.rows() > 1 ? area(table, 1).top() - area(table, 0).top() : 0;
    for (int row = 1; row < table.rows(); ++row) {
        const QRectF whole = area(table, row);
        if (whole.bottom() <= m_end) continue;
        if (row > 1) {
            breaks.insert(row - 1);
            m_end = whole.top() + m_body.height() - head - 2 * seam();
        }
        while (whole.bottom() > m_end) // taller than a page: it has to be torn
            m_end += m_body.height() - head - seam();
    }
}

/// What cells' padding, borders and the start of a table take beside the texts.
double SheetPaper::seam() const
{
    return 8 * m_dots;
}

int SheetPaper::pageOf(qsizetype rule) const
{
    qsizetype place = 0, start = 0;
    for (qsizetype row = 1; row <= rule; ++row) {
        if (!m_breaks.rules.contains(row)) continue;
        ++place;
        start = row;
    }
    const QRectF whole = area(*table(place), int(rule - start) + 1);
    const int top = int(whole.top() / m_body.height());
    return top == int(whole.bottom() / m_body.height()) ? top + 1 : 0;
}

void SheetPaper::print()
{
    QPainter painter(&m_device);
    const QPageRanges wanted = m_device.pageRanges();
    bool first = true;
    for (int page = 1; page <= pages(); ++page) {
        if (!wanted.isEmpty() && !wanted.contains(page)) continue;
        if (!std::exchange(first, false)) m_device.newPage();
        paintPage(painter, page);
    }
}

void SheetPaper::paintPage(QPainter& painter, int page)
{
    painter.save();
    painter.translate(m_margin, m_margin - (page - 1) * m_body.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.clip = QRectF(0, (page - 1) * m_body.height(), m_body.width(), m_body.height());
    painter.setClipRect(context.clip);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
    const QFont font = paperFont(7);
    painter.setFont(font);
    painter.setPen(kFootInk);
    const QRectF foot(m_margin, m_margin + m_body.height(), m_body.width(),
                      kFooterMm * kPointsPerMm * m_dots);
    const QString number =
        gui::say("Page %1 of %2").arg(QLocale().toString(page), QLocale().toString(pages()));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, number);
    const QFontMetricsF metrics(font, &m_device);
    const double room = foot.width() - metrics.horizontalAdvance(number) - 12 * m_dots;
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                     metrics.elidedText(sheetFooter(m_sheet), Qt::ElideRight, room));
}

} // namespace tieout::gui
