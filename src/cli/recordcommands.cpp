#include "cli/recordcommands.h"

#include "cli/output.h"
#include "model/errorjson.h"
#include "model/plainrecord.h"
#include "wording/sentences.h"

#include <QFile>

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

/// So many columns and letters fit a terminal's line; --json has everything.
constexpr int kMostColumns = 6;
constexpr int kMostLetters = 40;
constexpr qint64 kLongestLine = 4 * 1024 * 1024;

QStringList wordsOf(const QString& list)
{
    return list.split(u',', Qt::SkipEmptyParts);
}

QString cellOf(const model::Value& value)
{
    QString text = value.toPlainText().simplified();
    if (text.size() > kMostLetters) text = text.left(kMostLetters - 1) + u'…';
    return text;
}

/// Columns that say something: those with a value in some record, plain ones only.
QStringList columnsOf(const model::RecordSample& sample)
{
    QStringList columns;
    for (const auto& field : sample.schema.fields) {
        if (field.type == model::FieldType::List || field.type == model::FieldType::Record) continue;
        const bool filled =
            std::any_of(sample.items.cbegin(), sample.items.cend(),
                        [&field](const auto& item) { return !item.record.value(field.name).isBlank(); });
        if (filled) columns += field.name;
    }
    return columns.mid(0, kMostColumns);
}

void addFields(Json& list, Table& table, const QList<model::Field>& fields, const QString& prefix)
{
    for (const auto& field : fields) {
        const QString path = prefix + field.name;
        list.append(Json::object({{u"name"_s, path},
                                  {u"label"_s, field.label},
                                  {u"type"_s, model::fieldTypeName(field.type)},
                                  {u"required"_s, field.requiredOnCreate},
                                  {u"readOnly"_s, field.readOnly}}));
        table.add({path, field.label, model::fieldTypeName(field.type),
                   field.requiredOnCreate ? say("required")
                   : field.readOnly       ? say("read only")
                                          : QString()});
        addFields(list, table, field.fields, path + u'.');
    }
}

/// A line of the input as an entry; names the line in its faults.
Result<model::EntryRow> entryOf(const QByteArray& line, const model::ObjectSchema& schema,
                                model::EntryKind kind)
{
    const auto json = Json::parse(line);
    if (!json) return tl::unexpected(json.error());
    const bool change = kind == model::EntryKind::Update;
    const Json fields = change ? (*json)[u"set"] : *json;
    auto plain = model::recordFromPlain(schema.fields, fields);
    if (!plain) return tl::unexpected(plain.error());
    model::EntryRow row;
    row.record = plain->record;
    row.clear = plain->clear;
    row.title = row.record.at(0).toPlainText();
    if (change) row.targetId = (*json)[u"id"].toText();
    if (change && row.targetId.isEmpty())
        return fail(ErrorKind::BadConfig, u"entry.no-id"_s,
                    u"a change names its record: {\"id\":…,\"set\":{…}}"_s);
    return row;
}

/// Everything that was given, checked before anything is sent. Errors name the line in their facts.
Result<QList<model::EntryRow>> entriesOf(QIODevice& input, const model::ObjectSchema& schema,
                                         model::EntryKind kind)
{
    QList<model::EntryRow> rows;
    for (int number = 1; !input.atEnd(); ++number) {
        const QByteArray line = input.readLine(kLongestLine).trimmed();
        if (line.isEmpty()) continue;
        auto row = entryOf(line, schema, kind);
        if (!row) {
            Error error = row.error();
            error.context.recordKey = say("line %1").arg(number);
            return tl::unexpected(error);
        }
        rows += *row;
    }
    return rows;
}

/// A row's end in words: what became of it, and why, indented below.
QString verdictText(qsizetype number, const model::RowOutcome& outcome)
{
    using State = model::RowOutcome::State;
    QStringList lines;
    if (outcome.state == State::Written) {
        lines += outcome.targetId.isEmpty() ? say("%1: written").arg(number)
                                            : say("%1: written, %2").arg(number).arg(outcome.targetId);
        for (const auto& warning : outcome.warnings)
            lines += u"   "_s + warning;
        return lines.join(u'\n') + u'\n';
    }
    lines += outcome.state == State::Uncertain
                 ? say("%1: not known; look in the system before entering it again").arg(number)
                 : say("%1: not written").arg(number);
    const auto sentence = wording::sentenceFor(outcome.error);
    for (const auto& part : {sentence.what, sentence.why, sentence.fix})
        if (!part.isEmpty()) lines += u"   "_s + part;
    return lines.join(u'\n') + u'\n';
}

/// A line a row; returns how many were not written.
int printVerdicts(const model::EntryReport& report, const Session& session)
{
    using State = model::RowOutcome::State;
    int bad = 0;
    for (qsizetype i = 0; i < report.outcomes.size(); ++i) {
        const auto& outcome = report.outcomes[i];
        const bool written = outcome.state == State::Written;
        if (!written) ++bad;
        if (session.invocation.json) {
            Json line = Json::object({{u"row"_s, qint64(i + 1)}, {u"written"_s, written}});
            if (outcome.state == State::Uncertain) line.set(u"uncertain"_s, Json(true));
            if (written) line.set(u"id"_s, outcome.targetId);
            if (!written) line.set(u"error"_s, model::toJson(outcome.error));
            if (!written) line.set(u"message"_s, wording::sentenceFor(outcome.error).what);
            if (!outcome.warnings.isEmpty()) line.set(u"remarks"_s, outcome.warnings.join(u'\n'));
            printJson(line);
            continue;
        }
        print(verdictText(i + 1, outcome));
    }
    return bad;
}

} // namespace

Task<int> listObjects(Session session)
{
    const Result<QList<model::ObjectSchema>> objects =
        co_await session.bench.objects(session.invocation.arguments.value(0));
    if (!objects) co_return refuse(objects.error(), session);
    Json list = Json::array();
    Table table({say("Object"), say("Name"), say("Can be")});
    for (const auto& object : *objects) {
        QStringList can;
        if (object.readable) can += say("read");
        if (object.creatable) can += say("created");
        if (object.updatable) can += say("changed");
        list.append(Json::object({{u"object"_s, object.name},
                                  {u"label"_s, object.labelPlural},
                                  {u"readable"_s, object.readable},
                                  {u"creatable"_s, object.creatable},
                                  {u"updatable"_s, object.updatable}}));
        table.add({object.name, object.labelPlural, can.join(u", "_s)});
    }
    session.invocation.json ? printJson(list) : print(table.toText());
    co_return kAllGood;
}

Task<int> listFields(Session session)
{
    const Result<model::ObjectSchema> schema = co_await session.bench.describe(
        session.invocation.arguments.value(0), session.invocation.arguments.value(1));
    if (!schema) co_return refuse(schema.error(), session);
    Json list = Json::array();
    Table table({say("Field"), say("Name"), say("Type"), QString()});
    addFields(list, table, schema->fields, QString());
    session.invocation.json ? printJson(list) : print(table.toText());
    co_return kAllGood;
}

Task<int> listRecords(Session session)
{
    model::SampleRequest request;
    request.object = session.invocation.arguments.value(1);
    request.fields = wordsOf(session.invocation.options.value(u"fields"_s));
    request.ids = wordsOf(session.invocation.options.value(u"id"_s));
    request.limit = session.limit();
    const Result<model::RecordSample> sample =
        co_await session.bench.sample(session.invocation.arguments.value(0), request);
    if (!sample) co_return refuse(sample.error(), session);
    if (session.invocation.json) {
        for (const auto& item : sample->items) { // a record a line, for other programs to read
            Json json = Json::object(
                {{u"id"_s, item.id}, {u"record"_s, model::plainJson(model::Value(item.record))}});
            if (!item.link.isEmpty()) json.set(u"link"_s, item.link);
            printJson(json);
        }
        co_return kAllGood;
    }
    const QStringList columns = request.fields.isEmpty() ? columnsOf(*sample) : request.fields;
    Table table(columns);
    for (const auto& item : sample->items) {
        QStringList cells;
        for (const auto& column : columns)
            cells += cellOf(item.record.path(column));
        table.add(cells);
    }
    print(table.toText());
    print(sample->more ? say("%1 records; there are more.\n").arg(sample->items.size())
                       : say("%1 records\n").arg(sample->items.size()));
    co_return kAllGood;
}

Task<int> writeRecords(Session session)
{
    const auto& words = session.invocation.arguments;
    const QString kind = words.value(2);
    if (kind != "create"_L1 && kind != "update"_L1)
        co_return refuseWords(say("Write: tieoutctl write CONNECTION OBJECT create|update [FILE]"));
    const Result<model::ObjectSchema> schema =
        co_await session.bench.describe(words.value(0), words.value(1));
    if (!schema) co_return refuse(schema.error(), session);
    QFile input(words.value(3));
    const bool opened =
        words.size() > 3 ? input.open(QIODevice::ReadOnly) : input.open(stdin, QIODevice::ReadOnly);
    if (!opened) {
        const Error error =
            errorOf(ErrorKind::LocalFault, u"cli.file"_s, input.errorString(), {words.value(3)});
        co_return refuse(error, session);
    }
    model::EntryRequest request;
    request.object = words.value(1);
    request.kind = kind == "create"_L1 ? model::EntryKind::Create : model::EntryKind::Update;
    const auto rows = entriesOf(input, *schema, request.kind);
    if (!rows) co_return refuse(rows.error(), session);
    request.rows = *rows;
    const Result<model::EntryReport> report = co_await session.bench.enter(words.value(0), request);
    if (!report) co_return refuse(report.error(), session);
    const int bad = printVerdicts(*report, session);
    if (report->run.fault) co_return refuse(*report->run.fault, session);
    co_return bad > 0 ? int(kRecordsNeedAttention) : int(kAllGood);
}

} // namespace tieout::cli
