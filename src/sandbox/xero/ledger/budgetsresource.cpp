#include "sandbox/xero/ledger/budgetsresource.h"

#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct MonthRange {
    Date from;
    Date to;
};

// The calls name days; a budget knows months.
MonthRange rangeOf(const Request& request)
{
    const auto month = [&request](QStringView name) -> Date {
        const Result<Date> day = parseDate(request.queryValue(name).left(10));
        return day ? Date(day->year(), day->month(), 1) : Date();
    };
    return {month(u"DateFrom"), month(u"DateTo")};
}

void writeTrackingOf(ReplyWriter& writer, const TrackingBook& book, const Budget& budget)
{
    writer.beginArray("Tracking");
    for (const TrackingMark& mark : budget.tracking) {
        const TrackingCategory& category = book.categories()[size_t(mark.category)];
        const TrackingOption& option = category.options[size_t(mark.option)];
        writer.beginObject();
        writer.guid("TrackingCategoryID", category.id);
        writer.text("Name", category.name);
        writer.guid("TrackingOptionID", option.id);
        writer.text("Option", option.name);
        writer.endObject();
    }
    writer.endArray();
}

void writeLine(ReplyWriter& writer, const Chart& chart, const BudgetLine& line, const MonthRange& range)
{
    writer.beginObject();
    writer.guid("AccountID", chart.account(line.account).id);
    writer.text("AccountCode", chart.account(line.account).code);
    writer.beginArray("BudgetBalances");
    for (const BudgetBalance& balance : line.balances) {
        if (range.from.isValid() && balance.month < range.from) continue;
        if (range.to.isValid() && balance.month > range.to) continue;
        writer.beginObject();
        writer.text("Period", balance.month.toString(u"yyyy-MM"));
        writer.number("Amount", balance.amount.rounded(2));
        writer.text("Notes", balance.notes);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
}

Response show(const Call& call, const RowChoice& choice, RowDetail detail)
{
    const MonthRange range = rangeOf(call.request);
    return rowsReply(call, "Budgets", choice, [&](ReplyWriter& writer, int position) {
        const Budget& budget = call.tenant.budgets.at(position);
        writer.guid("BudgetID", budget.id);
        writer.ascii("Status", "APPROVED");
        writer.text("Description", budget.description);
        writer.ascii("Type", budget.tracking.empty() ? "OVERALL" : "TRACKING");
        writer.instant("UpdatedDateUTC", budget.updated);
        writer.beginArray("BudgetLines");
        for (const BudgetLine& line : budget.lines) {
            if (detail == RowDetail::Whole) writeLine(writer, call.tenant.chart, line, range);
        }
        writer.endArray();
        writeTrackingOf(writer, call.tenant.tracking, budget);
    });
}

} // namespace

Response answerBudgets(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    const RowBook<Budget>& budgets = call.tenant.budgets;
    if (call.path.size() == 2) {
        const int position = budgets.byId(parseGuid(call.path[1]));
        return position < 0 ? notFoundReply() : show(call, {{position}, std::nullopt}, RowDetail::Whole);
    }
    const std::optional<QStringList> ids = queryList(call.request, u"IDs");
    RowChoice choice;
    for (int position = 0; position < budgets.size(); ++position) {
        if (!ids || ids->contains(guidText(budgets.at(position).id), Qt::CaseInsensitive))
            choice.rows.push_back(position);
    }
    return show(call, choice, ids ? RowDetail::Whole : RowDetail::Head);
}

} // namespace tieout::sandbox::xero
