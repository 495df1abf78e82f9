#pragma once

#include "auth/oauth.h"

namespace tieout::auth {

/// Form fields in the order they are sent.
using Form = QList<std::pair<QString, QString>>;
[[nodiscard]] QByteArray encodeForm(const Form& form);

/// What an OAuth `error` word means. `deadGrant` is the code of an invalid_grant: "oauth.code" |
/// "oauth.expired".
[[nodiscard]] Error oauthError(const QString& word, const QString& description, const QString& deadGrant);

/// Reads a token address's answer. `now` dates the expiry; `assumedLifetime` counts when the answer has none.
[[nodiscard]] Result<Tokens> readTokenAnswer(const net::HttpResponse& response, Instant now,
                                             std::chrono::seconds assumedLifetime, const QString& deadGrant);

/// Posts a form; no credentials but what the form holds (public client). Failures of the wire are Retry:
/// nobody's books change by it.
[[nodiscard]] net::HttpRequest formRequest(const QUrl& url, const Form& form);

/// The same with the client's secret where the system wants it; an empty secret changes nothing.
[[nodiscard]] net::HttpRequest formRequest(const QUrl& url, Form form, const OAuthSettings& settings,
                                           const Secret& secret);

} // namespace tieout::auth
