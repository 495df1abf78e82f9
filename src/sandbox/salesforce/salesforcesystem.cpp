#include "sandbox/salesforce/salesforcesystem.h"

#include "sandbox/salesforce/bulk/bulkingest.h"
#include "sandbox/salesforce/bulk/bulkquery.h"
#include "sandbox/salesforce/compression.h"
#include "sandbox/salesforce/query/queryservice.h"
#include "sandbox/salesforce/query/searchservice.h"
#include "sandbox/salesforce/records/collectionservice.h"
#include "sandbox/salesforce/records/compositeservice.h"
#include "sandbox/salesforce/records/recordservice.h"
#include "sandbox/salesforce/records/treeservice.h"
#include "sandbox/salesforce/replies.h"
#include "sandbox/salesforce/schema/toolingservice.h"
#include "sandbox/salesforce/signin.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace salesforce;

namespace {

constexpr qsizetype kMaxTarget = 16'384;
constexpr int kRetiredVersion = 30;
constexpr int kNewestVersion = 67;
constexpr int kDailyCalls = 100'000;
constexpr qint64 kDayMs = 86'400'000;

constexpr qint64 kBulkJobsADay = 10'000;

/// What stands before the service refuses: a page, not JSON.
Response tooLong(int status, const QByteArray& reason)
{
    return bodyReply(status, "text/html;charset=iso-8859-1",
                     "<h1>Bad Message " + QByteArray::number(status) + "</h1><pre>reason: " + reason +
                         "</pre>");
}

qsizetype sizeOf(const Headers& headers)
{
    qsizetype size = 0;
    for (const auto& [name, value] : headers)
        size += name.size() + value.size() + 4;
    return size;
}

/// "v62.0" → 62; 0 when it is not a version.
int versionOf(const QString& segment)
{
    bool good = false;
    const int version =
        segment.startsWith(u'v') && segment.endsWith(u".0") ? segment.mid(1).chopped(2).toInt(&good) : 0;
    return good && version <= kNewestVersion ? version : 0;
}

Response versionList()
{
    static const char* const kSeasons[] = {"Winter", "Spring", "Summer"};
    Json list = Json::array();
    for (int version = kRetiredVersion + 1; version <= kNewestVersion; ++version) {
        // Three releases a year; 66 is Spring '26.
        const int year = 26 - (66 - version + 1) / 3 + int(version > 67);
        const QString label = QString::fromLatin1(kSeasons[version % 3 == 0   ? 1
                                                           : version % 3 == 1 ? 2
                                                                              : 0]) +
                              u" '"_s + QString::number(year);
        list.append(Json::object({{u"label"_s, label},
                                  {u"url"_s, u"/services/data/v"_s + QString::number(version) + u".0"_s},
                                  {u"version"_s, QString::number(version) + u".0"_s}}));
    }
    return jsonReply(200, list.toBytes());
}

} // namespace

class SalesforceSystem::Impl
{
  public:
    Impl(const PracticeClock& clock, Random& random)
        : m_clock(clock)
        , m_organisation(clock)
        , m_signIn(m_organisation, random)
        , m_queries(m_organisation)
        , m_records(m_organisation)
        , m_collections(m_organisation)
        , m_trees(m_organisation)
        , m_tooling(m_organisation, m_queries)
        , m_search(m_organisation)
        , m_ingest(m_organisation)
        , m_bulkQueries(m_organisation)
        , m_composite(m_organisation, [this](const Request& request) { return dispatch(request); })
    {
    }

    [[nodiscard]] Response handle(const Request& request);
    [[nodiscard]] Response dispatch(const Request& request);
    [[nodiscard]] Response oauth(const Request& request, const QString& what);
    [[nodiscard]] Response composite(const Request& request, const QStringList& rest,
                                     const QByteArray& servicePath);
    [[nodiscard]] Response resources(const QByteArray& servicePath) const;
    [[nodiscard]] Response limits() const;
    /// A switch that is not the organisation's; false when it is not known.
    [[nodiscard]] bool set(const QString& name, const Json& value);
    [[nodiscard]] bool countCall();
    void addLimitHeader(Response& response) const;

    const PracticeClock& m_clock;
    Organisation m_organisation;
    SignIn m_signIn;
    QueryService m_queries;
    RecordService m_records;
    CollectionService m_collections;
    TreeService m_trees;
    ToolingService m_tooling;
    SearchService m_search;
    BulkIngest m_ingest;
    BulkQuery m_bulkQueries;
    CompositeService m_composite;
    bool m_limitsEnabled = true;
    bool m_blocked = false; // every session, for good
    bool m_perAppUsage = false;
    bool m_compresses = false;
    int m_dailyCalls = kDailyCalls;
    int m_calls = 0;
    qint64 m_day = 0;
};

Response SalesforceSystem::Impl::handle(const Request& request)
{
    const qsizetype target = request.path.size() + request.query.size();
    if (target > kMaxTarget) return tooLong(414, "URI Too Long");
    if (target + sizeOf(request.headers) > kMaxTarget) return tooLong(431, "Request Header Fields Too Large");
    const QStringList segments = request.segments();
    const QString first = segments.value(0);
    if (first == u"id" && segments.size() == 3) return m_signIn.identity(request);
    if (first != u"services") return notFoundReply();
    if (segments.value(1) == u"oauth2" && segments.size() == 3) return oauth(request, segments[2]);
    if (segments.value(1) != u"data") return notFoundReply();
    if (segments.size() == 2) return versionList();
    if (m_blocked) {
        return errorReply(401, u"INVALID_SESSION_ID"_s,
                          u"This session is not valid for use with the REST API"_s);
    }
    if (!m_signIn.admits(request))
        return errorReply(401, u"INVALID_SESSION_ID"_s, u"Session expired or invalid"_s);
    Response response =
        countCall() ? dispatch(request)
                    : errorReply(403, u"REQUEST_LIMIT_EXCEEDED"_s, u"TotalRequests Limit exceeded."_s);
    addLimitHeader(response);
    const bool packs = m_compresses && !response.body.isEmpty() &&
                       headerValue(request.headers, "Accept-Encoding").contains("gzip");
    if (packs) {
        response.body = gzipped(response.body);
        response.headers.emplaceBack("Content-Encoding", "gzip");
    }
    return response;
}

Response SalesforceSystem::Impl::oauth(const Request& request, const QString& what)
{
    if (what == u"authorize") return m_signIn.authorize(request);
    if (what == u"token") return m_signIn.token(request);
    if (what == u"revoke") return m_signIn.revoke(request);
    if (what == u"userinfo") return m_signIn.userInfo(request);
    return notFoundReply();
}

Response SalesforceSystem::Impl::dispatch(const Request& request)
{
    const QStringList segments = request.segments();
    const int version = versionOf(segments.value(2));
    if (segments.value(0) != u"services" || segments.value(1) != u"data" || version == 0)
        return notFoundReply();
    if (version <= kRetiredVersion)
        return errorReply(410, u"UNSUPPORTED_API_VERSION"_s, u"This API version has been retired"_s);
    const QByteArray servicePath = "/services/data/" + segments[2].toLatin1();
    if (segments.size() == 3) return resources(servicePath);
    const QString& what = segments[3];
    const QStringList rest = segments.mid(4);
    if (what == u"query") return m_queries.handle(request, rest, servicePath, Deleted::Hidden);
    if (what.compare(u"queryAll", Qt::CaseInsensitive) == 0)
        return m_queries.handle(request, rest, servicePath, Deleted::Shown);
    if (what == u"sobjects") return m_records.handle(request, rest, servicePath, version);
    if (what == u"composite") return composite(request, rest, servicePath);
    if (what == u"limits" && rest.isEmpty()) return limits();
    if (what == u"tooling") return m_tooling.handle(request, rest, servicePath + "/tooling");
    if (what == u"jobs" && rest.value(0) == u"ingest") return m_ingest.handle(request, rest.mid(1), version);
    if (what == u"jobs" && rest.value(0) == u"query")
        return m_bulkQueries.handle(request, rest.mid(1), version);
    if (what == u"search" && rest.isEmpty()) return m_search.search(request, servicePath);
    if (what == u"parameterizedSearch" && rest.isEmpty()) return m_search.parameterized(request, servicePath);
    if (what == u"recent" && rest.isEmpty()) return m_records.recent(request, servicePath);
    return notFoundReply();
}

Response SalesforceSystem::Impl::composite(const Request& request, const QStringList& rest,
                                           const QByteArray& servicePath)
{
    if (rest.value(0) == u"sobjects") return m_collections.handle(request, rest.mid(1), servicePath);
    if (request.method != "POST") return methodReply(request.method);
    if (rest.isEmpty()) return m_composite.composite(request);
    if (rest.first() == u"tree" && rest.size() == 2) return m_trees.create(request, rest[1]);
    if (rest.size() == 1 && rest.first() == u"graph") return m_composite.graph(request);
    return rest.first() == u"batch" && rest.size() == 1 ? m_composite.batch(request) : notFoundReply();
}

Response SalesforceSystem::Impl::resources(const QByteArray& servicePath) const
{
    Json list = Json::object();
    for (const auto& name : {u"sobjects"_s, u"query"_s, u"queryAll"_s, u"limits"_s, u"composite"_s,
                             u"search"_s, u"parameterizedSearch"_s, u"recent"_s, u"tooling"_s, u"jobs"_s})
        list.set(name, QString::fromLatin1(servicePath) + u'/' + name);
    list.set(u"identity"_s, m_signIn.identityUrl());
    return jsonReply(200, list.toBytes());
}

Response SalesforceSystem::Impl::limits() const
{
    const auto entry = [](qint64 max, qint64 remaining) {
        return Json::object({{u"Max"_s, Json(max)}, {u"Remaining"_s, Json(std::max<qint64>(0, remaining))}});
    };
    const Json body = Json::object(
        {{u"DailyApiRequests"_s, entry(m_dailyCalls, m_dailyCalls - m_calls)},
         {u"DailyBulkApiBatches"_s, entry(15'000, 15'000 - m_ingest.jobCount())},
         {u"DailyBulkV2QueryJobs"_s, entry(kBulkJobsADay, kBulkJobsADay - m_bulkQueries.jobCount())},
         {u"DailyBulkV2QueryFileStorageMB"_s, entry(976'562, 976'562)},
         {u"HourlyTimeBasedWorkflow"_s, entry(1'000, 1'000)},
         {u"DataStorageMB"_s, entry(10'240, 9'800)},
         {u"FileStorageMB"_s, entry(10'240, 10'200)}});
    return jsonReply(200, body.toBytes());
}

bool SalesforceSystem::Impl::set(const QString& name, const Json& value)
{
    if (name == u"dailyCalls")
        m_dailyCalls = int(value.toInteger(m_dailyCalls));
    else if (name == u"blockSessions")
        m_blocked = value.toBool();
    else if (name == u"perAppUsage")
        m_perAppUsage = value.toBool();
    else if (name == u"compression")
        m_compresses = value.toBool();
    else if (name == u"bulkPageRows")
        m_bulkQueries.setPageRows(value.toInteger());
    else if (name == u"earlyPaging")
        m_queries.setEarlyPaging(value.toBool());
    else if (name == u"rotateRefreshTokens")
        m_signIn.setRotation(value.toBool());
    else if (name == u"instanceUrl")
        m_signIn.moveTo(value.toText().toLatin1());
    else if (name == u"appInstalled")
        m_signIn.setAppInstalled(value.toBool());
    else
        return false;
    return true;
}

bool SalesforceSystem::Impl::countCall()
{
    const qint64 day = msSinceEpoch(m_clock.now()) / kDayMs;
    if (day != m_day) m_calls = 0;
    m_day = day;
    if (m_limitsEnabled && m_calls >= m_dailyCalls) return false;
    ++m_calls;
    return true;
}

void SalesforceSystem::Impl::addLimitHeader(Response& response) const
{
    QByteArray usage = "api-usage=" + QByteArray::number(m_calls) + '/' + QByteArray::number(m_dailyCalls);
    if (m_perAppUsage)
        usage.append("; per-app-api-usage=" + QByteArray::number(m_calls) + "/250(appName=Tieout Practice)");
    response.headers.emplaceBack("Sforce-Limit-Info", usage);
}

SalesforceSystem::SalesforceSystem(const PracticeClock& clock, Random& random)
    : m_impl(std::make_unique<Impl>(clock, random))
{
}

SalesforceSystem::~SalesforceSystem() = default;

QString SalesforceSystem::name() const
{
    return u"salesforce"_s;
}

Response SalesforceSystem::handle(const Request& request)
{
    return m_impl->handle(request);
}

Json SalesforceSystem::state(QStringView objectName) const
{
    const Organisation& organisation = m_impl->m_organisation;
    int object = organisation.schema().find(objectName);
    if (object < 0) object = organisation.schema().findTooling(objectName);
    if (object < 0) return {};
    Json rows = Json::array();
    const Table& table = organisation.table(object);
    QByteArray value;
    for (RowNumber row = 0; row < table.size(); ++row) {
        if (table.row(row).purged) continue;
        Json::Object members;
        for (const Field& field : organisation.type(object).fields) {
            value.resize(0);
            appendValue(value, organisation, FieldSource(organisation.schema(), object, field), row);
            members.emplaceBack(field.name, Json::parse(value).value_or(Json()));
        }
        rows.append(Json(std::move(members)));
    }
    return rows;
}

void SalesforceSystem::snapshot()
{
    m_impl->m_organisation.snapshot();
}

void SalesforceSystem::reset()
{
    m_impl->m_queries.clear();
    m_impl->m_records.clear();
    m_impl->m_ingest.clear();
    m_impl->m_bulkQueries.clear();
    m_impl->m_organisation.reset();
    m_impl->m_calls = 0;
    m_impl->m_blocked = m_impl->m_perAppUsage = m_impl->m_compresses = false;
    m_impl->m_signIn.moveTo({});
    m_impl->m_signIn.setAppInstalled(true);
}

void SalesforceSystem::setBaseUrl(const QByteArray& url)
{
    m_impl->m_signIn.setBaseUrl(url);
}

Organisation& SalesforceSystem::organisation()
{
    return m_impl->m_organisation;
}

void SalesforceSystem::setLimitsEnabled(bool enabled)
{
    m_impl->m_limitsEnabled = enabled;
}

Result<void> SalesforceSystem::configure(const Json& wishes)
{
    for (const auto& [name, value] : wishes.toObject()) {
        const auto done = administer(m_impl->m_organisation, name, value);
        if (!done) return tl::unexpected(done.error());
        if (*done || m_impl->set(name, value)) continue;
        return fail(ErrorKind::BadConfig, u"practice.salesforce"_s,
                    u"'"_s + name + u"' is nothing that can be set"_s);
    }
    return {};
}

void SalesforceSystem::setDailyCalls(int calls)
{
    m_impl->m_dailyCalls = calls;
}

void SalesforceSystem::setRotation(bool rotates)
{
    m_impl->m_signIn.setRotation(rotates);
}

void SalesforceSystem::setEarlyPaging(bool early)
{
    m_impl->m_queries.setEarlyPaging(early);
}

void SalesforceSystem::expireTokens()
{
    m_impl->m_signIn.expireTokens();
}

void SalesforceSystem::revokeSignIns()
{
    m_impl->m_signIn.revokeAll();
}

} // namespace tieout::sandbox
