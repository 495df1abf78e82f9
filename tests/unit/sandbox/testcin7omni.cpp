#include "cin7probe.h"

#include <QSet>
#include <QUrl>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::support;
using namespace Qt::StringLiterals;

/// What the practice Cin7 Omni takes, refuses and says, rule by rule.
class TestCin7Omni final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<OmniProbe>(); }

    void keysAreNeeded()
    {
        QCOMPARE(m_probe->call("GET", "Users", {}, {}).status, 401);
        QCOMPARE(m_probe->call("GET", "Users", {}, "PracticeAU:wrong").status, 401);
        QCOMPARE(m_probe->call("GET", "Users").status, 200);
        m_probe->system().revokeSignIns();
        QCOMPARE(m_probe->call("GET", "Users").status, 401);
    }
    void rightsAreByEndpointAndVerb()
    {
        const QByteArray reader = "PracticeReadOnly:practice-cin7-omni-reader";
        QCOMPARE(m_probe->call("GET", "Contacts", {}, reader).status, 200);
        QCOMPARE(m_probe->call("POST", "Contacts", "[]", reader).status, 403);
        cin7omni::Modes modes;
        modes.denied = {u"Payments.Read"_s};
        modes.deniedStatus = 401;
        m_probe->system().setModes(modes);
        QCOMPARE(m_probe->call("GET", "Payments").status, 401);
        QCOMPARE(m_probe->call("GET", "Contacts").status, 200);
        QCOMPARE(m_probe->call("DELETE", "SalesOrders/1").status, 405);
        QCOMPARE(m_probe->call("GET", "Nothing").status, 404);
    }
    void listsAreBareAndBounded()
    {
        QVERIFY(m_probe->get("SalesOrders").isArray());
        QVERIFY(m_probe->get("SalesOrders?rows=1000").size() <= 250);
        const Json first = m_probe->get("SalesOrders?rows=5&page=1&order=id%20ASC");
        const Json second = m_probe->get("SalesOrders?rows=5&page=2&order=id%20ASC");
        QCOMPARE(first.size(), 5);
        QVERIFY(first.at(4)[u"id"].toInteger() < second.at(0)[u"id"].toInteger());
        QCOMPARE(m_probe->get("SalesOrders?rows=250&page=900").size(), 0);
    }
    void fieldsAreProjectedInCamelCase()
    {
        const Json row = m_probe->get("Contacts?rows=1&fields=Id,FIRSTNAME").at(0);
        QCOMPARE(row.size(), 2);
        QVERIFY(row.contains(u"firstName"));
    }
    void oneRowByItsId()
    {
        const qint64 id = m_probe->get("Contacts?rows=1").at(0)[u"id"].toInteger();
        QCOMPARE(m_probe->get("Contacts/" + QByteArray::number(id))[u"id"].toInteger(), id);
        QCOMPARE(m_probe->call("GET", "Contacts/999999").status, 404);
    }

    void conditionsAreRead_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("found");
        QTest::newRow("equal, case aside") << u"company='HARBOURSIDE castings'"_s << true;
        QTest::newRow("doubled quote") << u"company='O''Rourke & Daughters'"_s << true;
        QTest::newRow("unequal") << u"type<>'Supplier' AND email='orders@harbourside.example'"_s << false;
        QTest::newRow("number") << u"id>0"_s << true;
        QTest::newRow("bounds") << u"id>=311 AND id<=311"_s << true;
        QTest::newRow("null") << u"integrationRef IS NULL AND id=311"_s << true;
        QTest::newRow("not null") << u"integrationRef IS NOT NULL"_s << false;
        QTest::newRow("like") << u"email LIKE '%@harbour%'"_s << true;
        QTest::newRow("not like") << u"id=311 AND email NOT LIKE '%@harbour%'"_s << false;
        QTest::newRow("in") << u"id IN (1, 311, 2)"_s << true;
        QTest::newRow("or and brackets") << u"(id=1 OR id=311) AND type='Supplier'"_s << true;
        QTest::newRow("and before or") << u"id=311 OR id=1 AND id=2"_s << true;
        QTest::newRow("quoted date") << u"modifiedDate>='2024-01-01T00:00:00Z'"_s << true;
        QTest::newRow("bare date") << u"modifiedDate>=2024-01-01T00:00:00Z"_s << true;
        QTest::newRow("future") << u"modifiedDate>'2027-01-01'"_s << false;
        QTest::newRow("flag") << u"isActive=true AND id=311"_s << true;
    }
    void conditionsAreRead()
    {
        QFETCH(QString, where);
        QFETCH(bool, found);
        QCOMPARE(m_probe->get("Contacts?where=" + QUrl::toPercentEncoding(where)).size() > 0, found);
    }
    void brokenConditionsAre400_data()
    {
        QTest::addColumn<QString>("where");
        for (const char* const text : {"company='O'Brien'", "nothing=1", "id=", "id=1 AND", "(id=1",
                                       "id LIKE", "id IN (1", "id IS 3", "company='open"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("deep") << u"("_s.repeated(500) + u"id=1"_s + u")"_s.repeated(500);
    }
    void brokenConditionsAre400()
    {
        QFETCH(QString, where);
        QCOMPARE(m_probe->call("GET", "Contacts?where=" + QUrl::toPercentEncoding(where)).status, 400);
    }

    void batchesAreMixed()
    {
        const Json verdicts =
            m_probe->json("POST", "Contacts",
                          js("[{'Type':'Customer','COMPANY':'A','email':'a@x.example'},{'company':'B'},"
                             "{'type':'Customer','email':'A@x.example'},{'type':'Customer','company':'C'}]"));
        QCOMPARE(verdicts.size(), 4);
        QVERIFY(verdicts.at(0)[u"success"].toBool());
        QCOMPARE(verdicts.at(0)[u"code"].toText(), u"a@x.example"_s);
        QCOMPARE(verdicts.at(1)[u"errors"].at(0).toText(), u"The type field is required."_s);
        QVERIFY(verdicts.at(2)[u"errors"].at(0).toText().contains(u"already exists"));
        QCOMPARE(verdicts.at(2)[u"id"].toInteger(-1), 0);
        QVERIFY(verdicts.at(3)[u"success"].toBool());
    }
    void verdictsMayComeShuffled()
    {
        cin7omni::Modes modes;
        modes.shuffleResults = true;
        m_probe->system().setModes(modes);
        const Json verdicts =
            m_probe->json("POST", "Contacts", js("[{'type':'Customer'},{'type':'Nobody'}]"));
        QCOMPARE(verdicts.at(0)[u"index"].toInteger(), 1);
        QVERIFY(!verdicts.at(0)[u"success"].toBool());
    }
    void bodiesThatAreNoListAre400()
    {
        QCOMPARE(m_probe->call("POST", "Contacts", js("{'type':'Customer'}")).status, 400);
        QCOMPARE(m_probe->call("POST", "Contacts", "[").status, 400);
    }
    void changesArePartialAndStamped()
    {
        const Json before = m_probe->get("Contacts?rows=1").at(0);
        m_probe->clock().advance(std::chrono::hours(1));
        const QByteArray id = QByteArray::number(before[u"id"].toInteger());
        QVERIFY(
            m_probe->write("PUT", "Contacts", js("{'id':") + id + js(",'phone':'1'}"))[u"success"].toBool());
        const Json after = m_probe->get("Contacts/" + id);
        QCOMPARE(after[u"phone"].toText(), u"1"_s);
        QCOMPARE(after[u"company"], before[u"company"]);
        QVERIFY(after[u"modifiedDate"].toText() > before[u"modifiedDate"].toText());
    }
    void lengthsAreHeld()
    {
        const QByteArray row =
            js("{'memberId':") + customer() + js(",'reference':'") + QByteArray(31, 'x') + js("'}");
        QVERIFY(
            m_probe->write("POST", "SalesOrders", row)[u"errors"].at(0).toText().contains(u"length of 30"));
    }
    void ordersNumberAddUpAndStayUnique()
    {
        const Json made =
            m_probe->write("POST", "SalesOrders",
                           js("{'memberId':") + customer() +
                               js(",'taxStatus':'Excl','taxRate':0.15,'freightTotal':5,'discountTotal':1,"
                                  "'lineItems':[{'code':'WID-1','qty':2,'unitPrice':10.5,'discount':1},{'"
                                  "lineComments':'thanks'}]}"));
        QVERIFY2(made[u"success"].toBool(), made.toBytes().constData());
        QVERIFY(made[u"code"].toText().startsWith(u"SO-"));
        const Json order = m_probe->get("SalesOrders/" + QByteArray::number(made[u"id"].toInteger()));
        QCOMPARE(order[u"productTotal"].toDecimal(), Decimal(20));
        QCOMPARE(order[u"total"].toDecimal(), Decimal::fromScaled(2760, 2));
        QCOMPARE(order[u"status"].toText(), u"APPROVED"_s);
        QCOMPARE(order[u"lineItems"].at(0)[u"styleCode"].toText(), u"WID-1"_s);
        QVERIFY(order[u"invoiceNumber"].isNull());
        const QByteArray again = js("{'memberId':") + customer() + js(",'reference':'") +
                                 made[u"code"].toText().toLower().toLatin1() + js("'}");
        QVERIFY(m_probe->write("POST", "SalesOrders", again)[u"errors"].at(0).toText().contains(
            u"already exists"));
    }
    void unknownMembersAndProductsAreRefused()
    {
        QCOMPARE(m_probe->write("POST", "SalesOrders", js("{'memberId':1}"))[u"errors"].at(0).toText(),
                 u"The member was not found."_s);
        QCOMPARE(m_probe->write("POST", "PurchaseOrders", js("{'memberId':") + customer() + '}')[u"errors"]
                     .at(0)
                     .toText(),
                 u"The member is not a Supplier."_s);
        const QByteArray row =
            js("{'memberId':") + customer() + js(",'lineItems':[{'code':'NOPE','qty':1}]}");
        QVERIFY(
            m_probe->write("POST", "SalesOrders", row)[u"errors"].at(0).toText().contains(u"was not found"));
    }
    void invoiceDatesGiveNumbersAndVoidIsFinal()
    {
        const Json made = m_probe->write("POST", "SalesOrders", js("{'memberId':") + customer() + '}');
        const QByteArray id = QByteArray::number(made[u"id"].toInteger());
        QVERIFY(m_probe
                    ->write("PUT", "SalesOrders",
                            js("{'id':") + id + js(",'invoiceDate':'2026-06-30'}"))[u"success"]
                    .toBool());
        QVERIFY(m_probe->get("SalesOrders/" + id)[u"invoiceNumber"].toInteger() > 0);
        QVERIFY(m_probe->write("PUT", "SalesOrders", js("{'id':") + id + js(",'isVoid':true}"))[u"success"]
                    .toBool());
        QCOMPARE(m_probe->get("SalesOrders/" + id)[u"status"].toText(), u"VOID"_s);
        const Json refused = m_probe->write("PUT", "SalesOrders", js("{'id':") + id + js(",'isVoid':false}"));
        QVERIFY(refused[u"errors"].at(0).toText().contains(u"is void"));
    }
    void linesAreMatchedByTheirId()
    {
        const Json made =
            m_probe->write("POST", "SalesOrders",
                           js("{'memberId':") + customer() +
                               js(",'lineItems':[{'code':'WID-1','qty':1},{'code':'WID-2','qty':1}]}"));
        const QByteArray id = QByteArray::number(made[u"id"].toInteger());
        const Json order = m_probe->get("SalesOrders/" + id);
        const QByteArray line = QByteArray::number(order[u"lineItems"].at(0)[u"id"].toInteger());
        const QByteArray change = js("{'id':") + id + js(",'lineItems':[{'id':") + line + js(",'qty':7}]}");
        QVERIFY(m_probe->write("PUT", "SalesOrders", change)[u"success"].toBool());
        const Json after = m_probe->get("SalesOrders/" + id);
        QCOMPARE(after[u"lineItems"].size(), 2);
        QCOMPARE(after[u"lineItems"].at(0)[u"qty"].toInteger(), 7);
        QCOMPARE(after[u"lineItems"].at(0)[u"code"].toText(), u"WID-1"_s);
        cin7omni::Modes modes;
        modes.dropUnsentLines = true;
        m_probe->system().setModes(modes);
        QVERIFY(m_probe->write("PUT", "SalesOrders", change)[u"success"].toBool());
        QCOMPARE(m_probe->get("SalesOrders/" + id)[u"lineItems"].size(), 1);
    }
    void paymentsNeedTheirOrderAndTouchIt()
    {
        QCOMPARE(m_probe->write("POST", "Payments", js("{'amount':1}"))[u"errors"].at(0).toText(),
                 u"The orderId field is required."_s);
        const QByteArray order = QByteArray::number(
            m_probe->write("POST", "SalesOrders", js("{'memberId':") + customer() + '}')[u"id"].toInteger());
        m_probe->clock().advance(std::chrono::hours(1));
        const Json paid = m_probe->write("POST", "Payments", js("{'amount':-3.5,'orderId':") + order + '}');
        QVERIFY(paid[u"success"].toBool());
        QCOMPARE(m_probe->get("SalesOrders/" + order)[u"modifiedDate"].toText(),
                 formatInstantSeconds(m_probe->clock().now()));
        const QByteArray id = QByteArray::number(paid[u"id"].toInteger());
        QCOMPARE(m_probe->call("DELETE", "Payments/" + id).status, 200);
        QCOMPARE(m_probe->call("DELETE", "Payments/" + id).status, 404);
    }
    void productsBringTheirOptions()
    {
        const Json made = m_probe->write("POST", "Products",
                                         js("{'styleCode':'NEW','name':'New','productOptions':["
                                            "{'productOptionCode':'NEW-S','retailPrice':9.99}]}"));
        QVERIFY(made[u"success"].toBool());
        const Json product = m_probe->get("Products/" + QByteArray::number(made[u"id"].toInteger()));
        QCOMPARE(product[u"productOptions"].at(0)[u"retailPrice"].toDecimal(), Decimal::fromScaled(999, 2));
        QCOMPARE(m_probe->get("ProductOptions?where=productOptionCode%3D'NEW-S'").size(), 1);
        QVERIFY(
            !m_probe->write("POST", "Products", js("{'styleCode':'new','name':'N'}"))[u"success"].toBool());
    }

    void threeLimitsHold()
    {
        m_probe->system().setLimitsEnabled(true);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_probe->call("GET", "Users").status, 200);
        const Response refused = m_probe->call("GET", "Users");
        QCOMPARE(refused.status, 429);
        QCOMPARE(headerValue(refused.headers, "Retry-After"), QByteArray("1"));
        for (int i = 3; i < 60; ++i) {
            if (i % 3 == 0) m_probe->clock().advance(std::chrono::seconds(1));
            QCOMPARE(m_probe->call("GET", "Users").status, 200);
        }
        m_probe->clock().advance(std::chrono::seconds(1));
        QCOMPARE(m_probe->call("GET", "Users").status, 429);
        cin7omni::Modes modes;
        modes.retryAfter = false;
        m_probe->system().setModes(modes);
        QVERIFY(headerValue(m_probe->call("GET", "Users").headers, "Retry-After").isEmpty());
        for (int i = 60; i < 5000; ++i) {
            if (i % 60 == 0)
                m_probe->clock().advance(std::chrono::seconds(61));
            else if (i % 3 == 0)
                m_probe->clock().advance(std::chrono::seconds(1));
            QCOMPARE(m_probe->call("GET", "Users").status, 200);
        }
        m_probe->clock().advance(std::chrono::minutes(2));
        QCOMPARE(m_probe->call("GET", "Users").status, 429);
        m_probe->clock().advance(std::chrono::hours(24));
        QCOMPARE(m_probe->call("GET", "Users").status, 200);
    }

    void theBooksHoldWhatLifeHolds()
    {
        const Json orders = m_probe->system().state(u"SalesOrders");
        QSet<QString> taxes;
        QSet<QString> currencies;
        QSet<QString> imports;
        bool fraction = false;
        for (const Json& order : orders.toArray()) {
            taxes.insert(order[u"taxStatus"].toText());
            currencies.insert(order[u"currencyCode"].toText());
            imports.insert(order[u"accountingAttributes"][u"accountingImportStatus"].toText());
            const Decimal rate = order[u"taxRate"].toDecimal();
            fraction = fraction || (!rate.isZero() && rate < Decimal(1));
        }
        QCOMPARE(orders.size(), 24);
        QVERIFY(taxes.contains(u"Incl"_s) || taxes.contains(u"Excl"_s));
        QVERIFY(currencies.size() > 2);
        QVERIFY(imports.contains(u"NotImported"_s));
        for (const char16_t* const kind : {u"Contacts", u"PurchaseOrders", u"Payments", u"Products",
                                           u"ProductOptions", u"Stock", u"Branches", u"Users", u"Adjustments",
                                           u"BranchTransfers", u"ProductionJobs", u"ProductCategories"})
            QVERIFY2(m_probe->system().state(QStringView(kind)).size() > 0,
                     qPrintable(QString::fromUtf16(kind)));
        Q_UNUSED(fraction)
    }
    void aLargerCompanyHasEveryOddity()
    {
        CompanyClock clock;
        clock.hold(m_probe->clock().now());
        Cin7OmniSystem system(clock, business::Business(1), 120);
        bool digits = false;
        bool fraction = false;
        bool imported = false;
        bool foreign = false;
        const Json orders = system.state(u"SalesOrders");
        for (const Json& order : orders.toArray()) {
            const Decimal rate = order[u"taxRate"].toDecimal();
            digits = digits || order[u"taxStatus"].toText() == u"2";
            fraction = fraction || (!rate.isZero() && rate < Decimal(1));
            imported =
                imported || order[u"accountingAttributes"][u"accountingImportStatus"].toText() == u"Imported";
            foreign = foreign || order[u"currencyCode"].toText() != u"AUD";
        }
        QVERIFY(digits && fraction && imported && foreign);
        const Json credits = system.state(u"CreditNotes");
        QVERIFY(credits.size() > 0);
        QVERIFY(credits.at(0)[u"lineItems"].at(0)[u"qty"].toDecimal().isNegative());
        QVERIFY(system.state(u"Quotes").size() > 0);
    }
    void approvedOrdersMoveTheStock()
    {
        const Json option = m_probe->get("Stock?rows=1").at(0)[u"productOptionId"];
        const QByteArray sold = QByteArray::number(option.toInteger());
        const QByteArray branch =
            QByteArray::number(m_probe->get("Branches?rows=1").at(0)[u"id"].toInteger());
        const auto line = [&](const char* count) {
            return js("'branchId':") + branch + js(",'lineItems':[{'productOptionId':") + sold +
                   js(",'qty':") + count + js("}]");
        };
        const QString before = stock(sold, branch);
        const Json made =
            m_probe->write("POST", "SalesOrders", js("{'memberId':") + customer() + ',' + line("3") + '}');
        const QByteArray order = QByteArray::number(made[u"id"].toInteger());
        QCOMPARE(stock(sold, branch), moved(before, 0, 3, 0));
        m_probe->write("PUT", "SalesOrders",
                       js("{'id':") + order + js(",'dispatchedDate':'2026-06-30T00:00:00Z'}"));
        QCOMPARE(stock(sold, branch), moved(before, -3, 0, 0));
        m_probe->write("PUT", "SalesOrders", js("{'id':") + order + js(",'isVoid':true}"));
        QCOMPARE(stock(sold, branch), before);
        m_probe->write("POST", "SalesOrders",
                       js("{'isApproved':false,'memberId':") + customer() + ',' + line("9") + '}');
        QCOMPARE(stock(sold, branch), before); // a draft promises nothing
        m_probe->write("POST", "Adjustments", '{' + line("7") + '}');
        QCOMPARE(stock(sold, branch), moved(before, 7, 0, 0));
        const Json shown = m_probe->get("ProductOptions/" + sold);
        Decimal sum;
        for (const Json& row : m_probe->system().state(u"Stock").toArray()) {
            if (row[u"productOptionId"] == option) sum = *sum.plus(row[u"stockOnHand"].toDecimal());
        }
        QCOMPARE(shown[u"stockOnHand"].toDecimal(), sum);
    }
    void transfersTravel()
    {
        const QByteArray sold =
            QByteArray::number(m_probe->get("Stock?rows=1").at(0)[u"productOptionId"].toInteger());
        const Json branches = m_probe->get("Branches?rows=2");
        const QByteArray from = QByteArray::number(branches.at(0)[u"id"].toInteger());
        const QByteArray to = QByteArray::number(branches.at(1)[u"id"].toInteger());
        const QString there = stock(sold, from);
        const QString here = stock(sold, to);
        const Json made = m_probe->write(
            "POST", "BranchTransfers",
            js("{'sourceBranchId':") + from + js(",'destinationBranchId':") + to +
                js(",'dispatchedDate':'2026-06-30T00:00:00Z','lineItems':[{'qty':2,'productOptionId':") +
                sold + js("}]}"));
        QCOMPARE(stock(sold, from), moved(there, -2, 0, 0));
        QCOMPARE(stock(sold, to), moved(here, 0, 0, 2));
        m_probe->write("PUT", "BranchTransfers",
                       js("{'id':") + QByteArray::number(made[u"id"].toInteger()) +
                           js(",'fullyReceivedDate':'2026-06-30T00:00:00Z'}"));
        QCOMPARE(stock(sold, to), moved(here, 2, 0, 0));
    }
    void resetReturnsToTheSnapshot()
    {
        const qsizetype before = m_probe->system().state(u"Contacts").size();
        m_probe->system().snapshot();
        m_probe->write("POST", "Contacts", js("{'type':'Customer'}"));
        QCOMPARE(m_probe->system().state(u"Contacts").size(), before + 1);
        m_probe->system().reset();
        QCOMPARE(m_probe->system().state(u"Contacts").size(), before);
    }

  private:
    [[nodiscard]] QByteArray customer()
    {
        return QByteArray::number(
            m_probe->get("Contacts?rows=1&where=type%3D'Customer'").at(0)[u"id"].toInteger());
    }

    /// "on hand, promised, expected" of an option in a branch.
    [[nodiscard]] QString stock(const QByteArray& option, const QByteArray& branch)
    {
        const Json rows =
            m_probe->get("Stock?where=productOptionId%3D" + option + "%20AND%20branchId%3D" + branch);
        if (rows.size() != 1) return u"%1 rows"_s.arg(rows.size());
        const auto count = [&rows](QStringView member) {
            return QString::number(*rows.at(0)[member].toDecimal().toInteger());
        };
        const auto [onHand, open] = std::pair(count(u"stockOnHand"), count(u"openSales"));
        const qint64 available = onHand.toLongLong() - open.toLongLong();
        if (count(u"available") != QString::number(available)) return u"available is wrong"_s;
        return u"%1, %2, %3"_s.arg(onHand, open, count(u"incoming"));
    }
    [[nodiscard]] static QString moved(const QString& counts, int onHand, int open, int incoming)
    {
        const QStringList parts = counts.split(u", "_s);
        return u"%1, %2, %3"_s.arg(parts.value(0).toLongLong() + onHand)
            .arg(parts.value(1).toLongLong() + open)
            .arg(parts.value(2).toLongLong() + incoming);
    }

    std::unique_ptr<OmniProbe> m_probe;
};

QTEST_GUILESS_MAIN(TestCin7Omni)
#include "testcin7omni.moc"
