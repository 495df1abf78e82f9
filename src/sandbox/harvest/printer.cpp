#include "sandbox/harvest/printer.h"

#include "sandbox/harvest/documentlines.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr bool isTracked(Kind kind)
{
    return kind == Kind::TimeEntry || kind == Kind::Expense;
}

Json shownValue(const Json& value)
{
    return value.isNumber() ? Json(printed(value.toDecimal())) : value;
}

} // namespace

Decimal hoursOf(const Row& entry, Instant now)
{
    const Decimal kept = entry.number(u"hours");
    const auto started = parseInstant(entry.text(u"timer_started_at"));
    if (!started) return kept;
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - *started).count();
    const auto hours = Decimal(qint64(std::max<qint64>(0, minutes))).dividedBy(Decimal(60));
    return plus(kept, hours.value_or(Decimal())).rounded(2);
}

QString lockedReason(const Books& books, Kind kind, const Row& row)
{
    const bool time = kind == Kind::TimeEntry;
    if (row.has(u"invoice_id")) return time ? u"Item Invoiced"_s : u"Expense Invoiced."_s;
    if (row.flag(u"is_closed")) return u"Item Approved and Locked for this Time Period"_s;
    const Row* project = books.find(Kind::Project, row.integer(u"project_id"));
    if (project && !project->flag(u"is_active")) return u"Project Archived"_s;
    const Row* task = time ? books.find(Kind::Task, row.integer(u"task_id")) : nullptr;
    if (task && !task->flag(u"is_active")) return u"Task Archived"_s;
    return {};
}

Json Printer::show(Kind kind, const Row& row) const
{
    Json::Object shown;
    const KindFacts& facts = factsOf(kind);
    shown.reserve(qsizetype(facts.members.size()) + 3);
    shown.append({u"id"_s, Json(row.id)});
    for (const Member& member : facts.members) {
        const QString name = QString::fromUtf16(member.name);
        if ((member.rules & kHidden) != 0 || hides(kind, name)) continue;
        if (name == u"line_items")
            shown.append({name, lines(kind, row)});
        else if (member.shape == Shape::Link)
            shown.append({name, link(member, row)});
        else if (kind == Kind::TimeEntry && name == u"hours")
            shown.append({name, Json(printed(hoursOf(row, m_call.now)))});
        else if (isTracked(kind) && (member.rules & kReadOnly) != 0)
            shown.append({name, computed(kind, row, name)});
        else
            shown.append({name, shownValue(row[name])});
    }
    shown.append({u"created_at"_s, formatInstantSeconds(row.created)});
    shown.append({u"updated_at"_s, formatInstantSeconds(row.updated)});
    return Json(std::move(shown));
}

Json Printer::lines(Kind kind, const Row& row) const
{
    Json shown = Json::array();
    for (const Json& line : row[u"line_items"].toArray())
        shown.append(shownLine(m_call.books, kind, line));
    return shown;
}

Json Printer::link(const Member& member, const Row& row) const
{
    const Row* target = m_call.books.find(member.target, row.integer(keptName(member)));
    if (!target) return {};
    Json& shown = m_links[{&member, target->id}];
    if (shown.isNull()) shown = shownLink(member, *target);
    return shown;
}

Json Printer::shownLink(const Member& member, const Row& target) const
{
    Json shown = Json::object();
    for (const QStringView name : QStringView(member.shown).split(u' ')) {
        if (name == u"id")
            shown.set(u"id"_s, Json(target.id));
        else if (name == u"name" && member.target == Kind::User)
            shown.set(u"name"_s, m_call.books.userName(target.id));
        else
            shown.set(name.toString(), shownValue(target[name]));
    }
    return shown;
}

Json Printer::clientOf(Kind kind, const Row& row) const
{
    Json& shown = m_clients[{int(kind), row.integer(u"project_id")}];
    if (!shown.isNull()) return shown;
    const Row* project = m_call.books.find(Kind::Project, row.integer(u"project_id"));
    const Row* client = project ? m_call.books.find(Kind::Client, project->integer(u"client_id")) : nullptr;
    if (!client) return {};
    shown = Json::object({{u"id"_s, Json(client->id)}, {u"name"_s, (*client)[u"name"]}});
    if (kind == Kind::Expense || kind == Kind::TimeEntry) shown.set(u"currency"_s, (*client)[u"currency"]);
    return shown;
}

Json Printer::assignment(Kind kind, const Row& row, QStringView other) const
{
    const Row* found = m_call.books.findAssignment(kind, row.integer(u"project_id"), row.integer(other));
    if (!found) return {};
    const std::pair key(int(kind), found->id);
    if (const auto known = m_assignments.constFind(key); known != m_assignments.cend()) return *known;
    Json shown = show(kind, *found);
    shown.remove(u"project");
    shown.remove(other.chopped(3));
    m_assignments.insert(key, shown);
    return shown;
}

// Rates are for administrators; billable ones for those who were given that right as well.
bool Printer::hides(Kind kind, QStringView member) const
{
    const Viewer& viewer = m_call.viewer;
    if (viewer.isAdministrator()) return false;
    if (member == u"cost_rate") return true;
    const bool billable = member == u"billable_rate" || member == u"hourly_rate" ||
                          member == u"default_hourly_rate" || member == u"fee";
    const bool own = kind == Kind::User && member == u"default_hourly_rate";
    return billable && !own && !viewer.may(u"billable_rates_manager"_s);
}

Json Printer::computed(Kind kind, const Row& row, QStringView member) const
{
    const Books& books = m_call.books;
    if (member == u"client") return clientOf(kind, row);
    if (member == u"user_assignment") return assignment(Kind::UserAssignment, row, u"user_id");
    if (member == u"task_assignment") return assignment(Kind::TaskAssignment, row, u"task_id");
    if (member == u"is_billed") return Json(row.has(u"invoice_id"));
    if (member == u"is_locked") return Json(!lockedReason(books, kind, row).isEmpty());
    if (member == u"locked_reason") {
        const QString reason = lockedReason(books, kind, row);
        return reason.isEmpty() ? Json() : Json(reason);
    }
    if (member == u"is_running") return Json(row.has(u"timer_started_at"));
    if (member == u"hours_without_timer") return shownValue(row[u"hours"]);
    if (member == u"rounded_hours") return Json(printed(hoursOf(row, m_call.now)));
    if (member == u"budgeted") {
        const Row* project = books.find(Kind::Project, row.integer(u"project_id"));
        return Json(project && project->text(u"budget_by") != u"none");
    }
    return shownValue(row[member]);
}

Json Printer::projectAssignment(const Row& assignment) const
{
    Json shown = show(Kind::UserAssignment, assignment);
    shown.remove(u"user");
    const Row* project = m_call.books.find(Kind::Project, assignment.integer(u"project_id"));
    const Row* client = project ? m_call.books.find(Kind::Client, project->integer(u"client_id")) : nullptr;
    shown.set(u"client"_s,
              client ? Json::object({{u"id"_s, Json(client->id)}, {u"name"_s, (*client)[u"name"]}}) : Json());
    Json tasks = Json::array();
    for (const Row& task : m_call.books.rows(Kind::TaskAssignment)) {
        if (task.integer(u"project_id") != assignment.integer(u"project_id")) continue;
        Json one = show(Kind::TaskAssignment, task);
        one.remove(u"project");
        tasks.append(one);
    }
    shown.set(u"task_assignments"_s, tasks);
    return shown;
}

} // namespace tieout::sandbox::harvest
