#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>

namespace tieout {

/// Hex SHA-256 of `bytes`.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);
/// Hex BLAKE2b-256 of the parts, one after the other: as sure as SHA-256 at a third of its time, for bodies
/// of many records.
[[nodiscard]] QString fingerprintHex(std::initializer_list<QByteArrayView> parts);
/// base64url without padding (RFC 4648 §5), as PKCE wants it.
[[nodiscard]] QByteArray base64Url(QByteArrayView bytes);
/// Content hash for change detection: 64-bit, the same on every platform and in every version of the program
/// (FNV-like over words of eight bytes with a final mix). Not for secrets and not against a forger.
[[nodiscard]] quint64 contentHash(QByteArrayView bytes, quint64 seed = 14695981039346656037ULL);

} // namespace tieout
