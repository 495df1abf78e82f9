#pragma once

#include "connectors/manifestcatalogue.h"
#include "model/connectionform.h"

namespace tieout::connectors {

/// A system that can be connected, as the gallery and the connection form show it. Texts are English source
/// texts.
struct SystemCard {
    QString id;
    QString title;
    QStringList asks;       ///< permissions in plain words
    int renewAfterDays = 0; ///< without use, after which a person must sign in again; 0 = until revoked
    QList<model::SignInWay> ways;
    bool writes = false; ///< something there can be written
};

/// Every system this program can be connected to: those with a manifest, databases and table files.
[[nodiscard]] QList<SystemCard> systemCards(const ManifestCatalogue& manifests);

/// False: nothing can be written through this connection, whatever a person allows (a system that is only
/// read, a watched folder).
[[nodiscard]] bool canWrite(const ManifestCatalogue& manifests, const model::Connection& connection);

/// Databases and table files: without a manifest, and with no organisations to choose from.
[[nodiscard]] bool isLocalSystem(const QString& system);

} // namespace tieout::connectors
