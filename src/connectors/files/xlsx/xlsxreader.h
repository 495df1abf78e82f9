#pragma once

#include "connectors/files/tablereader.h"
#include "connectors/files/xlsx/xlsxbook.h"

namespace tieout::connectors {

/// The rows of one sheet, read as a stream: what the sheet claims about its own size is not believed. Rows
/// and cells must come in order. Numbers are the digits of the file, never a binary fraction.
class XlsxReader final : public TableReader
{
  public:
    /// Error: what the book or the sheet is refused for.
    [[nodiscard]] static Result<std::unique_ptr<XlsxReader>> open(std::unique_ptr<QIODevice> device,
                                                                  QString name, const QString& sheet,
                                                                  ReadStyle style, XlsxLimits limits = {});

    [[nodiscard]] Result<bool> next() override;
    [[nodiscard]] qint64 line() const override { return m_line; }
    [[nodiscard]] int width() const override { return m_cells.empty() ? 0 : m_cells.back().column + 1; }
    [[nodiscard]] model::Value cell(int column, model::FieldType type, CellFault* fault) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] bool isBlank(int column) const override;
    [[nodiscard]] quint64 contentHash() const override;
    [[nodiscard]] model::FieldType ownType(int column) const override;
    [[nodiscard]] const XlsxBook& book() const { return *m_book; }
    [[nodiscard]] const XlsxBook::Sheet& sheet() const { return m_sheet; }

  private:
    enum class Kind : quint8 { Text, Number, Boolean, Error };
    struct Cell {
        int column = 0;
        Kind kind = Kind::Number;
        CellLook look = CellLook::Plain;
        QString text;
    };
    XlsxReader(std::unique_ptr<XlsxBook> book, XlsxBook::Sheet sheet, ReadStyle style);
    [[nodiscard]] Result<void> beginRow();
    [[nodiscard]] Result<void> readCells();
    [[nodiscard]] Result<void> beginCell(Cell& cell);
    [[nodiscard]] Result<void> readCell();
    [[nodiscard]] Result<void> finishCell(Cell& cell);
    [[nodiscard]] const Cell* find(int column) const;
    [[nodiscard]] model::Value numberCell(const Cell& cell, model::FieldType type, CellFault* fault) const;
    [[nodiscard]] tl::unexpected<Error> fault(const QString& code, const QString& text,
                                              QStringList more = {}) const;

    std::unique_ptr<XlsxBook> m_book;
    XlsxBook::Sheet m_sheet;
    ReadStyle m_style;
    std::unique_ptr<XmlWalk> m_xml;
    std::vector<Cell> m_cells;
    qint64 m_line = 0;
    int m_column = -1;       ///< of the last cell, blank or not
    bool m_isShared = false; ///< the cell under way names a shared text
    bool m_hasValue = false;
    bool m_hasFormula = false;
    bool m_atEnd = false;
};

} // namespace tieout::connectors
