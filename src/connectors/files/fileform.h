#pragma once

#include "model/connectionform.h"

namespace tieout::connectors {

/// The lines of the form that makes a file connection; names and values are those of FileSettings::from.
[[nodiscard]] QList<model::FormField> fileForm();

} // namespace tieout::connectors
