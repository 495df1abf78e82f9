#pragma once

#include "connectors/files/tablewriter.h"

struct lxw_workbook;
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
    [[nodiscard]] tl::unexpected<Error> fault(int code) const;

    QString m_path;
    QByteArray m_part;
    QByteArray m_scratch; ///< folder of the library's own temporary files
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_dateFormat = nullptr;
    quint32 m_row = 0;
    bool m_committed = false;
};

} // namespace tieout::connectors
