#include "engine/discover/sample.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

Task<Result<model::ObjectSchema>> describeObject(connectors::Connector* source, QString object,
                                                 StopToken stop)
{
    const QStringList wanted{object};
    const Result<QList<model::ObjectSchema>> schemas = co_await source->describe(wanted, stop);
    const bool unknown = schemas ? schemas->isEmpty() : schemas.error().code == "connector.unknown-object"_L1;
    if (!schemas && !unknown) co_return tl::unexpected(schemas.error());
    if (unknown)
        co_return fail(ErrorKind::BadConfig, u"entry.no-object"_s, u"no object "_s + object, {object});
    const model::ObjectSchema schema = schemas->first();
    co_return schema;
}

Task<Result<model::RecordSample>> takeSample(connectors::Connector* source, model::SampleRequest request,
                                             StopToken stop)
{
    const Result<model::ObjectSchema> schema = co_await describeObject(source, request.object, stop);
    if (!schema) co_return tl::unexpected(schema.error());
    model::RecordSample sample;
    sample.schema = *schema;

    connectors::ReadRequest reading;
    reading.object = request.object;
    reading.paths = request.fields;
    reading.ids = request.ids;
    reading.pageSize = request.limit + 1; // one more tells that there are more, without a second call
    if (reading.paths.isEmpty()) {
        for (const auto& field : sample.schema.fields)
            reading.paths += field.name;
        reading.optional = reading.paths; // what an organisation lacks is an empty column
    }
    const auto stream = source->read(reading);
    while (!sample.more) {
        const Result<std::optional<connectors::Page>> page = co_await stream->next(stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        for (const auto& record : (*page)->records) {
            if (sample.items.size() == request.limit) {
                sample.more = true;
                break;
            }
            model::RecordSample::Item item;
            item.record = record;
            item.id = source->toTarget(request.object, record).id;
            if (!item.id.isEmpty()) item.link = source->link(request.object, item.id);
            sample.items += item;
        }
    }
    co_return sample;
}

} // namespace tieout::engine
