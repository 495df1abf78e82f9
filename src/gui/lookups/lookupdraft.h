#pragma once

#include "model/mapping.h"

#include <QObject>

#include <optional>

namespace tieout::gui {

/// A lookup table while a person works on it: each edit is a step that can be taken back; it remembers what
/// was saved last. Main thread; owned by the Lookups page.
class LookupDraft final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookupDraft)
  public:
    using Row = model::LookupTable::Row;
    struct Step {
        enum class Kind : quint8 { Edit, Add, Remove, Paste, Import, Move, Sort, WhenMissing, Discard };
        Kind kind = Kind::Edit;
        qsizetype rows = 1;
    };

    /// `saved` is what the workspace has; nothing for a new table.
    LookupDraft(model::LookupTable table, std::optional<model::LookupTable> saved, QObject* parent);

    [[nodiscard]] const model::LookupTable& table() const { return m_table; }
    [[nodiscard]] const QList<Row>& rows() const { return m_table.rows; }
    /// What the workspace had when these changes began.
    [[nodiscard]] const std::optional<model::LookupTable>& saved() const { return m_saved; }
    [[nodiscard]] bool isModified() const;
    /// Ready to be kept: trimmed, rows without key and value left out.
    [[nodiscard]] model::LookupTable cleaned() const;
    void markSaved(const model::LookupTable& saved);

    void setRows(QList<Row> rows, Step step);
    void setCell(qsizetype row, int column, const QString& text); ///< the row behind the last one is new
    void setWhenMissing(model::LookupTable::WhenMissing rule, const QString& value);
    /// Writes a block over the cells from there on; more rows are added.
    void paste(qsizetype row, int column, const QList<QStringList>& block);
    /// By one column, 2 before 10. Never changes what the table means: patterns stay last and in their order,
    /// of rows with the same key the first one stays the first.
    void sort(int column, Qt::SortOrder order);
    /// Rows of known keys get the new value, the others are added; of a key that comes twice the first
    /// counts.
    void merge(const QList<Row>& rows);

    [[nodiscard]] std::optional<Step> undoable() const;
    [[nodiscard]] std::optional<Step> redoable() const;
    void undo();
    void redo();
    /// Back to what is saved; one step.
    void discard();

  Q_SIGNALS:
    void changed();

  private:
    struct State {
        model::LookupTable table;
        Step step; ///< what led away from it
    };
    void commit(model::LookupTable table, Step step);

    model::LookupTable m_table;
    std::optional<model::LookupTable> m_saved;
    QList<State> m_before;
    QList<State> m_after;
};

} // namespace tieout::gui
