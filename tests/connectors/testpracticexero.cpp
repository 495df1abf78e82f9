#include "manifesttest.h"

#include "sandbox/xero/xerosystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;

namespace {

WriteRow contactRow(const QString& name, const QString& key)
{
    return rowOf(key, {{u"Name"_s, Value(name)},
                       {u"ContactNumber"_s, Value(key)},
                       {u"City"_s, Value(u"Łódź"_s)},
                       {u"PostalCode"_s, Value(u"90-001"_s)},
                       {u"EmailAddress"_s, Value()}});
}

WriteRow invoiceRow(const QString& key, const QString& contact, const QString& currency = u"AUD"_s)
{
    const model::Record line = recordOf({{u"Description"_s, Value(u"Widget, large"_s)},
                                         {u"Quantity"_s, number("17")},
                                         {u"UnitAmount"_s, number("378.3250")},
                                         {u"DiscountRate"_s, number("16")},
                                         {u"AccountCode"_s, Value(u"200"_s)},
                                         {u"TaxType"_s, Value(u"OUTPUT"_s)}});
    return rowOf(key, {{u"Reference"_s, Value(key)},
                       {u"Contact"_s, Value(contact)},
                       {u"Date"_s, Value(QDate(2026, 11, 1))},
                       {u"DueDate"_s, Value(QDate(2026, 12, 1))},
                       {u"CurrencyCode"_s, Value(currency)},
                       {u"Status"_s, Value(u"DRAFT"_s)},
                       {u"LineItems"_s, Value(model::ValueList{Value(line)})}});
}

} // namespace

class TestPracticeXero final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_xero = enter<sandbox::XeroSystem>(u"xero"_s, *m_time, *m_random);
        m_xero->setLimitsEnabled(false);
        m_tenant = m_xero->tenants().first().id;
        m_bench->signIn("&organisation=" + m_tenant.toLatin1());
        m_bench->connection().tenantId = m_tenant;
        m_connector = m_bench->connect();
    }

    void theChosenOrganisationIsReached()
    {
        const auto reachable = m_bench->run(m_connector->organisations({}));
        QVERIFY(reachable);
        QCOMPARE(reachable->size(), 1);
        QCOMPARE(reachable->first().name, m_xero->tenants().first().name);
        const auto info = m_bench->run(m_connector->test({}));
        QVERIFY(info);
        QCOMPARE(info->tenantId, m_tenant);
        QCOMPARE(info->baseCurrency, u"AUD"_s);
        QCOMPARE(info->region, u"AU"_s);
        QCOMPARE(info->zone, u"Australia/Sydney"_s);
        QVERIFY(!info->shortCode.isEmpty());
    }

    void referenceDataTakesFourCalls()
    {
        m_bench->transport().clearCalls();
        const auto data = m_bench->run(m_connector->reference({}));
        QVERIFY(data);
        QCOMPARE(m_bench->transport().calls().size(), 4);
        QVERIFY(data->currencies.contains(u"AUD"_s));
        const auto sales = std::find_if(data->accounts.begin(), data->accounts.end(),
                                        [](const auto& a) { return a.code == u"200"; });
        QVERIFY(sales != data->accounts.end() && sales->active);
        QCOMPARE(sales->accountClass, u"REVENUE"_s);
        const auto gst = std::find_if(data->taxRates.begin(), data->taxRates.end(),
                                      [](const auto& r) { return r.code == u"OUTPUT"; });
        QVERIFY(gst != data->taxRates.end());
        QCOMPARE(gst->percent, Decimal(10));
        QVERIFY(gst->classes.contains(u"REVENUE"_s) && !gst->classes.contains(u"EXPENSE"_s));
    }

    void contactsAreCreatedReadFoundAndChanged()
    {
        const auto created = write(u"Contacts"_s, {contactRow(u"Łódź Tekstyl 3146"_s, u"001A"_s),
                                                   contactRow(u"O'Brien \"& Sons\""_s, u"001B"_s)});
        QCOMPARE(created.size(), 2);
        QCOMPARE(created.at(0).state, RowOutcome::State::Written);
        QVERIFY(!created.at(0).targetId.isEmpty() && !created.at(0).targetVersion.isEmpty());

        const auto found = m_bench->run(m_connector->find(u"Contacts"_s, {u"001B"_s, u"001Z"_s}, {}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, created.at(1).targetId);
        QCOMPARE(found->first().number, u"O'Brien \"& Sons\""_s);
        QVERIFY(found->first().usable);

        const WriteRow change =
            changeOf(created.at(0).targetId, {{u"EmailAddress"_s, Value(u"ann@example.test"_s)}});
        m_clock->advance(std::chrono::seconds{2});
        const auto updated = write(u"Contacts"_s, {change}, Operation::Update);
        QCOMPARE(updated.first().state, RowOutcome::State::Written);

        ReadRequest request{
            u"Contacts"_s, m_connector->targetPaths(u"Contacts"_s), {}, {}, {created.at(0).targetId}, 0};
        const auto records = m_bench->readAll(*m_connector, request);
        QCOMPARE(records.size(), 1);
        const TargetRecord target = m_connector->toTarget(u"Contacts"_s, records.first());
        QCOMPARE(target.externalKey, u"001A"_s);
        QCOMPARE(target.version, updated.first().targetVersion);
        QCOMPARE(*target.record.value(u"EmailAddress").text(), u"ann@example.test"_s);
        QCOMPARE(*target.record.value(u"PostalCode").text(), u"90-001"_s);
        QCOMPARE(*target.record.value(u"City").text(), u"Łódź"_s);
    }

    void aTakenNameRejectsItsRowAlone()
    {
        write(u"Contacts"_s, {contactRow(u"Acme"_s, u"001A"_s)});
        const auto outcomes =
            write(u"Contacts"_s, {contactRow(u"ACME"_s, u"001B"_s), contactRow(u"Beta"_s, u"001C"_s)},
                  Operation::Create, u"k2"_s);
        QCOMPARE(outcomes.at(0).state, RowOutcome::State::Rejected);
        QCOMPARE(outcomes.at(0).error.code, u"xero.contact-name-taken"_s);
        QCOMPARE(outcomes.at(0).error.facts.first().toLower(), u"acme"_s);
        QCOMPARE(outcomes.at(1).state, RowOutcome::State::Written);
    }

    void invoicesAreCreatedWithTheRightCentsAndReadBack()
    {
        const QString contact = write(u"Contacts"_s, {contactRow(u"Acme"_s, u"001A"_s)}).first().targetId;
        const auto created =
            write(u"Invoices"_s, {invoiceRow(u"006A"_s, contact)}, Operation::Create, u"k2"_s);
        QCOMPARE(created.first().state, RowOutcome::State::Written);
        QVERIFY(!created.first().targetNumber.isEmpty());
        // 17 × 378.3250 × 0.84 = 5402.481 → 5402.48, tax 540.25
        QCOMPARE(created.first().total->rounded(2).toString(), u"5942.73"_s);

        Cursor cursor;
        const auto records = m_bench->readAll(
            *m_connector, {u"Invoices"_s, m_connector->targetPaths(u"Invoices"_s), {}, {}, {}, 0}, &cursor);
        const auto own = std::find_if(records.begin(), records.end(), [](const model::Record& r) {
            return r.value(u"Reference").toPlainText() == u"006A";
        });
        QVERIFY(own != records.end());
        QCOMPARE(*own->value(u"Contact").text(), contact);
        QCOMPARE(*own->value(u"Date").date(), QDate(2026, 11, 1));
        QCOMPARE(*own->value(u"DueDate").date(), QDate(2026, 12, 1));
        const model::Record* line = own->value(u"LineItems").list()->first().record();
        QCOMPARE(*line->value(u"UnitAmount").number(), *Decimal::parse(std::string_view("378.325")));
        QCOMPARE(m_connector->toTarget(u"Invoices"_s, *own).version, created.first().targetVersion);
        QVERIFY(!cursor.isEmpty());

        m_clock->advance(std::chrono::minutes{10});
        m_bench->transport().clearCalls();
        const auto later =
            m_bench->readAll(*m_connector, {u"Invoices"_s, {u"Reference"_s}, {}, cursor, {}, 0});
        QCOMPARE(m_bench->transport().calls().size(), 1);
        QVERIFY(later.size() >= 1); // the last one comes again: the overlap
    }

    void everyRowOfABatchIsJudged()
    {
        const QString contact = write(u"Contacts"_s, {contactRow(u"Acme"_s, u"001A"_s)}).first().targetId;
        const QList<WriteRow> rows{invoiceRow(u"a"_s, contact), invoiceRow(u"b"_s, contact, u"XPF"_s),
                                   invoiceRow(u"c"_s, u"00000000-1111-2222-3333-444444444444"_s),
                                   invoiceRow(u"d"_s, contact)};
        const auto outcomes = write(u"Invoices"_s, rows, Operation::Create, u"k2"_s);
        QCOMPARE(outcomes.size(), 4);
        QCOMPARE(outcomes.at(0).state, RowOutcome::State::Written);
        QCOMPARE(outcomes.at(1).error.code, u"xero.currency-not-enabled"_s);
        QCOMPARE(outcomes.at(1).error.facts, QStringList{u"XPF"_s});
        QCOMPARE(outcomes.at(2).error.code, u"xero.contact-missing"_s);
        QCOMPARE(outcomes.at(3).state, RowOutcome::State::Written);
    }

    void refusalsOfALineHaveTheirOwnCodes_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("tax");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("tax for account")
            << u"200"_s << u"INPUT"_s << u"xero.tax-type-for-account"_s << QStringList{u"INPUT"_s, u"200"_s};
        QTest::newRow("unknown tax") << u"200"_s << u"NOPE"_s << u"xero.tax-type-unknown"_s
                                     << QStringList{QString()};
        QTest::newRow("archived account")
            << u"210"_s << u"OUTPUT"_s << u"xero.account-unknown"_s << QStringList{u"210"_s};
        QTest::newRow("unknown account")
            << u"999"_s << u"OUTPUT"_s << u"xero.account-unknown"_s << QStringList{QString()};
    }
    void refusalsOfALineHaveTheirOwnCodes()
    {
        QFETCH(QString, account);
        QFETCH(QString, tax);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        const QString contact = write(u"Contacts"_s, {contactRow(u"Acme"_s, u"001A"_s)}).first().targetId;
        WriteRow row = invoiceRow(u"a"_s, contact);
        model::Record line = *row.target.value(u"LineItems").list()->first().record();
        line.set(line.shape()->slot(u"AccountCode"), Value(account));
        line.set(line.shape()->slot(u"TaxType"), Value(tax));
        row.target.set(row.target.shape()->slot(u"LineItems"), Value(model::ValueList{Value(line)}));
        const auto outcomes = write(u"Invoices"_s, {row}, Operation::Create, u"k2"_s);
        QCOMPARE(outcomes.first().state, RowOutcome::State::Rejected);
        QCOMPARE(outcomes.first().error.code, code);
        QCOMPARE(outcomes.first().error.facts, facts);
    }

    void theSameKeyAndBytesWriteOnce()
    {
        const PreparedWrite prepared = m_connector->prepare(u"Contacts"_s, Operation::Create,
                                                            {contactRow(u"Acme"_s, u"001A"_s)}, u"same"_s);
        const auto first = m_bench->run(m_connector->send(prepared, {}));
        const auto again = m_bench->run(m_connector->send(prepared, {}));
        QVERIFY(first && again);
        QCOMPARE(again->first().state, RowOutcome::State::Written);
        QCOMPARE(again->first().targetId, first->first().targetId);
        const auto other = m_bench->run(
            m_connector->send(m_connector->prepare(u"Contacts"_s, Operation::Create,
                                                   {contactRow(u"Beta"_s, u"001B"_s)}, u"same"_s),
                              {}));
        QVERIFY(!other);
        QCOMPARE(other.error().code, u"xero.key-reused"_s);
    }

    void anExpiredTokenIsRenewedOnTheWay()
    {
        m_xero->expireTokens();
        const auto info = m_bench->run(m_connector->test({}));
        QVERIFY(info);
    }

    void aDisconnectedOrganisationNeedsALogin()
    {
        m_xero->revokeTenant(m_tenant);
        const auto data = m_bench->run(m_connector->reference({}));
        QVERIFY(!data);
        QCOMPARE(data.error().kind, ErrorKind::NeedsLogin);
        const auto info = m_bench->run(m_connector->test({}));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::NeedsLogin);
    }

    void theMinuteLimitIsWaitedForNotRunInto()
    {
        m_xero->setLimitsEnabled(true);
        m_bench->transport().clearCalls();
        const auto started = m_clock->steady();
        for (int i = 0; i < 130; ++i) {
            const auto found = m_bench->run(m_connector->find(u"Contacts"_s, {u"nobody"_s}, {}));
            QVERIFY(found);
        }
        QCOMPARE(m_connector->calls().read, 130); // not one was refused and repeated
        QVERIFY(m_clock->steady() - started >= std::chrono::minutes{2});
        QVERIFY(m_connector->dayRemaining() && *m_connector->dayRemaining() < m_connector->perDay());
    }

    void bigReadsArePagedToTheEnd()
    {
        for (int i = 0; i < 2300; ++i)
            QVERIFY(!m_xero->seedContact(m_tenant, u"Seed %1"_s.arg(i)).isEmpty());
        m_bench->transport().clearCalls();
        const auto records = m_bench->readAll(*m_connector, {u"Contacts"_s, {u"Name"_s}, {}, {}, {}, 0});
        QVERIFY(records.size() >= 2300);
        QCOMPARE(m_bench->transport().calls().size(), (records.size() + 999) / 1000);
    }

  private:
    QList<RowOutcome> write(const QString& object, const QList<WriteRow>& rows,
                            Operation operation = Operation::Create, const QString& key = u"k1"_s)
    {
        return m_bench->send(*m_connector, m_connector->prepare(object, operation, rows, key));
    }

    sandbox::XeroSystem* m_xero = nullptr;
    QString m_tenant;
};

QTEST_GUILESS_MAIN(TestPracticeXero)
#include "testpracticexero.moc"
