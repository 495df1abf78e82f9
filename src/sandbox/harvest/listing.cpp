#include "sandbox/harvest/listing.h"

#include "sandbox/harvest/printer.h"
#include "sandbox/harvest/replies.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr qint64 kMostPerPage = 2000;

struct Paging {
    qint64 perPage = kMostPerPage;
    qint64 page = 1;
    bool byCursor = false;
    std::optional<qint64> after;  ///< id that the page begins behind
    std::optional<qint64> before; ///< id that the page ends before
};

struct Entry {
    qint64 key = 0; ///< what the kind's order sorts by
    qint64 id = 0;
    const Row* row = nullptr;
};

// "2026-06-30" → 20260630
qint64 dayNumber(const QString& date)
{
    qint64 number = 0;
    for (const QChar c : date) {
        if (c != u'-') number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

qint64 orderKey(Order order, const Row& row)
{
    switch (order) {
    case Order::IssueDate:
        return dayNumber(row.text(u"issue_date"));
    case Order::SpentDate:
        return dayNumber(row.text(u"spent_date"));
    case Order::OldestStart:
        return -dayNumber(row.text(u"start_date"));
    default:
        return 0;
    }
}

qint64 idOfCursor(const Json& cursor, QStringView side)
{
    return cursor[side][u"id"].toInteger(-1);
}

// The failing side is the answer.
enum class Pages : quint8 { ByNumber, ByCursor };

tl::expected<Paging, Response> readPaging(const Call& call, Pages pages)
{
    const Request& request = call.request;
    Paging paging;
    if (request.hasQuery(u"per_page")) {
        const qint64 asked = request.queryValue(u"per_page").toLongLong();
        if (asked < 1 || (asked > kMostPerPage && call.modes.refusePerPage))
            return tl::unexpected(refusedReply({u"per_page must be between 1 and 2000"_s}));
        paging.perPage = std::min(asked, kMostPerPage);
    }
    const QString cursor = request.queryValue(u"cursor");
    paging.byCursor = pages == Pages::ByCursor && (!cursor.isEmpty() || !request.hasQuery(u"page"));
    if (paging.byCursor && !cursor.isEmpty()) {
        const auto json = Json::parse(QByteArray::fromBase64(cursor.toLatin1()));
        if (!json || !json->isObject()) return tl::unexpected(badRequestReply(u"cursor is invalid"_s));
        if (json->contains(u"before"))
            paging.before = idOfCursor(*json, u"before");
        else
            paging.after = idOfCursor(*json, u"after");
    }
    if (request.hasQuery(u"page")) paging.page = std::max(1LL, request.queryValue(u"page").toLongLong());
    return paging;
}

void sortEntries(std::vector<Entry>& all, Order order)
{
    const bool oldest = order == Order::OldestStart;
    std::sort(all.begin(), all.end(), [oldest](const Entry& a, const Entry& b) {
        if (a.key != b.key) return a.key > b.key;
        return oldest ? a.id < b.id : a.id > b.id;
    });
}

enum class Side : quint8 { Before, Behind };

// A cursor names an id: rows that came or went since do not shift the pages behind it.
qsizetype placeOf(const std::vector<Entry>& all, Order order, qint64 id, Side side)
{
    const auto at =
        order == Order::Newest
            ? std::partition_point(all.begin(), all.end(), [id](const Entry& entry) { return entry.id > id; })
            : std::find_if(all.begin(), all.end(), [id](const Entry& entry) { return entry.id == id; });
    const bool present = at != all.end() && at->id == id;
    return (at - all.begin()) + (side == Side::Behind && present ? 1 : 0);
}

/// The address of this list with other paging parameters.
QString linkTo(const Call& call, const QList<std::pair<QString, QString>>& paging)
{
    QStringList parts;
    for (const QByteArray& pair : call.request.query.split('&')) {
        const QByteArray name = pair.left(pair.indexOf('='));
        const bool ours = name == "page" || name == "per_page" || name == "cursor" || name == "ref";
        if (!pair.isEmpty() && !ours) parts.append(QString::fromUtf8(pair));
    }
    for (const auto& [name, value] : paging)
        parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return QString::fromUtf8(call.baseUrl + call.request.path) + u'?' + parts.join(u'&');
}

QString cursorText(const char16_t* side, qint64 id)
{
    const Json cursor = Json::object({{QString::fromUtf16(side), Json::object({{u"id"_s, Json(id)}})}});
    return QString::fromLatin1(cursor.toBytes().toBase64());
}

Json cursorLinks(const Call& call, const Paging& paging, const std::vector<Entry>& all, qsizetype begin,
                 qsizetype end)
{
    const std::pair<QString, QString> size{u"per_page"_s, QString::number(paging.perPage)};
    const auto link = [&](const char16_t* side, qint64 id, const QString& ref) {
        return Json(linkTo(call, {{u"cursor"_s, cursorText(side, id)}, size, {u"ref"_s, ref}}));
    };
    const qsizetype count = qsizetype(all.size());
    return Json::object(
        {{u"first"_s, linkTo(call, {size, {u"ref"_s, u"first"_s}})},
         {u"next"_s,
          end < count && end > 0 ? link(u"after", all[size_t(end - 1)].id, u"next_cursor"_s) : Json()},
         {u"previous"_s,
          begin > 0 && begin < count ? link(u"before", all[size_t(begin)].id, u"previous_cursor"_s) : Json()},
         {u"last"_s, linkTo(call, {size, {u"ref"_s, u"last"_s}})}});
}

Json pageLinks(const Call& call, const Paging& paging, qint64 pages)
{
    const auto link = [&](qint64 page) {
        return Json(linkTo(
            call, {{u"page"_s, QString::number(page)}, {u"per_page"_s, QString::number(paging.perPage)}}));
    };
    return Json::object({{u"first"_s, link(1)},
                         {u"next"_s, paging.page < pages ? link(paging.page + 1) : Json()},
                         {u"previous"_s, paging.page > 1 ? link(std::min(paging.page - 1, pages)) : Json()},
                         {u"last"_s, link(std::max(1LL, pages))}});
}

Response envelope(const QString& key, Json::Array rows, const Paging& paging, qint64 total, Json links)
{
    const qint64 pages = std::max(1LL, (total + paging.perPage - 1) / paging.perPage);
    Json next;
    Json previous;
    if (!paging.byCursor) {
        if (paging.page < pages) next = Json(paging.page + 1);
        if (paging.page > 1) previous = Json(paging.page - 1);
    }
    return jsonReply(200, Json::object({{key, Json(std::move(rows))},
                                        {u"per_page"_s, Json(paging.perPage)},
                                        {u"total_pages"_s, Json(pages)},
                                        {u"total_entries"_s, Json(total)},
                                        {u"next_page"_s, next},
                                        {u"previous_page"_s, previous},
                                        {u"page"_s, paging.byCursor ? Json() : Json(paging.page)},
                                        {u"links"_s, std::move(links)}}));
}

/// The filters of one call, read once.
struct Filters {
    std::optional<Instant> since;
    QString from;
    QString to;
    QList<std::pair<QString, QString>> others;

    [[nodiscard]] bool keeps(const Call& call, Kind kind, const Row& row) const;
};

qint64 clientOf(const Call& call, Kind kind, const Row& row)
{
    if (kind != Kind::TimeEntry && kind != Kind::Expense) return row.integer(u"client_id");
    const Row* project = call.books.find(Kind::Project, row.integer(u"project_id"));
    return project ? project->integer(u"client_id") : 0;
}

bool namesProject(const Row& invoice, qint64 project)
{
    const Json::Array& lines = invoice[u"line_items"].toArray();
    return std::any_of(lines.begin(), lines.end(),
                       [project](const Json& line) { return line[u"project_id"].toInteger() == project; });
}

bool Filters::keeps(const Call& call, Kind kind, const Row& row) const
{
    if (since && std::chrono::floor<std::chrono::seconds>(row.updated) < *since) return false;
    if (!from.isEmpty() || !to.isEmpty()) {
        const bool document = kind == Kind::Invoice || kind == Kind::Estimate;
        const QString day = row.text(document ? QStringView(u"issue_date") : QStringView(u"spent_date"));
        if ((!from.isEmpty() && day < from) || (!to.isEmpty() && day > to)) return false;
    }
    return std::all_of(others.begin(), others.end(), [&](const auto& filter) {
        const auto& [name, value] = filter;
        if (name == u"is_active") return row.flag(u"is_active") == (value == u"true");
        if (name == u"is_billed") return row.has(u"invoice_id") == (value == u"true");
        if (name == u"is_running") return row.has(u"timer_started_at") == (value == u"true");
        if (name == u"state") return row.text(u"state") == value;
        if (name == u"client_id") return clientOf(call, kind, row) == value.toLongLong();
        if (name == u"external_reference_id") return row[u"external_reference"][u"id"].toText() == value;
        if (name == u"project_id" && kind == Kind::Invoice) return namesProject(row, value.toLongLong());
        return row.integer(name) == value.toLongLong();
    });
}

tl::expected<Filters, Response> readFilters(const Call& call, const KindFacts& facts)
{
    Filters filters;
    const Request& request = call.request;
    if (facts.updatedSince && request.hasQuery(u"updated_since")) {
        const auto since = parseInstant(request.queryValue(u"updated_since").replace(u' ', u'+'));
        if (!since) return tl::unexpected(badRequestReply(u"updated_since is not a valid date and time"_s));
        filters.since = *since;
    }
    for (const QStringView name : QStringView(facts.filters).split(u' ', Qt::SkipEmptyParts)) {
        if (!request.hasQuery(name)) continue;
        const QString value = request.queryValue(name);
        if (name != u"from" && name != u"to") {
            filters.others.append({name.toString(), value});
            continue;
        }
        const auto date = parseDate(value.left(10));
        if (!date) return tl::unexpected(badRequestReply(name.toString() + u" is not a valid date"_s));
        (name == u"from" ? filters.from : filters.to) = formatDate(*date);
    }
    return filters;
}

} // namespace

Response listReply(const Call& call, Kind kind, const RowTest& belongs)
{
    const KindFacts& facts = factsOf(kind);
    const auto paging = readPaging(call, facts.cursors ? Pages::ByCursor : Pages::ByNumber);
    if (!paging) return paging.error();
    const auto filters = readFilters(call, facts);
    if (!filters) return filters.error();
    std::vector<Entry> all;
    for (const Row& row : call.books.rows(kind)) {
        if (belongs(row) && filters->keeps(call, kind, row))
            all.push_back({orderKey(facts.order, row), row.id, &row});
    }
    sortEntries(all, facts.order);
    const qsizetype total = qsizetype(all.size());
    qsizetype begin = (paging->page - 1) * paging->perPage;
    qsizetype end = begin + paging->perPage;
    if (paging->byCursor) {
        begin = paging->after ? placeOf(all, facts.order, *paging->after, Side::Behind) : 0;
        end = begin + paging->perPage;
    }
    if (paging->before) {
        end = placeOf(all, facts.order, *paging->before, Side::Before);
        begin = std::max<qsizetype>(0, end - paging->perPage);
    }
    begin = std::min(begin, total);
    end = std::min(end, total);
    const Printer printer(call);
    Json::Array rows;
    rows.reserve(end - begin);
    for (qsizetype i = begin; i < end; ++i)
        rows.append(printer.show(kind, *all[size_t(i)].row));
    const qint64 pages = (total + paging->perPage - 1) / paging->perPage;
    Json links =
        paging->byCursor ? cursorLinks(call, *paging, all, begin, end) : pageLinks(call, *paging, pages);
    return envelope(QString::fromUtf16(facts.plural), std::move(rows), *paging, total, std::move(links));
}

Response pageReply(const Call& call, const QString& key, const Json::Array& rows)
{
    const auto paging = readPaging(call, Pages::ByNumber);
    if (!paging) return paging.error();
    const qint64 total = rows.size();
    const qint64 begin = std::min((paging->page - 1) * paging->perPage, total);
    const qint64 pages = (total + paging->perPage - 1) / paging->perPage;
    return envelope(key, rows.mid(begin, paging->perPage), *paging, total, pageLinks(call, *paging, pages));
}

} // namespace tieout::sandbox::harvest
