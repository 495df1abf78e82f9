#pragma once

#include "base/json.h"
#include "sandbox/message.h"

#include <QStringList>

namespace tieout::sandbox::harvest {

[[nodiscard]] Response jsonReply(int status, const Json& body);
/// 422 with every problem in one text, as the service writes it.
[[nodiscard]] Response refusedReply(const QStringList& problems);
/// 404 of a record that is not there.
[[nodiscard]] Response notFoundReply();
/// 404 of a path that is not one: a web page.
[[nodiscard]] Response notFoundPage();
/// 403; the hint says which role or feature is missing.
[[nodiscard]] Response notAuthorizedReply(const QString& hint);
/// 401 of a bad token, and of a missing or foreign account id as well.
[[nodiscard]] Response badTokenReply();
[[nodiscard]] Response badRequestReply(const QString& text);

} // namespace tieout::sandbox::harvest
