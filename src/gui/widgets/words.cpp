#include "gui/widgets/words.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "wording/sentences.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

} // namespace

QString State::shaped() const
{
    return shapeOf(tone) + word;
}

State stateOf(const service::FlowSummary& flow)
{
    if (flow.running) return {Tone::Accent, say("Running")};
    if (flow.openProblems > 0) return {Tone::Bad, say("%Ln need you", "records", int(flow.openProblems))};
    if (!flow.lastRun) return {Tone::Muted, say("Not run yet")};
    return stateOf(*flow.lastRun);
}

State stateOf(const model::RunReport& run)
{
    switch (run.state) {
    case model::RunState::Running:
        return {Tone::Accent, say("Running")};
    case model::RunState::Stopped:
        return {Tone::Muted, say("Stopped by you")};
    case model::RunState::Faulted:
        return {Tone::Bad, say("Could not finish")};
    case model::RunState::Finished:
        break;
    }
    const qint64 held = run.counts.held + run.counts.uncertain;
    if (run.counts.failed > 0) return {Tone::Bad, say("%Ln failed", "records", int(run.counts.failed))};
    if (held > 0) return {Tone::Warn, say("%Ln held", "records", int(held))};
    if (run.mode == model::RunMode::Preview) return {Tone::Muted, say("Preview")};
    if (run.counts.created + run.counts.updated == 0) return {Tone::Ok, say("Nothing new")};
    return {Tone::Ok, say("All written")};
}

State stateOf(const model::Connection& connection)
{
    switch (connection.state) {
    case model::ConnectionState::Ready:
        return {Tone::Ok, say("Connected")};
    case model::ConnectionState::NeedsSignIn:
        return {Tone::Bad, say("Sign in again")};
    case model::ConnectionState::Unreachable:
        return {Tone::Warn, say("Cannot be reached")};
    case model::ConnectionState::SignedOut:
        return {Tone::Muted, say("Disconnected")};
    }
    return {};
}

QString whyLost(const model::Connection& connection)
{
    if (connection.state != model::ConnectionState::NeedsSignIn) return {};
    if (!wording::hasSentence(connection.stateText)) return {};
    const wording::Sentence sentence = wording::sentenceFor(
        errorOf(ErrorKind::NeedsLogin, connection.stateText, {}, {connection.organisation}));
    return sentence.why.isEmpty() ? sentence.title : sentence.title + u". "_s + sentence.why;
}

State stateOf(model::Outcome outcome, model::RunMode mode)
{
    const bool preview = mode == model::RunMode::Preview;
    switch (outcome) {
    case model::Outcome::Created:
        return {Tone::Ok, preview ? say("New") : say("Created")};
    case model::Outcome::Updated:
        return {Tone::Warn, preview ? say("Change") : say("Changed")};
    case model::Outcome::Unchanged:
        return {Tone::Muted, say("Unchanged")};
    case model::Outcome::Skipped:
        return {Tone::Muted, say("Skipped")};
    case model::Outcome::Held:
        return {Tone::Bad, say("Held")};
    case model::Outcome::Failed:
        return {Tone::Bad, say("Failed")};
    case model::Outcome::Uncertain:
        return {Tone::Warn, say("Being checked")};
    }
    return {};
}

State stateOf(const model::Problem& problem)
{
    const QString written =
        problem.written ? say("an earlier version is in the books") : say("nothing was posted");
    switch (problem.state) {
    case model::ProblemState::Solved:
        return {Tone::Ok, say("Solved")};
    case model::ProblemState::Skipped:
        return {Tone::Muted, say("Skipped")};
    case model::ProblemState::Retrying:
        return {Tone::Accent, say("Trying again")};
    case model::ProblemState::Open:
        break;
    }
    //: an outcome, then whether anything was written
    const QString pattern = say("%1 · %2");
    if (problem.outcome == model::Outcome::Uncertain)
        return {Tone::Warn, pattern.arg(say("Being checked"), say("it may have been posted"))};
    if (problem.outcome == model::Outcome::Failed) return {Tone::Bad, pattern.arg(say("Failed"), written)};
    return {Tone::Bad, pattern.arg(say("Held"), written)};
}

QString systemTitle(const QList<service::SystemInfo>& systems, const QString& id)
{
    for (const service::SystemInfo& system : systems) {
        if (system.id == id) return translatedLabel(system.title);
    }
    return id.isEmpty() ? id : id.left(1).toUpper() + id.mid(1);
}

QString connectionTitle(const QList<service::SystemInfo>& systems, const model::Connection& connection)
{
    return systemTitle(systems, connection.system) + u" · "_s + connection.organisation;
}

QString scheduleInWords(const model::ScheduleRule& rule, const QLocale& locale)
{
    using Kind = model::ScheduleRule::Kind;
    if (rule.paused) return say("Paused");
    const QString at = rule.at.toString(u"HH:mm"_s);
    switch (rule.kind) {
    case Kind::Manual:
        return say("Only when you press Sync now");
    case Kind::Interval:
        return rule.everyMinutes % 60 == 0 ? say("Every %Ln hours", "schedule", rule.everyMinutes / 60)
                                           : say("Every %Ln minutes", "schedule", rule.everyMinutes);
    case Kind::Daily:
        return say("Every day at %1").arg(at);
    case Kind::Weekly: {
        QStringList days;
        for (const int day : rule.weekdays)
            days += locale.dayName(day, QLocale::ShortFormat);
        //: %1 is a list of weekdays, %2 a time of day
        return say("Every %1 at %2").arg(days.join(u", "_s), at);
    }
    case Kind::Monthly:
        return say("On day %1 of each month at %2").arg(rule.dayOfMonth).arg(at);
    case Kind::MonthEnd:
        return say("On the last day of each month at %1").arg(at);
    }
    return {};
}

QString triggerInWords(model::RunTrigger trigger)
{
    switch (trigger) {
    case model::RunTrigger::Manual:
        return say("by hand");
    case model::RunTrigger::Schedule:
        return say("on schedule");
    case model::RunTrigger::Retry:
        return say("tried again");
    case model::RunTrigger::Recovery:
        return say("after an interruption");
    }
    return {};
}

} // namespace tieout::gui
