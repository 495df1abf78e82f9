#include "sandbox/xero/organisation/pastbusiness.h"

#include "sandbox/business/words.h"
#include "sandbox/xero/access/accountingapi.h"
#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/documents/repeatingrounds.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qint64 kCustomers = 24;
constexpr int kSalesEach = 4;
constexpr int kBills = 12;
constexpr quint64 kSalt = 0x1ed6e7ULL;

Json byName(const QString& name)
{
    return Json::object({{u"Name"_s, name}});
}

Json account(const QString& code)
{
    return Json::object({{u"Code"_s, code}});
}

Json firstOf(const Json& answer, QStringView array)
{
    return answer[array].at(0);
}

} // namespace

PastBusiness::PastBusiness(const business::Business& business, Tenant& tenant, GuidSource& guids, Instant now)
    : m_business(business)
    , m_tenant(tenant)
    , m_guids(guids)
    , m_now(now)
    , m_today(tenant.organisation.today(now))
    , m_random(business.seed() ^ kSalt ^ quint64(tenant.organisation.baseCurrency.front().unicode()))
{
}

void PastBusiness::fill()
{
    const int before = m_tenant.invoices.size();
    QString last;
    for (qint64 number = 1; number <= kCustomers; ++number) {
        const QString contact = enterCustomer(number);
        if (contact.isEmpty()) continue;
        last = contact;
        for (int index = 0; index < kSalesEach; ++index)
            enterSale(number, contact, index);
    }
    enterBills();
    if (!last.isEmpty()) {
        enterDeposit(last);
        enterPaperwork(last);
        enterRepeating(last);
        makeDueInvoices(m_tenant, m_guids, m_now);
        enterReceipts();
    }
    for (int position = before; position < m_tenant.invoices.size(); ++position) {
        Invoice invoice = m_tenant.invoices.at(position);
        invoice.madeByApp = false;
        m_tenant.invoices.replace(position, std::move(invoice));
    }
}

Json PastBusiness::send(const QByteArray& method, const QString& path, const Json& body, Date day)
{
    Request request;
    request.method = method;
    request.path = path.toUtf8();
    request.body = body.toBytes();
    const Instant at = std::min(m_now, instantFromMs(day.startOfDay(Qt::UTC).toMSecsSinceEpoch()));
    const Response response = answerAccounting({request, path.split(u'/'), m_tenant, m_guids, at});
    return response.status == 200 ? Json::parse(response.body).value_or(Json()) : Json();
}

QString PastBusiness::currencyOf(const business::Customer& customer) const
{
    const bool known = m_tenant.chart.currency(customer.currency) >= 0;
    return known ? customer.currency : m_tenant.organisation.baseCurrency;
}

QString PastBusiness::enterCustomer(qint64 number)
{
    const business::Customer customer = m_business.customer(number);
    const business::Person person = m_business.person(customer, business::Business::Contact::First);
    const QString name = ContactBook::storedName(m_business.nameIn(business::Book::Ledger, customer));
    Json contact = Json::object({{u"Name"_s, name},
                                 {u"FirstName"_s, person.first},
                                 {u"LastName"_s, person.last},
                                 {u"EmailAddress"_s, person.email}});
    const Date day = m_today.addDays(-380);
    if (send("POST", u"Contacts"_s, contact, day).isNull()) {
        contact.remove(u"EmailAddress"); // one in twelve is written badly
        if (send("POST", u"Contacts"_s, contact, day).isNull()) return {};
    }
    if (m_business.isTwiceIn(business::Book::Ledger, customer))
        (void)send("POST", u"Contacts"_s, byName(m_business.commonName(customer) + u" (old)"_s), day);
    return name;
}

Json PastBusiness::lineOf(int product, qint64 quantity, const business::Customer& customer) const
{
    const business::Product& sold = business::kProducts[size_t(product)];
    const qint64 cents = business::Business::listCents(sold, customer);
    return Json::object(
        {{u"Description"_s, business::text(sold.name)},
         {u"Quantity"_s, Json(quantity)},
         {u"UnitAmount"_s, Json(Decimal::fromScaled(cents, 2))},
         {u"AccountCode"_s, u"200"_s},
         {u"Tracking"_s,
          Json::array({Json::object({{u"Name"_s, u"Region"_s}, {u"Option"_s, u"North"_s}})})}});
}

void PastBusiness::enterSale(qint64 number, const QString& contact, int index)
{
    const business::Customer customer = m_business.customer(number);
    const Date day = m_today.addDays(-30 - 90 * index - qint64(m_random.below(60)));
    const Date due = day.addDays(14 + qint64(m_random.below(3)) * 8);
    Json lines = Json::array();
    for (quint64 line = 0; line <= m_random.below(3); ++line)
        lines.append(
            lineOf(int(m_random.below(business::kProducts.size())), 1 + qint64(m_random.below(9)), customer));
    const quint64 dice = m_random.below(20);
    const QString status = dice == 0 ? u"DRAFT"_s : (dice == 1 ? u"SUBMITTED"_s : u"AUTHORISED"_s);
    const Json body = Json::object({{u"Type"_s, u"ACCREC"_s},
                                    {u"Contact"_s, byName(contact)},
                                    {u"Date"_s, formatDate(day)},
                                    {u"DueDate"_s, formatDate(due)},
                                    {u"CurrencyCode"_s, currencyOf(customer)},
                                    {u"Status"_s, status},
                                    {u"LineItems"_s, lines}});
    const Json invoice = firstOf(send("PUT", u"Invoices"_s, body, day), u"Invoices");
    if (status == "AUTHORISED"_L1 && !invoice.isNull()) settle(invoice, contact, due);
}

// Most pay in time, some late or in part, a few not at all; now and then something is credited or was wrong.
void PastBusiness::settle(const Json& invoice, const QString& contact, Date due)
{
    const Decimal total = invoice[u"Total"].toDecimal();
    const Date day = std::min(m_today, due.addDays(qint64(m_random.below(25)) - 10));
    switch (m_random.below(10)) {
    case 0:
        return; // overdue
    case 1:
        pay(invoice, total.dividedBy(Decimal(3)).value_or(total).rounded(2), day);
        return;
    case 2:
        credit(invoice, contact, day);
        return;
    case 3:
        if (m_random.below(3) == 0) {
            (void)send("POST", u"Invoices/"_s + invoice[u"InvoiceID"].toText(),
                       Json::object({{u"Status"_s, u"VOIDED"_s}}), day);
            return;
        }
        break;
    default:
        break;
    }
    pay(invoice, total, day);
}

void PastBusiness::pay(const Json& invoice, const Decimal& amount, Date day)
{
    (void)send("PUT", u"Payments"_s,
               Json::object({{u"Invoice"_s, Json::object({{u"InvoiceID"_s, invoice[u"InvoiceID"]}})},
                             {u"Account"_s, account(u"090"_s)},
                             {u"Date"_s, formatDate(day)},
                             {u"Amount"_s, Json(amount)},
                             {u"Reference"_s, invoice[u"InvoiceNumber"]}}),
               day);
}

void PastBusiness::credit(const Json& invoice, const QString& contact, Date day)
{
    const Json line = Json::object({{u"Description"_s, u"Returned goods"_s},
                                    {u"Quantity"_s, Json(1)},
                                    {u"UnitAmount"_s, Json(Decimal::fromScaled(2'500, 2))},
                                    {u"AccountCode"_s, u"200"_s}});
    const Json body = Json::object({{u"Type"_s, u"ACCRECCREDIT"_s},
                                    {u"Contact"_s, byName(contact)},
                                    {u"Date"_s, formatDate(day)},
                                    {u"CurrencyCode"_s, invoice[u"CurrencyCode"]},
                                    {u"Status"_s, u"AUTHORISED"_s},
                                    {u"LineItems"_s, Json::array({line})}});
    const Json note = firstOf(send("PUT", u"CreditNotes"_s, body, day), u"CreditNotes");
    if (note.isNull()) return;
    const Decimal amount = std::min(note[u"Total"].toDecimal(), invoice[u"AmountDue"].toDecimal());
    (void)send("PUT", u"CreditNotes/%1/Allocations"_s.arg(note[u"CreditNoteID"].toText()),
               Json::object({{u"Amount"_s, Json(amount)},
                             {u"Date"_s, formatDate(day)},
                             {u"Invoice"_s, Json::object({{u"InvoiceID"_s, invoice[u"InvoiceID"]}})}}),
               day);
}

void PastBusiness::enterBills()
{
    static constexpr std::pair<QStringView, QStringView> kSuppliers[] = {{u"Net Connect", u"453"},
                                                                         {u"PowerDirect", u"429"},
                                                                         {u"Swanston Security", u"429"},
                                                                         {u"Truxton Property", u"493"}};
    for (int index = 0; index < kBills; ++index) {
        const auto& [supplier, code] = kSuppliers[size_t(index) % std::size(kSuppliers)];
        const Date day = m_today.addDays(-25 - 28 * index);
        const Json line = Json::object(
            {{u"Description"_s, u"Monthly charge"_s},
             {u"Quantity"_s, Json(1)},
             {u"UnitAmount"_s, Json(Decimal::fromScaled(4'500 + qint64(m_random.below(30'000)), 2))},
             {u"AccountCode"_s, code.toString()}});
        const Json body = Json::object({{u"Type"_s, u"ACCPAY"_s},
                                        {u"InvoiceNumber"_s, u"R-%1"_s.arg(1'000 + index / 2)},
                                        {u"Contact"_s, byName(supplier.toString())},
                                        {u"Date"_s, formatDate(day)},
                                        {u"DueDate"_s, formatDate(day.addDays(20))},
                                        {u"Status"_s, u"AUTHORISED"_s},
                                        {u"LineItems"_s, Json::array({line})}});
        const Json bill = firstOf(send("PUT", u"Invoices"_s, body, day), u"Invoices");
        if (!bill.isNull() && index > 1) pay(bill, bill[u"Total"].toDecimal(), day.addDays(18));
    }
}

// A deposit that is used in part, and a customer who paid too much.
void PastBusiness::enterDeposit(const QString& contact)
{
    const Date day = m_today.addDays(-40);
    for (const QString& type : {u"RECEIVE-PREPAYMENT"_s, u"RECEIVE-OVERPAYMENT"_s}) {
        const Json line = Json::object({{u"Description"_s, u"Deposit"_s},
                                        {u"Quantity"_s, Json(1)},
                                        {u"UnitAmount"_s, Json(Decimal::fromScaled(33'000, 2))},
                                        {u"AccountCode"_s, u"200"_s}});
        (void)send("PUT", u"BankTransactions"_s,
                   Json::object({{u"Type"_s, type},
                                 {u"Contact"_s, byName(contact)},
                                 {u"BankAccount"_s, account(u"090"_s)},
                                 {u"Date"_s, formatDate(day)},
                                 {u"LineItems"_s, Json::array({line})}}),
                   day);
    }
}

void PastBusiness::enterPaperwork(const QString& contact)
{
    const Date day = m_today.addDays(-15);
    const QString written = formatDate(day);
    const Json line = Json::object({{u"Description"_s, u"Sign boards"_s},
                                    {u"Quantity"_s, Json(4)},
                                    {u"UnitAmount"_s, Json(Decimal::fromScaled(8'900, 2))},
                                    {u"AccountCode"_s, u"200"_s}});
    const Json lines = Json::array({line});
    (void)send("PUT", u"Quotes"_s,
               Json::object({{u"Contact"_s, byName(contact)},
                             {u"Date"_s, written},
                             {u"Status"_s, u"SENT"_s},
                             {u"LineItems"_s, lines}}),
               day);
    (void)send("PUT", u"PurchaseOrders"_s,
               Json::object(
                   {{u"Contact"_s, byName(u"Net Connect"_s)}, {u"Date"_s, written}, {u"LineItems"_s, lines}}),
               day);
    const Json fee = Json::object({{u"Description"_s, u"Monthly fee"_s},
                                   {u"Quantity"_s, Json(1)},
                                   {u"UnitAmount"_s, Json(15)},
                                   {u"AccountCode"_s, u"404"_s}});
    (void)send("PUT", u"BankTransactions"_s,
               Json::object({{u"Type"_s, u"SPEND"_s},
                             {u"Contact"_s, byName(u"Ridgeway Bank"_s)},
                             {u"BankAccount"_s, account(u"090"_s)},
                             {u"Date"_s, written},
                             {u"LineItems"_s, Json::array({fee})}}),
               day);
    const auto journalLine = [](qint64 amount, const QString& code) {
        return Json::object({{u"LineAmount"_s, Json(amount)}, {u"AccountCode"_s, code}});
    };
    (void)send("PUT", u"ManualJournals"_s,
               Json::object({{u"Narration"_s, u"Accrued advertising"_s},
                             {u"Date"_s, written},
                             {u"Status"_s, u"POSTED"_s},
                             {u"JournalLines"_s,
                              Json::array({journalLine(250, u"400"_s), journalLine(-250, u"825"_s)})}}),
               day);
}

void PastBusiness::enterRepeating(const QString& contact)
{
    const Date day = m_today.addDays(-50);
    const Json line = Json::object({{u"Description"_s, u"Monthly care of signs"_s},
                                    {u"Quantity"_s, Json(1)},
                                    {u"UnitAmount"_s, Json(Decimal::fromScaled(24'000, 2))},
                                    {u"AccountCode"_s, u"200"_s}});
    const Json schedule = Json::object({{u"Period"_s, Json(1)},
                                        {u"Unit"_s, u"MONTHLY"_s},
                                        {u"DueDate"_s, Json(20)},
                                        {u"DueDateType"_s, u"OFFOLLOWINGMONTH"_s},
                                        {u"StartDate"_s, formatDate(day)}});
    (void)send("PUT", u"RepeatingInvoices"_s,
               Json::object({{u"Type"_s, u"ACCREC"_s},
                             {u"Contact"_s, byName(contact)},
                             {u"Status"_s, u"AUTHORISED"_s},
                             {u"Reference"_s, u"Care contract"_s},
                             {u"Schedule"_s, schedule},
                             {u"LineItems"_s, Json::array({line})}}),
               day);
}

// Receipts of the salesman: a claim that was approved, one that waits, and a receipt that nobody claimed yet.
void PastBusiness::enterReceipts()
{
    const Json user =
        Json::object({{u"UserID"_s, guidText(seededId(m_tenant.organisation, u"user", u"sales"))}});
    const Date day = m_today.addDays(-12);
    Json receipts = Json::array();
    for (const qint64 cents : {4'650, 12'890, 1'575}) {
        const Json line = Json::object({{u"Description"_s, u"Travel to a customer"_s},
                                        {u"Quantity"_s, Json(1)},
                                        {u"UnitAmount"_s, Json(Decimal::fromScaled(cents, 2))},
                                        {u"AccountCode"_s, u"493"_s}});
        const Json receipt = firstOf(send("PUT", u"Receipts"_s,
                                          Json::object({{u"Contact"_s, byName(u"City Taxis"_s)},
                                                        {u"User"_s, user},
                                                        {u"Date"_s, formatDate(day)},
                                                        {u"LineItems"_s, Json::array({line})}}),
                                          day),
                                     u"Receipts");
        receipts.append(Json::object({{u"ReceiptID"_s, receipt[u"ReceiptID"]}}));
    }
    const auto claim = [&](qsizetype place) {
        return firstOf(
            send("PUT", u"ExpenseClaims"_s,
                 Json::object({{u"User"_s, user}, {u"Receipts"_s, Json::array({receipts.at(place)})}}),
                 m_today.addDays(-8)),
            u"ExpenseClaims");
    };
    (void)send("POST", u"ExpenseClaims/"_s + claim(0)[u"ExpenseClaimID"].toText(),
               Json::object({{u"Status"_s, u"AUTHORISED"_s}}), m_today.addDays(-8));
    (void)claim(1);
}

} // namespace tieout::sandbox::xero
