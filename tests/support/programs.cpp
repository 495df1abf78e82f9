#include "support/programs.h"

#include "store/repositories.h"
#include "store/store.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace tieout::support {

namespace {

constexpr int kWaitMs = 20'000;

QString programPath(const QString& name)
{
#ifdef Q_OS_WIN
    return QStringLiteral(TIEOUT_BINARY_DIR "/bin/") + name + u".exe"_s;
#else
    return QStringLiteral(TIEOUT_BINARY_DIR "/bin/") + name;
#endif
}

[[noreturn]] void giveUp(const QString& why)
{
    qFatal("%s", qPrintable(why));
    std::abort();
}

/// A program that outlives its test would stay for ever.
void endWithThisTest(QProcess& process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
    Q_UNUSED(process)
#endif
}

/// One request on a connection of its own; the answer's body.
QByteArray exchange(const QUrl& base, const QByteArray& verb, const QString& path, const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(base.host(), quint16(base.port()));
    if (!socket.waitForConnected(kWaitMs))
        giveUp(u"the practice company does not answer: "_s + socket.errorString());
    socket.write(verb + ' ' + path.toUtf8() + " HTTP/1.1\r\nHost: " + base.host().toLatin1() +
                 "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    const QDeadlineTimer end(kWaitMs);
    while (socket.state() == QAbstractSocket::ConnectedState && !end.hasExpired()) {
        socket.waitForReadyRead(int(end.remainingTime()));
        answer += socket.readAll();
    }
    answer += socket.readAll();
    if (!answer.startsWith("HTTP/1.1 200"))
        giveUp(u"%1 %2: %3"_s.arg(QString::fromLatin1(verb), path, QString::fromUtf8(answer.left(500))));
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

Json parsed(const QByteArray& bytes, const QString& what)
{
    auto json = Json::parse(bytes);
    if (!json) giveUp(what + u" gave no JSON: "_s + QString::fromUtf8(bytes.left(500)));
    return *json;
}

QProcessEnvironment cleanEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"TIEOUT_WORKSPACE"_s);
    return environment;
}

} // namespace

bool comesTrue(const std::function<bool()>& done, std::chrono::milliseconds limit)
{
    return QTest::qWaitFor(done, int(limit.count()));
}

SandboxProgram::SandboxProgram(QStringList options)
{
    options += {u"--port-base"_s, u"0"_s};
    if (options.removeAll(u"--limits"_s) == 0) options += u"--no-limits"_s;
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    endWithThisTest(m_process);
    m_process.start(programPath(u"tieout-sandbox"_s), options);
    const QDeadlineTimer end(kWaitMs);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !end.hasExpired())
        m_process.waitForReadyRead(int(end.remainingTime()));
    if (!m_process.canReadLine())
        giveUp(u"tieout-sandbox did not start: "_s + QString::fromUtf8(m_process.readAllStandardError()));
    m_addresses = parsed(m_process.readLine(), u"tieout-sandbox"_s);
}

SandboxProgram::~SandboxProgram()
{
    m_process.waitForFinished(0); // looks whether it is there
    if (m_process.state() == QProcess::NotRunning)
        giveUp(u"tieout-sandbox ended by itself: exit %1 %2"_s.arg(m_process.exitCode())
                   .arg(QString::fromUtf8(m_process.readAllStandardError())));
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) killHard(m_process);
}

Json SandboxProgram::get(const QString& path) const
{
    return parsed(exchange(QUrl(address(u"control")), "GET", path, {}), path);
}

Json SandboxProgram::post(const QString& path, const QByteArray& body) const
{
    return parsed(exchange(QUrl(address(u"control")), "POST", path, body), path);
}

void SandboxProgram::fault(const QByteArray& json) const
{
    post(u"/_practice/faults"_s, json);
}

void SandboxProgram::clearFaults() const
{
    post(u"/_practice/faults"_s, R"({"clear":true})");
}

void SandboxProgram::takeDeals(const QByteArray& ndjson) const
{
    post(u"/_practice/deals"_s, ndjson);
}

Json::Array SandboxProgram::calls(qint64 since) const
{
    return get(u"/_practice/calls?since=%1"_s.arg(since))[u"calls"].toArray();
}

qint64 SandboxProgram::lastCall() const
{
    return get(u"/_practice/calls?counts=only"_s)[u"total"].toInteger();
}

qint64 SandboxProgram::countCalls(QStringView system, QStringView method, QStringView pathPart) const
{
    const auto all = calls();
    return std::count_if(all.begin(), all.end(), [&](const Json& call) {
        return call[u"system"].toText() == system && call[u"method"].toText() == method &&
               call[u"path"].toText().contains(pathPart);
    });
}

bool SandboxProgram::struckBy(QStringView kind) const
{
    return comesTrue(
        [&] {
            const auto all = calls();
            return std::any_of(all.begin(), all.end(),
                               [&](const Json& call) { return call[u"fault"].toText() == kind; });
        },
        std::chrono::milliseconds(kWaitMs));
}

Json::Array SandboxProgram::rows(const QString& system, const QString& object) const
{
    return get(u"/_practice/state/%1/%2"_s.arg(system, object)).toArray();
}

Json Answer::json() const
{
    const auto lines = out.trimmed().split('\n');
    const auto line = Json::parse(lines.last());
    return line ? *line : Json();
}

QString Answer::message() const
{
    const QString told = json()[u"message"].toText();
    return told.isEmpty() ? QString::fromUtf8(err).trimmed() : told;
}

QString Answer::faultCode() const
{
    const Json last = json();
    const QString refused = last[u"error"][u"code"].toText();
    return refused.isEmpty() ? last[u"fault"][u"code"].toText() : refused;
}

QString commandLineProgram()
{
    return programPath(u"tieoutctl"_s);
}

Answer answerOf(QProcess& process, std::chrono::milliseconds limit)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(int(limit.count()))) {
        const QString command = process.arguments().join(u' ');
        killHard(process);
        giveUp(u"the program did not end: "_s + command + u'\n' +
               QString::fromUtf8(process.readAllStandardError()));
    }
    Answer answer;
    answer.crashed = process.exitStatus() == QProcess::CrashExit;
    answer.code = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

Answer runProgram(const QString& program, const QStringList& arguments,
                  const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    endWithThisTest(process);
    process.start(program, arguments);
    if (!process.waitForStarted(kWaitMs)) giveUp(u"not started: "_s + program);
    return answerOf(process);
}

void killHard(QProcess& process)
{
    if (process.state() == QProcess::NotRunning) return;
    process.kill();
    if (!process.waitForFinished(kWaitMs)) giveUp(u"a killed process lives on"_s);
}

Books::Books()
{
    if (!m_folder.isValid()) giveUp(u"no temporary folder"_s);
}

Answer Books::json(const QStringList& arguments) const
{
    return runProgram(commandLineProgram(), QStringList{u"--workspace"_s, folder(), u"--json"_s} + arguments,
                      cleanEnvironment());
}

Answer Books::plain(const QStringList& arguments) const
{
    return runProgram(commandLineProgram(), QStringList{u"--workspace"_s, folder()} + arguments,
                      cleanEnvironment());
}

std::unique_ptr<QProcess> Books::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(cleanEnvironment());
    endWithThisTest(*process);
    process->start(commandLineProgram(), QStringList{u"--workspace"_s, folder(), u"--json"_s} + arguments);
    if (!process->waitForStarted(kWaitMs)) giveUp(u"tieoutctl did not start"_s);
    return process;
}

std::unique_ptr<QProcess> Books::startSync() const
{
    return start({u"sync"_s, flow()});
}

Answer Books::connect(const SandboxProgram& practice, const QString& system, const QStringList& more) const
{
    Answer answer;
    const bool free = comesTrue(
        [&] {
            answer =
                json(QStringList{u"connect"_s, system, u"--practice"_s, practice.address(system)} + more);
            return answer.faultCode() != "oauth.no-port"_L1;
        },
        std::chrono::milliseconds(kWaitMs));
    if (!free) giveUp(u"the redirect ports stay taken"_s);
    return answer;
}

void Books::setUp(const SandboxProgram& practice) const
{
    const Answer made = json({u"init"_s});
    const Answer source = connect(practice, u"salesforce"_s);
    const Answer target = connect(practice, u"xero"_s);
    const Answer added = json({u"flow"_s, u"add"_s, flow()});
    for (const auto* answer : {&made, &source, &target, &added})
        if (answer->code != 0) giveUp(QString::fromUtf8(answer->told()));
}

Json::Array Books::problems() const
{
    const Answer answer = json({u"problems"_s, u"--limit"_s, u"1000"_s});
    if (answer.code != 0) giveUp(QString::fromUtf8(answer.told()));
    return answer.json()[u"problems"].toArray();
}

Answer Books::syncUntilQuiet() const
{
    Answer answer = sync();
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        bool due = false;
        const auto open = problems();
        for (const auto& problem : open) {
            if (problem[u"outcome"].toText() == "held"_L1) continue;
            answer = json({u"retry"_s, QString::number(problem[u"problem"].toInteger())});
            due = true;
        }
        if (!due && answer.json()[u"state"].toText() == "finished"_L1) break;
        answer = sync();
    }
    return answer;
}

int Books::openJournalRows(const QStringList& flows) const
{
    const auto store = store::Store::open(file(), store::Access::ReadOnly, store::Threading::Inline);
    if (!store) giveUp(u"the workspace does not open: "_s + store.error().text);
    std::optional<Result<int>> rows;
    const auto look = [](store::Store* from, QStringList ids, std::optional<Result<int>>* to) -> Task<void> {
        std::function<Result<int>(store::Database&)> count = [ids](store::Database& database) -> Result<int> {
            int open = 0;
            for (const auto& id : ids) {
                const auto batches = store::JournalRepository(database).open(id);
                if (!batches) return tl::unexpected(batches.error());
                for (const auto& batch : *batches)
                    open += int(batch.rows.size());
            }
            return open;
        };
        Result<int> counted = co_await from->read<int>(count);
        to->emplace(std::move(counted));
    };
    const Task<void> task = look(store->get(), flows, &rows);
    if (!rows || !*rows) giveUp(u"the journal cannot be read"_s);
    return **rows;
}

namespace {

/// An invoice must say what its deal says now.
QString difference(const Json& deal, const Json& invoice)
{
    const QString id = deal[u"Id"].toText();
    if (invoice[u"DateString"].toText().left(10) != deal[u"CloseDate"].toText())
        return id + u": another date"_s;
    if (invoice[u"CurrencyCode"].toText() != deal[u"CurrencyIsoCode"].toText())
        return id + u": another currency"_s;
    if (invoice[u"Status"].toText() != "DRAFT"_L1) return id + u": not a draft"_s;
    return {};
}

QString brokenInvoices(const SandboxProgram& practice)
{
    QHash<QString, Json::Array> byReference;
    for (const auto& invoice : practice.rows(u"xero"_s, u"Invoices"_s))
        byReference[invoice[u"Reference"].toText()] += invoice;
    qsizetype won = 0;
    for (const auto& deal : practice.rows(u"salesforce"_s, u"Opportunity"_s)) {
        if (!deal[u"IsWon"].toBool() || deal[u"IsDeleted"].toBool()) continue;
        ++won;
        const auto invoices = byReference.value(deal[u"Id"].toText());
        if (invoices.size() != 1)
            return u"%1 has %2 invoices"_s.arg(deal[u"Id"].toText()).arg(invoices.size());
        if (const QString wrong = difference(deal, invoices.first()); !wrong.isEmpty()) return wrong;
    }
    if (won == 0) return u"no deal is won"_s;
    if (byReference.size() != won) return u"%1 invoices for %2 won deals"_s.arg(byReference.size()).arg(won);
    return {};
}

QString brokenContacts(const SandboxProgram& practice)
{
    QHash<QString, int> numbers;
    QHash<QString, int> names;
    for (const auto& contact : practice.rows(u"xero"_s, u"Contacts"_s)) {
        if (contact[u"ContactStatus"].toText() != "ACTIVE"_L1) continue;
        const QString number = contact[u"ContactNumber"].toText();
        if (!number.isEmpty() && ++numbers[number] > 1) return u"two contacts for account "_s + number;
        const QString name = contact[u"TenantId"].toText() + u' ' + contact[u"Name"].toText();
        if (++names[name] > 1) return u"two contacts of the same organisation: "_s + name;
    }
    return {};
}

} // namespace

QString brokenPromise(const SandboxProgram& practice)
{
    const QString wrong = brokenInvoices(practice);
    return wrong.isEmpty() ? brokenContacts(practice) : wrong;
}

bool addsUp(const Json& report)
{
    qint64 sum = 0;
    for (const auto* end :
         {u"created", u"updated", u"unchanged", u"skipped", u"held", u"failed", u"uncertain"}) {
        if (!report[end].isNumber()) return false;
        sum += report[end].toInteger();
    }
    return report[u"read"].isNumber() && sum == report[u"read"].toInteger();
}

} // namespace tieout::support
