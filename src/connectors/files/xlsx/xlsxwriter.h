#pragma once

#include "connectors/files/tablewriter.h"
#include "connectors/files/xlsx/xlsxfile.h"

struct lxw_worksheet;
struct lxw_format;

namespace tieout::connectors {

/// Writes a spreadsheet of one sheet, a row at a time, in memory of one row.
class XlsxTable final : public TableWriter
{
  public:
    explicit XlsxTable(QString path);
    ~XlsxTable() override;
    Q_DISABLE_COPY_MOVE(XlsxTable)
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> row(const QList<model::Value>& cells) override;
    [[nodiscard]] Result<void> commit() override;

  private:
    [[nodiscard]] int put(quint16 column, const model::Value& value);

    XlsxFile m_file;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_dateFormat = nullptr;
    quint32 m_row = 0;
};

} // namespace tieout::connectors
