#include "sandbox/httpreader.h"

namespace tieout::sandbox {

namespace {

constexpr qsizetype kMaxHead = 64 * 1024;
constexpr qint64 kMaxBody = 64 * 1024 * 1024;
constexpr qsizetype kMaxHeaders = 100;

} // namespace

HttpReader::State HttpReader::read()
{
    if (m_phase == Phase::Head) {
        const State head = readHead();
        if (head != State::Complete) return head;
    }
    if (m_phase == Phase::Body) {
        if (m_buffer.size() - m_at < m_wanted) return State::NeedsMore;
        m_request.body = m_buffer.mid(m_at, qsizetype(m_wanted));
        m_at += qsizetype(m_wanted);
        m_phase = Phase::Done;
    }
    return m_phase == Phase::Done ? State::Complete : readChunks();
}

Request HttpReader::take()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_phase = Phase::Head;
    return std::exchange(m_request, {});
}

bool HttpReader::takeContinue()
{
    return std::exchange(m_expectsContinue, false);
}

HttpReader::State HttpReader::refuse(int status)
{
    m_status = status;
    return State::Refused;
}

HttpReader::State HttpReader::readHead()
{
    while (m_buffer.size() - m_at >= 2 && m_buffer[m_at] == '\r' && m_buffer[m_at + 1] == '\n')
        m_at += 2;
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", m_at);
    if (end < 0) return m_buffer.size() - m_at > kMaxHead ? refuse(431) : State::NeedsMore;
    if (end - m_at > kMaxHead) return refuse(431);
    m_keepAlive = true;
    const QByteArrayView head(m_buffer.constData() + m_at, end - m_at);
    m_at = end + 4;
    qsizetype from = 0;
    while (from <= head.size()) {
        qsizetype stop = head.indexOf("\r\n", from);
        if (stop < 0) stop = head.size();
        const QByteArrayView line = head.sliced(from, stop - from);
        const bool good = from == 0 ? readRequestLine(line) : readHeaderLine(line);
        if (!good) return refuse(400);
        from = stop + 2;
    }
    return planBody();
}

bool HttpReader::readRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.lastIndexOf(' ');
    if (first <= 0 || second <= first + 1) return false;
    const QByteArrayView version = line.sliced(second + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return false;
    if (version == "HTTP/1.0") m_keepAlive = false;
    m_request.method = line.first(first).toByteArray();
    QByteArray target = line.sliced(first + 1, second - first - 1).toByteArray();
    // A proxy's absolute form names the host as well.
    if (target.startsWith("http://")) target.remove(0, std::max<qsizetype>(target.indexOf('/', 7), 7));
    if (!target.startsWith('/') || target.contains(' ')) return false;
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return true;
}

bool HttpReader::readHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || line[colon - 1] == ' ' || m_request.headers.size() >= kMaxHeaders) return false;
    m_request.headers.emplaceBack(line.first(colon).toByteArray(),
                                  line.sliced(colon + 1).trimmed().toByteArray());
    return true;
}

HttpReader::State HttpReader::planBody()
{
    const QByteArray connection = headerValue(m_request.headers, "Connection").toLower();
    if (connection.contains("close"))
        m_keepAlive = false;
    else if (connection.contains("keep-alive"))
        m_keepAlive = true;
    m_expectsContinue = headerValue(m_request.headers, "Expect").toLower() == "100-continue";
    const QByteArray coding = headerValue(m_request.headers, "Transfer-Encoding").toLower();
    const QByteArray length = headerValue(m_request.headers, "Content-Length");
    if (!coding.isEmpty()) {
        if (coding != "chunked" || !length.isEmpty()) return refuse(400);
        m_phase = Phase::ChunkSize;
        return State::Complete;
    }
    bool good = true;
    m_wanted = length.isEmpty() ? 0 : length.toLongLong(&good);
    if (!good || m_wanted < 0) return refuse(400);
    if (m_wanted > kMaxBody) return refuse(413);
    m_phase = Phase::Body;
    return State::Complete;
}

HttpReader::State HttpReader::readChunks()
{
    while (m_phase != Phase::Done) {
        if (m_phase == Phase::ChunkData) {
            if (m_buffer.size() - m_at < m_wanted + 2) return State::NeedsMore;
            m_request.body.append(m_buffer.constData() + m_at, qsizetype(m_wanted));
            m_at += qsizetype(m_wanted) + 2;
            m_phase = Phase::ChunkSize;
            continue;
        }
        const auto line = takeLine();
        if (!line) return m_buffer.size() - m_at > kMaxHead ? refuse(400) : State::NeedsMore;
        if (m_phase == Phase::Trailer) {
            if (line->isEmpty()) m_phase = Phase::Done;
            continue;
        }
        bool good = false;
        const qsizetype extension = line->indexOf(';');
        m_wanted = line->left(extension < 0 ? line->size() : extension).trimmed().toLongLong(&good, 16);
        if (!good || m_wanted < 0) return refuse(400);
        if (m_request.body.size() + m_wanted > kMaxBody) return refuse(413);
        m_phase = m_wanted == 0 ? Phase::Trailer : Phase::ChunkData;
    }
    return State::Complete;
}

std::optional<QByteArray> HttpReader::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n", m_at);
    if (end < 0) return {};
    const QByteArray line = m_buffer.mid(m_at, end - m_at);
    m_at = end + 2;
    return line;
}

} // namespace tieout::sandbox
