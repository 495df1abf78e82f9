#pragma once

#include "gui/mapping/changewords.h"
#include "gui/shell/desk.h"
#include "gui/widgets/answers.h"
#include "model/mappinghistory.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace tieout::gui {

class Banner;
class TableView;

/// The saved versions of a mapping: who, when, what changed, compared two at a time, and one restored. Shown
/// beside the map editor or in a dialog. Main thread; owned by its parent.
class VersionsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsPanel)
  public:
    VersionsPanel(Desk& desk, Answers& answers, QWidget* parent = nullptr);

    /// Labels for fields; without them their API names are shown as words. May come before or after show().
    void setSchemas(const model::ObjectSchema& source, const model::ObjectSchema& target);
    /// Reads the versions of `flow`. `document` is what the editor holds now: when it differs from the newest
    /// version it is the first line of the list, "not saved yet".
    void show(const QString& flow, const model::MappingDocument& document);
    using QWidget::show;

  Q_SIGNALS:
    /// A person wants to go on working with this version; the editor puts it into its draft (one step that
    /// can be undone). Nothing is saved yet. Of a kept mapping that cannot be read the panel restores a
    /// version itself, see restored().
    void restoreWanted(const tieout::model::MappingDocument& document, int version);
    /// Saved as the newest version.
    void restored(int version);

  private:
    /// Version 0 is the draft that is not saved yet.
    using Document = model::MappingDocument;
    void buildList(QWidget* left);
    void buildChanges(QWidget* right);
    void fillList(const QList<model::MappingVersion>& versions);
    void choose(int row);
    void fillOthers(int row);
    /// Asks for the documents that are not here yet, then compares.
    void compare();
    void want(int version);
    void showChanges(const Document& before, const Document& after);
    void restore();
    void report(const Error& error);
    [[nodiscard]] QString nameOf(int version) const;
    [[nodiscard]] int chosen() const;
    [[nodiscard]] bool isInEditor(int version) const;
    [[nodiscard]] bool isReadable() const;

    Desk& m_desk;
    Answers& m_answers;
    ChangeWords m_words;
    QString m_flow;
    QList<model::MappingVersion> m_versions;
    QHash<int, Document> m_documents;
    quint64 m_asked = 0; ///< answers to earlier questions are dropped
    Banner* m_banner;
    TableView* m_list = nullptr;
    QStandardItemModel* m_lines = nullptr;
    QComboBox* m_others = nullptr;
    QPushButton* m_restore = nullptr;
    QStackedWidget* m_stack = nullptr;
    TableView* m_table = nullptr;
    QStandardItemModel* m_changes = nullptr;
    QLabel* m_same = nullptr;
};

} // namespace tieout::gui
