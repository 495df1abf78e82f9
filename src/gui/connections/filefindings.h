#pragma once

#include "gui/widgets/parts.h"
#include "model/filesniff.h"

class QGridLayout;
class QVBoxLayout;

namespace tieout::gui {

/// What was found out about a table file before it is connected: separator, characters, headings, decimals,
/// dates and columns, each with a piece of the file and how it is read, and what a person must say. Part of
/// ConnectSteps.
class FileFindings final : public Card
{
    Q_OBJECT
  public:
    explicit FileFindings(QWidget* parent = nullptr);

    void show(const model::FileSniff& sniff);
    /// Why nothing can be said of the file.
    void showProblem(const Error& error);

  Q_SIGNALS:
    /// A person wants to say otherwise: the connection's setting.
    void changeAsked(const QString& setting);

  private:
    void addFindings(const model::FileSniff& sniff);
    void addColumns(const model::FileSniff& sniff);
    void addNotes(const QList<Error>& notes, Tone tone, const QString& fix);

    QLabel* m_title;
    QVBoxLayout* m_parts;
};

} // namespace tieout::gui
