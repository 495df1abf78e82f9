#pragma once

#include "mapping/edit/fieldtree.h"
#include "mapping/edit/livevalues.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QListWidget;

namespace tieout::gui {

/// Chooses a field by typing a part of its name: what fills a target, or where a lost rule goes. Deletes
/// itself when closed.
class FieldChoice final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldChoice)
  public:
    enum class Taken : quint8 { No, Yes };
    enum class How : quint8 { Replace, Combine };
    struct Entry {
        QString key;
        QString words;
        QString name;
        QString value;
    };

    /// With Taken::Yes it asks whether the choice replaces what is there or is joined to it.
    FieldChoice(const QString& question, QList<Entry> entries, Taken taken, QWidget* parent);

  Q_SIGNALS:
    void chosen(const QString& key, tieout::gui::FieldChoice::How how);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void search(const QString& text);
    void choose();

    QList<Entry> m_entries;
    QLineEdit* m_search;
    QListWidget* m_list;
    QRadioButton* m_combine = nullptr;
    QPushButton* m_choose;
};

/// The fields of a tree for a choice, groups and lists as the caller wants them.
[[nodiscard]] QList<FieldChoice::Entry>
choicesOf(const mapping::FieldTree& tree, const QHash<QString, mapping::LiveValue>& values,
          const std::function<bool(const mapping::TreeNode&)>& offered);

} // namespace tieout::gui
