// Files that hang on the records of a connection: listed, saved on this computer, added.
#include "engine/entry/fileentrydesk.h"
#include "service/handover.h"
#include "service/localfile.h"
#include "service/workbenchimpl.h"

#include <QFileInfo>
#include <QMimeDatabase>

namespace tieout::service {

using namespace Qt::StringLiterals;
using model::AttachedFile;
using Files = QList<AttachedFile>;

namespace {

/// The files of an object's records, as a manifest's permissions name them.
QString filesOf(const QString& object)
{
    return object + u".files"_s;
}

Task<Result<Files>> listFiles(EngineHost* host, model::Connection connection, QString object, QString record)
{
    const auto connector = host->connectorOf(connection);
    if (!connector) co_return tl::unexpected(connector.error());
    const Result<Files> files = co_await (*connector)->files(object, record, StopToken());
    host->reportUse(connection.id);
    co_return files;
}

struct Saving {
    model::Connection connection;
    QString object;
    QString record;
    AttachedFile file;
    QString path;
    OnDisk existing = OnDisk::Keep;
};

/// The place first: nothing is fetched that cannot be kept.
Task<Result<QString>> saveOne(EngineHost* host, Saving saving)
{
    const Result<QString> place = placeFor(saving.path, saving.file.name, saving.existing);
    if (!place) co_return place;
    const auto connector = host->connectorOf(saving.connection);
    if (!connector) co_return tl::unexpected(connector.error());
    const Result<QByteArray> bytes =
        co_await (*connector)->fetchFile(saving.object, saving.record, saving.file, StopToken());
    host->reportUse(saving.connection.id);
    if (!bytes) co_return tl::unexpected(bytes.error());
    const Result<void> kept = keepFile(*place, *bytes, saving.existing);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return place;
}

struct Adding {
    model::Connection connection;
    QString title;
    model::FileEntry entry;
    QString path;
};

Task<Result<model::FileReport>> addOne(EngineHost* host, Adding adding)
{
    const auto connector = host->connectorOf(adding.connection);
    if (!connector) co_return tl::unexpected(connector.error());
    const model::FileAccess access = (*connector)->fileAccess(adding.entry.object);
    if (!access.attach)
        co_return fail(ErrorKind::BadConfig, u"connector.no-files"_s, u"no files there"_s,
                       {adding.entry.object});
    Result<QByteArray> content = readWhole(adding.path, access.most);
    if (!content) co_return tl::unexpected(content.error());
    adding.entry.content = std::move(*content);
    if (adding.entry.file.name.isEmpty()) adding.entry.file.name = QFileInfo(adding.path).fileName();
    adding.entry.file.contentType =
        QMimeDatabase().mimeTypeForFile(adding.entry.file.name, QMimeDatabase::MatchExtension).name();
    const Result<QList<model::RunReport>> recovered =
        co_await host->recoverEntries(adding.connection, StopToken());
    Q_UNUSED(recovered) // what could not be looked up does not concern this file
    engine::FileEntryDesk desk(**connector, host->store(), host->clock());
    const Result<model::FileReport> report =
        co_await desk.attach(adding.connection.id, adding.title, adding.entry, StopToken());
    host->reportUse(adding.connection.id);
    co_return report;
}

} // namespace

model::FileAccess Workbench::fileAccess(const QString& id, const QString& object) const
{
    const auto* known = m_impl->connection(id);
    const auto manifest = known ? m_impl->m_manifests.find(known->system) : nullptr;
    const auto* spec = manifest ? manifest->object(object) : nullptr;
    return spec && spec->files ? spec->files->access() : model::FileAccess();
}

Task<Result<Files>> Workbench::files(QString id, QString object, QString record)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const auto covered = m_impl->covers(*connection, objectOperations({filesOf(object)}, Reach::Reading));
    if (!covered) co_return tl::unexpected(covered.error());
    EngineHost* host = m_impl->m_host;
    const model::Connection asked = *connection;
    std::function<Task<Result<Files>>()> ask = [host, asked, object, record] {
        return listFiles(host, asked, object, record);
    };
    const Result<Files> files = co_await runOn<Result<Files>>(host, ask);
    co_return files;
}

Task<Result<QString>> Workbench::saveFile(QString id, QString object, QString record, AttachedFile file,
                                          QString path, OnDisk existing)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const auto covered = m_impl->covers(*connection, objectOperations({filesOf(object)}, Reach::Reading));
    if (!covered) co_return tl::unexpected(covered.error());
    EngineHost* host = m_impl->m_host;
    const Saving saving{*connection, object, record, file, path, existing};
    std::function<Task<Result<QString>>()> save = [host, saving] { return saveOne(host, saving); };
    const Result<QString> saved = co_await runOn<Result<QString>>(host, save);
    co_return saved;
}

Task<Result<model::FileReport>> Workbench::addFile(QString id, model::FileEntry entry, QString path)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const model::Connection asked = *connection;
    const QString title = m_impl->titleOf(asked);
    if (!asked.writable && !asked.practice)
        co_return fail(ErrorKind::BadConfig, u"run.read-only"_s, u"the connection is read-only"_s, {title});
    const auto covered = m_impl->covers(asked, objectOperations({filesOf(entry.object)}, Reach::Writing));
    if (!covered) co_return tl::unexpected(covered.error());
    const Result<void> taken = co_await m_impl->m_lease.take();
    if (!taken) co_return tl::unexpected(taken.error());
    EngineHost* host = m_impl->m_host;
    const Adding adding{asked, title, entry, path};
    std::function<Task<Result<model::FileReport>>()> add = [host, adding] { return addOne(host, adding); };
    const Result<model::FileReport> report = co_await runOn<Result<model::FileReport>>(host, add);
    if (report) Q_EMIT runFinished(report->run);
    co_return report;
}

} // namespace tieout::service
