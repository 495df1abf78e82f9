#include "mapping/compiledmapping.h"

#include "mapping/rulecompiler.h"
#include "mapping/rulerunner.h"

namespace tieout::mapping {

Collected<CompiledMapping> CompiledMapping::collected(const model::MappingDocument& document,
                                                      formula::Tracing tracing)
{
    RuleCompiler compiler(tracing);
    CompiledMapping mapping;
    mapping.m_root = compiler.run(document);
    QList<Error> faults = compiler.faults();
    if (document.group) {
        auto aggregates = Aggregates::compile(*document.group);
        if (aggregates)
            mapping.m_aggregates = std::move(*aggregates);
        else
            faults += aggregates.error();
    }
    if (!faults.isEmpty()) return tl::unexpected(std::move(faults));
    mapping.m_sourcePaths = compiler.sourcePaths();
    if (document.group)
        mapping.m_sourcePaths =
            rowPaths(mapping.m_sourcePaths + mapping.m_aggregates.sourcePaths(), *document.group);
    mapping.m_tables = compiler.tables();
    mapping.m_flows = compiler.flows();
    return mapping;
}

Result<CompiledMapping> CompiledMapping::compile(const model::MappingDocument& document,
                                                 formula::Tracing tracing)
{
    auto made = collected(document, tracing);
    if (!made) return fail(refusalOf(made.error()));
    return std::move(*made);
}

QList<Error> CompiledMapping::faultsOf(const model::MappingDocument& document)
{
    const auto made = collected(document, formula::Tracing::Off);
    return made ? QList<Error>() : made.error();
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
