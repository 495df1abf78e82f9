#pragma once

#include <QByteArray>

namespace tieout::sandbox::xero {

/// Signs the practice company's JSON web tokens with RS256, so that client libraries that check signatures do
/// not need to be told otherwise. The key is public knowledge by design: it stands in this repository and
/// guards nothing.
class PracticeSigner final
{
  public:
    /// header.payload.signature
    [[nodiscard]] static QByteArray sign(const QByteArray& payloadJson);
    /// The payload of a token that `sign` made; empty for anything else.
    [[nodiscard]] static QByteArray verified(const QByteArray& token);
    /// The JSON web key set to verify with.
    [[nodiscard]] static QByteArray keySet();
};

} // namespace tieout::sandbox::xero
