#pragma once

#include "formula/evaluator.h"
#include "mapping/mappedresult.h"
#include "mapping/rules.h"

namespace tieout::mapping {

/// Applies compiled rules to one source record. Made for each record, on the stack of the mapping thread.
class RuleRunner final
{
  public:
    explicit RuleRunner(const formula::EvaluationContext& context)
        : m_evaluator(context)
    {
    }
    Q_DISABLE_COPY_MOVE(RuleRunner)

    [[nodiscard]] MappedResult run(const RuleGroup& group, const model::Record& source);
    /// What is told of the one formula that is watched; borrowed.
    struct Watch {
        QList<formula::TraceStep>* steps = nullptr;
        QString* formula = nullptr;
        bool* running = nullptr; ///< true while it is evaluated
    };
    /// Keeps the steps of the one formula that fills `path` ("LineItems[2].TaxType"); rules compiled for
    /// tracing.
    void watch(const QString& path, Watch watch);

  private:
    /// The line of a list that is being built; the chain makes the path of an error.
    struct Line {
        const QString& path;
        qsizetype number;
        const Line* outer;
    };

    [[nodiscard]] model::Record built(const RuleGroup& group, const formula::Scope& scope, const Line* line,
                                      bool& any);
    [[nodiscard]] model::Value filled(const Rule& rule, const formula::Scope& scope, const Line* line);
    [[nodiscard]] model::Value calculated(const Rule& rule, const formula::Scope& scope, const Line* line);
    [[nodiscard]] model::Value listed(const Rule& rule, const formula::Scope& scope, const Line* line);
    void append(const Rule& rule, const ListSource& source, const formula::Scope& scope, const Line* line,
                model::ValueList& items);
    [[nodiscard]] model::Value whenEmpty(model::WhenEmpty rule, const Rule& at,
                                         const formula::Program* program, const Line* line,
                                         model::Value cleared);
    void report(const QString& path, const Line* line, const formula::Program* program, formula::Fault fault);
    [[nodiscard]] static QString fullPath(const QString& path, const Line* line);

    formula::Evaluator m_evaluator;
    QList<FieldError> m_errors;
    QString m_watched;
    Watch m_watch;
};

} // namespace tieout::mapping
