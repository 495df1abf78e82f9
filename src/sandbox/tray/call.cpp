#include "sandbox/tray/call.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

constexpr qsizetype kMostRows = 1000;

QString cursorOf(qsizetype index)
{
    return QString::fromLatin1(("row:" + QByteArray::number(qint64(index))).toBase64());
}

std::optional<qsizetype> indexOf(const QString& cursor)
{
    const QByteArray text = QByteArray::fromBase64(cursor.toLatin1());
    bool good = false;
    const qsizetype index = text.startsWith("row:") ? text.sliced(4).toLongLong(&good) : 0;
    return good ? std::optional(index) : std::nullopt;
}

} // namespace

Response errorReply(int status, const QString& message)
{
    return jsonReply(status, Json::object({{u"message"_s, message}, {u"code"_s, Json()}}));
}

Cut cutPage(const Json::Array& all, const Json& first, const Json& last, const QString& after,
            const QString& before)
{
    qsizetype begin = 0;
    qsizetype end = all.size();
    if (const auto index = indexOf(after)) begin = std::clamp<qsizetype>(*index + 1, 0, end);
    if (const auto index = indexOf(before)) end = std::clamp<qsizetype>(*index, begin, end);
    const auto limit = [](const Json& asked) {
        return std::clamp<qsizetype>(asked.toInteger(kMostRows), 0, kMostRows);
    };
    if (last.isNumber() && !first.isNumber())
        begin = std::max(begin, end - limit(last));
    else
        end = std::min(end, begin + limit(first));
    Cut cut;
    cut.rows = all.mid(begin, end - begin);
    for (qsizetype i = begin; i < end; ++i)
        cut.cursors.append(cursorOf(i));
    cut.pageInfo = Json::object({{u"startCursor"_s, cut.rows.isEmpty() ? Json() : Json(cut.cursors.first())},
                                 {u"endCursor"_s, cut.rows.isEmpty() ? Json() : Json(cut.cursors.last())},
                                 {u"hasNextPage"_s, Json(end < all.size())},
                                 {u"hasPreviousPage"_s, Json(begin > 0)}});
    return cut;
}

} // namespace tieout::sandbox::tray
