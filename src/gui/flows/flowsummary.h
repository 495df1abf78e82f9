#pragma once

#include "model/flow.h"
#include "service/workbench.h"

#include <QList>
#include <QString>

namespace tieout::gui {

/// One line of a description: what, and what about it.
struct FlowLine {
    QString caption;
    QString text;
};

/// Where a sync reads from and what it leaves out, in plain words.
[[nodiscard]] QList<FlowLine> fromInWords(const service::FlowSummary& summary);
/// How records are recognised, in the order in which the engine tries.
[[nodiscard]] QList<FlowLine> matchInWords(const service::FlowSummary& summary);

} // namespace tieout::gui
