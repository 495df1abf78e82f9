#include "connectors/check/fixtureplayer.h"

#include "base/random.h"
#include "connectors/check/fixturewire.h"
#include "connectors/check/stillclock.h"
#include "connectors/rest/classify.h"
#include "connectors/rest/restconnector.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::RowOutcome;

namespace {

/// What an operation came to.
struct Ending {
    std::optional<Error> error;
    QList<model::Record> records;
    QStringList deleted;
    Cursor cursor;
    QList<RowOutcome> outcomes;
    QList<OrganisationInfo> organisations;
    QList<AttachedFile> files;
    QByteArray content; ///< of the fetched file
};

constexpr int kMostTimers = 10'000;

template<class T>
Task<> keep(Task<T> task, std::optional<T>* result)
{
    T value = co_await task;
    result->emplace(std::move(value));
}

/// Runs a task to its end on a clock that takes no time.
template<class T>
Result<T> ended(Task<Result<T>> task, StillClock& clock)
{
    std::optional<Result<T>> result;
    const Task<> keeper = keep(std::move(task), &result);
    for (int fired = 0; !result && fired < kMostTimers; ++fired) {
        if (!clock.fireNext()) break;
    }
    if (!result) return fail(ErrorKind::Bug, u"fixture.endless"_s, u"the operation does not end"_s);
    return *result;
}

model::Connection connectionOf(const Manifest& manifest, const FixtureSpec& fixture)
{
    model::Connection connection;
    connection.id = u"fixture"_s;
    connection.system = manifest.id;
    connection.organisation = u"Fixture"_s;
    connection.tenantId = fixture.given.tenantId;
    for (const SettingSpec& setting : manifest.settings) {
        const bool isAddress = setting.kind == SettingSpec::Kind::Address;
        const QString made = isAddress ? u"https://%1.test"_s.arg(setting.name.toLower()) : setting.fallback;
        connection.settings.insert(setting.name, made.isEmpty() ? setting.name : made);
    }
    connection.settings.insert(fixture.given.settings);
    return connection;
}

/// A value as a fixture writes it, as the field wants it.
model::Value valueOf(const Json& json)
{
    if (json.isBool()) return json.toBool();
    if (json.isNumber()) return json.toDecimal();
    if (json.isText()) return json.toText().isEmpty() ? model::Value() : model::Value(json.toText());
    if (json.isArray()) {
        model::ValueList list;
        for (const Json& item : json.toArray())
            list.append(valueOf(item));
        return model::Value(list);
    }
    if (!json.isObject()) return {};
    if (json.contains(u"$date") || json.contains(u"$instant")) return model::fromJson(json);
    QStringList names;
    for (const auto& [name, member] : json.toObject())
        names << name;
    model::Record record(std::make_shared<model::Shape>(names));
    for (int slot = 0; slot < names.size(); ++slot)
        record.set(slot, valueOf(json[names.at(slot)]));
    return model::Value(record);
}

QList<WriteRow> rowsOf(const Json& rows)
{
    QList<WriteRow> result;
    for (const Json& row : rows.toArray()) {
        WriteRow made;
        made.key = row[u"key"].toText();
        made.targetId = row[u"id"].toText();
        made.targetVersion = row[u"version"].toText();
        const model::Value fields = valueOf(row[u"fields"]);
        if (fields.record()) made.target = *fields.record();
        for (const Json& name : row[u"clear"].toArray())
            made.clear << name.toText();
        result.append(made);
    }
    return result;
}

Ending readEnding(RestConnector& connector, const FixtureSpec& fixture, StillClock& clock)
{
    ReadRequest request;
    request.object = fixture.object;
    request.since = fixture.given.since;
    request.ids = fixture.given.ids;
    request.paths = fixture.given.paths;
    for (const Json& record : fixture.expect[u"records"].toArray()) {
        for (const auto& [name, value] : record.toObject()) {
            if (!request.paths.contains(name)) request.paths << name;
        }
    }
    Ending ending;
    const std::unique_ptr<PageStream> stream = connector.read(request);
    for (int pages = 0; pages < 1000; ++pages) {
        Result<std::optional<Page>> page = ended(stream->next({}), clock);
        if (!page) ending.error = page.error();
        if (!page || !*page) return ending;
        ending.records += (*page)->records;
        ending.deleted += (*page)->deletedIds;
        ending.cursor = (*page)->cursor;
    }
    return ending;
}

/// Rows that travel as a job: opened, carried, asked for.
Ending jobEnding(RestConnector& connector, const FixtureSpec& fixture, StillClock& clock)
{
    const QHash<QString, Operation> operations{{u"create-job"_s, Operation::Create},
                                               {u"update-job"_s, Operation::Update},
                                               {u"upsert-job"_s, Operation::Upsert}};
    Ending ending;
    const auto prepared =
        connector.prepareJob(fixture.object, operations.value(fixture.operation), rowsOf(fixture.given.rows));
    if (!prepared) {
        ending.error.emplace();
        ending.error->code = u"fixture.no-job"_s;
        return ending;
    }
    const Result<PreparedWrite> opened = ended(connector.openJob(*prepared, {}), clock);
    if (!opened) {
        ending.error = opened.error();
        return ending;
    }
    const Result<QList<RowOutcome>> outcomes = ended(connector.send(*opened, {}), clock);
    if (outcomes)
        ending.outcomes = *outcomes;
    else
        ending.error = outcomes.error();
    return ending;
}

Ending fileEnding(RestConnector& connector, const FixtureSpec& fixture, StillClock& clock)
{
    const QString record = fixture.given.ids.value(0);
    const AttachedFile& file = fixture.given.file;
    Ending ending;
    const auto take = [&ending](const auto& result, auto keep) {
        if (result)
            keep(*result);
        else
            ending.error = result.error();
    };
    if (fixture.operation == u"files")
        take(ended(connector.files(fixture.object, record, {}), clock),
             [&](const QList<AttachedFile>& found) { ending.files = found; });
    else if (fixture.operation == u"fetch-file")
        take(ended(connector.fetchFile(fixture.object, record, file, {}), clock),
             [&](const QByteArray& bytes) {
                 ending.files = {file};
                 ending.content = bytes;
             });
    else
        take(ended(connector.attachFile(fixture.object, record, file, fixture.given.content,
                                        SameName::Replace, {}),
                   clock),
             [&](const Attached& attached) { ending.files = {attached.file}; });
    return ending;
}

Ending writeEnding(RestConnector& connector, const FixtureSpec& fixture, StillClock& clock)
{
    const QHash<QString, Operation> operations{{u"create"_s, Operation::Create},
                                               {u"update"_s, Operation::Update},
                                               {u"upsert"_s, Operation::Upsert},
                                               {u"delete"_s, Operation::Delete}};
    const QList<WriteRow> rows = rowsOf(fixture.given.rows);
    const PreparedWrite write =
        fixture.operation == u"action"
            ? connector.prepareAction(fixture.object, fixture.action, rows, u"key-1"_s)
            : connector.prepare(fixture.object, operations.value(fixture.operation), rows, u"key-1"_s);
    Ending ending;
    Result<QList<RowOutcome>> outcomes = ended(connector.send(write, {}), clock);
    if (outcomes)
        ending.outcomes = *outcomes;
    else
        ending.error = outcomes.error();
    return ending;
}

Ending findEnding(RestConnector& connector, const FixtureSpec& fixture, StillClock& clock)
{
    Ending ending;
    const auto found = ended(connector.find(fixture.object, fixture.given.keys, {}), clock);
    if (!found) ending.error = found.error();
    if (found) {
        for (const TargetRecord& target : *found)
            ending.records.append(target.record);
    }
    return ending;
}

Ending testEnding(RestConnector& connector, StillClock& clock)
{
    Ending ending;
    const auto found = ended(connector.organisations({}), clock);
    if (found)
        ending.organisations = *found;
    else
        ending.error = found.error();
    return ending;
}

QString stateName(RowOutcome::State state)
{
    switch (state) {
    case RowOutcome::State::Written:
        return u"written"_s;
    case RowOutcome::State::Rejected:
        return u"rejected"_s;
    case RowOutcome::State::Uncertain:
        return u"uncertain"_s;
    }
    return {};
}

/// Collects what differs.
class Differences final
{
  public:
    void text(const QString& what, const QString& expected, const QString& found)
    {
        if (expected != found) list << u"%1 should be \"%2\", but is \"%3\""_s.arg(what, expected, found);
    }
    void count(const QString& what, qsizetype expected, qsizetype found)
    {
        if (expected != found) list << u"%1 %2 expected, %3 found"_s.arg(expected).arg(what).arg(found);
    }
    QStringList list;
};

QString plainText(const Json& json)
{
    if (json.isBool()) return json.toBool() ? u"true"_s : u"false"_s;
    return json.isNumber() ? json.toDecimal().toString() : json.toText();
}

void compareRecords(const Json& expected, const QList<model::Record>& found, Differences& differences)
{
    if (!expected.isArray()) return;
    differences.count(u"records"_s, expected.size(), found.size());
    for (qsizetype i = 0; i < qMin(expected.size(), found.size()); ++i) {
        for (const auto& [path, value] : expected.at(i).toObject()) {
            const model::Value& there = found.at(i).path(path);
            if (value.isObject() || value.isArray()) {
                differences.text(u"record %1, %2"_s.arg(i + 1).arg(path), QString::fromUtf8(value.toBytes()),
                                 QString::fromUtf8(model::toJson(there).toBytes()));
                continue;
            }
            const Result<Decimal> number = Decimal::parse(QStringView(plainText(value)));
            if (number && there.number() && *number == *there.number()) continue; // 10.5 is 10.50
            differences.text(u"record %1, %2"_s.arg(i + 1).arg(path), plainText(value),
                             there.isBlank() ? QString() : there.toPlainText());
        }
    }
}

void compareOutcomes(const Json& expected, const QList<RowOutcome>& found, Differences& differences)
{
    if (!expected.isArray()) return;
    differences.count(u"outcomes"_s, expected.size(), found.size());
    for (qsizetype i = 0; i < qMin(expected.size(), found.size()); ++i) {
        const Json& row = expected.at(i);
        const RowOutcome& outcome = found.at(i);
        const QString where = u"row %1, "_s.arg(i + 1);
        differences.text(where + u"state"_s, row[u"state"].toText(), stateName(outcome.state));
        const std::pair<QString, QString> texts[] = {{u"id"_s, outcome.targetId},
                                                     {u"number"_s, outcome.targetNumber},
                                                     {u"version"_s, outcome.targetVersion},
                                                     {u"code"_s, outcome.error.code}};
        for (const auto& [name, value] : texts) {
            if (row.contains(name)) differences.text(where + name, row[name].toText(), value);
        }
    }
}

void compareFiles(const Json& expected, const Ending& found, Differences& differences)
{
    if (!expected.isArray()) return;
    differences.count(u"files"_s, expected.size(), found.files.size());
    for (qsizetype i = 0; i < qMin(expected.size(), found.files.size()); ++i) {
        const Json& one = expected.at(i);
        const AttachedFile& file = found.files.at(i);
        const std::pair<QString, QString> texts[] = {{u"id"_s, file.id},
                                                     {u"name"_s, file.name},
                                                     {u"type"_s, file.contentType},
                                                     {u"bytes"_s, QString::number(file.bytes)},
                                                     {u"content"_s, QString::fromUtf8(found.content)}};
        for (const auto& [name, value] : texts) {
            if (one.contains(name)) differences.text(u"the file's "_s + name, plainText(one[name]), value);
        }
    }
}

void compareOrganisations(const Json& expected, const QList<OrganisationInfo>& found,
                          Differences& differences)
{
    if (!expected.isArray()) return;
    differences.count(u"organisations"_s, expected.size(), found.size());
    for (qsizetype i = 0; i < qMin(expected.size(), found.size()); ++i) {
        const Json& one = expected.at(i);
        if (one.contains(u"tenantId"))
            differences.text(u"tenantId"_s, one[u"tenantId"].toText(), found.at(i).tenantId);
        if (one.contains(u"name")) differences.text(u"name"_s, one[u"name"].toText(), found.at(i).name);
    }
}

void compareError(const FixtureSpec& fixture, const std::optional<Error>& error, Differences& differences)
{
    const QString expected = fixture.expectCode;
    differences.text(u"the error"_s, expected, error ? error->code : QString());
    if (!error || expected != error->code) return;
    if (!fixture.expectKind.isEmpty())
        differences.text(u"the kind"_s, fixture.expectKind, kindName(error->kind));
    const bool saysFacts = fixture.operation.endsWith(u"-error") || !fixture.expectFacts.isEmpty();
    if (saysFacts)
        differences.text(u"the facts"_s, fixture.expectFacts.join(u" | "), error->facts.join(u" | "));
}

} // namespace

FixturePlayer::FixturePlayer(std::shared_ptr<const Manifest> manifest)
    : m_manifest(std::move(manifest))
{
}

const ErrorRule* FixturePlayer::ruleOf(const FixtureSpec& fixture) const
{
    if (fixture.operation == u"row-error") {
        const QStringList codes =
            fixture.answer.code.isEmpty() ? QStringList() : QStringList{fixture.answer.code};
        return matchingRowRule(*m_manifest, fixture.answer.message, codes);
    }
    if (fixture.operation != u"request-error") return nullptr;
    net::HttpRequest request;
    request.verb = fixture.on == u"write" ? net::Verb::Put : net::Verb::Get;
    return matchingRule(*m_manifest, request, responseOf(fixture.answer));
}

QList<bool> FixturePlayer::rulesWithFixture() const
{
    QList<bool> used(m_manifest->errors.size(), false);
    for (const FixtureSpec& fixture : m_manifest->fixtures) {
        const ErrorRule* rule = ruleOf(fixture);
        if (rule) used[rule - m_manifest->errors.constData()] = true;
    }
    return used;
}

QStringList FixturePlayer::playError(const FixtureSpec& fixture) const
{
    std::optional<Error> error;
    const ErrorRule* rule = ruleOf(fixture);
    if (fixture.operation == u"row-error") {
        const QStringList codes =
            fixture.answer.code.isEmpty() ? QStringList() : QStringList{fixture.answer.code};
        error = classifyRow(*m_manifest, {fixture.answer.message}, codes);
    } else {
        net::HttpRequest request;
        request.verb = fixture.on == u"write" ? net::Verb::Put : net::Verb::Get;
        request.url = QUrl(u"https://fixture.test/x"_s);
        error = classify(request, responseOf(fixture.answer), *m_manifest);
        if (rule && rule->scope == ErrorRule::Scope::Elements && rule->code == fixture.expectCode) return {};
    }
    Differences differences;
    compareError(fixture, error, differences);
    return differences.list;
}

QStringList FixturePlayer::playOperation(const FixtureSpec& fixture) const
{
    StillClock clock;
    SeededRandom random(1);
    const model::Connection connection = connectionOf(*m_manifest, fixture);
    QHash<QString, QString> variables = connection.settings;
    variables.insert(u"tenantId"_s, connection.tenantId);
    FixtureWire wire(fixture.exchanges, variables);
    RestConnector connector(m_manifest, connection, wire, clock, random, nullptr);
    const QString& operation = fixture.operation;
    const Ending ending = operation == u"read"   ? readEnding(connector, fixture, clock)
                          : operation == u"find" ? findEnding(connector, fixture, clock)
                          : operation == u"test" ? testEnding(connector, clock)
                          : operation.endsWith(u"-file") || operation == u"files"
                              ? fileEnding(connector, fixture, clock)
                          : operation.endsWith(u"-job") ? jobEnding(connector, fixture, clock)
                                                        : writeEnding(connector, fixture, clock);
    Differences differences;
    differences.list = wire.complaints();
    compareError(fixture, ending.error, differences);
    if (wire.unused() > 0) differences.list << u"%1 recorded answers were not asked for"_s.arg(wire.unused());
    const Json& expect = fixture.expect;
    compareRecords(expect[u"records"], ending.records, differences);
    compareOutcomes(expect[u"outcomes"], ending.outcomes, differences);
    compareFiles(expect[u"files"], ending, differences);
    compareOrganisations(expect[u"organisations"], ending.organisations, differences);
    if (expect.contains(u"cursor"))
        differences.text(u"the cursor"_s, expect[u"cursor"].toText(), ending.cursor);
    if (expect.contains(u"deleted")) {
        QStringList deleted;
        for (const Json& id : expect[u"deleted"].toArray())
            deleted << id.toText();
        differences.text(u"the deleted ids"_s, deleted.join(u", "), ending.deleted.join(u", "));
    }
    return differences.list;
}

QStringList FixturePlayer::play(const FixtureSpec& fixture) const
{
    return fixture.operation.endsWith(u"-error") ? playError(fixture) : playOperation(fixture);
}

} // namespace tieout::connectors
