#include "sandbox/harvest/rules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

Rules rulesOf(Kind kind)
{
    switch (kind) {
    case Kind::Project:
    case Kind::Task:
    case Kind::TaskAssignment:
    case Kind::UserAssignment:
        return projectRules(kind);
    case Kind::TimeEntry:
        return timeRules();
    case Kind::Expense:
    case Kind::ExpenseCategory:
        return expenseRules(kind);
    case Kind::Invoice:
    case Kind::Estimate:
    case Kind::InvoiceItemCategory:
    case Kind::EstimateItemCategory:
        return documentRules(kind);
    default:
        return partyRules(kind);
    }
}

const Row* needLink(Draft& draft, QStringView name, Kind target)
{
    if (!draft.row.has(name)) return nullptr;
    const Row* found = draft.call.books.find(target, draft.row.integer(name));
    if (!found) draft.refuse(labelOf(name) + u" must exist"_s);
    return found;
}

void needOneOf(Draft& draft, QStringView name, const QStringList& words)
{
    const QString word = draft.row.text(name);
    if (!word.isEmpty() && !words.contains(word))
        draft.refuse(labelOf(name) + u" is not included in the list"_s);
}

void needUnique(Draft& draft, QStringView name, const QString& problem)
{
    const QString wanted = draft.row.text(name).trimmed();
    if (wanted.isEmpty()) return;
    for (const Row& row : draft.call.books.rows(draft.kind)) {
        if (row.id == draft.row.id) continue;
        if (row.text(name).trimmed().compare(wanted, Qt::CaseInsensitive) != 0) continue;
        draft.refuse(problem);
        return;
    }
}

void sendMail(Call& call, const QString& kind, const QString& to, const QString& subject)
{
    call.books.outbox.append(Json::object({{u"kind"_s, kind},
                                           {u"to"_s, to},
                                           {u"subject"_s, subject},
                                           {u"at"_s, formatInstantSeconds(call.now)}}));
}

std::optional<Decimal> rateAt(const Books& books, Kind kind, qint64 userId, const QString& day)
{
    std::optional<Decimal> rate;
    QString since;
    for (const Row& row : books.rows(kind)) {
        const QString start = row.text(u"start_date");
        if (row.integer(u"user_id") != userId || start > day || start < since) continue;
        rate = row.number(u"amount");
        since = start;
    }
    return rate;
}

} // namespace tieout::sandbox::harvest
