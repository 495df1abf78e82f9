#include "connectors/files/folderwatch.h"

#include <QFile>
#include <QFileSystemWatcher>

namespace tieout::connectors {

class FolderWatch::Impl final
{
  public:
    Impl(FileSettings settings, Clock& clock, Ready ready)
        : m_shelf(settings)
        , m_clock(clock)
        , m_ready(std::move(ready))
    {
        if (QFile::exists(settings.path)) m_watcher.addPath(settings.path);
        QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_watcher,
                         [this] { lookAfter(kSettle); });
        QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_watcher,
                         [this] { lookAfter(kSettle); });
        lookAfter(std::chrono::milliseconds(0));
    }
    ~Impl() { m_clock.cancel(m_timer); }

  private:
    void lookAfter(std::chrono::milliseconds delay)
    {
        m_clock.cancel(m_timer);
        m_timer = m_clock.callAfter(delay, [this] { look(); });
    }

    void look()
    {
        const Result<QList<ShelfFile>> now = m_shelf.waiting();
        if (!now) { // unplugged or renamed: it may come back
            m_seen.clear();
            lookAfter(kLook);
            return;
        }
        const bool still = *now == m_seen;
        m_seen = *now;
        const bool isNews = still && !m_seen.isEmpty() && m_seen != m_told;
        lookAfter(still ? std::chrono::milliseconds(kLook) : std::chrono::milliseconds(kSettle));
        if (m_seen.isEmpty()) m_told.clear();
        if (!isNews) return;
        QStringList names;
        for (const ShelfFile& file : std::as_const(m_seen)) {
            if (!m_told.contains(file)) names += file.name;
        }
        m_told = m_seen;
        if (!names.isEmpty()) m_ready(names);
    }

    FileShelf m_shelf;
    Clock& m_clock;
    Ready m_ready;
    QFileSystemWatcher m_watcher;
    Clock::TimerId m_timer = 0;
    QList<ShelfFile> m_seen; ///< at the last look
    QList<ShelfFile> m_told;
};

FolderWatch::FolderWatch(FileSettings settings, Clock& clock, Ready ready)
    : m_impl(std::make_unique<Impl>(std::move(settings), clock, std::move(ready)))
{
}

FolderWatch::~FolderWatch() = default;

} // namespace tieout::connectors
