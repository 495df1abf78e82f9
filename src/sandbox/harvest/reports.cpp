#include "sandbox/harvest/reports.h"

#include "sandbox/harvest/access.h"
#include "sandbox/harvest/listing.h"
#include "sandbox/harvest/printer.h"
#include "sandbox/harvest/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

struct Span {
    QString from;
    QString to;
    [[nodiscard]] bool holds(const Row& row) const
    {
        const QString day = row.text(u"spent_date");
        return day >= from && day <= to;
    }
};

/// The rows of one report: key → sums, in the order they were met.
class Sums final
{
  public:
    Json& row(const QString& key, const Json& head)
    {
        auto found = m_places.find(key);
        if (found == m_places.end()) {
            found = m_places.insert(key, m_rows.size());
            m_rows.append(head);
        }
        return m_rows[*found];
    }
    static void add(Json& row, const QString& name, const Decimal& value)
    {
        row.set(name, Json(plus(row[name].toDecimal(Decimal::fromScaled(0, 2)), value)));
    }
    [[nodiscard]] Json::Array printedRows() const
    {
        Json::Array all = m_rows;
        for (Json& row : all) {
            const Json::Object members = row.toObject();
            for (const auto& [name, value] : members) {
                if (value.isNumber() && !name.endsWith(u"_id"_s))
                    row.set(name, Json(printed(value.toDecimal())));
            }
        }
        return all;
    }

  private:
    QHash<QString, qsizetype> m_places;
    Json::Array m_rows;
};

// The failing side is the answer.
tl::expected<Span, Response> spanOf(const Call& call)
{
    const auto from = parseDate(call.request.queryValue(u"from"));
    const auto to = parseDate(call.request.queryValue(u"to"));
    if (!from || !to) return tl::unexpected(refusedReply({u"From and to dates are required"_s}));
    if (*to < *from) return tl::unexpected(refusedReply({u"To must be after from"_s}));
    if (from->daysTo(*to) > 365) {
        Response response = refusedReply({u"The timeframe can't be longer than 365 days"_s});
        response.status = call.modes.reportSpanStatus;
        return tl::unexpected(response);
    }
    return Span{formatDate(*from), formatDate(*to)};
}

struct Subject {
    const Row* project = nullptr;
    const Row* client = nullptr;
    [[nodiscard]] QString currency() const { return client ? client->text(u"currency") : QString(); }
};

Subject subjectOf(const Books& books, qint64 projectId)
{
    Subject subject;
    subject.project = books.find(Kind::Project, projectId);
    if (subject.project) subject.client = books.find(Kind::Client, subject.project->integer(u"client_id"));
    return subject;
}

void nameRow(Json& head, const QString& prefix, const Row* row)
{
    head.set(prefix + u"_id"_s, row ? Json(row->id) : Json());
    head.set(prefix + u"_name"_s, row ? (*row)[u"name"] : Json());
}

Json headOf(const Call& call, const QString& by, const Row& row, const Subject& subject)
{
    const Books& books = call.books;
    Json head = Json::object();
    if (by == u"clients" || by == u"projects") nameRow(head, u"client"_s, subject.client);
    if (by == u"projects") nameRow(head, u"project"_s, subject.project);
    if (by == u"tasks") nameRow(head, u"task"_s, books.find(Kind::Task, row.integer(u"task_id")));
    if (by == u"categories")
        nameRow(head, u"expense_category"_s,
                books.find(Kind::ExpenseCategory, row.integer(u"expense_category_id")));
    if (by != u"team") return head;
    const Row* user = books.find(Kind::User, row.integer(u"user_id"));
    if (!user) return head;
    head.set(u"user_id"_s, Json(user->id));
    head.set(u"user_name"_s, books.userName(user->id));
    if (!row.has(u"expense_category_id")) {
        head.set(u"weekly_capacity"_s, (*user)[u"weekly_capacity"]);
        head.set(u"avatar_url"_s, (*user)[u"avatar_url"]);
    }
    head.set(u"is_contractor"_s, (*user)[u"is_contractor"]);
    return head;
}

QString keyOf(const Json& head, const QString& currency)
{
    return QString::fromUtf8(head.toBytes()) + currency;
}

Response timeReport(const Call& call, const QString& by, const Span& span)
{
    Sums sums;
    for (const Row& entry : call.books.rows(Kind::TimeEntry)) {
        if (!span.holds(entry) || !maySee(call, Kind::TimeEntry, entry)) continue;
        const Subject subject = subjectOf(call.books, entry.integer(u"project_id"));
        const Json head = headOf(call, by, entry, subject);
        Json& row = sums.row(keyOf(head, subject.currency()), head);
        const Decimal hours = hoursOf(entry, call.now);
        const bool billable = entry.flag(u"billable");
        Sums::add(row, u"total_hours"_s, hours);
        Sums::add(row, u"billable_hours"_s, billable ? hours : Decimal());
        row.set(u"currency"_s, subject.currency());
        Sums::add(row, u"billable_amount"_s, times(hours, entry.number(u"billable_rate")).rounded(2));
    }
    return pageReply(call, u"results"_s, sums.printedRows());
}

Response expenseReport(const Call& call, const QString& by, const Span& span)
{
    Sums sums;
    for (const Row& expense : call.books.rows(Kind::Expense)) {
        if (!span.holds(expense) || !maySee(call, Kind::Expense, expense)) continue;
        const Subject subject = subjectOf(call.books, expense.integer(u"project_id"));
        const Json head = headOf(call, by, expense, subject);
        Json& row = sums.row(keyOf(head, subject.currency()), head);
        const Decimal cost = expense.number(u"total_cost");
        Sums::add(row, u"total_amount"_s, cost);
        Sums::add(row, u"billable_amount"_s, expense.flag(u"billable") ? cost : Decimal());
        row.set(u"currency"_s, subject.currency());
    }
    return pageReply(call, u"results"_s, sums.printedRows());
}

Json projectHead(const Subject& subject)
{
    Json head = Json::object();
    nameRow(head, u"client"_s, subject.client);
    nameRow(head, u"project"_s, subject.project);
    return head;
}

Response uninvoicedReport(const Call& call, const Span& span)
{
    Sums sums;
    const auto rowFor = [&](const Row& tracked) -> Json& {
        const Subject subject = subjectOf(call.books, tracked.integer(u"project_id"));
        Json head = projectHead(subject);
        head.set(u"currency"_s, subject.currency());
        Json& row = sums.row(keyOf(head, {}), head);
        for (const QString& name :
             {u"total_hours"_s, u"uninvoiced_hours"_s, u"uninvoiced_expenses"_s, u"uninvoiced_amount"_s})
            Sums::add(row, name, Decimal());
        return row;
    };
    for (const Row& entry : call.books.rows(Kind::TimeEntry)) {
        if (!span.holds(entry) || !maySee(call, Kind::TimeEntry, entry)) continue;
        Json& row = rowFor(entry);
        const Decimal hours = hoursOf(entry, call.now);
        Sums::add(row, u"total_hours"_s, hours);
        if (entry.has(u"invoice_id") || !entry.flag(u"billable")) continue;
        Sums::add(row, u"uninvoiced_hours"_s, hours);
        Sums::add(row, u"uninvoiced_amount"_s, times(hours, entry.number(u"billable_rate")).rounded(2));
    }
    for (const Row& expense : call.books.rows(Kind::Expense)) {
        if (!span.holds(expense) || !maySee(call, Kind::Expense, expense)) continue;
        if (expense.has(u"invoice_id") || !expense.flag(u"billable")) continue;
        Json& row = rowFor(expense);
        Sums::add(row, u"uninvoiced_expenses"_s, expense.number(u"total_cost"));
        Sums::add(row, u"uninvoiced_amount"_s, expense.number(u"total_cost"));
    }
    return pageReply(call, u"results"_s, sums.printedRows());
}

Response budgetReport(const Call& call)
{
    QHash<qint64, Decimal> hours;
    QHash<qint64, Decimal> money;
    for (const Row& entry : call.books.rows(Kind::TimeEntry)) {
        const qint64 project = entry.integer(u"project_id");
        const Decimal worked = hoursOf(entry, call.now);
        hours[project] = plus(hours[project], worked);
        money[project] = plus(money[project], times(worked, entry.number(u"billable_rate")).rounded(2));
    }
    const QString wanted = call.request.queryValue(u"is_active");
    Json::Array rows;
    const Rows& all = call.books.rows(Kind::Project);
    for (auto it = all.cend(); it != all.cbegin();) {
        --it;
        const Row& project = *it;
        if (!maySee(call, Kind::Project, project)) continue;
        if (!wanted.isEmpty() && project.flag(u"is_active") != (wanted == u"true")) continue;
        const QString by = project.text(u"budget_by");
        const bool inMoney = by == u"project_cost" || by == u"task_fees";
        const Decimal spent = inMoney ? money[project.id] : hours[project.id];
        const Json& budget = project[inMoney && project.has(u"cost_budget") ? QStringView(u"cost_budget")
                                                                            : QStringView(u"budget")];
        Json row = projectHead(subjectOf(call.books, project.id));
        row.set(u"budget_is_monthly"_s, project[u"budget_is_monthly"]);
        row.set(u"budget_by"_s, project[u"budget_by"]);
        row.set(u"is_active"_s, project[u"is_active"]);
        row.set(u"budget"_s, budget.isNull() ? Json() : Json(printed(budget.toDecimal())));
        row.set(u"budget_spent"_s, Json(printed(spent)));
        row.set(u"budget_remaining"_s,
                budget.isNull() ? Json() : Json(printed(minus(budget.toDecimal(), spent))));
        rows.append(row);
    }
    return pageReply(call, u"results"_s, rows);
}

} // namespace

Response answerReport(const Call& call)
{
    if (!call.is("GET")) return notFoundPage();
    const QString what = call.path.value(1);
    const QString by = call.path.value(2);
    if (what == u"project_budget" && call.path.size() == 2) return budgetReport(call);
    static const QStringList kTime{u"clients"_s, u"projects"_s, u"tasks"_s, u"team"_s};
    static const QStringList kExpenses{u"clients"_s, u"projects"_s, u"categories"_s, u"team"_s};
    const bool time = what == u"time" && call.path.size() == 3 && kTime.contains(by);
    const bool expenses = what == u"expenses" && call.path.size() == 3 && kExpenses.contains(by);
    const bool uninvoiced = what == u"uninvoiced" && call.path.size() == 2;
    if (!time && !expenses && !uninvoiced) return notFoundPage();
    const auto span = spanOf(call);
    if (!span) return span.error();
    if (time) return timeReport(call, by, *span);
    return expenses ? expenseReport(call, by, *span) : uninvoicedReport(call, *span);
}

} // namespace tieout::sandbox::harvest
