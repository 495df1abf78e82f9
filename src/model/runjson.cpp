#include "model/runjson.h"

#include "model/errorjson.h"
#include "model/objectreader.h"

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

constexpr Words<Outcome, 7> kOutcomes{{
    {Outcome::Created, u"created"},
    {Outcome::Updated, u"updated"},
    {Outcome::Unchanged, u"unchanged"},
    {Outcome::Skipped, u"skipped"},
    {Outcome::Held, u"held"},
    {Outcome::Failed, u"failed"},
    {Outcome::Uncertain, u"uncertain"},
}};
constexpr Words<RunMode, 2> kModes{{{RunMode::Preview, u"preview"}, {RunMode::Sync, u"sync"}}};
constexpr Words<RunTrigger, 4> kTriggers{{
    {RunTrigger::Manual, u"manual"},
    {RunTrigger::Schedule, u"schedule"},
    {RunTrigger::Retry, u"retry"},
    {RunTrigger::Recovery, u"recovery"},
}};
constexpr Words<RunState, 4> kStates{{
    {RunState::Running, u"running"},
    {RunState::Finished, u"finished"},
    {RunState::Stopped, u"stopped"},
    {RunState::Faulted, u"faulted"},
}};

constexpr std::array<CountField, 8> kCounts{{
    {u"read", &RunCounts::read},
    {u"created", &RunCounts::created},
    {u"updated", &RunCounts::updated},
    {u"unchanged", &RunCounts::unchanged},
    {u"skipped", &RunCounts::skipped},
    {u"held", &RunCounts::held},
    {u"failed", &RunCounts::failed},
    {u"uncertain", &RunCounts::uncertain},
}};

void putCounts(ObjectWriter& writer, const RunCounts& counts)
{
    for (const auto& [name, member] : kCounts)
        writer.put(QString::fromUtf16(name), Json(counts.*member));
}

RunCounts countsFromJson(const Json& json)
{
    RunCounts counts;
    for (const auto& [name, member] : kCounts)
        counts.*member = json[QStringView(name)].toInteger();
    return counts;
}

Json totalsToJson(const QMap<QString, Decimal>& totals)
{
    Json::Array list;
    for (auto it = totals.begin(); it != totals.end(); ++it) {
        list.append(
            Json::object({{u"currency"_s, Json(it.key())}, {u"amount"_s, Json(it.value().toString())}}));
    }
    return Json(std::move(list));
}

tl::unexpected<Error> malformed(const QString& member)
{
    return fail(ErrorKind::LocalFault, u"run.syntax"_s, u"%1 of a run report cannot be read"_s.arg(member),
                {member});
}

/// Times, totals and the parts whose text may be wrong.
Result<void> readDetails(const Json& json, RunReport& report)
{
    const auto started = parseInstant(json[u"startedAt"].toText());
    if (!started) return malformed(u"startedAt"_s);
    report.startedAt = *started;
    if (json[u"finishedAt"].isText()) {
        const auto finished = parseInstant(json[u"finishedAt"].toText());
        if (!finished) return malformed(u"finishedAt"_s);
        report.finishedAt = *finished;
    }
    const auto read = [&json](QStringView name, QMap<QString, Decimal>& totals) {
        for (const Json& total : json[name].toArray()) {
            const auto amount = Decimal::parse(total[u"amount"].toText());
            if (!amount) return false;
            totals.insert(total[u"currency"].toText(), *amount);
        }
        return true;
    };
    if (!read(u"totals", report.totals)) return malformed(u"totals"_s);
    if (!read(u"updatedTotals", report.updatedTotals)) return malformed(u"updatedTotals"_s);
    return {};
}

} // namespace

std::span<const CountField> countFields()
{
    return kCounts;
}

Json relatedToJson(const QMap<QString, RunCounts>& related)
{
    Json::Object members;
    for (auto it = related.begin(); it != related.end(); ++it) {
        ObjectWriter writer;
        putCounts(writer, it.value());
        members.append({it.key(), writer.take()});
    }
    return Json(std::move(members));
}

QMap<QString, RunCounts> relatedFromJson(const Json& json)
{
    QMap<QString, RunCounts> related;
    for (const auto& [flow, counts] : json.toObject())
        related.insert(flow, countsFromJson(counts));
    return related;
}

Json toJson(const RunReport& report)
{
    ObjectWriter writer;
    writer.put(u"run"_s, Json(report.id));
    writer.put(u"flow"_s, Json(report.flow));
    writer.text(u"flowTitle"_s, report.flowTitle);
    writer.put(u"mappingVersion"_s, Json(report.mappingVersion));
    writer.put(u"mode"_s, Json(modeName(report.mode)));
    writer.put(u"trigger"_s, Json(triggerName(report.trigger)));
    writer.put(u"state"_s, Json(stateName(report.state)));
    writer.put(u"startedAt"_s, Json(formatInstant(report.startedAt)));
    if (report.finishedAt) {
        writer.put(u"finishedAt"_s, Json(formatInstant(*report.finishedAt)));
        writer.put(u"durationMs"_s, Json(qint64((*report.finishedAt - report.startedAt).count())));
    }
    putCounts(writer, report.counts);
    writer.put(u"calls"_s,
               Json::object({{u"read"_s, Json(report.readCalls)}, {u"write"_s, Json(report.writeCalls)}}));
    writer.put(u"totals"_s, totalsToJson(report.totals));
    writer.put(u"createdTotals"_s, totalsToJson(createdTotals(report)));
    writer.put(u"updatedTotals"_s, totalsToJson(report.updatedTotals));
    if (report.approvedPreview > 0) writer.put(u"approvedPreview"_s, Json(report.approvedPreview));
    writer.put(u"related"_s, relatedToJson(report.related));
    if (report.fault) writer.put(u"fault"_s, toJson(*report.fault));
    writer.list(u"warnings"_s, report.warnings, [](const Error& warning) { return toJson(warning); });
    return writer.take();
}

Result<RunReport> runReportFromJson(const Json& json)
{
    const auto mode = modeFromName(json[u"mode"].toText());
    const auto trigger = triggerFromName(json[u"trigger"].toText());
    const auto state = stateFromName(json[u"state"].toText());
    if (!mode) return malformed(u"mode"_s);
    if (!trigger) return malformed(u"trigger"_s);
    if (!state) return malformed(u"state"_s);
    RunReport report;
    report.id = json[u"run"].toInteger();
    report.flow = json[u"flow"].toText();
    report.flowTitle = json[u"flowTitle"].toText();
    report.mappingVersion = int(json[u"mappingVersion"].toInteger());
    report.mode = *mode;
    report.trigger = *trigger;
    report.state = *state;
    report.counts = countsFromJson(json);
    report.readCalls = json[u"calls"][u"read"].toInteger();
    report.writeCalls = json[u"calls"][u"write"].toInteger();
    report.approvedPreview = json[u"approvedPreview"].toInteger();
    report.related = relatedFromJson(json[u"related"]);
    if (json[u"fault"].isObject()) report.fault = errorFromJson(json[u"fault"]);
    for (const Json& warning : json[u"warnings"].toArray())
        report.warnings.append(errorFromJson(warning));
    if (auto details = readDetails(json, report); !details) return fail(std::move(details.error()));
    return report;
}

QMap<QString, Decimal> createdTotals(const RunReport& report)
{
    QMap<QString, Decimal> created;
    for (auto total = report.totals.cbegin(); total != report.totals.cend(); ++total) {
        const auto rest = total.value().minus(report.updatedTotals.value(total.key()));
        if (rest && !rest->isZero()) created.insert(total.key(), *rest);
    }
    return created;
}

QString outcomeName(Outcome outcome)
{
    return wordFor(kOutcomes, outcome);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueFor(kOutcomes, name);
}

QString modeName(RunMode mode)
{
    return wordFor(kModes, mode);
}

std::optional<RunMode> modeFromName(QStringView name)
{
    return valueFor(kModes, name);
}

QString triggerName(RunTrigger trigger)
{
    return wordFor(kTriggers, trigger);
}

std::optional<RunTrigger> triggerFromName(QStringView name)
{
    return valueFor(kTriggers, name);
}

QString stateName(RunState state)
{
    return wordFor(kStates, state);
}

std::optional<RunState> stateFromName(QStringView name)
{
    return valueFor(kStates, name);
}

} // namespace tieout::model
