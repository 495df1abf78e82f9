#include "sandbox/harvest/documentlines.h"

#include "sandbox/harvest/printer.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

// Kinds are names of item categories.
bool knowsKind(const Draft& draft, const QString& name)
{
    const Kind kind = draft.kind == Kind::Invoice ? Kind::InvoiceItemCategory : Kind::EstimateItemCategory;
    const Rows& rows = draft.call.books.rows(kind);
    return std::any_of(rows.cbegin(), rows.cend(), [&](const Row& row) { return row.text(u"name") == name; });
}

void takeLineMember(Draft& draft, Json& line, const Json& sent, const char16_t* name, Shape shape)
{
    const QString member = QString::fromUtf16(name);
    if (!sent.contains(member)) return;
    if (const auto value = shaped(shape, sent[member], labelOf(member), draft)) line.set(member, *value);
}

void applyLine(Draft& draft, Json& line, const Json& sent)
{
    takeLineMember(draft, line, sent, u"kind", Shape::Text);
    takeLineMember(draft, line, sent, u"description", Shape::Text);
    takeLineMember(draft, line, sent, u"quantity", Shape::Number);
    takeLineMember(draft, line, sent, u"unit_price", Shape::Number);
    takeLineMember(draft, line, sent, u"taxed", Shape::Flag);
    takeLineMember(draft, line, sent, u"taxed2", Shape::Flag);
    if (draft.kind == Kind::Invoice) takeLineMember(draft, line, sent, u"project_id", Shape::Integer);
    if (line[u"kind"].toText().isEmpty())
        draft.refuse(u"Line item kind can't be blank"_s);
    else if (!knowsKind(draft, line[u"kind"].toText()))
        draft.refuse(u"Line item kind is not a known item category"_s);
    if (line[u"unit_price"].isNull()) draft.refuse(u"Line item unit price can't be blank"_s);
    const qint64 project = line[u"project_id"].toInteger();
    if (project != 0 && !draft.call.books.find(Kind::Project, project)) draft.refuse(u"Project must exist"_s);
}

Json freshLine(Books& books)
{
    return Json::object({{u"id"_s, Json(++books.lastLineId)},
                         {u"project_id"_s, Json()},
                         {u"kind"_s, Json()},
                         {u"description"_s, Json()},
                         {u"quantity"_s, Json(Decimal::fromScaled(10, 1))},
                         {u"unit_price"_s, Json()},
                         {u"amount"_s, Json()},
                         {u"taxed"_s, Json(false)},
                         {u"taxed2"_s, Json(false)}});
}

/// What one imported line is made of.
struct Group {
    QString words;
    qint64 project = 0;
    Decimal rate;
    Decimal quantity;
};

QString nameOf(const Books& books, Kind kind, qint64 id)
{
    const Row* row = books.find(kind, id);
    return row ? row->text(u"name") : QString();
}

QString groupWords(const Books& books, const Row& row, const QString& summary)
{
    const Row* project = books.find(Kind::Project, row.integer(u"project_id"));
    const QString where =
        project ? u"[%1] %2"_s.arg(project->text(u"code"), project->text(u"name")) : QString();
    const bool expense = row.has(u"expense_category_id");
    const QString what = expense ? nameOf(books, Kind::ExpenseCategory, row.integer(u"expense_category_id"))
                                 : nameOf(books, Kind::Task, row.integer(u"task_id"));
    if (summary == u"task" || summary == u"category") return where + u": "_s + what;
    if (summary == u"people") return where + u": "_s + books.userName(row.integer(u"user_id"));
    if (summary != u"detailed") return where;
    return u"%1: %2 (%3, %4) %5"_s
        .arg(where, what, books.userName(row.integer(u"user_id")), row.text(u"spent_date"),
             row.text(u"notes"))
        .trimmed();
}

bool fits(const Row& row, const QSet<qint64>& projects, const Json& wish)
{
    if (row.has(u"invoice_id") || !row.flag(u"billable") || row.has(u"timer_started_at")) return false;
    if (!projects.contains(row.integer(u"project_id"))) return false;
    const QString day = row.text(u"spent_date");
    const QString from = wish[u"from"].toText();
    const QString to = wish[u"to"].toText();
    return (from.isEmpty() || day >= from) && (to.isEmpty() || day <= to);
}

QString categoryName(const Books& books, QStringView use)
{
    for (const Row& row : books.rows(Kind::InvoiceItemCategory)) {
        if (row.flag(use)) return row.text(u"name");
    }
    return {};
}

void importKind(Draft& draft, Kind kind, const Json& wish, const QSet<qint64>& projects)
{
    Books& books = draft.call.books;
    const bool time = kind == Kind::TimeEntry;
    const QString summary = wish[u"summary_type"].toText();
    const QStringList known = time ? QStringList{u"project"_s, u"task"_s, u"people"_s, u"detailed"_s}
                                   : QStringList{u"project"_s, u"category"_s, u"people"_s, u"detailed"_s};
    if (!known.contains(summary)) {
        draft.refuse(u"Summary type is not included in the list"_s);
        return;
    }
    QList<Group> groups;
    for (const Row& row : books.rows(kind)) {
        if (!fits(row, projects, wish)) continue;
        draft.call.imported.append({kind, row.id});
        const QString words = groupWords(books, row, summary);
        const Decimal rate = time ? row.number(u"billable_rate") : row.number(u"total_cost");
        const qint64 project = row.integer(u"project_id");
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& other) {
            return other.words == words && other.project == project && (!time || other.rate == rate);
        });
        if (group == groups.end()) {
            groups.append({words, project, time ? rate : Decimal::fromScaled(0, 2), Decimal()});
            group = std::prev(groups.end());
        }
        if (time)
            group->quantity = plus(group->quantity, row.number(u"hours"));
        else
            group->rate = plus(group->rate, rate);
    }
    for (const Group& group : groups) {
        Json line = freshLine(books);
        line.set(u"project_id"_s, Json(group.project));
        line.set(u"kind"_s,
                 categoryName(books, time ? QStringView(u"use_as_service") : QStringView(u"use_as_expense")));
        line.set(u"description"_s, group.words);
        line.set(u"quantity"_s, Json(time ? group.quantity : Decimal::fromScaled(10, 1)));
        line.set(u"unit_price"_s, Json(group.rate));
        draft.row.data.member(u"line_items"_s).append(line);
    }
}

} // namespace

void takeLines(Draft& draft)
{
    Json& lines = draft.row.data.member(u"line_items"_s);
    if (!lines.isArray()) lines = Json::array();
    for (const Json& sent : draft.call.body.members[u"line_items"].toArray()) {
        const qint64 id = sent[u"id"].isText() ? sent[u"id"].toText().toLongLong() : sent[u"id"].toInteger();
        Json::Array& all = lines.editArray();
        const auto at = std::find_if(all.begin(), all.end(), [id](const Json& line) {
            return id != 0 && line[u"id"].toInteger() == id;
        });
        if (id != 0 && at == all.end()) {
            draft.refuse(u"Line item with ID=%1 was not found"_s.arg(id));
            continue;
        }
        const Json& destroy = sent[u"_destroy"];
        if (destroy.toBool() || destroy.toText() == u"true" || destroy.toText() == u"1") {
            if (at != all.end()) all.erase(at);
            continue;
        }
        Json line = at == all.end() ? freshLine(draft.call.books) : *at;
        applyLine(draft, line, sent);
        if (at == all.end())
            all.append(line);
        else
            *at = line;
    }
}

void importLines(Draft& draft)
{
    const Json& wish = draft.call.body.members[u"line_items_import"];
    if (!wish.isObject() || !draft.isNew()) return;
    QSet<qint64> projects;
    for (const Json& id : wish[u"project_ids"].toArray()) {
        const Row* project = draft.call.books.find(Kind::Project, id.toInteger());
        if (project && project->integer(u"client_id") == draft.row.integer(u"client_id"))
            projects.insert(project->id);
        else
            draft.refuse(u"Project must belong to the client"_s);
    }
    if (projects.isEmpty()) draft.refuse(u"Project ids can't be blank"_s);
    if (wish[u"time"].isObject()) importKind(draft, Kind::TimeEntry, wish[u"time"], projects);
    if (wish[u"expenses"].isObject()) importKind(draft, Kind::Expense, wish[u"expenses"], projects);
}

void markImported(Call& call, qint64 invoiceId)
{
    for (const auto& [kind, id] : call.imported)
        call.books.set(kind, id, u"invoice_id"_s, Json(invoiceId), call.now);
}

void releaseImported(Call& call, qint64 invoiceId)
{
    for (const Kind kind : {Kind::TimeEntry, Kind::Expense}) {
        QList<qint64> freed;
        for (const Row& row : call.books.rows(kind)) {
            if (row.integer(u"invoice_id") == invoiceId) freed.append(row.id);
        }
        for (const qint64 id : freed)
            call.books.set(kind, id, u"invoice_id"_s, Json(), call.now);
    }
}

Json shownLine(const Books& books, Kind kind, const Json& line)
{
    Json shown = Json::object({{u"id"_s, line[u"id"]}});
    if (kind == Kind::Invoice) {
        const Row* project = books.find(Kind::Project, line[u"project_id"].toInteger());
        shown.set(u"project"_s, project ? Json::object({{u"id"_s, Json(project->id)},
                                                        {u"name"_s, (*project)[u"name"]},
                                                        {u"code"_s, (*project)[u"code"]}})
                                        : Json());
    }
    for (const QStringView name :
         {u"kind", u"description", u"quantity", u"unit_price", u"amount", u"taxed", u"taxed2"}) {
        const Json& value = line[name];
        shown.set(name.toString(), value.isNumber() ? Json(printed(value.toDecimal())) : value);
    }
    return shown;
}

} // namespace tieout::sandbox::harvest
