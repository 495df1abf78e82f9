#include "sandbox/cin7core/cin7coresystem.h"

#include "sandbox/cin7/pace.h"
#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealdesk.h"
#include "sandbox/cin7core/fill.h"
#include "sandbox/cin7core/recorddesk.h"
#include "sandbox/cin7core/webhookqueue.h"
#include "sandbox/madebooks.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace cin7core;

namespace {

constexpr char kAccountId[] = "6f1d9b52-0e0a-4c7e-9b1c-8f2a4f0c5e11";
constexpr const char* kKeys[] = {"b0a6d7f4-33e1-4f0b-9c53-27c1a1d0e9aa",
                                 "1c9e5a70-5b7d-42a4-8a0e-d1f6c3b2a955"};
constexpr cin7::PaceRule kPace[] = {{60, std::chrono::seconds(60)}};
constexpr char kLimitText[] = "You have reached your limit of 60 API calls per 60 seconds.";

std::optional<Kind> kindOf(const QString& path)
{
    for (int i = 0; i < kKindCount; ++i) {
        const bool isDeal = Kind(i) == Kind::Sale || Kind(i) == Kind::Purchase;
        if (!isDeal && path.compare(factsOf(Kind(i)).path, Qt::CaseInsensitive) == 0) return Kind(i);
    }
    return {};
}

} // namespace

/// The parts behind Cin7CoreSystem and the way a call takes through them.
class Cin7CoreSystem::Impl
{
  public:
    Impl(const PracticeClock& practiceClock, const business::Business& business, qint64 customers)
        : clock(practiceClock)
        , filled(&filledBooks, business, customers, practiceClock.now())
    {
    }

    /// Made up on first use: most runs of the practice company never ask.
    [[nodiscard]] Books& books()
    {
        if (!filled.present()) webhooks.clear(&filled.get());
        return filled.get();
    }
    [[nodiscard]] Response answer(const Request& request);
    [[nodiscard]] Response route(Call& call);
    [[nodiscard]] Response dealList(const Call& call, Kind kind) const;
    [[nodiscard]] Response creditNoteList(const Call& call) const;
    [[nodiscard]] Response tooMany(int seconds) const;
    [[nodiscard]] Response unknownPath(const Request& request) const;

    const PracticeClock& clock;
    MadeBooks<Books> filled;
    QByteArray baseUrl;
    cin7::Pace pace;
    Modes modes;
    bool revoked = false;
    WebhookQueue webhooks;
};

Response Cin7CoreSystem::Impl::answer(const Request& request)
{
    const QByteArray account = headerValue(request.headers, "api-auth-accountid").trimmed().toLower();
    const QByteArray key = headerValue(request.headers, "api-auth-applicationkey").trimmed().toLower();
    const bool isKnown = account == kAccountId && (key == kKeys[0] || key == kKeys[1]);
    if (!isKnown || revoked) return textReply(403, "Incorrect credentials!");
    if (const auto wait = pace.admit(modes.limitByAccount ? account : key, kPace, clock.now()))
        return tooMany(*wait);
    const QStringList path = request.segments();
    if (path.value(0).compare(u"ExternalApi", Qt::CaseInsensitive) != 0 || path.value(1) != u"v2")
        return unknownPath(request);
    Json body;
    if (request.method == "POST" || request.method == "PUT") {
        const auto parsed = Json::parse(request.body);
        if (!parsed) {
            Problems problems;
            problems.add(u"The request body is not valid JSON"_s);
            return problems.reply(modes);
        }
        body = *parsed;
    }
    Call call{request, path.sliced(2).join(u'/'), body, books(), modes, clock.now()};
    Response response = route(call);
    webhooks.takeEvents(call.books, call.now);
    return response;
}

Response Cin7CoreSystem::Impl::route(Call& call)
{
    if (call.path.compare(u"me", Qt::CaseInsensitive) == 0) return jsonReply(200, call.books.company);
    if (call.path.compare(u"saleList", Qt::CaseInsensitive) == 0) return dealList(call, Kind::Sale);
    if (call.path.compare(u"purchaseList", Qt::CaseInsensitive) == 0) return dealList(call, Kind::Purchase);
    if (call.path.compare(u"saleCreditNoteList", Qt::CaseInsensitive) == 0) return creditNoteList(call);
    if (const auto kind = kindOf(call.path)) return answerRecords(call, *kind);
    if (auto reply = DealDesk(call).answer()) return *reply;
    return unknownPath(call.request);
}

Response Cin7CoreSystem::Impl::dealList(const Call& call, Kind kind) const
{
    const bool isSale = kind == Kind::Sale;
    const auto stampParameter = [&call](const QString& name) -> QString {
        const auto instant = parseInstant(call.parameter(name));
        return instant ? stampOf(*instant) : call.parameter(name);
    };
    const QString since = stampParameter(u"UpdatedSince"_s);
    const QString made = stampParameter(u"CreatedSince"_s);
    const QString search = call.parameter(u"Search");
    static const QStringList kEqual{u"Status"_s,         u"QuoteStatus"_s,      u"OrderStatus"_s,
                                    u"ExternalID"_s,     u"CreditNoteStatus"_s, u"CombinedInvoiceStatus"_s,
                                    u"OrderLocationID"_s};
    QList<Json> rows;
    for (const cin7::Shelf::Entry& entry : call.books.shelf(kind).entries()) {
        const Json row = isSale ? saleRow(entry.row) : purchaseRow(entry.row);
        if (!since.isEmpty() && entry.row[u"LastModifiedOn"].toText() < since) continue;
        if (!made.isEmpty() && row[u"OrderDate"].toText() < made) continue;
        const bool fits = std::all_of(kEqual.begin(), kEqual.end(), [&](const QString& name) {
            const QString wanted = call.parameter(name);
            return wanted.isEmpty() || row[name].toText().compare(wanted, Qt::CaseInsensitive) == 0;
        });
        static const QStringList kSearched{u"OrderNumber"_s,     u"Status"_s,        u"Customer"_s,
                                           u"Supplier"_s,        u"InvoiceNumber"_s, u"CustomerReference"_s,
                                           u"CreditNoteNumber"_s};
        const bool found =
            search.isEmpty() || std::any_of(kSearched.begin(), kSearched.end(), [&](const QString& name) {
                return row[name].toText().startsWith(search, Qt::CaseInsensitive);
            });
        if (fits && found) rows.append(row);
    }
    return envelope(call, factsOf(kind).list, rows);
}

Response Cin7CoreSystem::Impl::creditNoteList(const Call& call) const
{
    QList<Json> rows;
    const auto instant = parseInstant(call.parameter(u"UpdatedSince"));
    const QString since = instant ? stampOf(*instant) : call.parameter(u"UpdatedSince");
    for (const cin7::Shelf::Entry& entry : call.books.shelf(Kind::Sale).entries()) {
        if (!since.isEmpty() && entry.row[u"LastModifiedOn"].toText() < since) continue;
        for (const Json& credit : entry.row[u"CreditNotes"].toArray()) {
            rows.append(Json::object({{u"SaleID"_s, entry.row[u"ID"]},
                                      {u"TaskID"_s, credit[u"TaskID"]},
                                      {u"OrderNumber"_s, entry.row[u"Order"][u"SaleOrderNumber"]},
                                      {u"Customer"_s, entry.row[u"Customer"]},
                                      {u"CustomerID"_s, entry.row[u"CustomerID"]},
                                      {u"CreditNoteNumber"_s, credit[u"CreditNoteNumber"]},
                                      {u"CreditNoteInvoiceNumber"_s, credit[u"CreditNoteInvoiceNumber"]},
                                      {u"CreditNoteDate"_s, credit[u"CreditNoteDate"]},
                                      {u"Status"_s, credit[u"Status"]},
                                      {u"Total"_s, credit[u"Total"]},
                                      {u"Updated"_s, entry.row[u"LastModifiedOn"]}}));
        }
    }
    return envelope(call, u"SaleList"_s, rows);
}

Response Cin7CoreSystem::Impl::tooMany(int seconds) const
{
    if (modes.limit == LimitCostume::Text503) return textReply(503, kLimitText);
    if (modes.limit == LimitCostume::List400) {
        Problems problems;
        problems.add(QString::fromLatin1(kLimitText));
        return problems.reply({});
    }
    Response response = textReply(429, kLimitText);
    response.headers.emplaceBack("Retry-After", QByteArray::number(seconds) + " Seconds");
    return response;
}

Response Cin7CoreSystem::Impl::unknownPath(const Request& request) const
{
    if (modes.unknownPath == UnknownPath::WebPage) return cin7::titlePage(200, "Cin7 Core");
    if (modes.unknownPath == UnknownPath::NotFound) return cin7::titlePage(404, "Page not found");
    Response response = cin7::titlePage(302, "Object moved");
    response.headers.emplaceBack("Location", baseUrl + request.path);
    return response;
}

Cin7CoreSystem::Cin7CoreSystem(const PracticeClock& clock, const business::Business& business,
                               qint64 customers)
    : m_impl(std::make_unique<Impl>(clock, business, customers))
{
}

Cin7CoreSystem::~Cin7CoreSystem() = default;

QString Cin7CoreSystem::name() const
{
    return u"cin7core"_s;
}

Response Cin7CoreSystem::handle(const Request& request)
{
    return m_impl->answer(request);
}

Json Cin7CoreSystem::state(QStringView object) const
{
    const Books& books = m_impl->books();
    if (object == u"events") return books.events;
    const QString path = object.toString().replace(u'-', u'/');
    auto kind = kindOf(path);
    if (path == u"sale") kind = Kind::Sale;
    if (path == u"purchase") kind = Kind::Purchase;
    if (!kind) return {};
    Json rows = Json::array();
    for (const cin7::Shelf::Entry& entry : books.shelf(*kind).entries())
        rows.append(entry.row);
    return rows;
}

void Cin7CoreSystem::snapshot()
{
    m_impl->filled.keep();
}

void Cin7CoreSystem::reset()
{
    m_impl->filled.restore();
    m_impl->webhooks.clear(m_impl->filled.present());
    m_impl->pace.clear();
    m_impl->modes = {};
    m_impl->revoked = false;
}

void Cin7CoreSystem::setBaseUrl(const QByteArray& url)
{
    m_impl->baseUrl = url.endsWith('/') ? url.chopped(1) : url;
}

void Cin7CoreSystem::setLimitsEnabled(bool enabled)
{
    m_impl->pace.setEnabled(enabled);
}

void Cin7CoreSystem::revokeSignIns()
{
    m_impl->revoked = true;
}

void Cin7CoreSystem::setModes(const Modes& modes)
{
    m_impl->modes = modes;
}

Modes Cin7CoreSystem::modes() const
{
    return m_impl->modes;
}

void Cin7CoreSystem::setLockDate(Date day)
{
    m_impl->books().company.set(u"LockDate"_s, Json(formatDate(day) + u"T00:00:00"_s));
}

QList<OutgoingCall> Cin7CoreSystem::dueCalls()
{
    if (m_impl->webhooks.waiting() == 0) return {};
    return m_impl->webhooks.due(m_impl->books(), m_impl->modes, m_impl->clock.now());
}

void Cin7CoreSystem::callAnswered(quint64 number, int status)
{
    if (m_impl->webhooks.waiting() > 0)
        m_impl->webhooks.answered(m_impl->books(), number, status, m_impl->clock.now());
}

QByteArray Cin7CoreSystem::accountId()
{
    return kAccountId;
}

QByteArray Cin7CoreSystem::applicationKey()
{
    return kKeys[0];
}

} // namespace tieout::sandbox
