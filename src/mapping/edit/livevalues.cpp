#include "mapping/edit/livevalues.h"

#include "formula/check.h"
#include "formula/coerce.h"
#include "formula/parser.h"
#include "mapping/edit/ruleplace.h"
#include "mapping/edit/targetkey.h"
#include "mapping/grouping.h"
#include "mapping/listitems.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::CheckScope;
using formula::Fault;
using formula::Scope;
using model::MappedField;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

constexpr qsizetype kMostItems = 2'000; ///< of a list that is filtered or sorted at each keystroke
constexpr int kMostDepth = 16;

using Compiled = tl::expected<formula::Program, Fault>;

/// A program, or the first finding as a fault. `scopes`: how many lists are around.
Compiled compiled(const QString& formula, int scopes)
{
    const auto ast = formula::parse(formula);
    const auto faulty = [](const formula::Finding& finding) {
        const bool name = finding.code.startsWith("formula.unknown"_L1);
        const auto kind = name ? formula::FaultKind::Name : formula::FaultKind::Value;
        return tl::unexpected(Fault{kind, finding.at, finding.code, finding.facts});
    };
    if (!ast) return faulty(ast.error());
    std::vector<CheckScope> around(size_t(scopes) + 1);
    for (size_t i = 1; i < around.size(); ++i)
        around[i].outer = &around[i - 1];
    for (const formula::Finding& finding : formula::check(*ast, around.back()).findings)
        if (finding.severity == formula::Finding::Severity::Error) return faulty(finding);
    return formula::compile(*ast);
}

/// Computes a draft's rules one by one, so that a broken one leaves the others their values.
class LiveRun final
{
  public:
    LiveRun(const formula::EvaluationContext& context, int line, QHash<QString, LiveValue>& values)
        : m_evaluator(context)
        , m_line(line)
        , m_values(values)
    {
    }

    void rules(const QList<MappedField>& fields, const QString& prefix, const Scope& scope, int depth)
    {
        QHash<QString, int> branches;
        for (const MappedField& rule : fields) {
            const QString to = targetKeyOf(rule.to);
            const QString key = prefix + TargetKey::withBranch(to, branches[to]++);
            if (!rule.each.isEmpty())
                list(rule, key, scope, depth);
            else if (!rule.formula.isEmpty())
                m_values.insert(key, calculated(rule.formula, scope, depth));
        }
    }

  private:
    LiveValue calculated(const QString& formula, const Scope& scope, int depth)
    {
        const Compiled program = compiled(formula, depth);
        if (!program) return {{}, program.error(), -1};
        formula::Outcome outcome = m_evaluator.evaluate(*program, scope);
        if (outcome.fault) return {{}, *outcome.fault, -1};
        return {std::move(outcome.value), std::nullopt, -1};
    }

    void list(const MappedField& rule, const QString& key, const Scope& scope, int depth)
    {
        const auto refused = [&](const Fault& fault) { m_values.insert(key, {{}, fault, 0}); };
        ListSource source;
        Compiled each = compiled(rule.each, depth);
        if (!each) return refused(each.error());
        source.each = std::move(*each);
        if (!rule.filter.isEmpty()) {
            Compiled filter = compiled(rule.filter, depth + 1);
            if (!filter) return refused(filter.error());
            source.filter = std::move(*filter);
        }
        if (!rule.sort.isEmpty()) {
            Compiled sort = compiled(rule.sort, depth + 1);
            if (!sort) return refused(sort.error());
            source.sort = std::move(*sort);
        }
        const auto items = listItems(m_evaluator, source, scope, kMostItems);
        if (!items) return refused(items.error().fault);
        m_values.insert(key, {Value(Decimal(items->size())), std::nullopt, int(items->size())});
        if (m_line >= items->size() || depth + 1 >= kMostDepth) return;
        const Value& item = (*items)[m_line];
        const Scope inner{item.record(), &item, m_line + 1, &scope};
        rules(rule.fields, key + u'.', inner, depth + 1);
    }

    formula::Evaluator m_evaluator;
    int m_line;
    QHash<QString, LiveValue>& m_values;
};

void showSource(const Record& record, const QString& prefix, int line, int depth,
                QHash<QString, LiveValue>& values)
{
    if (record.isNull() || depth >= kMostDepth) return;
    const QStringList& names = record.shape()->names();
    for (int i = 0; i < int(names.size()); ++i) {
        const Value& value = record.at(i);
        const QString key = TargetKey::child(prefix, names[i]);
        if (const ValueList* items = value.list()) {
            values.insert(key, {Value(Decimal(items->size())), std::nullopt, int(items->size())});
            const Record* item = line < items->size() ? (*items)[line].record() : nullptr;
            if (item) showSource(*item, key, line, depth + 1, values);
        } else if (value.record()) {
            showSource(*value.record(), key, line, depth + 1, values);
        } else {
            values.insert(key, {value, std::nullopt, -1});
        }
    }
}

} // namespace

LiveValues liveValues(const model::MappingDocument& document, const Record& sample,
                      const formula::EvaluationContext& context, int line)
{
    LiveValues live;
    if (sample.isNull()) return live;
    const int shown = std::max(0, line);
    Record seen = sample;
    if (document.group) {
        if (!seen.value(document.group->rows).list()) seen = groupOf(seen, *document.group);
        QList<FieldError> errors;
        if (const auto aggregates = Aggregates::compile(*document.group))
            seen = aggregates->filled(seen, context, errors);
        for (const FieldError& error : errors)
            live.source.insert(TargetKey::child({}, error.field), {{}, error.fault, -1});
    }
    QHash<QString, LiveValue> shownFields;
    showSource(seen, {}, shown, 0, shownFields);
    shownFields.insert(live.source); // faults of aggregates stand before their blanks
    live.source = std::move(shownFields);
    LiveRun(context, shown, live.target).rules(document.fields, {}, Scope{&seen}, 0);
    return live;
}

} // namespace tieout::mapping
