#pragma once

#include "gui/widgets/answers.h"
#include "gui/widgets/parts.h"

#include "model/attachedfile.h"
#include "model/recordsample.h"
#include "service/workbench.h"

#include <QDialog>

class QStandardItemModel;

namespace tieout::gui {

class TableView;

/// The files that hang on one record: their list, saving one on this computer, adding one. A file that would
/// take the place of another is added only after a second press. Main thread; deletes itself when closed.
class FilesDialog final : public QDialog
{
    Q_OBJECT
  public:
    FilesDialog(service::Workbench& workbench, model::Connection connection, model::ObjectSchema schema,
                const model::RecordSample::Item& item, QWidget* parent);

    /// What the dialogs that ask for a place do with the answer.
    void saveTo(const QString& path);
    void add(const QString& path);
    [[nodiscard]] bool isSettled() const { return m_answers.isSettled(); }

  Q_SIGNALS:
    /// The sign-in does not cover the files of this object; the dialog is closing.
    void permissionAsked();

  private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QLayout* makeButtons();
    void load();
    void fill(const QList<model::AttachedFile>& files);
    void choose();
    void askWhereTo();
    void askWhich();
    void send(const QString& path, model::SameName sameName);
    void ended(const Result<model::FileReport>& report);
    void tell(const Error& error);
    /// The second press, for the file at `path`; empty: none is needed.
    void offerReplacing(const QString& path);
    [[nodiscard]] bool mayAdd() const;
    [[nodiscard]] QString bounds() const;
    [[nodiscard]] QString sizeText(qint64 bytes) const;

    service::Workbench& m_workbench;
    Answers m_answers;
    model::Connection m_connection;
    model::ObjectSchema m_schema;
    QString m_record;
    QString m_title; ///< the record's name on screen
    model::FileAccess m_access;
    QList<model::AttachedFile> m_files;
    QString m_toReplace; ///< path of the file that waits for the second press
    QString m_added;     ///< name of the file that was added just now

    Banner* m_banner;
    TableView* m_table;
    QStandardItemModel* m_rows;
    QLabel* m_none;
    QPushButton* m_signIn;
    QPushButton* m_replace;
    QPushButton* m_save;
    PrimaryButton* m_add;
};

} // namespace tieout::gui
