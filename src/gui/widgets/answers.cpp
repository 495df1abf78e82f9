#include "gui/widgets/answers.h"

namespace tieout::gui {

Answers::Answers(QObject* parent)
    : QObject(parent)
{
}

void Answers::begin()
{
    // A finished task cannot remove itself while it is finishing, so the next question sweeps.
    m_tasks.remove_if([](const Task<>& task) { return task.isReady(); });
    ++m_waiting;
}

void Answers::end()
{
    if (--m_waiting == 0) Q_EMIT settled();
}

} // namespace tieout::gui
