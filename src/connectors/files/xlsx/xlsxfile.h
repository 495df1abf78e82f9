#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

struct lxw_workbook;

namespace tieout::connectors {

/// A workbook that grows beside its place and is put there as a whole; until then the old file stays. One
/// thread; owned by whoever fills it.
class XlsxFile final
{
  public:
    explicit XlsxFile(QString path);
    ~XlsxFile();
    Q_DISABLE_COPY_MOVE(XlsxFile)

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] lxw_workbook* book() const { return m_book; }
    [[nodiscard]] const QString& path() const { return m_path; }
    /// What a code of the library means for this file.
    [[nodiscard]] tl::unexpected<Error> fault(int code) const;

  private:
    QString m_path;
    QByteArray m_part;
    QByteArray m_scratch; ///< folder of the library's own temporary files
    lxw_workbook* m_book = nullptr;
    bool m_committed = false;
};

/// A text as a cell keeps it: one that looks like an escaped character is not one.
[[nodiscard]] QByteArray cellBytes(QString text);
/// RowRejected "file.cell-too-long" when a spreadsheet cannot hold the text; rows and columns from 1.
[[nodiscard]] Result<void> fitsCell(const QString& text, const QString& path, quint32 row, qsizetype column);

} // namespace tieout::connectors
