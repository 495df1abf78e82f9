#pragma once

#include "base/result.h"
#include "formula/fault.h"

#include <QList>

namespace tieout::mapping {

/// A value, or everything that stands in its way.
template<class T>
using Collected = tl::expected<T, QList<Error>>;

/// BadConfig `code`; the fact is the target path.
[[nodiscard]] Error refusal(QString code, const QString& path, const QString& text);
/// BadConfig "mapping.formula" (path, then the finding's facts); the cause is the finding.
[[nodiscard]] Error formulaRefusal(const formula::Finding& finding, const QString& source,
                                   const QString& path);
/// One error for a document with these faults, in their order: a single fault is itself, several are
/// BadConfig "mapping.faults" (how many, the paths of the others) with the first as cause.
[[nodiscard]] Error refusalOf(const QList<Error>& faults);

} // namespace tieout::mapping
