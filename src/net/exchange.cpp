#include "net/exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace tieout::net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReadStep = 256 * 1024;
/// Fast parsers look at some bytes behind the end: with room for them there a large answer is not copied.
constexpr qint64 kRoomBehind = 256;

/// Errors that Qt makes from a status: the answer is there whole, its status says all.
bool isStatusError(QNetworkReply::NetworkError error, int status)
{
    if (status == 0) return false;
    switch (error) {
    case QNetworkReply::NoError:
        return true;
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return false;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407;
    default:
        return error > QNetworkReply::UnknownProxyError;
    }
}

bool isNameOrConnectError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return true;
    default:
        return false;
    }
}

} // namespace

Exchange::Exchange(HttpRequest request, NetworkLimits limits)
    : m_request(std::move(request))
    , m_limits(limits)
    , m_deadline(new QTimer)
{
    m_deadline->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this, &Exchange::onDeadline);
}

Exchange::~Exchange()
{
    release();
}

void Exchange::release()
{
    if (m_deadline) {
        m_deadline->stop();
        m_deadline->deleteLater();
    }
    m_deadline.clear();
    if (!m_reply) return;
    m_reply->disconnect(this);
    if (m_reply->isRunning()) m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void Exchange::start(QNetworkAccessManager& wire)
{
    m_deadline->start(m_request.deadline);
    const QNetworkRequest request = wireRequest();
    if (m_request.verb == Verb::Get) {
        m_reply = wire.get(request);
    } else {
        m_upload = new UploadBody(m_request.body);
        m_reply = wire.sendCustomRequest(request, verbName(m_request.verb), m_upload);
        m_upload->setParent(m_reply);
    }
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_mayHaveLeft = true; });
    connect(m_reply, &QIODevice::readyRead, this, [this] { (void)takeBytes(); });
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
}

QNetworkRequest Exchange::wireRequest() const
{
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(m_limits.inactivity.count()));
    request.setDecompressedSafetyCheckThreshold(m_limits.largestResponse);
    request.setRawHeader("User-Agent", "Tieout/" TIEOUT_VERSION);
    if (m_request.verb != Verb::Get) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        if (!m_request.contentType.isEmpty()) request.setRawHeader("Content-Type", m_request.contentType);
    }
    for (const auto& [name, value] : m_request.headers)
        request.setRawHeader(name, value);
    return request;
}

void Exchange::abandonStopped()
{
    // A write that was cut by our own stop has an unknown end too; the run must look it up.
    if (!nothingLeft() && m_request.repeat == Repeat::Never) {
        settle(fail(broken(u"net.cut"_s, u"stopped while the answer was outstanding"_s)));
    } else {
        settle(fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"stopped"_s));
    }
    deliver();
}

void Exchange::onDeadline()
{
    settle(
        fail(broken(u"net.timeout"_s, u"no complete answer within %1 ms"_s.arg(m_request.deadline.count()))));
}

bool Exchange::takeBytes()
{
    if (m_body.isEmpty()) {
        const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (announced > 0 && announced <= m_limits.largestResponse) m_body.reserve(announced + kRoomBehind);
    }
    // In steps: a small compressed answer may unfold to anything.
    while (m_reply->bytesAvailable() > 0 && m_body.size() <= m_limits.largestResponse) {
        const QByteArray step = m_reply->read(kReadStep);
        if (step.isEmpty()) break;
        m_body += step;
    }
    if (m_body.size() <= m_limits.largestResponse) return true;
    settle(fail(ErrorKind::RemoteFault, u"net.too-large"_s,
                u"the answer is larger than %1 bytes"_s.arg(m_limits.largestResponse),
                {m_request.url.host()}));
    return false;
}

void Exchange::onFinished()
{
    if (takeBytes()) settle(verdict());
}

Result<HttpResponse> Exchange::verdict()
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    if (!isStatusError(error, response.status)) return fail(wireError(error));
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        response.headers.append({name, value});
    const QByteArray announced = response.header("Content-Length");
    const bool plain = response.header("Content-Encoding").isEmpty();
    if (plain && !announced.isEmpty() && announced.toLongLong() != m_body.size()) {
        return fail(
            broken(u"net.cut"_s,
                   u"%1 of %2 bytes arrived"_s.arg(m_body.size()).arg(QString::fromLatin1(announced))));
    }
    response.body = std::move(m_body);
    return response;
}

Error Exchange::wireError(QNetworkReply::NetworkError error) const
{
    const QString text = m_reply->errorString();
    const QString host = m_request.url.host();
    if (error == QNetworkReply::SslHandshakeFailedError && !m_mayHaveLeft)
        return errorOf(ErrorKind::BadConfig, u"net.tls"_s, text, {host});
    if (error == QNetworkReply::ProxyAuthenticationRequiredError && !m_mayHaveLeft)
        return errorOf(ErrorKind::BadConfig, u"net.proxy-login"_s, text, {host});
    // A repeat of the request by Qt may meet a closed port after the first bytes left on the old connection.
    if (error == QNetworkReply::ContentReSendError) return broken(u"net.cut"_s, text);
    if (!m_mayHaveLeft && (isNameOrConnectError(error) || nothingLeft()))
        return errorOf(ErrorKind::Retry, u"net.unreachable"_s, text, {host});
    if (error == QNetworkReply::OperationCanceledError) // only the inactivity timer aborts by itself
        return broken(u"net.timeout"_s, u"nothing heard for %1 ms"_s.arg(m_limits.inactivity.count()));
    return broken(u"net.cut"_s, text);
}

bool Exchange::nothingLeft() const
{
    // Qt does not tell when a request with an empty body leaves: then only the kind of error can.
    return !m_mayHaveLeft && m_upload && m_upload->size() > 0 && m_upload->taken() == 0;
}

Error Exchange::broken(const QString& code, const QString& text) const
{
    const QString host = m_request.url.host();
    if (nothingLeft()) {
        return errorOf(ErrorKind::Retry, u"net.unreachable"_s, text, {host});
    }
    const bool mayRepeat = m_request.repeat == Repeat::Safe;
    return errorOf(mayRepeat ? ErrorKind::Retry : ErrorKind::Uncertain, code, text, {host});
}

void Exchange::settle(Result<HttpResponse> result)
{
    if (m_verdict) return;
    m_verdict.emplace(std::move(result));
    release();
    QMetaObject::invokeMethod(this, &Exchange::deliver, Qt::QueuedConnection);
}

void Exchange::deliver()
{
    // Ends this object, usually: nothing may follow.
    const auto answer = m_answer;
    if (!answer.isComplete()) answer.complete(std::move(*m_verdict));
}

} // namespace tieout::net
