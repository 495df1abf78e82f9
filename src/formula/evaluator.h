#pragma once

#include "formula/context.h"
#include "formula/operators.h"
#include "formula/program.h"

namespace tieout::formula {

/// Where a formula stands: a record or an item of a list, its number, and what it is nested in. Borrowed;
/// made on the stack of whoever walks the records.
struct Scope {
    const model::Record* record = nullptr; ///< null when the item is a plain value
    const model::Value* item = nullptr;    ///< null = the record itself
    int line = 1;                          ///< from 1
    const Scope* outer = nullptr;
};

/// A value, or an error value. The fault belongs to the evaluator and lives until its next evaluation.
struct Outcome {
    model::Value value;
    const Fault* fault = nullptr;
};

/// One finished sub-expression of a traced evaluation.
struct TraceStep {
    Span at;
    QString expression; ///< the piece of the formula
    model::Value value;
    std::optional<Fault> fault;

    bool operator==(const TraceStep&) const = default;
};

/// Runs programs. Holds the value stack and the faults of one evaluation, so each thread has its own; making
/// one costs an allocation. The context must outlive it.
class Evaluator final
{
  public:
    explicit Evaluator(const EvaluationContext& context)
        : m_context(context)
    {
    }
    Q_DISABLE_COPY_MOVE(Evaluator)

    [[nodiscard]] Outcome evaluate(const Program& program, const Scope& scope);
    [[nodiscard]] const EvaluationContext& context() const { return m_context; }
    /// While set, every finished sub-expression of programs compiled with Tracing::On is appended.
    void traceInto(QList<TraceStep>* steps) { m_trace = steps; }

  private:
    size_t step(const Program& program, const Scope& scope, size_t at);
    void compute(const Program& program, const Scope& scope, const Instruction& instruction);
    [[nodiscard]] Operand loaded(const LoadPath& path, const Scope& scope, Span at);
    [[nodiscard]] Operand followed(const LoadPath& path, size_t step, const model::Record& record, Span at);
    [[nodiscard]] Operand projected(const LoadPath& path, size_t step, const model::ValueList& items,
                                    Span at);
    [[nodiscard]] OperatorSite site(const Span* spans);
    [[nodiscard]] Operand called(const FunctionInfo& function, std::span<Operand> arguments,
                                 const Span* spans);
    [[nodiscard]] Operand built(Operand result, Call& call);
    [[nodiscard]] Operand perItem(const FunctionInfo& function, Call& call);
    size_t branched(const Program& program, const Scope& scope, size_t at);
    size_t matched(const Program& program, const Scope& scope, size_t at);
    size_t keptUnlessError(const Program& program, const Scope& scope, size_t at);
    // Decisions over a list: both sides are computed, and each item takes its own (itemdecisions.cpp).
    [[nodiscard]] bool replaces(const Instruction& instruction, qint32 fault) const;
    [[nodiscard]] Operand computed(const Program& program, const Scope& scope, size_t from, size_t to);
    [[nodiscard]] Operand notATruth(const model::Value& value, Span at);
    [[nodiscard]] Operand truths(const Operand& tests, Span at);
    [[nodiscard]] Operand itemOf(const Operand& operand, qsizetype item, qsizetype size, Span at);
    [[nodiscard]] Operand chosen(const Operand& truths, const Operand& yes, const Operand& no, Span at);
    size_t branchedPerItem(const Program& program, const Scope& scope, size_t at);
    size_t matchedPerItem(const Program& program, const Scope& scope, size_t at, const Operand& wanted);
    size_t replacedPerItem(const Program& program, const Scope& scope, size_t at);
    void push(Operand operand) { m_stack.push_back(std::move(operand)); }
    Operand pop();
    void record(const Program& program, const Instruction& instruction);

    const EvaluationContext& m_context;
    std::vector<Operand> m_stack;
    FaultLog m_faults;
    Allowance m_allowance;
    QList<TraceStep>* m_trace = nullptr;
};

} // namespace tieout::formula
