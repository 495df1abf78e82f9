#pragma once

#include "gui/shell/page.h"

class QLineEdit;
class QListWidget;
class QStackedWidget;
class QStandardItemModel;

namespace tieout::gui {

class TableView;

/// What a connection holds: its objects on the left, the first records of the chosen one on the right, all
/// fields of the chosen record below. New records and changes go through a dialog. Part of ConnectionsPage.
class RecordsView final : public QWidget
{
    Q_OBJECT
  public:
    RecordsView(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void show(const model::Connection& connection);

  Q_SIGNALS:
    void failed(const tieout::Error& error);
    /// A record was written.
    void succeeded();
    /// The sign-in does not cover this object.
    void permissionAsked(const QString& connection, const QString& object);

  private:
    [[nodiscard]] QWidget* makeObjects();
    [[nodiscard]] QWidget* makeRecords();
    void fillObjects(const QList<model::ObjectSchema>& objects);
    void narrow(const QString& words);
    void choose(const QString& object);
    void fillRecords();
    void fillDetails(int row);
    void reload();
    [[nodiscard]] QWidget* makeNoPermission();
    /// The record that was just written, though it may stand far down in the system's order.
    void showWritten(const QString& id);
    [[nodiscard]] bool mayWrite() const;
    /// Asks for a new record (row -1) or for a change of the one in `row`.
    void enter(int row);
    /// The files of the chosen record.
    void showFiles();

    Desk& m_desk;
    Answers& m_answers;
    model::Connection m_connection;
    QString m_object;
    quint64 m_asked = 0; ///< an older answer is dropped
    model::RecordSample m_sample;
    QString m_written; ///< just now; shown when the list is read again

    QLineEdit* m_search = nullptr;
    QListWidget* m_objects = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_count = nullptr;
    TableView* m_records = nullptr;
    QStandardItemModel* m_rows = nullptr;
    TableView* m_details = nullptr;
    QStandardItemModel* m_facts = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_files = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_change = nullptr;
    QLabel* m_readOnly = nullptr;
};

} // namespace tieout::gui
