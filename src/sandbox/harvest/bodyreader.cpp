#include "sandbox/harvest/bodyreader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr qsizetype kMaxDepth = 6;

QString decoded(QByteArray part)
{
    part.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

/// "line_items[][kind]" → line_items, "", kind.
QStringList nameParts(const QString& name)
{
    QStringList parts{name.section(u'[', 0, 0)};
    static const QRegularExpression kInner(u"\\[([^\\]]*)\\]"_s);
    for (auto it = kInner.globalMatch(name); it.hasNext();)
        parts.append(it.next().captured(1));
    return parts.first(std::min(parts.size(), kMaxDepth));
}

// A member that comes again begins the list's next item.
void put(Json& at, const QStringList& parts, qsizetype index, const QString& value)
{
    if (index == parts.size()) {
        at = Json(value);
        return;
    }
    const QString& part = parts[index];
    if (!part.isEmpty()) {
        put(at.member(part), parts, index + 1, value);
        return;
    }
    const bool deeper = index + 1 < parts.size();
    if (!at.isArray()) at = Json::array();
    if (!deeper || at.size() == 0 || at.at(at.size() - 1).contains(parts[index + 1])) at.append(Json());
    put(at.editArray().last(), parts, index + 1, value);
}

SentBody readForm(const QByteArray& body)
{
    SentBody sent;
    for (const QByteArray& pair : body.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0) continue;
        put(sent.members, nameParts(decoded(pair.first(equals))), 0, decoded(pair.sliced(equals + 1)));
    }
    return sent;
}

QString quoted(const QString& head, const QString& name)
{
    const QRegularExpression pattern(u"[; ]%1=\"([^\"]*)\""_s.arg(name));
    return pattern.match(head).captured(1);
}

std::optional<SentBody> readMultipart(const Request& request, const QByteArray& type)
{
    const qsizetype at = type.indexOf("boundary=");
    if (at < 0) return {};
    QByteArray boundary = type.sliced(at + 9).trimmed();
    if (boundary.startsWith('"')) boundary = boundary.sliced(1, std::max<qsizetype>(0, boundary.size() - 2));
    const QByteArray mark = "--" + boundary;
    SentBody sent;
    qsizetype begin = request.body.indexOf(mark);
    while (begin >= 0) {
        begin += mark.size();
        const qsizetype end = request.body.indexOf("\r\n" + mark, begin);
        const qsizetype blank = request.body.indexOf("\r\n\r\n", begin);
        if (end < 0 || blank < 0 || blank > end) break;
        const QString head = QString::fromUtf8(request.body.sliced(begin, blank - begin));
        const QByteArray content = request.body.sliced(blank + 4, end - blank - 4);
        const QString name = quoted(head, u"name"_s);
        const QString file = quoted(head, u"filename"_s);
        static const QRegularExpression kType(u"content-type:\\s*(\\S+)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        if (file.isEmpty())
            put(sent.members, nameParts(name), 0, QString::fromUtf8(content));
        else
            sent.file = SentFile{name, file, kType.match(head).captured(1), content.size()};
        begin = end + 2;
    }
    return sent;
}

} // namespace

std::optional<SentBody> readBody(const Request& request)
{
    const QByteArray type = headerValue(request.headers, "Content-Type");
    const QByteArray lower = type.toLower();
    if (lower.startsWith("multipart/form-data")) return readMultipart(request, type);
    if (lower.startsWith("application/x-www-form-urlencoded")) return readForm(request.body);
    if (request.body.trimmed().isEmpty()) return SentBody();
    auto json = Json::parse(request.body);
    if (!json || !json->isObject()) return {};
    return SentBody{std::move(*json), {}};
}

} // namespace tieout::sandbox::harvest
