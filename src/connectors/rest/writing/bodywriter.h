#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The body of a write: one record after the other where the manifest wants them. Blank values are left out,
/// `clear` fields are sent empty, numbers keep every digit, ids travel wrapped where the system wants it.
/// Pure.
[[nodiscard]] QByteArray writeBody(const Manifest& manifest, const ObjectSpec& object, const WriteSpec& write,
                                   Operation operation, const QList<WriteRow>& rows);

} // namespace tieout::connectors
