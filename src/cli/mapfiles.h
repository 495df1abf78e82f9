#pragma once

#include "base/result.h"
#include "cli/commandline.h"
#include "mapping/runcontext.h"
#include "model/mapping.h"
#include "model/schema.h"

namespace tieout::cli {

/// What the map commands are given in files.
struct MapFiles {
    model::BrokenMapping mapping;
    QList<model::LookupTable> lookups;
    std::optional<model::ObjectSchema> source;
    std::optional<model::ObjectSchema> target;
};

/// The mapping is a document, or a sync or template with one inside, whose tables then count too. Schemas are
/// what `fields --json` prints, or the same with nested "fields". Lookups are a JSON file with one table or
/// several, or a folder of such. Errors: LocalFault "cli.file" (facts: file); BadConfig "mapping.file…"
/// (facts: file, line, character) | "mapping.schema-file" (facts: file, what is wrong) | "lookup.syntax".
[[nodiscard]] Result<MapFiles> readMapFiles(const Invocation& invocation);

/// The tables, the settings given with --set, and now.
[[nodiscard]] Result<mapping::RunContext> mapContext(const MapFiles& files, const Invocation& invocation);

} // namespace tieout::cli
