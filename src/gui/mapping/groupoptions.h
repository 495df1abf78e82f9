#pragma once

#include "gui/mapping/worksheet.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace tieout::gui {

class FormulaEdit;

/// Rows of a flat source made into one document: which fields tell documents apart, and totals over the rows.
/// Deletes itself when closed.
class GroupOptions final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupOptions)
  public:
    GroupOptions(Worksheet& sheet, QWidget* parent);

  private:
    struct Total {
        QWidget* line = nullptr;
        QLineEdit* name = nullptr;
        FormulaEdit* formula = nullptr;
        Json extra; ///< kept as it was
    };
    void addTotal(const model::Grouping::Aggregate& aggregate);
    void save();
    [[nodiscard]] QStringList keys() const;

    Worksheet& m_sheet;
    QListWidget* m_fields;
    QVBoxLayout* m_lines;
    QList<Total> m_totals;
};

} // namespace tieout::gui
