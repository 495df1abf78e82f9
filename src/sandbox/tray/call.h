#pragma once

#include "sandbox/reply.h"
#include "sandbox/tray/books.h"
#include "sandbox/tray/modes.h"

namespace tieout::sandbox::tray {

/// Who is asking: the organisation by its master token, or one external user.
struct Viewer {
    bool master = false;
    QString userId; ///< of a user token
};

/// One request on its way through the organisation's books. Borrowed parts; lives for the call.
struct Call {
    const Request& request;
    QStringList path;
    Viewer viewer;
    Books& books;
    const Modes& modes;
    Instant now{};
    QByteArray baseUrl;
    QString newUserToken; ///< what `authorize` hands out; empty: nobody asked
    QString newUserTokenFor;

    [[nodiscard]] bool is(const char* method) const { return request.method == method; }
};

/// {message, code: null}
[[nodiscard]] Response errorReply(int status, const QString& message);

/// POST /graphql.
[[nodiscard]] Response answerGraph(Call& call);
/// /core/v1/…
[[nodiscard]] Response answerRest(Call& call);
/// POST /mcp: JSON-RPC with the reading tools.
[[nodiscard]] Response answerTools(Call& call);
/// The public address of a workflow: /hooks/<workflow id>.
[[nodiscard]] Response answerHook(Call& call);

/// `elements` cut by `first`, `last` and `cursor`; what else is in the reply stays.
struct Cut {
    Json::Array rows;
    Json pageInfo;
    QStringList cursors;
};
[[nodiscard]] Cut cutPage(const Json::Array& all, const Json& first, const Json& last, const QString& after,
                          const QString& before = {});

} // namespace tieout::sandbox::tray
