#pragma once

#include "gui/mapping/sheet.h"

#include <QHash>
#include <QSet>
#include <QTextDocument>

class QPagedPaintDevice;
class QPainter;
class QTextTable;

namespace tieout::gui {

[[nodiscard]] QStringList sheetHeadings(const MappingSheet& sheet);
/// What a page is a page of: "Mapping sheet: Deals → invoices · Version 7 · Made on …".
[[nodiscard]] QString sheetFooter(const MappingSheet& sheet);
/// "When nothing matches: the record is held."
[[nodiscard]] QString noMatchInWords(const model::LookupTable& table);

/// What begins a page by choice.
struct SheetBreaks {
    QSet<qsizetype> rules;
    QSet<qsizetype> tables; ///< of lookups, with their names
    QHash<qsizetype, QSet<qsizetype>> tableRows;
    bool toSign = false; ///< the lines to sign
};
/// Black on white. A lookup table is cut after a few hundred rows, which is said; the workbook has them all.
[[nodiscard]] QString sheetHtml(const MappingSheet& sheet, const SheetBreaks& breaks = {});

/// A sheet laid out on A4 across: no row is torn by the end of a page, the lines to sign stay together, and
/// each page says what it is a page of and which of how many. Main thread; `sheet` and `device` outlive it.
class SheetPaper final
{
    Q_DISABLE_COPY_MOVE(SheetPaper)
  public:
    SheetPaper(const MappingSheet& sheet, QPagedPaintDevice& device);

    [[nodiscard]] int pages() const { return m_document.pageCount(); }
    /// Of a rule, from 1; 0 when it is torn because it is taller than a page.
    [[nodiscard]] int pageOf(qsizetype rule) const;
    void print();

  private:
    void layOut(const QSizeF& page);
    void endPages();
    void keepTableTogether(qsizetype lookup);
    void keepRowsWhole(const QTextTable& table, QSet<qsizetype>& breaks);
    void paintPage(QPainter& painter, int page);
    [[nodiscard]] double seam() const;
    [[nodiscard]] const QTextTable* table(qsizetype place) const;
    [[nodiscard]] QRectF area(const QTextTable& table, int row) const;

    const MappingSheet& m_sheet;
    QPagedPaintDevice& m_device;
    double m_dots; ///< of the device to a point
    double m_margin;
    QSizeF m_body;
    QTextDocument m_document;
    SheetBreaks m_breaks;
    double m_end = 0; ///< of the page that is being filled, on a paper without an end
};

} // namespace tieout::gui
