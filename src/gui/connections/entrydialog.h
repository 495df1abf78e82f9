#pragma once

#include "gui/widgets/answers.h"
#include "gui/widgets/parts.h"

#include "model/entry.h"
#include "model/recordsample.h"
#include "service/workbench.h"

#include <QDialog>

class QTreeWidget;
class QTreeWidgetItem;

namespace tieout::gui {

/// One record to enter or to change by hand: a line a field, lists as lines within. What is not filled in is
/// not sent. The button names the organisation that it writes to. Main thread; deletes itself when closed.
class EntryDialog final : public QDialog
{
    Q_OBJECT
  public:
    /// A change starts from `item`, a new record from nothing.
    EntryDialog(service::Workbench& workbench, model::Connection connection, model::ObjectSchema schema,
                const model::RecordSample::Item* item, QWidget* parent);

  Q_SIGNALS:
    /// `id` names the record where the system gave one.
    void written(const QString& id);
    /// The sign-in does not cover writing this; the dialog is closing.
    void permissionAsked();

  private:
    void addFields(QTreeWidgetItem* parent, const QList<model::Field>& fields, const model::Record& known);
    void addList(QTreeWidgetItem* parent, const model::Field& field, const model::Value& known);
    QTreeWidgetItem* addListLine(QTreeWidgetItem* list, const model::Field& field,
                                 const model::Record& known);
    /// Null: nothing filled in below. An error names the line.
    [[nodiscard]] Json filledIn(QTreeWidgetItem* parent) const;
    [[nodiscard]] Json changedOf(const Json& filled) const;
    void send();
    void tell(const Error& error);
    void ended(const Result<model::EntryReport>& report);

    service::Workbench& m_workbench;
    Answers m_answers;
    model::Connection m_connection;
    model::ObjectSchema m_schema;
    QString m_targetId;
    Json m_before; ///< what the form showed at first
    Banner* m_banner;
    QTreeWidget* m_tree;
    QPushButton* m_addLine;
    QPushButton* m_signIn;
    PrimaryButton* m_write;
    QString m_entry; ///< names this entry: pressing twice writes once
};

} // namespace tieout::gui
