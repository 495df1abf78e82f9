#pragma once

#include "connectors/connector.h"
#include "model/schema.h"

#include <optional>

namespace tieout::engine {

/// Refuses before any call what the target is known to refuse. Codes (facts): check.required (field),
/// check.too-long (field, limit, length), check.decimals (field, places), check.choice (field, value),
/// check.currency (code), check.tax-rate (code), check.tax-for-account (tax, account), check.account (code),
/// check.account-archived (code), check.lock-date (date, lock date), check.negative-total (total).
/// All RowRejected; the engine holds such records for a person.
class RecordCheck final
{
  public:
    RecordCheck(model::ObjectSchema schema, connectors::ReferenceData reference);

    /// Whether the target's closed periods bind the record: drafts may lie in one where the sync's rules say
    /// so.
    enum class Periods : quint8 { Closed, Open };
    [[nodiscard]] std::optional<Error> check(const model::Record& record, connectors::Operation operation,
                                             Periods periods = Periods::Closed);
    [[nodiscard]] const connectors::ReferenceData& reference() const { return m_reference; }
    [[nodiscard]] const model::ObjectSchema& schema() const { return m_schema; }

  private:
    /// The schema's fields in a shape's slot order; found once per shape.
    using FieldPlan = QList<const model::Field*>;
    [[nodiscard]] const FieldPlan& planFor(const model::Record& record, const QList<model::Field>& fields);
    [[nodiscard]] std::optional<Error> checkFields(const model::Record& record,
                                                   const QList<model::Field>& fields,
                                                   connectors::Operation operation);
    [[nodiscard]] std::optional<Error> checkValue(const model::Value& value, const model::Field& field,
                                                  connectors::Operation operation);
    [[nodiscard]] std::optional<Error> checkReference(const QString& code, const model::Field& field) const;
    [[nodiscard]] std::optional<Error> checkTaxForAccount(const model::Record& line) const;
    [[nodiscard]] std::optional<Error> checkLockDate(Date date) const;

    model::ObjectSchema m_schema;
    connectors::ReferenceData m_reference;
    Periods m_periods = Periods::Closed; ///< of the record at hand
    QHash<const model::Shape*, FieldPlan> m_plans;
    QList<model::ShapePtr> m_shapes; ///< keeps the keys of m_plans alive
};

} // namespace tieout::engine
