#pragma once

#include "sandbox/salesforce/schema/column.h"

namespace tieout::sandbox::salesforce {

/// A compiled WHERE of one object. Immutable; reads the organisation's present rows.
class RowFilter final
{
  public:
    [[nodiscard]] static SoqlResult<RowFilter> compile(const Organisation& organisation, int object,
                                                       const SoqlCondition& condition,
                                                       const SoqlQuery& query);

    [[nodiscard]] bool matches(RowNumber row) const { return holds(m_root, row); }

    /// Bounds on SystemModstamp that every match keeps: [from, to).
    struct StampWindow {
        qint64 from = std::numeric_limits<qint64>::min();
        qint64 to = std::numeric_limits<qint64>::max();
        bool bounded = false;
    };
    [[nodiscard]] StampWindow stampWindow() const;
    /// Rows among which all matches are, when an id or a parent says so.
    [[nodiscard]] std::optional<std::vector<RowNumber>> candidates() const;

  private:
    struct Operand {
        bool null = false;
        bool flag = false;
        Decimal number;
        std::string fragment; // texts: the exact form, tried first
        QString text;
        RecordId id;
        qint64 from = 0; // dates in days, instants in milliseconds
        qint64 to = 0;
    };
    struct Test {
        SoqlCondition::Kind kind = SoqlCondition::Kind::Compare;
        std::vector<Test> parts;
        Column column;
        SoqlOperator op = SoqlOperator::Equal;
        std::vector<Operand> operands;
    };

    explicit RowFilter(const Organisation& organisation)
        : m_organisation(&organisation)
    {
    }
    [[nodiscard]] SoqlResult<Test> compileTest(int object, const SoqlCondition& condition,
                                               const SoqlQuery& query);
    [[nodiscard]] SoqlResult<Operand> compileOperand(const Column& column, const SoqlLiteral& literal,
                                                     const SoqlQuery& query) const;
    [[nodiscard]] SoqlResult<std::vector<Operand>> semiJoin(const SoqlQuery& query) const;
    [[nodiscard]] bool holds(const Test& test, RowNumber row) const;
    [[nodiscard]] bool compares(const Test& test, RowNumber row) const;
    [[nodiscard]] bool comparesPart(const Test& test, RowNumber row) const;
    [[nodiscard]] bool includes(const Test& test, RowNumber row) const;
    /// Nothing when the value is null; else its order against the operand.
    [[nodiscard]] std::optional<int> order(const FieldSource& field, RowNumber row,
                                           const Operand& operand) const;
    [[nodiscard]] static std::optional<int> orderCell(FieldType type, std::string_view cell,
                                                      const Operand& operand);
    [[nodiscard]] static std::optional<int> orderText(std::string_view cell, const Operand& operand);
    [[nodiscard]] bool like(const FieldSource& field, RowNumber row, const Operand& operand) const;
    [[nodiscard]] std::vector<const Test*> conjuncts() const;

    const Organisation* m_organisation;
    Test m_root;
};

/// SOQL LIKE: % and _ with backslash escapes, without case.
[[nodiscard]] bool matchesLike(QStringView text, QStringView pattern);

} // namespace tieout::sandbox::salesforce
