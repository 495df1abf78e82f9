#pragma once

#include "formula/ast.h"
#include "formula/functions.h"

#include <atomic>

namespace tieout::formula {

enum class OpCode : quint8 {
    Push,       ///< constant `index`
    Load,       ///< path `index`
    LineNumber, ///< `index` scopes out
    Self,       ///< the item `index` scopes out
    Raise,      ///< fault `index`
    Negate,
    Percent,
    Binary,          ///< BinaryOp `index`
    Call,            ///< function `index` with `count` arguments
    Jump,            ///< to `index`
    Branch,          ///< pops a test: false goes to `index`, an error stays on the stack and goes to `other`
    KeepUnlessError, ///< anything but an error goes to `index`; an error is popped
    KeepUnlessNotAvailable, ///< the same, for #N/A alone
    MatchCase, ///< pops a case: unlike the subject below goes to `index`; an error replaces both, goes to
               ///< `other`
    Drop,      ///< removes the top
    DropBelow, ///< removes the entry under the top
    Mark,      ///< tracing: the top is the value of the node at `spans`
};

struct Instruction {
    OpCode op = OpCode::Push;
    quint16 count = 0;
    qint32 index = 0;
    qint32 other = 0;
    qint32 spans = 0; ///< first of the places: of the node, then of its operands
};

/// One name of a path with the slot where it was last seen. The slot is only a hint that a shape confirms by
/// the name, so that threads may share it without order between them.
class PathStep final
{
  public:
    explicit PathStep(QString name)
        : m_name(std::move(name))
    {
    }
    PathStep(const PathStep& other)
        : m_name(other.m_name)
        , m_hint(other.m_hint.load(std::memory_order_relaxed))
    {
    }
    PathStep& operator=(const PathStep&) = delete;
    [[nodiscard]] const QString& name() const { return m_name; }
    /// -1 when the shape has no such field.
    [[nodiscard]] int slotIn(const model::Shape& shape) const
    {
        const int hint = m_hint.load(std::memory_order_relaxed);
        const int slot = shape.slot(m_name, hint);
        if (slot != hint && slot >= 0) m_hint.store(slot, std::memory_order_relaxed);
        return slot;
    }

  private:
    QString m_name;
    mutable std::atomic<qint32> m_hint{0};
};

struct LoadPath {
    int up = 0;
    std::vector<PathStep> steps;
};

/// A compiled formula: instructions over a stack of values. Immutable and shared by threads.
class Program final
{
  public:
    [[nodiscard]] const QString& source() const { return m_source; }
    [[nodiscard]] int stackNeed() const { return m_stackNeed; }
    /// The value of a formula without references, folded at compile time.
    [[nodiscard]] const model::Value* constant() const;
    [[nodiscard]] bool isEmpty() const { return m_code.empty(); }

  private:
    friend class Compiler;
    friend class Evaluator;

    QString m_source;
    std::vector<Instruction> m_code;
    std::vector<model::Value> m_constants;
    std::vector<LoadPath> m_paths;
    std::vector<Fault> m_faults;
    std::vector<const FunctionInfo*> m_functions;
    std::vector<Span> m_spans;
    int m_stackNeed = 0;
};

/// Tracing programs keep every sub-expression's value visible: nothing is folded.
enum class Tracing : quint8 { Off, On };

/// Compiles a parsed formula. Never fails: an unknown name becomes #NAME?, a wrong number of arguments
/// #VALUE!, both at their place (the checker reports them before).
[[nodiscard]] Program compile(const Ast& ast, Tracing tracing = Tracing::Off);
/// Parses, checks without a schema and compiles: for single formulas such as skip rules and titles. Error:
/// BadConfig with the finding's code and facts.
[[nodiscard]] Result<Program> compileText(const QString& source);

} // namespace tieout::formula
