#pragma once

#include "engine/plan/drafting.h"
#include "engine/plan/recordcheck.h"
#include "formula/evaluator.h"
#include "model/whatif.h"

#include <QSet>

namespace tieout::engine {

/// The saved mapping and the one to try, compiled, with what a run would do around them: rules that leave
/// records out, the document rules, the ledger's totals. Immutable after compile(); map() may run on several
/// threads at once.
class TwoMappings final
{
  public:
    /// Source records that LINKED was asked for: flow → keys.
    using Keys = QHash<QString, QSet<QString>>;
    /// What is known of them: flow → key → id. An unknown record has an empty id.
    using Links = QHash<QString, QHash<QString, QString>>;

    /// A record as each mapping sees it: the same one, but for rows that the two group otherwise. Null: not
    /// there.
    struct Tried {
        model::Record before;
        model::Record after;
        std::optional<Error> faultBefore; ///< it could not be read
        std::optional<Error> faultAfter;
    };

    /// What became of some records.
    struct Part {
        model::WhatIfReport figures; ///< without run and progress
        Keys asked;                  ///< not in the links that were given: ask the store, map again
        std::optional<Error> fault;  ///< a figure that is too large
    };

    /// The flow with its saved mapping, and with the one to try.
    TwoMappings(model::Flow before, model::Flow after, model::ObjectSchema target,
                connectors::ReferenceData reference, mapping::RunContext context)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , m_target(std::move(target))
        , m_reference(std::move(reference))
        , m_context(std::move(context))
    {
    }

    /// Error: BadConfig, of the mapping to try.
    [[nodiscard]] Result<void> compile();
    /// The saved mapping cannot be run: it holds every record. Before any map().
    void holdSaved(const Error& fault);
    /// What the flow calls the record.
    [[nodiscard]] QString nameOf(const Tried& tried) const;
    /// `makeable`: flows whose records a run would make when they are not there yet.
    [[nodiscard]] Part map(const QList<Tried>& records, const Links& links,
                           const QStringList& makeable) const;

  private:
    /// Scratch space of one call.
    struct Work {
        const mapping::RunContext& context;
        formula::Evaluator evaluator;
        RecordCheck check;
    };
    [[nodiscard]] Drafted side(const std::optional<Drafting>& mapping, const model::Record& record,
                               const std::optional<Error>& fault, Work& work) const;
    /// What one of the flows says of a record beside its mapping.
    struct Around {
        std::vector<formula::Program> skip;
        std::optional<formula::Program> title;
    };
    [[nodiscard]] static Result<Around> aroundOf(const model::Flow& flow);
    [[nodiscard]] bool isSkipped(const Tried& tried, Work& work) const;
    void compare(const Tried& tried, Work& work, Part& part) const;
    [[nodiscard]] model::WhatIfRecord shown(const Tried& tried, const Drafted& before, const Drafted& after,
                                            Work& work) const;
    [[nodiscard]] QString titleOf(const Tried& tried, Work& work) const;

    model::Flow m_before;
    model::Flow m_after;
    model::ObjectSchema m_target;
    connectors::ReferenceData m_reference;
    mapping::RunContext m_context;
    std::optional<Drafting> m_old; ///< nothing: it does not compile
    std::optional<Error> m_oldFault;
    std::optional<Drafting> m_new;
    Around m_aroundOld;
    Around m_aroundNew;
};

/// What differs between two mapped records, either way: a field that only one of them fills differs too.
[[nodiscard]] QList<model::FieldChange> differenceOf(const model::Record& before, const model::Record& after);

/// Adds money up. Error: RowRejected "decimal.overflow".
[[nodiscard]] Result<void> addTotals(QMap<QString, Decimal>& totals, const QMap<QString, Decimal>& more);

} // namespace tieout::engine
