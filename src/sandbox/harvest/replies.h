#pragma once

#include "sandbox/reply.h"

#include <QStringList>

namespace tieout::sandbox::harvest {

[[nodiscard]] Response jsonReply(int status, const Json& body);
/// 200 without a word, of what was taken away; said to be JSON all the same.
[[nodiscard]] Response removedReply();
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
