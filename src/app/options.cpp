#include "options.h"

#include "gui/shell/language.h"

#include <QCommandLineParser>
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
    parser.setApplicationDescription(u"Keeps Xero and the systems around it agreed."_s);
    const QCommandLineOption workspace(u"workspace"_s, u"Folder of the workspace."_s, u"DIR"_s);
    const QCommandLineOption practice(
        u"practice"_s, u"Addresses printed by tieout-sandbox, or a file that holds them."_s, u"JSON"_s);
    const QCommandLineOption shots(u"shots"_s,
                                   u"Writes a picture of every screen to this folder and quits."_s, u"DIR"_s);
    const QCommandLineOption run(u"run"_s, u"Starts this sync at once."_s, u"FLOW"_s);
    const QCommandLineOption measure(u"measure"_s,
                                     u"Prints the time to the first paint and the longest stall."_s);
    const QCommandLineOption language(
        u"language"_s, u"Language of the window: %1."_s.arg(gui::Language::available().join(u", "_s)),
        u"CODE"_s);
    parser.addOptions({workspace, language, practice, shots, run, measure});
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
    options.language = parser.value(language);
    if (!options.language.isEmpty() &&
        !gui::Language::available().contains(options.language.section(u'_', 0, 0)))
        return fail(ErrorKind::BadConfig, u"cli.usage"_s, u"no translation into "_s + options.language);
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
