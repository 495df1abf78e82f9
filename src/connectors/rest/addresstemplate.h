#pragma once

#include "base/result.h"
#include "connectors/strictobject.h"

#include <QHash>
#include <QUrl>

namespace tieout::connectors {

/// Names between braces, in order of appearance.
[[nodiscard]] QStringList templateVariables(const QString& text);
/// Fills {name} in. Error: BadConfig "connector.setting-missing" (facts: the name) for an empty or unknown
/// one.
[[nodiscard]] Result<QString> filledTemplate(const QString& text, const QHash<QString, QString>& values);
/// An address with its query, everything percent-encoded that could be misread ("+" too).
[[nodiscard]] QUrl addressWithQuery(const QString& address, const Pairs& query);
/// The same inside an address: values that come from records are encoded, those of settings are part of it.
[[nodiscard]] Result<QString> filledAddress(const QString& text, const QHash<QString, QString>& values);

} // namespace tieout::connectors
