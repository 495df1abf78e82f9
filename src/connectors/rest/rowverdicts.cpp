#include "connectors/rest/rowverdicts.h"

#include "connectors/rest/classify.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Record;
using model::RowOutcome;
using model::Value;

namespace {

QString textAt(const Record& record, const QString& path)
{
    return path.isEmpty() ? QString() : record.path(path).toPlainText();
}

bool isZeroId(const QString& id)
{
    return id.isEmpty() || std::all_of(id.begin(), id.end(), [](QChar c) { return c == u'0' || c == u'-'; });
}

QStringList messagesAt(const Record& record, const QString& list, const QStringList& members)
{
    QStringList messages;
    const model::ValueList* items = list.isEmpty() ? nullptr : record.value(list).list();
    if (!items) return messages;
    for (const Value& item : *items) {
        if (!item.record()) continue;
        for (const QString& member : members) {
            const QString text = textAt(*item.record(), member);
            if (text.isEmpty()) continue;
            messages << text;
            break;
        }
    }
    return messages;
}

RowOutcome uncertain(const QString& code, const QString& text)
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Uncertain;
    outcome.error.kind = ErrorKind::Uncertain;
    outcome.error.code = code;
    outcome.error.text = text;
    return outcome;
}

QList<RowOutcome> allUncertain(const QList<WriteRow>& rows, const QString& text)
{
    return QList<RowOutcome>(rows.size(), uncertain(u"answer.rows"_s, text));
}

} // namespace

RowVerdicts::RowVerdicts(const Manifest& manifest)
    : m_manifest(manifest)
{
}

const RowVerdicts::Layout& RowVerdicts::layout(const ObjectSpec& object, const WriteSpec& write)
{
    const auto known = m_layouts.constFind(&write);
    if (known != m_layouts.cend()) return *known;
    const WriteSpec::Result& result = write.result;
    QList<std::pair<QString, FieldType>> paths{{result.id, FieldType::Id},
                                               {result.statusField, FieldType::Text},
                                               {result.failedFlag, FieldType::Boolean},
                                               {result.version, FieldType::Instant},
                                               {result.number, FieldType::Text},
                                               {result.total, FieldType::Money},
                                               {object.identity.externalKey, FieldType::Text}};
    for (const QString& list : {result.errors, result.warnings}) {
        if (list.isEmpty()) continue;
        for (const QString& member : result.messages)
            paths.append({list + u"[]."_s + member, FieldType::Text});
    }
    Layout layout;
    layout.plan = planOf(paths);
    layout.echo = object.identity.externalKey;
    return *m_layouts.insert(&write, layout);
}

bool RowVerdicts::isEcho(const Layout& layout, const WriteRow& row, const Record& answer) const
{
    if (layout.echo.isEmpty()) return true;
    const QString sent = textAt(row.target, layout.echo).trimmed();
    const QString answered = textAt(answer, layout.echo).trimmed();
    return sent.isEmpty() || answered.isEmpty() || sent.compare(answered, Qt::CaseInsensitive) == 0;
}

RowOutcome RowVerdicts::refused(const WriteSpec& write, const Record& answer,
                                const QStringList& messages) const
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Rejected;
    outcome.error = classifyRow(m_manifest, messages);
    outcome.warnings = messagesAt(answer, write.result.warnings, write.result.messages);
    return outcome;
}

RowOutcome RowVerdicts::judged(const WriteSpec& write, const Layout& layout, const WriteRow& row,
                               const Record& answer) const
{
    const WriteSpec::Result& spec = write.result;
    if (!isEcho(layout, row, answer))
        return uncertain(u"answer.rows"_s, u"the answer shows another row: "_s + textAt(answer, layout.echo));
    const QString status = textAt(answer, spec.statusField);
    const QStringList errors = messagesAt(answer, spec.errors, spec.messages);
    const bool* flag = spec.failedFlag.isEmpty() ? nullptr : answer.value(spec.failedFlag).boolean();
    const bool saysFailed = spec.errorValues.contains(status) || (flag && *flag) || !errors.isEmpty();
    const bool saysSaved = spec.okValues.contains(status);
    const QString id = textAt(answer, spec.id);
    if (saysFailed) {
        // A success word beside an error is a contradiction; a created record beside one too.
        if (saysSaved || (row.targetId.isEmpty() && !isZeroId(id) && status.isEmpty()))
            return uncertain(u"answer.contradiction"_s, status + u": "_s + errors.join(u"; "));
        return refused(write, answer, errors);
    }
    if (!status.isEmpty() && !saysSaved) return uncertain(u"answer.status"_s, u"unknown status "_s + status);
    if (isZeroId(id)) return uncertain(u"answer.no-id"_s, u"saved, but without an id"_s);
    if (!row.targetId.isEmpty() && id.compare(row.targetId, Qt::CaseInsensitive) != 0)
        return uncertain(u"answer.rows"_s, u"another record answered: "_s + id);
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Written;
    outcome.targetId = id;
    outcome.targetVersion = textAt(answer, spec.version);
    outcome.targetNumber = textAt(answer, spec.number);
    if (!spec.total.isEmpty() && answer.value(spec.total).number())
        outcome.total = *answer.value(spec.total).number();
    outcome.warnings = messagesAt(answer, spec.warnings, spec.messages);
    return outcome;
}

/// A refused batch lists the refused rows; the others may have been saved, nobody says so.
QList<RowOutcome> RowVerdicts::refusedElements(const WriteSpec& write, const Layout& layout,
                                               const QList<WriteRow>& rows,
                                               const QList<Record>& answers) const
{
    QList<RowOutcome> outcomes =
        allUncertain(rows, u"the batch was refused and this row is not in the answer"_s);
    const bool byPosition = answers.size() == rows.size();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Record& answer = answers.at(i);
        const QStringList errors = messagesAt(answer, write.result.errors, write.result.messages);
        if (errors.isEmpty()) continue;
        const QString key = textAt(answer, layout.echo).trimmed();
        const QString id = textAt(answer, write.result.id);
        for (qsizetype r = 0; r < rows.size(); ++r) {
            const QString sent = textAt(rows.at(r).target, layout.echo).trimmed();
            const bool sameKey = !key.isEmpty() && key.compare(sent, Qt::CaseInsensitive) == 0;
            const bool sameId = !isZeroId(id) && id.compare(rows.at(r).targetId, Qt::CaseInsensitive) == 0;
            const bool samePlace = byPosition && r == i && isEcho(layout, rows.at(r), answer);
            if (sameKey || sameId || samePlace) outcomes[r] = refused(write, answer, errors);
        }
    }
    return outcomes;
}

Result<QList<RowOutcome>> RowVerdicts::read(const PreparedWrite& write, const net::HttpResponse& response)
{
    const ObjectSpec* object = m_manifest.object(write.object);
    if (!object || !object->writes.contains(write.operation))
        return fail(ErrorKind::Bug, u"connector.unknown-object"_s, write.object, {write.object});
    const WriteSpec& spec = *object->writes.constFind(write.operation);
    const Layout& known = layout(*object, spec);
    const bool isRefusal = response.status >= 400;
    AnswerLayout answer;
    answer.records = isRefusal ? spec.result.elements : spec.result.rows;
    Result<DecodedPage> page = m_reader.decode(response.body, known.plan, answer);
    if (!page) {
        Error error = page.error();
        error.kind = ErrorKind::Uncertain; // the bytes were processed, the answer is lost
        error.context.httpStatus = response.status;
        return fail(error);
    }
    if (isRefusal) return refusedElements(spec, known, write.rows, page->records);
    if (page->records.size() != write.rows.size())
        return allUncertain(write.rows,
                            u"%1 rows sent, %2 answered"_s.arg(write.rows.size()).arg(page->records.size()));
    QList<RowOutcome> outcomes;
    for (qsizetype i = 0; i < write.rows.size(); ++i) {
        outcomes.append(judged(spec, known, write.rows.at(i), page->records.at(i)));
        outcomes.last().error.context.httpStatus = response.status;
    }
    return outcomes;
}

} // namespace tieout::connectors
