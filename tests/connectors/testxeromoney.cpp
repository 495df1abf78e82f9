#include "xerobench.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

class TestXeroMoney final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_books = std::make_unique<XeroBench>(); }
    void cleanup() { m_books.reset(); }

    void documentsAreWrittenRowByRowChangedFoundAndDeleted_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("amounts");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("tax");
        QTest::addColumn<QString>("type");
        QTest::newRow("quote") << u"Quotes"_s << u"EXCLUSIVE"_s << u"200"_s << u"OUTPUT"_s << QString();
        QTest::newRow("credit note") << u"CreditNotes"_s << u"Exclusive"_s << u"200"_s << u"OUTPUT"_s
                                     << u"ACCRECCREDIT"_s;
        QTest::newRow("purchase order")
            << u"PurchaseOrders"_s << u"Exclusive"_s << u"310"_s << u"INPUT"_s << QString();
        QTest::newRow("spend money") << u"BankTransactions"_s << u"Exclusive"_s << u"429"_s << u"INPUT"_s
                                     << u"SPEND"_s;
    }
    void documentsAreWrittenRowByRowChangedFoundAndDeleted()
    {
        QFETCH(QString, object);
        QFETCH(QString, amounts);
        QFETCH(QString, account);
        QFETCH(QString, tax);
        QFETCH(QString, type);
        const QString contact = m_books->newContact(u"Acme"_s);
        const auto row = [&](const QString& key, const QString& code, const QString& who) {
            Members members{{u"Reference"_s, Value(key)},
                            {u"Contact"_s, Value(who)},
                            {u"Date"_s, Value(kDay)},
                            {u"LineAmountTypes"_s, Value(amounts)},
                            {u"LineItems"_s, lines(code, "150.00", tax)}};
            if (!type.isEmpty()) members.append({u"Type"_s, Value(type)});
            if (object == u"BankTransactions")
                members.append({u"BankAccount"_s, Value(m_books->bankAccount(u"090"_s))});
            return rowOf(key, members);
        };
        m_books->bench().transport().clearCalls();
        const QList<WriteRow> rows{row(u"D-1"_s, account, contact), row(u"D-2"_s, u"999"_s, contact),
                                   row(u"D-3"_s, account, kNobody), row(u"D \"4\""_s, account, contact)};
        m_books->bench().transport().clearCalls();
        const auto made = m_books->write(object, rows);
        QCOMPARE(m_books->bench().transport().calls().size(), 1);
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(0).total->rounded(2).toString(), u"330.00"_s);
        QCOMPARE(made.at(1).error.code, u"xero.account-unknown"_s);
        QCOMPARE(made.at(2).error.code, u"xero.contact-missing"_s);
        QCOMPARE(made.at(3).state, RowOutcome::State::Written);

        const auto found =
            m_books->bench().run(m_books->connector().find(object, {u"D-1"_s, u"D \"4\""_s, u"D-9"_s}, {}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->size(), 2);

        m_books->clock().advance(std::chrono::seconds{2});
        const Members change{
            {u"Reference"_s, Value(u"D-1b"_s)}, {u"Contact"_s, Value(contact)}, {u"Date"_s, Value(kDay)}};
        const auto changed =
            m_books->write(object, {changeOf(made.at(0).targetId, change)}, Operation::Update);
        QCOMPARE(changed.first().state, RowOutcome::State::Written);
        const Record now = m_books->one(object, made.at(0).targetId);
        QCOMPARE(now.value(u"Reference").toPlainText(), u"D-1b"_s);
        QCOMPARE(m_books->connector().toTarget(object, now).version, changed.first().targetVersion);

        const Members named{{u"Contact"_s, Value(contact)}, {u"Date"_s, Value(kDay)}};
        const auto gone =
            m_books->write(object,
                           {changeOf(made.at(0).targetId, object == u"Quotes" ? named : Members{}),
                            changeOf(kNobody, named)},
                           Operation::Delete);
        QCOMPARE(gone.at(0).state, RowOutcome::State::Written);
        QCOMPARE(gone.at(1).error.code, u"xero.record-gone"_s);
        QVERIFY(m_books->deletedIds(object).contains(made.at(0).targetId));
        QVERIFY(!m_books->deletedIds(object).contains(made.at(3).targetId));
    }

    void aPaymentPaysAnInvoiceAndIsTakenBack()
    {
        const QString invoice = m_books->newInvoice(u"AUTHORISED"_s);
        const QString draft = m_books->newInvoice(u"DRAFT"_s);
        const auto row = [&](const QString& key, const QString& document, const char* amount) {
            return rowOf(key, {{u"Invoice"_s, Value(document)},
                               {u"Account"_s, Value(m_books->bankAccount(u"090"_s))},
                               {u"Date"_s, Value(kDay)},
                               {u"Amount"_s, number(amount)},
                               {u"Reference"_s, Value(key)}});
        };
        const auto made =
            m_books->write(u"Payments"_s, {row(u"P-1"_s, invoice, "130.00"), row(u"P-2"_s, invoice, "999"),
                                           row(u"P-3"_s, draft, "10"), row(u"P-4"_s, kNobody, "10")});
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(1).error.code, u"xero.amount-too-large"_s);
        QCOMPARE(made.at(2).error.code, u"xero.not-approved"_s);
        QCOMPARE(made.at(3).state, RowOutcome::State::Rejected);
        QCOMPARE(*m_books->one(u"Invoices"_s, invoice, {u"AmountDue"_s}).value(u"AmountDue").number(),
                 Decimal(200));
        const auto found =
            m_books->bench().run(m_books->connector().find(u"Payments"_s, {u"P-1"_s, u"P-2"_s}, {}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().record.value(u"Invoice").toPlainText(), invoice);

        QCOMPARE(
            m_books->write(u"Payments"_s, {changeOf(made.at(0).targetId)}, Operation::Delete).first().state,
            RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Payments"_s, {changeOf(made.at(0).targetId)}, Operation::Delete, u"k9"_s)
                     .first()
                     .error.code,
                 u"xero.not-editable"_s);
        QCOMPARE(*m_books->one(u"Invoices"_s, invoice, {u"AmountDue"_s}).value(u"AmountDue").number(),
                 Decimal(330));
        QVERIFY(m_books->deletedIds(u"Payments"_s).contains(made.at(0).targetId));
    }

    void aBatchPaymentPaysSeveralInvoices()
    {
        const QString first = m_books->newInvoice(u"AUTHORISED"_s);
        const QString second = m_books->newInvoice(u"AUTHORISED"_s);
        const auto row = [&](const QString& key, const char* amount) {
            return rowOf(key, {{u"Account"_s, Value(m_books->bankAccount(u"090"_s))},
                               {u"Date"_s, Value(kDay)},
                               {u"Reference"_s, Value(key)},
                               {u"Payments"_s,
                                list({{{u"Invoice"_s, Value(first)}, {u"Amount"_s, number("30")}},
                                      {{u"Invoice"_s, Value(second)}, {u"Amount"_s, number(amount)}}})}});
        };
        const auto made = m_books->write(u"BatchPayments"_s, {row(u"B-1"_s, "40"), row(u"B-2"_s, "4000")});
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(0).total->rounded(2).toString(), u"70.00"_s);
        QCOMPARE(made.at(1).error.code, u"xero.amount-too-large"_s);
        QCOMPARE(*m_books->one(u"Invoices"_s, second, {u"AmountPaid"_s}).value(u"AmountPaid").number(),
                 Decimal(40));
        const Record batch = m_books->one(u"BatchPayments"_s, made.at(0).targetId, {u"Payments"_s});
        QCOMPARE(batch.value(u"Payments").list()->size(), 2);
        QCOMPARE(batch.value(u"Payments").list()->first().record()->value(u"Invoice").toPlainText(), first);
        QCOMPARE(m_books->write(u"BatchPayments"_s, {changeOf(made.at(0).targetId)}, Operation::Delete)
                     .first()
                     .state,
                 RowOutcome::State::Written);
        QCOMPARE(*m_books->one(u"Invoices"_s, second, {u"AmountPaid"_s}).value(u"AmountPaid").number(),
                 Decimal(0));
    }

    void aCreditNoteIsAllocatedAndTheAllocationTakenBack()
    {
        const QString contact = m_books->newContact(u"Acme"_s);
        const QString invoice = m_books->newInvoice(u"AUTHORISED"_s, contact);
        const auto note = m_books->write(
            u"CreditNotes"_s, {rowOf(u"C-1"_s, {{u"Reference"_s, Value(u"C-1"_s)},
                                                {u"Contact"_s, Value(contact)},
                                                {u"Date"_s, Value(kDay)},
                                                {u"Status"_s, Value(u"AUTHORISED"_s)},
                                                {u"LineItems"_s, lines(u"200"_s, "50", u"OUTPUT"_s)}})});
        QCOMPARE(note.first().state, RowOutcome::State::Written);
        m_books->allocate(u"CreditNotes"_s, u"CreditNoteID"_s, note.first().targetId, invoice);
        QCOMPARE(m_books->act(u"CreditNotes"_s, u"void"_s, changeOf(note.first().targetId)).state,
                 RowOutcome::State::Written);
    }

    void moneyReceivedInAdvanceBecomesACreditThatIsAllocated_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("id");
        QTest::newRow("prepayment") << u"RECEIVE-PREPAYMENT"_s << u"Prepayments"_s << u"PrepaymentID"_s;
        QTest::newRow("overpayment") << u"RECEIVE-OVERPAYMENT"_s << u"Overpayments"_s << u"OverpaymentID"_s;
    }
    void moneyReceivedInAdvanceBecomesACreditThatIsAllocated()
    {
        QFETCH(QString, type);
        QFETCH(QString, object);
        QFETCH(QString, id);
        const QString contact = m_books->newContact(u"Acme"_s);
        const QString invoice = m_books->newInvoice(u"AUTHORISED"_s, contact);
        const bool over = id == u"OverpaymentID";
        const Value rows =
            over ? list({{{u"Description"_s, Value(u"On account"_s)}, {u"LineAmount"_s, number("100")}}})
                 : lines(u"200"_s, "50", u"OUTPUT"_s);
        Members members{{u"Type"_s, Value(type)},
                        {u"Contact"_s, Value(contact)},
                        {u"BankAccount"_s, Value(m_books->bankAccount(u"090"_s))},
                        {u"Date"_s, Value(kDay)},
                        {u"LineItems"_s, rows}};
        if (over) members.append({u"LineAmountTypes"_s, Value(u"NoTax"_s)});
        const auto money = m_books->write(u"BankTransactions"_s, {rowOf(u"M-1"_s, members)});
        QCOMPARE(money.first().error.text, QString());
        QCOMPARE(money.first().state, RowOutcome::State::Written);
        const QString credit =
            m_books->one(u"BankTransactions"_s, money.first().targetId, {id}).value(id).toPlainText();
        QVERIFY(!credit.isEmpty());
        m_books->allocate(object, id, credit, invoice);
    }

    void manualJournalsMustBalance()
    {
        const auto row = [](const QString& text, const char* credit) {
            return rowOf(
                text, {{u"Narration"_s, Value(text)},
                       {u"Date"_s, Value(kDay)},
                       {u"Status"_s, Value(u"POSTED"_s)},
                       {u"JournalLines"_s,
                        list({{{u"LineAmount"_s, number("100")}, {u"AccountCode"_s, Value(u"429"_s)}},
                              {{u"LineAmount"_s, number(credit)}, {u"AccountCode"_s, Value(u"200"_s)}}})}});
        };
        const auto made =
            m_books->write(u"ManualJournals"_s, {row(u"Right"_s, "-100"), row(u"Wrong"_s, "-90")});
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(1).error.code, u"xero.journal-unbalanced"_s);
        QCOMPARE(made.at(1).error.facts, (QStringList{u"100.00"_s, u"-90.00"_s}));
        const Record journal = m_books->one(u"ManualJournals"_s, made.at(0).targetId, {u"JournalLines"_s});
        QCOMPARE(journal.value(u"JournalLines").list()->size(), 2);
        QCOMPARE(m_books->act(u"ManualJournals"_s, u"void"_s, changeOf(made.at(0).targetId)).state,
                 RowOutcome::State::Written);
    }

    void bankTransfersAreMadeAndTakenBack()
    {
        const auto row = [&](const QString& key, const QString& to) {
            return rowOf(key, {{u"FromBankAccount"_s, Value(m_books->bankAccount(u"090"_s))},
                               {u"ToBankAccount"_s, Value(m_books->bankAccount(to))},
                               {u"Amount"_s, number("12.50")},
                               {u"Date"_s, Value(kDay)},
                               {u"Reference"_s, Value(key)}});
        };
        const auto made =
            m_books->write(u"BankTransfers"_s, {row(u"T-1"_s, u"091"_s), row(u"T-2"_s, u"090"_s)});
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(1).error.code, u"xero.bank-account"_s);
        const auto gone =
            m_books->write(u"BankTransfers"_s, {changeOf(made.at(0).targetId)}, Operation::Delete);
        QCOMPARE(gone.first().state, RowOutcome::State::Written);
        QVERIFY(m_books->deletedIds(u"BankTransfers"_s).contains(made.at(0).targetId));
    }

    void aBillIsPassedOnToACustomer()
    {
        const QString customer = m_books->newContact(u"Acme"_s);
        const QString bill = m_books->newInvoice(u"AUTHORISED"_s, {}, u"ACCPAY"_s);
        const Record record = m_books->one(u"Invoices"_s, bill, {u"LineItems.LineItemID"_s});
        const QString line =
            record.value(u"LineItems").list()->first().record()->value(u"LineItemID").toPlainText();
        const auto row = [&](const QString& source) {
            return rowOf(source, {{u"SourceTransactionID"_s, Value(source)},
                                  {u"SourceLineItemID"_s, Value(line)},
                                  {u"ContactID"_s, Value(customer)}});
        };
        const auto made = m_books->write(u"LinkedTransactions"_s, {row(bill)});
        QCOMPARE(made.first().state, RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"LinkedTransactions"_s, {row(kNobody)}, Operation::Create, u"k2"_s)
                     .first()
                     .error.code,
                 u"xero.record-gone"_s);
        const auto found = m_books->bench().run(
            m_books->connector().find(u"LinkedTransactions"_s, {bill + u'/' + line}, {}));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(m_books->write(u"LinkedTransactions"_s, {changeOf(made.first().targetId)}, Operation::Delete)
                     .first()
                     .state,
                 RowOutcome::State::Written);
    }

    void invoicesAreEmailedVoidedAndDeleted()
    {
        const QString contact = m_books->newContact(u"Acme"_s);
        const QString sent = m_books->newInvoice(u"AUTHORISED"_s, contact);
        const QString draft = m_books->newInvoice(u"DRAFT"_s, contact);
        const auto refused = m_books->bench().run(m_books->connector().send(
            m_books->connector().prepareAction(u"Invoices"_s, u"email"_s, {changeOf(draft)}, u"e1"_s), {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"xero.not-emailable"_s);
        QCOMPARE(refused.error().kind, ErrorKind::RowRejected);
        QCOMPARE(m_books->act(u"Invoices"_s, u"void"_s, changeOf(draft)).error.code, u"xero.not-editable"_s);
        QCOMPARE(m_books->act(u"Invoices"_s, u"void"_s, changeOf(sent)).state, RowOutcome::State::Written);
        QCOMPARE(m_books->write(u"Invoices"_s, {changeOf(draft)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        QCOMPARE(m_books->one(u"Invoices"_s, sent, {u"Status"_s}).value(u"Status").toPlainText(),
                 u"VOIDED"_s);
        QCOMPARE(m_books->one(u"Invoices"_s, draft, {u"Status"_s}).value(u"Status").toPlainText(),
                 u"DELETED"_s);
    }

  private:
    std::unique_ptr<XeroBench> m_books;
};

QTEST_GUILESS_MAIN(TestXeroMoney)
#include "testxeromoney.moc"
