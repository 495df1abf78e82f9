#include "connectors/manifestcatalogue.h"

#include "base/platform/platform.h"

#include <QDir>
#include <QFile>

// The resources live in a static library: nothing else would pull them into a program.
static void initConnectorResources()
{
    Q_INIT_RESOURCE(connectors);
}

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 4 * 1024 * 1024;
constexpr qsizetype kMostFiles = 200;

QByteArray resource(const QString& name)
{
    initConnectorResources();
    QFile file(u":/connectors/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QByteArray> contentOf(const QString& path)
{
    const QFileInfo info(path);
    if (info.isFile() && info.size() > kLargestFile)
        return fail(ErrorKind::BadConfig, u"manifest.too-large"_s, u"%1 bytes"_s.arg(info.size()),
                    {info.fileName()});
    QFile file(path);
    // A pipe or a device would keep the program waiting for ever.
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::LocalFault, u"file.read"_s, file.errorString(), {info.fileName()});
    return file.read(kLargestFile + 1);
}

} // namespace

ManifestCatalogue::ManifestCatalogue()
{
    initConnectorResources();
    const QStringList names = QDir(u":/connectors"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        if (name == u"manifest.schema.json") continue;
        const Result<void> added = add(resource(name), name.chopped(5));
        if (!added) m_faults.append(added.error());
    }
}

QByteArray ManifestCatalogue::schemaText()
{
    return resource(u"manifest.schema.json"_s);
}

QByteArray ManifestCatalogue::builtIn(const QString& system)
{
    return resource(system + u".json"_s);
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

void ManifestCatalogue::addFolder(const QString& folder)
{
    const QDir files(folder);
    const QStringList names = files.entryList({u"*.json"_s}, QDir::Files, QDir::Name).mid(0, kMostFiles);
    QHash<QString, QString> fileOfId;
    for (const QString& name : names) {
        const Result<QByteArray> bytes = contentOf(files.filePath(name));
        const Result<Manifest> manifest =
            bytes ? parseManifest(*bytes, name) : Result<Manifest>(fail(bytes.error()));
        if (!manifest) {
            m_faults.append(manifest.error());
            continue;
        }
        if (fileOfId.contains(manifest->id)) {
            m_faults.append(fail(ErrorKind::BadConfig, u"manifest.twice"_s,
                                 u"%1 has the id of %2"_s.arg(name, fileOfId.value(manifest->id)),
                                 {name, manifest->id})
                                .value());
            continue;
        }
        fileOfId.insert(manifest->id, name);
        m_manifests.insert(manifest->id, std::make_shared<const Manifest>(*manifest));
    }
}

QString userConnectorsFolder()
{
    return QDir(platform::configFolder()).filePath(u"connectors"_s);
}

} // namespace tieout::connectors
