#pragma once

#include "model/connectionform.h"

namespace tieout::connectors {

/// The lines of the form that makes a database connection; names and values are those of sqlSettings().
[[nodiscard]] QList<model::FormField> sqlForm();

} // namespace tieout::connectors
