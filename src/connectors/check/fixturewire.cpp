#include "connectors/check/fixturewire.h"

#include "connectors/rest/addresstemplate.h"

#include <QUrlQuery>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

QByteArray headerOf(const net::HttpRequest& request, const QString& name)
{
    for (const auto& [known, value] : request.headers) {
        if (known.compare(name.toLatin1(), Qt::CaseInsensitive) == 0) return value;
    }
    return {};
}

} // namespace

net::HttpResponse responseOf(const AnswerSpec& answer)
{
    net::HttpResponse response;
    response.status = answer.status;
    response.body = answer.body;
    bool hasType = false;
    for (const auto& [name, value] : answer.headers) {
        response.headers.append({name.toLatin1(), value.toUtf8()});
        hasType = hasType || name.compare(u"Content-Type", Qt::CaseInsensitive) == 0;
    }
    const bool isJson = answer.body.startsWith('{') || answer.body.startsWith('[');
    if (!hasType && isJson)
        response.headers.append({QByteArray("Content-Type"), QByteArray("application/json")});
    return response;
}

FixtureWire::FixtureWire(QList<FixtureSpec::Exchange> exchanges, QHash<QString, QString> variables)
    : m_exchanges(std::move(exchanges))
    , m_variables(std::move(variables))
{
}

void FixtureWire::complain(const QString& what, const QString& expected, const QString& found)
{
    m_complaints << u"request %1: %2 should be %3, but is %4"_s.arg(m_next + 1).arg(what, expected, found);
}

void FixtureWire::compare(const AskedSpec& asked, const net::HttpRequest& request)
{
    const QString verb = QString::fromLatin1(net::verbName(request.verb));
    if (!asked.verb.isEmpty() && asked.verb != verb) complain(u"the verb"_s, asked.verb, verb);
    if (!asked.url.isEmpty()) {
        const QString expected = filledTemplate(asked.url, m_variables).value_or(asked.url);
        const QString found = request.url.toString(QUrl::RemoveQuery | QUrl::FullyEncoded);
        if (expected != found) complain(u"the address"_s, expected, found);
    }
    const QUrlQuery query(request.url.query(QUrl::FullyEncoded));
    for (const auto& [name, value] : asked.query) {
        const QString found = query.queryItemValue(name, QUrl::FullyDecoded);
        if (found != value) complain(u"the query's "_s + name, value, found);
    }
    for (const auto& [name, value] : asked.headers) {
        const QString found = QString::fromUtf8(headerOf(request, name));
        const QString expected = filledTemplate(value, m_variables).value_or(value);
        if (found != expected) complain(u"the header "_s + name, expected, found);
    }
    if (!asked.hasBody) return;
    if (asked.body.isText()) { // a text that is no JSON: the rows of a job, a file
        const QString found = QString::fromUtf8(request.body);
        if (found != asked.body.toText()) complain(u"the body"_s, asked.body.toText(), found);
        return;
    }
    const Result<Json> body = Json::parse(request.body);
    if (!body || !(*body == asked.body))
        complain(u"the body"_s, QString::fromUtf8(asked.body.toBytes()), QString::fromUtf8(request.body));
}

Task<Result<net::HttpResponse>> FixtureWire::send(net::HttpRequest request, StopToken stop)
{
    Q_UNUSED(stop)
    if (m_next >= m_exchanges.size()) {
        const QString line = QString::fromLatin1(net::verbName(request.verb)) + u' ' +
                             request.url.toString(QUrl::FullyEncoded);
        if (m_complaints.size() < 20) m_complaints << u"no answer is recorded for "_s + line;
        co_return fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"no more answers"_s);
    }
    const FixtureSpec::Exchange exchange = m_exchanges.at(m_next);
    compare(exchange.asked, request);
    ++m_next;
    co_return responseOf(exchange.answer);
}

} // namespace tieout::connectors
