#include "mapping/explain.h"

#include "mapping/compiledmapping.h"
#include "mapping/rulerunner.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

Result<Explanation> explain(const model::MappingDocument& document, const model::Record& source,
                            const formula::EvaluationContext& context, const QString& targetPath)
{
    const auto mapping = CompiledMapping::compile(document, formula::Tracing::On);
    if (!mapping) return fail(mapping.error());
    Explanation explanation;
    explanation.target = targetPath;
    RuleRunner runner(context);
    runner.watch(targetPath, &explanation.steps, &explanation.formula);
    static_cast<void>(runner.run(mapping->rules(), source));
    if (explanation.steps.isEmpty())
        return fail(ErrorKind::BadConfig, u"mapping.unknown-target"_s, u"no formula fills "_s + targetPath,
                    {targetPath});
    explanation.value = explanation.steps.last().value;
    explanation.fault = explanation.steps.last().fault;
    return explanation;
}

} // namespace tieout::mapping
