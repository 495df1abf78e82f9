#pragma once

#include <QByteArray>
#include <QString>

namespace tieout {

/// Hex SHA-256 of `bytes`.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);
/// base64url without padding (RFC 4648 §5), as PKCE wants it.
[[nodiscard]] QByteArray base64Url(QByteArrayView bytes);
/// Content hash for change detection; 64-bit, stable across platforms and versions of the program (FNV-1a).
[[nodiscard]] quint64 contentHash(QByteArrayView bytes, quint64 seed = 14695981039346656037ULL);

} // namespace tieout
