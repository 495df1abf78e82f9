#include "connectors/rest/jobs/jobverdicts.h"

#include "connectors/files/csv/csvscanner.h"
#include "connectors/rest/classify.h"
#include "connectors/rest/jobs/jobrows.h"

#include <QBuffer>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::RowOutcome;

namespace {

QString textOf(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), qsizetype(cell.size()));
}

RowOutcome outcomeOf(RowOutcome::State state, Error error)
{
    RowOutcome outcome;
    outcome.state = state;
    outcome.error = std::move(error);
    return outcome;
}

RowOutcome uncertain(const QString& code, const QString& text)
{
    return outcomeOf(RowOutcome::State::Uncertain, errorOf(ErrorKind::Uncertain, code, text));
}

/// Of a row that a job had not come to when somebody stopped it.
Error stopped(const QString& label)
{
    return errorOf(ErrorKind::Retry, u"connector.job-stopped"_s, u"the job was stopped before this row"_s,
                   {label});
}

} // namespace

class ResultRows::Impl final
{
  public:
    explicit Impl(QByteArray text)
        : m_text(std::move(text))
        , m_device(&m_text)
    {
        m_device.open(QIODevice::ReadOnly);
        m_scanner = std::make_unique<CsvScanner>(bytesOf(m_device, TextEncoding::Utf8, u"results"_s),
                                                 CsvDialect{}, u"results"_s);
    }

    Result<bool> next()
    {
        if (m_columns.isEmpty()) {
            const Result<bool> header = scan();
            if (!header || !*header) return header; // no rows, not even a head: a job without rows
            for (const std::string_view cell : m_scanner->cells()) {
                m_places.insert(textOf(cell).toLower(), m_columns.size());
                m_columns << textOf(cell);
            }
        }
        const Result<bool> more = scan();
        if (more && *more && qsizetype(m_scanner->cells().size()) != m_columns.size())
            return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, u"a row of another width"_s);
        return more;
    }

    [[nodiscard]] std::string_view cell(const QString& column) const
    {
        const auto place = m_places.constFind(column.toLower());
        return place == m_places.cend() ? std::string_view() : m_scanner->cells()[size_t(*place)];
    }
    [[nodiscard]] const QStringList& columns() const { return m_columns; }

  private:
    Result<bool> scan()
    {
        const Result<bool> more = m_scanner->next();
        if (more) return more;
        return fail(ErrorKind::RemoteFault, u"answer.malformed"_s, more.error().text);
    }

    QByteArray m_text;
    QBuffer m_device;
    std::unique_ptr<CsvScanner> m_scanner;
    QStringList m_columns;
    QHash<QString, qsizetype> m_places;
};

ResultRows::ResultRows(QByteArray text)
    : m_impl(std::make_unique<Impl>(std::move(text)))
{
}

ResultRows::~ResultRows() = default;

Result<bool> ResultRows::next()
{
    return m_impl->next();
}

std::string_view ResultRows::cell(const QString& column) const
{
    return m_impl->cell(column);
}

const QStringList& ResultRows::columns() const
{
    return m_impl->columns();
}

JobVerdicts::JobVerdicts(const Manifest& manifest, const ObjectSpec& object, const WriteSpec& write,
                         QList<WriteRow> rows)
    : m_manifest(manifest)
    , m_object(object)
    , m_write(write)
    , m_rows(std::move(rows))
{
}

Result<void> JobVerdicts::take(const QByteArray& text, Part part, const QList<qint64>& expected)
{
    const IngestSpec& spec = *m_manifest.jobs.ingest;
    QHash<QString, Found> found = m_found;
    qint64 count = 0;
    ResultRows rows(text);
    for (;;) {
        const Result<bool> more = rows.next();
        if (!more) return fail(more.error());
        if (!*more) break;
        ++count;
        const QString key = textOf(rows.cell(m_write.job->key)).toCaseFolded();
        Found row;
        row.part = part;
        row.id = textOf(rows.cell(spec.idColumn));
        row.twice = found.contains(key);
        if (part == Part::Refused) row.error = textOf(rows.cell(spec.errorColumn));
        found.insert(key, row);
    }
    if (!expected.isEmpty() && !expected.contains(count))
        return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"rows of a result are missing"_s,
                    {m_object.label, QString::number(count), QString::number(expected.first())});
    m_found = std::move(found);
    return {};
}

RowOutcome JobVerdicts::written(const WriteRow& row, const Found& found) const
{
    const bool isZero =
        std::all_of(found.id.begin(), found.id.end(), [](QChar c) { return c == u'0' || c == u'-'; });
    if (isZero) return uncertain(u"answer.no-id"_s, u"saved, but without an id"_s);
    // An id may be asked for in a short form that the long one begins with.
    const bool isSame = found.id.compare(row.targetId, Qt::CaseInsensitive) == 0 ||
                        found.id.startsWith(row.targetId, Qt::CaseSensitive);
    if (!row.targetId.isEmpty() && !isSame)
        return uncertain(u"answer.rows"_s, u"another record answered: "_s + found.id);
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Written;
    outcome.targetId = found.id;
    return outcome;
}

Error JobVerdicts::refusal(const QString& cell) const
{
    const QRegularExpression& pattern = m_manifest.jobs.ingest->error;
    constexpr qsizetype kMost = 4096;
    const QRegularExpressionMatch match =
        pattern.pattern().isEmpty() ? QRegularExpressionMatch() : pattern.match(cell.left(kMost));
    if (!match.hasMatch()) return classifyRow(m_manifest, {cell});
    const QString code = match.captured(u"code");
    const QStringList codes = code.isEmpty() ? QStringList() : QStringList{code};
    Error error = classifyRow(m_manifest, {match.captured(u"message")}, codes);
    const QString fields = match.captured(u"fields").trimmed();
    if (!fields.isEmpty()) error.text += u" ["_s + fields + u']';
    return error;
}

QList<RowOutcome> JobVerdicts::outcomes(const QString& fault) const
{
    QList<RowOutcome> outcomes;
    outcomes.reserve(m_rows.size());
    for (const WriteRow& row : m_rows) {
        const auto found = m_found.constFind(jobRowKey(m_object, m_write, row).toCaseFolded());
        if (found == m_found.cend())
            outcomes += uncertain(u"answer.rows"_s, u"the results do not name this row"_s);
        else if (found->twice)
            outcomes += uncertain(u"answer.rows"_s, u"two results for one row"_s);
        else if (found->part == Part::Written)
            outcomes += written(row, *found);
        else if (found->part == Part::Unsent && fault.isEmpty())
            outcomes += outcomeOf(RowOutcome::State::Rejected, stopped(m_object.label));
        else
            outcomes += outcomeOf(RowOutcome::State::Rejected,
                                  refusal(found->part == Part::Refused ? found->error : fault));
    }
    return outcomes;
}

} // namespace tieout::connectors
