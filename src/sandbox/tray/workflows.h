#pragma once

#include "sandbox/tray/books.h"

namespace tieout::sandbox::tray {

/// Where a workflow sits and what it is.
struct WorkflowPlan {
    QString id;
    QString versionId;
    QString projectId;
    QString workspaceId;
    QString creator;
    QString title;
    int number = 0; ///< chooses its trigger and its shape
    Instant created{};
};

/// A workflow in the form of an export: every trigger kind, loops, boolean and several-way branches four
/// deep, breaks and the three ways of error handling come up over a few numbers. Secrets are planted where
/// careless builders leave them.
[[nodiscard]] Json madeUpWorkflow(const WorkflowPlan& plan);
/// The export of a whole project version.
[[nodiscard]] Json projectExport(const Project& project, const Version& version);

} // namespace tieout::sandbox::tray
