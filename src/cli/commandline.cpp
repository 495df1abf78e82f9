#include "cli/commandline.h"

#include "base/platform/platform.h"

#include <QCoreApplication>
#include <QTextStream>

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

/// A command, how many arguments it takes, and its own options (those that take a value end in "=").
struct CommandShape {
    QString name;
    int least;
    int most;
    QStringList options;
};

const QList<CommandShape>& shapes()
{
    static const QList<CommandShape> kShapes{
        {u"init"_s, 0, 0, {}},
        {u"connect"_s,
         1,
         1,
         {u"practice="_s, u"organisation="_s, u"way="_s, u"set="_s, u"secrets="_s, u"objects="_s,
          u"read-only"_s}},
        {u"disconnect"_s, 1, 1, {}},
        {u"look"_s, 1, 1, {u"set="_s}},
        {u"connections"_s, 0, 0, {}},
        {u"flows"_s, 0, 0, {}},
        {u"flow"_s, 2, 2, {u"from="_s, u"to="_s}},
        {u"preview"_s, 1, 1, {u"limit="_s}},
        {u"sync"_s, 1, 1, {u"approved="_s}},
        {u"runs"_s, 0, 1, {u"limit="_s}},
        {u"run"_s, 1, 1, {u"limit="_s}},
        {u"problems"_s, 0, 1, {u"limit="_s}},
        {u"retry"_s, 1, 1, {}},
        {u"decide"_s, 1, 1, {u"use="_s, u"new"_s, u"take-back"_s}},
        {u"links"_s, 1, 1, {u"limit="_s}},
        {u"schedule"_s, 0, 9, {}},
        {u"agent"_s, 0, 0, {}},
        {u"writing"_s, 2, 2, {}},
        {u"objects"_s, 1, 1, {}},
        {u"fields"_s, 2, 2, {}},
        {u"records"_s, 2, 2, {u"fields="_s, u"id="_s, u"limit="_s}},
        {u"write"_s, 3, 4, {}},
        {u"files"_s, 3, 3, {u"save="_s, u"to="_s, u"add="_s, u"replace"_s}},
        {u"connector"_s, 2, 2, {}},
        {u"formula"_s, 0, 0, {}},
        {u"map"_s, 2, 3, {u"source-schema="_s, u"target-schema="_s, u"lookups="_s, u"set="_s, u"sorted"_s}},
        {u"help"_s, 0, 0, {}},
    };
    return kShapes;
}

tl::unexpected<Error> usage(const QString& what)
{
    return fail(ErrorKind::BadConfig, u"cli.usage"_s, what, {what});
}

QString defaultWorkspace()
{
    const QString fromEnvironment = qEnvironmentVariable("TIEOUT_WORKSPACE");
    return fromEnvironment.isEmpty() ? platform::dataFolder() : fromEnvironment;
}

Result<void> takeOption(QStringList& rest, Invocation& invocation, const CommandShape* shape)
{
    QString name = rest.takeFirst().mid(2);
    std::optional<QString> value;
    if (const auto equals = name.indexOf(u'='); equals >= 0) {
        value = name.mid(equals + 1);
        name = name.left(equals);
    }
    if (name == "json"_L1) {
        invocation.json = true;
        return {};
    }
    if (shape && shape->options.contains(name) && !value) {
        invocation.options.insert(name, QString());
        return {};
    }
    const bool known = name == "workspace"_L1 || (shape && shape->options.contains(name + u'='));
    if (!known)
        return usage(QCoreApplication::translate("tieoutctl", "There is no option --%1 here.").arg(name));
    if (!value) {
        if (rest.isEmpty())
            return usage(QCoreApplication::translate("tieoutctl", "--%1 needs a value.").arg(name));
        value = rest.takeFirst();
    }
    const bool number = name == "limit"_L1 || name == "approved"_L1;
    bool isNumber = false;
    if (number && (value->toLongLong(&isNumber) < 1 || !isNumber))
        return usage(
            QCoreApplication::translate("tieoutctl", "--%1 needs a number, not “%2”.").arg(name, *value));
    if (name == "workspace"_L1)
        invocation.workspace = *value;
    else if (name == "set"_L1 && invocation.options.contains(name))
        invocation.options[name] += kOptionSeparator + *value;
    else
        invocation.options.insert(name, *value);
    return {};
}

} // namespace

Result<Invocation> parseCommandLine(const QStringList& arguments)
{
    Invocation invocation;
    invocation.workspace = defaultWorkspace();
    QStringList rest = arguments;
    const CommandShape* shape = nullptr;
    while (!rest.isEmpty()) {
        if (rest.first() == "--help"_L1 || rest.first() == "-h"_L1) {
            invocation.command = u"help"_s;
            return invocation;
        }
        if (rest.first() == "--version"_L1) {
            invocation.command = u"version"_s;
            return invocation;
        }
        if (rest.first().startsWith("--"_L1)) {
            if (auto taken = takeOption(rest, invocation, shape); !taken)
                return tl::unexpected(taken.error());
            continue;
        }
        const QString word = rest.takeFirst();
        if (shape) {
            invocation.arguments += word;
            continue;
        }
        for (const auto& each : shapes())
            if (each.name == word) shape = &each;
        if (!shape)
            return usage(QCoreApplication::translate("tieoutctl", "There is no command “%1”.").arg(word));
        invocation.command = word;
    }
    if (!shape) return usage(QCoreApplication::translate("tieoutctl", "Say what to do."));
    const auto count = invocation.arguments.size();
    if (count < shape->least || count > shape->most)
        return usage(
            QCoreApplication::translate("tieoutctl", "“%1” needs other words after it.").arg(shape->name));
    return invocation;
}

int refuseUsage(const Error& error)
{
    QTextStream(stderr) << error.text << "\n\n" << usageText();
    return kUsage;
}

QString usageText()
{
    return QCoreApplication::translate(
        "tieoutctl",
        "Usage: tieoutctl [--workspace DIR] [--json] COMMAND\n"
        "\n"
        "  init                          make a workspace in DIR\n"
        "  connect SYSTEM [--practice URL] [--organisation ID] [--way WAY]\n"
        "          [--set NAME=VALUE]… [--secrets FILE] [--read-only] [--objects A,B]\n"
        "                                connect a system; FILE (- for standard input) holds keys\n"
        "                                and passwords, one NAME=VALUE a line. It asks for what\n"
        "                                your syncs need, and for the objects you name\n"
        "                                (all: every object)\n"
        "  disconnect CONNECTION         sign out there, forget its keys, keep its history\n"
        "  look FILE [--set NAME=VALUE]… show how a CSV or Excel file would be read\n"
        "  connections                   list connections\n"
        "  writing CONNECTION on|off     allow or forbid writing to a connection\n"
        "  objects CONNECTION            what can be read and written there\n"
        "  fields CONNECTION OBJECT      the fields of an object\n"
        "  records CONNECTION OBJECT [--fields A,B] [--id ID,ID] [--limit N]\n"
        "                                look at records\n"
        "  write CONNECTION OBJECT create|update [FILE]\n"
        "                                write the records of FILE, or of standard input;\n"
        "                                docs/records.md shows how a line is written\n"
        "  files CONNECTION OBJECT ID [--save NAME --to PLACE | --add FILE] [--replace]\n"
        "                                list the files of a record, save one (its name or id)\n"
        "                                in a folder or as a file, or add one; what is there\n"
        "                                stays, unless you say --replace\n"
        "  flow add TEMPLATE [--from CONNECTION] [--to CONNECTION]\n"
        "  flows                         list syncs and templates\n"
        "  preview SYNC                  show what a sync would do; writes nothing\n"
        "  sync SYNC [--approved RUN]    run a sync now; with the number of a preview, write\n"
        "                                what it showed and nothing else\n"
        "  runs [SYNC]                   list runs\n"
        "  run ID                        show one run with its records\n"
        "  problems [SYNC]               list what needs a person\n"
        "  retry ID                      try the record of a problem again\n"
        "  decide PROBLEM --use CANDIDATE | --new | --take-back\n"
        "                                say which of the records that a problem names is\n"
        "                                meant (its number in the list, or its id), have a\n"
        "                                new one made, or take that back; it is tried again\n"
        "                                at once\n"
        "  links SYNC                    list linked records\n"
        "  schedule [SYNC [RULE]]        show or set when a sync runs: manual, every 15,\n"
        "                                daily 09:00, weekly mon,thu 08:30,\n"
        "                                monthly 31 18:00, month-end 18:00\n"
        "  schedule pause | resume       hold all schedules back, or go on\n"
        "  connector check FILE          examine a connector of your own\n"
        "  map check FILE [--source-schema F] [--target-schema F] [--lookups F]\n"
        "                                examine a mapping\n"
        "  map run FILE [--lookups F] [--source-schema F] [--set NAME=VALUE]… [--sorted]\n"
        "                                map records of standard input, one JSON object a line\n"
        "  map explain FILE FIELD [--lookups F]\n"
        "                                show how a value comes about, for each record\n"
        "  formula                       compute formulas of standard input, one JSON object a line\n"
        "                                with a formula and a record (docs/formulas.md)\n"
        "  agent                         run schedules without a window, until stopped\n"
        "\n"
        "Exit codes: 0 all good, 3 finished with held or failed records, 1 a fault, 2 usage.\n");
}

} // namespace tieout::cli
