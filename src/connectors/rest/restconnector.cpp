#include "connectors/rest/restconnector.h"

#include "base/ids.h"
#include "connectors/rest/addresstemplate.h"
#include "connectors/rest/bodywriter.h"
#include "connectors/rest/referencereader.h"
#include "connectors/rest/restpagestream.h"
#include "connectors/rest/rowverdicts.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kWriteDeadline{90};
constexpr int kMostFindPages = 100;

QList<OrganisationInfo> organisationsIn(const Json& answer, const AuthSpec::Tenants& spec)
{
    QList<OrganisationInfo> found;
    const Json::Array entries = answer.isArray() ? answer.toArray() : Json::Array{answer};
    for (const Json& entry : entries) {
        if (!spec.onlyField.isEmpty() && !spec.onlyValues.contains(entry[spec.onlyField].toText())) continue;
        OrganisationInfo info;
        info.tenantId = entry[spec.take.value(u"tenantId"_s)].toText();
        info.name = entry[spec.take.value(u"name"_s)].toText();
        info.authorisedBy = entry[spec.take.value(u"authorisedBy"_s)].toText();
        if (!info.tenantId.isEmpty()) found.append(info);
    }
    return found;
}

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

void RestConnector::adopt(QList<model::ObjectSchema> schemas)
{
    m_schemas->adopt(schemas);
}

Task<Result<QList<OrganisationInfo>>> RestConnector::organisations(StopToken stop)
{
    const AuthSpec::Tenants& tenants = m_session->manifest().auth.tenants;
    Result<net::HttpRequest> request = RequestBuilder::bare(tenants.request, {}, {}, m_session->variables());
    if (!request) co_return fail(request.error());
    Result<net::HttpResponse> response = co_await m_session->fetch(*request, {}, stop);
    if (!response) co_return fail(response.error());
    const Result<Json> json = Json::parse(response->body);
    if (!json) co_return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, json.error().text);
    co_return organisationsIn(*json, tenants);
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
    return std::make_unique<RestPageStream>(m_session, m_schemas, std::move(request));
}

TargetRecord RestConnector::toTarget(const QString& object, const model::Record& record) const
{
    TargetRecord target;
    target.record = record;
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) return target;
    const IdentitySpec& identity = spec->identity;
    target.id = record.path(identity.remoteId).toPlainText();
    if (!spec->versionField.isEmpty()) target.version = record.path(spec->versionField).toPlainText();
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
                      spec->versionField};
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
    qsizetype next = *first;
    for (int page = 1; page <= kMostFindPages; ++page) {
        next = *first;
        Result<net::HttpRequest> request = m_session->builder(*spec).byKeys(keys, next, page);
        if (!request) co_return fail(request.error());
        Result<net::HttpResponse> response = co_await m_session->fetch(*request, spec->name, stop);
        if (!response) co_return fail(response.error());
        const AnswerLayout layout{read.records,       read.page.total, read.page.pageCount,
                                  read.page.pageSize, read.page.next,  read.page.done};
        Result<DecodedPage> decoded = reader.decode(response->body, *plan, layout);
        if (!decoded) co_return fail(decoded.error());
        for (const model::Record& record : std::as_const(decoded->records)) {
            TargetRecord target = toTarget(spec->name, record);
            if (keys.contains(target.externalKey)) found.append(target);
        }
        const bool isLast = decoded->pageCount ? page >= *decoded->pageCount : decoded->records.isEmpty();
        if (read.page.strategy != PageSpec::Strategy::Number || isLast) {
            *first = next;
            co_return found;
        }
    }
    co_return fail(ErrorKind::RemoteFault, u"answer.shape"_s, u"endless pages"_s, {spec->label});
}

Task<Result<QList<TargetRecord>>> RestConnector::find(QString object, QStringList keys, StopToken stop)
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || !spec->read || spec->read->find.strategy == FindSpec::Strategy::None)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"cannot look up "_s + object,
                       {object});
    keys.removeAll(QString());
    keys.removeDuplicates();
    QList<TargetRecord> found;
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

const WriteSpec* RestConnector::writeSpec(const QString& object, Operation operation) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec) return nullptr;
    const auto it = spec->writes.constFind(operation);
    return it == spec->writes.cend() ? nullptr : &*it;
}

int RestConnector::batchSize(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return spec ? spec->rows : 0;
}

std::chrono::seconds RestConnector::keyWindow(const QString& object, Operation operation) const
{
    const WriteSpec* spec = writeSpec(object, operation);
    return std::chrono::seconds{spec && spec->idempotency == WriteSpec::Idempotency::Header ? spec->keyWindow
                                                                                            : 0};
}

PreparedWrite RestConnector::prepare(QString object, Operation operation, QList<WriteRow> rows,
                                     QString idempotencyKey) const
{
    PreparedWrite write;
    write.object = object;
    write.operation = operation;
    write.rows = std::move(rows);
    const ObjectSpec* spec = m_session->manifest().object(object);
    const WriteSpec* how = writeSpec(object, operation);
    if (!how) return write;
    Pairs headers;
    if (how->idempotency == WriteSpec::Idempotency::Header && !idempotencyKey.isEmpty()) {
        write.idempotencyKey =
            idempotencyKey.size() <= how->keyLength ? idempotencyKey : sha256Hex(idempotencyKey.toUtf8());
        headers.append({how->keyHeader, write.idempotencyKey});
    }
    const Result<net::HttpRequest> request = m_session->builder(*spec).plain(how->request, {}, headers);
    if (!request) return write;
    write.request = *request;
    write.request.body = writeBody(*spec, *how, operation, write.rows);
    write.request.contentType = "application/json; charset=utf-8";
    write.request.deadline = kWriteDeadline;
    // A kept key is repeated by the session inside its window; the client must not do it outside.
    write.request.repeat =
        how->idempotency == WriteSpec::Idempotency::Natural ? net::Repeat::Safe : net::Repeat::Never;
    write.requestHash = sha256Hex(net::verbName(write.request.verb) + ' ' + write.request.url.toEncoded() +
                                  '\n' + write.request.body);
    return write;
}

Task<Result<QList<model::RowOutcome>>> RestConnector::send(PreparedWrite write, StopToken stop)
{
    const WriteSpec* how = writeSpec(write.object, write.operation);
    if (!how || write.request.url.isEmpty())
        co_return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s,
                       u"cannot write "_s + write.object, {write.object});
    if (write.rows.isEmpty()) co_return QList<model::RowOutcome>();
    if (how->bytes > 0 && write.request.body.size() > how->bytes)
        co_return fail(ErrorKind::RowRejected, u"connector.body-too-large"_s, u"the batch is too large"_s,
                       {QString::number(write.request.body.size()), QString::number(how->bytes)});
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"stop.now"_s, u"stopped before sending"_s);
    const std::chrono::seconds window =
        write.idempotencyKey.isEmpty() ? std::chrono::seconds{0} : keyWindow(write.object, write.operation);
    Result<net::HttpResponse> response =
        co_await m_session->deliver(write.request, write.object, window, stop);
    if (!response) co_return fail(response.error());
    co_return m_verdicts->read(write, *response);
}

QString RestConnector::link(const QString& object, const QString& id) const
{
    const ObjectSpec* spec = m_session->manifest().object(object);
    if (!spec || spec->link.isEmpty() || id.isEmpty()) return {};
    QHash<QString, QString> values = m_session->variables();
    values.insert(u"id"_s, QString::fromLatin1(QUrl::toPercentEncoding(id)));
    return filledTemplate(spec->link, values).value_or(QString());
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
