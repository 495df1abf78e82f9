#include "mapping/compiledmapping.h"

#include "mapping/rulecompiler.h"
#include "mapping/rulerunner.h"

namespace tieout::mapping {

Result<CompiledMapping> CompiledMapping::compile(const model::MappingDocument& document,
                                                 formula::Tracing tracing)
{
    RuleCompiler compiler(tracing);
    auto root = compiler.run(document);
    if (!root) return fail(root.error());
    CompiledMapping mapping;
    if (document.group) {
        auto aggregates = Aggregates::compile(*document.group);
        if (!aggregates) return fail(aggregates.error());
        mapping.m_aggregates = std::move(*aggregates);
    }
    mapping.m_root = std::move(*root);
    mapping.m_sourcePaths = compiler.sourcePaths();
    if (document.group)
        mapping.m_sourcePaths =
            rowPaths(mapping.m_sourcePaths + mapping.m_aggregates.sourcePaths(), *document.group);
    mapping.m_tables = compiler.tables();
    mapping.m_flows = compiler.flows();
    return mapping;
}

MappedResult CompiledMapping::map(const model::Record& source,
                                  const formula::EvaluationContext& context) const
{
    if (m_aggregates.isEmpty()) return RuleRunner(context).run(m_root, source);
    QList<FieldError> errors;
    const model::Record group = m_aggregates.filled(source, context, errors);
    MappedResult result = RuleRunner(context).run(m_root, group);
    result.errors = errors + result.errors;
    return result;
}

} // namespace tieout::mapping
