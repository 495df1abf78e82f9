#pragma once

#include "gui/shell/page.h"
#include "service/mappingbench.h"

#include <QHash>

class QComboBox;
class QFileDialog;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace tieout::gui {

class LookupDraft;
class LookupGrid;
class LookupHistory;

/// Lookup tables as grids: what a value of one side means on the other. What is not saved yet is kept while
/// the window is open, and asked about before it closes. Saving plans held records again.
class LookupsPage final : public Page
{
    Q_OBJECT
  public:
    explicit LookupsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;
    [[nodiscard]] bool hasUnsaved() const override { return !unsaved().isEmpty(); }
    void askToLeave(std::function<void()> leave) override;
    /// Rows of a CSV or Excel file into the shown table, after a question.
    void importFile(const QString& path);
    void exportFile(const QString& path);

  private:
    void buildBody();
    [[nodiscard]] QWidget* buildNames();
    [[nodiscard]] QWidget* buildEditor();
    [[nodiscard]] QWidget* buildRows();
    [[nodiscard]] QLayout* buildTools();
    [[nodiscard]] QLayout* buildFooter();
    [[nodiscard]] QWidget* buildHeld();
    void load();
    void take(const QList<model::LookupTable>& tables);
    void fillNames();
    void markName(QListWidgetItem& item) const;
    void showTable(const QString& name);
    void showDraft();
    void showFaults();
    void showUsage();
    void askHeld();
    void showHeld(const service::HeldForTable& held);
    [[nodiscard]] QStringList missingKeys() const;
    void filter();
    void askForNewTable();
    void removeTable();
    void forget(const QString& name);
    [[nodiscard]] QFileDialog* fileDialog(const QString& title);
    void chooseImport();
    void chooseExport();
    void save();
    void saveTable(const QString& name, std::function<void()> then);
    void discard();
    void pasted(int rows, int leftOut);
    void tryHeldNow();
    void saveAll(std::function<void()> then);
    void discardAll();
    [[nodiscard]] LookupDraft* draft() const;
    [[nodiscard]] QStringList unsaved() const;

    QStringList m_order; ///< names as listed
    QHash<QString, LookupDraft*> m_drafts;
    QString m_shown;
    service::HeldForTable m_heldFor;
    QStackedWidget* m_stack;
    QListWidget* m_names = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_usage = nullptr;
    QMenu* m_uses = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_faults = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QMenu* m_sort = nullptr;
    QPushButton* m_historyButton = nullptr;
    QWidget* m_held = nullptr;
    QLabel* m_heldWords = nullptr;
    QPushButton* m_addMissing = nullptr;
    QPushButton* m_tryNow = nullptr;
    LookupGrid* m_grid = nullptr;
    LookupHistory* m_history = nullptr;
    QComboBox* m_missing = nullptr;
    QLineEdit* m_default = nullptr;
    QPushButton* m_new;
    QPushButton* m_discard;
    PrimaryButton* m_save;
};

} // namespace tieout::gui
