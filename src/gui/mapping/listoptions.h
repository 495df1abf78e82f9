#pragma once

#include "gui/mapping/worksheet.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;

namespace tieout::gui {

class FormulaEdit;

/// Where the lines of a list come from, which of them, in which order, and what happens when there is none.
/// Deletes itself when closed.
class ListOptions final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListOptions)
  public:
    ListOptions(Worksheet& sheet, const QString& list, QWidget* parent);

  private:
    struct Line {
        FormulaEdit* edit = nullptr;
        QLabel* fault = nullptr;
        mapping::RulePart part = mapping::RulePart::Each;
        QString before;
    };
    [[nodiscard]] Line addLine(QGridLayout& grid, const QString& words, const QString& hint,
                               mapping::RulePart part, const QString& stored);
    [[nodiscard]] QLayout* makeButtons();
    void check(const Line& line);
    void save();
    void addBranch();
    [[nodiscard]] static QString bare(const QString& formula);

    Worksheet& m_sheet;
    QString m_list;
    Line m_each;
    Line m_filter;
    Line m_sort;
    QComboBox* m_whenEmpty;
};

} // namespace tieout::gui
