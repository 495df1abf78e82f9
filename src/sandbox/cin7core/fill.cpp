#include "sandbox/cin7core/fill.h"

#include "sandbox/business/words.h"
#include "sandbox/cin7/trade.h"
#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealdesk.h"
#include "sandbox/cin7core/recorddesk.h"
#include "sandbox/cin7core/stocklevels.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

namespace {

using business::Business;
using business::Customer;
using cin7::Progress;
using cin7::TradeDeal;

/// Makes up one account's books through the same desks that calls go through. Lives for the filling.
class Filler final
{
  public:
    Filler(const Business& business, qint64 customers, Instant now)
        : m_trade(business, customers)
        , m_now(std::chrono::floor<std::chrono::seconds>(now))
        , m_random(business::customerSeed(business.seed(), customers) ^ 0xdea2)
    {
        m_modes.movesStock = false; // the counts are given
    }

    [[nodiscard]] Books take()
    {
        addCompany();
        addLists();
        addPartners();
        addProducts();
        for (qint64 number = 0; number < m_trade.saleCount(); ++number)
            addSale(m_trade.sale(number));
        for (qint64 number = 0; number < m_trade.purchaseCount(); ++number)
            addPurchase(m_trade.purchase(number));
        addLedger();
        for (const Kind kind : {Kind::Sale, Kind::Purchase}) {
            for (const cin7::Shelf::Entry& entry : m_books.shelf(kind).entries())
                expectStock(m_books, kind, entry.row);
        }
        // Nothing before last year's end may change from here on.
        m_books.company.set(u"LockDate"_s, Json(formatDate(utcDate(m_now).addDays(-400)) + u"T00:00:00"_s));
        m_books.events = Json::array();
        return std::move(m_books);
    }

  private:
    /// Some customers were entered twice.
    enum class Copy : quint8 { First, Second };

    [[nodiscard]] Instant daysAgo(qint64 days) const
    {
        return m_now - std::chrono::hours(24 * std::max<qint64>(0, days));
    }
    [[nodiscard]] QString dayAgo(qint64 days) const { return stampOf(daysAgo(days)); }
    /// The answer to a POST; null when the books refuse it.
    Json post(const QString& path, const Json& body, Instant at);
    Json record(Kind kind, const Json& body, Instant at);

    void addCompany();
    void addAccounts(Instant at);
    void addLists();
    void addPartners();
    void addCustomer(const Customer& customer, Copy copy);
    void addProducts();
    void addSale(const TradeDeal& deal);
    void addInvoice(const TradeDeal& deal, const Json& done);
    void addPurchase(const TradeDeal& deal);
    void addLedger();
    [[nodiscard]] Json lines(Kind kind, const TradeDeal& deal, QStringView currency) const;

    cin7::Trade m_trade;
    Instant m_now;
    SeededRandom m_random;
    Modes m_modes;
    Books m_books;
    QHash<qint64, QString> m_customers;
    QStringList m_suppliers;
};

Json Filler::post(const QString& path, const Json& body, Instant at)
{
    Request request;
    request.method = "POST";
    Call call{request, path, body, m_books, m_modes, at};
    const auto reply = DealDesk(call).answer();
    return reply && reply->status == 200 ? Json::parse(reply->body).value_or(Json()) : Json();
}

Json Filler::record(Kind kind, const Json& body, Instant at)
{
    Request request;
    request.method = "POST";
    Call call{request, factsOf(kind).path, body, m_books, m_modes, at};
    const Response reply = answerRecords(call, kind);
    if (reply.status != 200) return {};
    const Json answer = Json::parse(reply.body).value_or(Json());
    return factsOf(kind).wrapsWrites ? answer[factsOf(kind).list].at(0) : answer;
}

void Filler::addCompany()
{
    m_books.company = Json::object({{u"Company"_s, Json(u"Tieout Practice Company"_s)},
                                    {u"Currency"_s, Json(u"AUD"_s)},
                                    {u"TimeZone"_s, Json(u"AUS Eastern Standard Time"_s)},
                                    {u"LockDate"_s, Json()},
                                    {u"OpeningBalanceDate"_s, Json()},
                                    {u"DefaultSaleTaxRuleId"_s, Json()},
                                    {u"DefaultSaleTaxRuleName"_s, Json(u"GST on Income"_s)},
                                    {u"TaxCalculationMethod"_s, Json(u"Line"_s)},
                                    {u"RoundingTable"_s, Json::array()},
                                    {u"MaximumDecimalPlacesInQuantity"_s, Json(4)},
                                    {u"DefaultWeightUnits"_s, Json(u"kg"_s)},
                                    {u"DefaultDimensionsUnits"_s, Json(u"cm"_s)},
                                    {u"DiscountRule"_s, Json(u"Do not apply"_s)},
                                    {u"AutomaticallyApplyDiscounts"_s, Json(false)},
                                    {u"ApplyCustomerDiscountsAfterOtherDiscounts"_s, Json(false)}});
}

void Filler::addAccounts(Instant at)
{
    struct AccountRow {
        const char16_t* code;
        const char16_t* name;
        const char16_t* type;
        const char16_t* system;
        bool pays;
    };
    static constexpr AccountRow kAccounts[] = {
        {u"090", u"Business bank account", u"BANK", u"", true},
        {u"200", u"Sales", u"REVENUE", u"", false},
        {u"310", u"Cost of goods sold", u"DIRECTCOSTS", u"", false},
        {u"610", u"Accounts receivable", u"CURRENT", u"DEBTORS", false},
        {u"630", u"Inventory", u"CURRENT", u"", false},
        {u"800", u"Accounts payable", u"CURRLIAB", u"CREDITORS", false},
        {u"820", u"GST", u"CURRLIAB", u"GST", false}};
    for (const AccountRow& account : kAccounts) {
        record(Kind::Account,
               Json::object({{u"Code"_s, Json(business::text(account.code))},
                             {u"Name"_s, Json(business::text(account.name))},
                             {u"Type"_s, Json(business::text(account.type))},
                             {u"Class"_s,
                              Json(business::text(account.type) == u"REVENUE" ? u"REVENUE"_s : u"ASSET"_s)},
                             {u"Status"_s, Json(u"ACTIVE"_s)},
                             {u"ForPayments"_s, Json(account.pays)}}),
               at);
        m_books.shelf(Kind::Account)
            .set(business::text(account.code), u"SystemAccount"_s, Json(business::text(account.system)));
    }
}

void Filler::addLists()
{
    const Instant at = daysAgo(600);
    addAccounts(at);
    for (const auto& [name, percent] :
         {std::pair(u"GST on Income"_s, 10), std::pair(u"GST Free Income"_s, 0),
          std::pair(u"GST on Expenses"_s, 10), std::pair(u"BAS Excluded"_s, 0)}) {
        record(Kind::Tax,
               Json::object({{u"Name"_s, Json(name)},
                             {u"Account"_s, Json(u"820"_s)},
                             {u"TaxPercent"_s, Json(percent)},
                             {u"TaxInclusive"_s, Json(false)},
                             {u"IsTaxForSale"_s, Json(!name.endsWith(u"Expenses"))},
                             {u"IsTaxForPurchase"_s, Json(!name.endsWith(u"Income"))}}),
               at);
    }
    for (const QString& name : {u"Main Warehouse"_s, u"Shop and counter"_s})
        record(Kind::Location, Json::object({{u"Name"_s, Json(name)}, {u"IsDeprecated"_s, Json(false)}}), at);
    for (const int days : {7, 14, 30, 60}) {
        record(Kind::PaymentTerm,
               Json::object({{u"Name"_s, Json(u"%1 days"_s.arg(days))},
                             {u"Duration"_s, Json(days)},
                             {u"Method"_s, Json(u"number of days"_s)}}),
               at);
    }
    for (const business::Product& product : business::kProducts) {
        record(Kind::Category, Json::object({{u"Name"_s, Json(business::text(product.category))}}), at);
        record(Kind::Unit, Json::object({{u"Name"_s, Json(business::text(product.unit))}}), at);
    }
    record(Kind::Brand, Json::object({{u"Name"_s, Json(u"Own make"_s)}}), at);
    record(Kind::Carrier, Json::object({{u"Description"_s, Json(u"Night courier"_s)}}), at);
}

void Filler::addPartners()
{
    for (const cin7::Supplier& supplier : cin7::suppliers()) {
        const Json contact = Json::object(
            {{u"Name"_s, Json(business::text(supplier.firstName) + u' ' + business::text(supplier.lastName))},
             {u"Email"_s, Json(business::text(supplier.email))},
             {u"Default"_s, Json(true)}});
        const Json row = record(Kind::Supplier,
                                Json::object({{u"Name"_s, Json(business::text(supplier.name))},
                                              {u"Status"_s, Json(u"Active"_s)},
                                              {u"Currency"_s, Json(business::text(supplier.currency))},
                                              {u"PaymentTerm"_s, Json(u"30 days"_s)},
                                              {u"AccountPayable"_s, Json(u"800"_s)},
                                              {u"TaxRule"_s, Json(u"GST on Expenses"_s)},
                                              {u"Contacts"_s, Json::array({contact})}}),
                                daysAgo(450));
        m_suppliers.append(row[u"ID"].toText());
    }
    for (qint64 number = 0; number < m_trade.customers(); ++number) {
        const Customer customer = m_trade.business().customer(number);
        addCustomer(customer, Copy::First);
        if (m_trade.business().isTwiceIn(business::Book::Stock, customer))
            addCustomer(customer, Copy::Second);
    }
}

void Filler::addCustomer(const Customer& customer, Copy copy)
{
    const bool again = copy == Copy::Second;
    const Business& business = m_trade.business();
    const business::Person person =
        business.person(customer, again ? Business::Contact::Second : Business::Contact::First);
    const business::Premises premises = business.premises(customer);
    const Json contact = Json::object({{u"Name"_s, Json(person.first + u' ' + person.last)},
                                       {u"Email"_s, Json(person.email.trimmed())},
                                       {u"Phone"_s, Json(premises.phone)},
                                       {u"Default"_s, Json(true)}});
    const Json address = Json::object(
        {{u"Type"_s, Json(u"Billing"_s)},
         {u"Line1"_s, Json(premises.street)},
         {u"City"_s, Json(premises.city)},
         {u"Postcode"_s, Json(premises.postal)},
         {u"Country"_s, Json(business::text(business::kCountries[size_t(customer.country)].name))},
         {u"DefaultForType"_s, Json(true)}});
    QString name = business.nameIn(business::Book::Stock, customer).left(255);
    if (again) name += u" (old)"_s;
    const Json row =
        record(Kind::Customer,
               Json::object({{u"Name"_s, Json(name)},
                             {u"Status"_s, Json(again ? u"Deprecated"_s : u"Active"_s)},
                             {u"Currency"_s, Json(customer.currency)},
                             {u"PaymentTerm"_s, Json(u"%1 days"_s.arg(premises.termsDays.value_or(30)))},
                             {u"AccountReceivable"_s, Json(u"610"_s)},
                             {u"RevenueAccount"_s, Json(u"200"_s)},
                             {u"TaxRule"_s,
                              Json(customer.currency == u"AUD" ? u"GST on Income"_s : u"GST Free Income"_s)},
                             {u"TaxNumber"_s, Json(business.taxNumber(customer))},
                             {u"PriceTier"_s, Json(u"Tier 1"_s)},
                             {u"Addresses"_s, Json::array({address})},
                             {u"Contacts"_s, Json::array({contact})}}),
               daysAgo(qint64(20 + m_random.below(400))));
    if (!again) m_customers.insert(customer.number, row[u"ID"].toText());
}

void Filler::addProducts()
{
    for (int place = 0; place < int(business::kProducts.size()); ++place) {
        const business::Product& product = business::kProducts[size_t(place)];
        const Json row =
            record(Kind::Product,
                   Json::object(
                       {{u"SKU"_s, Json(business::text(product.code))},
                        {u"Name"_s, Json(business::text(product.name))},
                        {u"Category"_s, Json(business::text(product.category))},
                        {u"Brand"_s, Json(u"Own make"_s)},
                        {u"Type"_s, Json(product.stocked ? u"Stock"_s : u"Service"_s)},
                        {u"CostingMethod"_s, Json(u"FIFO"_s)},
                        {u"UOM"_s, Json(business::text(product.unit))},
                        {u"Status"_s, Json(u"Active"_s)},
                        {u"PriceTier1"_s, Json(cin7::listPriceOf(place))},
                        {u"SaleTaxRule"_s, Json(product.taxable ? u"GST on Income"_s : u"GST Free Income"_s)},
                        {u"RevenueAccount"_s, Json(u"200"_s)}}),
                   daysAgo(470 - place * 9));
        if (!product.stocked) continue;
        for (const cin7::Shelf::Entry& location : m_books.shelf(Kind::Location).entries()) {
            const auto onHand = qint64(m_random.below(400));
            m_books.put(
                Kind::Availability, row[u"SKU"].toText() + u'/' + location.row[u"Name"].toText(),
                Json::object({{u"ID"_s, row[u"ID"]},
                              {u"SKU"_s, row[u"SKU"]},
                              {u"Name"_s, row[u"Name"]},
                              {u"Barcode"_s, Json()},
                              {u"Location"_s, location.row[u"Name"]},
                              {u"Bin"_s, Json()},
                              {u"Batch"_s, Json()},
                              {u"ExpiryDate"_s, Json()},
                              {u"Category"_s, row[u"Category"]},
                              {u"OnHand"_s, Json(onHand)},
                              {u"Allocated"_s, Json(0)},
                              {u"Available"_s, Json(onHand)},
                              {u"OnOrder"_s, Json(0)},
                              {u"StockOnHand"_s, Json(cin7::times(Decimal(onHand), cin7::costOf(place)))},
                              {u"InTransit"_s, Json(0)}}));
        }
    }
}

Json Filler::lines(Kind kind, const TradeDeal& deal, QStringView currency) const
{
    const bool isSale = kind == Kind::Sale;
    const bool taxed = currency == u"AUD"; // at home
    Json rows = Json::array();
    for (const cin7::TradeLine& line : deal.lines) {
        const bool bears = taxed && !cin7::taxPercentOf(line.product).isZero();
        const QString rule = isSale ? (bears ? u"GST on Income"_s : u"GST Free Income"_s)
                                    : (bears ? u"GST on Expenses"_s : u"BAS Excluded"_s);
        rows.append(
            Json::object({{u"SKU"_s, Json(business::text(business::kProducts[size_t(line.product)].code))},
                          {u"Quantity"_s, Json(line.quantity)},
                          {u"Price"_s, Json(line.price)},
                          {u"Discount"_s, Json(line.discount.isZero() ? 0 : 5)},
                          {u"TaxRule"_s, Json(rule)},
                          {u"Account"_s, Json(isSale ? u"200"_s : u"310"_s)}}));
    }
    return rows;
}

void Filler::addSale(const TradeDeal& deal)
{
    const Customer customer = m_trade.business().customer(deal.partner);
    const auto reaches = [&deal](Progress progress) {
        return deal.progress == Progress::Voided ? progress <= Progress::Ordered : deal.progress >= progress;
    };
    const Instant at = daysAgo(deal.daysAgo);
    Json head = post(
        u"sale"_s,
        Json::object({{u"CustomerID"_s, Json(m_customers.value(deal.partner))},
                      {u"SkipQuote"_s, Json(deal.number % 4 != 0)},
                      {u"SaleOrderDate"_s, Json(dayAgo(deal.daysAgo))},
                      {u"CustomerReference"_s, Json(u"PO %1"_s.arg(3000 + deal.number))},
                      {u"TaxCalculation"_s, Json(deal.number % 3 == 0 ? u"Inclusive"_s : u"Exclusive"_s)},
                      {u"Location"_s, Json(u"Main Warehouse"_s)}}),
        at);
    if (head.isNull()) return;
    const Json id = head[u"ID"];
    const Json rows = lines(Kind::Sale, deal, customer.currency);
    const auto stage = [&](const QString& status) {
        return Json::object({{u"SaleID"_s, id}, {u"Status"_s, Json(status)}, {u"Lines"_s, rows}});
    };
    if (deal.number % 4 == 0)
        post(u"sale/quote"_s, stage(reaches(Progress::Ordered) ? u"AUTHORISED"_s : u"DRAFT"_s), at);
    Json order = stage(reaches(Progress::Ordered) ? u"AUTHORISED"_s : u"DRAFT"_s);
    order.set(u"AutoPickPackShipMode"_s,
              Json(reaches(Progress::Shipped) ? u"AUTOPICKPACKSHIP"_s : u"NOPICK"_s));
    post(u"sale/order"_s, order, at);
    if (deal.progress == Progress::Voided) {
        Request request;
        request.method = "DELETE";
        request.query = "ID=" + id.toText().toLatin1() + "&Void=true";
        Call call{request, u"sale"_s, {}, m_books, m_modes, at};
        (void)DealDesk(call).answer();
        return;
    }
    if (reaches(Progress::Invoiced)) addInvoice(deal, stage(u"AUTHORISED"_s));
}

/// `done` is a stage of the sale with its lines, approved.
void Filler::addInvoice(const TradeDeal& deal, const Json& done)
{
    Json invoice = done;
    invoice.set(u"TaskID"_s, Json(zeroGuid()));
    invoice.set(u"InvoiceDate"_s, Json(dayAgo(deal.daysAgo - 3)));
    invoice.set(u"InvoiceDueDate"_s, Json(dayAgo(deal.daysAgo - 33)));
    const Json issued = post(u"sale/invoice"_s, invoice, daysAgo(deal.daysAgo - 3))[u"Invoices"].at(0);
    if (deal.progress >= Progress::PartPaid && !issued.isNull()) {
        const Decimal total = issued[u"Total"].toDecimal();
        const Decimal paid = deal.progress == Progress::PartPaid ? cin7::share(total, Decimal(40)) : total;
        post(u"sale/payment"_s,
             Json::object({{u"TaskID"_s, issued[u"TaskID"]},
                           {u"Amount"_s, Json(paid)},
                           {u"DatePaid"_s, Json(dayAgo(deal.daysAgo - 14))},
                           {u"Account"_s, Json(u"090"_s)},
                           {u"Reference"_s, Json(u"RCPT-%1"_s.arg(deal.number))}}),
             daysAgo(deal.daysAgo - 14));
    }
    if (deal.progress != Progress::Credited) return;
    Json credit = done;
    credit.set(u"TaskID"_s, Json(zeroGuid()));
    post(u"sale/creditnote"_s, credit, daysAgo(deal.daysAgo - 20));
}

void Filler::addPurchase(const TradeDeal& deal)
{
    const bool isVoid = deal.progress == Progress::Voided;
    const Instant at = daysAgo(deal.daysAgo);
    const Json head = post(deal.number % 4 == 3 ? u"advanced-purchase"_s : u"purchase"_s,
                           Json::object({{u"SupplierID"_s, Json(m_suppliers.at(deal.partner))},
                                         {u"OrderDate"_s, Json(dayAgo(deal.daysAgo))}}),
                           at);
    const Json rows = lines(Kind::Purchase, deal, cin7::suppliers()[size_t(deal.partner)].currency);
    const auto stage = [&](const QString& status) {
        return Json::object({{u"TaskID"_s, head[u"ID"]}, {u"Status"_s, Json(status)}, {u"Lines"_s, rows}});
    };
    const bool isOrdered = !isVoid && deal.progress >= Progress::Ordered;
    post(u"purchase/order"_s, stage(isOrdered ? u"AUTHORISED"_s : u"DRAFT"_s), at);
    if (!isVoid && deal.progress >= Progress::Shipped)
        post(u"purchase/stock"_s, stage(u"AUTHORISED"_s), daysAgo(deal.daysAgo - 10));
    if (isVoid || deal.progress < Progress::Invoiced) return;
    Json bill = stage(u"AUTHORISED"_s);
    bill.set(u"InvoiceNumber"_s, Json(u"INV/%1"_s.arg(700 + deal.number)));
    bill.set(u"InvoiceDate"_s, Json(dayAgo(deal.daysAgo - 11)));
    const Json issued = post(u"purchase/invoice"_s, bill, daysAgo(deal.daysAgo - 11))[u"Invoices"].at(0);
    if (deal.progress < Progress::Paid || issued.isNull()) return;
    post(u"purchase/payment"_s,
         Json::object({{u"TaskID"_s, issued[u"TaskID"]},
                       {u"Amount"_s, issued[u"Total"]},
                       {u"DatePaid"_s, Json(dayAgo(deal.daysAgo - 30))},
                       {u"Account"_s, Json(u"090"_s)}}),
         daysAgo(deal.daysAgo - 30));
}

void Filler::addLedger()
{
    const auto side = [](const QString& name, int amount) {
        return Json::object({{u"Debit"_s, Json(name == u"Debit" ? amount : 0)},
                             {u"Credit"_s, Json(name == u"Credit" ? amount : 0)},
                             {u"Account"_s, Json(name == u"Debit" ? u"310"_s : u"630"_s)}});
    };
    record(Kind::Journal,
           Json::object({{u"EffectiveDate"_s, Json(dayAgo(40))},
                         {u"Status"_s, Json(u"AUTHORISED"_s)},
                         {u"Currency"_s, Json(u"AUD"_s)},
                         {u"Narration"_s, Json(u"Stocktake difference"_s)},
                         {u"Lines"_s, Json::array({side(u"Debit"_s, 120), side(u"Credit"_s, 120)})}}),
           daysAgo(40));
    for (const cin7::Shelf::Entry& sale : m_books.shelf(Kind::Sale).entries()) {
        for (const Json& invoice : sale.row[u"Invoices"].toArray()) {
            m_books.put(Kind::Transaction, invoice[u"TaskID"].toText(),
                        Json::object({{u"TaskID"_s, invoice[u"TaskID"]},
                                      {u"Type"_s, Json(u"Sale"_s)},
                                      {u"Transaction"_s, invoice[u"InvoiceNumber"]},
                                      {u"EffectiveDate"_s, invoice[u"InvoiceDate"]},
                                      {u"Amount"_s, invoice[u"Total"]},
                                      {u"DebitAccountCode"_s, Json(u"610"_s)},
                                      {u"CreditAccountCode"_s, Json(u"200"_s)},
                                      {u"Reference"_s, sale.row[u"CustomerReference"]}}));
        }
    }
    const QString first = m_customers.value(0);
    if (const Json* customer = m_books.find(Kind::Customer, first)) {
        const QString id = m_books.newGuid();
        m_books.put(Kind::CustomerCredit, id,
                    Json::object({{u"CreditID"_s, Json(id)},
                                  {u"CustomerID"_s, Json(first)},
                                  {u"CustomerName"_s, (*customer)[u"Name"]},
                                  {u"Amount"_s, Json(Decimal::fromScaled(15'000, 2))},
                                  {u"Remaining"_s, Json(Decimal::fromScaled(5'000, 2))}}));
    }
    const QString deposit = m_books.newGuid();
    m_books.put(Kind::SupplierDeposit, deposit,
                Json::object({{u"DepositID"_s, Json(deposit)},
                              {u"SupplierID"_s, Json(m_suppliers.first())},
                              {u"Amount"_s, Json(Decimal::fromScaled(90'000, 2))},
                              {u"Remaining"_s, Json(Decimal::fromScaled(90'000, 2))}}));
}

} // namespace

Books filledBooks(const business::Business& business, qint64 customers, Instant now)
{
    return Filler(business, customers, now).take();
}

} // namespace tieout::sandbox::cin7core
