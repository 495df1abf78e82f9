#include "mapping/explain.h"

#include "mapping/compiledmapping.h"
#include "mapping/rulerunner.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

namespace {

/// Passes every question on and remembers the lookups asked while the explained formula runs.
class ListeningContext final : public formula::EvaluationContext
{
  public:
    ListeningContext(const formula::EvaluationContext& context, const bool& listening,
                     QList<LookupUse>& heard)
        : m_context(context)
        , m_listening(listening)
        , m_heard(heard)
    {
    }
    formula::LookupAnswer lookup(const QString& table, const QString& key,
                                 const QString& column) const override
    {
        formula::LookupAnswer answer = m_context.lookup(table, key, column);
        if (m_listening) m_heard.append({table, key, column, answer});
        return answer;
    }
    std::optional<QString> linkedId(const QString& flow, const QString& key) const override
    {
        return m_context.linkedId(flow, key);
    }
    std::optional<model::Value> setting(const QString& name) const override
    {
        return m_context.setting(name);
    }
    Instant runStart() const override { return m_context.runStart(); }
    const QTimeZone& zone() const override { return m_context.zone(); }

  private:
    const formula::EvaluationContext& m_context;
    const bool& m_listening;
    QList<LookupUse>& m_heard;
};

} // namespace

Result<Explanation> explain(const model::MappingDocument& document, const model::Record& source,
                            const formula::EvaluationContext& context, const QString& targetPath)
{
    const auto mapping = CompiledMapping::compile(document, formula::Tracing::On);
    if (!mapping) return fail(mapping.error());
    Explanation explanation;
    explanation.target = targetPath;
    bool listening = false;
    const ListeningContext listener(context, listening, explanation.lookups);
    RuleRunner runner(listener);
    runner.watch(targetPath, {&explanation.steps, &explanation.formula, &listening});
    QList<FieldError> errors;
    const model::Record seen = mapping->aggregates().filled(source, context, errors);
    static_cast<void>(runner.run(mapping->rules(), seen));
    if (explanation.steps.isEmpty())
        return fail(ErrorKind::BadConfig, u"mapping.unknown-target"_s, u"no formula fills "_s + targetPath,
                    {targetPath});
    explanation.value = explanation.steps.last().value;
    explanation.fault = explanation.steps.last().fault;
    return explanation;
}

} // namespace tieout::mapping
