#include "formula/evaluator.h"
#include "formula/itemresults.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

/// Does IFERROR or IFNA put something else in the place of this error?
bool Evaluator::replaces(const Instruction& instruction, qint32 fault) const
{
    if (instruction.op == OpCode::KeepUnlessError) return true;
    const FaultKind kind = m_faults.at(fault).kind;
    return kind == FaultKind::NotAvailable || kind == FaultKind::NotLinked;
}

/// The value that the instructions of a range leave.
Operand Evaluator::computed(const Program& program, const Scope& scope, size_t from, size_t to)
{
    for (size_t at = from; at < to;)
        at = step(program, scope, at);
    return pop();
}

Operand Evaluator::notATruth(const Value& value, Span at)
{
    if (value.list() || value.record())
        return m_faults.raise(FaultKind::Value, at, u"formula.record-where-value"_s);
    const QString text = toText(value);
    const bool empty = value.text() && text.trimmed().isEmpty();
    return m_faults.raise(FaultKind::Value, at, empty ? u"formula.empty-text"_s : u"formula.not-a-boolean"_s,
                          empty ? QStringList() : QStringList(text));
}

/// TRUE, FALSE or an error for each item of a list of tests.
Operand Evaluator::truths(const Operand& tests, Span at)
{
    const ValueList& items = *tests.value.list();
    ItemResults results(m_faults, items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qint32 fault = m_faults.faultOf(tests, i);
        const auto truth = toBoolean(items[i]);
        results.add(fault >= 0 ? Operand::faulted(fault) : truth ? Operand(*truth) : notATruth(items[i], at));
    }
    return results.take();
}

/// One item of a list of `size` items; a single value stands for each of them.
Operand Evaluator::itemOf(const Operand& operand, qsizetype item, qsizetype size, Span at)
{
    const ValueList* items = operand.value.list();
    if (!items) return operand;
    if (items->size() != size)
        return m_faults.raise(FaultKind::Value, at, u"formula.lists-differ"_s,
                              {QString::number(size), QString::number(items->size())});
    const qint32 fault = m_faults.faultOf(operand, item);
    return fault >= 0 ? Operand::faulted(fault) : Operand(items->at(item));
}

Operand Evaluator::chosen(const Operand& truths, const Operand& yes, const Operand& no, Span at)
{
    const ValueList& items = *truths.value.list();
    if (!m_allowance.spend(items.size(), 0))
        return m_faults.raise(FaultKind::Value, at, u"formula.too-much-work"_s);
    ItemResults results(m_faults, items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qint32 fault = m_faults.faultOf(truths, i);
        results.add(fault >= 0 ? Operand::faulted(fault)
                               : itemOf(*items[i].boolean() ? yes : no, i, items.size(), at));
    }
    return results.take();
}

namespace {

bool anyIs(const Operand& truths, bool wanted)
{
    const ValueList& items = *truths.value.list();
    return std::any_of(items.begin(), items.end(),
                       [wanted](const Value& item) { return item.boolean() && *item.boolean() == wanted; });
}

} // namespace

/// IF and IFS over a list. A side that no item takes is not computed.
size_t Evaluator::branchedPerItem(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    const Span* spans = &program.m_spans[size_t(instruction.spans)];
    const auto otherwise = size_t(instruction.index);
    const auto end = size_t(instruction.other);
    const Operand tests = truths(pop(), spans[1]);
    const Operand yes = anyIs(tests, true) ? computed(program, scope, at + 1, otherwise - 1) : Operand();
    const Operand no = anyIs(tests, false) ? computed(program, scope, otherwise, end) : Operand();
    push(chosen(tests, yes, no, spans[0]));
    return end;
}

/// SWITCH over a list. Each side takes the subject from the stack.
size_t Evaluator::matchedPerItem(const Program& program, const Scope& scope, size_t at, const Operand& wanted)
{
    const Instruction& instruction = program.m_code[at];
    const Span* spans = &program.m_spans[size_t(instruction.spans)];
    const auto next = size_t(instruction.index);
    const auto end = size_t(instruction.other);
    const Operand subject = pop();
    const Operand tests = applyBinary(BinaryOp::Equal, subject, wanted, site(spans));
    if (tests.failed()) {
        push(tests);
        return end;
    }
    Operand yes;
    Operand no;
    if (anyIs(tests, true)) {
        push(subject);
        yes = computed(program, scope, at + 1, next - 1);
    }
    if (anyIs(tests, false)) {
        push(subject);
        no = computed(program, scope, next, end);
    }
    push(chosen(tests, yes, no, spans[0]));
    return end;
}

/// IFERROR and IFNA over a list in which some items failed.
size_t Evaluator::replacedPerItem(const Program& program, const Scope& scope, size_t at)
{
    const Instruction& instruction = program.m_code[at];
    const auto end = size_t(instruction.index);
    const Operand list = pop();
    const ValueList& items = *list.value.list();
    ValueList kept;
    kept.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qint32 fault = m_faults.faultOf(list, i);
        kept.append(Value(fault < 0 || !replaces(instruction, fault)));
    }
    const Operand tests{Value(std::move(kept))};
    const Operand instead = anyIs(tests, false) ? computed(program, scope, at + 1, end) : Operand();
    push(chosen(tests, list, instead, program.m_spans[size_t(instruction.spans)]));
    return end;
}

} // namespace tieout::formula
