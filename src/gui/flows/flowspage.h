#pragma once

#include "gui/shell/page.h"

class QStackedWidget;

namespace tieout::gui {

class FlowEditor;
class FlowTable;
class Gallery;

/// The list of syncs, the gallery for a new one, and the editor of one.
class FlowsPage final : public Page
{
    Q_OBJECT
  public:
    explicit FlowsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;
    [[nodiscard]] bool hasUnsaved() const override;
    void askToLeave(std::function<void()> leave) override;

  private:
    void refresh();
    void showList();
    void showGallery();
    void showEditor(const QString& flow, const QString& part);

    QStackedWidget* m_stack;
    QPushButton* m_new;
    FlowTable* m_table;
    Gallery* m_gallery;
    FlowEditor* m_editor;
};

} // namespace tieout::gui
