#pragma once

#include <QByteArray>

namespace tieout::sandbox::salesforce {

/// The bytes as a gzip file.
[[nodiscard]] QByteArray gzipped(const QByteArray& bytes);

} // namespace tieout::sandbox::salesforce
