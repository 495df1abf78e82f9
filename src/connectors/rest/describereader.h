#pragma once

#include "base/json.h"
#include "base/result.h"
#include "model/schema.h"

#include <QHash>

namespace tieout::connectors {

/// What a self-describing system says of one object: its own fields, and the objects it leads to.
struct DescribedObject {
    struct Relation {
        QString object;
        QString label;
        bool isList = false;
    };
    model::ObjectSchema schema; ///< flat
    QHash<QString, Relation> relations;
};

/// Reads sobjects/X/describe. Error: RemoteFault "answer.incomplete" when name or fields are missing.
[[nodiscard]] Result<DescribedObject> describedObject(const Json& answer);

/// The schema of `object` with the objects of `relations` ("Account", "Lines.Product2") nested in it. Objects
/// that are needed but not in `known` are named in `missing`; relations that do not exist are left out. Pure.
[[nodiscard]] model::ObjectSchema composedSchema(const QString& object, const QStringList& relations,
                                                 const QHash<QString, DescribedObject>& known,
                                                 QStringList& missing);

} // namespace tieout::connectors
