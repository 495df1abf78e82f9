#pragma once

#include "connectors/check/checkreport.h"

namespace tieout::fuzz {

/// The whole examination of a manifest that somebody dropped in: parsed, compared with the schema, linted,
/// its fixtures played.
inline void readManifest(const char* data, size_t size)
{
    using namespace connectors;
    const QByteArray bytes(data, qsizetype(size));
    const CheckReport report = checkedManifest(bytes, QStringLiteral("fuzz.json"));
    const Result<Manifest> manifest = parseManifest(bytes, QStringLiteral("fuzz.json"));
    if (!manifest && (manifest.error().code.isEmpty() || manifest.error().facts.isEmpty()))
        qFatal("a fault without its code or file");
    if (!manifest && !report.has(Finding::Level::Fault)) qFatal("refused without a reason");
    if (manifest && report.objects != manifest->objects.size()) qFatal("objects were lost");
    const int lines = int(bytes.count('\n')) + 1;
    Finding::Level last = Finding::Level::Fault;
    for (const Finding& finding : report.findings) {
        if (finding.level < last) qFatal("findings are out of order");
        last = finding.level;
        if (finding.text.isEmpty() || !finding.path.startsWith(QLatin1Char('$'))) qFatal("an empty finding");
        if (finding.place.line < 0 || finding.place.line > lines) qFatal("a place outside the text");
    }
}

} // namespace tieout::fuzz
