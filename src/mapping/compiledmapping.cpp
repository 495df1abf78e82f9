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
    mapping.m_root = std::move(*root);
    mapping.m_sourcePaths = compiler.sourcePaths();
    mapping.m_tables = compiler.tables();
    mapping.m_flows = compiler.flows();
    return mapping;
}

MappedResult CompiledMapping::map(const model::Record& source,
                                  const formula::EvaluationContext& context) const
{
    return RuleRunner(context).run(m_root, source);
}

} // namespace tieout::mapping
