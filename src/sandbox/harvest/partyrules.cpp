#include "sandbox/harvest/rules.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

void checkClient(Draft& draft)
{
    needUnique(draft, u"name", u"Name has already been taken"_s);
    const QString currency = draft.row.text(u"currency");
    if (currency.isEmpty()) draft.row.data.set(u"currency"_s, u"AUD"_s); // the company's own
    const bool code = currency.isEmpty() || (currency.size() == 3 && currency == currency.toUpper());
    if (!code) draft.refuse(u"Currency is not included in the list"_s);
    if (draft.isNew()) {
        const QByteArray seed =
            draft.row.text(u"name").toUtf8() + QByteArray::number(msSinceEpoch(draft.call.now));
        const QByteArray key = QCryptographicHash::hash(seed, QCryptographicHash::Md5).toHex();
        draft.row.data.set(u"statement_key"_s, QString::fromLatin1(key));
    }
}

// Archiving a client archives its projects.
void clientStored(Call& call, const Row& row, bool isNew)
{
    if (isNew || row.flag(u"is_active")) return;
    QList<qint64> projects;
    for (const Row& project : call.books.rows(Kind::Project)) {
        if (project.integer(u"client_id") == row.id && project.flag(u"is_active"))
            projects.append(project.id);
    }
    for (const qint64 id : projects)
        call.books.set(Kind::Project, id, u"is_active"_s, Json(false), call.now);
}

QString clientKeeps(const Call& call, const Row& row)
{
    const Books& books = call.books;
    const bool used = books.any(Kind::Project, u"client_id", row.id) ||
                      books.any(Kind::Invoice, u"client_id", row.id) ||
                      books.any(Kind::Estimate, u"client_id", row.id);
    return used ? u"This client is not removable. It still has projects and/or invoices."_s : QString();
}

void clientRemoved(Call& call, const Row& row)
{
    call.books.removeWhere(Kind::Contact, u"client_id", row.id);
}

void checkContact(Draft& draft)
{
    needLink(draft, u"client_id", Kind::Client);
    const QString email = draft.row.text(u"email").trimmed();
    if (!email.isEmpty() && !email.contains(u'@')) draft.refuse(u"Email is invalid"_s);
}

void checkUser(Draft& draft)
{
    needUnique(draft, u"email", u"Email has already been taken"_s);
    if (!draft.row.text(u"email").isEmpty() && !draft.row.text(u"email").contains(u'@'))
        draft.refuse(u"Email is invalid"_s);
    static const QStringList kRoles{
        u"administrator"_s,
        u"manager"_s,
        u"member"_s,
        u"project_creator"_s,
        u"billable_rates_manager"_s,
        u"managed_projects_invoice_drafter"_s,
        u"managed_projects_invoice_manager"_s,
        u"client_and_task_manager"_s,
        u"time_and_expenses_manager"_s,
        u"estimates_manager"_s,
    };
    for (const Json& role : draft.row[u"access_roles"].toArray()) {
        if (!kRoles.contains(role.toText())) draft.refuse(u"Access roles is not included in the list"_s);
    }
}

// The two rates of the person herself are the last ones of the dated lists.
void userStored(Call& call, const Row& row, bool isNew)
{
    if (isNew) sendMail(call, u"invitation"_s, row.text(u"email"), u"You are invited to Harvest"_s);
    const auto keep = [&](Kind kind, QStringView member) {
        if (!row.has(member) || rateAt(call.books, kind, row.id, u"9999-12-31"_s) == row.number(member))
            return;
        call.books.add(kind, Json::object({{u"user_id"_s, Json(row.id)}, {u"amount"_s, row[member]}}),
                       call.now);
    };
    keep(Kind::BillableRate, u"default_hourly_rate");
    keep(Kind::CostRate, u"cost_rate");
}

QString userKeeps(const Call& call, const Row& row)
{
    const bool used = call.books.any(Kind::TimeEntry, u"user_id", row.id) ||
                      call.books.any(Kind::Expense, u"user_id", row.id);
    return used ? u"This user has tracked time or expenses and can only be archived."_s : QString();
}

void userRemoved(Call& call, const Row& row)
{
    call.books.removeWhere(Kind::UserAssignment, u"user_id", row.id);
    call.books.removeWhere(Kind::BillableRate, u"user_id", row.id);
    call.books.removeWhere(Kind::CostRate, u"user_id", row.id);
}

void checkRole(Draft& draft)
{
    needUnique(draft, u"name", u"Name has already been taken"_s);
    for (const Json& id : draft.row[u"user_ids"].toArray()) {
        if (!draft.call.books.find(Kind::User, id.toInteger())) draft.refuse(u"User must exist"_s);
    }
}

// A new rate ends the one before on the day before it starts.
void rateStored(Call& call, const Row& row, Kind kind)
{
    const auto start = parseDate(row.text(u"start_date"));
    if (!start) return;
    QList<qint64> open;
    for (const Row& other : call.books.rows(kind)) {
        if (other.integer(u"user_id") == row.integer(u"user_id") && other.id != row.id &&
            !other.has(u"end_date") && other.text(u"start_date") < row.text(u"start_date"))
            open.append(other.id);
    }
    for (const qint64 id : open)
        call.books.set(kind, id, u"end_date"_s, formatDate(start->addDays(-1)), call.now);
}

void checkRate(Draft& draft)
{
    if (draft.row.number(u"amount").isNegative())
        draft.refuse(u"Amount must be greater than or equal to 0"_s);
}

} // namespace

Rules partyRules(Kind kind)
{
    switch (kind) {
    case Kind::Client:
        return {checkClient, clientStored, clientKeeps, clientRemoved};
    case Kind::Contact:
        return {checkContact, nullptr, nullptr, nullptr};
    case Kind::User:
        return {checkUser, userStored, userKeeps, userRemoved};
    case Kind::Role:
        return {checkRole, nullptr, nullptr, nullptr};
    case Kind::BillableRate:
        return {checkRate,
                [](Call& call, const Row& row, bool) { rateStored(call, row, Kind::BillableRate); }, nullptr,
                nullptr};
    case Kind::CostRate:
        return {checkRate, [](Call& call, const Row& row, bool) { rateStored(call, row, Kind::CostRate); },
                nullptr, nullptr};
    default:
        return {};
    }
}

} // namespace tieout::sandbox::harvest
