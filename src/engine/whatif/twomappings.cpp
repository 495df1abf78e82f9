#include "engine/whatif/twomappings.h"

#include "engine/plan/offplan.h"
#include "mapping/differences.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::FieldChange;

namespace {

/// Fields of one record that are shown; a record with more lines than that is told by its first ones.
constexpr qsizetype kMostFields = 200;

bool sameHolding(const std::optional<Error>& before, const std::optional<Error>& after)
{
    if (!before || !after) return !before && !after;
    return before->code == after->code && before->facts == after->facts;
}

Error notReadable(const QString& flow)
{
    return errorOf(ErrorKind::BadConfig, u"mapping.unreadable"_s, u"the saved mapping cannot be read"_s,
                   {flow});
}

} // namespace

QList<FieldChange> differenceOf(const model::Record& before, const model::Record& after)
{
    QList<FieldChange> changes = mapping::differences(before, after);
    // The other way round: what only the first one fills.
    const QList<FieldChange> back = mapping::differences(after, before);
    QSet<QString> known;
    for (const FieldChange& change : std::as_const(changes))
        known.insert(change.field);
    for (const FieldChange& change : back)
        if (!known.contains(change.field)) changes.append({change.field, change.after, change.before});
    return changes;
}

Result<void> addTotals(QMap<QString, Decimal>& totals, const QMap<QString, Decimal>& more)
{
    for (auto it = more.cbegin(); it != more.cend(); ++it) {
        const auto sum = totals.value(it.key()).plus(it.value());
        if (!sum) return tl::unexpected(sum.error());
        totals.insert(it.key(), *sum);
    }
    return {};
}

Result<TwoMappings::Around> TwoMappings::aroundOf(const model::Flow& flow)
{
    Around around;
    for (const auto& rule : flow.skip) {
        auto program = formula::compileText(rule.formula);
        if (!program) return tl::unexpected(program.error());
        around.skip.push_back(std::move(*program));
    }
    if (flow.sourceTitle.isEmpty()) return around;
    auto title = formula::compileText(flow.sourceTitle);
    if (!title) return tl::unexpected(title.error());
    around.title.emplace(std::move(*title));
    return around;
}

Result<void> TwoMappings::compile()
{
    auto fresh = Drafting::compile(m_after, m_target, m_reference);
    if (!fresh) return tl::unexpected(fresh.error());
    m_new.emplace(std::move(*fresh));
    auto old = Drafting::compile(m_before, m_target, m_reference);
    if (!m_before.unreadableMapping.isNull())
        m_oldFault = notReadable(m_before.title);
    else if (old)
        m_old.emplace(std::move(*old));
    else
        m_oldFault = old.error();
    const std::pair<const model::Flow*, Around*> sides[] = {{&m_before, &m_aroundOld},
                                                            {&m_after, &m_aroundNew}};
    for (const auto& [flow, place] : sides) {
        auto around = aroundOf(*flow);
        if (!around) return tl::unexpected(around.error());
        *place = std::move(*around);
    }
    return {};
}

bool TwoMappings::isSkipped(const Tried& tried, Work& work) const
{
    const bool isNew = !tried.after.isNull();
    const auto& rules = isNew ? m_aroundNew.skip : m_aroundOld.skip;
    formula::Scope scope;
    scope.record = isNew ? &tried.after : &tried.before;
    return std::any_of(rules.begin(), rules.end(), [&](const formula::Program& rule) {
        const auto answer = work.evaluator.evaluate(rule, scope);
        const bool* yes = answer.value.boolean();
        return yes && *yes && !answer.fault;
    });
}

QString TwoMappings::nameOf(const Tried& tried) const
{
    const bool isNew = !tried.after.isNull();
    const model::Record& record = isNew ? tried.after : tried.before;
    return record.path(isNew ? m_after.sourceKey : m_before.sourceKey).toPlainText();
}

QString TwoMappings::titleOf(const Tried& tried, Work& work) const
{
    const bool isNew = !tried.after.isNull();
    const auto& title = isNew ? m_aroundNew.title : m_aroundOld.title;
    if (title) {
        formula::Scope scope;
        scope.record = isNew ? &tried.after : &tried.before;
        const auto answer = work.evaluator.evaluate(*title, scope);
        if (!answer.fault && !answer.value.isBlank()) return answer.value.toPlainText();
    }
    return nameOf(tried);
}

void TwoMappings::holdSaved(const Error& fault)
{
    m_old.reset();
    if (!m_oldFault) m_oldFault = fault;
}

Drafted TwoMappings::side(const std::optional<Drafting>& mapping, const model::Record& record,
                          const std::optional<Error>& fault, Work& work) const
{
    Drafted side;
    if (!mapping || fault) {
        side.held = mapping ? fault : m_oldFault;
        return side;
    }
    if (record.isNull()) return side;
    side = mapping->draft(record, work.context);
    const auto periods =
        mapping->mayBeInClosedPeriod(side.target) ? RecordCheck::Periods::Open : RecordCheck::Periods::Closed;
    if (!side.held) side.held = work.check.check(side.target, connectors::Operation::Create, periods);
    if (!side.held) side.held = side.money.fault;
    if (side.held) side.money = {}; // what is held moves none
    return side;
}

void TwoMappings::compare(const Tried& tried, Work& work, Part& part) const
{
    auto& figures = part.figures;
    if (isSkipped(tried, work)) {
        ++figures.skipped;
        return;
    }
    ++figures.records;
    const Drafted before = side(m_old, tried.before, tried.faultBefore, work);
    const Drafted after = side(m_new, tried.after, tried.faultAfter, work);
    figures.heldBefore += before.held ? 1 : 0;
    figures.heldAfter += after.held ? 1 : 0;
    const std::pair<const Drafted*, QMap<QString, Decimal>*> money[] = {{&before, &figures.totalsBefore},
                                                                        {&after, &figures.totalsAfter}};
    for (const auto& [side, totals] : money) {
        if (!side->money.total) continue;
        const QMap<QString, Decimal> more{{side->money.currency, *side->money.total}};
        if (auto added = addTotals(*totals, more); !added && !part.fault) part.fault = added.error();
    }
    // A record that is held is not written: only what holds it counts.
    if (before.held && sameHolding(before.held, after.held)) return;
    model::WhatIfRecord record = shown(tried, before, after, work);
    const bool bothMapped = !before.held && !after.held;
    if (bothMapped && record.changes.isEmpty()) return;
    ++figures.different;
    figures.differences += std::move(record);
}

model::WhatIfRecord TwoMappings::shown(const Tried& tried, const Drafted& before, const Drafted& after,
                                       Work& work) const
{
    model::WhatIfRecord shown;
    shown.sourceId = nameOf(tried);
    shown.changes = differenceOf(before.target, after.target).mid(0, kMostFields);
    if (!shown.changes.isEmpty() || before.held || after.held) shown.title = titleOf(tried, work);
    shown.madeBefore = !tried.before.isNull();
    shown.madeAfter = !tried.after.isNull();
    shown.heldBefore = before.held;
    shown.heldAfter = after.held;
    shown.currencyBefore = before.money.currency;
    shown.currencyAfter = after.money.currency;
    shown.amountBefore = before.money.total;
    shown.amountAfter = after.money.total;
    return shown;
}

TwoMappings::Part TwoMappings::map(const QList<Tried>& records, const Links& links,
                                   const QStringList& makeable) const
{
    Part part;
    mapping::RunContext context = m_context;
    context.links = [&](const QString& flow, const QString& key) -> std::optional<QString> {
        const auto known = links.constFind(flow);
        const auto id =
            known == links.cend() ? QHash<QString, QString>::const_iterator() : known->constFind(key);
        if (known == links.cend() || id == known->cend()) {
            part.asked[flow].insert(key);
            return {};
        }
        if (!id->isEmpty()) return *id;
        // A run makes its parents first.
        return makeable.contains(flow) ? std::optional(kNotThereYet) : std::nullopt;
    };
    Work work{context, formula::Evaluator(context), RecordCheck(m_target, m_reference)};
    for (const Tried& tried : records)
        compare(tried, work, part);
    return part;
}

} // namespace tieout::engine
