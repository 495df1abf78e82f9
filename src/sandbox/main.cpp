#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "sandbox/webhooksender.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

namespace {

struct Options {
    PracticeSettings settings;
    quint16 portBase = 0;
};

void say(const QString& text)
{
    std::fprintf(stderr, "tieout-sandbox: %s\n", qUtf8Printable(text));
}

std::optional<qint64> wholeNumber(const QCommandLineParser& parser, const QString& option, qint64 least,
                                  qint64 most)
{
    bool good = false;
    const qint64 value = parser.value(option).toLongLong(&good);
    if (good && value >= least && value <= most) return value;
    say(u"--%1 must be a whole number from %2 to %3"_s.arg(option).arg(least).arg(most));
    return {};
}

std::optional<Options> readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The practice company: Xero, Salesforce, Harvest, Tray and Cin7 simulated on this computer."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"seed"_s, u"What the made-up business grows from."_s, u"N"_s, u"1"_s},
                       {u"deals"_s, u"How many deals are made up (200; none with --load)."_s, u"N"_s},
                       {u"company"_s, u"Size of the other systems: small, medium or a number of customers."_s,
                        u"SIZE"_s, u"small"_s},
                       {u"port-base"_s, u"First port; 0 takes free ones."_s, u"P"_s, u"8750"_s},
                       {u"load"_s, u"Deals to load, one JSON object a line."_s, u"FILE"_s},
                       {u"history"_s, u"Xero holds a year of past business, and two more organisations."_s},
                       {u"no-limits"_s, u"Rate limits are off."_s},
                       {u"virtual-time"_s, u"The clock stands still until it is moved."_s}});
    parser.process(application);
    Options options;
    const auto seed = wholeNumber(parser, u"seed"_s, 0, std::numeric_limits<qint64>::max());
    const auto port = wholeNumber(parser, u"port-base"_s, 0, 65'000);
    options.settings.loadFile = parser.value(u"load"_s);
    options.settings.deals = options.settings.loadFile.isEmpty() ? 200 : 0;
    if (parser.isSet(u"deals"_s)) {
        const auto deals = wholeNumber(parser, u"deals"_s, 0, 5'000'000);
        if (!deals) return {};
        options.settings.deals = *deals;
    }
    const auto customers = business::companySize(parser.value(u"company"_s));
    if (!customers) say(u"--company must be small, medium or a whole number from 1 to 100000"_s);
    if (!seed || !port || !customers) return {};
    options.settings.customers = *customers;
    options.settings.seed = quint64(*seed);
    options.settings.history = parser.isSet(u"history"_s);
    options.settings.limits = !parser.isSet(u"no-limits"_s);
    if (parser.isSet(u"virtual-time"_s))
        options.settings.time =
            Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30) + std::chrono::hours(9));
    options.portBase = quint16(*port);
    return options;
}

void sayWhyNotOpen(const Error& error)
{
    say(error.text);
    for (const QString& fault : error.facts)
        say(fault);
}

/// Listens for every system; the addresses as JSON, or null when a port is not to be had.
Json serve(PracticeCompany& company, quint16 portBase, std::vector<std::unique_ptr<Server>>& servers)
{
    Json addresses = Json::object();
    const QStringList& names = PracticeCompany::systemNames();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString name = names[i];
        auto server = std::make_unique<Server>([&company, name](const Request& request, int callsInProgress) {
            return company.handle(name, request, callsInProgress);
        });
        if (!server->listen(portBase == 0 ? quint16(0) : quint16(portBase + i))) {
            say(u"%1 cannot listen on %2"_s.arg(name, server->errorText()));
            return {};
        }
        company.setBaseUrl(name, server->baseUrl());
        addresses.set(name, QString::fromLatin1(server->baseUrl()));
        servers.push_back(std::move(server));
    }
    return addresses;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tieout-sandbox"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(TIEOUT_VERSION));
    const auto options = readOptions(application);
    if (!options) return 2;
    const auto company = PracticeCompany::open(options->settings);
    if (!company) {
        sayWhyNotOpen(company.error());
        return 1;
    }
    std::vector<std::unique_ptr<Server>> servers;
    const Json addresses = serve(**company, options->portBase, servers);
    if (addresses.isNull()) return 1;
    const WebhookSender xeroWebhooks(company.value()->xero());
    const WebhookSender stockWebhooks(company.value()->cin7core());
    const WebhookSender workflowEvents(company.value()->tray());
    std::printf("%s\n", addresses.toBytes().constData());
    std::fflush(stdout);
    // Nothing here outlives the process, so a signal may end it where it stands.
    std::signal(SIGTERM, [](int) { std::_Exit(0); });
    std::signal(SIGINT, [](int) { std::_Exit(0); });
    return QCoreApplication::exec();
}
