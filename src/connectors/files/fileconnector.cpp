#include "connectors/files/fileconnector.h"

#include "base/ids.h"
#include "connectors/files/filepagestream.h"
#include "connectors/files/outputspool.h"

#include <QFileInfo>
#include <QUrl>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

constexpr int kBatch = 2'000;

Field metaField(QStringView name, const QString& label, FieldType type)
{
    Field field;
    field.name = name.toString();
    field.label = label;
    field.type = type;
    field.readOnly = true;
    return field;
}

} // namespace

FileConnector::FileConnector(model::Connection connection, FileSettings settings, Clock& clock)
    : m_connection(std::move(connection))
    , m_session(std::make_shared<FileSession>(std::move(settings), clock))
{
}

FileConnector::~FileConnector() = default;

Result<std::unique_ptr<FileConnector>> FileConnector::make(const model::Connection& connection, Clock& clock)
{
    const Result<FileSettings> settings = FileSettings::from(connection.settings);
    if (!settings) return tl::unexpected(settings.error());
    return std::unique_ptr<FileConnector>(new FileConnector(connection, *settings, clock));
}

QString FileConnector::system() const
{
    return kFileSystem;
}

QString FileConnector::name() const
{
    return QFileInfo(m_session->settings().path).fileName();
}

/// The file that shows what the others look like; nullopt when there is none yet.
Result<std::optional<ShelfFile>> FileConnector::newest() const
{
    const FileSettings& settings = m_session->settings();
    if (!settings.isFolder && !QFileInfo::exists(settings.path) && !settings.columns.isEmpty())
        return std::optional<ShelfFile>();
    const Result<QList<ShelfFile>> waiting = m_session->shelf().waiting();
    if (!waiting) return tl::unexpected(waiting.error());
    if (!waiting->isEmpty()) return waiting->last();
    const QList<ShelfFile> done = m_session->shelf().done();
    return done.isEmpty() ? std::optional<ShelfFile>() : done.last();
}

Result<model::FileSniff> FileConnector::sniff() const
{
    const Result<std::optional<ShelfFile>> file = newest();
    if (!file) return tl::unexpected(file.error());
    if (!*file)
        return fail(ErrorKind::BadConfig, u"file.none-yet"_s, u"no file"_s, {m_session->settings().path});
    const Result<SniffedFile> found = sniffFile((*file)->path, m_session->settings());
    if (!found) return tl::unexpected(found.error());
    return found->sniff;
}

Result<model::ObjectSchema> FileConnector::schema() const
{
    model::ObjectSchema schema;
    schema.name = kObject.toString();
    schema.label = u"Row of “%1”"_s.arg(name());
    schema.labelPlural = u"Rows of “%1”"_s.arg(name());
    schema.readable = true;
    schema.creatable = !m_session->settings().isFolder;
    // Without columns that name a row nothing says which one would be changed.
    schema.updatable = schema.creatable && !m_session->settings().keyColumns.isEmpty();
    const Result<std::optional<ShelfFile>> file = newest();
    if (!file) return tl::unexpected(file.error());
    if (*file && (*file)->size > 0) {
        const Result<model::FileSniff> found = sniff();
        if (!found) return tl::unexpected(found.error());
        for (const model::FileColumn& column : found->columns) {
            Field field;
            field.name = column.name;
            field.label = column.label;
            field.type = column.type;
            schema.fields += field;
        }
    } else {
        schema.fields = m_session->settings().columns;
    }
    schema.fields += metaField(kRowIdField, u"Row id"_s, FieldType::Id);
    schema.fields += metaField(kRowNumberField, u"Row number"_s, FieldType::Number);
    schema.fields += metaField(kRowVersionField, u"Row version"_s, FieldType::Text);
    schema.fields += metaField(kFileNameField, u"File name"_s, FieldType::Text);
    return schema;
}

Task<Result<QList<model::ObjectSchema>>> FileConnector::describe(QStringList objects, StopToken stop)
{
    Q_UNUSED(stop)
    for (const QString& object : std::as_const(objects)) {
        if (object != kObject)
            co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, object, {object});
    }
    const Result<model::ObjectSchema> found = schema();
    if (!found) co_return fail(found.error());
    m_keyFields = keyFieldsOf(*found);
    co_return QList<model::ObjectSchema>{*found};
}

Task<Result<OrganisationInfo>> FileConnector::test(StopToken stop)
{
    Q_UNUSED(stop)
    const Result<std::optional<ShelfFile>> file = newest();
    if (!file) co_return fail(file.error());
    if (*file && (*file)->size > 0) {
        const Result<SniffedFile> found = m_session->sniff(**file);
        if (!found) co_return fail(found.error());
    }
    OrganisationInfo info;
    info.tenantId = m_session->settings().path;
    info.name = name();
    co_return info;
}

Task<Result<ReferenceData>> FileConnector::reference(StopToken stop)
{
    Q_UNUSED(stop)
    ReferenceData data;
    data.organisation.tenantId = m_session->settings().path;
    data.organisation.name = name();
    co_return data;
}

std::unique_ptr<PageStream> FileConnector::read(ReadRequest request)
{
    ++m_calls.read;
    if (!request.ids.isEmpty()) return std::make_unique<FileLookupStream>(m_session, std::move(request));
    return std::make_unique<FilePageStream>(m_session, std::move(request));
}

/// Key columns are told by name or heading.
QStringList FileConnector::keyFieldsOf(const model::ObjectSchema& schema) const
{
    QStringList names;
    for (const QString& column : m_session->settings().keyColumns)
        for (const Field& field : schema.fields)
            if (field.name == column || field.label.compare(column.trimmed(), Qt::CaseInsensitive) == 0) {
                names += field.name;
                break;
            }
    return names;
}

/// As reading names a row by its key columns; empty when all of them are.
QString FileConnector::keyOf(const model::Record& record) const
{
    QStringList parts;
    for (const QString& field : m_keyFields)
        parts += record.value(field).toPlainText().trimmed();
    const QString key = parts.join(QChar(0x1f));
    return key.size() < parts.size() ? QString() : key;
}

TargetRecord FileConnector::toTarget(const QString& object, const model::Record& record) const
{
    Q_UNUSED(object)
    TargetRecord target;
    target.record = record;
    target.id = record.value(kRowIdField).toPlainText();
    if (target.id.isEmpty()) target.id = keyOf(record); // a row that was not read from here
    target.version = record.value(kRowVersionField).toPlainText();
    target.externalKey = target.number = target.id;
    return target;
}

QStringList FileConnector::targetPaths(const QString& object) const
{
    Q_UNUSED(object)
    QStringList paths{kRowIdField.toString(), kRowVersionField.toString()};
    return paths + m_session->settings().keyColumns;
}

Task<Result<QList<TargetRecord>>> FileConnector::find(QString object, QStringList keys, StopToken stop)
{
    Q_UNUSED(object)
    Q_UNUSED(stop)
    ++m_calls.read;
    const OutputSpool spool(m_session->settings().path, m_session->settings());
    const Result<QList<TargetRecord>> found = spool.find(keys);
    co_return found;
}

int FileConnector::batchSize(const QString& object, Operation operation) const
{
    Q_UNUSED(object)
    const bool known = operation == Operation::Create || operation == Operation::Update;
    return known && !m_session->settings().isFolder ? kBatch : 0;
}

std::chrono::seconds FileConnector::keyWindow(const QString& object, Operation operation) const
{
    Q_UNUSED(object)
    Q_UNUSED(operation)
    // The same rows once more only replace themselves.
    return std::chrono::hours(24);
}

PreparedWrite FileConnector::prepare(QString object, Operation operation, QList<WriteRow> rows,
                                     QString idempotencyKey) const
{
    PreparedWrite write;
    write.object = std::move(object);
    write.operation = operation;
    write.request.url = QUrl::fromLocalFile(m_session->settings().path);
    write.request.body = OutputSpool::linesOf(rows, operation);
    write.requestHash = sha256Hex(write.request.body);
    write.rows = std::move(rows);
    write.idempotencyKey = std::move(idempotencyKey);
    return write;
}

Task<Result<QList<model::RowOutcome>>> FileConnector::send(PreparedWrite write, StopToken stop)
{
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"stop.now"_s, u"stopped"_s);
    if (m_session->settings().isFolder || write.object != kObject)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, write.object, {write.object});
    ++m_calls.write;
    OutputSpool spool(m_session->settings().path, m_session->settings());
    const Result<void> kept = spool.append(write.request.body);
    if (!kept) co_return fail(kept.error());
    QList<model::RowOutcome> outcomes;
    outcomes.reserve(write.rows.size());
    for (const WriteRow& row : std::as_const(write.rows)) {
        model::RowOutcome outcome;
        outcome.state = model::RowOutcome::State::Written;
        outcome.targetId = row.targetId.isEmpty() ? row.key : row.targetId;
        outcome.targetNumber = outcome.targetId;
        outcomes += outcome;
    }
    co_return outcomes;
}

QString FileConnector::link(const QString& object, const QString& id) const
{
    Q_UNUSED(object)
    Q_UNUSED(id)
    return QUrl::fromLocalFile(m_session->settings().path).toString();
}

/// The result goes first: a file in done/ has ended, with its result beside it.
Result<void> FileConnector::conclude(const ReadFile& file, const RowEndings& endings) const
{
    const FileSettings& settings = m_session->settings();
    const Result<ResultCounts> counts = writeResultFile(file, settings, endings);
    if (!counts) return fail(counts.error());
    if (!settings.isFolder || !settings.moveDone || counts->problems > 0) return {};
    const Result<QString> result = m_session->shelf().moveToDone(FileShelf::resultPath(file.file.path));
    if (!result) return fail(result.error());
    const Result<QString> moved = m_session->shelf().moveToDone(file.file.path);
    if (!moved) return fail(moved.error());
    return {};
}

Result<void> FileConnector::concludeReading(const RowEndings& endings)
{
    std::optional<Error> first;
    const QList<ReadFile> read = m_session->takeRead();
    for (const ReadFile& file : read) {
        if (!file.complete) continue; // it changed while it was read: the next run reads it again
        const Result<void> concluded = conclude(file, endings);
        if (!concluded && !first) first = concluded.error();
    }
    if (first) return fail(*first);
    return {};
}

void FileConnector::forgetReading()
{
    const QList<ReadFile> dropped = m_session->takeRead();
    Q_UNUSED(dropped)
}

Result<void> FileConnector::concludeKnown(const Cursor& cursor, const RowEndings& endings)
{
    const FileSettings& settings = m_session->settings();
    if (!settings.isFolder || !settings.moveDone) return {};
    const Result<FileCursor> reached = FileCursor::from(cursor);
    if (!reached) return fail(reached.error());
    const Result<QList<ShelfFile>> waiting = m_session->shelf().waiting();
    if (!waiting) return fail(waiting.error());
    std::optional<Error> first;
    for (const ShelfFile& file : *waiting) {
        const FileCursor::Entry* known = reached->untouched(file);
        if (!known || known->line >= 0) continue; // new, changed, or not read to its end
        const Result<SniffedFile> sniffed = m_session->sniff(file);
        const Result<void> concluded = sniffed ? conclude({file, known->name, sniffed->layout, true}, endings)
                                               : Result<void>(tl::unexpected(sniffed.error()));
        if (!concluded && !first) first = concluded.error();
    }
    if (first) return fail(*first);
    return {};
}

Result<void> FileConnector::publish()
{
    return OutputSpool(m_session->settings().path, m_session->settings()).publish();
}

} // namespace tieout::connectors
