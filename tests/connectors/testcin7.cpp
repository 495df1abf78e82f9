#include "manifesttest.h"

#include "sandbox/cin7core/cin7coresystem.h"
#include "sandbox/cin7omni/cin7omnisystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;
using model::ValueList;

namespace {

Value lines(const QString& codeMember, const QString& quantityMember)
{
    const model::Record line = recordOf({{codeMember, Value(u"WID-1"_s)}, {quantityMember, number("2")}});
    return Value(ValueList{Value(line)});
}

} // namespace

/// Both Cin7 manifests against the practice Cin7: every object read, every writable one written.
class TestCin7 final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { startTime(); }

    void theAccountIsFound_data() { systems(); }
    void theAccountIsFound()
    {
        QFETCH(QString, system);
        open(system);
        const auto reachable = m_bench->run(m_connector->organisations({}));
        QVERIFY2(reachable, reachable ? "" : qPrintable(reachable.error().text));
        QCOMPARE(reachable->size(), 1);
        QVERIFY(m_bench->run(m_connector->test({})));
    }

    void everyObjectIsRead_data() { objects(isAny); }
    void everyObjectIsRead()
    {
        QFETCH(QString, system);
        QFETCH(QString, object);
        open(system);
        if (object == u"Webhooks")
            QCOMPARE(create(object, membersFor(object)).state, RowOutcome::State::Written);
        if (object == u"PurchaseCreditNotes")
            QCOMPARE(create(object, membersFor(object)).state, RowOutcome::State::Written);
        const auto records = readAll(object);
        QVERIFY(!records.isEmpty());
        QSet<QString> ids;
        for (const model::Record& record : records)
            ids.insert(m_connector->toTarget(object, record).id);
        QVERIFY(!ids.contains(QString()));
        QCOMPARE(ids.size(), records.size());
    }

    void everyWritableObjectIsWritten_data() { objects(isCreatable); }
    void everyWritableObjectIsWritten()
    {
        QFETCH(QString, system);
        QFETCH(QString, object);
        open(system);
        const Members made = membersFor(object);
        const RowOutcome created = create(object, made);
        QVERIFY2(created.state == RowOutcome::State::Written,
                 qPrintable(created.error.code + u' ' + created.error.text));
        QVERIFY(!created.targetId.isEmpty());
        const ObjectSpec* spec = m_bench->manifest().object(object);
        if (spec->writes.contains(Operation::Update)) {
            m_clock->advance(std::chrono::seconds(5));
            const RowOutcome changed = change(object, created.targetId, changeOf(object, made));
            QVERIFY2(changed.state == RowOutcome::State::Written,
                     qPrintable(changed.error.code + u' ' + changed.error.text));
        }
        if (spec->writes.contains(Operation::Delete)) {
            QCOMPARE(remove(object, created.targetId).state, RowOutcome::State::Written);
            QCOMPARE(remove(object, created.targetId).state, RowOutcome::State::Rejected);
        }
    }

    void createsAreLookedUpFirst_data() { objects(isLookedUpFirst); }
    void createsAreLookedUpFirst()
    {
        QFETCH(QString, system);
        QFETCH(QString, object);
        open(system);
        const RowOutcome first = create(object, membersFor(object));
        QVERIFY2(first.state == RowOutcome::State::Written, qPrintable(first.error.text));
        const RowOutcome again = create(object, m_last);
        QVERIFY2(again.state == RowOutcome::State::Written,
                 qPrintable(again.error.code + u' ' + again.error.text));
        QCOMPARE(again.targetId, first.targetId);
    }

    void onlyChangesAreReadAgain_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("object");
        for (const auto& [system, object] :
             {std::pair("cin7omni", "Contacts"), std::pair("cin7omni", "SalesOrders"),
              std::pair("cin7omni", "Products"), std::pair("cin7core", "Customers"),
              std::pair("cin7core", "Products"), std::pair("cin7core", "SaleList"),
              std::pair("cin7core", "Sales"), std::pair("cin7core", "Purchases")})
            QTest::addRow("%s %s", system, object)
                << QString::fromLatin1(system) << QString::fromLatin1(object);
    }
    void onlyChangesAreReadAgain()
    {
        QFETCH(QString, system);
        QFETCH(QString, object);
        open(system);
        Cursor cursor;
        const auto all = m_bench->readAll(*m_connector, {object, paths(object), {}, {}, {}, 0}, &cursor);
        QVERIFY(all.size() > 3);
        QVERIFY(!cursor.isEmpty());
        m_clock->advance(std::chrono::hours(24 * 2));
        const QString written = object == u"SaleList" ? u"Sales"_s : object;
        QCOMPARE(create(written, membersFor(written)).state, RowOutcome::State::Written);
        const auto changed = m_bench->readAll(*m_connector, {object, paths(object), {}, cursor, {}, 0});
        QVERIFY(changed.size() >= 1);
        QVERIFY2(changed.size() < all.size(), qPrintable(QString::number(changed.size())));
    }

    void omniBatchesHaveAVerdictForEachRow()
    {
        open(u"cin7omni"_s);
        sandbox::cin7omni::Modes modes;
        modes.shuffleResults = true;
        m_omni->setModes(modes);
        QList<WriteRow> rows;
        for (const auto& [key, type] : {std::pair(u"K1"_s, u"Customer"_s), std::pair(u"K2"_s, u"Nobody"_s),
                                        std::pair(u"K'3"_s, u"Supplier"_s)}) {
            rows.append(rowOf(key, {{u"type"_s, Value(type)}, {u"integrationRef"_s, Value(key)}}));
        }
        const auto outcomes = m_bench->run(
            m_connector->send(m_connector->prepare(u"Contacts"_s, Operation::Create, rows, {}), {}));
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().text));
        QCOMPARE(outcomes->size(), 3);
        QCOMPARE(outcomes->at(0).state, RowOutcome::State::Written);
        QCOMPARE(outcomes->at(1).error.code, u"cin7omni.refused"_s);
        QCOMPARE(outcomes->at(2).state, RowOutcome::State::Written);
        const auto found = m_bench->run(m_connector->find(u"Contacts"_s, {u"K'3"_s, u"nobody"_s}, {}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, outcomes->at(2).targetId);
    }
    void omniOrdersAreApprovedAndVoided()
    {
        open(u"cin7omni"_s);
        for (const QString& object : {u"SalesOrders"_s, u"PurchaseOrders"_s, u"CreditNotes"_s, u"Quotes"_s,
                                      u"BranchTransfers"_s, u"Adjustments"_s, u"ProductionJobs"_s}) {
            const QString id = create(object, membersFor(object)).targetId;
            for (const QString& action : {u"approve"_s, u"void"_s}) {
                const RowOutcome done = act(object, action, id);
                QVERIFY2(done.state == RowOutcome::State::Written, qPrintable(object + done.error.text));
            }
            QCOMPARE(act(object, u"approve"_s, id).error.code, u"cin7omni.voided"_s);
        }
    }
    void omniRefusalsHaveTheirCodes()
    {
        open(u"cin7omni"_s);
        QCOMPARE(create(u"Contacts"_s, {{u"company"_s, Value(u"x"_s)}}).error.code,
                 u"cin7omni.field-missing"_s);
        QCOMPARE(create(u"SalesOrders"_s, {{u"memberId"_s, number("1")}}).error.code,
                 u"cin7omni.link-missing"_s);
        m_omni->revokeSignIns();
        QCOMPARE(failureOf(u"Contacts"_s).kind, ErrorKind::NeedsLogin);
    }
    void omniRightsAreNamed()
    {
        open(u"cin7omni"_s);
        sandbox::cin7omni::Modes modes;
        modes.denied = {u"Payments.Read"_s};
        m_omni->setModes(modes);
        QCOMPARE(failureOf(u"Payments"_s).code, u"cin7omni.not-permitted"_s);
    }

    void coreSalesGoAllTheWay()
    {
        open(u"cin7core"_s);
        const QString draft = create(u"SaleInvoices"_s, membersFor(u"SaleInvoices"_s)).targetId;
        QVERIFY(!draft.isEmpty());
        const QString invoice = change(u"SaleInvoices"_s, draft, stage(u"SaleID"_s, m_sale)).targetId;
        QCOMPARE(invoice, draft);
        QCOMPARE(act(u"Sales"_s, u"fulfil"_s, m_sale).state, RowOutcome::State::Written);
        const Json task = saleState(m_sale)[u"Fulfilments"].at(0);
        for (const QString& step : {u"pick"_s, u"pack"_s, u"ship"_s}) {
            const RowOutcome done = act(u"SaleFulfilments"_s, step, task[u"TaskID"].toText());
            QVERIFY2(done.state == RowOutcome::State::Written, qPrintable(done.error.text));
        }
        const Members payment{
            {u"TaskID"_s, Value(invoice)},
            {u"Amount"_s, Value(saleState(m_sale)[u"Invoices"].at(0)[u"Total"].toDecimal())},
            {u"DatePaid"_s, Value(m_clock->now())},
            {u"Account"_s, Value(u"090"_s)},
            {u"Reference"_s, Value(u"ALL"_s)}};
        QCOMPARE(create(u"SalePayments"_s, payment).state, RowOutcome::State::Written);
        QCOMPARE(saleState(m_sale)[u"Status"].toText(), u"COMPLETED"_s);
        QCOMPARE(act(u"Sales"_s, u"void"_s, m_sale).error.code, u"cin7core.wrong-state"_s);
    }
    void coreSalesAreUndoneAndVoided()
    {
        open(u"cin7core"_s);
        const QString sale = create(u"Sales"_s, membersFor(u"Sales"_s)).targetId;
        QCOMPARE(act(u"Sales"_s, u"undo"_s, sale).state, RowOutcome::State::Written);
        QCOMPARE(act(u"Sales"_s, u"void"_s, sale).state, RowOutcome::State::Written);
        const QString purchase = create(u"Purchases"_s, membersFor(u"Purchases"_s)).targetId;
        QCOMPARE(act(u"Purchases"_s, u"void"_s, purchase).state, RowOutcome::State::Written);
    }
    void coreLimitsInAnyCostumeAreWaitedFor_data()
    {
        QTest::addColumn<int>("costume");
        QTest::newRow("503") << 0;
        QTest::newRow("429") << 1;
        QTest::newRow("400") << 2;
    }
    void coreLimitsInAnyCostumeAreWaitedFor()
    {
        QFETCH(int, costume);
        open(u"cin7core"_s);
        sandbox::cin7core::Modes modes;
        modes.limit = sandbox::cin7core::LimitCostume(costume);
        modes.limitByAccount = true;
        m_core->setModes(modes);
        m_core->setLimitsEnabled(true);
        sandbox::Request other; // someone else with the other application
        other.method = "GET";
        other.path = "/ExternalApi/v2/me";
        other.headers = {{"api-auth-accountid", sandbox::Cin7CoreSystem::accountId()},
                         {"api-auth-applicationkey", sandbox::Cin7CoreSystem::applicationKey()}};
        for (int i = 0; i < 60; ++i)
            QCOMPARE(m_core->handle(other).status, 200);
        const auto records = readAll(u"Locations"_s);
        QCOMPARE(records.size(), 2);
    }
    void coreSmallerPagesAreFollowed()
    {
        open(u"cin7core"_s);
        sandbox::cin7core::Modes modes;
        modes.mostRows = 3;
        m_core->setModes(modes);
        QCOMPARE(readAll(u"Customers"_s).size(), m_core->state(u"customer").size());
    }
    void coreRefusalsHaveTheirCodes()
    {
        open(u"cin7core"_s);
        QCOMPARE(create(u"Customers"_s, {{u"Comments"_s, Value(u"x"_s)}}).error.code,
                 u"cin7core.field-missing"_s);
        Members product = membersFor(u"Products"_s);
        product.append({u"Brand"_s, Value(u"Nobody's"_s)});
        QCOMPARE(create(u"Products"_s, product).error.code, u"cin7core.link-missing"_s);
        m_core->setLockDate(utcDate(m_clock->now()));
        QCOMPARE(create(u"Sales"_s, membersFor(u"Sales"_s)).error.code, u"cin7core.period-locked"_s);
        m_core->revokeSignIns();
        QCOMPARE(failureOf(u"Customers"_s).kind, ErrorKind::NeedsLogin);
    }
    void coreWebPagesAreNoAnswer()
    {
        open(u"cin7core"_s);
        m_bench->connection().settings.insert(u"apiBase"_s, u"http://127.0.0.1:5001/elsewhere"_s);
        sandbox::cin7core::Modes modes;
        modes.unknownPath = sandbox::cin7core::UnknownPath::WebPage;
        m_core->setModes(modes);
        m_connector = m_bench->connectWithKey();
        QCOMPARE(failureOf(u"Customers"_s).code, u"answer.not-json"_s);
        modes.unknownPath = sandbox::cin7core::UnknownPath::Redirect;
        m_core->setModes(modes);
        QCOMPARE(failureOf(u"Customers"_s).code, u"cin7core.not-offered"_s);
    }

  private:
    void systems()
    {
        QTest::addColumn<QString>("system");
        QTest::newRow("omni") << u"cin7omni"_s;
        QTest::newRow("core") << u"cin7core"_s;
    }
    static bool isLookedUpFirst(const ObjectSpec& object)
    {
        return object.writes.value(Operation::Create).lookupBefore;
    }

    void objects(Wanted wanted)
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("object");
        ManifestCatalogue catalogue;
        for (const QString& system : {u"cin7omni"_s, u"cin7core"_s}) {
            const auto manifest = catalogue.find(system);
            QVERIFY(manifest);
            for (const ObjectSpec& object : manifest->objects) {
                if (wanted(object))
                    QTest::addRow("%s %s", qPrintable(system), qPrintable(object.name))
                        << system << object.name;
            }
        }
    }
    void open(const QString& system)
    {
        const sandbox::business::Business business(1);
        m_isOmni = system == u"cin7omni";
        if (m_isOmni)
            m_omni = enter<sandbox::Cin7OmniSystem>(system, *m_time, business, 24);
        else
            m_core = enter<sandbox::Cin7CoreSystem>(system, *m_time, business, 24);
        m_system->setLimitsEnabled(false);
        m_connector = m_bench->connectWithKey();
    }
    RowOutcome create(const QString& object, const Members& members)
    {
        m_last = members;
        WriteRow row = rowOf({}, members);
        row.key = row.target.value(m_bench->manifest().object(object)->identity.externalKey).toPlainText();
        return send(m_connector->prepare(object, Operation::Create, {row}, {}));
    }
    [[nodiscard]] Json saleState(const QString& id)
    {
        const Json sales = m_core->state(u"sale");
        for (const Json& sale : sales.toArray()) {
            if (sale[u"ID"].toText() == id) return sale;
        }
        return {};
    }
    [[nodiscard]] Members membersFor(const QString& object)
    {
        return m_isOmni ? omniMembers(object) : coreMembers(object);
    }
    [[nodiscard]] Members omniMembers(const QString& object)
    {
        const auto idOf = [this](QStringView kind, QStringView type) {
            const Json rows = m_omni->state(kind);
            for (const Json& row : rows.toArray()) {
                if (type.isEmpty() || row[u"type"].toText() == type)
                    return Value(Decimal(row[u"id"].toInteger()));
            }
            return Value();
        };
        if (object == u"Contacts")
            return {{u"type"_s, Value(u"Customer"_s)},
                    {u"company"_s, Value(u"O'Neill"_s)},
                    {u"integrationRef"_s, Value(u"K'1"_s)}};
        if (object == u"Suppliers")
            return {{u"company"_s, Value(u"Sup"_s)}, {u"integrationRef"_s, Value(u"S1"_s)}};
        if (object == u"Payments")
            return {{u"orderId"_s, idOf(u"SalesOrders", {})},
                    {u"amount"_s, number("12.50")},
                    {u"transactionRef"_s, Value(u"P1"_s)}};
        if (object == u"Products") return {{u"styleCode"_s, Value(u"N1"_s)}, {u"name"_s, Value(u"New"_s)}};
        if (object == u"ProductOptions")
            return {{u"productId"_s, idOf(u"Products", {})}, {u"productOptionCode"_s, Value(u"N1-S"_s)}};
        if (object == u"ProductCategories") return {{u"name"_s, Value(u"New category"_s)}};
        if (object == u"Branches")
            return {{u"company"_s, Value(u"North"_s)}, {u"integrationRef"_s, Value(u"B1"_s)}};
        if (object == u"BranchTransfers")
            return {{u"reference"_s, Value(u"T-1"_s)},
                    {u"sourceBranchId"_s, idOf(u"Branches", {})},
                    {u"destinationBranchId"_s, idOf(u"Branches", {})}};
        if (object == u"Adjustments" || object == u"ProductionJobs")
            return {{u"reference"_s, Value(u"A-1"_s)}, {u"branchId"_s, idOf(u"Branches", {})}};
        const QStringView type =
            object == u"PurchaseOrders" ? QStringView(u"Supplier") : QStringView(u"Customer");
        return {{u"reference"_s, Value(u"NEW-1"_s)},
                {u"memberId"_s, idOf(u"Contacts", type)},
                {u"isApproved"_s, Value(false)},
                {u"lineItems"_s, lines(u"code"_s, u"qty"_s)}};
    }
    [[nodiscard]] Members stage(const QString& member, const QString& id,
                                const QString& status = u"AUTHORISED"_s)
    {
        return {{member, Value(id)},
                {u"Status"_s, Value(status)},
                {u"Memo"_s, Value(u"M-1"_s)},
                {u"Lines"_s, lines(u"SKU"_s, u"Quantity"_s)}};
    }
    [[nodiscard]] Members coreMembers(const QString& object)
    {
        const QString customer = m_core->state(u"customer").at(0)[u"ID"].toText();
        const QString supplier = m_core->state(u"supplier").at(0)[u"ID"].toText();
        const auto named = [&](const QString& name, const QString& ledger) {
            return Members{{u"Name"_s, Value(name)},
                           {u"Status"_s, Value(u"Active"_s)},
                           {u"Currency"_s, Value(u"AUD"_s)},
                           {u"PaymentTerm"_s, Value(u"30 days"_s)},
                           {u"TaxRule"_s, Value(u"GST on Income"_s)},
                           {ledger, Value(ledger == u"AccountPayable" ? u"800"_s : u"610"_s)},
                           {u"RevenueAccount"_s, Value(u"200"_s)}};
        };
        if (object == u"Customers") return named(u"Zoë & Co"_s, u"AccountReceivable"_s);
        if (object == u"Suppliers") {
            Members members = named(u"Nuts"_s, u"AccountPayable"_s);
            members.removeLast();
            return members;
        }
        if (object == u"Products")
            return {{u"SKU"_s, Value(u"N-1"_s)},
                    {u"Name"_s, Value(u"New"_s)},
                    {u"Category"_s, Value(u"Parts"_s)},
                    {u"Type"_s, Value(u"Stock"_s)},
                    {u"CostingMethod"_s, Value(u"FIFO"_s)},
                    {u"UOM"_s, Value(u"each"_s)},
                    {u"Status"_s, Value(u"Active"_s)}};
        if (object == u"Sales")
            return {{u"CustomerID"_s, Value(customer)},
                    {u"ExternalID"_s, Value(u"E-1"_s)},
                    {u"SkipQuote"_s, Value(true)},
                    {u"SaleOrderDate"_s, Value(m_clock->now())}};
        if (object == u"SaleQuotes") {
            Members sale = coreMembers(u"Sales"_s);
            sale[2].second = Value(false);
            m_sale = create(u"Sales"_s, sale).targetId;
            return stage(u"SaleID"_s, m_sale, u"DRAFT"_s);
        }
        if (object == u"SaleOrders") {
            m_sale = create(u"Sales"_s, coreMembers(u"Sales"_s)).targetId;
            return stage(u"SaleID"_s, m_sale, u"DRAFT"_s);
        }
        if (object == u"SaleInvoices" || object == u"SaleCreditNotes" || object == u"SalePayments") {
            m_sale = create(u"Sales"_s, coreMembers(u"Sales"_s)).targetId;
            (void)create(u"SaleOrders"_s, stage(u"SaleID"_s, m_sale));
            if (object == u"SaleInvoices") return stage(u"SaleID"_s, m_sale, u"DRAFT"_s);
            const QString invoice = create(u"SaleInvoices"_s, stage(u"SaleID"_s, m_sale)).targetId;
            if (object == u"SaleCreditNotes") return stage(u"SaleID"_s, m_sale, u"DRAFT"_s);
            return paymentOf(invoice);
        }
        if (object == u"Purchases")
            return {{u"SupplierID"_s, Value(supplier)},
                    {u"Note"_s, Value(u"N-1"_s)},
                    {u"OrderDate"_s, Value(m_clock->now())}};
        if (object.startsWith(u"Purchase")) {
            const QString purchase = create(u"Purchases"_s, coreMembers(u"Purchases"_s)).targetId;
            if (object == u"PurchaseOrders") return stage(u"TaskID"_s, purchase, u"DRAFT"_s);
            (void)create(u"PurchaseOrders"_s, stage(u"TaskID"_s, purchase));
            if (object == u"PurchaseStockReceived" || object == u"PurchaseInvoices")
                return stage(u"PurchaseID"_s, purchase);
            const QString bill = create(u"PurchaseInvoices"_s, stage(u"PurchaseID"_s, purchase)).targetId;
            if (object == u"PurchaseCreditNotes") return stage(u"PurchaseID"_s, purchase);
            return paymentOf(bill);
        }
        if (object == u"Accounts")
            return {{u"Code"_s, Value(u"999"_s)},
                    {u"Name"_s, Value(u"Suspense"_s)},
                    {u"Type"_s, Value(u"CURRENT"_s)},
                    {u"Status"_s, Value(u"ACTIVE"_s)}};
        if (object == u"TaxRules")
            return {{u"Name"_s, Value(u"Odd"_s)},
                    {u"Account"_s, Value(u"820"_s)},
                    {u"TaxPercent"_s, number("7.5")}};
        if (object == u"Carriers") return {{u"Description"_s, Value(u"Bicycle"_s)}};
        if (object == u"Journals") {
            const auto side = [](const QString& member) {
                return Value(recordOf({{member, number("10")}, {u"Account"_s, Value(u"200"_s)}}));
            };
            return {{u"EffectiveDate"_s, Value(m_clock->now())},
                    {u"Status"_s, Value(u"AUTHORISED"_s)},
                    {u"Narration"_s, Value(u"n"_s)},
                    {u"Notes"_s, Value(u"J-1"_s)},
                    {u"Lines"_s, Value(ValueList{side(u"Debit"_s), side(u"Credit"_s)})}};
        }
        if (object == u"Webhooks")
            return {{u"Name"_s, Value(u"h"_s)},
                    {u"Type"_s, Value(u"Sale/Voided"_s)},
                    {u"ExternalURL"_s, Value(u"https://x.example"_s)},
                    {u"ExternalAuthorizationType"_s, Value(u"noauth"_s)}};
        return {{u"Name"_s, Value(u"Brand new"_s)}};
    }
    [[nodiscard]] Members paymentOf(const QString& task)
    {
        return {{u"TaskID"_s, Value(task)},
                {u"Amount"_s, number("5")},
                {u"DatePaid"_s, Value(m_clock->now())},
                {u"Account"_s, Value(u"090"_s)},
                {u"Reference"_s, Value(u"R-1"_s)}};
    }
    /// What a change of a record says: most the whole.
    [[nodiscard]] Members changeOf(const QString& object, const Members& made)
    {
        if (object == u"Payments")
            return {{u"comments"_s, Value(u"again"_s)}, {u"amount"_s, number("12.50")}};
        if (object == u"Accounts") return {{u"Name"_s, Value(u"Suspense, all"_s)}};
        return made;
    }

    sandbox::Cin7OmniSystem* m_omni = nullptr;
    sandbox::Cin7CoreSystem* m_core = nullptr;
    Members m_last;
    QString m_sale;
    bool m_isOmni = false;
};

QTEST_GUILESS_MAIN(TestCin7)
#include "testcin7.moc"
