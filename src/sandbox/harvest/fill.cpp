#include "sandbox/harvest/fill.h"

#include "sandbox/business/words.h"
#include "sandbox/harvest/call.h"
#include "sandbox/harvest/filler.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

Json companyRow()
{
    return Json::object({
        {u"base_uri"_s, u"https://practice.harvestapp.example"_s},
        {u"full_domain"_s, u"practice.harvestapp.example"_s},
        {u"name"_s, u"Tieout Practice Company"_s},
        {u"is_active"_s, Json(true)},
        {u"week_start_day"_s, u"Monday"_s},
        {u"wants_timestamp_timers"_s, Json(false)},
        {u"time_format"_s, u"hours_minutes"_s},
        {u"date_format"_s, u"%d/%m/%Y"_s},
        {u"plan_type"_s, u"business-v4"_s},
        {u"clock"_s, u"12h"_s},
        {u"currency_code_display"_s, u"iso_code_none"_s},
        {u"currency_symbol_display"_s, u"symbol_before"_s},
        {u"decimal_symbol"_s, u"."_s},
        {u"thousands_separator"_s, u","_s},
        {u"color_scheme"_s, u"orange"_s},
        {u"weekly_capacity"_s, Json(126000)},
        {u"expense_feature"_s, Json(true)},
        {u"invoice_feature"_s, Json(true)},
        {u"estimate_feature"_s, Json(true)},
        {u"approval_feature"_s, Json(true)},
        {u"team_feature"_s, Json(true)},
    });
}

} // namespace

Json money(const Decimal& amount)
{
    return Json(amount);
}

Json money(qint64 hundredths)
{
    return Json(Decimal::fromScaled(hundredths, 2));
}

Books Filler::take()
{
    m_books.company = companyRow();
    addPeople();
    addLists();
    for (qint64 number = 0; number < m_customers; ++number)
        addClient(m_business.customer(number));
    const qint64 projects = std::max<qint64>(2, m_customers * 3 / 5);
    for (qint64 number = 0; number < projects; ++number)
        addProject(m_business.project(number, m_customers));
    addRunningTimer();
    return std::move(m_books);
}

void Filler::addPeople()
{
    const qint64 count = std::clamp<qint64>(m_customers / 6, 8, 400);
    for (qint64 number = 0; number < count; ++number) {
        const business::Employee employee = m_business.employee(number);
        Json access = Json::array({Json(number == 0                  ? u"administrator"_s
                                        : number == 1 || number == 5 ? u"manager"_s
                                                                     : u"member"_s)});
        if (number == 5) access.append(Json(u"managed_projects_invoice_manager"_s));
        const qint64 id = m_books.add(
            Kind::User,
            Json::object(
                {{u"first_name"_s, employee.first},
                 {u"last_name"_s, employee.last},
                 {u"email"_s, employee.email},
                 {u"telephone"_s, u""_s},
                 {u"is_contractor"_s, Json(employee.contractor)},
                 {u"is_active"_s, Json(number != 7)},
                 {u"default_hourly_rate"_s, money(employee.rate)},
                 {u"cost_rate"_s, money(employee.cost)},
                 {u"roles"_s, Json::array({Json(number % 2 == 0 ? u"Consulting"_s : u"Workshop"_s)})},
                 {u"access_roles"_s, access},
                 {u"avatar_url"_s, u"https://practice.harvestapp.example/avatar/%1.png"_s.arg(number)}}),
            daysAgo(400));
        addRates(id, employee);
        m_users.append(id);
    }
    Json even = Json::array();
    Json odd = Json::array();
    for (qsizetype i = 0; i < m_users.size(); ++i)
        (i % 2 == 0 ? even : odd).append(Json(m_users[i]));
    m_books.add(Kind::Role, Json::object({{u"name"_s, u"Consulting"_s}, {u"user_ids"_s, even}}),
                daysAgo(400));
    m_books.add(Kind::Role, Json::object({{u"name"_s, u"Workshop"_s}, {u"user_ids"_s, odd}}), daysAgo(400));
}

// A raise half a year ago.
void Filler::addRates(qint64 user, const business::Employee& employee)
{
    const auto add = [&](Kind kind, const Decimal& amount, const Json& start, const Json& end) {
        m_books.add(kind,
                    Json::object({{u"user_id"_s, Json(user)},
                                  {u"amount"_s, money(amount)},
                                  {u"start_date"_s, start},
                                  {u"end_date"_s, end}}),
                    daysAgo(400));
    };
    for (const Kind kind : {Kind::BillableRate, Kind::CostRate}) {
        const Decimal amount = kind == Kind::BillableRate ? employee.rate : employee.cost;
        add(kind, minus(amount, Decimal(5)), Json(), Json(dayAgo(181)));
        add(kind, amount, Json(dayAgo(180)), Json());
    }
}

void Filler::addLists()
{
    const auto add = [&](Kind kind, Json data) { return m_books.add(kind, std::move(data), daysAgo(400)); };
    struct TaskSeed {
        const char16_t* name;
        qint64 cents;
        bool billable;
        bool standard;
        bool active;
    };
    // The hourly prices of the price list: service, installation and training.
    static constexpr TaskSeed kTasks[] = {
        {u"Service", 16'500, true, true, true},     {u"Installation", 14'750, true, true, true},
        {u"Training", 15'000, true, false, true},   {u"Project management", 16'500, true, true, true},
        {u"Travel – unpaid", 0, false, true, true}, {u"Fax support", 9'900, true, false, false},
    };
    for (const TaskSeed& seed : kTasks) {
        const qint64 id = add(
            Kind::Task, Json::object({{u"name"_s, business::text(seed.name)},
                                      {u"billable_by_default"_s, Json(seed.billable)},
                                      {u"default_hourly_rate"_s, seed.billable ? money(seed.cents) : Json()},
                                      {u"is_default"_s, Json(seed.standard)},
                                      {u"is_active"_s, Json(seed.active)}}));
        if (seed.active) m_tasks.append(id);
    }
    const auto category = [&](const char16_t* name, const Json& unit, const Json& price) {
        m_categories.append(add(Kind::ExpenseCategory, Json::object({{u"name"_s, business::text(name)},
                                                                     {u"unit_name"_s, unit},
                                                                     {u"unit_price"_s, price}})));
    };
    category(u"Meals", Json(), Json());
    category(u"Mileage", Json(u"km"_s), money(88));
    category(u"Lodging", Json(), Json());
    category(u"Parts", Json(), Json());
    enum class Use : quint8 { None, Service, Expense };
    const auto item = [&](const QString& name, Use use) {
        add(Kind::InvoiceItemCategory, Json::object({{u"name"_s, name},
                                                     {u"use_as_service"_s, Json(use == Use::Service)},
                                                     {u"use_as_expense"_s, Json(use == Use::Expense)}}));
        add(Kind::EstimateItemCategory, Json::object({{u"name"_s, name}}));
    };
    item(u"Product"_s, Use::Expense);
    item(u"Service"_s, Use::Service);
    for (const business::Product& product : business::kProducts)
        item(business::text(product.code), Use::None);
}

void Filler::addClient(const Customer& customer)
{
    const business::Premises premises = m_business.premises(customer);
    const QString country = business::text(business::kCountries[size_t(customer.country)].name);
    const QString address =
        premises.street + u'\n' + premises.city + u' ' + premises.postal + u'\n' + country;
    const QString name = m_business.nameIn(business::Book::Time, customer);
    const auto add = [&](const QString& written, bool active) {
        return m_books.add(Kind::Client,
                           Json::object({{u"name"_s, written},
                                         {u"is_active"_s, Json(active)},
                                         {u"address"_s, address},
                                         {u"statement_key"_s,
                                          QString::number(business::customerSeed(0, customer.number), 16)},
                                         {u"currency"_s, customer.currency}}),
                           daysAgo(380 - customer.number % 300));
    };
    const qint64 id = add(name, customer.number % 23 != 22);
    m_clients.insert(customer.number, id);
    addContact(id, customer, Business::Contact::First);
    if (customer.number % 2 == 0) addContact(id, customer, Business::Contact::Second);
    if (m_business.isTwiceIn(business::Book::Time, customer)) {
        const QString common = m_business.commonName(customer);
        add(common.compare(name.trimmed(), Qt::CaseInsensitive) == 0 ? common + u" (new)"_s : common, true);
    }
}

void Filler::addContact(qint64 client, const Customer& customer, Business::Contact which)
{
    const business::Person person = m_business.person(customer, which);
    const business::Premises premises = m_business.premises(customer);
    m_books.add(Kind::Contact,
                Json::object({{u"client_id"_s, Json(client)},
                              {u"title"_s, which == Business::Contact::First ? Json(u"Accounts"_s) : Json()},
                              {u"first_name"_s, person.first},
                              {u"last_name"_s, person.last},
                              {u"email"_s, person.email},
                              {u"phone_office"_s, premises.phone.isNull() ? u""_s : premises.phone},
                              {u"phone_mobile"_s, u""_s},
                              {u"fax"_s, u""_s}}),
                daysAgo(360 - customer.number % 300));
}

Books filledBooks(const Business& business, qint64 customers, Instant now)
{
    return Filler(business, customers, now).take();
}

} // namespace tieout::sandbox::harvest
