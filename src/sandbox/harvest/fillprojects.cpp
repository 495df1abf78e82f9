#include "sandbox/business/words.h"
#include "sandbox/harvest/call.h"
#include "sandbox/harvest/documentrules.h"
#include "sandbox/harvest/documentsums.h"
#include "sandbox/harvest/filler.h"
#include "sandbox/harvest/timerules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr qint64 kEntriesPerProject = 100;
constexpr qint64 kExpensesPerProject = 6;

} // namespace

void Filler::addProject(const business::Project& plan)
{
    Work work;
    work.customer = m_business.customer(plan.customer);
    work.plan = plan;
    const Decimal rate = m_business.inCurrency(Decimal::fromScaled(16'500, 2), work.customer);
    const bool unbilled = plan.billing == business::Billing::Unbilled;
    const bool fixed = plan.billing == business::Billing::FixedFee;
    static constexpr const char16_t* kBy[] = {u"People", u"Tasks", u"Project"};
    const QString billBy = unbilled ? u"none"_s : business::text(kBy[plan.number % 3]);
    work.id = m_books.add(
        Kind::Project,
        Json::object({{u"client_id"_s, Json(m_clients.value(plan.customer))},
                      {u"name"_s, plan.name},
                      {u"code"_s, plan.code},
                      {u"is_active"_s, Json(plan.active)},
                      {u"is_billable"_s, Json(!unbilled)},
                      {u"is_fixed_fee"_s, Json(fixed)},
                      {u"bill_by"_s, billBy},
                      {u"hourly_rate"_s, billBy == u"Project" ? money(rate) : Json()},
                      {u"budget"_s, money(plan.budgetHours)},
                      {u"budget_by"_s, plan.number % 5 == 4 ? u"none"_s : u"project"_s},
                      {u"fee"_s, fixed ? money(times(rate, plan.budgetHours).rounded(2)) : Json()},
                      {u"notes"_s, chance(4) ? Json(u"Call first.\nGate code 7."_s) : Json()},
                      {u"starts_on"_s, dayAgo(plan.startDay)},
                      {u"ends_on"_s, Json()}}),
        daysAgo(plan.startDay));
    assign(work);
    addTime(work);
    addExpenses(work);
    addInvoices(work);
    if (plan.number % 2 == 0) addEstimate(work);
}

void Filler::assign(Work& work)
{
    const Instant at = daysAgo(work.plan.startDay);
    const qint64 first = work.plan.number % m_users.size();
    for (qint64 i = 0; i < std::min<qint64>(4, m_users.size()); ++i) {
        const qint64 user = m_users[(first + i * 3) % m_users.size()];
        if (work.users.contains(user)) continue;
        m_books.add(Kind::UserAssignment,
                    Json::object({{u"project_id"_s, Json(work.id)},
                                  {u"user_id"_s, Json(user)},
                                  {u"is_project_manager"_s, Json(i == 0)}}),
                    at);
        work.users.append(user);
    }
    for (qsizetype i = 0; i < m_tasks.size(); ++i) {
        const Row task = *m_books.find(Kind::Task, m_tasks[i]);
        const bool billable =
            task.flag(u"billable_by_default") && work.plan.billing != business::Billing::Unbilled;
        m_books.add(Kind::TaskAssignment,
                    Json::object({{u"project_id"_s, Json(work.id)},
                                  {u"task_id"_s, Json(task.id)},
                                  {u"billable"_s, Json(billable)},
                                  {u"hourly_rate"_s,
                                   billable ? money(m_business.inCurrency(task.number(u"default_hourly_rate"),
                                                                          work.customer))
                                            : Json()}}),
                    at);
        work.tasks.append(task.id);
    }
}

void Filler::addTime(Work& work)
{
    QList<qint64> days;
    for (qint64 i = 0; i < kEntriesPerProject; ++i)
        days.append(1 + qint64(m_random.below(quint64(work.plan.startDay))));
    std::sort(days.begin(), days.end(), std::greater<>());
    for (const qint64 day : std::as_const(days))
        addEntry(work, day);
}

void Filler::addEntry(Work& work, qint64 daysBack)
{
    static constexpr const char16_t* kNotes[] = {
        u"", u"on site", u"Rückfrage geklärt", u"call, \"urgent\"", u"測定と調整", u"rework – see e-mail"};
    const Date day = utcDate(m_now).addDays(-daysBack);
    const qint64 quarters = 1 + qint64(m_random.below(32));
    // One in ten was typed in minutes; whole hours come without a fraction.
    Decimal hours = Decimal::fromScaled(quarters * 25, 2);
    if (quarters % 4 == 0 && chance(2)) hours = Decimal(quarters / 4);
    if (chance(10)) hours = Decimal::fromScaled(quarters * 25 + 7, 2);
    const qint64 user = work.users[qsizetype(m_random.below(quint64(work.users.size())))];
    const qint64 task = work.tasks[qsizetype(m_random.below(quint64(work.tasks.size())))];
    Row entry;
    entry.data = Json::object(
        {{u"spent_date"_s, formatDate(day)},
         {u"hours"_s, Json(hours)},
         {u"notes"_s, business::text(kNotes[m_random.below(std::size(kNotes))])},
         {u"user_id"_s, Json(user)},
         {u"project_id"_s, Json(work.id)},
         {u"task_id"_s, Json(task)},
         {u"is_closed"_s, Json(daysBack > 120)},
         {u"billable"_s, m_books.findAssignment(Kind::TaskAssignment, work.id, task)->data[u"billable"]}});
    if (chance(12))
        entry.data.set(u"external_reference"_s,
                       Json::object({{u"id"_s, QString::number(7'000'000'000 + work.plan.number)},
                                     {u"group_id"_s, u"board-"_s + QString::number(work.plan.number)},
                                     {u"account_id"_s, Json()},
                                     {u"permalink"_s, u"https://boards.example/c/%1"_s.arg(work.plan.number)},
                                     {u"service"_s, u"boards.example"_s},
                                     {u"service_icon_url"_s, Json()}}));
    entry.data.set(u"billable_rate"_s, billableRate(m_books, entry));
    const Row* person = m_books.find(Kind::User, user);
    entry.data.set(u"cost_rate"_s, (*person)[u"cost_rate"]);
    work.entries.append(m_books.add(Kind::TimeEntry, entry.data, daysAgo(daysBack, 17)));
}

void Filler::addExpenses(Work& work)
{
    if (work.plan.billing == business::Billing::Unbilled) return;
    for (qint64 i = 0; i < kExpensesPerProject; ++i) {
        const qint64 back = 1 + qint64(m_random.below(quint64(work.plan.startDay)));
        const Row category = *m_books.find(
            Kind::ExpenseCategory, m_categories[qsizetype(m_random.below(quint64(m_categories.size())))]);
        const Decimal units(qint64(5 + m_random.below(300)));
        const bool counted = category.has(u"unit_price");
        const Decimal cost =
            counted ? times(units, category.number(u"unit_price")).rounded(2)
                    : m_business.inCurrency(Decimal::fromScaled(qint64(900 + m_random.below(40'000)), 2),
                                            work.customer);
        Json receipt;
        if (chance(3))
            receipt =
                Json::object({{u"url"_s, u"https://practice.harvestapp.example/receipts/r%1.png"_s.arg(i)},
                              {u"file_name"_s, u"r%1.png"_s.arg(i)},
                              {u"file_size"_s, Json(20'000 + int(i))},
                              {u"content_type"_s, u"image/png"_s}});
        work.expenses.append(
            m_books.add(Kind::Expense,
                        Json::object({{u"spent_date"_s, dayAgo(back)},
                                      {u"notes"_s, chance(2) ? Json(u"Dinner, 2 people"_s) : Json(u""_s)},
                                      {u"units"_s, counted ? Json(units) : Json(cost)},
                                      {u"total_cost"_s, Json(cost)},
                                      {u"billable"_s, Json(!chance(4))},
                                      {u"is_closed"_s, Json(back > 120)},
                                      {u"user_id"_s, Json(work.users.first())},
                                      {u"project_id"_s, Json(work.id)},
                                      {u"expense_category_id"_s, Json(category.id)},
                                      {u"receipt"_s, receipt}}),
                        daysAgo(back, 18)));
    }
}

Json Filler::line(const QString& kind, const QString& words, const Json& quantity, const Json& price,
                  qint64 project, bool taxed)
{
    return Json::object({{u"id"_s, Json(++m_books.lastLineId)},
                         {u"project_id"_s, project == 0 ? Json() : Json(project)},
                         {u"kind"_s, kind},
                         {u"description"_s, words},
                         {u"quantity"_s, quantity},
                         {u"unit_price"_s, price},
                         {u"amount"_s, Json()},
                         {u"taxed"_s, Json(taxed)},
                         {u"taxed2"_s, Json(false)}});
}

Json Filler::productLines(const Customer& customer)
{
    Json lines = Json::array();
    for (quint64 i = 1 + m_random.below(3); i > 0; --i) {
        const business::Product& product = business::kProducts[m_random.below(business::kProducts.size())];
        qint64 cents = Business::listCents(product, customer);
        if (customer.currency == u"JPY") cents = (cents + 50) / 100 * 100;
        lines.append(line(business::text(product.code), business::text(product.name),
                          Json(qint64(1 + m_random.below(9))), money(cents), 0, product.taxable));
    }
    return lines;
}

// The work of three months ago and before is paid for, the one since then is invoiced, the last six weeks not
// yet.
void Filler::addInvoices(Work& work)
{
    if (work.plan.billing != business::Billing::Hours) return;
    for (const auto& [from, to] : {std::pair<qint64, qint64>(1000, 90), std::pair<qint64, qint64>(90, 45)}) {
        Decimal hours = Decimal::fromScaled(0, 2);
        Decimal rate;
        QList<qint64> taken;
        for (const qint64 id : std::as_const(work.entries)) {
            const Row entry = *m_books.find(Kind::TimeEntry, id);
            const QString day = entry.text(u"spent_date");
            if (!entry.flag(u"billable") || !entry.has(u"billable_rate") || day <= dayAgo(from) ||
                day > dayAgo(to))
                continue;
            if (!taken.isEmpty() && entry.number(u"billable_rate") != rate) continue;
            rate = entry.number(u"billable_rate");
            hours = plus(hours, entry.number(u"hours"));
            taken.append(id);
        }
        if (taken.isEmpty()) continue;
        Json lines = Json::array({line(u"Service"_s, u"[%1] %2"_s.arg(work.plan.code, work.plan.name),
                                       Json(hours), Json(rate), work.id, true)});
        const Json products = productLines(work.customer);
        for (const Json& product : products.toArray())
            lines.append(product);
        const bool old = to == 90;
        const quint64 fate = m_random.below(10);
        const qint64 issued = old ? 88 : 43;
        const qint64 invoice = addInvoice(work, lines, issued, !old && fate < 3 ? u"draft"_s : u"open"_s);
        for (const qint64 id : std::as_const(taken))
            m_books.set(Kind::TimeEntry, id, u"invoice_id"_s, Json(invoice), daysAgo(issued));
        const Decimal amount = m_books.find(Kind::Invoice, invoice)->number(u"amount");
        if (old && fate < 8)
            pay(invoice, amount, 60);
        else if (fate == 8)
            pay(invoice, percentOf(amount, Decimal(40)), 20);
        else if (old)
            m_books.set(Kind::Invoice, invoice, u"state"_s, u"closed"_s, daysAgo(10));
    }
}

qint64 Filler::addInvoice(const Work& work, const Json& lines, qint64 issuedDaysAgo, const QString& state)
{
    const bool home = work.customer.currency == u"AUD";
    const int days = m_business.premises(work.customer).termsDays.value_or(30);
    Json data =
        Json::object({{u"client_id"_s, Json(m_clients.value(work.plan.customer))},
                      {u"creator_id"_s, Json(m_users.first())},
                      {u"number"_s, QString::number(++m_lastNumber)},
                      {u"client_key"_s, QString::number(quint64(m_lastNumber) * 2'654'435'761ULL, 16)},
                      {u"purchase_order"_s, chance(3) ? Json(u"PO-%1"_s.arg(m_lastNumber)) : Json(u""_s)},
                      {u"tax"_s, home ? Json(Decimal::fromScaled(100, 1)) : Json()},
                      {u"discount"_s, chance(6) ? Json(Decimal(5)) : Json()},
                      {u"subject"_s, work.plan.name},
                      {u"notes"_s, Json()},
                      {u"state"_s, state},
                      {u"issue_date"_s, dayAgo(issuedDaysAgo)},
                      {u"due_date"_s, dayAgo(issuedDaysAgo - days)},
                      {u"payment_term"_s, u"custom"_s},
                      {u"currency"_s, work.customer.currency},
                      {u"line_items"_s, lines}});
    if (state == u"open") data.set(u"sent_at"_s, formatInstantSeconds(daysAgo(issuedDaysAgo, 10)));
    fillSums(data);
    data.set(u"due_amount"_s, data[u"amount"]);
    return m_books.add(Kind::Invoice, data, daysAgo(issuedDaysAgo, 9));
}

void Filler::pay(qint64 invoice, const Decimal& amount, qint64 daysBack)
{
    if (!(amount > Decimal(0))) return;
    m_books.add(
        Kind::InvoicePayment,
        Json::object({{u"invoice_id"_s, Json(invoice)},
                      {u"amount"_s, Json(amount)},
                      {u"paid_at"_s, dayAgo(daysBack) + u"T00:00:00Z"_s},
                      {u"paid_date"_s, dayAgo(daysBack)},
                      {u"recorded_by"_s, m_books.userName(m_users.first())},
                      {u"recorded_by_email"_s, m_books.find(Kind::User, m_users.first())->data[u"email"]},
                      {u"notes"_s, u"bank transfer"_s}}),
        daysAgo(daysBack));
    Row row = *m_books.find(Kind::Invoice, invoice);
    settleInvoice(m_books, row, daysAgo(daysBack));
    row.updated = daysAgo(daysBack);
    m_books.replace(Kind::Invoice, row);
}

void Filler::addEstimate(const Work& work)
{
    static constexpr const char16_t* kStates[] = {u"draft", u"sent", u"accepted", u"declined"};
    const QString state = business::text(kStates[work.plan.number / 2 % 4]);
    Json data = Json::object({{u"client_id"_s, Json(m_clients.value(work.plan.customer))},
                              {u"creator_id"_s, Json(m_users.first())},
                              {u"number"_s, QString::number(++m_lastEstimate)},
                              {u"client_key"_s, QString::number(quint64(m_lastEstimate) * 40'503ULL, 16)},
                              {u"subject"_s, work.plan.name},
                              {u"state"_s, state},
                              {u"issue_date"_s, dayAgo(work.plan.startDay)},
                              {u"currency"_s, work.customer.currency},
                              {u"line_items"_s, productLines(work.customer)}});
    const Json at = Json(formatInstantSeconds(daysAgo(work.plan.startDay, 11)));
    if (state != u"draft") data.set(u"sent_at"_s, at);
    if (state == u"accepted" || state == u"declined") data.set(state + u"_at"_s, at);
    fillSums(data);
    m_books.add(Kind::Estimate, data, daysAgo(work.plan.startDay, 9));
}

void Filler::addRunningTimer()
{
    const Rows& entries = m_books.rows(Kind::TimeEntry);
    for (auto it = entries.cend(); it != entries.cbegin();) {
        --it;
        const Row* project = m_books.find(Kind::Project, it->integer(u"project_id"));
        if (!project->flag(u"is_active")) continue;
        Json data = it->data;
        data.set(u"spent_date"_s, dayAgo(0));
        data.set(u"hours"_s, Json(Decimal::fromScaled(75, 2)));
        data.set(u"is_closed"_s, Json(false));
        data.set(u"invoice_id"_s, Json());
        data.set(u"timer_started_at"_s, formatInstantSeconds(m_now));
        m_books.add(Kind::TimeEntry, data, m_now);
        return;
    }
}

} // namespace tieout::sandbox::harvest
