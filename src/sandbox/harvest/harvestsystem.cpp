#include "sandbox/harvest/harvestsystem.h"

#include "sandbox/harvest/access.h"
#include "sandbox/harvest/desk.h"
#include "sandbox/harvest/fill.h"
#include "sandbox/harvest/identity.h"
#include "sandbox/harvest/limits.h"
#include "sandbox/harvest/replies.h"
#include "sandbox/madebooks.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace harvest;

/// The parts behind HarvestSystem and the way a call takes through them.
class HarvestSystem::Impl
{
  public:
    Impl(const PracticeClock& practiceClock, Random& random, const business::Business& business,
         qint64 customers)
        : clock(practiceClock)
        , filled(&filledBooks, business, customers, practiceClock.now())
        , identity(practiceClock, random)
    {
    }

    [[nodiscard]] Books& books() { return filled.get(); }
    [[nodiscard]] Response answer(const Request& request);
    [[nodiscard]] Response answerV2(const Request& request, const QStringList& path);
    [[nodiscard]] Response tooMany(int seconds) const;

    const PracticeClock& clock;
    MadeBooks<Books> filled;
    Identity identity;
    Limits limits;
    Modes modes;
    QByteArray baseUrl;
    quint64 requests = 0;
};

Response HarvestSystem::Impl::answer(const Request& request)
{
    if (auto identified = identity.answer(request, books())) return *identified;
    const QStringList path = request.segments();
    return path.value(0) == u"v2" ? answerV2(request, path.sliced(1)) : notFoundPage();
}

// In the order of the real service: user agent, token and account, pace, rights.
Response HarvestSystem::Impl::answerV2(const Request& request, const QStringList& path)
{
    if (headerValue(request.headers, "User-Agent").trimmed().isEmpty())
        return badRequestReply(u"A User-Agent header is required."_s);
    const auto person = identity.personOf(request, books());
    QByteArray account = headerValue(request.headers, "Harvest-Account-Id").trimmed();
    if (account.isEmpty()) account = request.queryValue(u"account_id").toLatin1();
    if (!person || account != QByteArray::number(kAccountId)) return badTokenReply();
    const auto counter = path.value(0) == u"reports" ? Limits::Counter::Reports : Limits::Counter::General;
    if (const auto wait = limits.admit(Identity::tokenOf(request) + ' ' + account, counter, clock.now()))
        return tooMany(*wait);
    auto body = readBody(request);
    if (!body) return badRequestReply(u"The body is not valid JSON."_s);
    Call call{request,
              path,
              std::move(*body),
              viewerOf(books(), *person),
              books(),
              modes,
              std::chrono::floor<std::chrono::seconds>(clock.now()),
              baseUrl};
    if (auto refused = refuseAccess(call)) return *refused;
    return answerApi(call);
}

Response HarvestSystem::Impl::tooMany(int seconds) const
{
    if (!modes.retryAfter) return sandbox::pageReply(429, {});
    Response response = harvest::jsonReply(429, Json::object({{u"message"_s, u"Too many requests."_s}}));
    response.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return response;
}

HarvestSystem::HarvestSystem(const PracticeClock& clock, Random& random, const business::Business& business,
                             qint64 customers)
    : m_impl(std::make_unique<Impl>(clock, random, business, customers))
{
}

HarvestSystem::~HarvestSystem() = default;

QString HarvestSystem::name() const
{
    return u"harvest"_s;
}

Response HarvestSystem::handle(const Request& request)
{
    Response response = m_impl->answer(request);
    const QByteArray number = QByteArray::number(++m_impl->requests, 16).rightJustified(32, '0');
    response.headers.emplaceBack("X-Request-Id", number);
    response.headers.emplaceBack("X-Runtime", "0.012345");
    return response;
}

Json HarvestSystem::state(QStringView object) const
{
    const Books& books = m_impl->books();
    if (object == u"company") return Json::array({books.company});
    if (object == u"outbox") return books.outbox;
    for (int i = 0; i < kKindCount; ++i) {
        if (object != QStringView(factsOf(Kind(i)).plural)) continue;
        Json rows = Json::array();
        for (const Row& row : books.rows(Kind(i))) {
            Json shown = Json::object({{u"id"_s, Json(row.id)}});
            for (const auto& [name, value] : row.data.toObject())
                shown.set(name, value);
            shown.set(u"created_at"_s, formatInstantSeconds(row.created));
            shown.set(u"updated_at"_s, formatInstantSeconds(row.updated));
            rows.append(shown);
        }
        return rows;
    }
    return {};
}

void HarvestSystem::snapshot()
{
    m_impl->filled.keep();
}

void HarvestSystem::reset()
{
    m_impl->filled.restore();
    m_impl->limits.clear();
    m_impl->modes = {};
    m_impl->identity.restore();
}

void HarvestSystem::setBaseUrl(const QByteArray& url)
{
    m_impl->baseUrl = url.endsWith('/') ? url.chopped(1) : url;
    m_impl->identity.setBaseUrl(m_impl->baseUrl);
}

void HarvestSystem::setLimitsEnabled(bool enabled)
{
    m_impl->limits.setEnabled(enabled);
}

void HarvestSystem::setModes(const Modes& modes)
{
    m_impl->modes = modes;
}

Modes HarvestSystem::modes() const
{
    return m_impl->modes;
}

void HarvestSystem::setCompany(const QString& member, const Json& value)
{
    m_impl->books().company.set(member, value);
}

void HarvestSystem::approveUntil(Date day)
{
    Books& books = m_impl->books();
    for (const Kind kind : {Kind::TimeEntry, Kind::Expense}) {
        QList<qint64> approved;
        for (const Row& row : books.rows(kind)) {
            if (row.text(u"spent_date") <= formatDate(day) && !row.flag(u"is_closed"))
                approved.append(row.id);
        }
        for (const qint64 id : approved)
            books.set(kind, id, u"is_closed"_s, Json(true), m_impl->clock.now());
    }
}

void HarvestSystem::expireTokens()
{
    m_impl->identity.expireTokens();
}

void HarvestSystem::revokeSignIns()
{
    m_impl->identity.revokeAll();
}

qint64 HarvestSystem::accountId()
{
    return kAccountId;
}

} // namespace tieout::sandbox
