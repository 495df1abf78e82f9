#pragma once

#include "connectors/files/tablewriter.h"

#include <QFile>

namespace tieout::connectors {

/// Writes delimited text, UTF-8, CRLF.
class CsvTable final : public TableWriter
{
  public:
    CsvTable(QString path, WriteStyle style);
    ~CsvTable() override;
    Q_DISABLE_COPY_MOVE(CsvTable)
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> row(const QList<model::Value>& cells) override;
    [[nodiscard]] Result<void> commit() override;

  private:
    void append(const model::Value& value);
    void appendText(const QString& text);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] tl::unexpected<Error> fault() const;

    QString m_path;
    WriteStyle m_style;
    QFile m_file;
    QByteArray m_buffer;
    bool m_committed = false;
};

/// Where a file is written before it takes its place: beside it, hidden.
[[nodiscard]] QString partOf(const QString& path);

} // namespace tieout::connectors
