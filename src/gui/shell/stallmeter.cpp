#include "gui/shell/stallmeter.h"

namespace tieout::gui {

StallMeter::StallMeter(QObject* parent)
    : QObject(parent)
{
}

void StallMeter::start()
{
    m_longest = 0;
    m_since.start();
    m_timer.start(kTickMs, Qt::PreciseTimer, this);
}

void StallMeter::timerEvent(QTimerEvent*)
{
    m_longest = std::max(m_longest, m_since.restart() - kTickMs);
}

} // namespace tieout::gui
