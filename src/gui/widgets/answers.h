#pragma once

#include "base/task.h"

#include <QObject>
#include <QPointer>

#include <list>

namespace tieout::gui {

/// Awaits what a page asked for: owns the tasks and hands each answer to its receiver, unless the page is
/// gone. Main thread; owned by the page.
class Answers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Answers)
  public:
    explicit Answers(QObject* parent = nullptr);

    template<class T, class F>
    void ask(Task<T> task, F receiver)
    {
        begin();
        m_tasks.push_back(deliver(QPointer<Answers>(this), std::move(task), std::move(receiver)));
    }

    [[nodiscard]] bool isSettled() const { return m_waiting == 0; }

  Q_SIGNALS:
    /// Nothing is awaited any more.
    void settled();

  private:
    template<class T, class F>
    static Task<> deliver(QPointer<Answers> self, Task<T> task, F receiver)
    {
        T answer = co_await task;
        if (!self) co_return;
        receiver(std::move(answer));
        if (self) self->end();
    }
    void begin();
    void end();

    std::list<Task<>> m_tasks;
    int m_waiting = 0;
};

} // namespace tieout::gui
