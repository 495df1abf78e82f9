#include "sandbox/practice.h"

#include "sandbox/control.h"
#include "sandbox/salesforce/dealfile.h"
#include "sandbox/salesforce/dealgenerator.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using salesforce::DealFileReport;
using salesforce::DealGenerator;
using salesforce::DealIntake;

namespace {

constexpr quint64 kChanceSalt = 0x9e3779b97f4a7c15ULL;

} // namespace

Result<std::unique_ptr<PracticeCompany>> PracticeCompany::open(const PracticeSettings& settings)
{
    std::unique_ptr<PracticeCompany> company(new PracticeCompany(settings));
    if (auto filled = company->fill(); !filled) return tl::unexpected(filled.error());
    return company;
}

PracticeCompany::PracticeCompany(const PracticeSettings& settings)
    : m_settings(settings)
    , m_clock(settings.time)
    , m_random(settings.seed)
    , m_chance(settings.seed ^ kChanceSalt)
    , m_xero(m_clock, m_random)
    , m_salesforce(m_clock, m_random)
    , m_faults(m_chance)
    , m_control(std::make_unique<Control>(*this))
{
    setLimitsEnabled(settings.limits);
}

PracticeCompany::~PracticeCompany() = default;

Result<void> PracticeCompany::fill()
{
    DealIntake intake(m_salesforce.organisation());
    if (!m_settings.loadFile.isEmpty()) {
        const DealFileReport report = loadDealFile(m_settings.loadFile, intake);
        if (!report.good()) {
            return fail(ErrorKind::BadConfig, u"practice.load"_s, u"the deals could not be loaded"_s,
                        report.faults);
        }
    }
    DealGenerator generator(m_settings.seed, m_settings.deals, m_clock.now());
    while (!generator.atEnd()) {
        if (auto taken = intake.add(generator.next(), DealIntake::Stamps::Given); !taken) return taken;
    }
    seedXeroContacts(m_settings.deals);
    snapshot();
    return {};
}

void PracticeCompany::seedXeroContacts(qint64 deals)
{
    // Some customers are in the ledger already, written a little differently.
    const QList<XeroTenantName> tenants = m_xero.tenants();
    if (tenants.isEmpty() || deals == 0) return;
    for (const DealGenerator::Customer& customer :
         DealGenerator(m_settings.seed, deals, m_clock.now()).ledgerCustomers())
        m_xero.seedContact(tenants.first().id, customer.name, {}, customer.email);
}

const QStringList& PracticeCompany::systemNames()
{
    static const QStringList names{u"xero"_s, u"salesforce"_s, u"control"_s};
    return names;
}

Response PracticeCompany::handle(const QString& name, const Request& request, int callsInProgress)
{
    System* const target = system(name);
    if (!target) return m_control->handle(request);
    if (name == u"xero") m_xero.setCallsInProgress(callsInProgress);
    const auto fault = m_faults.strike(name, request);
    Response response = fault ? underFault(*fault, *target, request) : target->handle(request);
    response.headers.emplaceBack("Date", dateHeader());
    m_calls.note(name, request, response, fault ? faultKindName(fault->kind) : QString(), m_clock.now());
    return response;
}

const QByteArray& PracticeCompany::dateHeader()
{
    const qint64 second = msSinceEpoch(m_clock.now()) / 1000;
    if (second != m_dateSecond) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_date = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
        m_dateSecond = second;
    }
    return m_date;
}

Response PracticeCompany::underFault(const FaultRule& rule, System& target, const Request& request)
{
    if (auto answer = faultAnswer(rule, target.name())) return *answer;
    const bool xero = &target == &m_xero;
    if (rule.kind == FaultKind::ExpireTokens) {
        if (xero)
            m_xero.expireTokens();
        else
            m_salesforce.expireTokens();
    }
    if (rule.kind == FaultKind::Revoke) {
        if (!xero) m_salesforce.revokeSignIns();
        const QList<XeroTenantName> tenants = xero ? m_xero.tenants() : QList<XeroTenantName>();
        for (const XeroTenantName& tenant : tenants)
            m_xero.revokeTenant(tenant.id);
    }
    Response response = target.handle(request);
    applyToAnswer(rule, response);
    return response;
}

void PracticeCompany::setBaseUrl(const QString& name, const QByteArray& url)
{
    if (System* const target = system(name)) target->setBaseUrl(url);
}

void PracticeCompany::setLimitsEnabled(bool enabled)
{
    m_xero.setLimitsEnabled(enabled);
    m_salesforce.setLimitsEnabled(enabled);
}

void PracticeCompany::reset()
{
    m_faults.clear();
    m_calls.clear();
    if (m_settings.time)
        m_clock.hold(*m_settings.time);
    else
        m_clock.useReal();
    setLimitsEnabled(m_settings.limits);
    m_xero.reset();
    m_salesforce.reset();
}

void PracticeCompany::snapshot()
{
    m_xero.snapshot();
    m_salesforce.snapshot();
}

Result<qint64> PracticeCompany::takeDeals(const QByteArray& body)
{
    DealIntake intake(m_salesforce.organisation());
    const DealFileReport report = loadDeals(body, intake, DealIntake::Stamps::Now);
    if (!report.good())
        return fail(ErrorKind::RowRejected, u"practice.deal"_s, report.faults.join(u"; "), report.faults);
    return report.deals;
}

System* PracticeCompany::system(const QString& name)
{
    if (name == u"xero") return &m_xero;
    return name == u"salesforce" ? &m_salesforce : nullptr;
}

} // namespace tieout::sandbox
