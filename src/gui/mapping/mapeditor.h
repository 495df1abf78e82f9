#pragma once

#include "gui/mapping/worksheet.h"
#include "gui/shell/desk.h"
#include "gui/widgets/answers.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace tieout::gui {

class Banner;
class Card;
class FormulaBar;
class MapHeader;
class MappingTable;
class PrimaryButton;
class SamplePicker;

/// The Map step of a sync: canvas or table over one draft, the formula bar beneath, the sample above. What is
/// not saved stays until a person decides. Part of FlowEditor; main thread.
class MapEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapEditor)
  public:
    MapEditor(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    ~MapEditor() override;

    /// A sync, with the flows that make records for it. The same one again keeps the draft.
    void show(const QString& flow);
    using QWidget::show;
    /// For the title line of the page, while this step is shown.
    [[nodiscard]] QList<QWidget*> headerActions() const;
    /// "Show: all · unmapped · …", for the line of the steps.
    [[nodiscard]] QWidget* filters() const { return m_filters; }
    /// "Version 7, unsaved"; empty while nothing is loaded.
    [[nodiscard]] QString versionWords() const;
    [[nodiscard]] bool isModified() const;
    /// Calls `leave` when nothing is unsaved, or once a person has decided about it.
    void askToLeave(std::function<void()> leave);

    [[nodiscard]] Worksheet& sheet() { return m_sheet; }
    [[nodiscard]] MappingCanvas* canvas() const { return m_canvas; }
    [[nodiscard]] MappingTable* table() const { return m_table; }
    [[nodiscard]] FormulaBar* bar() const { return m_bar; }
    enum class View : quint8 { Canvas, Table };
    void setView(View view);

  Q_SIGNALS:
    void stateChanged();
    void failed(const tieout::Error& error);
    void saved(const QString& text);
    void lookupWanted(const QString& table);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void buildFilters();
    void buildActions();
    void connectViews();
    void addMoreMenu();
    void open(const QString& flow);
    void load(const QString& flow);
    void showBench(service::MappingBench bench);
    void takeKeyboard();
    void showFaults();
    void loadSample(const QString& id);
    void refreshActions();
    void fillUndoMenu();
    void chooseTarget(const QString& target);
    void setShow(int show);
    void showEverything();
    void undo(int steps);
    void save(const QString& note);
    void saveWithNote();
    void autoMap(const QString& sourceGroup, const QString& targetGroup);
    void showVersions();
    void showWhatIf();
    void showSheet();
    void editNote(const QString& target);
    void showPanel(QWidget* panel, const QString& title);

    Desk& m_desk;
    Answers& m_answers;
    Worksheet m_sheet;
    QString m_flow;   ///< the sync
    QString m_opened; ///< it, or one that makes records for it: whose mapping is shown
    quint64 m_asked = 0;
    quint64 m_askedSample = 0;
    int m_version = 0; ///< what the draft is based on
    bool m_saving = false;
    std::function<void()> m_leave; ///< once the save under way is through

    QWidget* m_filters;
    QButtonGroup* m_shows;
    QComboBox* m_objects;
    QToolButton* m_undo;
    QPushButton* m_autoMap;
    QPushButton* m_tableView;
    QToolButton* m_more;
    PrimaryButton* m_save;
    QStackedWidget* m_stack;
    Banner* m_banner;
    MapHeader* m_header;
    QStackedWidget* m_views;
    MappingCanvas* m_canvas;
    MappingTable* m_table;
    FormulaBar* m_bar;
};

} // namespace tieout::gui
