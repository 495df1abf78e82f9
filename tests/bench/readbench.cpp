// Speed of reading through a manifest: readbench PROGRAM-FOLDER [DEALS]. Starts the practice company, signs
// in, reads all opportunities with their accounts over loopback. Prints one JSON object.
#include "auth/headlessbrowser.h"
#include "auth/sessionvault.h"
#include "base/platform/platform.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "connectors/rest/signin/permissions.h"
#include "connectors/rest/signin/signinsettings.h"
#include "net/networktransport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::connectors;

namespace {

template<class T>
Task<> keep(Task<T> task, std::optional<T>* result)
{
    T value = co_await task;
    result->emplace(std::move(value));
}

template<class T>
T ended(Task<Result<T>> task)
{
    std::optional<Result<T>> result;
    const Task<> keeper = keep(std::move(task), &result);
    while (!result)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1000);
    if (!*result) qFatal("%s: %s", qPrintable(result->error().code), qPrintable(result->error().text));
    return **result;
}

/// Processor milliseconds of another process; 0 where the system does not tell.
qint64 processorTimeOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray line = stat.readAll();
    const QList<QByteArray> words = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (words.value(11).toLongLong() + words.value(12).toLongLong()) * 10; // ticks of 1/100 s
}

struct Company {
    explicit Company(const QString& folder, const QString& deals)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(folder + u"/tieout-sandbox"_s,
                      {u"--seed"_s, u"7"_s, u"--deals"_s, deals, u"--port-base"_s, u"0"_s, u"--no-limits"_s});
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(120'000)) qFatal("the practice company does not start");
        }
        const Result<Json> line = Json::parse(process.readLine());
        if (!line) qFatal("the practice company says something else");
        const Json& systems = line->contains(u"systems") ? (*line)[u"systems"] : *line;
        base = QUrl(systems[u"salesforce"].toText());
    }
    ~Company()
    {
        process.terminate();
        process.waitForFinished(5000);
    }
    QProcess process;
    QUrl base;
};

model::Connection signedIn(const Manifest& manifest, const QUrl& base, net::Transport& wire, Clock& clock,
                           Random& random, auth::Vault& vault)
{
    model::Connection connection;
    connection.id = u"bench"_s;
    connection.system = manifest.id;
    connection.practice = true;
    connection.settings = practiceSettings(manifest, base);
    const Result<auth::OAuthSettings> settings =
        oauthSettings(manifest, connection, scopesFor(manifest.auth, allOperations(manifest.auth)));
    if (!settings) qFatal("no settings");
    auth::HeadlessBrowser browser(wire);
    auth::SignIn signIn(*settings, wire, clock, random, browser);
    const auth::Tokens tokens = ended(signIn.run({}, nullptr));
    const auto told = settingsFromTokens(manifest, tokens);
    connection.settings.insert(told);
    std::optional<Result<void>> kept;
    const Task<> keeper = keep(vault.write(u"tokens"_s, auth::packTokens(tokens)), &kept);
    while (!kept)
        QCoreApplication::processEvents();
    return connection;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    const QString deals = argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"100000"_s;
    Company company(folder, deals);
    SystemClock clock;
    SystemRandom random;
    net::NetworkTransport wire;
    auth::SessionVault vault;
    const ManifestCatalogue catalogue;
    const auto manifest = catalogue.find(u"salesforce"_s);
    const model::Connection connection = signedIn(*manifest, company.base, wire, clock, random, vault);
    const auto signedBy = authorizerFor(*manifest, connection, wire, clock, vault, u"tokens"_s, u"none"_s);
    RestConnector connector(manifest, connection, wire, clock, random, signedBy->authorizer.get());
    ReadRequest request;
    request.object = u"Opportunity"_s;
    request.paths = {u"Name"_s, u"StageName"_s, u"Amount"_s, u"CloseDate"_s, u"Account.Name"_s};
    (void)ended(connector.describe({u"Opportunity"_s}, {}));
    const qint64 before = platform::processorTime().count();
    const qint64 serverBefore = processorTimeOf(company.process.processId());
    QElapsedTimer timer;
    timer.start();
    qint64 records = 0;
    qint64 amounts = 0;
    const std::unique_ptr<PageStream> stream = connector.read(request);
    while (const auto page = ended(stream->next({}))) {
        records += page->records.size();
        amounts +=
            std::count_if(page->records.cbegin(), page->records.cend(), [](const model::Record& record) {
                return record.value(u"Amount").isNumber() && !record.path(u"Account.Name").isBlank();
            });
    }
    const qint64 ms = qMax<qint64>(1, timer.elapsed());
    const qint64 cpu = platform::processorTime().count() - before;
    const qint64 server = processorTimeOf(company.process.processId()) - serverBefore;
    if (records < deals.toLongLong() || amounts * 2 < records) qFatal("records without content were read");
    const qint64 most = qMax<qint64>(1, records);
    std::printf(
        "{\"records\":%lld,\"durationMs\":%lld,\"recordsPerSecond\":%lld,\"readCalls\":%lld,"
        "\"clientMicrosecondsPerRecord\":%lld,\"serverMicrosecondsPerRecord\":%lld,\"peakRssMb\":%lld}\n",
        (long long)records, (long long)ms, (long long)(records * 1000 / ms),
        (long long)connector.calls().read, (long long)(cpu * 1000 / most), (long long)(server * 1000 / most),
        (long long)(platform::peakMemory() / (1024 * 1024)));
    return 0;
}
