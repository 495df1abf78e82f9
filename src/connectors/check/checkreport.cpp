#include "connectors/check/checkreport.h"

#include "connectors/check/fixtureplayer.h"
#include "connectors/check/schemacheck.h"
#include "connectors/manifestcatalogue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using Level = Finding::Level;

namespace {

/// "$.a.b: what" → path and text.
Finding faultOf(const QString& fault)
{
    const qsizetype colon = fault.indexOf(u": ");
    const bool hasPath = fault.startsWith(u'$') && colon > 0;
    return {Level::Fault, hasPath ? fault.left(colon) : u"$"_s, {}, hasPath ? fault.mid(colon + 2) : fault};
}

/// Byte where reading a broken document stopped, as the JSON reader tells it.
qsizetype brokenAt(const Error& error)
{
    return error.facts.isEmpty() ? 0 : error.facts.first().toLongLong();
}

void addFixtures(const std::shared_ptr<const Manifest>& manifest, QList<Finding>& findings)
{
    const FixturePlayer player(manifest);
    for (qsizetype i = 0; i < manifest->fixtures.size(); ++i) {
        const FixtureSpec& fixture = manifest->fixtures.at(i);
        for (const QString& complaint : player.play(fixture))
            findings.append({Level::Fault,
                             u"$.fixtures[%1]"_s.arg(i),
                             {},
                             u"fixture \"%1\": %2"_s.arg(fixture.name, complaint)});
    }
    const QList<bool> used = player.rulesWithFixture();
    for (qsizetype i = 0; i < used.size(); ++i) {
        if (!used.at(i))
            findings.append({Level::Missing,
                             u"$.errors[%1]"_s.arg(i),
                             {},
                             u"no fixture shows an answer that this rule decides (%1)"_s.arg(
                                 manifest->errors.at(i).code)});
    }
}

} // namespace

bool CheckReport::has(Finding::Level level) const
{
    return std::any_of(findings.begin(), findings.end(),
                       [level](const Finding& finding) { return finding.level == level; });
}

CheckReport checkedManifest(const QByteArray& text, const QString& file)
{
    CheckReport report;
    report.file = file;
    Result<Manifest> parsed = parseManifest(text, file);
    const Result<Json> json = parsed || parsed.error().code == u"manifest.syntax"
                                  ? Json::parse(text)
                                  : Result<Json>(fail(parsed.error()));
    if (!json) {
        report.findings.append({Level::Fault, u"$"_s, {}, json.error().text});
        if (parsed || parsed.error().code == u"manifest.syntax")
            report.findings.last().place = JsonPlaces(text).ofByte(brokenAt(json.error()));
        return report;
    }
    QStringList faults;
    const Result<Json> schema = Json::parse(ManifestCatalogue::schemaText());
    if (schema) faults = SchemaCheck(*schema).faultsOf(*json);
    if (!parsed) {
        for (const QString& fault : parsed.error().facts.mid(1)) {
            const QString path = fault.section(u": "_s, 0, 0);
            const bool isKnown = std::any_of(faults.begin(), faults.end(), [&](const QString& other) {
                return other.section(u": "_s, 0, 0) == path;
            });
            if (!isKnown) faults << fault;
        }
    }
    for (const QString& fault : std::as_const(faults))
        report.findings.append(faultOf(fault));
    if (parsed) {
        const auto manifest = std::make_shared<const Manifest>(std::move(*parsed));
        report.system = manifest->id;
        report.title = manifest->title;
        report.objects = int(manifest->objects.size());
        report.rules = int(manifest->errors.size());
        report.fixtures = int(manifest->fixtures.size());
        addFixtures(manifest, report.findings);
        report.findings += lintOf(*manifest);
    }
    const JsonPlaces places(text);
    for (Finding& finding : report.findings)
        finding.place = places.of(finding.path);
    std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
        return std::pair(a.level, a.place.line) < std::pair(b.level, b.place.line);
    });
    return report;
}

} // namespace tieout::connectors
