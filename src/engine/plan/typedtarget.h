#pragma once

#include "base/error.h"
#include "mapping/rules.h"
#include "model/schema.h"
#include "model/value.h"

#include <QHash>

#include <optional>

namespace tieout::engine {

/// Gives the values of mapped documents the kinds that the target's fields keep, so that a price that came as
/// a text counts in every total. Made once for a mapping; immutable, shared by threads.
class TypedTarget final
{
  public:
    TypedTarget(const mapping::RuleGroup& rules, const model::ObjectSchema& target);

    /// RowRejected "check.not-a-number" | "check.not-a-date" (facts: label of the field, value) when a value
    /// cannot be of its field's kind; `document` stays as it was then.
    [[nodiscard]] std::optional<Error> apply(model::Record& document) const;

  private:
    struct Slot {
        int slot = 0;
        model::FieldType type = model::FieldType::Text;
        QString label;
    };
    void add(const mapping::RuleGroup& rules, const QList<model::Field>& fields);
    /// What stands in the value's place; nothing when it will do.
    [[nodiscard]] std::optional<model::Value> fitted(const model::Value& value, const Slot& slot,
                                                     std::optional<Error>& wrong) const;
    [[nodiscard]] std::optional<model::Record> fitted(const model::Record& record,
                                                      std::optional<Error>& wrong) const;

    QHash<const model::Shape*, QList<Slot>> m_slots;
    QList<model::ShapePtr> m_shapes; ///< keeps the keys of m_slots alive
};

} // namespace tieout::engine
