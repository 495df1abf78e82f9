#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tieout::sandbox::salesforce {

/// How a bulk job's CSV is written.
struct CsvDialect {
    char delimiter = ',';
    bool crlf = false;

    /// From "COMMA", "TAB" … and "LF" or "CRLF"; empty names mean the defaults.
    [[nodiscard]] static std::optional<CsvDialect> named(const QString& delimiter, const QString& lineEnding);
    [[nodiscard]] QString delimiterName() const;
    [[nodiscard]] QString lineEndingName() const;
};

/// Reads a CSV text record by record. Borrows the bytes; made, used and dropped by one job.
class CsvReader final
{
  public:
    CsvReader(QByteArrayView bytes, const CsvDialect& dialect, qsizetype from = 0);

    /// The next record's cells, without their quotes; false at the end or on a fault. Blank lines are
    /// skipped.
    [[nodiscard]] bool next(std::vector<QByteArray>& cells);
    [[nodiscard]] qsizetype start() const { return m_start; } ///< where the record just read begins
    [[nodiscard]] const QString& fault() const { return m_fault; }

  private:
    [[nodiscard]] bool readCell(QByteArray& cell, bool& lastOfLine);
    [[nodiscard]] bool readQuoted(QByteArray& cell);

    QByteArrayView m_bytes;
    CsvDialect m_dialect;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    QString m_fault;
};

/// Appends one record, every cell quoted as the service does.
void appendCsvRecord(QByteArray& out, const std::vector<QByteArray>& cells, const CsvDialect& dialect);

} // namespace tieout::sandbox::salesforce
