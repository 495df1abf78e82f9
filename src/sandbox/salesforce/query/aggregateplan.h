#pragma once

#include "sandbox/salesforce/query/queryplan.h"

namespace tieout::sandbox::salesforce {

/// A query that groups its rows or sums them up: GROUP BY, HAVING and the aggregate functions. Immutable;
/// reads the organisation's present rows.
class AggregatePlan final
{
  public:
    [[nodiscard]] static SoqlResult<AggregatePlan> compile(const Organisation& organisation,
                                                           const SoqlQuery& query);

    /// The records as JSON, each an AggregateResult.
    [[nodiscard]] SoqlResult<std::vector<QByteArray>> run(Deleted deleted) const;

  private:
    /// A group's key, or what is made of its rows.
    struct Term {
        SoqlFunction function = SoqlFunction::None;
        std::optional<Column> column; ///< nothing: COUNT()
        bool isKey = false;
        size_t at = 0; ///< among the keys, or among the measures
    };
    struct Output {
        QByteArray key; // `"expr0":`
        Term term;
    };
    struct Test {
        SoqlCondition::Kind kind = SoqlCondition::Kind::Compare;
        std::vector<Test> parts;
        Term term;
        SoqlOperator op = SoqlOperator::Equal;
        std::vector<SoqlLiteral> values;
    };
    struct Order {
        Term term;
        bool descending = false;
        bool nullsLast = false;
    };
    struct Tally;
    struct Group;

    AggregatePlan(const Organisation& organisation, QueryPlan rows)
        : m_organisation(&organisation)
        , m_rows(std::move(rows))
    {
    }
    [[nodiscard]] SoqlResult<void> compileAll(const SoqlQuery& query);
    [[nodiscard]] SoqlResult<void> compileItems(const SoqlQuery& query);
    [[nodiscard]] SoqlResult<Term> term(const SoqlPath& path, SoqlFunction function, const SoqlQuery& query);
    [[nodiscard]] SoqlResult<Test> test(const SoqlCondition& condition, const SoqlQuery& query);
    [[nodiscard]] std::vector<Group> group(Deleted deleted) const;
    [[nodiscard]] std::string valueOf(const Group& group, const Term& term) const;
    [[nodiscard]] bool holds(const Group& group, const Test& test) const;
    [[nodiscard]] bool compares(const Group& group, const Test& test) const;
    void sort(std::vector<Group>& groups) const;

    const Organisation* m_organisation;
    QueryPlan m_rows;
    std::vector<Column> m_keys;
    std::vector<Term> m_measures;
    std::vector<Output> m_outputs;
    std::optional<Test> m_having;
    std::vector<Order> m_orders;
    int m_limit = -1;
    int m_offset = 0;
};

} // namespace tieout::sandbox::salesforce
