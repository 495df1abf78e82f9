#pragma once

#include "gui/mapping/worksheet.h"
#include "gui/widgets/tokens.h"

#include <QAbstractTableModel>

namespace tieout::gui {

/// The rules of a worksheet as rows: one for each field of the target, members of lists indented under them.
/// Cells take edits and hand them to the draft. Owned by the mapping table.
class MappingTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingTableModel)
  public:
    enum Column { Target, From, Formula, SampleIn, SampleOut, WhenEmpty, Note, Problem, ColumnCount };

    explicit MappingTableModel(Worksheet& sheet, QObject* parent = nullptr);

    void setShow(MappingCanvas::Show show);
    /// Rows whose target, or whose source, holds the text; the groups around them stay.
    void setSearch(Side side, const QString& text);

    [[nodiscard]] QString key(int row) const { return m_keys.value(row); }
    [[nodiscard]] int row(const QString& key) const { return int(m_keys.indexOf(key)); }
    [[nodiscard]] Worksheet& sheet() const { return m_sheet; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// What the columns say, for the sheet on paper too.
    [[nodiscard]] static QString sampleIn(const Worksheet& sheet, const QString& target);
    [[nodiscard]] static QString sampleOut(const Worksheet& sheet, const mapping::TreeNode& node);
    [[nodiscard]] static QString problem(const Worksheet& sheet, const mapping::TreeNode& node, Tone& tone);

  private:
    void refresh();
    [[nodiscard]] QStringList visibleKeys() const;
    [[nodiscard]] bool fits(const mapping::TreeNode& node) const;
    [[nodiscard]] bool found(const mapping::TreeNode& node) const;
    [[nodiscard]] QString text(const mapping::TreeNode& node, int column) const;
    [[nodiscard]] QString toolTip(const mapping::TreeNode& node, int column) const;
    [[nodiscard]] QString spoken(const mapping::TreeNode& node, int column) const;

    Worksheet& m_sheet;
    QStringList m_keys;
    MappingCanvas::Show m_show = MappingCanvas::Show::All;
    QString m_sourceSearch;
    QString m_targetSearch;
};

} // namespace tieout::gui
