#pragma once

#include <QString>

namespace tieout::wording {

/// What a function of the formula language does, in one sentence; empty when it is unknown. Any thread.
[[nodiscard]] QString functionWords(const QString& function);

} // namespace tieout::wording
