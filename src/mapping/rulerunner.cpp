#include "mapping/rulerunner.h"

#include "formula/coerce.h"
#include "formula/operators.h"

#include <numeric>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Fault;
using formula::FaultKind;
using formula::Outcome;
using formula::Program;
using formula::Scope;
using model::Record;
using model::Value;
using model::ValueList;
using model::WhenEmpty;

MappedResult RuleRunner::run(const RuleGroup& group, const Record& source)
{
    bool any = false;
    Record target = built(group, Scope{&source}, nullptr, any);
    return {std::move(target), std::move(m_errors)};
}

void RuleRunner::watch(const QString& path, QList<formula::TraceStep>* steps, QString* formula)
{
    m_watched = path;
    m_steps = steps;
    m_formula = formula;
}

Record RuleRunner::built(const RuleGroup& group, const Scope& scope, const Line* line, bool& any)
{
    Record record(group.shape);
    for (const Rule& rule : group.rules) {
        Value value = filled(rule, scope, line);
        if (value.isBlank()) continue;
        any = true;
        record.set(rule.slot, std::move(value));
    }
    return record;
}

Value RuleRunner::filled(const Rule& rule, const Scope& scope, const Line* line)
{
    switch (rule.kind) {
    case Rule::Kind::Formula:
        return calculated(rule, scope, line);
    case Rule::Kind::List:
        return listed(rule, scope, line);
    case Rule::Kind::Object:
        break;
    }
    bool any = false;
    Record object = built(rule.object, scope, line, any);
    return any ? Value(std::move(object)) : Value();
}

Value RuleRunner::calculated(const Rule& rule, const Scope& scope, const Line* line)
{
    const bool watched = m_steps && fullPath(rule.path, line) == m_watched;
    m_evaluator.traceInto(watched ? m_steps : nullptr);
    if (watched) *m_formula = rule.program.source();
    Outcome outcome = m_evaluator.evaluate(rule.program, scope);
    if (outcome.fault) {
        report(rule.path, line, &rule.program, *outcome.fault);
        return {};
    }
    if (!formula::isEmptyValue(outcome.value)) return std::move(outcome.value);
    return whenEmpty(rule.whenEmpty, rule, &rule.program, line, Value(QString(u""_s)));
}

Value RuleRunner::whenEmpty(WhenEmpty rule, const Rule& at, const Program* program, const Line* line,
                            Value cleared)
{
    switch (rule) {
    case WhenEmpty::Leave:
        return {};
    case WhenEmpty::Clear:
        return cleared;
    case WhenEmpty::Hold:
        break;
    }
    Fault fault{FaultKind::NotAvailable, {}, u"mapping.empty"_s, {}};
    if (program) fault.at = {0, qint32(program->source().size())};
    report(at.path, line, program, std::move(fault));
    return {};
}

Value RuleRunner::listed(const Rule& rule, const Scope& scope, const Line* line)
{
    ValueList items;
    auto strictest = WhenEmpty::Leave;
    const Program* program = nullptr;
    for (const ListSource& source : rule.sources) {
        const qsizetype errors = m_errors.size();
        append(rule, source, scope, line, items);
        if (source.whenEmpty > strictest || !program) {
            strictest = std::max(strictest, source.whenEmpty);
            program = &source.each;
        }
        if (m_errors.size() > errors && items.isEmpty()) return {};
    }
    if (!items.isEmpty()) return Value(std::move(items));
    return whenEmpty(strictest, rule, program, line, Value(ValueList()));
}

void RuleRunner::append(const Rule& rule, const ListSource& source, const Scope& scope, const Line* line,
                        ValueList& items)
{
    ValueList found;
    if (!selected(rule, source, scope, line, found)) return;
    if (!source.sort.isEmpty() && !sorted(rule, source, scope, line, found)) return;
    items.reserve(items.size() + found.size());
    for (const Value& item : std::as_const(found)) {
        const Line here{rule.path, items.size() + 1, line};
        const Scope inner{item.record(), &item, int(here.number), &scope};
        bool any = false;
        items.append(Value(built(source.item, inner, &here, any)));
    }
}

/// The items of the source list that pass the filter. Nothing to list: blank and FALSE; anything else that is
/// not a list is one item.
bool RuleRunner::selected(const Rule& rule, const ListSource& source, const Scope& scope, const Line* line,
                          ValueList& items)
{
    m_evaluator.traceInto(nullptr);
    const Outcome outcome = m_evaluator.evaluate(source.each, scope);
    if (outcome.fault) {
        report(rule.path, line, &source.each, *outcome.fault);
        return false;
    }
    const bool nothing = outcome.value.isBlank() || (outcome.value.boolean() && !*outcome.value.boolean());
    const ValueList* list = outcome.value.list();
    const ValueList all = list ? *list : nothing ? ValueList() : ValueList{outcome.value};
    if (source.filter.isEmpty()) {
        items = all;
        return true;
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Scope inner{all[i].record(), &all[i], int(i) + 1, &scope};
        const Outcome test = m_evaluator.evaluate(source.filter, inner);
        const auto keep = test.fault ? std::nullopt : formula::toBoolean(test.value);
        if (!keep) {
            Fault fault{FaultKind::Value,
                        {0, qint32(source.filter.source().size())},
                        u"formula.not-a-boolean"_s,
                        {formula::toText(test.value)}};
            report(rule.path, line, &source.filter, test.fault ? *test.fault : fault);
            return false;
        }
        if (*keep) items.append(all[i]);
    }
    return true;
}

bool RuleRunner::sorted(const Rule& rule, const ListSource& source, const Scope& scope, const Line* line,
                        ValueList& items)
{
    std::vector<Value> keys;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Scope inner{items[i].record(), &items[i], int(i) + 1, &scope};
        Outcome key = m_evaluator.evaluate(source.sort, inner);
        if (key.fault) {
            report(rule.path, line, &source.sort, *key.fault);
            return false;
        }
        keys.push_back(std::move(key.value));
    }
    const QTimeZone& zone = m_evaluator.context().zone();
    std::vector<size_t> places(keys.size());
    std::iota(places.begin(), places.end(), size_t(0));
    std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) {
        if (keys[a].isBlank() || keys[b].isBlank()) return !keys[a].isBlank() && keys[b].isBlank();
        return formula::compareValues(keys[a], keys[b], zone).value_or(0) < 0;
    });
    ValueList ordered;
    ordered.reserve(items.size());
    for (const size_t place : places)
        ordered.append(items[qsizetype(place)]);
    items = std::move(ordered);
    return true;
}

void RuleRunner::report(const QString& path, const Line* line, const Program* program, Fault fault)
{
    m_errors.append({fullPath(path, line), program ? program->source() : QString(), std::move(fault)});
}

QString RuleRunner::fullPath(const QString& path, const Line* line)
{
    if (!line) return path;
    const QString list = u"%1[%2]"_s.arg(line->path).arg(line->number);
    return fullPath(list + u'.' + path, line->outer);
}

} // namespace tieout::mapping
