#pragma once

#include "connectors/practicebench.h"
#include "engine/run.h"
#include "sandbox/practice.h"
#include "service/templatecatalogue.h"
#include "store/repositories.h"
#include "support/storeview.h"

namespace tieout::support {

/// A whole sync in memory: the practice company, both connectors, a workspace, and the shipped flow.
/// Everything runs on one virtual clock and one thread; faults of the company reach the engine as a real wire
/// would show them.
class SyncBench final
{
  public:
    explicit SyncBench(const sandbox::PracticeSettings& settings)
        : m_company(opened(settings, clock))
        , m_xero(QStringLiteral("xero"), m_company->xero(), clock)
        , m_salesforce(QStringLiteral("salesforce"), m_company->salesforce(), clock)
    {
        const service::TemplateCatalogue catalogue;
        const auto* shipped = catalogue.find(QStringLiteral("closed-won-to-invoice"));
        if (!shipped) qFatal("the shipped template is not there");
        flow = shipped->flow;
        lookups = shipped->lookups;
        flow.id = flow.templateId;
        connectBoth();
    }

    static sandbox::PracticeSettings few(qint64 deals = 60)
    {
        sandbox::PracticeSettings settings;
        settings.deals = deals;
        settings.limits = false;
        return settings;
    }

    ManualClock clock;
    model::Flow flow;
    QList<model::LookupTable> lookups;
    support::TempWorkspace workspace;
    engine::Computing computing = engine::Computing::Inline;

    [[nodiscard]] sandbox::PracticeCompany& company() { return *m_company; }
    [[nodiscard]] StopSource& stop() { return m_stop; }
    [[nodiscard]] engine::RunEnvironment environment()
    {
        return {*salesforce, *xero, workspace.store(), clock, computing};
    }

    model::RunReport run(model::RunMode mode = model::RunMode::Sync, const QStringList& only = {},
                         model::RunTrigger trigger = model::RunTrigger::Manual)
    {
        engine::RunRequest request;
        request.flow = flow;
        request.lookups = lookups;
        request.mode = mode;
        request.trigger = trigger;
        request.onlySources = only;
        engine::Run run(environment(), request, m_stop.token(), {});
        return runTask(run.execute(), clock);
    }

    /// Writes what a preview showed, and nothing else.
    model::RunReport runApproved(qint64 preview)
    {
        engine::RunRequest request;
        request.flow = flow;
        request.lookups = lookups;
        request.approvedPreview = preview;
        engine::Run run(environment(), request, m_stop.token(), {});
        return runTask(run.execute(), clock);
    }
    /// As a person who decides about a held match; the next run uses it.
    void decide(const model::Decision& decision)
    {
        const auto kept = workspace.write<bool>([decision](store::Database& database) -> Result<bool> {
            if (auto done = store::DecisionRepository(database).save(decision); !done)
                return tl::unexpected(done.error());
            return true;
        });
        if (!kept) qFatal("%s", qPrintable(kept.error().text));
        retryHeld();
    }
    [[nodiscard]] QList<model::RunRecord> records(qint64 run) { return recordsIn(workspace, run); }
    /// Notes of people and programs in the ledger's history.
    [[nodiscard]] QList<Json> notes() { return rows(QStringLiteral("History")); }

    /// Switches a fault of the practice company on.
    void fault(const char* json)
    {
        const auto parsed = Json::parse(QByteArray(json));
        if (!parsed || !company().faults().add(*parsed)) qFatal("bad fault: %s", json);
    }

    /// Adds or changes deals, as a save of this moment.
    void deals(const QByteArray& ndjson)
    {
        company().clock().set(clock.now());
        if (const auto taken = company().takeDeals(ndjson); !taken)
            qFatal("%s", qPrintable(taken.error().text));
    }

    /// A person edits an invoice in the ledger itself.
    void editInvoice(const QString& id, const QByteArray& members)
    {
        auto invoice = *Json::parse(members);
        invoice.set(QStringLiteral("InvoiceID"), Json(id));
        inLedger(net::Verb::Post, QStringLiteral("Invoices"),
                 Json::object({{QStringLiteral("Invoices"), Json::array({invoice})}}));
    }
    QString seedContact(const QString& name, const QString& number)
    {
        m_company->clock().set(clock.now());
        return m_company->xero().seedContact(m_xero.connection().tenantId, name, number);
    }
    /// As after a changed lookup table or mapping: what is held is planned again.
    void retryHeld()
    {
        const QString id = flow.id;
        const auto due = workspace.write<qint64>(
            [id](store::Database& database) { return store::ProblemRepository(database).retryAll(id); });
        if (!due) qFatal("%s", qPrintable(due.error().text));
    }

    [[nodiscard]] QList<Json> invoices() { return rows(QStringLiteral("Invoices")); }
    [[nodiscard]] QList<Json> contacts() { return rows(QStringLiteral("Contacts")); }
    /// How many invoices carry each reference; "nothing twice" means all ones.
    [[nodiscard]] QHash<QString, int> references()
    {
        QHash<QString, int> counts;
        for (const auto& invoice : invoices())
            ++counts[invoice[u"Reference"].toText()];
        return counts;
    }
    [[nodiscard]] QList<model::Problem> problems()
    {
        auto list = workspace.read<QList<model::Problem>>(
            [](store::Database& database) { return store::ProblemRepository(database).window({}, 0, 1000); });
        if (!list) qFatal("%s", qPrintable(list.error().text));
        return *list;
    }

    std::unique_ptr<connectors::RestConnector> xero;
    std::unique_ptr<connectors::RestConnector> salesforce;

    /// As after a restart of the program: new connectors, the workspace opened again.
    void restart()
    {
        m_stop = StopSource();
        workspace.reopen();
        xero = m_xero.connect();
        salesforce = m_salesforce.connect();
    }

  private:
    static std::unique_ptr<sandbox::PracticeCompany> opened(sandbox::PracticeSettings settings,
                                                            const ManualClock& clock)
    {
        settings.time = clock.now();
        auto company = sandbox::PracticeCompany::open(settings);
        if (!company) qFatal("%s", qPrintable(company.error().text));
        return std::move(*company);
    }

    void inLedger(net::Verb verb, const QString& object, const Json& body)
    {
        net::HttpRequest request;
        request.verb = verb;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:5001/api.xro/2.0/") + object);
        request.contentType = "application/json";
        request.headers = {{"Accept", "application/json"},
                           {"xero-tenant-id", m_xero.connection().tenantId.toLatin1()}};
        request.body = body.toBytes();
        auto authorized = runTask(m_xero.session().authorize(request, {}), clock);
        auto answered = answer(u"xero", *authorized);
        if (answered && answered->status == 401) {
            if (!runTask(m_xero.session().renew(*authorized, {}), clock)) qFatal("not signed in");
            authorized = runTask(m_xero.session().authorize(request, {}), clock);
            answered = answer(u"xero", *authorized);
        }
        if (!answered || answered->status != 200)
            qFatal("the ledger refused: %s", answered ? answered->body.constData() : "");
    }

    void connectBoth()
    {
        m_xero.signIn();
        m_salesforce.signIn();
        auto first = m_xero.connect();
        const auto organisations = runTask(first->organisations({}), clock);
        if (!organisations || organisations->isEmpty()) qFatal("no organisation");
        m_xero.connection().tenantId = organisations->first().tenantId;
        xero = m_xero.connect();
        salesforce = m_salesforce.connect();
        for (auto* end : {&flow.from, &flow.to})
            end->connection = end->system + QStringLiteral("-1");
        for (auto& parent : flow.parents) {
            parent.from.connection = flow.from.connection;
            parent.to.connection = flow.to.connection;
        }
        m_xero.transport().setHandler(
            [this](const net::HttpRequest& request) { return answer(u"xero", request); });
        m_salesforce.transport().setHandler(
            [this](const net::HttpRequest& request) { return answer(u"salesforce", request); });
    }

    MemoryTransport::Answer answer(QStringView system, const net::HttpRequest& request)
    {
        m_company->clock().set(clock.now());
        const auto given = m_company->handle(system.toString(), practiceRequest(request));
        Error cut;
        cut.kind = request.repeat == net::Repeat::Never ? ErrorKind::Uncertain : ErrorKind::Retry;
        switch (given.delivery) {
        case sandbox::Delivery::Deliver:
            break;
        case sandbox::Delivery::Truncate:
            return MemoryTransport::response(given.status, given.body.left(given.body.size() / 2),
                                             given.headers);
        case sandbox::Delivery::Hang:
            cut.code = QStringLiteral("net.timeout");
            return tl::unexpected(cut);
        case sandbox::Delivery::CutBefore:
        case sandbox::Delivery::CutAfter:
            cut.code = QStringLiteral("net.cut");
            return tl::unexpected(cut);
        }
        return MemoryTransport::response(given.status, given.body, given.headers);
    }

    QList<Json> rows(const QString& object)
    {
        QList<Json> found;
        const auto state = m_company->xero().state(object);
        for (const auto& row : state.toArray())
            if (row[u"TenantId"].toText() == m_xero.connection().tenantId) found += row;
        return found;
    }

    std::unique_ptr<sandbox::PracticeCompany> m_company;
    PracticeBench m_xero;
    PracticeBench m_salesforce;
    StopSource m_stop;
};

/// No invoice was made twice.
inline void verifyNothingTwice(SyncBench& bench)
{
    const auto references = bench.references();
    for (auto it = references.cbegin(); it != references.cend(); ++it)
        QVERIFY2(it.value() == 1,
                 qPrintable(QStringLiteral("%1 is there %2 times").arg(it.key()).arg(it.value())));
}

/// The run came to its end, and every record that it read has one.
inline void verifyAddsUp(const model::RunReport& report)
{
    QVERIFY2(!report.fault, report.fault ? qPrintable(report.fault->code + u' ' + report.fault->text) : "");
    QCOMPARE(report.state, model::RunState::Finished);
    QCOMPARE(report.counts.ended(), report.counts.read);
}

} // namespace tieout::support
