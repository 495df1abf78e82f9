#pragma once

#include "model/mapping.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tieout::service {
struct LookupFile;
}

namespace tieout::gui {

/// Asks for the name and the headings of a new lookup table. Main thread.
class NewTableDialog final : public QDialog
{
    Q_OBJECT
  public:
    /// `taken` are the names that are there already.
    explicit NewTableDialog(QStringList taken, QWidget* parent = nullptr);

  Q_SIGNALS:
    void made(const tieout::model::LookupTable& table);

  private:
    void judge();
    QStringList m_taken;
    QLineEdit* m_name;
    QLineEdit* m_key;
    QLineEdit* m_value;
    QPushButton* m_make;
};

/// Rows read from a file: whether the first line holds headings, and whether they replace or join what is
/// there. Main thread.
class ImportDialog final : public QDialog
{
    Q_OBJECT
  public:
    ImportDialog(const service::LookupFile& file, const model::LookupTable& into, QWidget* parent = nullptr);
    enum class How : quint8 { Replace, Join };

  Q_SIGNALS:
    void chosen(const QList<tieout::model::LookupTable::Row>& rows, tieout::gui::ImportDialog::How how);

  private:
    void finish(How how);
    QList<model::LookupTable::Row> m_rows;
    QCheckBox* m_headed;
};

} // namespace tieout::gui
