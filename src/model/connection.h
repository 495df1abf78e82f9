#pragma once

#include "base/date.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace tieout::model {

enum class ConnectionState : quint8 { Ready, NeedsSignIn, Unreachable, SignedOut };

/// An organisation at a system. Secrets are elsewhere (auth/vault, key = id).
struct Connection {
    QString id;           ///< stable, short: "xero-1"
    QString system;       ///< manifest id: "xero"
    QString organisation; ///< name on screen: "Demo Company (AU)"
    QString tenantId;     ///< the system's own id of the organisation
    QString authorisedBy; ///< who signed in, as far as the system tells
    QStringList scopes;
    QHash<QString, QString>
        settings;          ///< manifest settings: base addresses, client id, instance address, region
    bool practice = false; ///< points at the practice company
    bool writable = false; ///< read-only until a sync is switched on
    ConnectionState state = ConnectionState::Ready;
    QString stateText; ///< code of the last failure; empty when Ready
    std::optional<Instant> authorisedAt;
    std::optional<Instant> renewBy; ///< when a person must sign in again at the latest
    int colour = 0;                 ///< index of the organisation's colour band

    bool operator==(const Connection&) const = default;
};

/// What a system says about an organisation that a sign-in can reach.
struct OrganisationInfo {
    QString tenantId;
    QString name;
    QString authorisedBy;
    QString baseCurrency;
    QString region; ///< "AU"
    QString zone;   ///< IANA
    QString shortCode;
    bool demo = false;
};

} // namespace tieout::model
