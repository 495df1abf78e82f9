#pragma once

#include "model/flow.h"

#include <QWidget>

#include <memory>

namespace Ui {
class RulesEditor;
}

namespace tieout::gui {

/// Edits the rules of a sync: status of new documents, ceilings, conflicts, closed periods.
class RulesEditor final : public QWidget
{
    Q_OBJECT
  public:
    explicit RulesEditor(QWidget* parent = nullptr);
    ~RulesEditor() override;

    void setRules(const model::FlowRules& rules);
    /// Members that this form does not show stay as `base` has them.
    [[nodiscard]] model::FlowRules rules(model::FlowRules base) const;
    /// The amount is a number in the reader's format, or empty.
    [[nodiscard]] bool isValid() const;

  Q_SIGNALS:
    void edited();

  private:
    [[nodiscard]] QString amountText() const; ///< plain decimal text; null when it is not a number
    std::unique_ptr<Ui::RulesEditor> m_ui;
};

} // namespace tieout::gui
