#include "sandbox/practice.h"

#include "sandbox/control.h"
#include "sandbox/salesforce/deals/dealfile.h"
#include "sandbox/salesforce/deals/dealgenerator.h"

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
    , m_business(settings.seed)
    , m_xero(m_clock, m_random)
    , m_salesforce(m_clock, m_random)
    , m_harvest(m_clock, m_random, m_business, settings.customers)
    , m_tray(m_clock, m_random, m_business, settings.customers)
    , m_cin7omni(m_clock, m_business, settings.customers)
    , m_cin7core(m_clock, m_business, settings.customers)
    , m_systems{&m_xero, &m_salesforce, &m_harvest, &m_tray, &m_cin7omni, &m_cin7core}
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
    if (m_settings.history) m_xero.addPastBusiness(m_business);
    snapshot();
    return {};
}

void PracticeCompany::seedXeroContacts(qint64 deals)
{
    // Some customers are in the ledger already, written a little differently.
    const QList<XeroTenantName> tenants = m_xero.tenants();
    if (tenants.isEmpty() || deals == 0) return;
    for (const DealGenerator::LedgerCustomer& customer :
         DealGenerator(m_settings.seed, deals, m_clock.now()).ledgerCustomers())
        m_xero.seedContact(tenants.first().id, customer.name, {}, customer.email);
}

const QStringList& PracticeCompany::systemNames()
{
    static const QStringList names{u"xero"_s,     u"salesforce"_s, u"harvest"_s, u"tray"_s,
                                   u"cin7omni"_s, u"cin7core"_s,   u"control"_s};
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
    if (rule.kind == FaultKind::ExpireTokens) target.expireTokens();
    if (rule.kind == FaultKind::Revoke) target.revokeSignIns();
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
    for (System* const system : m_systems)
        system->setLimitsEnabled(enabled);
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
    for (System* const system : m_systems)
        system->reset();
}

void PracticeCompany::snapshot()
{
    for (System* const system : m_systems)
        system->snapshot();
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
    const auto found = std::find_if(m_systems.begin(), m_systems.end(),
                                    [&name](System* system) { return system->name() == name; });
    return found == m_systems.end() ? nullptr : *found;
}

} // namespace tieout::sandbox
