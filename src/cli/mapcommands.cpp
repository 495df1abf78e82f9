#include "cli/mapcommands.h"

#include "cli/mapfiles.h"
#include "cli/output.h"
#include "cli/session.h"
#include "mapping/compiledmapping.h"
#include "mapping/explain.h"
#include "mapping/mappingcheck.h"
#include "model/plainrecord.h"
#include "model/recordline.h"
#include "wording/sentences.h"

#include <QFile>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using formula::Finding;
using mapping::RulePart;

namespace {

constexpr qint64 kLongestLine = 64 * 1024 * 1024;
constexpr qsizetype kBuffered = 64 * 1024;

QString partName(RulePart part)
{
    switch (part) {
    case RulePart::Target:
        return u"target"_s;
    case RulePart::Formula:
        return u"formula"_s;
    case RulePart::Each:
        return u"each"_s;
    case RulePart::Filter:
        return u"filter"_s;
    case RulePart::Sort:
        return u"sort"_s;
    case RulePart::Group:
        return u"group"_s;
    }
    return {};
}

Json textsJson(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.append(Json(text));
    return list;
}

QString wordsFor(const QString& code, const QStringList& facts)
{
    Error error;
    error.kind = ErrorKind::BadConfig;
    error.code = code;
    error.facts = facts;
    return wording::sentenceFor(error).title;
}

Json placeJson(const formula::Span& at)
{
    return Json::object({{u"start"_s, int(at.start)}, {u"length"_s, int(at.length)}});
}

/// Lines for standard output, written in pieces.
class Lines final
{
  public:
    Lines() { static_cast<void>(m_out.open(stdout, QIODevice::WriteOnly)); }
    ~Lines() { flush(); }
    Q_DISABLE_COPY_MOVE(Lines)

    void add(const QByteArray& line)
    {
        m_buffer += line;
        m_buffer += '\n';
        if (m_buffer.size() >= kBuffered) flush();
    }
    void flush()
    {
        m_out.write(m_buffer);
        m_out.flush();
        m_buffer.clear();
    }

  private:
    QFile m_out;
    QByteArray m_buffer;
};

/// Records from standard input with their line numbers.
class Records final
{
  public:
    Records(const QStringList& paths, const std::optional<model::ObjectSchema>& schema)
        : m_reader(paths, schema ? &*schema : nullptr)
    {
        static_cast<void>(m_in.open(stdin, QIODevice::ReadOnly));
    }

    /// Nothing at the end of the input.
    std::optional<Result<model::Record>> next()
    {
        while (true) {
            QByteArray line = m_in.readLine(kLongestLine + 1);
            if (line.isEmpty()) return std::nullopt;
            ++m_number;
            if (line.size() > kLongestLine) return tooLong(line);
            if (!line.trimmed().isEmpty()) return m_reader.read(line);
        }
    }
    [[nodiscard]] qint64 number() const { return m_number; }

  private:
    std::optional<Result<model::Record>> tooLong(QByteArray& line)
    {
        while (!line.isEmpty() && !line.endsWith('\n'))
            line = m_in.readLine(kLongestLine);
        const QString why = u"longer than %1 bytes"_s.arg(kLongestLine);
        return Result<model::Record>(fail(ErrorKind::RowRejected, u"record.line"_s, why, {why}));
    }

    QFile m_in;
    model::RecordLineReader m_reader;
    qint64 m_number = 0;
};

Json findingJson(const mapping::RuleFinding& rule)
{
    const Finding& finding = rule.finding;
    const bool error = finding.severity == Finding::Severity::Error;
    return Json::object({{u"level"_s, error ? u"error"_s : u"warning"_s},
                         {u"target"_s, rule.target},
                         {u"part"_s, partName(rule.part)},
                         {u"code"_s, finding.code},
                         {u"facts"_s, textsJson(finding.facts)},
                         {u"at"_s, placeJson(finding.at)},
                         {u"message"_s, wordsFor(finding.code, finding.facts)}});
}

QString findingText(const mapping::RuleFinding& rule)
{
    const bool error = rule.finding.severity == Finding::Severity::Error;
    QString place = rule.target;
    //: %1 is a field, %2 counts the characters of its formula
    if (const formula::Span at = rule.finding.at; at.start > 0 || at.length > 0)
        place = say("%1, character %2").arg(place, QLocale().toString(at.start + 1));
    if (!place.isEmpty()) place += u": "_s;
    return u"%1  %2%3\n"_s.arg(error ? say("wrong") : say("advice"), place,
                               wordsFor(rule.finding.code, rule.finding.facts));
}

/// Keys of a table that stand twice: only the first counts.
QList<mapping::RuleFinding> doubleKeys(const MapFiles& files, const mapping::LookupTables& tables)
{
    QList<mapping::RuleFinding> found;
    for (const model::LookupTable& table : files.lookups) {
        const QStringList keys = tables.duplicateKeys(table.name);
        if (!keys.isEmpty())
            found.append(
                {{},
                 RulePart::Formula,
                 {Finding::Severity::Warning, {}, u"lookup.key-twice"_s, {table.name, keys.join(u", "_s)}}});
    }
    return found;
}

int check(const Invocation& invocation)
{
    const auto files = readMapFiles(invocation);
    if (!files) {
        printError(files.error(), invocation.json);
        return kFault;
    }
    for (const Error& fault : files->mapping.faults)
        printError(fault, invocation.json);
    const mapping::LookupTables tables(files->lookups);
    QList<mapping::RuleFinding> findings = doubleKeys(*files, tables);
    findings += mapping::checkMapping(files->mapping.document, files->source ? &*files->source : nullptr,
                                      files->target ? &*files->target : nullptr, tables);
    bool wrong = !files->mapping.faults.isEmpty();
    for (const mapping::RuleFinding& one : findings) {
        wrong = wrong || one.finding.severity == Finding::Severity::Error;
        invocation.json ? printJson(findingJson(one)) : print(findingText(one));
    }
    // What only compiling finds: two rules for one field, nesting.
    const auto compiled = mapping::CompiledMapping::compile(files->mapping.document);
    if (!compiled && compiled.error().code != "mapping.formula"_L1) {
        printError(compiled.error(), invocation.json);
        wrong = true;
    }
    if (!wrong && !invocation.json) print(say("The mapping is in order.\n"));
    return wrong || !compiled ? kFault : kAllGood;
}

/// A mapping that can run, with what it runs on.
struct Prepared {
    MapFiles files;
    mapping::CompiledMapping mapping;
    mapping::RunContext context;
};

Result<Prepared> prepared(const Invocation& invocation)
{
    auto files = readMapFiles(invocation);
    if (!files) return tl::unexpected(files.error());
    if (!files->mapping.faults.isEmpty()) return fail(files->mapping.faults.first());
    auto compiled = mapping::CompiledMapping::compile(files->mapping.document);
    if (!compiled) return tl::unexpected(compiled.error());
    auto context = mapContext(*files, invocation);
    if (!context) return tl::unexpected(context.error());
    return Prepared{std::move(*files), std::move(*compiled), std::move(*context)};
}

Json faultJson(const formula::Fault& fault)
{
    return Json::object({{u"error"_s, formula::faultText(fault.kind)},
                         {u"code"_s, fault.code},
                         {u"facts"_s, textsJson(fault.facts)},
                         {u"at"_s, placeJson(fault.at)},
                         {u"message"_s, wordsFor(fault.code, fault.facts)}});
}

QByteArray refusedLine(qint64 number, const Error& error)
{
    return Json::object({{u"line"_s, number},
                         {u"errors"_s,
                          Json::array({Json::object({{u"code"_s, error.code},
                                                     {u"facts"_s, textsJson(error.facts)},
                                                     {u"message"_s, wording::sentenceFor(error).what}})})}})
        .toBytes();
}

QByteArray heldLine(qint64 number, const mapping::MappedResult& result)
{
    Json errors = Json::array();
    for (const mapping::FieldError& error : result.errors) {
        Json one = faultJson(error.fault);
        one.set(u"field"_s, error.field);
        one.set(u"formula"_s, error.formula);
        errors.append(one);
    }
    return Json::object({{u"line"_s, number}, {u"errors"_s, errors}}).toBytes();
}

/// Maps what comes and says how it ended.
class MapRun final
{
  public:
    explicit MapRun(const Prepared& prepared)
        : m_prepared(prepared)
    {
    }

    void map(const model::Record& record, qint64 number)
    {
        const mapping::MappedResult result = m_prepared.mapping.map(record, m_prepared.context);
        if (!result.isComplete()) {
            m_held = true;
            return m_lines.add(heldLine(number, result));
        }
        model::writePlain(m_writer, model::Value(result.target));
        m_lines.add(m_writer.take());
    }
    void refuse(const Error& error, qint64 number)
    {
        m_held = true;
        m_lines.add(refusedLine(number, error));
    }
    [[nodiscard]] int code() const { return m_held ? kRecordsNeedAttention : kAllGood; }

  private:
    const Prepared& m_prepared;
    Lines m_lines;
    JsonWriter m_writer;
    bool m_held = false;
};

/// Rows become groups first. The number of a group is the line that ended it.
int runGrouped(const Prepared& prepared, Records& records, MapRun& run, const Invocation& invocation)
{
    const bool sorted = invocation.options.contains(u"sorted"_s);
    mapping::RowGrouper grouper(*prepared.files.mapping.document.group,
                                sorted ? mapping::RowOrder::ByKey : mapping::RowOrder::AnyOrder);
    while (const auto row = records.next()) {
        if (!*row) {
            run.refuse(row->error(), records.number());
            continue;
        }
        const auto ended = grouper.add(**row);
        if (!ended && ended.error().kind != ErrorKind::RowRejected) {
            printError(ended.error(), invocation.json);
            return kFault;
        }
        if (!ended) {
            run.refuse(ended.error(), records.number());
            continue;
        }
        for (const model::Record& group : *ended)
            run.map(group, records.number());
    }
    for (const model::Record& group : grouper.finish())
        run.map(group, records.number());
    return run.code();
}

int runMapping(const Invocation& invocation)
{
    const auto ready = prepared(invocation);
    if (!ready) {
        printError(ready.error(), invocation.json);
        return kFault;
    }
    Records records(ready->mapping.requiredSourcePaths(), ready->files.source);
    MapRun run(*ready);
    if (ready->files.mapping.document.group) return runGrouped(*ready, records, run, invocation);
    while (const auto record = records.next())
        *record ? run.map(**record, records.number()) : run.refuse(record->error(), records.number());
    return run.code();
}

Json explanationJson(const mapping::Explanation& explained)
{
    Json steps = Json::array();
    for (const formula::TraceStep& step : explained.steps) {
        Json one =
            step.fault ? faultJson(*step.fault) : Json::object({{u"value"_s, model::plainJson(step.value)}});
        one.set(u"expression"_s, step.expression);
        one.set(u"at"_s, placeJson(step.at));
        steps.append(one);
    }
    Json json = Json::object({{u"target"_s, explained.target}, {u"formula"_s, explained.formula}});
    if (explained.fault)
        json.set(u"fault"_s, faultJson(*explained.fault));
    else
        json.set(u"value"_s, model::plainJson(explained.value));
    json.set(u"steps"_s, steps);
    Json lookups = Json::array();
    for (const mapping::LookupUse& use : explained.lookups) {
        Json one = Json::object({{u"table"_s, use.table}, {u"key"_s, use.key}});
        if (use.answer.row >= 0) one.set(u"row"_s, Json(use.answer.row + 1)); // as people count
        lookups.append(one);
    }
    if (lookups.size() > 0) json.set(u"lookups"_s, lookups);
    return json;
}

QString explanationText(const mapping::Explanation& explained)
{
    QString text = explained.target + u"  "_s + explained.formula + u'\n';
    for (const formula::TraceStep& step : explained.steps) {
        const QString value = step.fault ? formula::faultText(step.fault->kind) + u' ' +
                                               wordsFor(step.fault->code, step.fault->facts)
                                         : step.value.toPlainText();
        text += u"  %1  →  %2\n"_s.arg(step.expression, value);
    }
    return text;
}

int explainValue(const Invocation& invocation)
{
    if (invocation.arguments.size() < 3) return refuseWords(say("Write: tieoutctl map explain FILE FIELD"));
    const auto ready = prepared(invocation);
    if (!ready) {
        printError(ready.error(), invocation.json);
        return kFault;
    }
    const model::MappingDocument& document = ready->files.mapping.document;
    Records records(ready->mapping.requiredSourcePaths(), ready->files.source);
    int code = kAllGood;
    while (const auto record = records.next()) {
        if (!*record) {
            printError(record->error(), invocation.json);
            code = kRecordsNeedAttention;
            continue;
        }
        const model::Record seen = document.group ? mapping::groupOf(**record, *document.group) : **record;
        const auto explained = mapping::explain(document, seen, ready->context, invocation.arguments[2]);
        if (!explained) {
            printError(explained.error(), invocation.json);
            code = kRecordsNeedAttention;
            continue;
        }
        if (explained->fault) code = kRecordsNeedAttention;
        invocation.json ? printJson(explanationJson(*explained)) : print(explanationText(*explained));
    }
    return code;
}

} // namespace

int mapCommand(const Invocation& invocation)
{
    const QString what = invocation.arguments.value(0);
    if (what == "check"_L1) return check(invocation);
    if (what == "run"_L1) return runMapping(invocation);
    if (what == "explain"_L1) return explainValue(invocation);
    return refuseWords(say("Write: tieoutctl map check|run|explain FILE"));
}

} // namespace tieout::cli
