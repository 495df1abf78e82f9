#pragma once

#include "connectors/files/csv/csvscanner.h"
#include "connectors/files/tablereader.h"

namespace tieout::connectors {

/// The rows of a delimited text file. Owns its device.
class CsvReader final : public TableReader
{
  public:
    /// `device` is open for reading.
    CsvReader(std::unique_ptr<QIODevice> device, QString name, TextEncoding encoding, CsvDialect dialect,
              ReadStyle style, CsvLimits limits = {});

    [[nodiscard]] Result<bool> next() override { return m_scanner.next(); }
    [[nodiscard]] qint64 line() const override { return m_scanner.line(); }
    [[nodiscard]] int width() const override { return int(m_scanner.cells().size()); }
    [[nodiscard]] model::Value cell(int column, model::FieldType type, CellFault* fault) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] bool isBlank(int column) const override;
    [[nodiscard]] model::FieldType ownType(int column) const override;
    [[nodiscard]] quint64 contentHash() const override;

  private:
    std::unique_ptr<QIODevice> m_device;
    TextEncoding m_encoding; ///< of the cells: UTF-16 is UTF-8 by then
    ReadStyle m_style;
    CsvScanner m_scanner;
};

} // namespace tieout::connectors
