#include "cli/connectioncommands.h"

#include "cli/output.h"
#include "cli/runcommands.h"
#include "service/signins.h"
#include "wording/filewords.h"
#include "wording/sentences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using service::Workbench;

namespace {

Json listOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.append(Json(text));
    return list;
}

QString missingText(const QString& title, const model::Connection& connection, const QStringList& missing)
{
    if (missing.isEmpty()) return {};
    const QString what = missing.size() == 1 ? say("%1 needs one more permission: %2.\n")
                                             : say("%1 needs more permissions: %2.\n");
    const QString how =
        connection.practice
            ? say("  To give it, sign in again: tieoutctl connect %1 --practice URL\n").arg(connection.system)
            : say("  To give it, sign in again in the window.\n");
    return what.arg(title, missing.join(u"; "_s)) + how;
}

Json sniffJson(const model::FileSniff& sniff)
{
    Json findings = Json::array(), columns = Json::array(), questions = Json::array(), sample = Json::array();
    const auto add = [&findings](const QString& setting, const model::FileGuess& guess) {
        if (guess.value.isEmpty()) return;
        findings.append(Json::object({{u"setting"_s, setting},
                                      {u"value"_s, guess.value},
                                      {u"confidence"_s, guess.confidence},
                                      {u"told"_s, guess.told},
                                      {u"written"_s, guess.example},
                                      {u"read"_s, guess.shown}}));
    };
    add(u"encoding"_s, sniff.encoding);
    add(u"delimiter"_s, sniff.delimiter);
    add(u"headerRow"_s, sniff.header);
    add(u"decimals"_s, sniff.decimals);
    add(u"dates"_s, sniff.dates);
    for (const auto& column : sniff.columns)
        columns.append(Json::object({{u"name"_s, column.name},
                                     {u"type"_s, model::fieldTypeName(column.type)},
                                     {u"written"_s, column.example},
                                     {u"read"_s, column.shown}}));
    for (const auto& question : sniff.questions)
        questions.append(Json::object({{u"code"_s, question.code},
                                       {u"facts"_s, listOf(question.facts)},
                                       {u"message"_s, wording::sentenceFor(question).what}}));
    for (const auto& row : sniff.sample)
        sample.append(listOf(row));
    return Json::object({{u"file"_s, sniff.file},
                         {u"findings"_s, findings},
                         {u"columns"_s, columns},
                         {u"questions"_s, questions},
                         {u"sample"_s, sample}});
}

QString sniffText(const model::FileSniff& sniff)
{
    Table findings(
        {sniff.file, QString(), QString(), say("In the file"), say("Read as"), say("To say otherwise")});
    for (const auto& finding : wording::findingsOf(sniff))
        findings.add({finding.label, finding.value, wording::surenessWord(finding.sureness), finding.written,
                      finding.read, u"--set %1=…"_s.arg(finding.setting)});
    Table columns({say("Column"), say("Kind"), say("In the file"), say("Read as")});
    for (const auto& column : sniff.columns)
        columns.add({column.label, wording::columnKind(column.type), column.example, column.shown});
    QString text = findings.toText() + u'\n' + columns.toText();
    for (const auto& notes : {sniff.questions, sniff.remarks})
        for (const auto& note : notes) {
            const auto sentence = wording::sentenceFor(note);
            text += u'\n' + sentence.what + u'\n';
            for (const auto& part : {sentence.why, sentence.fix})
                if (!part.isEmpty()) text += u"   "_s + part + u'\n';
        }
    return text;
}

/// NAME=VALUE. Error: BadConfig "cli.usage".
Result<std::pair<QString, QString>> split(const QString& line)
{
    const auto equals = line.indexOf(u'=');
    if (equals > 0) return std::pair{line.left(equals), line.mid(equals + 1)};
    const QString what = say("Write NAME=VALUE, not “%1”.").arg(line);
    return fail(ErrorKind::BadConfig, u"cli.usage"_s, what, {what});
}

/// What --set gives.
Result<QHash<QString, QString>> settingsOf(const QHash<QString, QString>& options)
{
    QHash<QString, QString> settings;
    const auto lines = options.value(u"set"_s).split(kOptionSeparator, Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        const auto pair = split(line);
        if (!pair) return tl::unexpected(pair.error());
        settings.insert(pair->first, pair->second);
    }
    return settings;
}

/// What --set and --secrets give. Error: LocalFault "cli.file" (facts: file); BadConfig "cli.usage".
Result<void> readSettings(const QHash<QString, QString>& options, service::ConnectRequest& request)
{
    const auto settings = settingsOf(options);
    if (!settings) return tl::unexpected(settings.error());
    request.settings = *settings;
    const QString name = options.value(u"secrets"_s);
    if (name.isEmpty()) return {};
    QFile file(name);
    const bool opened =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) return fail(ErrorKind::LocalFault, u"cli.file"_s, file.errorString(), {name});
    constexpr qint64 kMost = 64 * 1024;
    const auto lines = QString::fromUtf8(file.read(kMost)).split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        const auto pair = split(line.trimmed());
        if (!pair) return tl::unexpected(pair.error());
        request.secrets.insert(pair->first, Secret(pair->second.toUtf8()));
    }
    return {};
}

/// A sign-in through the browser needs the window, or a practice company that signs in by itself.
bool needsBrowser(const service::ConnectRequest& request, const QList<service::SystemInfo>& systems)
{
    for (const auto& system : systems) {
        if (system.id != request.system) continue;
        for (const auto& way : system.ways)
            if (way.id == request.way || request.way.isEmpty()) return way.browser;
    }
    return false;
}

QString stateWords(const model::Connection& connection, std::optional<int> days)
{
    switch (connection.state) {
    case model::ConnectionState::Ready:
        return days ? say("ready, sign in again by %1").arg(localTime(connection.renewBy)) : say("ready");
    case model::ConnectionState::NeedsSignIn:
        return say("needs sign-in");
    case model::ConnectionState::Unreachable:
        return say("cannot be reached");
    case model::ConnectionState::SignedOut:
        return say("disconnected");
    }
    return {};
}

} // namespace

Task<int> connectSystem(Session session)
{
    const auto& options = session.invocation.options;
    service::ConnectRequest request;
    request.system = session.invocation.arguments.value(0);
    request.practice = QUrl(options.value(u"practice"_s));
    request.way = options.value(u"way"_s);
    request.objects = options.value(u"objects"_s).split(u',', Qt::SkipEmptyParts);
    if (options.contains(u"read-only"_s)) request.access = service::Access::Reading;
    if (auto read = readSettings(options, request); !read) {
        if (read.error().code == "cli.usage"_L1) co_return refuseWords(read.error().text);
        co_return refuse(read.error(), session);
    }
    if (request.practice.isEmpty() && needsBrowser(request, session.bench.systems())) {
        const Error error = errorOf(ErrorKind::BadConfig, u"cli.browser-needed"_s,
                                    u"a real system is connected in the window"_s);
        co_return refuse(error, session);
    }
    const auto connections = session.bench.connections();
    for (const auto& connection : connections)
        if (connection.system == request.system && connection.practice &&
            connection.state != model::ConnectionState::SignedOut)
            request.connection = connection.id; // signed in again rather than twice
    const Result<service::SignedIn> signedIn =
        co_await session.bench.signIn(request, session.end.token(), nullptr);
    if (!signedIn) co_return refuse(signedIn.error(), session);
    QString tenant = signedIn->organisations.first().tenantId;
    for (const auto& organisation : signedIn->organisations) {
        const QString wanted = options.value(u"organisation"_s);
        if (organisation.tenantId == wanted || organisation.name == wanted) tenant = organisation.tenantId;
    }
    const Result<model::Connection> made = co_await session.bench.finishConnect(signedIn->ticket, tenant);
    if (!made) co_return refuse(made.error(), session);
    if (session.invocation.json) {
        printJson(Json::object({{u"connection"_s, made->id},
                                {u"system"_s, made->system},
                                {u"organisation"_s, made->organisation},
                                {u"permissions"_s, listOf(session.bench.permissions(made->id))}}));
        co_return kAllGood;
    }
    print(say("Connected: %1 (%2)\n").arg(made->organisation, made->id));
    for (const QString& permission : session.bench.permissions(made->id))
        print(say("  allowed: %1\n").arg(permission));
    co_return kAllGood;
}

int listConnections(const Session& session)
{
    Json list = Json::array();
    QString notes;
    Table table({say("Connection"), say("System"), say("Organisation"), say("State"), say("Writing")});
    for (const auto& connection : session.bench.connections()) {
        const bool ready = connection.state == model::ConnectionState::Ready;
        const auto days = service::daysToSignIn(connection, session.bench.now());
        Json each = Json::object({{u"connection"_s, connection.id},
                                  {u"system"_s, connection.system},
                                  {u"organisation"_s, connection.organisation},
                                  {u"ready"_s, ready},
                                  {u"writable"_s, connection.writable},
                                  {u"practice"_s, connection.practice},
                                  {u"canWrite"_s, session.bench.canWrite(connection.id)},
                                  {u"permissions"_s, listOf(session.bench.permissions(connection.id))}});
        const QStringList missing = session.bench.missingPermissions(connection.id);
        if (!missing.isEmpty()) each.set(u"missingPermissions"_s, listOf(missing));
        if (!connection.stateText.isEmpty()) each.set(u"reason"_s, connection.stateText);
        if (connection.renewBy) each.set(u"signInBy"_s, formatInstant(*connection.renewBy));
        if (days) each.set(u"signInWithinDays"_s, *days);
        list.append(each);
        table.add({connection.id, connection.system, connection.organisation, stateWords(connection, days),
                   !session.bench.canWrite(connection.id) ? say("nothing to write")
                   : connection.writable                  ? say("allowed")
                                                          : say("read-only")});
        notes += missingText(connection.organisation, connection, missing);
    }
    session.invocation.json ? printJson(list) : print(table.toText() + notes);
    return kAllGood;
}

Task<int> setWriting(Session session)
{
    const QString wanted = session.invocation.arguments.value(1);
    const bool on = wanted == "on"_L1;
    if (!on && wanted != "off"_L1) co_return refuseWords(say("Write: tieoutctl writing CONNECTION on|off"));
    const Result<void> done =
        co_await session.bench.setWriting(session.invocation.arguments.value(0),
                                          on ? Workbench::Writing::Allowed : Workbench::Writing::ReadOnly);
    if (!done) co_return refuse(done.error(), session);
    if (session.invocation.json)
        printJson(
            Json::object({{u"connection"_s, session.invocation.arguments.value(0)}, {u"writable"_s, on}}));
    else
        print(on ? say("Writing is allowed.\n") : say("Writing is off.\n"));
    co_return kAllGood;
}

Task<int> disconnect(Session session)
{
    using service::SignedOut;
    const QString id = session.invocation.arguments.value(0);
    QString title = id;
    for (const auto& connection : session.bench.connections())
        if (connection.id == id && !connection.organisation.isEmpty()) title = connection.organisation;
    const Result<SignedOut> left = co_await session.bench.disconnectConnection(id);
    if (!left) co_return refuse(left.error(), session);
    if (session.invocation.json) {
        const QString done = *left == SignedOut::Revoked            ? u"revoked"_s
                             : *left == SignedOut::OrganisationLeft ? u"organisation-left"_s
                                                                    : u"forgotten"_s;
        printJson(Json::object({{u"connection"_s, id}, {u"signedOut"_s, done}}));
        co_return kAllGood;
    }
    print(*left == SignedOut::Revoked
              ? say("Signed out of %1: the permission was taken back there and the keys are gone here.\n")
                    .arg(title)
          : *left == SignedOut::OrganisationLeft
              ? say("Left %1: its permission was taken back there and its keys are gone here. Other "
                    "connections of the same sign-in go on.\n")
                    .arg(title)
              : say("Disconnected %1: its keys are gone here. Nothing had to be taken back there.\n")
                    .arg(title));
    print(say("Its history stays. Syncs that use it stop until somebody signs in again.\n"));
    co_return kAllGood;
}

Task<int> lookAtFile(Session session)
{
    auto settings = settingsOf(session.invocation.options);
    if (!settings) co_return refuseWords(settings.error().text);
    settings->insert(u"path"_s, QFileInfo(session.invocation.arguments.value(0)).absoluteFilePath());
    const Result<model::FileSniff> sniff = co_await session.bench.lookAtFile(*settings);
    if (!sniff) co_return refuse(sniff.error(), session);
    session.invocation.json ? printJson(sniffJson(*sniff)) : print(sniffText(*sniff));
    co_return sniff->questions.isEmpty() ? int(kAllGood) : int(kRecordsNeedAttention);
}

Json missingPermissions(const Session& session, const model::Flow& flow)
{
    Json missing = Json::object({});
    for (const QString& id : {flow.from.connection, flow.to.connection})
        if (const QStringList words = session.bench.missingPermissions(id); !words.isEmpty())
            missing.set(id, listOf(words));
    return missing;
}

QString permissionsText(const Session& session, const model::Flow& flow)
{
    QString text;
    for (const auto& connection : session.bench.connections())
        if (connection.id == flow.from.connection || connection.id == flow.to.connection)
            text += missingText(connection.organisation, connection,
                                session.bench.missingPermissions(connection.id));
    return text;
}

} // namespace tieout::cli
