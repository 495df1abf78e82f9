#pragma once

#include "mapping/refusal.h"
#include "mapping/rules.h"
#include "mapping/sourcepaths.h"

namespace tieout::mapping {

constexpr int kMaxListDepth = 8;    ///< lists inside lists
constexpr int kMaxTargetDepth = 16; ///< parts of a target path

/// Compiles the rules of a mapping document and collects what is wrong with them. One use; a value on the
/// stack of CompiledMapping::compile.
class RuleCompiler final
{
  public:
    explicit RuleCompiler(formula::Tracing tracing)
        : m_tracing(tracing)
    {
    }

    /// Good for running when there are no faults.
    [[nodiscard]] RuleGroup run(const model::MappingDocument& document);
    [[nodiscard]] const QList<Error>& faults() const { return m_faults; }
    [[nodiscard]] QStringList sourcePaths() const { return mergedPaths({m_paths}); }
    [[nodiscard]] const QStringList& tables() const { return m_tables; }
    [[nodiscard]] const QStringList& flows() const { return m_flows; }

  private:
    /// A rule on its way down the target path.
    struct Pending {
        const model::MappedField* field;
        QStringList names; ///< what is left of the path
    };
    using PendingList = QList<Pending>;

    [[nodiscard]] PendingList pending(const QList<model::MappedField>& fields);
    [[nodiscard]] RuleGroup group(const PendingList& rules, const QStringList& names, const QString& path);
    [[nodiscard]] Rule rule(const PendingList& rules, const QString& path);
    [[nodiscard]] Rule list(const PendingList& rules, const QString& path);
    [[nodiscard]] ListSource source(const model::MappedField& field, const QStringList& names);
    [[nodiscard]] formula::Program program(const QString& source, const QString& to);
    [[nodiscard]] std::optional<formula::Ast> parsed(const QString& source, const QString& to);
    [[nodiscard]] formula::Program noted(const formula::Ast& ast);
    [[nodiscard]] QString fullPath(const QString& path) const;

    formula::Tracing m_tracing;
    PathScopes m_scopes{{QString()}};
    QStringList m_lists; ///< target paths of the lists around
    QStringList m_paths;
    QStringList m_tables;
    QStringList m_flows;
    QList<Error> m_faults;
};

} // namespace tieout::mapping
