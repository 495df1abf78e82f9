#include "sandbox/xero/wire/listquery.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kDefaultPageSize = 100;
constexpr int kMaxPageSize = 1'000;

tl::expected<std::vector<OrderKey>, Response>
readOrder(const QString& text, const WhereClause::Resolver& resolver, QStringView type)
{
    std::vector<OrderKey> keys;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList words = part.simplified().split(u' ');
        const WhereProperty property = resolver(words.first());
        const QString direction = words.size() > 1 ? words[1].toUpper() : u"ASC"_s;
        const bool known = direction == "ASC"_L1 || direction == "DESC"_L1 || direction == "ASCENDING"_L1 ||
                           direction == "DESCENDING"_L1;
        if (property.id < 0)
            return tl::unexpected(badExpressionReply(
                u"No property or field '%1' exists in type '%2'"_s.arg(words.first(), type)));
        if (!known || words.size() > 2) return tl::unexpected(badExpressionReply(u"Syntax error"));
        keys.push_back({property.id, direction.startsWith("DESC"_L1)});
    }
    return keys;
}

// RFC 1123 dates of plain HTTP clients as well as the ISO form the documentation asks for.
std::optional<Instant> readModifiedSince(const QByteArray& header)
{
    if (header.isEmpty()) return std::nullopt;
    const QString text = QString::fromLatin1(header).trimmed();
    std::optional<Instant> since;
    if (const Result<Instant> instant = parseInstant(text)) {
        since = *instant;
    } else if (const Result<Date> date = parseDate(text)) {
        since = instantFromMs(date->startOfDay(Qt::UTC).toMSecsSinceEpoch());
    } else if (const QDateTime http = QDateTime::fromString(text, Qt::RFC2822Date); http.isValid()) {
        since = instantFromMs(http.toMSecsSinceEpoch());
    }
    if (since) since = std::chrono::floor<std::chrono::seconds>(*since);
    return since;
}

} // namespace

tl::expected<ListQuery, Response> ListQuery::read(const Request& request,
                                                  const WhereClause::Resolver& resolver, QStringView type)
{
    ListQuery query;
    query.paged = request.hasQuery(u"page") || request.hasQuery(u"pageSize");
    query.pagination.page = std::max(1, request.queryValue(u"page").toInt());
    bool hasSize = false;
    const int size = request.queryValue(u"pageSize").toInt(&hasSize);
    query.pagination.pageSize = hasSize ? std::clamp(size, 1, kMaxPageSize) : kDefaultPageSize;
    query.modifiedSince = readModifiedSince(headerValue(request.headers, "If-Modified-Since"));
    if (const QString where = request.queryValue(u"where"); !where.trimmed().isEmpty()) {
        Result<WhereClause> clause = WhereClause::parse(where, resolver, type);
        if (!clause) return tl::unexpected(badExpressionReply(clause.error().text));
        query.where = std::move(*clause);
    }
    auto order = readOrder(request.queryValue(u"order"), resolver, type);
    if (!order) return tl::unexpected(order.error());
    query.order = std::move(*order);
    return query;
}

WhereValue whereDay(Date date)
{
    constexpr qint64 kMsPerDay = 86'400'000;
    constexpr qint64 kEpochJulianDay = 2'440'588;
    if (!date.isValid()) return {};
    return instantFromMs((date.toJulianDay() - kEpochJulianDay) * kMsPerDay);
}

bool queryFlag(const Request& request, QStringView name)
{
    return request.queryValue(name).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<QStringList> queryList(const Request& request, QStringView name)
{
    if (!request.hasQuery(name)) return std::nullopt;
    QStringList items;
    for (const QString& item : request.queryValue(name).split(u',', Qt::SkipEmptyParts))
        items << item.trimmed();
    return items;
}

void cutPage(std::vector<int>& rows, ListQuery& query, const std::function<bool(int, int)>& before)
{
    Pagination& pagination = query.pagination;
    pagination.itemCount = int(rows.size());
    if (!query.paged) {
        std::sort(rows.begin(), rows.end(), before);
        return;
    }
    const size_t first = std::min(rows.size(), size_t(pagination.page - 1) * size_t(pagination.pageSize));
    const size_t last = std::min(rows.size(), first + size_t(pagination.pageSize));
    const auto at = [&rows](size_t index) { return rows.begin() + std::ptrdiff_t(index); };
    if (first < rows.size()) std::nth_element(at(0), at(first), rows.end(), before);
    std::partial_sort(at(first), at(last), rows.end(), before);
    rows.erase(at(last), rows.end());
    rows.erase(at(0), at(first));
}

} // namespace tieout::sandbox::xero
