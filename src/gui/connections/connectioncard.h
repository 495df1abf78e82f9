#pragma once

#include "gui/widgets/parts.h"
#include "service/workbench.h"

class QVBoxLayout;

namespace tieout::gui {

/// One connection: system, organisation, who signed in, until when, permissions, and the switch that allows
/// writing. Part of ConnectionsPage; it only asks, the page acts.
class ConnectionCard final : public Card
{
    Q_OBJECT
  public:
    /// What the workbench knows of the connection besides itself.
    struct Reach {
        QStringList permissions; ///< that its sign-in covers
        QStringList missing;     ///< that its syncs need in addition
        bool canWrite = false;
    };
    ConnectionCard(const model::Connection& connection, const service::SystemInfo& system, Reach reach,
                   Instant now, QWidget* parent = nullptr);

  Q_SIGNALS:
    void signInAsked();
    void recordsAsked();
    void testAsked();
    void writingAsked(bool allowed);
    void disconnectAsked();

  private:
    void addFacts(QVBoxLayout* layout, Instant now);
    void addActions(QVBoxLayout* layout);
    void addWriting(QVBoxLayout* layout);

    model::Connection m_connection;
    Reach m_reach;
    bool m_byForm = false; ///< made by filling in lines, not on a page of the system
};

} // namespace tieout::gui
