#include "engine/whatif/twomappings.h"

#include "engine/match/matchkeys.h"
#include "engine/plan/ledger.h"
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

const model::Record& eitherOf(const TwoMappings::Tried& tried)
{
    return tried.after.isNull() ? tried.before : tried.after;
}

Error notReadable(const QString& flow)
{
    return fail(ErrorKind::BadConfig, u"mapping.unreadable"_s, u"the saved mapping cannot be read"_s, {flow})
        .value();
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

Result<void> TwoMappings::compile()
{
    auto fresh = mapping::CompiledMapping::compile(m_after);
    if (!fresh) return tl::unexpected(fresh.error());
    m_new.emplace(std::move(*fresh));
    auto old = mapping::CompiledMapping::compile(m_flow.mapping);
    if (!m_flow.unreadableMapping.isNull())
        m_oldFault = notReadable(m_flow.title);
    else if (old)
        m_old.emplace(std::move(*old));
    else
        m_oldFault = old.error();
    for (const auto& rule : m_flow.skip) {
        auto program = formula::compileText(rule.formula);
        if (!program) return tl::unexpected(program.error());
        m_skip.push_back(std::move(*program));
    }
    if (m_flow.sourceTitle.isEmpty()) return {};
    auto title = formula::compileText(m_flow.sourceTitle);
    if (!title) return tl::unexpected(title.error());
    m_title.emplace(std::move(*title));
    return {};
}

bool TwoMappings::isSkipped(const model::Record& record, Work& work) const
{
    formula::Scope scope;
    scope.record = &record;
    return std::any_of(m_skip.begin(), m_skip.end(), [&](const formula::Program& rule) {
        const auto answer = work.evaluator.evaluate(rule, scope);
        const bool* yes = answer.value.boolean();
        return yes && *yes && !answer.fault;
    });
}

QString TwoMappings::titleOf(const model::Record& record, Work& work) const
{
    if (m_title) {
        formula::Scope scope;
        scope.record = &record;
        const auto answer = work.evaluator.evaluate(*m_title, scope);
        if (!answer.fault && !answer.value.isBlank()) return answer.value.toPlainText();
    }
    return record.path(m_flow.sourceKey).toPlainText();
}

void TwoMappings::holdSaved(const Error& fault)
{
    m_old.reset();
    if (!m_oldFault) m_oldFault = fault;
}

TwoMappings::Side TwoMappings::side(const mapping::CompiledMapping* mapping, const model::Record& record,
                                    const std::optional<Error>& fault, Work& work) const
{
    Side side;
    if (!mapping || fault) {
        side.held = mapping ? fault : m_oldFault;
        return side;
    }
    if (record.isNull()) return side;
    auto mapped = mapping->map(record, work.context);
    side.target = std::move(mapped.target);
    if (!mapped.errors.isEmpty()) {
        side.held = mapping::toError(mapped.errors.first());
        return side;
    }
    m_rules.apply(side.target);
    const auto periods =
        m_rules.mayBeInClosedPeriod(side.target) ? RecordCheck::Periods::Open : RecordCheck::Periods::Closed;
    side.held = work.check.check(side.target, connectors::Operation::Create, periods);
    if (m_flow.totalField.isEmpty() || side.held) return side;
    side.currency = firstValue(side.target, m_flow.currencyField).toPlainText();
    if (side.currency.isEmpty()) side.currency = m_reference.organisation.baseCurrency;
    const auto totals = ledgerTotals(side.target, m_reference.taxRates);
    if (totals)
        side.amount = totals->total;
    else
        side.held = totals.error();
    return side;
}

void TwoMappings::compare(const Tried& tried, Work& work, Part& part) const
{
    auto& figures = part.figures;
    if (isSkipped(eitherOf(tried), work)) {
        ++figures.skipped;
        return;
    }
    ++figures.records;
    const Side before = side(m_old ? &*m_old : nullptr, tried.before, tried.faultBefore, work);
    const Side after = side(&*m_new, tried.after, tried.faultAfter, work);
    figures.heldBefore += before.held ? 1 : 0;
    figures.heldAfter += after.held ? 1 : 0;
    const std::pair<const Side*, QMap<QString, Decimal>*> money[] = {{&before, &figures.totalsBefore},
                                                                     {&after, &figures.totalsAfter}};
    for (const auto& [side, totals] : money) {
        if (!side->amount) continue;
        const QMap<QString, Decimal> more{{side->currency, *side->amount}};
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

model::WhatIfRecord TwoMappings::shown(const Tried& tried, const Side& before, const Side& after,
                                       Work& work) const
{
    model::WhatIfRecord shown;
    const model::Record& record = eitherOf(tried);
    shown.sourceId = record.path(m_flow.sourceKey).toPlainText();
    shown.changes = differenceOf(before.target, after.target).mid(0, kMostFields);
    if (!shown.changes.isEmpty() || before.held || after.held) shown.title = titleOf(record, work);
    shown.madeBefore = !tried.before.isNull();
    shown.madeAfter = !tried.after.isNull();
    shown.heldBefore = before.held;
    shown.heldAfter = after.held;
    shown.currencyBefore = before.currency;
    shown.currencyAfter = after.currency;
    shown.amountBefore = before.amount;
    shown.amountAfter = after.amount;
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
