#include "sandbox/message.h"

#include <QStringList>

namespace tieout::sandbox {

namespace {

enum class Plus : quint8 { Blank, Itself };

QString decodedPart(QByteArrayView part, Plus plus)
{
    QByteArray bytes = part.toByteArray();
    if (plus == Plus::Blank) bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

/// Calls `visit(name, value)` for each pair until it returns true.
template<class Visit>
bool eachPair(const QByteArray& encoded, Visit visit)
{
    qsizetype start = 0;
    while (start <= encoded.size()) {
        qsizetype end = encoded.indexOf('&', start);
        if (end < 0) end = encoded.size();
        const QByteArrayView pair(encoded.constData() + start, end - start);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? pair : pair.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        if (!pair.isEmpty() && visit(name, value)) return true;
        start = end + 1;
    }
    return false;
}

QString pairValue(const QByteArray& encoded, QStringView name)
{
    QString found;
    eachPair(encoded, [&](QByteArrayView key, QByteArrayView value) {
        if (decodedPart(key, Plus::Blank).compare(name, Qt::CaseInsensitive) != 0) return false;
        found = decodedPart(value, Plus::Blank);
        return true;
    });
    return found;
}

} // namespace

QByteArray headerValue(const Headers& headers, QByteArrayView name)
{
    for (const auto& [key, value] : headers) {
        if (key.size() == name.size() &&
            qstrnicmp(key.constData(), key.size(), name.data(), name.size()) == 0)
            return value;
    }
    return {};
}

QStringList Request::segments() const
{
    QStringList parts;
    const QList<QByteArray> raw = path.split('/');
    for (const QByteArray& part : raw) {
        if (!part.isEmpty()) parts.append(decodedPart(part, Plus::Itself));
    }
    return parts;
}

QString Request::queryValue(QStringView name) const
{
    return pairValue(query, name);
}

bool Request::hasQuery(QStringView name) const
{
    return eachPair(query, [&](QByteArrayView key, QByteArrayView) {
        return decodedPart(key, Plus::Blank).compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString Request::formValue(QStringView name) const
{
    return pairValue(body, name);
}

} // namespace tieout::sandbox
