#pragma once

#include "base/date.h"
#include "base/json.h"
#include "sandbox/business/business.h"

namespace tieout::sandbox::tray {

struct Version {
    int number = 0;
    QString title;
    QString description;
    QString creator;
    Instant created{};
    Json workflows; ///< in the form of an export
};

struct Project {
    QString id;
    QString name;
    QString workspaceId;
    QList<Version> versions; ///< oldest first
};

/// What one Tray organisation holds. A value; owned by the system.
struct Books {
    QString organisationId;
    Json connectors = Json::array(); ///< each with its operations, which the lists leave out
    Json triggers = Json::array();
    Json workspaces = Json::array();
    Json users = Json::array();
    Json roles = Json::array();
    QList<Project> projects;
    Json externalUsers = Json::array();
    Json authentications = Json::array();
    Json solutions = Json::array();
    Json instances = Json::array();
    Json executions = Json::array();
    Json subscriptions = Json::array(); ///< with their signing keys
    Json refused = Json::array();       ///< writes that were asked for
    quint64 lastId = 0;

    [[nodiscard]] const Project* project(const QString& id) const;
    /// A workflow of the newest version of any project; null when there is none.
    [[nodiscard]] Json workflow(const QString& id) const;
    [[nodiscard]] QString newId();
    void refuse(const QString& what, const Json& detail, Instant at);
};

/// The same business, number and day give the same books.
[[nodiscard]] Books filledBooks(const business::Business& business, qint64 customers, Instant now);
/// A UUID that follows from a number and what it is for.
[[nodiscard]] QString steadyId(const char16_t* kind, quint64 seed, quint64 number);

} // namespace tieout::sandbox::tray
