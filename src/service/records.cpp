// Records of a connection, outside any sync: looking at them, entering and changing them.
#include "base/ids.h"
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

Task<Result<model::RecordSample>> Workbench::sample(QString id, model::SampleRequest request)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    EngineHost* host = m_impl->m_host;
    const model::Connection asked = *connection;
    std::function<Task<Result<model::RecordSample>>()> ask = [host, asked, request] {
        return host->sample(asked, request, StopToken());
    };
    const Result<model::RecordSample> sample = co_await runOn<Result<model::RecordSample>>(host, ask);
    co_return sample;
}

Task<Result<model::EntryReport>> Workbench::enter(QString id, model::EntryRequest request)
{
    const auto connection = m_impl->usable(id);
    if (!connection) co_return tl::unexpected(connection.error());
    const model::Connection asked = *connection;
    const QString title = m_impl->titleOf(asked);
    if (!asked.writable && !asked.practice)
        co_return fail(ErrorKind::BadConfig, u"run.read-only"_s, u"the connection is read-only"_s, {title});
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
