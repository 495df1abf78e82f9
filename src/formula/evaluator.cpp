#include "formula/evaluator.h"

#include "formula/itemresults.h"
#include "formula/limits.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

const Scope* outward(const Scope& scope, int up)
{
    const Scope* found = &scope;
    for (int i = 0; i < up && found; ++i)
        found = found->outer;
    return found;
}

} // namespace

Outcome Evaluator::evaluate(const Program& program, const Scope& scope)
{
    m_stack.clear();
    m_faults.clear();
    m_allowance = {};
    if (m_stack.capacity() < size_t(program.stackNeed())) m_stack.reserve(size_t(program.stackNeed()) + 16);
    for (size_t at = 0; at < program.m_code.size();)
        at = step(program, scope, at);
    Operand result = m_faults.whole(pop());
    if (result.failed()) return {Value(), &m_faults.at(result.fault)};
    return {std::move(result.value), nullptr};
}

Operand Evaluator::pop()
{
    Operand top = std::move(m_stack.back());
    m_stack.pop_back();
    return top;
}

/// Executes one instruction and gives the number of the next.
size_t Evaluator::step(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    switch (instruction.op) {
    case OpCode::Jump:
        return size_t(instruction.index);
    case OpCode::Branch:
        return branched(program, scope, at);
    case OpCode::MatchCase:
        return matched(program, scope, at);
    case OpCode::KeepUnlessError:
    case OpCode::KeepUnlessNotAvailable:
        return keptUnlessError(program, scope, at);
    case OpCode::Drop:
        m_stack.pop_back();
        return at + 1;
    case OpCode::DropBelow:
        m_stack.erase(m_stack.end() - 2);
        return at + 1;
    default:
        compute(program, scope, instruction);
        if (m_trace) record(program, instruction);
        return at + 1;
    }
}

/// The instructions that leave one new value on the stack.
void Evaluator::compute(const Program& program, const Scope& scope, const Instruction& instruction)
{
    const Span* spans = &program.m_spans[size_t(instruction.spans)];
    switch (instruction.op) {
    case OpCode::Push:
        return push(program.m_constants[size_t(instruction.index)]);
    case OpCode::Load:
        return push(loaded(program.m_paths[size_t(instruction.index)], scope, *spans));
    case OpCode::Raise:
        return push(m_faults.raise(program.m_faults[size_t(instruction.index)]));
    case OpCode::Binary: {
        const Operand right = pop();
        Operand& left = m_stack.back();
        left = applyBinary(BinaryOp(instruction.index), left, right, site(spans));
        return;
    }
    case OpCode::Negate:
        m_stack.back() = applyNegate(m_stack.back(), site(spans));
        return;
    case OpCode::Percent:
        m_stack.back() = applyPercent(m_stack.back(), site(spans));
        return;
    case OpCode::Call: {
        const size_t first = m_stack.size() - instruction.count;
        Operand result = called(*program.m_functions[size_t(instruction.index)],
                                {m_stack.data() + first, instruction.count}, spans);
        m_stack.resize(first);
        return push(std::move(result));
    }
    case OpCode::LineNumber:
    case OpCode::Self: {
        const Scope* found = outward(scope, instruction.index);
        if (!found || (!found->record && !found->item))
            return push(m_faults.raise(FaultKind::Reference, *spans, u"formula.no-outer"_s));
        if (instruction.op == OpCode::LineNumber) return push(Decimal(found->line));
        return push(found->item ? *found->item : Value(*found->record));
    }
    default:
        return;
    }
}

OperatorSite Evaluator::site(const Span* spans)
{
    return {m_faults, m_allowance, m_context.zone(), spans};
}

Operand Evaluator::loaded(const LoadPath& path, const Scope& scope, Span at)
{
    const Scope* found = outward(scope, path.up);
    if (!found) return m_faults.raise(FaultKind::Reference, at, u"formula.no-outer"_s);
    if (!found->record) {
        const bool blank = !found->item || found->item->isBlank();
        return blank ? Operand()
                     : m_faults.raise(FaultKind::Reference, at, u"formula.no-parts"_s,
                                      {path.steps.front().name()});
    }
    return followed(path, 0, *found->record, at);
}

Operand Evaluator::followed(const LoadPath& path, size_t step, const Record& start, Span at)
{
    const Record* record = &start;
    for (;; ++step) {
        if (record->isNull()) return {};
        const PathStep& name = path.steps[step];
        const int slot = name.slotIn(*record->shape());
        if (slot < 0) return {};
        const Value& value = record->at(slot);
        if (step + 1 == path.steps.size()) return value;
        if (value.isBlank()) return {};
        if (const ValueList* items = value.list()) return projected(path, step + 1, *items, at);
        record = value.record();
        if (!record) return m_faults.raise(FaultKind::Reference, at, u"formula.no-parts"_s, {name.name()});
    }
}

/// [Lines.Amount]: the rest of the path over each item; lists inside lists are joined.
Operand Evaluator::projected(const LoadPath& path, size_t step, const ValueList& items, Span at)
{
    ValueList found;
    found.reserve(items.size());
    for (const Value& item : items) {
        if (!item.record()) {
            if (item.isBlank()) continue;
            return m_faults.raise(FaultKind::Reference, at, u"formula.no-parts"_s,
                                  {path.steps[step - 1].name()});
        }
        Operand value = followed(path, step, *item.record(), at);
        if (value.failed()) return value;
        if (const ValueList* inner = value.value.list())
            found.append(*inner);
        else
            found.append(std::move(value.value));
        if (found.size() > kMaxListLength)
            return m_faults.raise(FaultKind::Value, at, u"formula.list-too-long"_s,
                                  {QString::number(kMaxListLength)});
    }
    return Operand(Value(std::move(found)));
}

Operand Evaluator::called(const FunctionInfo& function, std::span<Operand> arguments, const Span* spans)
{
    bool lists = false;
    constexpr quint8 kTakesSpoilt =
        FunctionInfo::SeesErrors | FunctionInfo::SeesItemErrors | FunctionInfo::PerItem;
    qint64 items = function.traits & FunctionInfo::Pattern ? kPatternCost : 0;
    for (const Operand& argument : arguments) {
        if (argument.failed() && !(function.traits & FunctionInfo::SeesErrors)) return argument;
        if (argument.isSpoilt() && !(function.traits & kTakesSpoilt)) return m_faults.whole(argument);
        const ValueList* list = argument.value.list();
        lists = lists || list;
        items += list ? list->size() : 0;
    }
    Call call(arguments, spans, m_faults, m_context);
    if (items > 0 && !m_allowance.spend(items, 0))
        return call.fail(FaultKind::Value, u"formula.too-much-work"_s);
    return lists && (function.traits & FunctionInfo::PerItem) ? perItem(function, call)
                                                              : built(function.call(call), call);
}

/// Long text is counted, so that a formula cannot pile it up on the stack.
Operand Evaluator::built(Operand result, Call& call)
{
    const QString* text = result.value.text();
    if (!text || m_allowance.spend(0, text->size())) return result;
    return call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)});
}

/// LEN([Lines.Code]): the function over each item; several lists go side by side.
Operand Evaluator::perItem(const FunctionInfo& function, Call& call)
{
    qsizetype size = -1;
    for (int i = 0; i < call.count(); ++i) {
        const ValueList* items = call.value(i).list();
        if (items && size >= 0 && items->size() != size)
            return call.fail(FaultKind::Value, u"formula.lists-differ"_s,
                             {QString::number(size), QString::number(items->size())}, i);
        size = items ? items->size() : size;
    }
    if (function.traits & FunctionInfo::Pattern && !m_allowance.spend(size * kPatternCost, 0))
        return call.fail(FaultKind::Value, u"formula.too-much-work"_s);
    const bool seesErrors = (function.traits & FunctionInfo::SeesErrors) != 0;
    ItemResults results(m_faults, size);
    std::vector<Operand> arguments(size_t(call.count()));
    for (qsizetype row = 0; row < size; ++row) {
        qint32 fault = -1;
        for (int i = 0; i < call.count(); ++i) {
            const ValueList* items = call.value(i).list();
            const qint32 itemFault = m_faults.faultOf(call.operand(i), row);
            fault = fault < 0 ? itemFault : fault;
            arguments[size_t(i)] = itemFault >= 0 ? Operand::faulted(itemFault)
                                   : items        ? Operand(items->at(row))
                                                  : call.operand(i);
        }
        Call one = call.with(arguments);
        Operand result =
            fault >= 0 && !seesErrors ? Operand::faulted(fault) : built(function.call(one), call);
        if (m_allowance.spent()) return result;
        results.add(std::move(result));
    }
    return results.take();
}

size_t Evaluator::branched(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    Operand& test = m_stack.back();
    if (test.failed()) return size_t(instruction.other);
    if (test.value.list()) return branchedPerItem(program, scope, at);
    const auto truth = toBoolean(test.value);
    if (!truth) {
        const Span where = program.m_spans[size_t(instruction.spans) + 1];
        test = notATruth(test.value, where);
        return size_t(instruction.other);
    }
    m_stack.pop_back();
    return *truth ? at + 1 : size_t(instruction.index);
}

size_t Evaluator::matched(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    const Operand wanted = pop();
    Operand& subject = m_stack.back();
    if (subject.failed()) return size_t(instruction.other);
    if (wanted.failed()) {
        subject = wanted;
        return size_t(instruction.other);
    }
    if (subject.value.list() || wanted.value.list()) return matchedPerItem(program, scope, at, wanted);
    return equalValues(subject.value, wanted.value, m_context.zone()) ? at + 1 : size_t(instruction.index);
}

size_t Evaluator::keptUnlessError(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    if (m_stack.back().isSpoilt()) return replacedPerItem(program, scope, at);
    if (!m_stack.back().failed() || !replaces(instruction, m_stack.back().fault))
        return size_t(instruction.index);
    m_stack.pop_back();
    return at + 1;
}

void Evaluator::record(const Program& program, const Instruction& instruction)
{
    const Operand& top = m_stack.back();
    const Span at = program.m_spans[size_t(instruction.spans)];
    TraceStep step{at, program.source().mid(at.start, at.length), top.value, std::nullopt};
    const Operand whole = m_faults.whole(top);
    if (whole.failed()) step.fault = m_faults.at(whole.fault);
    m_trace->append(std::move(step));
}

} // namespace tieout::formula
