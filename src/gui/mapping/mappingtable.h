#pragma once

#include "gui/mapping/fieldchoice.h"
#include "gui/mapping/mappingtablemodel.h"

#include <QElapsedTimer>
#include <QWidget>

class QMenu;

namespace tieout::gui {

class TableView;

/// The mapping as a table: the way to work with the keyboard and with a screen reader, and what is printed.
/// Same draft, same steps to undo as the canvas. Owned by the map editor.
class MappingTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingTable)
  public:
    explicit MappingTable(Worksheet& sheet, QWidget* parent = nullptr);

    [[nodiscard]] QString currentTarget() const;
    void setCurrentTarget(const QString& key);
    void setShow(MappingCanvas::Show show);
    void setSearch(Side side, const QString& text);
    [[nodiscard]] TableView* view() const { return m_view; }
    [[nodiscard]] MappingTableModel* model() const { return m_model; }

    /// Asks what fills the current target. Of a group: whose members; of a lost field: where its rule goes.
    void chooseSource();

  Q_SIGNALS:
    void currentTargetChanged(const QString& key);
    void formulaWanted(const QString& target); ///< in the formula bar
    void listOptionsWanted(const QString& list);
    void groupPairWanted(const QString& sourceGroup, const QString& targetGroup);
    void refused(const tieout::Error& error);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] bool pressed(QKeyEvent* event);
    [[nodiscard]] bool clipboardKey(QKeyEvent* event);
    [[nodiscard]] bool isNaming(const QKeyEvent& event) const;
    [[nodiscard]] bool isNamingOn() const;
    void nameField(const QString& letter);
    void edit(int column);
    void editFrom(const QString& first);
    void remove();
    void copy();
    void paste();
    void chooseTarget();
    void map(const QString& source, const QString& target, FieldChoice::How how);
    [[nodiscard]] QStringList selectedTargets() const;
    void openMenu(const QPoint& global);
    void addRuleActions(QMenu& menu, const mapping::TreeNode& node);

    Worksheet& m_sheet;
    MappingTableModel* m_model;
    TableView* m_view;
    QString m_current; ///< found again when the rows change
    QString m_named;   ///< letters of a name so far
    QElapsedTimer m_namedSince;
};

} // namespace tieout::gui
