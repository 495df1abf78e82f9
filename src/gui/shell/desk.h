#pragma once

#include "base/result.h"

#include <QHash>
#include <QUrl>

#include <functional>

namespace tieout::service {
class Workbench;
}

namespace tieout::gui {

/// Base addresses of the practice company's systems; empty when none is running.
using PracticeAddresses = QHash<QString, QUrl>;

/// Reads the line that the practice company prints: {"xero":"http://…","salesforce":"http://…","control":…}.
/// Addresses other than loopback are refused. Errors: json.*, BadConfig "practice.address" (facts: system).
[[nodiscard]] Result<PracticeAddresses> practiceFromJson(QByteArrayView json);

/// What every page works with. Owned by the program; outlives the window.
struct Desk {
    service::Workbench* workbench = nullptr; ///< set before the first page is made
    PracticeAddresses practice;
    std::function<bool(const QUrl&)> openLink; ///< false: the browser did not open
};

} // namespace tieout::gui
