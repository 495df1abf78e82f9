#pragma once

#include <QByteArray>
#include <QString>

namespace tieout {

/// True for headers and members whose value must not be logged: Authorization, tokens, secrets, cookies,
/// codes.
[[nodiscard]] bool isSecretName(QStringView name);
/// A body, form or URL query for the technical fold: values of secret names and anything that looks like a
/// token are replaced by "•••"; cut to `limit` bytes.
[[nodiscard]] QByteArray redacted(QByteArrayView text, qsizetype limit = 16384);

} // namespace tieout
