#include "sandbox/harvest/timerules.h"

#include "sandbox/harvest/printer.h"
#include "sandbox/harvest/replies.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr char16_t kEntryStarts[] = u"timer_started_at";

void stopOthers(Call& call, qint64 userId)
{
    QList<Row> running;
    for (const Row& entry : call.books.rows(Kind::TimeEntry)) {
        if (entry.integer(u"user_id") == userId && entry.has(kEntryStarts)) running.append(entry);
    }
    for (Row& entry : running) {
        stopTimer(call, entry);
        call.books.replace(Kind::TimeEntry, entry);
    }
}

void startTimer(Draft& draft)
{
    stopOthers(draft.call, draft.row.integer(u"user_id"));
    draft.row.data.set(QString::fromUtf16(kEntryStarts), formatInstantSeconds(draft.call.now));
}

bool startsAndEnds(const Call& call)
{
    return call.books.company[u"wants_timestamp_timers"].toBool();
}

// Hours are sent; without them a timer starts.
void takeDuration(Draft& draft)
{
    draft.row.data.remove(u"started_time");
    draft.row.data.remove(u"ended_time");
    if (draft.row.number(u"hours").isNegative()) draft.refuse(u"Hours must be greater than or equal to 0"_s);
    if (draft.row.number(u"hours") > Decimal(24)) draft.refuse(u"Hours must be less than or equal to 24"_s);
    if (draft.row.has(u"hours")) return;
    draft.row.data.set(u"hours"_s, Json(Decimal::fromScaled(0, 1)));
    if (draft.isNew() && draft.problems.isEmpty()) startTimer(draft);
}

// A start and an end are sent; without an end a timer starts.
void takeStartAndEnd(Draft& draft)
{
    const Json& company = draft.call.books.company;
    if (draft.before) // the times make the hours
        draft.row.data.set(u"hours"_s, draft.before->data[u"hours"]);
    else
        draft.row.data.remove(u"hours");
    if (!draft.row.has(u"started_time"))
        draft.row.data.set(u"started_time"_s, clockText(draft.call.now, company));
    const auto started = clockMinutes(draft.row.text(u"started_time"));
    const auto ended = clockMinutes(draft.row.text(u"ended_time"));
    if (!started || (draft.row.has(u"ended_time") && !ended)) {
        draft.malformed = u"time is not valid"_s;
        return;
    }
    draft.row.data.set(u"started_time"_s, clockText(*started, company));
    if (!ended) {
        if (draft.isNew()) {
            draft.row.data.set(u"hours"_s, Json(Decimal::fromScaled(0, 1)));
            startTimer(draft);
        }
        return;
    }
    if (*ended < *started) {
        draft.refuse(u"Ended time must be after the started time"_s);
        return;
    }
    draft.row.data.set(u"ended_time"_s, clockText(*ended, company));
    const auto hours = Decimal(qint64(*ended - *started)).dividedBy(Decimal(60));
    draft.row.data.set(u"hours"_s, Json(hours.value_or(Decimal()).rounded(2)));
    draft.row.data.set(QString::fromUtf16(kEntryStarts), Json());
}

// Ids come back as text, whatever was sent.
void takeReference(Draft& draft)
{
    const Json& sent = draft.call.body.members[u"external_reference"];
    if (!sent.isObject()) return;
    const auto text = [&](QStringView name) {
        const Json& value = sent[name];
        if (value.isNumber()) return Json(value.toDecimal().toString());
        return value.isText() ? value : Json();
    };
    const QString permalink = sent[u"permalink"].toText();
    const QString service = QUrl(permalink).host();
    draft.row.data.set(
        u"external_reference"_s,
        Json::object(
            {{u"id"_s, text(u"id")},
             {u"group_id"_s, text(u"group_id")},
             {u"account_id"_s, text(u"account_id")},
             {u"permalink"_s, permalink.isEmpty() ? Json() : Json(permalink)},
             {u"service"_s, service.isEmpty() ? Json() : Json(service)},
             {u"service_icon_url"_s,
              service.isEmpty() ? Json()
                                : Json(u"https://proxy.harvestfiles.example/icons/%1.png"_s.arg(service))}}));
}

void needAssignments(Draft& draft)
{
    const Row* project = needLink(draft, u"project_id", Kind::Project);
    const Row* task = needLink(draft, u"task_id", Kind::Task);
    const Row* user = needLink(draft, u"user_id", Kind::User);
    if (!project || !task || !user) return;
    const Books& books = draft.call.books;
    const bool moved = draft.isNew() || draft.sent(u"project_id") || draft.sent(u"task_id");
    if (!moved) return;
    if (!project->flag(u"is_active")) draft.refuse(u"Project is archived"_s);
    const Row* work = books.findAssignment(Kind::TaskAssignment, project->id, task->id);
    if (!work || !work->flag(u"is_active")) draft.refuse(u"Task is not assigned to this project"_s);
    const Row* person = books.findAssignment(Kind::UserAssignment, project->id, user->id);
    if (!person || !person->flag(u"is_active")) draft.refuse(u"User is not assigned to this project"_s);
    if (work && draft.problems.isEmpty()) draft.row.data.set(u"billable"_s, (*work)[u"billable"]);
}

void checkEntry(Draft& draft)
{
    Call& call = draft.call;
    if (!draft.row.has(u"user_id")) draft.row.data.set(u"user_id"_s, Json(call.viewer.userId));
    if (draft.before) {
        const QString locked = lockedReason(call.books, Kind::TimeEntry, *draft.before);
        if (!locked.isEmpty()) draft.refuse(u"This time entry is locked: "_s + locked);
    }
    needAssignments(draft);
    takeReference(draft);
    if (!draft.problems.isEmpty() || !draft.malformed.isEmpty()) return;
    if (startsAndEnds(call))
        takeStartAndEnd(draft);
    else
        takeDuration(draft);
    draft.row.data.set(u"billable_rate"_s, billableRate(call.books, draft.row));
    const auto cost =
        rateAt(call.books, Kind::CostRate, draft.row.integer(u"user_id"), draft.row.text(u"spent_date"));
    draft.row.data.set(u"cost_rate"_s, cost ? Json(*cost) : Json());
}

QString entryKeeps(const Call& call, const Row& row)
{
    const QString locked = lockedReason(call.books, Kind::TimeEntry, row);
    const bool approved = row.flag(u"is_closed") && !row.has(u"invoice_id");
    if (locked.isEmpty() || (approved && call.viewer.isAdministrator())) return {};
    return u"This time entry is locked: "_s + locked;
}

Response restart(Call& call, Row entry)
{
    const QString locked = lockedReason(call.books, Kind::TimeEntry, entry);
    if (!locked.isEmpty()) return refusedReply({u"This time entry is locked: "_s + locked});
    if (entry.has(kEntryStarts)) return refusedReply({u"This time entry is already running."_s});
    stopOthers(call, entry.integer(u"user_id"));
    entry.data.set(QString::fromUtf16(kEntryStarts), formatInstantSeconds(call.now));
    entry.data.set(u"ended_time"_s, Json());
    entry.updated = call.now;
    call.books.replace(Kind::TimeEntry, entry);
    return jsonReply(200, Printer(call).show(Kind::TimeEntry, entry));
}

Response stop(Call& call, Row entry)
{
    if (!entry.has(kEntryStarts)) return refusedReply({u"This time entry is not running."_s});
    stopTimer(call, entry);
    call.books.replace(Kind::TimeEntry, entry);
    return jsonReply(200, Printer(call).show(Kind::TimeEntry, entry));
}

} // namespace

void stopTimer(Call& call, Row& entry)
{
    entry.data.set(u"hours"_s, Json(hoursOf(entry, call.now)));
    entry.data.set(QString::fromUtf16(kEntryStarts), Json());
    if (startsAndEnds(call)) entry.data.set(u"ended_time"_s, clockText(call.now, call.books.company));
    entry.updated = call.now;
}

std::optional<Response> timerStep(Call& call, const Row& entry, const QString& step)
{
    if (step == u"restart" && call.is("PATCH")) return restart(call, entry);
    if (step == u"stop" && call.is("PATCH")) return stop(call, entry);
    if (step == u"external_reference" && call.is("DELETE")) {
        call.books.set(Kind::TimeEntry, entry.id, u"external_reference"_s, Json(), call.now);
        return removedReply();
    }
    return {};
}

Json billableRate(const Books& books, const Row& entry)
{
    const qint64 projectId = entry.integer(u"project_id");
    const Row* project = books.find(Kind::Project, projectId);
    if (!project || !entry.flag(u"billable")) return {};
    const QString by = project->text(u"bill_by");
    if (by == u"Project") return (*project)[u"hourly_rate"];
    if (by == u"Tasks") {
        const Row* task = books.findAssignment(Kind::TaskAssignment, projectId, entry.integer(u"task_id"));
        return task ? (*task)[u"hourly_rate"] : Json();
    }
    if (by != u"People") return {};
    const qint64 userId = entry.integer(u"user_id");
    const Row* person = books.findAssignment(Kind::UserAssignment, projectId, userId);
    if (person && !person->flag(u"use_default_rates")) return (*person)[u"hourly_rate"];
    const auto rate = rateAt(books, Kind::BillableRate, userId, entry.text(u"spent_date"));
    return rate ? Json(*rate) : Json();
}

Rules timeRules()
{
    return {checkEntry, nullptr, entryKeeps, nullptr};
}

} // namespace tieout::sandbox::harvest
