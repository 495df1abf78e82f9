#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

// The parts of a manifest, one source file for each group; used by parseManifest alone.

[[nodiscard]] RequestSpec readRequestSpec(StrictObject& in);
[[nodiscard]] AuthSpec readAuthSpec(StrictObject& in);
[[nodiscard]] model::Field readFieldSpec(StrictObject& in, ObjectSpec& object, const QString& prefix);
[[nodiscard]] ObjectSpec readObjectSpec(const QString& name, StrictObject& in);
[[nodiscard]] ReferenceSpec readReferenceSpec(StrictObject& in);
[[nodiscard]] ReadSpec readReadSpec(StrictObject& in);
void readWriteSpecs(StrictObject& in, ObjectSpec& object);
[[nodiscard]] VersionSpec readVersionSpec(StrictObject& in);
[[nodiscard]] FilesSpec readFilesSpec(StrictObject& in);
[[nodiscard]] JobsSpec readJobsSpec(StrictObject& in);
[[nodiscard]] WriteJobSpec readWriteJobSpec(StrictObject& in);
[[nodiscard]] ReadJobSpec readReadJobSpec(StrictObject& in);
[[nodiscard]] FixtureSpec readFixtureSpec(StrictObject& in);
[[nodiscard]] InstantFormat readFormat(StrictObject& in, QStringView name, InstantFormat fallback);
/// A pattern of a manifest: bounded in length and in the steps that matching it may take.
[[nodiscard]] QRegularExpression readPattern(StrictObject& in, QStringView name);

/// Faults that only the whole shows: unknown variables, fields and codes.
void checkManifest(const Manifest& manifest, QStringList& faults);

} // namespace tieout::connectors
