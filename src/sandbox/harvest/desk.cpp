#include "sandbox/harvest/desk.h"

#include "sandbox/harvest/access.h"
#include "sandbox/harvest/documentrules.h"
#include "sandbox/harvest/printer.h"
#include "sandbox/harvest/replies.h"
#include "sandbox/harvest/reports.h"
#include "sandbox/harvest/timerules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

/// Which verbs a collection takes beyond reading.
enum Verbs : quint8 { kCreate = 1, kChange = 2, kDelete = 4, kReadOne = 8, kAll = 15 };

struct Collection {
    const char16_t* path;
    Kind kind;
    quint8 verbs;
    const char16_t* parentPath = nullptr; ///< null: stands by itself
    Kind parent = Kind::Project;
};

constexpr Collection kCollections[] = {
    {u"clients", Kind::Client, kAll},
    {u"contacts", Kind::Contact, kAll},
    {u"tasks", Kind::Task, kAll},
    {u"projects", Kind::Project, kAll},
    {u"roles", Kind::Role, kAll},
    {u"users", Kind::User, kAll},
    {u"expense_categories", Kind::ExpenseCategory, kAll},
    {u"invoice_item_categories", Kind::InvoiceItemCategory, kAll},
    {u"estimate_item_categories", Kind::EstimateItemCategory, kAll},
    {u"expenses", Kind::Expense, kAll},
    {u"invoices", Kind::Invoice, kAll},
    {u"estimates", Kind::Estimate, kAll},
    {u"time_entries", Kind::TimeEntry, kAll},
    {u"task_assignments", Kind::TaskAssignment, 0},
    {u"user_assignments", Kind::UserAssignment, 0},
    {u"task_assignments", Kind::TaskAssignment, kAll, u"projects", Kind::Project},
    {u"user_assignments", Kind::UserAssignment, kAll, u"projects", Kind::Project},
    {u"messages", Kind::InvoiceMessage, kCreate | kDelete, u"invoices", Kind::Invoice},
    {u"payments", Kind::InvoicePayment, kCreate | kDelete, u"invoices", Kind::Invoice},
    {u"messages", Kind::EstimateMessage, kCreate | kDelete, u"estimates", Kind::Estimate},
    {u"billable_rates", Kind::BillableRate, kCreate | kReadOne, u"users", Kind::User},
    {u"cost_rates", Kind::CostRate, kCreate | kReadOne, u"users", Kind::User},
};

const Collection* collectionOf(const QString& parent, const QString& path)
{
    for (const Collection& collection : kCollections) {
        const QStringView wanted = collection.parentPath ? QStringView(collection.parentPath) : QStringView();
        if (path == QStringView(collection.path) && parent == wanted) return &collection;
    }
    return nullptr;
}

QString parentMember(const Collection& collection)
{
    return QString::fromUtf16(factsOf(collection.parent).singular) + u"_id"_s;
}

std::optional<qint64> idOf(const QString& text)
{
    bool good = false;
    const qint64 id = text.toLongLong(&good);
    return good && id > 0 ? std::optional(id) : std::nullopt;
}

Response shown(const Call& call, int status, Kind kind, qint64 id)
{
    return jsonReply(status, Printer(call).show(kind, *call.books.find(kind, id)));
}

Response deletedReply(const Call& call, const Json& row)
{
    if (call.modes.echoDeleted) return jsonReply(200, row);
    return removedReply();
}

// A change of a running check: nothing is stored when something is wrong.
Response finish(Call& call, Draft& draft, const Rules& rules)
{
    if (rules.check) rules.check(draft);
    if (!draft.malformed.isEmpty()) return badRequestReply(draft.malformed);
    if (!draft.problems.isEmpty()) {
        draft.problems.removeDuplicates();
        return refusedReply(draft.problems);
    }
    const bool isNew = draft.isNew();
    qint64 id = draft.row.id;
    if (isNew) {
        id = call.books.add(draft.kind, draft.row.data, call.now);
    } else {
        draft.row.updated = call.now;
        call.books.replace(draft.kind, draft.row);
    }
    const Row stored = *call.books.find(draft.kind, id);
    if (rules.stored) rules.stored(call, stored, isNew);
    return shown(call, isNew ? 201 : 200, draft.kind, id);
}

Response create(Call& call, const Collection& collection, qint64 parent)
{
    Draft draft{collection.kind, {}, nullptr, call, {}, {}};
    // What a new record starts with; rules look at it.
    for (const Member& member : factsOf(collection.kind).members) {
        if (member.fallback)
            draft.row.data.set(QString::fromUtf16(member.name),
                               Json::parse(QString::fromUtf16(member.fallback).toUtf8()).value_or(Json()));
    }
    if (collection.parentPath) draft.row.data.set(parentMember(collection), Json(parent));
    takeMembers(draft);
    if (!draft.malformed.isEmpty()) return badRequestReply(draft.malformed);
    return finish(call, draft, rulesOf(collection.kind));
}

Response change(Call& call, Kind kind, const Row& before)
{
    Draft draft{kind, before, &before, call, {}, {}};
    takeMembers(draft);
    if (!draft.malformed.isEmpty()) return badRequestReply(draft.malformed);
    return finish(call, draft, rulesOf(kind));
}

Response removeRow(Call& call, Kind kind, const Row& row)
{
    const Rules rules = rulesOf(kind);
    const QString problem = rules.keeps ? rules.keeps(call, row) : QString();
    if (!problem.isEmpty()) return refusedReply({problem});
    const Json last = Printer(call).show(kind, row);
    call.books.remove(kind, row.id);
    if (rules.removed) rules.removed(call, row);
    return deletedReply(call, last);
}

Response answerOne(Call& call, const Collection& collection, const Row& row)
{
    const Kind kind = collection.kind;
    if (!maySee(call, kind, row)) return notFoundReply();
    if (call.is("GET") && (collection.verbs & kReadOne) != 0) return shown(call, 200, kind, row.id);
    const bool changes = call.is("PATCH") && (collection.verbs & kChange) != 0;
    const bool deletes = call.is("DELETE") && (collection.verbs & kDelete) != 0;
    if (!changes && !deletes) return notFoundPage();
    if (!mayChange(call, kind, row)) return notAuthorizedReply(u"This record is not yours to change."_s);
    return changes ? change(call, kind, row) : removeRow(call, kind, row);
}

bool mayCreate(const Call& call, Kind kind, qint64 parent)
{
    const Viewer& viewer = call.viewer;
    if (viewer.isAdministrator()) return true;
    if (kind == Kind::Project) return viewer.may(u"project_creator"_s);
    const bool assigns = kind == Kind::TaskAssignment || kind == Kind::UserAssignment;
    if (assigns) return viewer.manages(parent);
    if (kind != Kind::TimeEntry && kind != Kind::Expense) return true;
    const qint64 person = call.body.members[u"user_id"].toInteger(viewer.userId);
    return person == viewer.userId || viewer.may(u"time_and_expenses_manager"_s);
}

Response answerList(Call& call, const Collection& collection, qint64 parent)
{
    const Kind kind = collection.kind;
    if (call.is("GET")) {
        const QString member = collection.parentPath ? parentMember(collection) : QString();
        return listReply(call, kind, [&](const Row& row) {
            return (member.isEmpty() || row.integer(member) == parent) && maySee(call, kind, row);
        });
    }
    if (!call.is("POST") || (collection.verbs & kCreate) == 0) return notFoundPage();
    if (!mayCreate(call, kind, parent)) return notAuthorizedReply(u"You may not add this."_s);
    return create(call, collection, parent);
}

Response answerCompany(Call& call)
{
    Json& company = call.books.company;
    if (call.is("PATCH")) {
        const Json& sent = call.body.members;
        if (sent[u"wants_timestamp_timers"].isBool())
            company.set(u"wants_timestamp_timers"_s, sent[u"wants_timestamp_timers"]);
        if (sent[u"weekly_capacity"].isNumber()) company.set(u"weekly_capacity"_s, sent[u"weekly_capacity"]);
    } else if (!call.is("GET")) {
        return notFoundPage();
    }
    return jsonReply(200, company);
}

Response projectAssignments(const Call& call, qint64 userId)
{
    Json::Array rows;
    const Printer printer(call);
    const Rows& all = call.books.rows(Kind::UserAssignment);
    const auto since = parseInstant(call.request.queryValue(u"updated_since"));
    for (auto it = all.cend(); it != all.cbegin();) {
        --it;
        if (it->integer(u"user_id") != userId || !it->flag(u"is_active")) continue;
        if (since && it->updated < *since) continue;
        rows.append(printer.projectAssignment(*it));
    }
    return pageReply(call, u"project_assignments"_s, rows);
}

Json teammateRow(const Books& books, qint64 id)
{
    const Row* user = books.find(Kind::User, id);
    if (!user) return {};
    return Json::object({{u"id"_s, Json(id)},
                         {u"first_name"_s, (*user)[u"first_name"]},
                         {u"last_name"_s, (*user)[u"last_name"]},
                         {u"email"_s, (*user)[u"email"]}});
}

Response teammates(Call& call, const Row& user)
{
    const Viewer person = viewerOf(call.books, user.id);
    if (call.is("PATCH")) {
        if (person.level != Viewer::Level::Manager)
            return refusedReply({u"User must be a Manager to have teammates"_s});
        const Json ids = call.body.members[u"teammate_ids"];
        for (const Json& id : ids.toArray()) {
            if (!call.books.find(Kind::User, id.toInteger()))
                return refusedReply({u"Teammates must exist"_s});
        }
        call.books.set(Kind::User, user.id, u"teammate_ids"_s, ids, call.now);
    } else if (!call.is("GET")) {
        return notFoundPage();
    }
    Json::Array rows;
    const Row now = *call.books.find(Kind::User, user.id);
    for (const Json& id : now[u"teammate_ids"].toArray())
        rows.append(teammateRow(call.books, id.toInteger()));
    return pageReply(call, u"teammates"_s, rows);
}

/// Paths behind one record that are no collections of their own.
std::optional<Response> answerBehind(Call& call, const Collection& collection, const Row& row)
{
    const QString what = call.path.value(2);
    if (call.path.size() > 4) return {};
    if (collection.kind == Kind::TimeEntry && call.path.size() == 3) return timerStep(call, row, what);
    if (collection.kind == Kind::User && call.path.size() == 3) {
        if (what == u"project_assignments" && call.is("GET")) return projectAssignments(call, row.id);
        if (what == u"teammates") return teammates(call, row);
    }
    const bool document = collection.kind == Kind::Invoice || collection.kind == Kind::Estimate;
    if (!document) return {};
    if (what == u"messages" && call.is("POST") && call.path.size() == 3)
        return postMessage(call, collection.kind, row);
    if (collection.kind != Kind::Invoice) return {};
    if (what == u"messages" && call.path.value(3) == u"new" && call.is("GET")) return newMessage(call, row);
    if (what == u"payments" && call.is("POST") && call.path.size() == 3) return postPayment(call, row);
    if (what == u"payments" && call.is("DELETE") && call.path.size() == 4) {
        const Row* payment = call.books.find(Kind::InvoicePayment, call.path[3].toLongLong());
        if (!payment || payment->integer(u"invoice_id") != row.id) return notFoundReply();
        const Row taken = *payment;
        return deletePayment(call, row, taken);
    }
    return {};
}

Response answerInside(Call& call, const Collection& outer, const Row& parent)
{
    if (!maySee(call, outer.kind, parent)) return notFoundReply();
    if (auto behind = answerBehind(call, outer, parent)) return *behind;
    const Collection* inner = collectionOf(QString::fromUtf16(outer.path), call.path.value(2));
    if (!inner || call.path.size() > 4) return notFoundPage();
    const bool rates = inner->kind == Kind::BillableRate || inner->kind == Kind::CostRate;
    if (rates && !call.viewer.isAdministrator())
        return notAuthorizedReply(u"You need to be an Administrator to do this."_s);
    if (call.path.size() == 3) return answerList(call, *inner, parent.id);
    const auto id = idOf(call.path[3]);
    if (!id) return notFoundPage();
    const Row* row = call.books.find(inner->kind, *id);
    if (!row || row->integer(parentMember(*inner)) != parent.id) return notFoundReply();
    const Row copy = *row;
    return answerOne(call, *inner, copy);
}

} // namespace

Response answerApi(Call& call)
{
    const QString first = call.path.value(0);
    if (first == u"company" && call.path.size() == 1) return answerCompany(call);
    if (first == u"reports") return answerReport(call);
    const Collection* collection = collectionOf({}, first);
    if (!collection) return notFoundPage();
    if (call.path.size() == 1) return answerList(call, *collection, 0);
    if (collection->verbs == 0) return notFoundPage();
    const bool me = collection->kind == Kind::User && call.path[1] == u"me";
    const auto id = me ? std::optional(call.viewer.userId) : idOf(call.path[1]);
    if (!id) return notFoundPage();
    const Row* row = call.books.find(collection->kind, *id);
    if (!row) return notFoundReply();
    const Row copy = *row; // the books change below it
    return call.path.size() == 2 ? answerOne(call, *collection, copy) : answerInside(call, *collection, copy);
}

} // namespace tieout::sandbox::harvest
