#pragma once

#include "base/json.h"
#include "base/task.h"
#include "cli/session.h"

namespace tieout::cli {

/// Connections: made, listed, allowed to write, ended; and files looked at before they are connected.
[[nodiscard]] Task<int> connectSystem(Session session);
[[nodiscard]] int listConnections(const Session& session);
[[nodiscard]] Task<int> setWriting(Session session);
[[nodiscard]] Task<int> disconnect(Session session);
[[nodiscard]] Task<int> lookAtFile(Session session);

/// What the sign-ins of a sync's connections do not cover, by connection.
[[nodiscard]] Json missingPermissions(const Session& session, const model::Flow& flow);
/// The same for people, with what to type; empty when nothing is missing.
[[nodiscard]] QString permissionsText(const Session& session, const model::Flow& flow);

} // namespace tieout::cli
