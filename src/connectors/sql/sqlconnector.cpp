#include "connectors/sql/sqlconnector.h"

#include "base/ids.h"
#include "connectors/sql/sqlpagestream.h"
#include "connectors/sql/sqltables.h"
#include "connectors/sql/sqlwrite.h"

#include <QFileInfo>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::RowOutcome;

namespace {

QString operationName(Operation operation)
{
    switch (operation) {
    case Operation::Create:
        return u"create"_s;
    case Operation::Update:
        return u"update"_s;
    case Operation::Upsert:
        return u"upsert"_s;
    case Operation::Delete:
        return u"delete"_s;
    case Operation::Action:
        break;
    }
    return u"action"_s;
}

QString placeName(const SqlSettings& settings)
{
    if (settings.kind == SqlKind::Sqlite) return QFileInfo(settings.file).fileName();
    if (!settings.database.isEmpty()) return settings.database;
    return settings.odbcSource.isEmpty() ? settings.odbcDriver : settings.odbcSource;
}

/// What a person or an engine must hear before anything is sent.
Result<void> writableFor(const TableUse& use, const PreparedWrite& write)
{
    const QString label = plainLabel(use.table.name.name);
    if (use.key.isEmpty())
        return fail(ErrorKind::BadConfig, u"sql.no-key"_s, u"rows cannot be told apart"_s, {label});
    const bool inserts = write.operation == Operation::Create || write.operation == Operation::Upsert;
    const bool updates = write.operation == Operation::Update || write.operation == Operation::Upsert;
    if ((inserts && !use.table.insertable) || (updates && !use.table.updatable))
        return fail(ErrorKind::BadConfig, u"sql.no-right"_s,
                    u"no right to "_s + operationName(write.operation), {QString(), label});
    QSet<const model::Shape*> seen;
    for (const WriteRow& row : write.rows) {
        const model::ShapePtr& shape = row.target.shape();
        if (!shape || seen.contains(shape.get())) continue;
        seen.insert(shape.get());
        for (const QString& name : shape->names()) {
            if (name == kKeyField || use.table.column(columnName(name)) >= 0) continue;
            return fail(ErrorKind::BadConfig, u"connector.unknown-field"_s, u"no column "_s + name,
                        {name, label, write.object});
        }
    }
    return {};
}

QString countText(const QList<RowOutcome>& outcomes)
{
    const auto written = std::count_if(outcomes.begin(), outcomes.end(), [](const RowOutcome& outcome) {
        return outcome.state == RowOutcome::State::Written;
    });
    return u"%1 of %2 rows written"_s.arg(written).arg(outcomes.size());
}

} // namespace

SqlConnector::SqlConnector(SqlSettings settings, PasswordSource password, Clock& clock)
    : m_settings(std::move(settings))
    , m_line(std::make_shared<SqlLine>(m_settings, std::move(password), clock))
    , m_tables(std::make_shared<SqlTables>(m_line))
{
}

SqlConnector::~SqlConnector() = default;

QString SqlConnector::system() const
{
    return kSqlSystem;
}

Task<Result<QList<model::ObjectSchema>>> SqlConnector::describe(QStringList objects, StopToken stop)
{
    QList<model::ObjectSchema> schemas;
    if (objects.isEmpty()) {
        const Result<QList<TableUse>> all = co_await m_tables->all(stop);
        if (!all) co_return fail(all.error());
        for (const TableUse& use : *all)
            schemas += schemaOf(use, m_settings);
        co_return schemas;
    }
    for (const QString& object : std::as_const(objects)) {
        m_tables->forget(object);
        const Result<TableUse> use = co_await m_tables->use(object, stop);
        if (!use) co_return fail(use.error());
        schemas += schemaOf(*use, m_settings);
    }
    co_return schemas;
}

void SqlConnector::adopt(QList<model::ObjectSchema> schemas)
{
    for (const model::ObjectSchema& schema : schemas)
        m_adopted.insert(schema.name, schema);
}

Task<Result<OrganisationInfo>> SqlConnector::test(StopToken stop)
{
    std::function<Result<QString>(SqlSession&)> work = [](SqlSession& session) -> Result<QString> {
        if (!session.alive())
            return fail(ErrorKind::Retry, u"sql.lost"_s, u"the connection does not answer"_s);
        return session.product();
    };
    const Result<QString> product = co_await m_line->once<QString>(SqlLine::Direction::Read, work, stop);
    if (!product) co_return fail(product.error());
    OrganisationInfo info;
    info.name = placeName(m_settings) + u" ("_s + *product + u")"_s;
    info.tenantId = m_settings.host + u'/' + placeName(m_settings);
    info.authorisedBy = m_settings.user;
    co_return info;
}

Task<Result<ReferenceData>> SqlConnector::reference(StopToken stop)
{
    Q_UNUSED(stop)
    ReferenceData data;
    data.organisation.name = placeName(m_settings);
    data.organisation.tenantId = m_settings.host + u'/' + placeName(m_settings);
    data.organisation.authorisedBy = m_settings.user;
    co_return data;
}

std::unique_ptr<PageStream> SqlConnector::read(ReadRequest request)
{
    return std::make_unique<SqlPageStream>(m_tables, std::move(request));
}

TargetRecord SqlConnector::toTarget(const QString& object, const model::Record& record) const
{
    TargetRecord target;
    target.record = record;
    target.id = record.value(kKeyField).toPlainText();
    const TableUse* use = m_tables->known(object);
    if (!use) return target;
    const auto textOf = [&](int column) {
        return record.value(fieldName(use->table.columns[column].name)).toPlainText();
    };
    if (target.id.isEmpty()) {
        QStringList parts;
        for (const int column : use->key)
            parts += textOf(column);
        target.id = joinedKey(parts);
    }
    if (use->change >= 0) target.version = textOf(use->change);
    if (use->externalKey >= 0) target.externalKey = textOf(use->externalKey);
    target.number = target.externalKey.isEmpty() ? target.id : target.externalKey;
    return target;
}

QStringList SqlConnector::targetPaths(const QString& object) const
{
    QStringList paths;
    if (const TableUse* use = m_tables->known(object)) {
        if (!use->key.isEmpty()) paths += kKeyField;
        for (const SqlColumn& column : use->table.columns)
            paths += fieldName(column.name);
        return paths;
    }
    const auto adopted = m_adopted.constFind(object);
    if (adopted == m_adopted.cend()) return paths; // a read without paths takes every column
    for (const model::Field& field : adopted->fields)
        paths += field.name;
    return paths;
}

Task<Result<QList<TargetRecord>>> SqlConnector::find(QString object, QStringList keys, StopToken stop)
{
    const Result<TableUse> use = co_await m_tables->use(object, stop);
    if (!use) co_return fail(use.error());
    if (use->externalKey < 0)
        co_return fail(ErrorKind::BadConfig, u"sql.no-lookup"_s, u"no column holds our key"_s,
                       {plainLabel(use->table.name.name)});
    const Result<SqlReadPlanPtr> plan = planSqlRead(*use, {}, {}, m_settings.localZone);
    if (!plan) co_return fail(plan.error());
    keys.removeAll(QString());
    keys.removeDuplicates();
    const SqlReadPlanPtr shared = *plan;
    std::function<Result<SqlRows>(SqlSession&)> work = [shared, keys](SqlSession& session) {
        return readWhere(session, *shared, {shared->use.externalKey}, keys);
    };
    const Result<SqlRows> rows = co_await m_line->repeated<SqlRows>(SqlLine::Direction::Read, work, stop);
    if (!rows) co_return fail(rows.error());
    QList<TargetRecord> found;
    for (const model::Record& record : rows->records)
        found += toTarget(object, record);
    co_return found;
}

int SqlConnector::batchSize(const QString& object, Operation operation) const
{
    Q_UNUSED(object)
    Q_UNUSED(operation)
    return m_settings.batchRows;
}

std::chrono::seconds SqlConnector::keyWindow(const QString& object, Operation operation) const
{
    Q_UNUSED(object)
    Q_UNUSED(operation)
    return std::chrono::seconds{0};
}

PreparedWrite SqlConnector::prepare(QString object, Operation operation, QList<WriteRow> rows,
                                    QString idempotencyKey) const
{
    PreparedWrite write;
    QByteArray bytes = object.toUtf8() + '\n' + operationName(operation).toUtf8();
    for (const WriteRow& row : std::as_const(rows)) {
        bytes +=
            '\n' + row.key.toUtf8() + '\t' + row.targetId.toUtf8() + '\t' + row.clear.join(u'\t').toUtf8();
        model::appendCanonical(bytes, model::Value(row.target));
    }
    write.object = std::move(object);
    write.operation = operation;
    write.rows = std::move(rows);
    write.idempotencyKey = std::move(idempotencyKey);
    write.requestHash = sha256Hex(bytes);
    return write;
}

Task<Result<QList<RowOutcome>>> SqlConnector::write(PreparedWrite write, StopToken stop)
{
    const Result<TableUse> use = co_await m_tables->use(write.object, stop);
    if (!use) co_return fail(use.error());
    if (auto allowed = writableFor(*use, write); !allowed) co_return fail(allowed.error());
    SqlBatch batch;
    batch.use = *use;
    batch.operation = write.operation;
    batch.rows = write.rows;
    batch.localZone = m_settings.localZone;
    std::function<Result<QList<RowOutcome>>(SqlSession&)> work = [batch](SqlSession& session) {
        return writeSqlBatch(session, batch);
    };
    const auto started = m_line->clock().steady();
    Result<QList<RowOutcome>> outcomes =
        co_await m_line->once<QList<RowOutcome>>(SqlLine::Direction::Write, work, stop);
    const auto took = m_line->clock().steady() - started;
    m_line->note(u"%1 %2: %3 rows in %4 ms"_s.arg(operationName(write.operation), write.object)
                     .arg(write.rows.size())
                     .arg(took.count()),
                 {}, outcomes ? countText(*outcomes) : outcomes.error().text);
    if (!outcomes && outcomes.error().code == u"sql.no-answer") {
        Error unknown = outcomes.error(); // the statement may go on without us
        unknown.kind = ErrorKind::Uncertain;
        co_return fail(std::move(unknown));
    }
    if (outcomes) remark(*use, write.rows, *outcomes);
    co_return outcomes;
}

Task<Result<QList<RowOutcome>>> SqlConnector::send(PreparedWrite write, StopToken stop)
{
    if (write.rows.isEmpty()) co_return QList<RowOutcome>();
    if (m_settings.readOnly)
        co_return fail(ErrorKind::BadConfig, u"sql.read-only"_s, u"the connection is set to read only"_s,
                       {QString(), write.object});
    if (write.operation == Operation::Action)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"tables know no actions"_s,
                       {write.object});
    const bool repeatable = write.operation != Operation::Create ||
                            m_settings.tables.value(write.object).onExisting == OnExisting::Update;
    bool described = false;
    for (int attempt = 1;; ++attempt) {
        Result<QList<RowOutcome>> outcomes = co_await this->write(write, stop);
        if (outcomes) co_return outcomes;
        const Error error = outcomes.error();
        const bool unknown = error.code == u"sql.commit-unknown";
        // The same values once more change nothing; a creation would be there twice.
        const bool again = (isLost(error) && error.kind == ErrorKind::Retry) ||
                           error.code == u"sql.deadlock" || (unknown && repeatable);
        if (error.code == u"sql.schema-changed" && !described) {
            described = true;
            m_tables->forget(write.object);
            continue;
        }
        if (!again || attempt >= SqlLine::kAttempts) co_return outcomes;
        const Result<void> waited = co_await m_line->pause(attempt, stop);
        if (!waited) co_return unknown ? outcomes : Result<QList<RowOutcome>>(fail(waited.error()));
    }
}

void SqlConnector::remark(const TableUse& use, const QList<WriteRow>& rows, QList<RowOutcome>& outcomes)
{
    for (const SqlColumn& column : use.table.columns) {
        if (column.kind != ColumnKind::Approximate) continue;
        const QString name = fieldName(column.name);
        const QString place = objectName(use.table.name) + u'.' + name;
        if (m_remarked.contains(place)) continue;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Decimal* number = rows[i].target.value(name).number();
            if (!number || number->isInteger() || outcomes[i].state != RowOutcome::State::Written) continue;
            m_remarked.insert(place);
            outcomes[i].warnings +=
                u"The column “%1” of “%2” keeps approximate numbers: amounts can come back "
                "changed in their last digits. A column with fixed decimals keeps money "
                "exactly."_s.arg(plainLabel(column.name), plainLabel(use.table.name.name));
            break;
        }
    }
}

Deletion SqlConnector::deletion(const QString& object) const
{
    const TableUse* use = m_tables->known(object);
    return use && use->key.isEmpty() ? Deletion::Unseen : Deletion::BySweep;
}

Task<Result<QStringList>> SqlConnector::missing(QString object, QStringList ids, StopToken stop)
{
    ReadRequest request;
    request.object = object;
    request.paths = {kKeyField};
    request.ids = std::move(ids);
    QStringList gone;
    if (request.ids.isEmpty()) co_return gone;
    const std::unique_ptr<PageStream> pages = read(request);
    while (true) {
        const Result<std::optional<Page>> page = co_await pages->next(stop);
        if (!page) co_return fail(page.error());
        if (!*page) co_return gone;
        gone += (*page)->deletedIds;
    }
}

Task<Result<QStringList>> SqlConnector::changeChoices(QString object, StopToken stop)
{
    const Result<TableUse> use = co_await m_tables->use(object, stop);
    if (!use) co_return fail(use.error());
    const QStringList columns = changeColumns(use->table);
    co_return columns;
}

QString SqlConnector::link(const QString& object, const QString& id) const
{
    Q_UNUSED(object)
    Q_UNUSED(id)
    return {};
}

net::CallCounts SqlConnector::calls() const
{
    return m_line->calls();
}

QList<net::WireEntry> SqlConnector::recentWire() const
{
    return m_line->recentWire();
}

std::optional<int> SqlConnector::dayRemaining() const
{
    return {};
}

int SqlConnector::perDay() const
{
    return 0;
}

} // namespace tieout::connectors
