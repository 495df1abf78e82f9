#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tieout::app {
namespace {

constexpr qint64 kLargestPracticeFile = 64 * 1024;

Result<gui::PracticeAddresses> practiceFrom(const QString& given)
{
    if (given.trimmed().startsWith(u'{')) return gui::practiceFromJson(given.toUtf8());
    QFile file(given);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::BadConfig, u"cli.usage"_s, given + u": "_s + file.errorString());
    // The practice company's first line; its log may follow.
    return gui::practiceFromJson(file.read(kLargestPracticeFile).split('\n').first());
}

} // namespace

Result<Options> optionsFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    const auto say = [](const char* text) { return QCoreApplication::translate("Options", text); };
    parser.setApplicationDescription(say("Keeps Xero and the systems around it agreed."));
    const QCommandLineOption workspace(u"workspace"_s, say("Folder of the workspace."), u"DIR"_s);
    const QCommandLineOption practice(
        u"practice"_s, say("Addresses printed by tieout-sandbox, or a file that holds them."), u"JSON"_s);
    const QCommandLineOption shots(
        u"shots"_s, say("Writes a picture of every screen to this folder and quits."), u"DIR"_s);
    const QCommandLineOption run(u"run"_s, say("Starts this sync at once."), u"FLOW"_s);
    const QCommandLineOption measure(u"measure"_s,
                                     say("Prints the time to the first paint and the longest stall."));
    parser.addOptions({workspace, practice, shots, run, measure});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);

    Options options;
    options.workspace = parser.value(workspace);
    if (options.workspace.isEmpty()) options.workspace = qEnvironmentVariable("TIEOUT_WORKSPACE");
    if (options.workspace.isEmpty())
        options.workspace =
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/workspace"_s;
    options.workspace = QDir(options.workspace).absolutePath();
    options.shots = parser.value(shots);
    options.run = parser.value(run);
    options.measure = parser.isSet(measure);
    if (parser.isSet(practice)) {
        const Result<gui::PracticeAddresses> addresses = practiceFrom(parser.value(practice));
        if (!addresses) return fail(addresses.error());
        options.practice = *addresses;
    }
    return options;
}

} // namespace tieout::app
