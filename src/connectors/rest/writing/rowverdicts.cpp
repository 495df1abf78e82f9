#include "connectors/rest/writing/rowverdicts.h"

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

/// The texts of a list of texts or objects; without a list, those of the row itself.
QStringList messagesAt(const Record& record, const QString& list, const QStringList& members)
{
    QStringList messages;
    const auto take = [&](const Record& from) {
        for (const QString& member : members) {
            const QString text = textAt(from, member);
            if (text.isEmpty()) continue;
            messages << text;
            return;
        }
    };
    if (list.isEmpty()) {
        take(record);
        return messages;
    }
    const Value& value = record.path(list);
    if (value.isText()) messages << *value.text();
    const model::ValueList* items = value.list();
    if (!items) return messages;
    for (const Value& item : *items) {
        if (item.record())
            take(*item.record());
        else if (item.isText())
            messages << *item.text();
    }
    return messages;
}

QStringList warningsAt(const Record& record, const WriteSpec::Result& spec)
{
    return spec.warnings.isEmpty() ? QStringList() : messagesAt(record, spec.warnings, spec.messages);
}

RowOutcome uncertain(const QString& code, const QString& text)
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Uncertain;
    outcome.error = errorOf(ErrorKind::Uncertain, code, text);
    return outcome;
}

/// Of a batch that is written as a whole or not at all.
RowOutcome batchRefused(const QString& message)
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Rejected;
    outcome.error = errorOf(ErrorKind::RowRejected, u"connector.batch-refused"_s,
                            u"another row was refused: "_s + message, {message});
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
    const QString key = object.identity.externalKey;
    const QString wrap = object.wraps.value(key);
    const QString echo = wrap.isEmpty() ? key : key + u'.' + wrap;
    QList<std::pair<QString, FieldType>> paths{{result.id, FieldType::Id},
                                               {result.statusField, FieldType::Text},
                                               {result.failedFlag, FieldType::Boolean},
                                               {result.version, FieldType::Instant},
                                               {result.number, FieldType::Text},
                                               {result.total, FieldType::Money},
                                               {echo, FieldType::Text}};
    paths.append({result.index, FieldType::Number});
    paths.append({result.key, FieldType::Text});
    const QString errors = result.errors.isEmpty() ? QString() : result.errors + u"[]."_s;
    for (const QString& member : result.messages + result.codes + result.fields)
        paths.append({errors + member, FieldType::Text});
    if (!result.errors.isEmpty() && result.messages.isEmpty())
        paths.append({result.errors + u"[]"_s, FieldType::Text});
    for (const QString& member : result.warnings.isEmpty() ? QStringList() : result.messages)
        paths.append({result.warnings + u"[]."_s + member, FieldType::Text});
    Layout layout;
    layout.plan = planOf(paths);
    layout.key = key;
    layout.echo = echo;
    return *m_layouts.insert(&write, layout);
}

bool RowVerdicts::isEcho(const Layout& layout, const WriteRow& row, const Record& answer) const
{
    if (layout.echo.isEmpty()) return true;
    const QString sent = textAt(row.target, layout.key).trimmed();
    const QString answered = textAt(answer, layout.echo).trimmed();
    return sent.isEmpty() || answered.isEmpty() || sent.compare(answered, Qt::CaseInsensitive) == 0;
}

RowOutcome RowVerdicts::refused(const WriteSpec& write, const Record& answer,
                                const QStringList& messages) const
{
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Rejected;
    const WriteSpec::Result& spec = write.result;
    outcome.error = classifyRow(m_manifest, messages, messagesAt(answer, spec.errors, spec.codes));
    const QStringList fields =
        spec.fields.isEmpty() ? QStringList() : messagesAt(answer, spec.errors, spec.fields);
    if (!fields.isEmpty()) outcome.error.text += u" ["_s + fields.join(u", ") + u']';
    outcome.warnings = warningsAt(answer, spec);
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
    const bool* flag = spec.failedFlag.isEmpty() ? nullptr : answer.path(spec.failedFlag).boolean();
    // Members of the row itself are an error's only when the row says that it failed.
    const bool saysFailed =
        spec.errorValues.contains(status) || (flag && *flag) || (!spec.errors.isEmpty() && !errors.isEmpty());
    const bool saysSaved = spec.okValues.contains(status);
    const bool needsId = !spec.id.isEmpty();
    const QString id = needsId ? textAt(answer, spec.id) : row.targetId;
    if (saysFailed) {
        // A success word beside an error is a contradiction; a created record beside one too.
        if (saysSaved || (needsId && row.targetId.isEmpty() && !isZeroId(id) && status.isEmpty()))
            return uncertain(u"answer.contradiction"_s, status + u": "_s + errors.join(u"; "));
        return refused(write, answer, errors);
    }
    if (!status.isEmpty() && !saysSaved && !spec.okValues.isEmpty())
        return uncertain(u"answer.status"_s, u"unknown status "_s + status);
    if (needsId && isZeroId(id)) return uncertain(u"answer.no-id"_s, u"saved, but without an id"_s);
    if (!row.targetId.isEmpty() && id.compare(row.targetId, Qt::CaseInsensitive) != 0)
        return uncertain(u"answer.rows"_s, u"another record answered: "_s + id);
    RowOutcome outcome;
    outcome.state = RowOutcome::State::Written;
    outcome.targetId = id;
    outcome.targetVersion = textAt(answer, spec.version);
    outcome.targetNumber = textAt(answer, spec.number);
    if (!spec.total.isEmpty() && answer.path(spec.total).number())
        outcome.total = *answer.path(spec.total).number();
    outcome.warnings = warningsAt(answer, spec);
    return outcome;
}

/// A refused batch lists the refused rows; the others may have been saved, nobody says so.
QList<RowOutcome> RowVerdicts::refusedElements(const WriteSpec& write, const Layout& layout,
                                               const QList<WriteRow>& rows,
                                               const QList<Record>& answers) const
{
    QList<RowOutcome> outcomes =
        allUncertain(rows, u"the batch was refused and this row is not in the answer"_s);
    if (write.atomic) {
        QString first;
        for (const Record& answer : answers) {
            const QStringList errors = messagesAt(answer, write.result.errors, write.result.messages);
            if (first.isEmpty()) first = errors.value(0);
        }
        outcomes.fill(batchRefused(first));
    }
    const bool byPosition = answers.size() == rows.size();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Record& answer = answers.at(i);
        const QStringList errors = messagesAt(answer, write.result.errors, write.result.messages);
        if (errors.isEmpty()) continue;
        const QString key = textAt(answer, layout.echo).trimmed();
        const QString id = textAt(answer, write.result.id);
        for (qsizetype r = 0; r < rows.size(); ++r) {
            const QString sent = textAt(rows.at(r).target, layout.key).trimmed();
            const bool sameKey = !key.isEmpty() && key.compare(sent, Qt::CaseInsensitive) == 0;
            const bool sameId = !isZeroId(id) && id.compare(rows.at(r).targetId, Qt::CaseInsensitive) == 0;
            const bool samePlace = byPosition && r == i && isEcho(layout, rows.at(r), answer);
            if (sameKey || sameId || samePlace) outcomes[r] = refused(write, answer, errors);
        }
    }
    return outcomes;
}

/// Answers by the row they are about; a row that none or two are about stays uncertain.
QList<RowOutcome> RowVerdicts::matched(const WriteSpec& write, const Layout& layout,
                                       const QList<WriteRow>& rows, const QList<Record>& answers) const
{
    const WriteSpec::Result& spec = write.result;
    QList<RowOutcome> outcomes = allUncertain(rows, u"the answer does not name this row"_s);
    QList<bool> isNamed(rows.size(), false);
    for (const Record& answer : answers) {
        qsizetype at = -1;
        if (spec.match == WriteSpec::Match::Index) {
            const Decimal* index = answer.path(spec.index).number();
            at = index ? qsizetype(index->toInteger().value_or(-1)) : -1;
        } else {
            const QString key = textAt(answer, spec.key).trimmed();
            for (qsizetype i = 0; i < rows.size() && at < 0; ++i) {
                if (!key.isEmpty() && rows.at(i).key.compare(key, Qt::CaseInsensitive) == 0) at = i;
            }
        }
        if (at < 0 || at >= rows.size()) continue;
        outcomes[at] = isNamed.at(at) ? uncertain(u"answer.rows"_s, u"two answers for one row"_s)
                                      : judged(write, layout, rows.at(at), answer);
        isNamed[at] = true;
    }
    return outcomes;
}

const WriteSpec* writeSpecOf(const Manifest& manifest, const PreparedWrite& write)
{
    const ObjectSpec* object = manifest.object(write.object);
    if (!object) return nullptr;
    if (write.operation == Operation::Action) {
        const auto action = object->actions.constFind(write.action);
        return action == object->actions.cend() ? nullptr : &*action;
    }
    const auto found = object->writes.constFind(write.operation);
    return found == object->writes.cend() ? nullptr : &*found;
}

Result<QList<RowOutcome>> RowVerdicts::read(const PreparedWrite& write, const net::HttpResponse& response)
{
    const ObjectSpec* object = m_manifest.object(write.object);
    const WriteSpec* spec = writeSpecOf(m_manifest, write);
    if (!spec) return fail(ErrorKind::Bug, u"connector.unknown-object"_s, write.object, {write.object});
    const bool isRefusal = response.status >= 400;
    QList<RowOutcome> outcomes;
    if (!isRefusal && spec->result.holds == WriteSpec::Holds::Nothing) {
        for (const WriteRow& row : write.rows) {
            outcomes.append(RowOutcome());
            outcomes.last().state = RowOutcome::State::Written;
            outcomes.last().targetId = row.targetId;
        }
        return outcomes;
    }
    const Layout& known = layout(*object, *spec);
    AnswerLayout answer;
    answer.records = isRefusal ? spec->result.elements : spec->result.rows;
    answer.isRecord = !isRefusal && spec->result.holds == WriteSpec::Holds::Record;
    Result<DecodedPage> page = m_reader.decode(response.body, known.plan, answer);
    if (!page) {
        Error error = page.error();
        error.kind = ErrorKind::Uncertain; // the bytes were processed, the answer is lost
        error.context.httpStatus = response.status;
        return fail(error);
    }
    if (isRefusal) return refusedElements(*spec, known, write.rows, page->records);
    if (spec->result.match != WriteSpec::Match::Position) {
        outcomes = matched(*spec, known, write.rows, page->records);
    } else if (page->records.size() != write.rows.size()) {
        return allUncertain(write.rows,
                            u"%1 rows sent, %2 answered"_s.arg(write.rows.size()).arg(page->records.size()));
    } else {
        for (qsizetype i = 0; i < write.rows.size(); ++i)
            outcomes.append(judged(*spec, known, write.rows.at(i), page->records.at(i)));
    }
    for (RowOutcome& outcome : outcomes)
        outcome.error.context.httpStatus = response.status;
    return outcomes;
}

} // namespace tieout::connectors
