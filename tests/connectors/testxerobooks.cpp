#include "xerobench.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

/// The Xero manifest against the practice Xero: the settings that can be written, repeating invoices,
/// receipts and their claims, the general ledger, budgets.
class TestXeroBooks final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_books = std::make_unique<XeroBench>(); }
    void cleanup() { m_books.reset(); }

    void accountsAreMadeChangedArchivedAndDeleted()
    {
        const auto row = [](const QString& code, const QString& name) {
            return rowOf(code, {{u"Code"_s, Value(code)},
                                {u"Name"_s, Value(name)},
                                {u"Type"_s, Value(u"REVENUE"_s)},
                                {u"TaxType"_s, Value(u"OUTPUT"_s)}});
        };
        const RowOutcome made = m_books->write(u"Accounts"_s, {row(u"299"_s, u"Workshop"_s)}).first();
        QCOMPARE(made.error.text, QString());
        QCOMPARE(made.state, RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Accounts"_s, {row(u"299"_s, u"Other"_s)}).first().error.code,
                 u"xero.name-taken"_s);
        const auto found = m_books->bench().run(m_books->connector().find(u"Accounts"_s, {u"299"_s}, {}));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->first().id, made.targetId);
        const RowOutcome changed =
            m_books
                ->write(u"Accounts"_s, {changeOf(made.targetId, {{u"Name"_s, Value(u"Garage"_s)}})},
                        Operation::Update)
                .first();
        QCOMPARE(changed.state, RowOutcome::State::Written);
        QCOMPARE(changed.targetNumber, u"Garage"_s);
        QCOMPARE(m_books->act(u"Accounts"_s, u"archive"_s, changeOf(made.targetId)).state,
                 RowOutcome::State::Written);
        const Record archived = m_books->one(u"Accounts"_s, made.targetId);
        QVERIFY(!m_books->connector().toTarget(u"Accounts"_s, archived).usable);
        QCOMPARE(m_books->act(u"Accounts"_s, u"restore"_s, changeOf(made.targetId)).state,
                 RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Accounts"_s, {changeOf(made.targetId)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        QVERIFY(m_books->one(u"Accounts"_s, made.targetId).isNull());
    }

    void theLedgersOwnAccountsStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("action");
        QTest::newRow("receivables") << u"610"_s << u"archive"_s;
        QTest::newRow("bank") << u"090"_s << QString();
    }
    void theLedgersOwnAccountsStayAsTheyAre()
    {
        QFETCH(QString, code);
        QFETCH(QString, action);
        const QString id = m_books->bankAccount(code);
        const WriteRow change = changeOf(id, {{u"Name"_s, Value(u"Other"_s)}});
        const RowOutcome refused = action.isEmpty()
                                       ? m_books->write(u"Accounts"_s, {change}, Operation::Update).first()
                                       : m_books->act(u"Accounts"_s, action, changeOf(id));
        QCOMPARE(refused.state, RowOutcome::State::Rejected);
        QCOMPARE(refused.error.code, u"xero.fixed-in-xero"_s);
    }

    void taxRatesAreMadeAndDeleted()
    {
        const Members members{
            {u"Name"_s, Value(u"State tax"_s)},
            {u"ReportTaxType"_s, Value(u"INPUT"_s)},
            {u"TaxComponents"_s, list({{{u"Name"_s, Value(u"State"_s)}, {u"Rate"_s, number("2.25")}},
                                       {{u"Name"_s, Value(u"City"_s)}, {u"Rate"_s, number("1")}}})}};
        const RowOutcome made = m_books->write(u"TaxRates"_s, {rowOf(u"State tax"_s, members)}).first();
        QCOMPARE(made.error.text, QString());
        QCOMPARE(made.targetId, u"TAX001"_s);
        const Record rate = m_books->one(u"TaxRates"_s, u"TAX001"_s, {u"EffectiveRate"_s});
        QCOMPARE(rate.value(u"EffectiveRate").number()->toString(), u"3.2500"_s);
        QCOMPARE(m_books->write(u"TaxRates"_s, {rowOf(u"State tax"_s, members)}).first().error.code,
                 u"xero.name-taken"_s);
        QCOMPARE(m_books->write(u"TaxRates"_s, {changeOf(u"TAX001"_s)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        for (const Record& left : m_books->read(u"TaxRates"_s, {u"TaxType"_s}))
            QVERIFY(left.value(u"TaxType").toPlainText() != u"TAX001");
        const RowOutcome fixed =
            m_books->write(u"TaxRates"_s, {changeOf(u"OUTPUT"_s, members)}, Operation::Update).first();
        QCOMPARE(fixed.error.code, u"xero.fixed-in-xero"_s);
    }

    void currenciesAreAdded()
    {
        const qsizetype before = m_books->read(u"Currencies"_s, {u"Code"_s}).size();
        const auto add = [this](const QString& code) {
            return m_books->write(u"Currencies"_s, {rowOf(code, {{u"Code"_s, Value(code)}})}).first();
        };
        QCOMPARE(add(u"EUR"_s).state, RowOutcome::State::Written); // it is there
        QCOMPARE(add(u"QQQ"_s).state, RowOutcome::State::Rejected);
        QCOMPARE(m_books->read(u"Currencies"_s, {u"Code"_s}).size(), before);
    }

    void repeatingInvoicesAreMadeFoundAndDeleted()
    {
        const auto row = [this](const QString& reference, const char* every) {
            return rowOf(reference,
                         {{u"Type"_s, Value(u"ACCREC"_s)},
                          {u"Contact"_s, Value(m_books->newContact(u"Tenant"_s))},
                          {u"Reference"_s, Value(reference)},
                          {u"Schedule"_s, Value(recordOf({{u"Period"_s, number(every)},
                                                          {u"Unit"_s, Value(u"MONTHLY"_s)},
                                                          {u"DueDate"_s, number("5")},
                                                          {u"DueDateType"_s, Value(u"DAYSAFTERBILLDATE"_s)},
                                                          {u"StartDate"_s, Value(kDay.addMonths(2))}}))},
                          {u"LineItems"_s, lines(u"200"_s, "100", u"OUTPUT"_s)}});
        };
        const auto made =
            m_books->write(u"RepeatingInvoices"_s, {row(u"Rent 1"_s, "1"), row(u"Rent 2"_s, "0")});
        QCOMPARE(made.at(0).error.text, QString());
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(1).state, RowOutcome::State::Rejected);
        const auto found =
            m_books->bench().run(m_books->connector().find(u"RepeatingInvoices"_s, {u"Rent 1"_s}, {}));
        QVERIFY(found && found->size() == 1);
        const Record read = m_books->one(u"RepeatingInvoices"_s, made.at(0).targetId,
                                         {u"Total"_s, u"Schedule.NextScheduledDate"_s});
        QCOMPARE(*read.value(u"Total").number(), Decimal(220));
        QCOMPARE(read.path(u"Schedule.NextScheduledDate"_s).toPlainText(), u"2027-01-10"_s);
        QCOMPARE(m_books->write(u"RepeatingInvoices"_s, {changeOf(made.at(0).targetId)}, Operation::Delete)
                     .first()
                     .state,
                 RowOutcome::State::Written);
        QVERIFY(m_books->read(u"RepeatingInvoices"_s, {u"Reference"_s}).isEmpty());
    }

    void receiptsAreMadeChangedAndVoided()
    {
        const QString user = m_books->read(u"Users"_s, {u"UserID"_s}).first().value(u"UserID").toPlainText();
        const auto receipt = [&](const QString& account) {
            return rowOf(u"Taxi"_s, {{u"Contact"_s, Value(m_books->newContact(u"Taxi"_s))},
                                     {u"User"_s, Value(user)},
                                     {u"Date"_s, Value(kDay)},
                                     {u"Reference"_s, Value(u"Taxi"_s)},
                                     {u"LineItems"_s, lines(account, "10", u"INPUT"_s)}});
        };
        const RowOutcome made = m_books->write(u"Receipts"_s, {receipt(u"429"_s)}).first();
        QCOMPARE(made.error.text, QString());
        QCOMPARE(made.state, RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Receipts"_s, {receipt(u"310"_s)}).first().state,
                 RowOutcome::State::Rejected);
        const auto own = m_books->read(u"ReceiptLines"_s, {u"ReceiptID"_s, u"LineAmount"_s});
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.first().value(u"ReceiptID").toPlainText(), made.targetId);
        QCOMPARE(*own.first().value(u"LineAmount").number(), Decimal(20));
        const RowOutcome changed =
            m_books
                ->write(u"Receipts"_s, {changeOf(made.targetId, {{u"Reference"_s, Value(u"Tram"_s)}})},
                        Operation::Update)
                .first();
        QCOMPARE(changed.state, RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Receipts"_s, {changeOf(made.targetId)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        QVERIFY(m_books->one(u"Receipts"_s, made.targetId).isNull()); // it counts as deleted
        QCOMPARE(m_books
                     ->write(u"Receipts"_s, {changeOf(made.targetId, {{u"Reference"_s, Value(u"x"_s)}})},
                             Operation::Update)
                     .first()
                     .error.code,
                 u"xero.not-editable"_s);
    }

    void claimsAreApprovedVoidedAndTakenBack()
    {
        m_books->enter(u"UK"_s); // whose past business has claims
        QHash<QString, QString> claims;
        for (const Record& claim : m_books->read(u"ExpenseClaims"_s, {u"Status"_s, u"ExpenseClaimID"_s}))
            claims.insert(claim.value(u"Status").toPlainText(), claim.value(u"ExpenseClaimID").toPlainText());
        QCOMPARE(claims.size(), 2);
        const QString waiting = claims.value(u"SUBMITTED"_s);
        const Record approved =
            m_books->one(u"ExpenseClaims"_s, claims.value(u"AUTHORISED"_s), {u"ReportingDate"_s});
        const Date* const day = approved.value(u"ReportingDate").date();
        QVERIFY(day);
        QCOMPARE(m_books
                     ->act(u"ExpenseClaims"_s, u"approve"_s,
                           changeOf(waiting, {{u"ReportingDate"_s, Value(*day)}}))
                     .state,
                 RowOutcome::State::Written);
        QCOMPARE(
            m_books->write(u"ExpenseClaims"_s, {changeOf(waiting)}, Operation::Delete).first().error.code,
            u"xero.not-editable"_s);
        QCOMPARE(m_books->act(u"ExpenseClaims"_s, u"void"_s, changeOf(waiting)).state,
                 RowOutcome::State::Written);
        QCOMPARE(m_books->one(u"ExpenseClaims"_s, waiting, {u"Status"_s}).value(u"Status").toPlainText(),
                 u"VOIDED"_s);
    }

    void theGeneralLedgerIsReadToItsEndAndOnFromThere()
    {
        for (int count = 0; count < 120; ++count)
            (void)m_books->newInvoice(u"AUTHORISED"_s);
        m_books->clock().advance(std::chrono::minutes(1));
        (void)m_books->newInvoice(u"AUTHORISED"_s);
        Cursor cursor;
        const QStringList paths{u"JournalNumber"_s, u"JournalLines"_s};
        m_books->bench().transport().clearCalls();
        const auto all =
            m_books->bench().readAll(m_books->connector(), {u"Journals"_s, paths, {}, {}, {}, 0}, &cursor);
        QVERIFY(all.size() >= 121);
        QCOMPARE(m_books->bench().transport().calls().size(), (all.size() + 99) / 100);
        QSet<QString> numbers;
        for (const Record& journal : all)
            numbers.insert(journal.value(u"JournalNumber").toPlainText());
        QCOMPARE(numbers.size(), all.size());
        m_books->clock().advance(std::chrono::minutes(10));
        (void)m_books->newInvoice(u"AUTHORISED"_s);
        const auto later =
            m_books->bench().readAll(m_books->connector(), {u"Journals"_s, paths, {}, cursor, {}, 0});
        QCOMPARE(later.size(), 2); // the last one read comes again: times may be the same
    }

    void budgetsHaveAnAmountForEachAccountAndMonth()
    {
        const auto amounts =
            m_books->read(u"BudgetAmounts"_s, {u"BudgetID"_s, u"AccountCode"_s, u"Period"_s, u"Amount"_s});
        QCOMPARE(amounts.size(), 2 * 6 * 24); // budgets, accounts, months
        QSet<QString> keys;
        for (const Record& amount : amounts) {
            keys.insert(m_books->connector().toTarget(u"BudgetAmounts"_s, amount).id);
            QVERIFY(!amount.value(u"AccountCode").isBlank());
            QVERIFY(amount.value(u"Amount").number());
        }
        QCOMPARE(keys.size(), amounts.size());
    }

  private:
    std::unique_ptr<XeroBench> m_books;
};

QTEST_GUILESS_MAIN(TestXeroBooks)
#include "testxerobooks.moc"
