#pragma once

#include "model/mapping.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <vector>

namespace tieout::gui {

class LookupDraft;

/// The grid of a lookup table: its rows, a remark on each that needs one, and an empty row at the end to
/// type into. Edits go to the draft. Main thread.
class LookupRows final : public QAbstractTableModel
{
    Q_OBJECT
  public:
    enum Column { Key, Value, Remark, kColumns };
    /// What there is to say about a row.
    enum class Note : quint8 { None, Pattern, NoKey, NoValue, Twice, Unreached };

    explicit LookupRows(QObject* parent = nullptr);
    void setDraft(LookupDraft* draft);
    /// Asks the draft again.
    void refresh();

    [[nodiscard]] Note note(int row) const;
    /// The one at the end, to type into.
    [[nodiscard]] bool isEmptyRow(int row) const { return row >= m_rows.size(); }
    /// Rows that never count, or cannot be used.
    [[nodiscard]] int faults() const { return m_faults; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  Q_SIGNALS:
    /// The remarks are those of the draft as it is now.
    void judged();

  private:
    using Row = model::LookupTable::Row;
    void judge();
    [[nodiscard]] QString remark(int row) const;
    [[nodiscard]] QString explanation(int row) const;

    QPointer<LookupDraft> m_draft;
    std::vector<Note> m_notes;
    int m_faults = 0;
    QList<Row> m_rows;  ///< as the views know them
    bool m_open = true; ///< the empty row stands at the end
};

} // namespace tieout::gui
