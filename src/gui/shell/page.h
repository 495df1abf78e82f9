#pragma once

#include "gui/shell/desk.h"
#include "gui/shell/place.h"
#include "gui/widgets/answers.h"
#include "gui/widgets/parts.h"
#include "service/workbench.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace tieout::gui {

class TitleLabel;

/// One screen: a title line with its actions, a message line, and the content. It holds no rules: it asks the
/// workbench, shows what comes, and turns clicks into commands. Main thread; owned by the window.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)
  public:
    explicit Page(Desk& desk, QWidget* parent = nullptr);

    /// The window shows this page for `place`.
    virtual void enter(const Place& place) = 0;
    /// Everything asked for is shown.
    [[nodiscard]] bool isSettled() const { return m_answers.isSettled(); }
    /// Something was changed here and would be lost with the window.
    [[nodiscard]] virtual bool hasUnsaved() const { return false; }
    /// Calls `leave` once nothing is unsaved: at once, or when a person has decided; not at all when they
    /// stay.
    virtual void askToLeave(std::function<void()> leave) { leave(); }

  Q_SIGNALS:
    void settled();
    void go(const tieout::gui::Place& place);

  protected:
    [[nodiscard]] Desk& desk() const { return m_desk; }
    [[nodiscard]] service::Workbench& workbench() const { return *m_desk.workbench; }
    [[nodiscard]] Answers& answers() { return m_answers; }
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    [[nodiscard]] Banner* banner() const { return m_banner; }

    void setTitle(const QString& title);
    /// Beside the title.
    [[nodiscard]] Tag* titleTag() const { return m_tag; }
    /// At the right end of the title line.
    void addToHeader(QWidget* widget);
    /// The way back, left of the title; hidden at first.
    [[nodiscard]] QPushButton* backButton() const { return m_back; }
    /// Says on the page what went wrong and what to do; a cancelled action says nothing.
    void report(const Error& error);

    template<class T, class F>
    void ask(Task<T> task, F receiver)
    {
        m_answers.ask(std::move(task), std::move(receiver));
    }

  private:
    Desk& m_desk;
    Answers m_answers;
    QHBoxLayout* m_header;
    QVBoxLayout* m_content;
    QPushButton* m_back;
    TitleLabel* m_title;
    Tag* m_tag;
    Banner* m_banner;
};

} // namespace tieout::gui
