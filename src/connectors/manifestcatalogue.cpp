#include "connectors/manifestcatalogue.h"

#include <QFile>

// The resources live in a static library: nothing else would pull them into a program.
static void initConnectorResources()
{
    Q_INIT_RESOURCE(connectors);
}

namespace tieout::connectors {

using namespace Qt::StringLiterals;

ManifestCatalogue::ManifestCatalogue()
{
    initConnectorResources();
    for (const QString& name : {u"salesforce"_s, u"xero"_s}) {
        QFile file(u":/connectors/%1.json"_s.arg(name));
        Result<void> added = fail(ErrorKind::Bug, u"manifest.missing"_s, u"no built-in manifest"_s, {name});
        if (file.open(QIODevice::ReadOnly)) added = add(file.readAll(), name);
        if (!added) m_faults.append(added.error());
    }
}

std::shared_ptr<const Manifest> ManifestCatalogue::find(const QString& system) const
{
    return m_manifests.value(system);
}

QStringList ManifestCatalogue::systems() const
{
    return m_manifests.keys();
}

Result<void> ManifestCatalogue::add(const QByteArray& bytes, const QString& name)
{
    Result<Manifest> manifest = parseManifest(bytes, name);
    if (!manifest) return fail(manifest.error());
    const QString id = manifest->id;
    m_manifests.insert(id, std::make_shared<const Manifest>(std::move(*manifest)));
    return {};
}

} // namespace tieout::connectors
