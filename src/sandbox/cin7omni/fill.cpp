#include "sandbox/cin7omni/fill.h"

#include "sandbox/business/words.h"
#include "sandbox/cin7/trade.h"
#include "sandbox/cin7/wire.h"
#include "sandbox/cin7omni/desk.h"
#include "sandbox/cin7omni/stockmoves.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

namespace {

using business::Business;
using business::Customer;
using cin7::Progress;
using cin7::TradeDeal;

const QUuid kLedgerSpace(u"{8f0c4f6e-1d52-4c1f-9a57-0f0b6d2c7e11}"_s);

/// Makes up one account's books, subject by subject. Lives for the filling.
class Filler final
{
  public:
    Filler(const Business& business, qint64 customers, Instant now)
        : m_trade(business, customers)
        , m_now(std::chrono::floor<std::chrono::seconds>(now))
        , m_random(business::customerSeed(business.seed(), customers) ^ 0xc17)
    {
        m_modes.movesStock = false; // the counts are given
    }

    [[nodiscard]] Books take()
    {
        addUsers();
        addBranches();
        addPartners();
        addProducts();
        for (qint64 number = 0; number < m_trade.saleCount(); ++number)
            addSale(m_trade.sale(number));
        for (qint64 number = 0; number < m_trade.purchaseCount(); ++number)
            addPurchase(m_trade.purchase(number));
        addMoves();
        for (const Kind kind : {Kind::SalesOrders, Kind::PurchaseOrders}) {
            for (const cin7::Shelf::Entry& entry : m_books.shelf(kind).entries())
                StockMoves(m_books, m_now - std::chrono::hours(24)).expect(kind, entry.row);
        }
        return std::move(m_books);
    }

  private:
    /// Some customers were entered twice.
    enum class Copy : quint8 { First, Second };
    enum class Direction : quint8 { Out, Back };

    [[nodiscard]] Instant daysAgo(qint64 days) const
    {
        return m_now - std::chrono::hours(24 * days) - std::chrono::minutes(qint64(m_random.below(600)));
    }
    [[nodiscard]] QString dayAgo(qint64 days) const
    {
        return formatDate(utcDate(m_now).addDays(-std::max<qint64>(0, days))) + u"T00:00:00Z"_s;
    }
    /// The books take the row as they would take a call; 0 when they refuse it.
    qint64 add(Kind kind, const Json& row, Instant at)
    {
        return Desk(m_books, m_modes, at).create(kind, row).id;
    }
    void set(Kind kind, qint64 id, const QString& member, const Json& value)
    {
        m_books.shelf(kind).set(QString::number(id), member, value);
    }

    void addUsers();
    void addBranches();
    void addPartners();
    qint64 addCustomer(const Customer& customer, Copy copy);
    void addProducts();
    void addStock(qint64 product, qint64 option, int place);
    void addSale(const TradeDeal& deal);
    void addCredit(const TradeDeal& deal, const Json& head);
    void addPayments(qint64 order, const Decimal& total, const TradeDeal& deal);
    void addPurchase(const TradeDeal& deal);
    void addMoves();
    [[nodiscard]] Json lines(const TradeDeal& deal, Direction direction) const;

    cin7::Trade m_trade;
    Instant m_now;
    mutable SeededRandom m_random;
    Modes m_modes;
    Books m_books;
    QList<qint64> m_branches;
    QList<qint64> m_suppliers;
    QHash<qint64, qint64> m_customers; // customer number → contact
    QList<qint64> m_options;           // by product's place
};

void Filler::addUsers()
{
    for (qint64 number = 0; number < 5; ++number) {
        const business::Employee employee = m_trade.business().employee(number);
        const qint64 id = m_books.newId(Kind::Users);
        m_books.shelf(Kind::Users)
            .put(QString::number(id),
                 Json::object({{u"id"_s, Json(id)},
                               {u"isActive"_s, Json(number != 4)},
                               {u"firstName"_s, Json(employee.first)},
                               {u"lastName"_s, Json(employee.last)},
                               {u"jobTitle"_s, Json(number == 0 ? u"Stock controller"_s : u"Sales"_s)},
                               {u"email"_s, Json(employee.email)}}));
    }
}

void Filler::addBranches()
{
    for (const auto& [name, city] :
         {std::pair(u"Main warehouse"_s, u"Geelong"_s), std::pair(u"Shop and counter"_s, u"Fremantle"_s)}) {
        m_branches.append(add(Kind::Branches,
                              Json::object({{u"company"_s, Json(name)},
                                            {u"branchType"_s, Json(u"Warehouse"_s)},
                                            {u"city"_s, Json(city)},
                                            {u"country"_s, Json(u"Australia"_s)},
                                            {u"taxStatus"_s, Json(u"Excl"_s)}}),
                              daysAgo(500)));
    }
}

void Filler::addPartners()
{
    for (const cin7::Supplier& supplier : cin7::suppliers()) {
        m_suppliers.append(add(Kind::Contacts,
                               Json::object({{u"type"_s, Json(u"Supplier"_s)},
                                             {u"company"_s, Json(business::text(supplier.name))},
                                             {u"firstName"_s, Json(business::text(supplier.firstName))},
                                             {u"lastName"_s, Json(business::text(supplier.lastName))},
                                             {u"email"_s, Json(business::text(supplier.email))},
                                             {u"city"_s, Json(business::text(supplier.city))},
                                             {u"country"_s, Json(business::text(supplier.country))}}),
                               daysAgo(450)));
    }
    const Business& business = m_trade.business();
    for (qint64 number = 0; number < m_trade.customers(); ++number) {
        const Customer customer = business.customer(number);
        m_customers.insert(number, addCustomer(customer, Copy::First));
        if (business.isTwiceIn(business::Book::Stock, customer)) addCustomer(customer, Copy::Second);
    }
}

qint64 Filler::addCustomer(const Customer& customer, Copy copy)
{
    const bool again = copy == Copy::Second;
    const Business& business = m_trade.business();
    const business::Person person =
        business.person(customer, again ? Business::Contact::Second : Business::Contact::First);
    const business::Premises premises = business.premises(customer);
    QString email = person.email.trimmed();
    if (m_books.shelf(Kind::Contacts).findBy(u"email", email)) email = u"accounts."_s + email;
    Json row = Json::object(
        {{u"type"_s, Json(u"Customer"_s)},
         {u"company"_s, Json(business.nameIn(business::Book::Stock, customer).left(250))},
         {u"firstName"_s, Json(person.first)},
         {u"lastName"_s, Json(person.last)},
         {u"email"_s, Json(email)},
         {u"address1"_s, Json(premises.street)},
         {u"city"_s, Json(premises.city)},
         {u"postCode"_s, Json(premises.postal)},
         {u"country"_s, Json(business::text(business::kCountries[size_t(customer.country)].name))},
         {u"taxStatus"_s, Json(customer.currency == u"AUD" ? u"Incl"_s : u"Exempt"_s)},
         {u"taxNumber"_s, Json(business.taxNumber(customer))},
         {u"priceColumn"_s, Json(u"RetailPrice"_s)}});
    if (!premises.phone.isNull()) row.set(u"phone"_s, Json(premises.phone));
    if (premises.termsDays) row.set(u"paymentTerms"_s, Json(u"%1 days"_s.arg(*premises.termsDays)));
    if (again) row.set(u"company"_s, Json(business.commonName(customer).toUpper().left(250)));
    const qint64 id = add(Kind::Contacts, row, daysAgo(qint64(20 + m_random.below(400))));
    // One in three was sent to the ledger by the system's own link.
    if (!again && customer.number % 3 == 0) {
        const QString guid = QUuid::createUuidV5(kLedgerSpace, QString::number(customer.number))
                                 .toString(QUuid::WithoutBraces);
        set(Kind::Contacts, id, u"accountingIntegrationId"_s, Json::object({{u"xero"_s, Json(guid)}}));
    }
    return id;
}

void Filler::addProducts()
{
    QSet<QString> categories;
    for (int place = 0; place < int(business::kProducts.size()); ++place) {
        const business::Product& product = business::kProducts[size_t(place)];
        const QString category = business::text(product.category);
        if (!categories.contains(category)) {
            categories.insert(category);
            add(Kind::ProductCategories, Json::object({{u"name"_s, Json(category)}}), daysAgo(480));
        }
        const Decimal price = cin7::listPriceOf(place);
        const Json option = Json::object(
            {{u"productOptionCode"_s, Json(business::text(product.code))},
             {u"supplierCode"_s, Json(u"S-"_s + business::text(product.code))},
             {u"retailPrice"_s, Json(price)},
             {u"wholesalePrice"_s, Json(cin7::share(price, Decimal(80)))},
             {u"priceColumns"_s,
              Json::object({{u"retailPrice"_s, Json(price)}, {u"costAUD"_s, Json(cin7::costOf(place))}})}});
        const qint64 id =
            add(Kind::Products,
                Json::object({{u"styleCode"_s, Json(business::text(product.code))},
                              {u"name"_s, Json(business::text(product.name))},
                              {u"status"_s, Json(u"Public"_s)},
                              {u"supplierId"_s, Json(m_suppliers.at(place % m_suppliers.size()))},
                              {u"orderType"_s, Json(u"Order"_s)},
                              {u"stockControl"_s, Json(product.stocked ? u"FIFO"_s : u"Non-Stock"_s)},
                              {u"salesAccount"_s, Json(u"200"_s)},
                              {u"purchasesAccount"_s, Json(u"310"_s)},
                              {u"productOptions"_s, Json::array({option})}}),
                daysAgo(470));
        set(Kind::Products, id, u"category"_s, Json(category));
        const Json made = m_books.show(Kind::Products, *m_books.find(Kind::Products, id));
        m_options.append(made[u"productOptions"].at(0)[u"id"].toInteger());
        if (product.stocked) addStock(id, m_options.last(), place);
    }
}

void Filler::addStock(qint64 product, qint64 option, int place)
{
    const business::Product& made = business::kProducts[size_t(place)];
    qint64 whole = 0;
    for (const qint64 branch : m_branches) {
        const auto onHand = qint64(m_random.below(400));
        whole += onHand;
        const QString key = u"%1/%2"_s.arg(option).arg(branch);
        m_books.shelf(Kind::Stock)
            .put(key, Json::object({{u"productId"_s, Json(product)},
                                    {u"productOptionId"_s, Json(option)},
                                    {u"modifiedDate"_s, Json(formatInstantSeconds(daysAgo(1)))},
                                    {u"styleCode"_s, Json(business::text(made.code))},
                                    {u"code"_s, Json(business::text(made.code))},
                                    {u"branchId"_s, Json(branch)},
                                    {u"branchName"_s, (*m_books.find(Kind::Branches, branch))[u"company"]},
                                    {u"productName"_s, Json(business::text(made.name))},
                                    {u"available"_s, Json(onHand)},
                                    {u"stockOnHand"_s, Json(onHand)},
                                    {u"openSales"_s, Json(0)},
                                    {u"incoming"_s, Json(0)},
                                    {u"virtual"_s, Json(0)},
                                    {u"holding"_s, Json(0)}}));
    }
    set(Kind::ProductOptions, option, u"stockOnHand"_s, Json(whole));
    set(Kind::ProductOptions, option, u"stockAvailable"_s, Json(whole));
}

Json Filler::lines(const TradeDeal& deal, Direction direction) const
{
    const bool negative = direction == Direction::Back;
    Json rows = Json::array();
    qint64 sort = 0;
    for (const cin7::TradeLine& line : deal.lines) {
        rows.append(Json::object({{u"productOptionId"_s, Json(m_options.at(line.product))},
                                  {u"sort"_s, Json(++sort)},
                                  {u"qty"_s, Json(negative ? line.quantity.negated() : line.quantity)},
                                  {u"unitPrice"_s, Json(line.price)},
                                  {u"discount"_s, Json(negative ? line.discount.negated() : line.discount)},
                                  {u"accountCode"_s, Json(u"200"_s)}}));
    }
    return rows;
}

void Filler::addSale(const TradeDeal& deal)
{
    const Customer customer = m_trade.business().customer(deal.partner);
    const bool isHome = customer.currency == u"AUD";
    const auto reaches = [&deal](Progress progress) {
        return deal.progress != Progress::Voided && deal.progress >= progress;
    };
    Json row = Json::object({{u"reference"_s, Json(u"SO-%1"_s.arg(10'000 + deal.number))},
                             {u"memberId"_s, Json(m_customers.value(deal.partner))},
                             {u"currencyCode"_s, Json(customer.currency)},
                             {u"branchId"_s, Json(m_branches.at(deal.number % m_branches.size()))},
                             // Both spellings occur in life.
                             {u"taxStatus"_s, Json(!isHome                ? u"Exempt"_s
                                                   : deal.number % 9 == 0 ? u"2"_s
                                                   : deal.number % 2 == 0 ? u"Incl"_s
                                                                          : u"Excl"_s)},
                             {u"taxRate"_s, Json(!isHome                 ? Decimal()
                                                 : deal.number % 11 == 0 ? Decimal::fromScaled(10, 2)
                                                                         : Decimal(10))},
                             {u"isApproved"_s, Json(reaches(Progress::Ordered))},
                             {u"lineItems"_s, lines(deal, Direction::Out)}});
    if (deal.number % 5 == 0) row.set(u"freightTotal"_s, Json(Decimal::fromScaled(1250, 2)));
    if (reaches(Progress::Shipped)) {
        row.set(u"dispatchedDate"_s, Json(dayAgo(deal.daysAgo - 2)));
        row.set(u"stage"_s, Json(u"Dispatched"_s));
    }
    if (reaches(Progress::Invoiced)) row.set(u"invoiceDate"_s, Json(dayAgo(deal.daysAgo - 3)));
    if (deal.progress == Progress::Draft) {
        Json quote = row;
        quote.set(u"reference"_s, Json(u"QU-%1"_s.arg(10'000 + deal.number)));
        add(Kind::Quotes, quote, daysAgo(deal.daysAgo));
    }
    const qint64 id = add(Kind::SalesOrders, row, daysAgo(deal.daysAgo));
    if (deal.progress == Progress::Voided) {
        const Json wish = Json::object({{u"id"_s, Json(id)}, {u"isVoid"_s, Json(true)}});
        (void)Desk(m_books, m_modes, daysAgo(deal.daysAgo / 2)).change(Kind::SalesOrders, wish);
    }
    if (reaches(Progress::PartPaid))
        addPayments(id, (*m_books.find(Kind::SalesOrders, id))[u"total"].toDecimal(), deal);
    // Some the system's own link has carried over already.
    if (reaches(Progress::Invoiced) && deal.number % 7 == 0) {
        set(Kind::SalesOrders, id, u"accountingAttributes"_s,
            Json::object(
                {{u"importDate"_s, Json(dayAgo(1))}, {u"accountingImportStatus"_s, Json(u"Imported"_s)}}));
    }
    if (deal.progress == Progress::Credited) addCredit(deal, row);
}

void Filler::addCredit(const TradeDeal& deal, const Json& head)
{
    Json row = head;
    row.set(u"reference"_s, Json(u"CRN-%1"_s.arg(10'000 + deal.number)));
    row.set(u"salesReference"_s, head[u"reference"]);
    row.set(u"creditNoteDate"_s, Json(dayAgo(deal.daysAgo - 10)));
    row.set(u"lineItems"_s, lines(deal, Direction::Back));
    row.remove(u"freightTotal");
    row.remove(u"invoiceDate");
    add(Kind::CreditNotes, row, daysAgo(std::max<qint64>(1, deal.daysAgo - 10)));
}

void Filler::addPayments(qint64 order, const Decimal& total, const TradeDeal& deal)
{
    const bool isPart = deal.progress == Progress::PartPaid;
    const Decimal amount = isPart ? cin7::share(total, Decimal(40)) : total;
    add(Kind::Payments,
        Json::object({{u"orderId"_s, Json(order)},
                      {u"amount"_s, Json(amount)},
                      {u"method"_s, Json(deal.number % 3 == 0 ? u"Credit Card"_s : u"Bank Transfer"_s)},
                      {u"paymentDate"_s, Json(dayAgo(deal.daysAgo - 14))},
                      {u"transactionRef"_s, Json(u"RCPT-%1"_s.arg(deal.number))}}),
        daysAgo(std::max<qint64>(0, deal.daysAgo - 14)));
}

void Filler::addPurchase(const TradeDeal& deal)
{
    const cin7::Supplier& supplier = cin7::suppliers()[size_t(deal.partner)];
    const bool isVoid = deal.progress == Progress::Voided;
    Json row = Json::object({{u"reference"_s, Json(u"PO-%1"_s.arg(4'000 + deal.number))},
                             {u"memberId"_s, Json(m_suppliers.at(deal.partner))},
                             {u"currencyCode"_s, Json(business::text(supplier.currency))},
                             {u"taxStatus"_s, Json(u"Excl"_s)},
                             {u"taxRate"_s, Json(business::text(supplier.currency) == u"AUD" ? 10 : 0)},
                             {u"isApproved"_s, Json(deal.progress != Progress::Draft)},
                             {u"isVoid"_s, Json(isVoid)},
                             {u"estimatedArrivalDate"_s, Json(dayAgo(deal.daysAgo - 20))},
                             {u"lineItems"_s, lines(deal, Direction::Out)}});
    if (!isVoid && deal.progress >= Progress::Shipped)
        row.set(u"fullyReceivedDate"_s, Json(dayAgo(deal.daysAgo - 21)));
    if (!isVoid && deal.progress >= Progress::Invoiced) {
        row.set(u"invoiceDate"_s, Json(dayAgo(deal.daysAgo - 22)));
        row.set(u"supplierInvoiceReference"_s, Json(u"INV/%1"_s.arg(700 + deal.number)));
    }
    add(Kind::PurchaseOrders, row, daysAgo(deal.daysAgo));
}

void Filler::addMoves()
{
    for (qint64 number = 0; number < 4; ++number) {
        const Json line = Json::object(
            {{u"productOptionId"_s, Json(m_options.at(number))}, {u"qty"_s, Json(5 - number * 3)}});
        const Json rows = Json::array({line});
        add(Kind::Adjustments,
            Json::object({{u"branchId"_s, Json(m_branches.first())},
                          {u"adjustmentReason"_s, Json(u"Stocktake"_s)},
                          {u"lineItems"_s, rows}}),
            daysAgo(30 + number));
        add(Kind::BranchTransfers,
            Json::object({{u"sourceBranchId"_s, Json(m_branches.first())},
                          {u"destinationBranchId"_s, Json(m_branches.last())},
                          {u"lineItems"_s, rows}}),
            daysAgo(20 + number));
        add(Kind::ProductionJobs,
            Json::object({{u"branchId"_s, Json(m_branches.first())}, {u"lineItems"_s, rows}}),
            daysAgo(10 + number));
    }
}

} // namespace

Books filledBooks(const business::Business& business, qint64 customers, Instant now)
{
    return Filler(business, customers, now).take();
}

} // namespace tieout::sandbox::cin7omni
