#pragma once

#include "sandbox/message.h"
#include "sandbox/xero/wire/replies.h"
#include "sandbox/xero/wire/where.h"

namespace tieout::sandbox::xero {

struct OrderKey {
    int property = -1;
    bool descending = false;
};

/// The query of a list call, read once: page, filter, order and "modified since".
struct ListQuery {
    bool paged = false;
    Pagination pagination; ///< itemCount is filled by `cutPage`
    std::optional<Instant> modifiedSince;
    std::optional<WhereClause> where;
    std::vector<OrderKey> order;

    /// The failing side is the answer to send.
    [[nodiscard]] static tl::expected<ListQuery, Response>
    read(const Request& request, const WhereClause::Resolver& resolver, QStringView type);
};

/// A calendar day as expressions see it: its first instant in UTC; null when there is none.
[[nodiscard]] WhereValue whereDay(Date date);
/// "true" in any case.
[[nodiscard]] bool queryFlag(const Request& request, QStringView name);
/// A comma-separated parameter; nothing when absent, an empty list when empty (which matches no row).
[[nodiscard]] std::optional<QStringList> queryList(const Request& request, QStringView name);

/// Keeps the rows of one page in order, or orders them all when there is no paging. `before` is a strict
/// order.
void cutPage(std::vector<int>& rows, ListQuery& query, const std::function<bool(int, int)>& before);

} // namespace tieout::sandbox::xero
