#include "engine/plan/offplan.h"

#include "base/ids.h"
#include "engine/plan/toldbyfacts.h"
#include "mapping/differences.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::ActionKind;
using model::FieldChange;

namespace {

constexpr qsizetype kMostNamed = 3;

OffPlan held(const QString& code, const QStringList& facts, QList<FieldChange> changes = {})
{
    OffPlan off;
    off.error = toldByFacts(ErrorKind::Conflict, code, facts);
    off.changes = std::move(changes);
    return off;
}

/// Both ways, for a field that has become empty is no difference in writing.
QList<FieldChange> changed(const model::Record& approved, const model::Record& now)
{
    auto changes = mapping::differences(approved, now);
    const auto back = mapping::differences(now, approved);
    for (const auto& change : back) {
        const bool known = std::any_of(changes.cbegin(), changes.cend(),
                                       [&](const FieldChange& other) { return other.field == change.field; });
        if (!known) changes.append({change.field, change.after, change.before});
    }
    return changes;
}

/// The target's own values that are not what the plan was made over.
QList<FieldChange> moved(const QList<FieldChange>& approved, const QList<FieldChange>& now)
{
    QList<FieldChange> changes;
    for (const auto& change : now) {
        const auto before = std::find_if(approved.cbegin(), approved.cend(), [&](const FieldChange& other) {
            return other.field == change.field;
        });
        if (before == approved.cend())
            changes.append({change.field, change.after, change.before}); // it had our value then
        else if (!(before->before == change.before))
            changes.append({change.field, before->before, change.before});
    }
    return changes;
}

QString labelOf(const QString& path, const QList<model::Field>& fields)
{
    const auto dot = path.indexOf(u'.');
    const QString first = dot < 0 ? path : path.left(dot);
    const auto bracket = first.indexOf(u'[');
    const QString name = bracket < 0 ? first : first.left(bracket);
    const auto field = std::find_if(fields.cbegin(), fields.cend(),
                                    [&](const model::Field& known) { return known.name == name; });
    if (field == fields.cend()) return path;
    const QString label =
        bracket < 0 ? field->label : field->label + u' ' + first.mid(bracket + 1).chopped(1);
    return dot < 0 ? label : label + u", "_s + labelOf(path.mid(dot + 1), field->fields);
}

QString wordOf(const model::Value& value)
{
    constexpr qsizetype kMostText = 60;
    if (value.isBlank()) return u"–"_s;
    if (value.record() || value.list()) return u"…"_s;
    const QString text = value.toPlainText();
    return text.size() <= kMostText ? text : text.left(kMostText) + u"…"_s;
}

} // namespace

QString changesInShort(const QList<FieldChange>& changes, const model::ObjectSchema& schema)
{
    QStringList parts;
    for (const auto& change : changes.first(std::min(kMostNamed, changes.size())))
        parts += labelOf(change.field, schema.fields) + u": "_s + wordOf(change.before) + u" → "_s +
                 wordOf(change.after);
    return parts.join(u"; "_s) + (changes.size() > kMostNamed ? u" …"_s : QString());
}

std::optional<OffPlan> offPlan(const store::PlanRow* planned, const PlannedNow& now, const QString& title,
                               PlanRole role, const model::ObjectSchema& schema)
{
    const bool written = planned && planned->state == store::PlanState::Written;
    if (!planned || written) {
        if (role == PlanRole::Parent) return held(u"plan.parent-unplanned"_s, {title});
        auto left = held(u"plan.not-in-plan"_s, {title});
        left.end = OffPlan::End::Left;
        return left;
    }
    const auto& approved = planned->action;
    if (approved.kind == ActionKind::Create && now.kind == ActionKind::Update)
        return held(u"plan.exists-now"_s, {title, now.targetNumber});
    if (approved.kind == ActionKind::Update && now.kind == ActionKind::Create)
        return held(u"plan.gone-now"_s, {title});
    if (model::contentHash(model::Value(now.target)) != approved.contentHash) {
        auto changes = changed(approved.target, now.target);
        const QString what = changesInShort(changes, schema);
        return held(u"plan.source-changed"_s, {what, title}, std::move(changes));
    }
    if (now.kind == ActionKind::Create) return {};
    if (approved.targetId == now.targetId && approved.targetVersion == now.targetVersion) return {};
    auto changes = moved(approved.changes, now.changes);
    const QString what = changesInShort(changes, schema);
    return held(u"plan.target-changed"_s, {now.targetNumber, what}, std::move(changes));
}

QString planBasis(const model::Flow& flow)
{
    Json document = model::toJson(flow);
    for (const auto* name : {u"schedule", u"enabled", u"previewedVersion", u"title", u"outcome"})
        document.remove(name);
    return sha256Hex(document.toBytes());
}

Result<void> mayFollow(const std::optional<store::Plan>& plan, qint64 run, const model::Flow& flow)
{
    const auto refuse = [](const QString& code, const QString& text, const QStringList& facts) {
        return fail(ErrorKind::BadConfig, code, text, facts);
    };
    const QString number = QString::number(run);
    if (!plan) return refuse(u"plan.unknown"_s, u"no plan of this run is kept"_s, {number});
    if (plan->flow != flow.id)
        return refuse(u"plan.other-sync"_s, u"a preview of "_s + plan->flow, {flow.title});
    if (!plan->complete) return refuse(u"plan.incomplete"_s, u"the preview did not finish"_s, {number});
    if (plan->writtenAt)
        return refuse(u"plan.used"_s, u"it was written already"_s,
                      {number, QString::number(plan->writtenBy)});
    if (plan->basis != planBasis(flow))
        return refuse(u"plan.sync-changed"_s, u"the sync is not what it was"_s, {flow.title});
    return {};
}

} // namespace tieout::engine
