#pragma once

#include "connectors/manifest.h"
#include "model/flow.h"

#include <functional>

namespace tieout::service {

/// How far a sign-in reaches.
enum class Reach : quint8 { Reading, Writing };

/// Which ends of a flow are meant: those at a system, or those of a connection.
using EndFilter = std::function<bool(const model::FlowEnd&)>;

/// What a flow, with the flows that make records for it, does at these ends, as operations of a manifest:
/// "Contacts.read", "Invoices.write". What is written is read too: records are matched before. Pure.
[[nodiscard]] QStringList operationsOf(const model::Flow& flow, const EndFilter& concerned, Reach reach);
/// What looking at an organisation itself needs: its name, currencies, accounts, tax rates.
[[nodiscard]] QStringList organisationOperations(const connectors::Manifest& manifest);
/// Of single objects.
[[nodiscard]] QStringList objectOperations(const QStringList& objects, Reach reach);

} // namespace tieout::service
