#include "mapping/rulerunner.h"

#include "formula/coerce.h"
#include "mapping/listitems.h"

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

void RuleRunner::watch(const QString& path, Watch watch)
{
    m_watched = path;
    m_watch = watch;
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
    const bool watched = m_watch.steps && fullPath(rule.path, line) == m_watched;
    if (m_watch.steps) m_evaluator.traceInto(watched ? m_watch.steps : nullptr);
    if (watched) {
        *m_watch.formula = rule.program.source();
        *m_watch.running = true;
    }
    Outcome outcome = m_evaluator.evaluate(rule.program, scope);
    if (watched) *m_watch.running = false;
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
    m_evaluator.traceInto(nullptr);
    const auto found = listItems(m_evaluator, source, scope);
    if (!found) return report(rule.path, line, found.error().program, found.error().fault);
    items.reserve(items.size() + found->size());
    for (const Value& item : *found) {
        const Line here{rule.path, items.size() + 1, line};
        const Scope inner{item.record(), &item, int(here.number), &scope};
        bool any = false;
        items.append(Value(built(source.item, inner, &here, any)));
    }
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
