#pragma once

#include "connectors/manifest.h"
#include "net/http.h"

namespace tieout::connectors {

/// The first rule of the manifest that fits a refusal; null when none does.
[[nodiscard]] const ErrorRule* matchingRule(const Manifest& manifest, const net::HttpRequest& request,
                                            const net::HttpResponse& response);

/// What an answer means: nothing when it is fine or when it is to be judged row by row. Rules first, then the
/// status alone. A success that is no JSON is RemoteFault "answer.not-json", or Uncertain for a write. Pure.
[[nodiscard]] std::optional<Error> classify(const net::HttpRequest& request,
                                            const net::HttpResponse& response, const Manifest& manifest);

/// The first rule that fits one message and the codes of a refused row; null when none does.
[[nodiscard]] const ErrorRule* matchingRowRule(const Manifest& manifest, const QString& message,
                                               const QStringList& codes = {});

/// What the messages of a refused row mean: the earliest rule that fits any of them. Kind RowRejected, code
/// "<system>.validation" when none does.
[[nodiscard]] Error classifyRow(const Manifest& manifest, const QStringList& messages,
                                const QStringList& codes = {});

} // namespace tieout::connectors
