#pragma once

#include "gui/mapping/worksheet.h"
#include "mapping/edit/automap.h"

#include <QDialog>

class QPushButton;
class QStandardItemModel;

namespace tieout::gui {

class TableView;

/// Proposed pairs with the reason for each; a person takes some or all, as one step. Deletes itself when
/// closed.
class AutoMapDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AutoMapDialog)
  public:
    /// `as` names the step; its count is filled in.
    AutoMapDialog(Worksheet& sheet, QList<mapping::Suggestion> suggestions, mapping::Edit as,
                  QWidget* parent);

  Q_SIGNALS:
    void taken(int count);

  private:
    void fill();
    void toggle(int row);
    void countChosen();
    enum class Which : quint8 { Chosen, All };
    void take(Which which);

    Worksheet& m_sheet;
    QList<mapping::Suggestion> m_suggestions;
    mapping::Edit m_edit;
    QStandardItemModel* m_model;
    TableView* m_table;
    QPushButton* m_takeChosen;
    QPushButton* m_takeAll;
};

[[nodiscard]] QString reasonInWords(mapping::PairReason reason);

} // namespace tieout::gui
