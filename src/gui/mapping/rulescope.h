#pragma once

#include "formula/check.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/mappingcheck.h"
#include "model/schema.h"

#include <deque>
#include <memory>

namespace tieout::gui {

/// The fields that one text of a rule can name, with the scopes around it: of the record, or of a line and
/// what it is nested in. A value that keeps what it points to.
class RuleScope final
{
  public:
    /// Nothing is known: nothing is checked.
    RuleScope() = default;
    /// For the formula at `target`, or for the filter and sort of the list there.
    RuleScope(const mapping::MappingDraft& draft, const model::ObjectSchema& source, const QString& target,
              mapping::RulePart part = mapping::RulePart::Formula);

    [[nodiscard]] formula::CheckScope scope() const;
    /// How many lists are around: 0 = the record itself.
    [[nodiscard]] int depth() const;

  private:
    struct Levels {
        QList<model::Field> fields;
        std::deque<formula::CheckScope> scopes; ///< outermost first; addresses stay
    };
    std::shared_ptr<const Levels> m_levels;
};

} // namespace tieout::gui
