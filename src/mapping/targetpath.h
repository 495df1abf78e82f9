#pragma once

#include <QString>
#include <QStringList>

namespace tieout::mapping {

/// The names of a target path: "Contact.Name" → Contact, Name. As in formulas, ' takes the meaning from the
/// next of . [ ] # ' so that a column "Inv. No" can be named: "Inv'. No". An empty name stays one.
[[nodiscard]] QStringList targetNames(const QString& path);
/// The way back.
[[nodiscard]] QString targetPath(const QStringList& names);

} // namespace tieout::mapping
