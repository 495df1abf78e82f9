#include "sandbox/harvest/rules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

void checkProject(Draft& draft)
{
    const Row* client = needLink(draft, u"client_id", Kind::Client);
    if (client && !client->flag(u"is_active") && draft.isNew()) draft.refuse(u"Client is archived"_s);
    needOneOf(draft, u"bill_by", {u"Project"_s, u"Tasks"_s, u"People"_s, u"none"_s});
    needOneOf(draft, u"budget_by",
              {u"project"_s, u"project_cost"_s, u"task"_s, u"task_fees"_s, u"person"_s, u"none"_s});
    const QString starts = draft.row.text(u"starts_on");
    const QString ends = draft.row.text(u"ends_on");
    if (!starts.isEmpty() && !ends.isEmpty() && ends < starts)
        draft.refuse(u"Ends on must be after the start date"_s);
}

// The account's default tasks, and the person who made it as its manager.
void projectStored(Call& call, const Row& row, bool isNew)
{
    if (!isNew) return;
    QList<Row> defaults;
    for (const Row& task : call.books.rows(Kind::Task)) {
        if (task.flag(u"is_default") && task.flag(u"is_active")) defaults.append(task);
    }
    for (const Row& task : defaults) {
        call.books.add(Kind::TaskAssignment,
                       Json::object({{u"project_id"_s, Json(row.id)},
                                     {u"task_id"_s, Json(task.id)},
                                     {u"billable"_s, task[u"billable_by_default"]},
                                     {u"hourly_rate"_s, task[u"default_hourly_rate"]}}),
                       call.now);
    }
    call.books.add(Kind::UserAssignment,
                   Json::object({{u"project_id"_s, Json(row.id)},
                                 {u"user_id"_s, Json(call.viewer.userId)},
                                 {u"is_project_manager"_s, Json(true)}}),
                   call.now);
}

// Time and expenses go along; invoices stay.
void projectRemoved(Call& call, const Row& row)
{
    for (const Kind kind : {Kind::TimeEntry, Kind::Expense, Kind::TaskAssignment, Kind::UserAssignment})
        call.books.removeWhere(kind, u"project_id", row.id);
}

void checkTask(Draft& draft)
{
    needUnique(draft, u"name", u"Name has already been taken"_s);
}

QString taskKeeps(const Call& call, const Row& row)
{
    return call.books.any(Kind::TimeEntry, u"task_id", row.id)
               ? u"This task is not removable. It still has time entries."_s
               : QString();
}

void taskRemoved(Call& call, const Row& row)
{
    call.books.removeWhere(Kind::TaskAssignment, u"task_id", row.id);
}

void checkTaskAssignment(Draft& draft)
{
    const Row* task = needLink(draft, u"task_id", Kind::Task);
    if (!task || !draft.isNew()) return;
    if (draft.call.books.findAssignment(Kind::TaskAssignment, draft.row.integer(u"project_id"), task->id))
        draft.refuse(u"Task has already been assigned to this project"_s);
    if (!draft.row.has(u"billable")) draft.row.data.set(u"billable"_s, (*task)[u"billable_by_default"]);
    if (!draft.row.has(u"hourly_rate")) draft.row.data.set(u"hourly_rate"_s, (*task)[u"default_hourly_rate"]);
}

void checkUserAssignment(Draft& draft)
{
    const Row* user = needLink(draft, u"user_id", Kind::User);
    if (!user) return;
    const bool again =
        draft.call.books.findAssignment(Kind::UserAssignment, draft.row.integer(u"project_id"), user->id);
    if (draft.isNew() && again) draft.refuse(u"User has already been assigned to this project"_s);
    if (draft.isNew() && !user->flag(u"is_active")) draft.refuse(u"User is archived"_s);
    // A rate of its own switches the default off.
    if (draft.sent(u"hourly_rate") && !draft.sent(u"use_default_rates") && draft.row.has(u"hourly_rate"))
        draft.row.data.set(u"use_default_rates"_s, Json(false));
}

bool isTracked(const Call& call, const Row& assignment, QStringView member)
{
    const Rows& entries = call.books.rows(Kind::TimeEntry);
    return std::any_of(entries.cbegin(), entries.cend(), [&](const Row& entry) {
        return entry.integer(u"project_id") == assignment.integer(u"project_id") &&
               entry.integer(member) == assignment.integer(member);
    });
}

QString taskAssignmentKeeps(const Call& call, const Row& row)
{
    return isTracked(call, row, u"task_id")
               ? u"This task assignment has tracked time and can only be archived."_s
               : QString();
}

QString userAssignmentKeeps(const Call& call, const Row& row)
{
    return isTracked(call, row, u"user_id")
               ? u"This user assignment has tracked time and can only be archived."_s
               : QString();
}

} // namespace

Rules projectRules(Kind kind)
{
    switch (kind) {
    case Kind::Project:
        return {checkProject, projectStored, nullptr, projectRemoved};
    case Kind::Task:
        return {checkTask, nullptr, taskKeeps, taskRemoved};
    case Kind::TaskAssignment:
        return {checkTaskAssignment, nullptr, taskAssignmentKeeps, nullptr};
    default:
        return {checkUserAssignment, nullptr, userAssignmentKeeps, nullptr};
    }
}

} // namespace tieout::sandbox::harvest
