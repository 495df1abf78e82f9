#pragma once

#include "practicebench.h"

#include "sandbox/business/business.h"
#include "sandbox/xero/xerosystem.h"

namespace tieout::support {

using namespace Qt::StringLiterals;
using connectors::Operation;
using connectors::WriteRow;
using model::Record;
using model::RowOutcome;
using model::Value;

inline Value list(const QList<Members>& records)
{
    model::ValueList values;
    for (const Members& members : records)
        values.append(Value(recordOf(members)));
    return Value(values);
}

inline Value lines(const QString& account, const char* amount, const QString& tax)
{
    return list({{{u"Description"_s, Value(u"Widget"_s)},
                  {u"Quantity"_s, number("2")},
                  {u"UnitAmount"_s, number(amount)},
                  {u"AccountCode"_s, Value(account)},
                  {u"TaxType"_s, Value(tax)}}});
}

inline const QDate kDay(2026, 11, 10);
inline const QString kNobody = u"00000000-1111-2222-3333-444444444444"_s;

/// Reads and writes the objects of the practice Xero through the manifest, in memory.
class XeroBench final
{
  public:
    XeroBench()
    {
        m_clock = std::make_unique<ManualClock>();
        m_time = std::make_unique<SharedTime>(*m_clock);
        m_random = std::make_unique<SeededRandom>(5);
        m_xero = std::make_unique<sandbox::XeroSystem>(*m_time, *m_random);
        m_xero->setLimitsEnabled(false);
        enter(u"AU"_s);
    }

    [[nodiscard]] PracticeBench& bench() { return *m_bench; }
    [[nodiscard]] connectors::RestConnector& connector() { return *m_connector; }
    [[nodiscard]] ManualClock& clock() { return *m_clock; }
    [[nodiscard]] sandbox::System& xero() { return *m_xero; }

    /// Signs in to the organisation of a region.
    void enter(const QString& region)
    {
        m_connector.reset();
        m_accounts.clear();
        if (region == u"UK") m_xero->addPastBusiness(sandbox::business::Business(3));
        m_bench = std::make_unique<PracticeBench>(u"xero"_s, *m_xero, *m_clock);
        const auto tenants = m_xero->tenants();
        const auto tenant = std::find_if(tenants.begin(), tenants.end(), [&](const auto& known) {
            return known.name.contains(u'(' + region + u')');
        });
        const QString id = tenant == tenants.end() ? tenants.first().id : tenant->id;
        m_bench->signIn("&organisation=" + id.toLatin1());
        m_bench->connection().tenantId = id;
        m_connector = m_bench->connect();
    }

    QList<RowOutcome> sent(const connectors::PreparedWrite& prepared)
    {
        return m_bench->send(*m_connector, prepared);
    }
    QList<RowOutcome> write(const QString& object, const QList<WriteRow>& rows,
                            Operation operation = Operation::Create, const QString& key = {})
    {
        const QString own = key.isEmpty() ? u"key %1"_s.arg(++m_keys) : key;
        return sent(m_connector->prepare(object, operation, rows, own));
    }
    RowOutcome act(const QString& object, const QString& action, const WriteRow& row)
    {
        return sent(m_connector->prepareAction(object, action, {row}, u"act %1"_s.arg(++m_keys))).first();
    }

    QList<Record> read(const QString& object, const QStringList& paths)
    {
        return m_bench->readAll(*m_connector, {object, paths, {}, {}, {}, 0});
    }
    /// One record by its id; null when it is gone.
    Record one(const QString& object, const QString& id, const QStringList& paths = {})
    {
        const QStringList wanted = paths.isEmpty() ? m_connector->targetPaths(object) : paths;
        const auto records = m_bench->readAll(*m_connector, {object, wanted, {}, {}, {id}, 0});
        return records.isEmpty() ? Record() : records.first();
    }
    QStringList deletedIds(const QString& object)
    {
        const auto stream = m_connector->read({object, {}, {}, {}, {}, 0});
        QStringList ids;
        for (;;) {
            const auto page = m_bench->run(stream->next({}));
            if (!page || !*page) return ids;
            ids += (*page)->deletedIds;
        }
    }

    QString newContact(const QString& name)
    {
        return m_xero->seedContact(m_bench->connection().tenantId, name + u" %1"_s.arg(++m_keys));
    }
    QString newInvoice(const QString& status, QString contact = {}, const QString& type = u"ACCREC"_s)
    {
        if (contact.isEmpty()) contact = newContact(u"Buyer"_s);
        const bool bill = type == u"ACCPAY";
        const QString key = u"I-%1"_s.arg(++m_keys);
        Members members{
            {u"Type"_s, Value(type)},
            {u"Contact"_s, Value(contact)},
            {u"Date"_s, Value(kDay)},
            {u"DueDate"_s, Value(kDay.addDays(30))},
            {u"Status"_s, Value(status)},
            {u"LineItems"_s, lines(bill ? u"310"_s : u"200"_s, "150.00", bill ? u"INPUT"_s : u"OUTPUT"_s)}};
        members.append({bill ? u"InvoiceNumber"_s : u"Reference"_s, Value(key)});
        return write(u"Invoices"_s, {rowOf(key, members)}).first().targetId;
    }
    /// A record of an object, made when the practice company has none.
    QString firstOf(const QString& object, const QString& contact)
    {
        const QString idField = m_bench->manifest().object(object)->identity.remoteId;
        if (object == u"Invoices") return newInvoice(u"DRAFT"_s, contact);
        const auto known = read(object, {idField});
        if (!known.isEmpty()) return known.first().value(idField).toPlainText();
        Members members{{u"Contact"_s, Value(contact)},
                        {u"Date"_s, Value(kDay)},
                        {u"LineItems"_s, lines(u"429"_s, "10", u"INPUT"_s)}};
        if (object == u"Payments")
            members = {{u"Invoice"_s, Value(newInvoice(u"AUTHORISED"_s, contact))},
                       {u"Account"_s, Value(bankAccount(u"090"_s))},
                       {u"Date"_s, Value(kDay)},
                       {u"Amount"_s, number("10")}};
        if (object == u"ManualJournals")
            members = {{u"Narration"_s, Value(u"Month end"_s)},
                       {u"JournalLines"_s,
                        list({{{u"LineAmount"_s, number("5")}, {u"AccountCode"_s, Value(u"429"_s)}},
                              {{u"LineAmount"_s, number("-5")}, {u"AccountCode"_s, Value(u"200"_s)}}})}};
        if (object == u"CreditNotes") members.append({u"Type"_s, Value(u"ACCPAYCREDIT"_s)});
        if (object == u"Quotes") members[2].second = lines(u"200"_s, "10", u"OUTPUT"_s);
        if (object == u"BankTransactions") {
            members.append({u"Type"_s, Value(u"SPEND"_s)});
            members.append({u"BankAccount"_s, Value(bankAccount(u"090"_s))});
        }
        return write(object, {rowOf(u"first"_s, members)}).first().targetId;
    }
    QString bankAccount(const QString& code)
    {
        if (m_accounts.isEmpty()) {
            for (const Record& account : read(u"Accounts"_s, {u"Code"_s}))
                m_accounts.insert(account.value(u"Code").toPlainText(),
                                  account.value(u"AccountID").toPlainText());
        }
        return m_accounts.value(code);
    }
    /// Allocates, is refused, finds, reads and takes back.
    void allocate(const QString& object, const QString& id, const QString& credit, const QString& invoice)
    {
        const QString allocations = object.chopped(1) + u"Allocations"_s;
        const auto row = [&](const char* amount) {
            return rowOf(credit + u'/' + invoice, {{id, Value(credit)},
                                                   {u"Invoice"_s, Value(invoice)},
                                                   {u"Amount"_s, number(amount)},
                                                   {u"Date"_s, Value(kDay)}});
        };
        QCOMPARE(write(allocations, {row("100000")}).first().error.code, u"xero.amount-too-large"_s);
        m_clock->advance(std::chrono::seconds{2});
        const auto made = write(allocations, {row("60.00")});
        QCOMPARE(made.first().error.text, QString());
        QCOMPARE(made.first().state, RowOutcome::State::Written);
        QCOMPARE(*one(u"Invoices"_s, invoice, {u"AmountCredited"_s}).value(u"AmountCredited").number(),
                 Decimal(60));
        const auto found = m_bench->run(m_connector->find(allocations, {credit + u'/' + invoice}, {}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().code + found.error().facts.join(u' ')));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, made.first().targetId);
        const WriteRow back = changeOf(made.first().targetId, {{id, Value(credit)}});
        QCOMPARE(write(allocations, {back}, Operation::Delete).first().state, RowOutcome::State::Written);
        QCOMPARE(*one(u"Invoices"_s, invoice, {u"AmountCredited"_s}).value(u"AmountCredited").number(),
                 Decimal(0));
    }

  private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SharedTime> m_time;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<sandbox::XeroSystem> m_xero;
    std::unique_ptr<PracticeBench> m_bench;
    std::unique_ptr<connectors::RestConnector> m_connector;
    QHash<QString, QString> m_accounts;
    int m_keys = 0;
};

} // namespace tieout::support
