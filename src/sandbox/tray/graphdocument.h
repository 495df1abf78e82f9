#pragma once

#include "base/json.h"

#include <memory>
#include <optional>

namespace tieout::sandbox::tray {

struct GraphField {
    QString name;
    QString alias;                   ///< the key of the answer
    Json arguments = Json::object(); ///< variables filled in
    QList<GraphField> fields;        ///< fragments are spread
};

struct GraphOperation {
    bool mutation = false;
    QList<GraphField> fields;
};

/// Reads the one operation of a GraphQL document (or the named one), with variables, aliases and fragments.
/// The failing side is a message for `errors`.
[[nodiscard]] tl::expected<GraphOperation, QString>
readGraphOperation(const QString& document, const QString& name, const Json& variables);

} // namespace tieout::sandbox::tray
