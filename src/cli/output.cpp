#include "cli/output.h"

#include "model/errorjson.h"
#include "model/runjson.h"
#include "wording/sentences.h"

#include <QCoreApplication>
#include <QTextStream>

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("tieoutctl", text);
}

} // namespace

Table::Table(QStringList header, QList<int> rightAligned)
    : m_header(std::move(header))
    , m_right(std::move(rightAligned))
{
}

void Table::add(QStringList cells)
{
    m_rows += std::move(cells);
}

QString Table::toText() const
{
    QList<qsizetype> widths;
    for (const auto& title : m_header)
        widths += title.size();
    for (const auto& row : m_rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    const auto line = [&](const QStringList& cells) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0) text += u"  "_s;
            text += m_right.contains(int(i)) ? cells[i].rightJustified(widths[i])
                                             : cells[i].leftJustified(widths[i]);
        }
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    };
    QString text = line(m_header);
    for (const auto& row : m_rows)
        text += line(row);
    return text;
}

void print(const QString& text)
{
    QTextStream(stdout) << text;
}

void printJson(const Json& json)
{
    QTextStream(stdout) << QString::fromUtf8(json.toBytes()) << "\n";
}

QString messageFor(const Error& error)
{
    const wording::Sentence sentence = wording::sentenceFor(error);
    QStringList parts{sentence.what};
    if (wording::hasSentence(error.code) && !sentence.why.isEmpty()) parts.append(sentence.why);
    if (sentence.fix.endsWith(u'?')) parts.append(sentence.fix);
    return parts.join(u' ');
}

QString messageFor(const QString& code, const QStringList& facts)
{
    return messageFor(errorOf(ErrorKind::BadConfig, code, {}, facts));
}

void printError(const Error& error, bool json)
{
    const auto sentence = wording::sentenceFor(error);
    if (json) {
        Json object = Json::object({{u"error"_s, model::toJson(error)}});
        object.set(u"message"_s, Json(sentence.what));
        printJson(object);
        return;
    }
    QTextStream out(stderr);
    out << sentence.what << "\n";
    if (!sentence.why.isEmpty()) out << sentence.why << "\n";
    if (!sentence.fix.isEmpty()) out << sentence.fix << "\n";
}

Json recordJson(const model::RunRecord& record)
{
    Json json = Json::object({{u"source"_s, record.sourceId},
                              {u"title"_s, record.title},
                              {u"party"_s, record.party},
                              {u"outcome"_s, model::outcomeName(record.outcome)},
                              {u"target"_s, record.targetId},
                              {u"number"_s, record.targetNumber},
                              {u"currency"_s, record.currency}});
    json.set(u"amount"_s, record.amount ? Json(record.amount->toString()) : Json());
    Json changes = Json::array();
    for (const auto& change : record.changes)
        changes.append(Json::object({{u"field"_s, change.field},
                                     {u"before"_s, change.before.toPlainText()},
                                     {u"after"_s, change.after.toPlainText()}}));
    json.set(u"changes"_s, changes);
    json.set(u"reason"_s, record.reason ? model::toJson(*record.reason) : Json());
    return json;
}

QString runText(const model::RunReport& report)
{
    const auto& counts = report.counts;
    QString text = report.flowTitle + u"\n"_s;
    text += report.mode == model::RunMode::Preview ? say("Preview: nothing was written.\n") : QString();
    Table table({say("Read"), say("New"), say("Changed"), say("Unchanged"), say("Left out"), say("Held"),
                 say("Failed"), say("Being checked")},
                {0, 1, 2, 3, 4, 5, 6, 7});
    QStringList cells;
    for (const qint64 count : {counts.read, counts.created, counts.updated, counts.unchanged, counts.skipped,
                               counts.held, counts.failed, counts.uncertain})
        cells += QString::number(count);
    table.add(cells);
    text += table.toText();
    const auto created = model::createdTotals(report);
    const auto part = [](const QMap<QString, Decimal>& totals, const QString& currency) {
        return totals.value(currency).rounded(2).toString();
    };
    for (auto it = report.totals.cbegin(); it != report.totals.cend(); ++it) {
        text += u"%1 %2"_s.arg(it.key(), it.value().rounded(2).toString());
        if (report.updatedTotals.contains(it.key()))
            text += u" "_s + say("(new %1, changed %2)")
                                 .arg(part(created, it.key()), part(report.updatedTotals, it.key()));
        text += u'\n';
    }
    if (report.approvedPreview > 0 && report.state == model::RunState::Finished)
        text += say("Written as approved in preview %1.\n").arg(report.approvedPreview);
    text += say("Calls: %1 to read, %2 to write\n").arg(report.readCalls).arg(report.writeCalls);
    return text;
}

} // namespace tieout::cli
