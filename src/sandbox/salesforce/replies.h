#pragma once

#include "sandbox/reply.h"
#include "sandbox/salesforce/query/soql.h"
#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

// Answers in the shapes of the REST API: errors are arrays of {message, errorCode, fields}, rows of a
// collection carry {statusCode, message, fields}, OAuth errors are objects.

[[nodiscard]] Response jsonReply(int status, QByteArray body);
[[nodiscard]] Response errorReply(int status, const QString& code, const QString& message);
[[nodiscard]] Response errorsReply(const std::vector<RowError>& errors);
[[nodiscard]] Response soqlFaultReply(const SoqlFault& fault);
[[nodiscard]] Response notFoundReply();
[[nodiscard]] Response methodReply(const QByteArray& method);
[[nodiscard]] Response oauthErrorReply(const QString& error, const QString& description);

/// What the headers of a call ask of its saves.
[[nodiscard]] SaveOptions saveOptions(const Request& request);

/// {"id","success","errors","created"?} of a collection, a create or an upsert.
[[nodiscard]] Json rowResult(const Organisation& organisation, int object, const WriteResult& result);
[[nodiscard]] int statusOf(const RowError& error);

} // namespace tieout::sandbox::salesforce
