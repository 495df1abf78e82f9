#pragma once

#include "base/error.h"
#include "model/run.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace tieout::auth {
class Vault;
}

namespace tieout::service {

/// Words for the files that are written for people; empty = the codes. Called on the engine thread. No
/// outcome: an earlier run ended the row.
struct FileWords {
    std::function<QString(std::optional<model::Outcome>)> outcome;
    std::function<QString(const Error&)> reason;
};

/// What a program gives the workbench: the things that differ between a window, a command and a test.
struct Environment {
    /// Opens a page in the user's browser; false when it could not (the link is offered to copy). Empty: no
    /// person is here, so only the practice company's own pages are followed.
    std::function<bool(const QUrl&)> openPage;
    /// Secrets of real connections; empty = this machine's keychain. Practice connections have a vault of
    /// their own.
    std::shared_ptr<auth::Vault> vault;
    FileWords words;
};

} // namespace tieout::service
