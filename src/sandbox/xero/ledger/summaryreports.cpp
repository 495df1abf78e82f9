#include "sandbox/xero/ledger/summaryreports.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/ledger/postings.h"
#include "sandbox/xero/ledger/reportwriter.h"
#include "sandbox/xero/wire/replies.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

const Decimal kNothing = Decimal::fromScaled(0, 2);

QString cell(const Decimal& amount)
{
    return amount.rounded(2).toString();
}

Date monthOf(const Call& call)
{
    const Date today = call.tenant.organisation.today(call.now);
    const Date day = parseDate(call.request.queryValue(u"date").left(10)).value_or(today);
    return {day.year(), day.month(), 1};
}

/// A whole number of the query within its limits; nothing when it is out of them.
std::optional<int> stated(const Call& call, QStringView name, int otherwise, int most)
{
    const QString text = call.request.queryValue(name);
    if (text.isEmpty()) return otherwise;
    bool whole = false;
    const int number = text.toInt(&whole);
    if (!whole || number < 1 || number > most) return std::nullopt;
    return number;
}

/// The columns of a budget summary: periods of some months each.
struct Periods {
    Date start;
    int count = 1;
    int months = 1;

    [[nodiscard]] int columnOf(Date month) const
    {
        constexpr int kMonthsPerYear = 12;
        const int distance = (month.year() - start.year()) * kMonthsPerYear + month.month() - start.month();
        return distance < 0 || distance >= count * months ? -1 : distance / months;
    }
};

using Amounts = std::vector<Decimal>;

Amounts budgeted(const BudgetLine& line, const Periods& periods)
{
    Amounts sums(size_t(periods.count), kNothing);
    for (const BudgetBalance& balance : line.balances) {
        const int column = periods.columnOf(balance.month);
        if (column >= 0) sums[size_t(column)] = sumOf(sums[size_t(column)], balance.amount);
    }
    return sums;
}

void addTo(Amounts& sums, const Amounts& more)
{
    for (size_t column = 0; column < sums.size(); ++column)
        sums[column] = sumOf(sums[column], more[column]);
}

QStringList cellsOf(const QString& title, const Amounts& amounts)
{
    QStringList texts{title};
    for (const Decimal& amount : amounts)
        texts << cell(amount);
    return texts;
}

Amounts writeBudgetPart(ReportWriter& report, const Call& call, const Budget& budget, const Periods& periods,
                        AccountClass accountClass, const QString& title)
{
    const Chart& chart = call.tenant.chart;
    Amounts total(size_t(periods.count), kNothing);
    report.beginSection(title);
    for (const BudgetLine& line : budget.lines) {
        const Account& account = chart.account(line.account);
        if (account.accountClass != accountClass) continue;
        const Amounts amounts = budgeted(line, periods);
        addTo(total, amounts);
        report.row(cellsOf(account.name, amounts), "account", account.id);
    }
    report.summary(cellsOf(u"Total "_s + title, total));
    report.endSection();
    return total;
}

/// The figures of one month that the executive summary compares.
struct MonthFigures {
    Decimal received = kNothing;
    Decimal spent = kNothing;
    Decimal closing = kNothing;
    Decimal income = kNothing;
    Decimal expenses = kNothing;
};

MonthFigures figuresOf(const Tenant& tenant, const std::vector<Posting>& postings, Date month)
{
    MonthFigures figures;
    const Date last = month.addMonths(1).addDays(-1);
    for (const Posting& posting : postings) {
        if (posting.account < 0 || posting.date > last) continue;
        const Account& account = tenant.chart.account(posting.account);
        const bool inMonth = posting.date >= month;
        if (account.isBank()) {
            figures.closing = sumOf(figures.closing, posting.amount);
            Decimal& side = posting.amount.isNegative() ? figures.spent : figures.received;
            if (inMonth) side = sumOf(side, posting.amount.abs());
        } else if (inMonth && account.accountClass == AccountClass::Revenue) {
            figures.income = differenceOf(figures.income, posting.amount);
        } else if (inMonth && account.accountClass == AccountClass::Expense) {
            figures.expenses = sumOf(figures.expenses, posting.amount);
        }
    }
    return figures;
}

QString variance(const Decimal& now, const Decimal& before)
{
    const Decimal hundred(100);
    const Result<Decimal> share = differenceOf(now, before).times(hundred);
    const Result<Decimal> ratio = share && !before.isZero() ? share->dividedBy(before.abs()) : share;
    return before.isZero() || !ratio ? u"0.0%"_s : ratio->rounded(1).toString() + u'%';
}

void compareRow(ReportWriter& report, const QString& title, const Decimal& now, const Decimal& before)
{
    report.row({title, cell(now), cell(before), variance(now, before)});
}

} // namespace

Response budgetSummary(const Call& call)
{
    const std::optional<int> count = stated(call, u"periods", 12, 12);
    const std::optional<int> months = stated(call, u"timeframe", 1, 12);
    if (!count || !months || (*months != 1 && *months != 3 && *months != 12))
        return exceptionReply(10, u"ValidationException",
                              u"Periods must be from 1 to 12 and timeframe 1, 3 or 12.");
    const Periods periods{monthOf(call), *count, *months};
    const Tenant& tenant = call.tenant;
    static const Budget kEmpty;
    const Budget& budget = tenant.budgets.size() > 0 ? tenant.budgets.at(0) : kEmpty;
    const Date last = periods.start.addMonths(*count * *months - 1);
    const QLocale english = QLocale::c();
    ReportWriter report(call, u"Budget Summary", u"BudgetSummary",
                        {u"Overall Budget"_s, u"Budget Summary"_s, tenant.organisation.name,
                         u"%1 to %2"_s.arg(english.toString(periods.start, u"MMMM yyyy"),
                                           english.toString(last, u"MMMM yyyy"))},
                        periods.start);
    QStringList heads{u"Account"_s};
    for (int column = 0; column < *count; ++column)
        heads << english.toString(periods.start.addMonths(column * *months), u"MMM-yy");
    report.header(heads);
    Amounts net = writeBudgetPart(report, call, budget, periods, AccountClass::Revenue, u"Income"_s);
    Amounts costs = writeBudgetPart(report, call, budget, periods, AccountClass::Expense, u"Expenses"_s);
    for (size_t column = 0; column < net.size(); ++column)
        net[column] = differenceOf(net[column], costs[column]);
    report.beginSection(u"");
    report.summary(cellsOf(u"Net Profit"_s, net));
    report.endSection();
    return report.finish();
}

Response executiveSummary(const Call& call)
{
    const Date month = monthOf(call);
    const Date earlier = month.addMonths(-1);
    const Tenant& tenant = call.tenant;
    const std::vector<Posting> postings = postingsOf(tenant);
    const MonthFigures now = figuresOf(tenant, postings, month);
    const MonthFigures before = figuresOf(tenant, postings, earlier);
    const QLocale english = QLocale::c();
    ReportWriter report(call, u"Executive Summary", u"ExecutiveSummary",
                        {u"Executive Summary"_s, tenant.organisation.name,
                         u"For the month of "_s + english.toString(month, u"MMMM yyyy")},
                        month);
    report.header({QString(), english.toString(month, u"MMM yyyy"), english.toString(earlier, u"MMM yyyy"),
                   u"Variance"_s});
    report.beginSection(u"Cash");
    compareRow(report, u"Cash received"_s, now.received, before.received);
    compareRow(report, u"Cash spent"_s, now.spent, before.spent);
    compareRow(report, u"Cash surplus (deficit)"_s, differenceOf(now.received, now.spent),
               differenceOf(before.received, before.spent));
    compareRow(report, u"Closing bank balance"_s, now.closing, before.closing);
    report.endSection();
    report.beginSection(u"Profitability");
    compareRow(report, u"Income"_s, now.income, before.income);
    compareRow(report, u"Expenses"_s, now.expenses, before.expenses);
    compareRow(report, u"Profit (loss)"_s, differenceOf(now.income, now.expenses),
               differenceOf(before.income, before.expenses));
    report.endSection();
    return report.finish();
}

Response tenNinetyNine(const Call& call)
{
    const Tenant& tenant = call.tenant;
    if (tenant.organisation.version != "US"_L1) return notFoundReply();
    const int thisYear = tenant.organisation.today(call.now).year();
    const QString asked = call.request.queryValue(u"reportYear");
    const int year = asked.isEmpty() ? thisYear : asked.toInt();
    if (year < 2000 || year > thisYear)
        return exceptionReply(10, u"ValidationException", u"The reportYear must be valid.");
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("Reports");
    for (const QStringView name : {u"1099-NEC report", u"1099-MISC report"}) {
        writer.beginObject();
        writer.text("ReportName", name);
        writer.text("ReportDate", u"1 Jan %1 to 31 Dec %1"_s.arg(year));
        writer.emptyArray("Fields");
        writer.emptyArray("Contacts");
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response publishedReports(const Call& call)
{
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.emptyArray("Reports");
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

} // namespace tieout::sandbox::xero
