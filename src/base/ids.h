#pragma once

#include <QByteArray>
#include <QString>

namespace tieout {

/// Hex SHA-256 of `bytes`.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);
/// base64url without padding (RFC 4648 §5), as PKCE wants it.
[[nodiscard]] QByteArray base64Url(QByteArrayView bytes);
/// Content hash for change detection: 64-bit, the same on every platform and in every version of the program
/// (FNV-like over words of eight bytes with a final mix). Not for secrets and not against a forger.
[[nodiscard]] quint64 contentHash(QByteArrayView bytes, quint64 seed = 14695981039346656037ULL);

} // namespace tieout
