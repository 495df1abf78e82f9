#include "sandbox/xero/xerosystem.h"

#include "sandbox/xero/access/accountingapi.h"
#include "sandbox/xero/access/idempotencystore.h"
#include "sandbox/xero/access/identity.h"
#include "sandbox/xero/access/ratelimits.h"
#include "sandbox/xero/documents/repeatingrounds.h"
#include "sandbox/xero/modes.h"
#include "sandbox/xero/organisation/pastbusiness.h"
#include "sandbox/xero/staterows.h"
#include "sandbox/xero/switchboard.h"
#include "sandbox/xero/webhooks.h"
#include "sandbox/xero/wire/replies.h"
#include "sandbox/xero/wire/xmlreply.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace xero;

namespace {

constexpr qsizetype kMaxKeyLength = 128;

bool isWrite(const QByteArray& method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

} // namespace

/// The parts behind XeroSystem and the way a call takes through them.
class XeroSystem::Impl
{
  public:
    Impl(const PracticeClock& practiceClock, Random& random)
        : clock(practiceClock)
        , guids(random)
        , identity(practiceClock, random, guids)
        , webhooks(random)
        , tenants(demoTenants(practiceClock.now()))
        , kept(tenants)
    {
        for (const Tenant& tenant : tenants)
            identity.offerTenant(tenant.organisation.id, tenant.organisation.name);
    }

    [[nodiscard]] Tenant* tenantOf(const QUuid& id)
    {
        const auto found = std::find_if(tenants.begin(), tenants.end(),
                                        [&id](const Tenant& tenant) { return tenant.organisation.id == id; });
        return found == tenants.end() ? nullptr : &*found;
    }

    [[nodiscard]] Response answer(const Request& request);
    [[nodiscard]] Response answerApi(const Request& request, const QStringList& path);
    [[nodiscard]] std::optional<Response> refuse(const Request& request, const QStringList& path,
                                                 const Tenant* tenant);
    [[nodiscard]] Response dispatch(const Request& request, const Call& call);
    [[nodiscard]] Response execute(const Request& request, const Call& call);
    /// What the organisations do by themselves as time goes by.
    void catchUp();
    void tellOfChanges(Tenant& tenant);
    [[nodiscard]] Response answerOnce(const Request& request, const Call& call);

    const PracticeClock& clock;
    GuidSource guids;
    Identity identity;
    RateLimits limits;
    IdempotencyStore idempotency;
    Webhooks webhooks;
    Modes modes;
    std::vector<Tenant> tenants;
    std::vector<Tenant> kept;
};

void XeroSystem::Impl::catchUp()
{
    for (Tenant& tenant : tenants) {
        if (tenant.repeating.size() == 0) continue;
        makeDueInvoices(tenant, guids, clock.now());
        tellOfChanges(tenant);
    }
}

Response XeroSystem::Impl::answer(const Request& request)
{
    catchUp();
    if (std::optional<Response> identified = identity.answer(request)) return *identified;
    const QStringList path = request.segments();
    if (path.value(0) == "_practice"_L1)
        return answerSwitch(request, path, {tenants, modes, identity, limits, webhooks, clock.now()});
    const bool accounting =
        path.size() > 2 && path[0].compare("api.xro"_L1, Qt::CaseInsensitive) == 0 && path[1] == "2.0"_L1;
    const bool payroll = path.size() > 2 && path[0].compare("payroll.xro"_L1, Qt::CaseInsensitive) == 0;
    return accounting || payroll ? answerApi(request, path) : notFoundReply();
}

Response XeroSystem::Impl::answerApi(const Request& request, const QStringList& path)
{
    const Instant now = clock.now();
    Tenant* tenant = tenantOf(parseGuid(QString::fromLatin1(headerValue(request.headers, "xero-tenant-id"))));
    const QUuid tenantId = tenant ? tenant->organisation.id : QUuid();
    Response response;
    if (std::optional<Response> refused = refuse(request, path, tenant)) {
        response = std::move(*refused);
    } else if (std::optional<Response> limited = limits.admit(tenantId, now)) {
        response = std::move(*limited);
    } else {
        response = answerOnce(request, {request, path.sliced(2), *tenant, guids, now});
    }
    limits.addHeaders(response.headers, tenantId, now);
    return response;
}

// In the order of the real service: token, organisation, scope.
std::optional<Response> XeroSystem::Impl::refuse(const Request& request, const QStringList& path,
                                                 const Tenant* tenant)
{
    const Bearer bearer = identity.bearerOf(request);
    if (bearer.state == Bearer::State::Unknown)
        return refusedReply(401, u"AuthenticationUnsuccessful", guids.next());
    if (bearer.state == Bearer::State::Expired) {
        const QString when = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(bearer.expired), Qt::UTC)
                                 .toString(u"MM/dd/yyyy HH:mm:ss");
        return refusedReply(401, u"TokenExpired: token expired at "_s + when, guids.next());
    }
    if (!tenant || !identity.isConnected(tenant->organisation.id))
        return refusedReply(403, u"AuthenticationUnsuccessful", guids.next());
    if (modes.maintenance) return textReply(503, "The Xero API is currently offline for maintenance");
    if (tenant->organisation.offline) return textReply(503, "The Organisation is offline");
    const Access access = request.method == "GET" ? Access::Read : Access::Write;
    const bool payroll = path[0].startsWith("payroll"_L1, Qt::CaseInsensitive);
    const bool allowed = payroll ? payrollScopeAllows(bearer.scopes, access)
                                 : scopeAllows(bearer.scopes, path.sliced(2), access);
    if (!allowed) {
        Response response = refusedReply(401, u"AuthorizationUnsuccessful", guids.next());
        response.headers.append({"WWW-Authenticate"_ba, "Bearer error=\"insufficient_scope\""_ba});
        return response;
    }
    return std::nullopt;
}

Response XeroSystem::Impl::answerOnce(const Request& request, const Call& call)
{
    const QByteArray key =
        isWrite(request.method) ? headerValue(request.headers, "Idempotency-Key") : QByteArray();
    if (key.isEmpty()) return execute(request, call);
    if (key.size() > kMaxKeyLength)
        return exceptionReply(10, u"ValidationException", u"Idempotency Key must not exceed 128 characters.");
    const IdempotencyStore::Found found = idempotency.find(key, request, call.now);
    if (found.match == IdempotencyStore::Match::Same) return found.answer;
    if (found.match == IdempotencyStore::Match::Different)
        return exceptionReply(
            10, u"ValidationException",
            u"Idempotency Key: %1 is used with a different request."_s.arg(QString::fromUtf8(key)));
    Response response = execute(request, call);
    idempotency.keep(key, found.requestHash, response, call.now);
    return response;
}

Response XeroSystem::Impl::dispatch(const Request& request, const Call& call)
{
    const QStringList path = request.segments();
    const bool payroll = path[0].startsWith("payroll"_L1, Qt::CaseInsensitive);
    return payroll ? answerPayrollApi(call, path[1]) : answerAccounting(call);
}

Response XeroSystem::Impl::execute(const Request& request, const Call& call)
{
    const bool mayTakeBack = !modes.partialSave && isWrite(request.method);
    std::optional<Tenant> before;
    if (mayTakeBack) before = call.tenant;
    Response response = dispatch(request, call);
    if (mayTakeBack && response.status == 400) call.tenant = std::move(*before);
    applyModes(modes, response);
    tellOfChanges(call.tenant);
    return response;
}

void XeroSystem::Impl::tellOfChanges(Tenant& tenant)
{
    static constexpr std::pair<const char*, const char*> kNames[] = {{"CONTACT", "Contacts"},
                                                                     {"INVOICE", "Invoices"},
                                                                     {"CREDITNOTE", "CreditNotes"},
                                                                     {"PREPAYMENT", "Prepayments"},
                                                                     {"OVERPAYMENT", "Overpayments"}};
    const QList<Change> changes = tenant.changes.take();
    for (const Change& change : changes) {
        const auto& [category, resource] = kNames[size_t(change.kind)];
        WebhookEvent event;
        event.resourceId = guidText(change.id).toLatin1();
        event.resourceUrl =
            QByteArray("https://api.xero.com/api.xro/2.0/") + resource + '/' + event.resourceId;
        event.tenantId = guidText(tenant.organisation.id).toLatin1();
        event.category = category;
        event.type = change.type == ChangeType::Created ? "CREATE" : "UPDATE";
        if (change.kind == ChangeKind::CreditNote) {
            const DocumentBook& notes = tenant.documents(DocumentKind::CreditNote);
            const Document& note = notes.at(notes.byId(change.id));
            event.data = "{\"Type\": \"" + note.type.toLatin1() + "\",\"Status\": \"" +
                         QByteArray(statusName(note.status).data()) + "\"}";
        }
        webhooks.add(event, clock.now());
    }
}

XeroSystem::XeroSystem(const PracticeClock& clock, Random& random)
    : m_impl(std::make_unique<Impl>(clock, random))
{
}

XeroSystem::~XeroSystem() = default;

QString XeroSystem::name() const
{
    return u"xero"_s;
}

Response XeroSystem::handle(const Request& request)
{
    Response response = m_impl->answer(request);
    std::string correlation;
    appendGuid(correlation, m_impl->guids.next());
    response.headers.append({"Xero-Correlation-Id"_ba, QByteArray::fromStdString(correlation)});
    if (wantsXml(request)) turnIntoXml(response);
    return response;
}

Json XeroSystem::state(QStringView object) const
{
    return Json::parse(stateBytes(object)).value_or(Json());
}

QByteArray XeroSystem::stateBytes(QStringView object) const
{
    m_impl->catchUp();
    if (object.compare("Connections"_L1, Qt::CaseInsensitive) == 0)
        return connectionState(m_impl->identity.connections());
    return tenantState(m_impl->tenants, object);
}

void XeroSystem::snapshot()
{
    m_impl->kept = m_impl->tenants;
}

// Sign-ins stay: a person who resets the books is still signed in.
void XeroSystem::reset()
{
    m_impl->tenants = m_impl->kept;
    m_impl->limits.clear();
    m_impl->idempotency.clear();
}

void XeroSystem::setBaseUrl(const QByteArray& url)
{
    m_impl->identity.setBaseUrl(url.endsWith('/') ? url.chopped(1) : url);
}

void XeroSystem::setLimitsEnabled(bool enabled)
{
    m_impl->limits.setEnabled(enabled);
}

void XeroSystem::setCallsInProgress(int calls)
{
    m_impl->limits.setCallsInProgress(calls);
}

QList<XeroTenantName> XeroSystem::tenants() const
{
    QList<XeroTenantName> names;
    for (const Tenant& tenant : m_impl->tenants)
        names.append({guidText(tenant.organisation.id), tenant.organisation.name});
    return names;
}

void XeroSystem::expireTokens()
{
    m_impl->identity.expireTokens();
}

void XeroSystem::revokeTenant(const QString& tenantId)
{
    m_impl->identity.disconnect(parseGuid(tenantId));
}

void XeroSystem::revokeSignIns()
{
    for (const Tenant& tenant : m_impl->tenants)
        m_impl->identity.disconnect(tenant.organisation.id);
}

QList<OutgoingCall> XeroSystem::dueCalls()
{
    m_impl->catchUp();
    QList<OutgoingCall> calls;
    for (const WebhookDelivery& delivery : m_impl->webhooks.due(m_impl->clock.now())) {
        calls.append({delivery.number,
                      delivery.url,
                      {{"User-Agent", "Xero-Webhooks"}, {"x-xero-signature", delivery.signature}},
                      delivery.body});
    }
    return calls;
}

void XeroSystem::callAnswered(quint64 number, int status)
{
    m_impl->webhooks.answered(number, status, m_impl->clock.now());
}

void XeroSystem::addPastBusiness(const business::Business& business)
{
    for (const Region region : {Region::UnitedKingdom, Region::UnitedStates}) {
        m_impl->tenants.push_back(demoTenant(region, m_impl->clock.now()));
        const Organisation& organisation = m_impl->tenants.back().organisation;
        m_impl->identity.offerTenant(organisation.id, organisation.name);
    }
    for (Tenant& tenant : m_impl->tenants)
        PastBusiness(business, tenant, m_impl->guids, m_impl->clock.now()).fill();
}

QString XeroSystem::seedContact(const QString& tenantId, const QString& name, const QString& contactNumber,
                                const QString& email)
{
    Tenant* tenant = m_impl->tenantOf(parseGuid(tenantId));
    if (!tenant || tenant->contacts.activeByName(name) >= 0) return {};
    Contact contact;
    contact.text(ContactText::Name) = ContactBook::storedName(name);
    contact.text(ContactText::ContactNumber) = contactNumber;
    contact.text(ContactText::EmailAddress) = email;
    contact.id = m_impl->guids.next();
    contact.created = m_impl->clock.now();
    contact.updated = contact.created;
    const QUuid id = contact.id;
    tenant->contacts.add(std::move(contact));
    return guidText(id);
}

} // namespace tieout::sandbox
