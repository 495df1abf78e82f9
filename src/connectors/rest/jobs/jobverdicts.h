#pragma once

#include "connectors/manifest.h"

#include <string_view>

namespace tieout::connectors {

/// Rows of a result text, by the names of its columns; one at a time. Lives on the stack of its reader.
class ResultRows final
{
  public:
    explicit ResultRows(QByteArray text);
    ~ResultRows();
    Q_DISABLE_COPY_MOVE(ResultRows)

    /// The next row; false at the end. Error: RemoteFault "answer.malformed".
    [[nodiscard]] Result<bool> next();
    /// The cell of a column of the present row; empty when there is no such column.
    [[nodiscard]] std::string_view cell(const QString& column) const;
    [[nodiscard]] const QStringList& columns() const;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The verdicts of a job's rows, gathered from its results: each is read, none assumed. A row that no result
/// names, or two do, is Uncertain. Engine thread; lives as long as the results are read.
class JobVerdicts final
{
  public:
    enum class Part : quint8 { Written, Refused, Unsent };

    JobVerdicts(const Manifest& manifest, const ObjectSpec& object, const WriteSpec& write,
                QList<WriteRow> rows);

    /// Takes one result in, whole or not at all: it may be asked for again. `expected` are the numbers of
    /// rows that make it whole; none: not known. Errors: RemoteFault "answer.malformed", "answer.incomplete".
    [[nodiscard]] Result<void> take(const QByteArray& text, Part part, const QList<qint64>& expected);
    /// One outcome per row. `fault` is why the job was given up; it is the error of its unsent rows.
    [[nodiscard]] QList<model::RowOutcome> outcomes(const QString& fault) const;

  private:
    struct Found {
        Part part = Part::Written;
        QString id;
        QString error;
        bool twice = false;
    };
    [[nodiscard]] model::RowOutcome written(const WriteRow& row, const Found& found) const;
    [[nodiscard]] Error refusal(const QString& cell) const;

    const Manifest& m_manifest;
    const ObjectSpec& m_object;
    const WriteSpec& m_write;
    QList<WriteRow> m_rows;
    QHash<QString, Found> m_found; ///< by the row's key, case folded
};

} // namespace tieout::connectors
