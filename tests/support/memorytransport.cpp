#include "support/memorytransport.h"

#include "net/stoplistener.h"

#include <QUrlQuery>

namespace tieout::support {

using namespace Qt::StringLiterals;

namespace {

Error makeError(ErrorKind kind, const QString& code)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.text = u"from the test's script"_s;
    return error;
}

Error broken(const net::HttpRequest& request, const QString& code)
{
    return makeError(request.repeat == net::Repeat::Safe ? ErrorKind::Retry : ErrorKind::Uncertain, code);
}

} // namespace

net::HttpResponse MemoryTransport::response(int status, QByteArray body, net::Headers headers)
{
    net::HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.body = std::move(body);
    return response;
}

void MemoryTransport::answer(int status, QByteArray body, net::Headers headers)
{
    m_script.push_back(Scripted{Answer(response(status, std::move(body), std::move(headers)))});
}

void MemoryTransport::fail(ErrorKind kind, const QString& code)
{
    m_script.push_back(Scripted{Answer(tieout::fail(makeError(kind, code)))});
}

void MemoryTransport::hang()
{
    m_script.push_back(Scripted{std::nullopt});
}

MemoryTransport::Scripted MemoryTransport::next(const net::HttpRequest& request)
{
    if (!m_script.empty()) {
        Scripted scripted = std::move(m_script.front());
        m_script.pop_front();
        return scripted;
    }
    if (m_handler) return Scripted{m_handler(request)};
    return Scripted{Answer(tieout::fail(makeError(ErrorKind::Bug, u"test.no-answer"_s)))};
}

Task<Result<net::HttpResponse>> MemoryTransport::send(net::HttpRequest request, StopToken stop)
{
    if (stop.stopNow()) co_return tieout::fail(makeError(ErrorKind::Cancelled, u"net.cancelled"_s));
    m_calls.append(Call{m_clock.now(), request});
    m_mostUnderway = qMax(m_mostUnderway, ++m_underway);
    Scripted scripted = next(request);
    const net::Pending<Answer> arrival;
    std::optional<Clock::TimerId> timer;
    if (!scripted.answer) {
        timer = m_clock.callAfter(request.deadline, [arrival, request] {
            arrival.complete(tieout::fail(broken(request, u"net.timeout"_s)));
        });
    } else if (m_latency.count() > 0) {
        timer =
            m_clock.callAfter(m_latency, [arrival, answer = *scripted.answer] { arrival.complete(answer); });
    } else {
        arrival.complete(*scripted.answer);
    }
    const net::StopListener listener(stop, [arrival, request] {
        const bool uncertain = request.repeat == net::Repeat::Never;
        arrival.complete(tieout::fail(uncertain ? broken(request, u"net.cut"_s)
                                                : makeError(ErrorKind::Cancelled, u"net.cancelled"_s)));
    });
    Answer answer = co_await arrival;
    if (timer) m_clock.cancel(*timer);
    --m_underway;
    co_return answer;
}

QString MemoryTransport::formValue(const net::HttpRequest& request, const QString& name)
{
    const QUrlQuery query(QString::fromLatin1(request.body));
    return query.hasQueryItem(name) ? query.queryItemValue(name, QUrl::FullyDecoded) : QString();
}

} // namespace tieout::support
