#pragma once

#include "base/json.h"

#include <QStringList>

namespace tieout::connectors {

/// Checks a JSON document against manifest.schema.json: the part of JSON Schema which that file uses ($ref
/// into $defs, type, enum, required, properties, additionalProperties, items, minimum). Pure; lives on the
/// stack.
class SchemaCheck final
{
  public:
    explicit SchemaCheck(Json schema);

    /// Faults as "$.path: what", at most a hundred.
    [[nodiscard]] QStringList faultsOf(const Json& document);

  private:
    void check(const Json& schema, const Json& value, const QString& path, int depth);
    void checkMembers(const Json& schema, const Json& value, const QString& path, int depth);
    void fault(const QString& path, const QString& what);

    Json m_root;
    QStringList m_faults;
};

} // namespace tieout::connectors
