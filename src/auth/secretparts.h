#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace tieout::auth {

/// Windows' credential store takes 2,560 bytes an entry; a pair of OAuth tokens is longer. A long secret is
/// kept as a head entry and numbered parts. The parts are written first and the head last, under a name made
/// from the secret's own hash: a crash in between leaves the old head with its old parts.
struct SecretParts {
    QByteArray head;    ///< the secret itself when it is short
    QString generation; ///< names the parts; empty when there are none
    QList<QByteArray> parts;
};

inline constexpr qsizetype kLargestEntry = 2400;

[[nodiscard]] SecretParts splitSecret(const QByteArray& secret, qsizetype entryLimit = kLargestEntry);

/// What a head says about its parts.
struct PartsHead {
    int count = 0;
    QString generation;
};
/// nullopt: the head is the secret itself.
[[nodiscard]] std::optional<PartsHead> readHead(const QByteArray& head);
/// Error: NeedsLogin "vault.not-found" when the parts are not the ones the head was written for.
[[nodiscard]] Result<QByteArray> joinSecret(const PartsHead& head, const QList<QByteArray>& parts);
[[nodiscard]] QString partKey(const QString& key, const QString& generation, int index);

} // namespace tieout::auth
