#include "connectors/rest/restconnector.h"

#include "connectors/rest/addresstemplate.h"
#include "connectors/rest/reading/organisationreader.h"
#include "connectors/rest/reading/referencereader.h"
#include "connectors/rest/reading/restchildstream.h"
#include "connectors/rest/writing/rowverdicts.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostFindPages = 100;

} // namespace

RestConnector::RestConnector(std::shared_ptr<const Manifest> manifest, const model::Connection& connection,
                             net::Transport& transport, Clock& clock, Random& random,
                             net::Authorizer* authorizer)
    : m_session(std::make_shared<RestSession>(std::move(manifest), connection, transport, clock, random,
                                              authorizer))
    , m_schemas(std::make_shared<SchemaBook>(m_session))
    , m_verdicts(std::make_unique<RowVerdicts>(m_session->manifest()))
{
}

RestConnector::~RestConnector() = default;

QString RestConnector::system() const
{
    return m_session->manifest().id;
}

void RestConnector::setSetting(const QString& name, const QString& value)
{
    m_session->setVariable(name, value);
}

Task<Result<QList<model::ObjectSchema>>> RestConnector::describe(QStringList objects, StopToken stop)
{
    if (objects.isEmpty()) {
        for (const ObjectSpec& object : m_session->manifest().objects)
            objects << object.name;
    }
    QList<model::ObjectSchema> schemas;
    for (const QString& object : std::as_const(objects)) {
        Result<model::ObjectSchema> schema = co_await m_schemas->schema(object, stop);
        if (!schema) co_return fail(schema.error());
        schemas.append(*schema);
    }
    co_return schemas;
}

Task<Result<QList<model::ObjectSchema>>> RestConnector::objects(StopToken stop)
{
    Q_UNUSED(stop)
    QList<model::ObjectSchema> schemas;
    for (const ObjectSpec& object : m_session->manifest().objects)
        schemas.append(object.schema());
    co_return schemas;
}

void RestConnector::forgetSchemas(const QStringList& objects)
{
    for (const QString& object : objects)
        m_schemas->forget(object);
}

void RestConnector::adopt(QList<model::ObjectSchema> schemas)
{
    m_schemas->adopt(schemas);
}

Task<Result<QList<OrganisationInfo>>> RestConnector::organisations(StopToken stop)
{
    const AuthSpec::Tenants* tenants = &m_session->manifest().authOf(m_session->connection()).tenants;
    Result<net::HttpRequest> request = RequestBuilder::bare(tenants->request, m_session->variables());
    if (!request) co_return fail(request.error());
    QList<OrganisationInfo> found;
    const RestSession::Reader reader = [this, tenants, &found](net::HttpResponse& response) -> Result<void> {
        const Result<Json> json = Json::parse(response.body);
        if (!json) return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, json.error().text);
        found = organisationsIn(*json, *tenants, m_session->variables());
        return {};
    };
    Result<void> read = co_await m_session->fetch(*request, QString(), reader, stop);
    if (!read) co_return fail(read.error());
    co_return found;
}

Task<Result<bool>> RestConnector::leave(StopToken stop)
{
    const AuthSpec::Tenants* tenants = &m_session->manifest().authOf(m_session->connection()).tenants;
    if (tenants->leaveId.isEmpty()) co_return false;
    Result<net::HttpRequest> list = RequestBuilder::bare(tenants->request, m_session->variables());
    if (!list) co_return fail(list.error());
    Variables named = m_session->variables();
    const RestSession::Reader reader = [tenants, &named](net::HttpResponse& response) -> Result<void> {
        const Result<Json> json = Json::parse(response.body);
        if (!json) return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, json.error().text);
        named.insert(u"leaveId"_s, leaveIdIn(*json, *tenants, named));
        return {};
    };
    Result<void> read = co_await m_session->fetch(*list, QString(), reader, stop);
    if (!read) co_return fail(read.error());
    if (named.value(u"leaveId"_s).isEmpty()) co_return true;
    Result<net::HttpRequest> request = RequestBuilder::bare(tenants->leave, named);
    if (!request) co_return fail(request.error());
    Result<net::HttpResponse> left =
        co_await m_session->deliver(*request, QString(), std::chrono::seconds(0), stop);
    constexpr int kGone = 404;
    if (!left && left.error().context.httpStatus != kGone) co_return fail(left.error());
    co_return true;
}

Task<Result<OrganisationInfo>> RestConnector::test(StopToken stop)
{
    Result<QList<OrganisationInfo>> reachable = co_await organisations(stop);
    if (!reachable) co_return fail(reachable.error());
    const QString wanted = m_session->variables().value(u"tenantId"_s);
    const auto chosen = std::find_if(reachable->begin(), reachable->end(), [&](const OrganisationInfo& info) {
        return wanted.isEmpty() || info.tenantId.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    if (chosen == reachable->end())
        co_return fail(ErrorKind::NeedsLogin, u"connector.organisation-gone"_s,
                       u"the sign-in does not reach it"_s, {m_session->connection().organisation});
    if (wanted.isEmpty() && reachable->size() > 1)
        co_return fail(ErrorKind::BadConfig, u"connector.choose-organisation"_s, u"several organisations"_s,
                       {QString::number(reachable->size())});
    m_session->setVariable(u"tenantId"_s, chosen->tenantId);
    ReferenceData data;
    data.organisation = *chosen;
    const ReferenceSpec::Part& part = m_session->manifest().reference.organisation;
    Result<QList<model::Record>> records = co_await readAll(&part, stop);
    if (!records && !part.optional) co_return fail(records.error());
    if (records) takeOrganisation(part, *records, data);
    if (data.organisation.name.isEmpty())
        data.organisation.name =
            QUrl(m_session->variables().value(u"instanceUrl"_s)).host().section(u'.', 0, 0);
    if (data.organisation.name.isEmpty()) data.organisation.name = m_session->manifest().title;
    m_session->setVariable(u"shortCode"_s, data.organisation.shortCode);
    co_return data.organisation;
}

Task<Result<QList<model::Record>>> RestConnector::readAll(const ReferenceSpec::Part* part, StopToken stop)
{
    QList<model::Record> records;
    if (part->object.isEmpty()) co_return records;
    ReadRequest request;
    request.object = part->object;
    request.paths = referencePaths(*part);
    const std::unique_ptr<PageStream> stream = read(request);
    for (;;) {
        Result<std::optional<Page>> page = co_await stream->next(stop);
        if (!page) co_return fail(page.error());
        if (!*page) co_return records;
        records += (*page)->records;
    }
}

Task<Result<ReferenceData>> RestConnector::reference(StopToken stop)
{
    using Take = void (*)(const ReferenceSpec::Part&, const QList<model::Record>&, ReferenceData&);
    const ReferenceSpec& spec = m_session->manifest().reference;
    ReferenceData data;
    data.organisation.tenantId = m_session->variables().value(u"tenantId"_s);
    data.organisation.name = m_session->connection().organisation;
    data.organisation.authorisedBy = m_session->connection().authorisedBy;
    struct Step {
        const ReferenceSpec::Part* part;
        Take take;
    };
    const Step steps[] = {{&spec.organisation, takeOrganisation},
                          {&spec.taxRates, takeTaxRates},
                          {&spec.accounts, takeAccounts},
                          {&spec.currencies, takeCurrencies}};
    for (const Step& step : steps) {
        // Facts that no check depends on are worth no call.
        if (step.part->object.isEmpty() || step.part->optional) continue;
        Result<QList<model::Record>> records = co_await readAll(step.part, stop);
        if (!records) co_return fail(records.error());
        step.take(*step.part, *records, data);
    }
    if (!data.organisation.shortCode.isEmpty())
        m_session->setVariable(u"shortCode"_s, data.organisation.shortCode);
    co_return data;
}

std::unique_ptr<PageStream> RestConnector::read(ReadRequest request)
{
    return openRead(m_session, m_schemas, std::move(request));
}

TargetRecord RestConnector::toTarget(const QString& object, const model::Record& record) const
{
    TargetRecord target;
    target.record = record;
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) return target;
    const IdentitySpec& identity = spec->identity;
    target.id = record.path(identity.remoteId).toPlainText();
    if (!spec->version.field.isEmpty()) target.version = record.path(spec->version.field).toPlainText();
    if (!identity.number.isEmpty()) target.number = record.path(identity.number).toPlainText();
    if (!identity.externalKey.isEmpty()) target.externalKey = record.path(identity.externalKey).toPlainText();
    if (!identity.usableField.isEmpty())
        target.usable = !identity.unusable.contains(record.path(identity.usableField).toPlainText());
    target.state = record.path(identity.usableField).toPlainText();
    return target;
}

QStringList RestConnector::targetPaths(const QString& object) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) return {};
    const IdentitySpec& identity = spec->identity;
    QStringList paths{identity.remoteId, identity.number, identity.externalKey, identity.usableField,
                      spec->version.field};
    for (const model::MatchRule& rule : identity.match)
        paths += rule.fields;
    paths += identity.compare;
    paths.removeAll(QString());
    paths.removeDuplicates();
    return paths;
}

Task<Result<QList<TargetRecord>>> RestConnector::findGroup(const ObjectSpec* spec, QStringList keys,
                                                           qsizetype* first, StopToken stop)
{
    Result<model::ObjectSchema> schema = co_await m_schemas->schema(spec->name, stop);
    if (!schema) co_return fail(schema.error());
    const Result<PlanPtr> plan = planRead(*schema, *spec, targetPaths(spec->name), {});
    if (!plan) co_return fail(plan.error());
    const ReadSpec& read = *spec->read;
    RecordReader reader;
    QList<TargetRecord> found;
    for (PagePlace place; place.index < kMostFindPages; ++place.index) {
        qsizetype next = *first;
        Result<net::HttpRequest> request = m_session->builder(*spec).byKeys(**plan, keys, next, place);
        if (!request) co_return fail(request.error());
        Result<DecodedPage> decoded = fail(ErrorKind::Bug, u"reader.slot"_s, u"nothing read"_s);
        const RestSession::Reader take = [&](net::HttpResponse& response) -> Result<void> {
            decoded = reader.decode(std::move(response.body), *plan, layoutOf(read));
            if (!decoded) return fail(decoded.error());
            return {};
        };
        Result<void> answered = co_await m_session->fetch(*request, spec->name, take, stop);
        if (!answered) co_return fail(answered.error());
        for (const model::Record& record : std::as_const(decoded->records)) {
            TargetRecord target = toTarget(spec->name, record);
            if (keys.contains(target.externalKey)) found.append(target);
        }
        place.offset += decoded->records.size();
        const bool isShort = read.page.shortPageEnds && decoded->records.size() < read.page.size;
        const bool isLast = decoded->pageCount ? place.index + 1 >= *decoded->pageCount
                            : decoded->total   ? place.offset >= *decoded->total
                                               : decoded->records.isEmpty() || isShort;
        const bool goesOn = read.page.strategy == PageSpec::Strategy::Number ||
                            read.page.strategy == PageSpec::Strategy::Offset;
        if (!goesOn || isLast) {
            *first = next;
            co_return found;
        }
    }
    co_return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"endless pages"_s, {spec->label});
}

Task<Result<QList<TargetRecord>>> RestConnector::scan(const ObjectSpec* spec, QStringList keys,
                                                      StopToken stop)
{
    ReadRequest request;
    request.object = spec->name;
    request.paths = targetPaths(spec->name);
    const std::chrono::seconds back{spec->read->find.back};
    if (!spec->read->cursor.field.isEmpty() && back.count() > 0)
        request.since = formatInstant(m_session->clock().now() - back);
    const std::unique_ptr<PageStream> stream = read(request);
    QList<TargetRecord> found;
    for (;;) {
        Result<std::optional<Page>> page = co_await stream->next(stop);
        if (!page) co_return fail(page.error());
        if (!*page) co_return found;
        for (const model::Record& record : std::as_const((*page)->records)) {
            TargetRecord target = toTarget(spec->name, record);
            if (keys.contains(target.externalKey)) found.append(target);
        }
    }
}

Task<Result<QList<TargetRecord>>> RestConnector::find(QString object, QStringList keys, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || !spec->canFind())
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"cannot look up "_s + object,
                       {object});
    keys.removeAll(QString());
    keys.removeDuplicates();
    QList<TargetRecord> found;
    if (spec->read->find.strategy == FindSpec::Strategy::Scan) {
        Result<QList<TargetRecord>> scanned = co_await scan(spec, keys, stop);
        co_return scanned;
    }
    for (qsizetype first = 0; first < keys.size();) {
        Result<QList<TargetRecord>> group = co_await findGroup(spec, keys, &first, stop);
        if (!group) co_return fail(group.error());
        for (const TargetRecord& target : std::as_const(*group)) {
            const bool known = std::any_of(found.begin(), found.end(),
                                           [&](const TargetRecord& other) { return other.id == target.id; });
            if (!known) found.append(target);
        }
    }
    co_return found;
}

std::chrono::hours RestConnector::sweepEvery(const QString& object) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    return std::chrono::hours{spec && spec->read ? spec->read->deletes.everyHours : 24};
}

Deletion RestConnector::deletion(const QString& object) const
{
    using Strategy = DeletesSpec::Strategy;
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || !spec->read) return Deletion::Unseen;
    const Strategy strategy = spec->read->deletes.strategy;
    if (strategy == Strategy::Sweep) return Deletion::BySweep;
    return strategy == Strategy::None ? Deletion::Unseen : Deletion::InReads;
}

QString RestConnector::link(const QString& object, const QString& id) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || spec->link.isEmpty() || id.isEmpty()) return {};
    QHash<QString, QString> values = m_session->variables();
    values.insert(u"id"_s, id);
    return filledAddress(spec->link, values).value_or(QString());
}

net::CallCounts RestConnector::calls() const
{
    return m_session->client().counts();
}

QList<net::WireEntry> RestConnector::recentWire() const
{
    return m_session->client().recentWire();
}

std::optional<int> RestConnector::dayRemaining() const
{
    return m_session->gate().dayRemaining();
}

int RestConnector::perDay() const
{
    return m_session->gate().perDay();
}

} // namespace tieout::connectors
