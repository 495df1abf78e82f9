#include "cli/mapcommands.h"

#include "cli/inputlines.h"
#include "cli/mapfiles.h"
#include "cli/mapwords.h"
#include "cli/output.h"
#include "cli/session.h"
#include "mapping/compiledmapping.h"
#include "mapping/edit/rulefaults.h"
#include "mapping/explain.h"
#include "mapping/mappingcheck.h"
#include "model/plainrecord.h"
#include "model/recordline.h"

#include <QFile>
#include <QLocale>
#include <QTextStream>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using formula::Finding;
using mapping::RulePart;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;
constexpr qint64 kLongestLine = 64 * kMegabyte;
constexpr qsizetype kBuffered = 64 * 1024;

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
        : m_lines(kLongestLine)
        , m_reader(paths, schema ? &*schema : nullptr)
    {
    }

    /// Nothing at the end of the input.
    std::optional<Result<model::Record>> next()
    {
        while (true) {
            const QByteArray line = m_lines.next();
            if (m_lines.isAtEnd()) return std::nullopt;
            if (m_lines.wasTooLong())
                return Result<model::Record>(fail(ErrorKind::RowRejected, u"record.too-long"_s,
                                                  u"the line is too long"_s,
                                                  {QString::number(kLongestLine / kMegabyte)}));
            if (!line.trimmed().isEmpty()) return m_reader.read(line);
        }
    }
    [[nodiscard]] qint64 number() const { return m_lines.number(); }

  private:
    InputLines m_lines;
    model::RecordLineReader m_reader;
};

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

int refuseAll(const QList<Error>& errors, const Invocation& invocation)
{
    for (const Error& error : errors) {
        if (error.code == "cli.usage"_L1) return refuseWords(error.text);
        printError(error, invocation.json);
    }
    return kFault;
}

/// Of the rules that could not be read in full only their damage counts.
QList<mapping::RuleFinding> findingsOf(const MapFiles& files)
{
    const mapping::LookupTables tables(files.lookups);
    const model::MappingDocument& document = files.mapping.document;
    QSet<QString> damaged;
    for (const mapping::RuleFinding& rule : mapping::faultyRules(document, files.mapping.faults))
        damaged.insert(rule.target);
    QList<mapping::RuleFinding> findings = doubleKeys(files, tables);
    const auto found = mapping::checkMapping(document, files.source ? &*files.source : nullptr,
                                             files.target ? &*files.target : nullptr, tables);
    for (const mapping::RuleFinding& one : found) {
        // What a damaged rule fills is not known: a field may look as if it had none.
        const bool unsure = !files.mapping.faults.isEmpty() && one.finding.code == "target.required"_L1;
        if (!unsure && !damaged.contains(one.target)) findings.append(one);
    }
    return findings;
}

int check(const Invocation& invocation)
{
    const auto files = readMapFiles(invocation);
    if (!files) return refuseAll({files.error()}, invocation);
    refuseAll(files->mapping.faults, invocation);
    bool wrong = !files->mapping.faults.isEmpty();
    for (const mapping::RuleFinding& one : findingsOf(*files)) {
        wrong = wrong || one.finding.severity == Finding::Severity::Error;
        invocation.json ? printJson(findingJson(one)) : print(findingText(one));
    }
    if (!wrong && !invocation.json) print(say("The mapping is in order.\n"));
    return wrong ? kFault : kAllGood;
}

/// A mapping that can run, with what it runs on.
struct Prepared {
    MapFiles files;
    mapping::CompiledMapping mapping;
    mapping::RunContext context;
};

/// Fields that the source does not have would be blank in every record: no run goes on with them.
QList<Error> unknownFields(const MapFiles& files)
{
    QList<Error> errors;
    if (!files.source) return errors;
    const auto findings = mapping::checkMapping(files.mapping.document, &*files.source, nullptr, {});
    for (const mapping::RuleFinding& rule : findings) {
        if (rule.finding.code == "formula.unknown-field"_L1)
            errors.append(mapping::formulaRefusal(rule.finding, {}, rule.target));
    }
    return errors;
}

mapping::Collected<Prepared> prepared(const Invocation& invocation)
{
    auto files = readMapFiles(invocation);
    if (!files) return tl::unexpected(QList{files.error()});
    QList<Error> faults = files->mapping.faults;
    if (faults.isEmpty()) faults = mapping::CompiledMapping::faultsOf(files->mapping.document);
    if (faults.isEmpty()) faults = unknownFields(*files);
    if (!faults.isEmpty()) return tl::unexpected(std::move(faults));
    auto compiled = mapping::CompiledMapping::compile(files->mapping.document);
    if (!compiled) return tl::unexpected(QList{compiled.error()});
    auto context = mapContext(*files, invocation);
    if (!context) return tl::unexpected(QList{context.error()});
    return Prepared{std::move(*files), std::move(*compiled), std::move(*context)};
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
            return m_lines.add(heldJson(number, result).toBytes());
        }
        model::writePlain(m_writer, model::Value(result.target));
        m_lines.add(m_writer.take());
    }
    void refuse(const Error& error, qint64 number)
    {
        m_held = true;
        m_lines.add(refusedJson(number, error).toBytes());
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
    if (!ready) return refuseAll(ready.error(), invocation);
    Records records(ready->mapping.requiredSourcePaths(), ready->files.source);
    MapRun run(*ready);
    if (ready->files.mapping.document.group) return runGrouped(*ready, records, run, invocation);
    while (const auto record = records.next())
        *record ? run.map(**record, records.number()) : run.refuse(record->error(), records.number());
    return run.code();
}

void tellRefused(qint64 line, const Error& error, const Invocation& invocation)
{
    if (invocation.json) return printJson(refusedJson(line, error));
    //: %1 is the number of a line, %2 what is wrong with it
    QTextStream(stderr) << say("Line %1: %2").arg(QLocale().toString(line), messageFor(error)) << '\n';
}

int explainValue(const Invocation& invocation)
{
    if (invocation.arguments.size() < 3) return refuseWords(say("Write: tieoutctl map explain FILE FIELD"));
    const auto ready = prepared(invocation);
    if (!ready) return refuseAll(ready.error(), invocation);
    const model::MappingDocument& document = ready->files.mapping.document;
    Records records(ready->mapping.requiredSourcePaths(), ready->files.source);
    int code = kAllGood;
    while (const auto record = records.next()) {
        if (!*record) {
            tellRefused(records.number(), record->error(), invocation);
            code = kRecordsNeedAttention;
            continue;
        }
        const model::Record seen = document.group ? mapping::groupOf(**record, *document.group) : **record;
        const auto explained = mapping::explain(document, seen, ready->context, invocation.arguments[2]);
        if (!explained) {
            tellRefused(records.number(), explained.error(), invocation);
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
