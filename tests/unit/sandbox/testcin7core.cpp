#include "cin7probe.h"

#include <QSet>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::support;
using namespace Qt::StringLiterals;

/// What the practice Cin7 Core takes, refuses and says, rule by rule.
class TestCin7Core final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<CoreProbe>(); }

    void bothHeadersAreNeeded()
    {
        const Response refused = m_probe->call("GET", "me", {}, "x");
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("credentials"));
        QCOMPARE(m_probe->get("me")[u"Currency"].toText(), u"AUD"_s);
        m_probe->system().revokeSignIns();
        QCOMPARE(m_probe->call("GET", "me").status, 403);
    }
    void envelopesCountAndPage()
    {
        const Json first = m_probe->get("customer?Page=1&Limit=5");
        QCOMPARE(first[u"CustomerList"].size(), 5);
        QCOMPARE(first[u"Page"].toInteger(), 1);
        QVERIFY(first[u"Total"].toInteger() >= 11);
        QCOMPARE(m_probe->get("customer?page=99&limit=5")[u"CustomerList"].size(), 0);
        cin7core::Modes modes;
        modes.mostRows = 2;
        m_probe->system().setModes(modes);
        QCOMPARE(m_probe->get("customer?Limit=1000")[u"CustomerList"].size(), 2);
        QVERIFY(!m_probe->get("ref/customer/credits").contains(u"Total"));
    }
    void namesAreFilteredByTheirBeginning()
    {
        QCOMPARE(m_probe->get("product?Sku=wid")[u"Products"].size(), 2);
        QCOMPARE(m_probe->get("product?Sku=WID-1")[u"Products"].size(), 1);
        QCOMPARE(m_probe->get("product?Sku=ID-1")[u"Products"].size(), 0);
    }
    void datesSayNoZone()
    {
        const QString stamp =
            m_probe->get("customer?Limit=1")[u"CustomerList"].at(0)[u"LastModifiedOn"].toText();
        QCOMPARE(stamp.size(), 23);
        QVERIFY(!stamp.endsWith(u'Z'));
    }
    void changesSinceAreHeeded()
    {
        m_probe->clock().advance(std::chrono::hours(5));
        QCOMPARE(m_probe->get("customer?ModifiedSince=2026-06-30T05:00:00Z")[u"Total"].toInteger(), 0);
        const QByteArray id = customer();
        m_probe->json("PUT", "customer", js("{'ID':'") + id + js("','Comments':'hello'}"));
        QCOMPARE(m_probe->get("customer?ModifiedSince=2026-06-30T05:00:00Z")[u"Total"].toInteger(), 1);
        QVERIFY(!m_probe->refusal("GET", "customer?ModifiedSince=soon").isEmpty());
    }
    void archivedRowsAreHiddenUntilAskedFor()
    {
        m_probe->json("PUT", "product", js("{'ID':'") + product() + js("','Status':'Deprecated'}"));
        const qint64 shown = m_probe->get("product")[u"Total"].toInteger();
        QCOMPARE(m_probe->get("product?IncludeDeprecated=true")[u"Total"].toInteger(), shown + 1);
    }
    void writesAreWrappedAndChecked()
    {
        const Json made =
            m_probe->post("product", js("{'sku':'N-1','Name':'New','Category':'Parts','Type':'Stock',"
                                        "'CostingMethod':'FIFO','UOM':'each','Status':'Active'}"));
        QCOMPARE(made[u"Products"].at(0)[u"SKU"].toText(), u"N-1"_s);
        const Json twice = m_probe->json("POST", "product",
                                         js("{'SKU':'n-1','Name':'New','Category':'Parts','Type':'Stock',"
                                            "'CostingMethod':'FIFO','UOM':'each','Status':'Active'}"),
                                         400);
        QCOMPARE(twice.at(0)[u"Exception"].toText(), u"SKU 'n-1' already exists"_s);
    }
    void refusalsShowPartOfTheProblems()
    {
        const Json refused = m_probe->json("POST", "product", "{}", 400);
        QCOMPARE(refused.size(), 2);
        QCOMPARE(refused.at(0)[u"Exception"].toText(), u"SKU is required"_s);
        cin7core::Modes modes;
        modes.singleErrors = true;
        m_probe->system().setModes(modes);
        QVERIFY(m_probe->json("POST", "product", "{}", 400).isObject());
    }
    void unknownReferencesAreCode404()
    {
        const Json refused =
            m_probe->json("PUT", "product", js("{'ID':'") + product() + js("','Category':'Nope'}"), 400);
        QCOMPARE(refused.at(0)[u"ErrorCode"].toInteger(), 404);
        QCOMPARE(refused.at(0)[u"Exception"].toText(), u"Category 'Nope' not found"_s);
        const Json account = m_probe->json(
            "PUT", "customer", js("{'ID':'") + customer() + js("','AccountReceivable':'200'}"), 400);
        QVERIFY(account.at(0)[u"Exception"].toText().contains(u"system account"));
    }
    void unknownPathsHaveThreeFaces()
    {
        QCOMPARE(m_probe->call("GET", "customers").status, 404);
        cin7core::Modes modes;
        modes.unknownPath = cin7core::UnknownPath::WebPage;
        m_probe->system().setModes(modes);
        QCOMPARE(m_probe->call("GET", "customers").status, 200);
        QVERIFY(m_probe->call("GET", "customers").body.startsWith("<!DOCTYPE"));
        modes.unknownPath = cin7core::UnknownPath::Redirect;
        m_probe->system().setModes(modes);
        QCOMPARE(headerValue(m_probe->call("GET", "customers").headers, "Location"),
                 QByteArray("http://localhost:5/ExternalApi/v2/customers"));
        QCOMPARE(m_probe->call("DELETE", "customer").status, 405);
    }
    void theLimitHasThreeCostumes()
    {
        m_probe->system().setLimitsEnabled(true);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(m_probe->call("GET", "me").status, 200);
        const Response refused = m_probe->call("GET", "me");
        QCOMPARE(refused.status, 429);
        QCOMPARE(headerValue(refused.headers, "Retry-After"), QByteArray("60 Seconds"));
        const QByteArray other = "1c9e5a70-5b7d-42a4-8a0e-d1f6c3b2a955";
        QCOMPARE(m_probe->call("GET", "me", {}, other).status, 200);
        cin7core::Modes modes;
        modes.limit = cin7core::LimitCostume::Text503;
        m_probe->system().setModes(modes);
        QCOMPARE(m_probe->call("GET", "me").status, 503);
        modes.limit = cin7core::LimitCostume::List400;
        m_probe->system().setModes(modes);
        QVERIFY(m_probe->refusal("GET", "me").contains(u"60 API calls per 60 seconds"));
        modes.limitByAccount = true;
        m_probe->system().setModes(modes);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(
                m_probe->call("GET", "me", {}, i % 2 == 0 ? other : Cin7CoreSystem::applicationKey()).status,
                200);
        QCOMPARE(m_probe->call("GET", "me", {}, other).status, 400);
        m_probe->clock().advance(std::chrono::seconds(61));
        QCOMPARE(m_probe->call("GET", "me", {}, other).status, 200);
    }

    void salesGoThroughTheirStages()
    {
        const QByteArray sale = newSale(false);
        QCOMPARE(statusOf(sale), u"ESTIMATING"_s);
        QVERIFY(m_probe->refusal("POST", "sale/order", stage(sale)).startsWith(u"Quote must be AUTHORISED"));
        m_probe->post("sale/quote", stage(sale));
        QVERIFY(!m_probe->refusal("POST", "sale/quote", stage(sale)).isEmpty());
        QCOMPARE(statusOf(sale), u"ORDERING"_s);
        QVERIFY(
            m_probe->refusal("POST", "sale/invoice", stage(sale)).startsWith(u"Order must be AUTHORISED"));
        const Json order = m_probe->post("sale/order", stage(sale));
        QVERIFY(order[u"SaleOrderNumber"].toText().startsWith(u"SO-"));
        QCOMPARE(statusOf(sale), u"ORDERED"_s);
        QCOMPARE(order[u"Total"].toDecimal(), Decimal::fromScaled(2200, 2));
        ship(sale);
        QCOMPARE(statusOf(sale), u"INVOICING"_s);
        const QByteArray invoice = issue(sale);
        QCOMPARE(statusOf(sale), u"INVOICED"_s);
        QVERIFY(!m_probe->refusal("POST", "sale/payment", payment(invoice, "100")).isEmpty());
        m_probe->post("sale/payment", payment(invoice, "10"));
        QCOMPARE(saleRow(sale)[u"CombinedPaymentStatus"].toText(), u"PARTIALLY PAID"_s);
        const Json paid = m_probe->post("sale/payment", payment(invoice, "12"));
        QCOMPARE(statusOf(sale), u"COMPLETED"_s);
        QVERIFY(!m_probe->refusal("DELETE", "sale?Void=true&ID=" + sale).isEmpty());
        m_probe->json("DELETE", "sale/payment?ID=" + paid[u"ID"].toText().toLatin1());
        QCOMPARE(statusOf(sale), u"INVOICED"_s);
        m_probe->post("sale/creditnote", stage(sale));
        QCOMPARE(statusOf(sale), u"CREDITED"_s);
    }
    void invoicesAreGuarded()
    {
        const QByteArray sale = newSale(true);
        QVERIFY(!m_probe->refusal("POST", "sale/creditnote", stage(sale)).isEmpty());
        m_probe->post("sale/order", stage(sale));
        const QByteArray draft = task(m_probe->post("sale/invoice", stage(sale, "DRAFT")));
        const QByteArray same = task(m_probe->post("sale/invoice", stage(sale, "AUTHORISED", draft)));
        QCOMPARE(same, draft);
        QVERIFY(m_probe->refusal("POST", "sale/invoice", stage(sale, "DRAFT", draft))
                    .contains(u"status AUTHORISED"));
        QVERIFY(issue(sale) != draft);
        QCOMPARE(m_probe->get("sale/invoice?SaleID=" + sale)[u"Invoices"].size(), 2);
    }
    void voidIsFinalAndUndoGoesBack()
    {
        const QByteArray sale = newSale(true);
        m_probe->post("sale/order", stage(sale));
        issue(sale);
        QCOMPARE(m_probe->json("DELETE", "sale?Void=false&ID=" + sale)[u"Status"].toText(), u"ORDERING"_s);
        QCOMPARE(m_probe->json("DELETE", "sale?Void=true&ID=" + sale)[u"Status"].toText(), u"VOIDED"_s);
        QVERIFY(m_probe->refusal("POST", "sale/order", stage(sale)).contains(u"voided"));
        QVERIFY(m_probe->refusal("PUT", "sale", js("{'ID':'") + sale + js("'}")).contains(u"voided"));
    }
    void lockedPeriodsAreRefused()
    {
        m_probe->system().setLockDate(Date(2026, 5, 31));
        QVERIFY(m_probe
                    ->refusal("POST", "sale",
                              js("{'CustomerID':'") + customer() + js("','SaleOrderDate':'2026-05-31'}"))
                    .contains(u"lock date 2026-05-31"));
        QVERIFY(m_probe->get("me")[u"LockDate"].toText().startsWith(u"2026-05-31"));
    }
    void advancedPurchasesHaveTheirOwnAddress()
    {
        QByteArray advanced;
        const Json list = m_probe->get("purchaseList");
        for (const Json& row : list[u"PurchaseList"].toArray()) {
            if (row[u"Type"].toText() == u"Advanced Purchase") advanced = row[u"ID"].toText().toLatin1();
        }
        QVERIFY(!advanced.isEmpty());
        QVERIFY(m_probe->refusal("GET", "purchase?ID=" + advanced).contains(u"/advanced-purchase"));
        QCOMPARE(m_probe->get("advanced-purchase?ID=" + advanced)[u"ID"].toText().toLatin1(), advanced);
    }
    void saleListsFilter()
    {
        m_probe->clock().advance(std::chrono::hours(5));
        const QByteArray sale = newSale(true, js(",'ExternalID':'X-1'"));
        const Json changed = m_probe->get("saleList?UpdatedSince=2026-06-30T05:00:00Z");
        QCOMPARE(changed[u"Total"].toInteger(), 1);
        QCOMPARE(changed[u"SaleList"].at(0)[u"SaleID"].toText().toLatin1(), sale);
        QCOMPARE(m_probe->get("saleList?ExternalID=X-1")[u"Total"].toInteger(), 1);
        QCOMPARE(m_probe->get("saleList?Status=VOIDED&ExternalID=X-1")[u"Total"].toInteger(), 0);
        QVERIFY(m_probe->refusal("GET", "sale?ID=nobody").contains(u"not found"));
    }
    void hooksAreFiveOfAType()
    {
        const QByteArray hook = js("{'Name':'h','Type':'Sale/Voided','ExternalURL':'https://x.example',"
                                   "'ExternalAuthorizationType':'noauth'}");
        for (int i = 0; i < 5; ++i)
            QVERIFY(m_probe->post("webhooks", hook)[u"Webhooks"].at(0)[u"IsActive"].toBool());
        QVERIFY(m_probe->refusal("POST", "webhooks", hook).contains(u"Only 5"));
        const qsizetype before = m_probe->system().state(u"events").size();
        m_probe->json("DELETE", "sale?Void=true&ID=" + newSale(true));
        const Json events = m_probe->system().state(u"events");
        QCOMPARE(events.size(), before + 2);
        QCOMPARE(events.at(events.size() - 1)[u"Type"].toText(), u"Sale/Voided"_s);
    }
    void linkedAccountsStayAsTheyAre()
    {
        QCOMPARE(
            m_probe->json("PUT", "ref/account", js("{'Code':'200','Name':'Sales, all'}"))[u"AccountsList"]
                .at(0)[u"DisplayName"]
                .toText(),
            u"200: Sales, all"_s);
        cin7core::Modes modes;
        modes.accountingLinked = true;
        m_probe->system().setModes(modes);
        QVERIFY(!m_probe->refusal("PUT", "ref/account", js("{'Code':'200','Name':'x'}")).isEmpty());
    }
    void usedReferencesStay()
    {
        const Json category = m_probe->get("ref/category?Name=Parts")[u"CategoryList"].at(0);
        QVERIFY(m_probe->refusal("DELETE", "ref/category?ID=" + category[u"ID"].toText().toLatin1())
                    .contains(u"is used"));
    }
    void theBooksHoldEveryStage()
    {
        CompanyClock clock;
        clock.hold(m_probe->clock().now());
        Cin7CoreSystem system(clock, business::Business(1), 60);
        QSet<QString> sales;
        const Json kept = system.state(u"sale");
        for (const Json& sale : kept.toArray())
            sales.insert(sale[u"Status"].toText());
        for (const QString& status : {u"ORDERING"_s, u"ORDERED"_s, u"INVOICING"_s, u"INVOICED"_s,
                                      u"COMPLETED"_s, u"CREDITED"_s, u"VOIDED"_s})
            QVERIFY2(sales.contains(status), qPrintable(status));
        QCOMPARE(system.state(u"sale").size(), 120);
        QCOMPARE(system.state(u"purchase").size(), 30);
    }
    void resetReturnsToTheSnapshot()
    {
        const qsizetype before = m_probe->system().state(u"sale").size();
        m_probe->system().snapshot();
        newSale(true);
        QCOMPARE(m_probe->system().state(u"sale").size(), before + 1);
        m_probe->system().reset();
        QCOMPARE(m_probe->system().state(u"sale").size(), before);
    }

    void ordersAndShipmentsMoveTheAvailability()
    {
        const Json row = m_probe->get("ref/productavailability?Limit=1")[u"ProductAvailabilityList"].at(0);
        const QByteArray sku = row[u"SKU"].toText().toLatin1();
        const QString before = levels(sku, row[u"Location"].toText());
        const auto now = [&] { return levels(sku, row[u"Location"].toText()); };
        const QByteArray place = row[u"Location"].toText().toLatin1();
        const Json head = m_probe->post("sale", js("{'SkipQuote':true,'CustomerID':'") + customer() +
                                                    js("','Location':'") + place + js("'}"));
        const QByteArray sale = head[u"ID"].toText().toLatin1();
        m_probe->post("sale/order", js("{'SaleID':'") + sale +
                                        js("','Status':'AUTHORISED','Lines':[{'SKU':'") + sku +
                                        js("','Quantity':4,'Price':10}]}"));
        QCOMPARE(now(), shifted(before, 0, 4, 0));
        ship(sale);
        QCOMPARE(now(), shifted(before, -4, 0, 0));
        m_probe->json("DELETE", "sale?ID=" + sale + "&Void=false");
        QCOMPARE(now(), before);
    }

    void webhooksAreToldWithTheirOwnKey_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("open") << js("'ExternalAuthorizationType':'noauth'") << QByteArray("Authorization")
                              << QByteArray();
        QTest::newRow("user and password")
            << js("'ExternalAuthorizationType':'basicauth','ExternalUserName':'u','ExternalPassword':'p'")
            << QByteArray("Authorization") << QByteArray("Basic dTpw");
        QTest::newRow("token") << js("'ExternalAuthorizationType':'bearerauth','ExternalBearerToken':'long'")
                               << QByteArray("Authorization") << QByteArray("Bearer long");
        QTest::newRow("own header")
            << js("'ExternalAuthorizationType':'noauth','ExternalHeaders':[{'Key':'X-Key','Value':'v'}]")
            << QByteArray("X-Key") << QByteArray("v");
    }
    void webhooksAreToldWithTheirOwnKey()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, header);
        hook(members);
        m_probe->json("PUT", "customer", js("{'ID':'") + customer() + js("','Comments':'hello'}"));
        QVERIFY(m_probe->system().dueCalls().isEmpty());
        m_probe->clock().advance(std::chrono::minutes(1));
        const QList<OutgoingCall> due = m_probe->system().dueCalls();
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.first().url, QByteArray("http://127.0.0.1:9/hook"));
        QTEST(headerValue(due.first().headers, header), "value");
        const Json told = Json::parse(due.first().body).value_or(Json());
        QCOMPARE(told[u"EventType"].toText(), u"Customer/Updated"_s);
        QCOMPARE(told[u"ID"].toText().toLatin1(), customer());
        m_probe->system().callAnswered(due.first().number, 200);
        m_probe->clock().advance(std::chrono::hours(2));
        QVERIFY(m_probe->system().dueCalls().isEmpty());
    }
    void aSilentReceiverIsTriedSixTimesAndThenSwitchedOff()
    {
        const QByteArray id = hook(js("'ExternalAuthorizationType':'noauth'"));
        m_probe->json("PUT", "customer", js("{'ID':'") + customer() + js("','Comments':'hello'}"));
        int tries = 0;
        for (const int wait : {1, 5, 10, 15, 20, 25}) {
            m_probe->clock().advance(std::chrono::minutes(wait));
            for (const OutgoingCall& call : m_probe->system().dueCalls()) {
                ++tries;
                m_probe->system().callAnswered(call.number, tries % 2 == 0 ? 500 : 0);
            }
        }
        QCOMPARE(tries, 6);
        m_probe->clock().advance(std::chrono::hours(24));
        QVERIFY(m_probe->system().dueCalls().isEmpty());
        const Json hooks = m_probe->get("webhooks")[u"Webhooks"];
        QCOMPARE(hooks.at(0)[u"ID"].toText().toLatin1(), id);
        QVERIFY(!hooks.at(0)[u"IsActive"].toBool(true));
        m_probe->json("PUT", "webhooks", js("{'ID':'") + id + js("','IsActive':true}"));
        m_probe->json("PUT", "customer", js("{'ID':'") + customer() + js("','Comments':'again'}"));
        m_probe->clock().advance(std::chrono::minutes(1));
        QCOMPARE(m_probe->system().dueCalls().size(), 1);
    }
    void eventsMayComeTwiceAndBackwards()
    {
        hook(js("'ExternalAuthorizationType':'noauth'"));
        cin7core::Modes modes;
        modes.webhooksTwice = modes.webhooksBackwards = true;
        m_probe->system().setModes(modes);
        for (const char* const text : {"a", "b"})
            m_probe->json("PUT", "customer",
                          js("{'ID':'") + customer() + js("','Comments':'") + text + js("'}"));
        m_probe->clock().advance(std::chrono::minutes(1));
        const QList<OutgoingCall> due = m_probe->system().dueCalls();
        QCOMPARE(due.size(), 4);
        QVERIFY(due.first().number > due.last().number);
    }

  private:
    QByteArray hook(const QByteArray& members)
    {
        const Json made = m_probe->post(
            "webhooks", js("{'Name':'n','Type':'Customer/Updated','ExternalURL':'http://127.0.0.1:9/hook',") +
                            members + '}');
        return made[u"Webhooks"].at(0)[u"ID"].toText().toLatin1();
    }
    /// "on hand, allocated, on order".
    [[nodiscard]] QString levels(const QByteArray& sku, const QString& location)
    {
        for (const Json& row : m_probe->system().state(u"ref-productavailability").toArray()) {
            if (row[u"SKU"].toText().toLatin1() != sku || row[u"Location"].toText() != location) continue;
            return u"%1, %2, %3"_s.arg(row[u"OnHand"].toDecimal().normalized().toString(),
                                       row[u"Allocated"].toDecimal().normalized().toString(),
                                       row[u"OnOrder"].toDecimal().normalized().toString());
        }
        return u"none"_s;
    }
    [[nodiscard]] static QString shifted(const QString& counts, int onHand, int allocated, int onOrder)
    {
        const QStringList parts = counts.split(u", "_s);
        return u"%1, %2, %3"_s.arg(parts.value(0).toLongLong() + onHand)
            .arg(parts.value(1).toLongLong() + allocated)
            .arg(parts.value(2).toLongLong() + onOrder);
    }
    [[nodiscard]] QByteArray customer()
    {
        return m_probe->get("customer?Limit=1")[u"CustomerList"].at(0)[u"ID"].toText().toLatin1();
    }
    [[nodiscard]] QByteArray product()
    {
        return m_probe->get("product?Sku=WID-1")[u"Products"].at(0)[u"ID"].toText().toLatin1();
    }
    QByteArray newSale(bool skipsQuote, const QByteArray& more = {})
    {
        const QByteArray body = js("{'CustomerID':'") + customer() +
                                js("','TaxRule':'GST on Income','SkipQuote':") +
                                (skipsQuote ? "true" : "false") + more + '}';
        return m_probe->post("sale", body)[u"ID"].toText().toLatin1();
    }
    /// Two widgets at ten, with tax.
    [[nodiscard]] static QByteArray stage(const QByteArray& sale, const QByteArray& status = "AUTHORISED",
                                          const QByteArray& task = "00000000-0000-0000-0000-000000000000")
    {
        return js("{'SaleID':'") + sale + js("','TaskID':'") + task + js("','Status':'") + status +
               js("','Lines':[{'SKU':'WID-1','Quantity':2,'Price':10,'TaxRule':'GST on Income'}]}");
    }
    [[nodiscard]] static QByteArray task(const Json& reply)
    {
        return reply[u"Invoices"].at(0)[u"TaskID"].toText().toLatin1();
    }
    QByteArray issue(const QByteArray& sale) { return task(m_probe->post("sale/invoice", stage(sale))); }
    void ship(const QByteArray& sale)
    {
        const Json made = m_probe->post("sale/fulfilment", js("{'SaleID':'") + sale + js("'}"));
        const QByteArray body = js("{'Status':'AUTHORISED','TaskID':'") +
                                made[u"Fulfilments"].at(0)[u"TaskID"].toText().toLatin1() + js("'}");
        QVERIFY(!m_probe->refusal("POST", "sale/fulfilment/ship", body).isEmpty());
        for (const QByteArray& step : {QByteArray("pick"), QByteArray("pack"), QByteArray("ship")})
            m_probe->post("sale/fulfilment/" + step, body);
    }
    [[nodiscard]] static QByteArray payment(const QByteArray& invoice, const QByteArray& amount)
    {
        return js("{'TaskID':'") + invoice + js("','Amount':") + amount +
               js(",'DatePaid':'2026-06-30T00:00:00','Account':'090'}");
    }
    [[nodiscard]] QString statusOf(const QByteArray& sale)
    {
        return m_probe->get("sale?ID=" + sale)[u"Status"].toText();
    }
    [[nodiscard]] Json saleRow(const QByteArray& sale)
    {
        const Json list = m_probe->get("saleList?Limit=1000");
        for (const Json& row : list[u"SaleList"].toArray()) {
            if (row[u"SaleID"].toText().toLatin1() == sale) return row;
        }
        return {};
    }

    std::unique_ptr<CoreProbe> m_probe;
};

QTEST_GUILESS_MAIN(TestCin7Core)
#include "testcin7core.moc"
