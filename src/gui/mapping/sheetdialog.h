#pragma once

#include "gui/mapping/sheet.h"
#include "gui/shell/desk.h"
#include "gui/widgets/answers.h"

#include <QDialog>

class QComboBox;
class QTextBrowser;

namespace tieout::gui {

/// Shows the mapping sheet, marks what changed since a version, and saves it as PDF or spreadsheet or prints
/// it. Deletes itself when closed.
class SheetDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetDialog)
  public:
    SheetDialog(Desk& desk, const Worksheet& worksheet, QWidget* parent);

    [[nodiscard]] const MappingSheet& sheet() const { return m_sheet; }
    /// By the ending of the name: PDF, or else an Excel file.
    void saveTo(const QString& path);

  Q_SIGNALS:
    void saved(const QString& path);
    void failed(const tieout::Error& error);

  private:
    void markSince(int version);
    void refresh(const std::optional<service::KeptMapping>& since);
    void askWhere(const QString& ending, const QString& kind);
    void print();
    void finish(const Result<void>& done, const QString& path);

    Desk& m_desk;
    const Worksheet& m_worksheet;
    Answers m_answers;
    MappingSheet m_sheet;
    QComboBox* m_since;
    QTextBrowser* m_preview;
};

} // namespace tieout::gui
