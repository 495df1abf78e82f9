#include "sandbox/xero/ledger/reportsresource.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/ledger/postings.h"
#include "sandbox/xero/ledger/reportwriter.h"
#include "sandbox/xero/ledger/summaryreports.h"
#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

const Decimal kNothing = Decimal::fromScaled(0, 2);

Date dayOf(const Call& call, QStringView name, Date otherwise)
{
    return parseDate(call.request.queryValue(name).left(10)).value_or(otherwise);
}

Response refused(QStringView message)
{
    return exceptionReply(10, u"ValidationException", message);
}

QString cell(const Decimal& amount)
{
    return amount.rounded(2).toString();
}

QString dayCell(Date date)
{
    return date.isValid() ? formatDate(date) + u"T00:00:00"_s : QString();
}

/// The open documents of one contact, oldest first, with the sums below them.
class AgedReport final
{
  public:
    AgedReport(const Call& call, InvoiceType type, int contact)
        : m_call(call)
        , m_type(type)
        , m_contact(contact)
        , m_asAt(dayOf(call, u"date", call.tenant.organisation.today(call.now)))
        , m_from(dayOf(call, u"fromDate", Date()))
        , m_to(dayOf(call, u"toDate", m_asAt))
    {
        collect();
    }

    [[nodiscard]] Response write() const
    {
        const QString name = m_type == InvoiceType::Receivable ? u"Aged Receivables By Contact"_s
                                                               : u"Aged Payables By Contact"_s;
        QString type = name;
        type.remove(u' ');
        const Tenant& tenant = m_call.tenant;
        const QString range = m_from.isValid() ? u"From %1 to %2"_s.arg(reportDay(m_from), reportDay(m_to))
                                               : u"To "_s + reportDay(m_to);
        ReportWriter report(m_call, name, type,
                            {m_type == InvoiceType::Receivable ? u"Invoices"_s : u"Bills"_s,
                             tenant.contacts.at(m_contact).name(), range,
                             u"Showing payments to "_s + reportDay(m_asAt)},
                            m_asAt);
        report.header({u"Date"_s, m_type == InvoiceType::Receivable ? u"Number"_s : u"Reference"_s,
                       u"Due Date"_s, QString(), u"Total"_s, u"Paid"_s, u"Credited"_s, u"Due"_s});
        report.beginSection(u"");
        report.row({dayCell(m_from), u"Opening Balance"_s, {}, {}, {}, {}, {}, cell(m_opening)});
        report.endSection();
        report.beginSection(u"");
        for (const int position : m_rows)
            writeInvoice(report, tenant.invoices.at(position));
        const QStringList sums{cell(m_total), cell(m_paid), cell(m_credited), cell(m_due)};
        report.summary(QStringList{u"Total"_s, {}, {}, {}} + sums);
        report.endSection();
        report.beginSection(u"");
        report.summary(
            {u"Closing Balance"_s, {}, {}, {}, sums[0], sums[1], sums[2], cell(sumOf(m_due, m_opening))});
        report.endSection();
        return report.finish();
    }

  private:
    void collect()
    {
        const InvoiceBook& invoices = m_call.tenant.invoices;
        for (int position = 0; position < invoices.size(); ++position) {
            const Invoice& invoice = invoices.at(position);
            const bool ours = invoice.contact == m_contact && invoice.status == InvoiceStatus::Authorised &&
                              invoice.type == m_type;
            if (!ours || invoice.date > m_to) continue;
            if (m_from.isValid() && invoice.date < m_from) {
                m_opening = sumOf(m_opening, invoice.amountDue());
                continue;
            }
            m_rows.push_back(position);
            m_total = sumOf(m_total, invoice.total);
            m_paid = sumOf(m_paid, invoice.amountPaid);
            m_credited = sumOf(m_credited, invoice.amountCredited);
            m_due = sumOf(m_due, invoice.amountDue());
        }
        std::sort(m_rows.begin(), m_rows.end(), [&invoices](int left, int right) {
            return invoices.at(left).dueDate < invoices.at(right).dueDate;
        });
    }

    void writeInvoice(ReportWriter& report, const Invoice& invoice) const
    {
        const qint64 late = invoice.dueDate.isValid() ? invoice.dueDate.daysTo(m_asAt) : 0;
        const QString overdue =
            late > 0 ? u"%1 %2 overdue"_s.arg(late).arg(late == 1 ? u"day" : u"days") : QString();
        report.row({dayCell(invoice.date), invoice.number, dayCell(invoice.dueDate), overdue,
                    cell(invoice.total), cell(invoice.amountPaid), cell(invoice.amountCredited),
                    cell(invoice.amountDue())},
                   "invoiceID", invoice.id);
    }

    const Call& m_call;
    InvoiceType m_type;
    int m_contact;
    Date m_asAt;
    Date m_from;
    Date m_to;
    std::vector<int> m_rows;
    Decimal m_opening = kNothing;
    Decimal m_total = kNothing;
    Decimal m_paid = kNothing;
    Decimal m_credited = kNothing;
    Decimal m_due = kNothing;
};

Response aged(const Call& call, InvoiceType type)
{
    const QString id = call.request.queryValue(u"contactId");
    if (id.isEmpty()) return refused(u"The contactId must be specified.");
    const int contact = call.tenant.contacts.byId(parseGuid(id));
    if (contact < 0) return refused(u"The Contact with the specified ContactID could not be found");
    return AgedReport(call, type, contact).write();
}

constexpr std::pair<AccountClass, QStringView> kClasses[] = {{AccountClass::Revenue, u"Revenue"},
                                                             {AccountClass::Expense, u"Expenses"},
                                                             {AccountClass::Asset, u"Assets"},
                                                             {AccountClass::Liability, u"Liabilities"},
                                                             {AccountClass::Equity, u"Equity"}};

Date yearStart(const Organisation& organisation, Date day)
{
    Date end(day.year(), organisation.yearEndMonth, organisation.yearEndDay);
    if (end >= day) end = end.addYears(-1);
    return end.addDays(1);
}

Response trialBalance(const Call& call)
{
    const Tenant& tenant = call.tenant;
    const Date asAt = dayOf(call, u"date", tenant.organisation.today(call.now));
    const auto& accounts = tenant.chart.accounts();
    const std::vector<Posting> postings = postingsOf(tenant);
    const Date monthStart(asAt.year(), asAt.month(), 1);
    const auto month = balancesOf(postings, accounts.size(), monthStart, asAt);
    const auto year = balancesOf(postings, accounts.size(), Date(), asAt);
    ReportWriter report(call, u"Trial Balance", u"TrialBalance",
                        {u"Trial Balance"_s, tenant.organisation.name, u"As at "_s + reportDay(asAt)}, asAt);
    report.header({u"Account"_s, u"Debit"_s, u"Credit"_s, u"YTD Debit"_s, u"YTD Credit"_s});
    const auto sides = [](const Decimal& amount) {
        return amount.isNegative() ? QStringList{QString(), cell(amount.negated())}
                                   : QStringList{cell(amount), QString()};
    };
    Decimal debits = kNothing;
    Decimal credits = kNothing;
    for (const auto& [accountClass, title] : kClasses) {
        report.beginSection(title);
        for (size_t index = 0; index < accounts.size(); ++index) {
            const Account& account = accounts[index];
            if (account.accountClass != accountClass || (year[index].isZero() && month[index].isZero()))
                continue;
            Decimal& side = year[index].isNegative() ? credits : debits;
            side = sumOf(side, year[index].abs());
            report.row(QStringList{u"%1 (%2)"_s.arg(account.name, account.code)} + sides(month[index]) +
                           sides(year[index]),
                       "account", account.id);
        }
        report.endSection();
    }
    report.beginSection(u"");
    report.summary({u"Total"_s, QString(), QString(), cell(debits), cell(credits)});
    report.endSection();
    return report.finish();
}

/// On which side a class of accounts grows.
enum class Side : quint8 { Debit, Credit };

/// Sections of accounts with a total each, positive on the side where they grow.
Decimal writeClass(ReportWriter& report, const Tenant& tenant, const std::vector<Decimal>& sums,
                   AccountClass accountClass, QStringView title, Side side)
{
    Decimal total = kNothing;
    report.beginSection(title);
    for (size_t index = 0; index < sums.size(); ++index) {
        const Account& account = tenant.chart.accounts()[index];
        if (account.accountClass != accountClass || sums[index].isZero()) continue;
        const Decimal amount = side == Side::Credit ? sums[index].negated() : sums[index];
        total = sumOf(total, amount);
        report.row({account.name, cell(amount)}, "account", account.id);
    }
    report.summary({u"Total "_s + title.toString(), cell(total)});
    report.endSection();
    return total;
}

Response profitAndLoss(const Call& call)
{
    const Tenant& tenant = call.tenant;
    const Date today = tenant.organisation.today(call.now);
    const Date from = dayOf(call, u"fromDate", Date(today.year(), today.month(), 1));
    const Date to = dayOf(call, u"toDate", today);
    if (from > to) return refused(u"The fromDate must not be after the toDate.");
    const QString range = u"%1 to %2"_s.arg(reportDay(from), reportDay(to));
    ReportWriter report(call, u"Profit and Loss", u"ProfitAndLoss",
                        {u"Profit & Loss"_s, tenant.organisation.name, range}, to);
    report.header({QString(), reportDay(to)});
    const auto sums = balancesOf(postingsOf(tenant), tenant.chart.accounts().size(), from, to);
    const Decimal income = writeClass(report, tenant, sums, AccountClass::Revenue, u"Income", Side::Credit);
    const Decimal costs =
        writeClass(report, tenant, sums, AccountClass::Expense, u"Less Operating Expenses", Side::Debit);
    report.beginSection(u"");
    report.row({u"NET PROFIT"_s, cell(differenceOf(income, costs))});
    report.endSection();
    return report.finish();
}

Response balanceSheet(const Call& call)
{
    const Tenant& tenant = call.tenant;
    const Date asAt = dayOf(call, u"date", tenant.organisation.today(call.now));
    const std::vector<Posting> postings = postingsOf(tenant);
    const size_t accounts = tenant.chart.accounts().size();
    const auto sums = balancesOf(postings, accounts, Date(), asAt);
    const auto thisYear = balancesOf(postings, accounts, yearStart(tenant.organisation, asAt), asAt);
    ReportWriter report(call, u"Balance Sheet", u"BalanceSheet",
                        {u"Balance Sheet"_s, tenant.organisation.name, u"As at "_s + reportDay(asAt)}, asAt);
    report.header({QString(), reportDay(asAt)});
    const Decimal assets = writeClass(report, tenant, sums, AccountClass::Asset, u"Assets", Side::Debit);
    const Decimal debts =
        writeClass(report, tenant, sums, AccountClass::Liability, u"Liabilities", Side::Credit);
    report.beginSection(u"");
    report.row({u"Net Assets"_s, cell(differenceOf(assets, debts))});
    report.endSection();
    Decimal current = kNothing;
    Decimal earlier = kNothing;
    for (size_t index = 0; index < accounts; ++index) {
        const AccountClass own = tenant.chart.accounts()[index].accountClass;
        if (own != AccountClass::Revenue && own != AccountClass::Expense) continue;
        current = differenceOf(current, thisYear[index]);
        earlier = differenceOf(earlier, differenceOf(sums[index], thisYear[index]));
    }
    report.beginSection(u"Equity");
    report.row({u"Current Year Earnings"_s, cell(current)});
    report.row({u"Retained Earnings"_s, cell(earlier)});
    report.summary({u"Total Equity"_s, cell(sumOf(current, earlier))});
    report.endSection();
    return report.finish();
}

Response bankSummary(const Call& call)
{
    const Tenant& tenant = call.tenant;
    const Date today = tenant.organisation.today(call.now);
    const Date from = dayOf(call, u"fromDate", Date(today.year(), today.month(), 1));
    const Date to = dayOf(call, u"toDate", today);
    const std::vector<Posting> postings = postingsOf(tenant);
    ReportWriter report(
        call, u"Bank Summary", u"BankSummary",
        {u"Bank Summary"_s, tenant.organisation.name, u"From %1 to %2"_s.arg(reportDay(from), reportDay(to))},
        to);
    report.header({u"Bank Accounts"_s, u"Opening Balance"_s, u"Cash Received"_s, u"Cash Spent"_s,
                   u"Closing Balance"_s});
    report.beginSection(u"");
    std::array<Decimal, 4> totals{kNothing, kNothing, kNothing, kNothing};
    for (size_t index = 0; index < tenant.chart.accounts().size(); ++index) {
        const Account& account = tenant.chart.accounts()[index];
        if (!account.isBank() || account.deleted) continue;
        std::array<Decimal, 4> sums{kNothing, kNothing, kNothing, kNothing};
        for (const Posting& posting : postings) {
            if (posting.account != int(index) || posting.date > to) continue;
            const size_t column = posting.date < from ? 0 : (posting.amount.isNegative() ? 2 : 1);
            sums[column] = sumOf(sums[column], column == 2 ? posting.amount.abs() : posting.amount);
            sums[3] = sumOf(sums[3], posting.amount);
        }
        QStringList texts{account.name};
        for (size_t column = 0; column < sums.size(); ++column) {
            texts << cell(sums[column]);
            totals[column] = sumOf(totals[column], sums[column]);
        }
        report.row(texts, "accountID", account.id);
    }
    report.summary({u"Total"_s, cell(totals[0]), cell(totals[1]), cell(totals[2]), cell(totals[3])});
    report.endSection();
    return report.finish();
}

} // namespace

Response answerReports(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    if (call.path.size() == 1) return publishedReports(call);
    const auto is = [&call](QStringView name) {
        return name.compare(call.path[1], Qt::CaseInsensitive) == 0;
    };
    if (is(u"AgedReceivablesByContact")) return aged(call, InvoiceType::Receivable);
    if (is(u"AgedPayablesByContact")) return aged(call, InvoiceType::Payable);
    if (is(u"TrialBalance")) return trialBalance(call);
    if (is(u"ProfitAndLoss")) return profitAndLoss(call);
    if (is(u"BalanceSheet")) return balanceSheet(call);
    if (is(u"BankSummary")) return bankSummary(call);
    if (is(u"BudgetSummary")) return budgetSummary(call);
    if (is(u"ExecutiveSummary")) return executiveSummary(call);
    return is(u"TenNinetyNine") ? tenNinetyNine(call) : notFoundReply();
}

} // namespace tieout::sandbox::xero
