#pragma once

#include "base/error.h"
#include "model/flow.h"

namespace tieout::service {

/// The flow templates that ship, read once from the program's resources. A file that does not parse is left
/// out and noted in faults().
class TemplateCatalogue final
{
  public:
    TemplateCatalogue();
    [[nodiscard]] const QList<model::FlowTemplate>& all() const { return m_templates; }
    [[nodiscard]] const model::FlowTemplate* find(const QString& id) const;
    [[nodiscard]] const QList<Error>& faults() const { return m_faults; }

  private:
    QList<model::FlowTemplate> m_templates;
    QList<Error> m_faults;
};

} // namespace tieout::service
