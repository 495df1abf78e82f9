#pragma once

#include "connectors/sql/sqlwrite.h"

#include <QMap>

namespace tieout::connectors {

/// A row as the texts that the database is given: `columns` by position in the table, in ascending order; the
/// key parts of an update or a deletion apart.
struct TextRow {
    qsizetype place = 0; ///< in the batch
    QList<int> columns;
    QList<std::optional<QString>> cells; ///< none: NULL
    QStringList key;
};

[[nodiscard]] Error sqlRowError(const QString& code, const TableUse& use, const QString& column,
                                const QString& text);

/// Turns the rows of a batch into texts and says which of them a table cannot take. Lives for one batch.
class SqlRowTexts final
{
  public:
    explicit SqlRowTexts(const SqlBatch& batch)
        : m_batch(batch)
    {
    }

    /// Errors RowRejected: "sql.row-gone", "sql.nothing-to-write", "sql.column-read-only", "sql.key-change",
    /// and those of sqlText().
    [[nodiscard]] Result<TextRow> textRow(qsizetype place);
    /// The database's refusal of one row, with the column it means: a database that names none means the one
    /// whose value cannot fit.
    [[nodiscard]] Error refusalOf(const TextRow& row, Error error) const;

  private:
    /// Slots of a shape with the column each goes to.
    using SlotList = QList<QPair<int, int>>;

    [[nodiscard]] const SqlTable& table() const { return m_batch.use.table; }
    [[nodiscard]] const SlotList& slotsOf(const model::ShapePtr& shape);
    [[nodiscard]] Result<void> takeKey(TextRow& row, const WriteRow& given) const;
    [[nodiscard]] Result<void> takeValues(TextRow& row, const WriteRow& given);
    [[nodiscard]] Result<std::optional<QString>> cellOf(const model::Value& value, int column) const;
    [[nodiscard]] Result<void> keepsKey(const TextRow& row, int column, const QString& text) const;
    [[nodiscard]] QString suspect(const TextRow& row, const QString& code) const;

    const SqlBatch& m_batch;
    QHash<const model::Shape*, SlotList> m_slots; ///< rows of a batch share few shapes
};

} // namespace tieout::connectors
