#pragma once

#include "gui/shell/page.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace tieout::gui {

/// The template gallery: searchable cards, each with its outcome in one line. Part of FlowsPage.
class Gallery final : public QWidget
{
    Q_OBJECT
  public:
    Gallery(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void show();

  Q_SIGNALS:
    void added(const QString& flow);
    void failed(const tieout::Error& error);
    void go(const tieout::gui::Place& place);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();
    void arrange();
    [[nodiscard]] QWidget* makeCard(const model::FlowTemplate& one);
    [[nodiscard]] QComboBox* makeChoice(const QString& system, const QString& name);
    void add(const QString& templateId, const QString& source, const QString& target);

    Desk& m_desk;
    Answers& m_answers;
    QLineEdit* m_search;
    QGridLayout* m_grid;
    QLabel* m_none;
    QList<QWidget*> m_cards;
};

} // namespace tieout::gui
