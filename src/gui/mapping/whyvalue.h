#pragma once

#include "gui/mapping/worksheet.h"

#include <QDialog>

namespace tieout::gui {

/// "Why this value?": the steps from the sample's fields to one value of the target, each piece of the
/// formula with what it gives. Deletes itself when closed.
class WhyValue final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyValue)
  public:
    WhyValue(const Worksheet& sheet, const QString& target, QWidget* parent);

    struct Step {
        QString expression;
        QString value;
        bool fault = false;
        bool operator==(const Step&) const = default;
    };
    /// Without constants and repetitions; the last is the whole formula.
    [[nodiscard]] static QList<Step> steps(const Worksheet& sheet, const QString& target);
};

} // namespace tieout::gui
