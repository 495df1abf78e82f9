// Records of a connection, outside any sync: looking at them, entering and changing them.
#include "base/ids.h"
#include "engine/entry/recoverentries.h"
#include "service/handover.h"
#include "service/workbenchimpl.h"

namespace tieout::service {

using namespace Qt::StringLiterals;

Result<model::Connection> Workbench::Impl::usable(const QString& id) const
{
    const auto* known = connection(id);
    if (!known) return fail(ErrorKind::BadConfig, u"connection.unknown"_s, u"no such connection"_s, {id});
    return *known;
}

Task<Result<QList<model::ObjectSchema>>> Workbench::objects(QString id)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    EngineHost* host = m_impl->m_host;
    const model::Connection asked = *connection;
    std::function<Task<Result<QList<model::ObjectSchema>>>()> ask = [host, asked] {
        return host->objects(asked, StopToken());
    };
    Result<QList<model::ObjectSchema>> objects =
        co_await runOn<Result<QList<model::ObjectSchema>>>(host, ask);
    if (!objects) co_return tl::unexpected(objects.error());
    std::sort(objects->begin(), objects->end(), [](const auto& one, const auto& other) {
        return one.labelPlural.localeAwareCompare(other.labelPlural) < 0;
    });
    co_return objects;
}

Task<Result<model::ObjectSchema>> Workbench::describe(QString id, QString object)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    EngineHost* host = m_impl->m_host;
    const model::Connection asked = *connection;
    std::function<Task<Result<model::ObjectSchema>>()> ask = [host, asked, object] {
        return host->describe(asked, object, StopToken());
    };
    const Result<model::ObjectSchema> schema = co_await runOn<Result<model::ObjectSchema>>(host, ask);
    co_return schema;
}

Task<Result<model::FileSniff>> Workbench::lookAtFile(QHash<QString, QString> settings)
{
    EngineHost* host = m_impl->m_host;
    std::function<Task<Result<model::FileSniff>>()> look = [host, settings] {
        return host->lookAtFile(settings);
    };
    const Result<model::FileSniff> found = co_await runOn<Result<model::FileSniff>>(host, look);
    co_return found;
}

Task<Result<model::RecordSample>> Workbench::sample(QString id, model::SampleRequest request)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const auto covered = m_impl->covers(*connection, objectOperations({request.object}, Reach::Reading));
    if (!covered) co_return tl::unexpected(covered.error());
    EngineHost* host = m_impl->m_host;
    const model::Connection asked = *connection;
    std::function<Task<Result<model::RecordSample>>()> ask = [host, asked, request] {
        return host->sample(asked, request, StopToken());
    };
    const Result<model::RecordSample> sample = co_await runOn<Result<model::RecordSample>>(host, ask);
    co_return sample;
}

Task<void> Workbench::Impl::recoverEntries()
{
    QStringList known;
    for (const auto& connection : m_connections)
        if (connection.state == model::ConnectionState::Ready) known += connection.id;
    const Instant before = m_clock.now();
    std::function<Result<QStringList>(store::Database&)> look = [known, before](store::Database& database) {
        return engine::openEntries(database, known, before);
    };
    const Result<QStringList> open = co_await m_store->read<QStringList>(look);
    if (!open || open->isEmpty()) co_return;
    const Result<void> taken = co_await m_lease.take();
    if (!taken) {
        // A program that died on another machine holds the workspace for another minute.
        constexpr std::chrono::seconds kLater{65};
        if (m_scheduling)
            m_recoveryTimer = m_clock.callAfter(kLater, [this] { background(recoverEntries()); });
        co_return;
    }
    EngineHost* host = m_host;
    using Reports = QList<model::RunReport>;
    for (const QString& id : *open) {
        const auto usable = this->usable(id);
        if (!usable) continue;
        const model::Connection connection = *usable;
        std::function<Task<Result<Reports>>()> recover = [host, connection] {
            return host->recoverEntries(connection, StopToken());
        };
        const Result<Reports> recovered = co_await runOn<Result<Reports>>(host, recover);
        if (!recovered) continue; // the next start, or the next entry there, tries again
        for (const auto& report : *recovered)
            Q_EMIT m_front->runFinished(report);
    }
}

Task<Result<model::EntryReport>> Workbench::enter(QString id, model::EntryRequest request)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const model::Connection asked = *connection;
    const QString title = m_impl->titleOf(asked);
    if (!asked.writable && !asked.practice)
        co_return fail(ErrorKind::BadConfig, u"run.read-only"_s, u"the connection is read-only"_s, {title});
    const auto covered = m_impl->covers(asked, objectOperations({request.object}, Reach::Writing));
    if (!covered) co_return tl::unexpected(covered.error());
    const Result<void> taken = co_await m_impl->m_lease.take();
    if (!taken) co_return tl::unexpected(taken.error());
    if (request.id.isEmpty()) request.id = QString::fromLatin1(base64Url(m_impl->m_random.secretBytes(12)));
    EngineHost* host = m_impl->m_host;
    std::function<Task<Result<model::EntryReport>>()> write = [host, asked, title, request] {
        return host->enter(asked, title, request, StopToken());
    };
    const Result<model::EntryReport> report = co_await runOn<Result<model::EntryReport>>(host, write);
    if (report) Q_EMIT runFinished(report->run);
    co_return report;
}

} // namespace tieout::service
