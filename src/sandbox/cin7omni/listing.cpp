#include "sandbox/cin7omni/listing.h"

#include "sandbox/cin7/wire.h"
#include "sandbox/cin7omni/where.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

namespace {

using cin7::findMember;

constexpr qint64 kUsualRows = 50;
constexpr qint64 kMostRows = 250;

struct SortKey {
    QString member;
    bool descends = false;
};

Response badRequest(const QString& text)
{
    return jsonReply(400, Json::object({{u"message"_s, text}}));
}

std::optional<QList<SortKey>> sortKeys(const QString& text, const QList<Member>& members)
{
    QList<SortKey> keys;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList words = part.simplified().split(u' ');
        const Member* member = findMember(members, words.first());
        const QString way = words.value(1).toUpper();
        if (!member || words.size() > 2 || (words.size() == 2 && way != u"ASC" && way != u"DESC")) return {};
        keys.append({member->name, way == u"DESC"});
    }
    return keys;
}

void sortRows(QList<Json>& rows, const QList<SortKey>& keys)
{
    if (keys.isEmpty()) return;
    std::stable_sort(rows.begin(), rows.end(), [&keys](const Json& left, const Json& right) {
        for (const SortKey& key : keys) {
            const Json& a = left[key.member];
            const Json& b = right[key.member];
            const int order =
                compareValues(a, b).value_or(a.isNull() == b.isNull() ? 0 : (a.isNull() ? -1 : 1));
            if (order != 0) return (order < 0) != key.descends;
        }
        return false;
    });
}

Json projected(const Json& row, const QStringList& fields)
{
    if (fields.isEmpty()) return row;
    Json shown = Json::object();
    for (const auto& [name, value] : row.toObject()) {
        if (fields.contains(name, Qt::CaseInsensitive)) shown.set(name, value);
    }
    return shown;
}

qint64 wholeNumber(const Request& request, QStringView name, qint64 fallback)
{
    bool good = false;
    const qint64 number = request.queryValue(name).toLongLong(&good);
    return good && number > 0 ? number : fallback;
}

} // namespace

Response listReply(const Books& books, Kind kind, const Request& request)
{
    const QList<Member>& members = factsOf(kind).members;
    std::optional<Where> where;
    if (const QString text = request.queryValue(u"where"); !text.trimmed().isEmpty()) {
        where =
            Where::parse(text, [&members](QStringView name) { return findMember(members, name) != nullptr; });
        if (!where) return badRequest(u"The where clause could not be read: "_s + text.left(200));
    }
    const auto keys = sortKeys(request.queryValue(u"order"), members);
    if (!keys) return badRequest(u"The order clause could not be read."_s);
    QList<Json> rows;
    for (const cin7::Shelf::Entry& entry : books.shelf(kind).entries()) {
        if (!where || where->matches(entry.row)) rows.append(entry.row);
    }
    sortRows(rows, *keys);
    QStringList fields = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    for (QString& field : fields)
        field = field.trimmed();
    const qint64 size = std::min(wholeNumber(request, u"rows", kUsualRows), kMostRows);
    const qint64 page = std::min<qint64>(wholeNumber(request, u"page", 1), 10'000'000);
    Json answer = Json::array();
    for (qint64 i = (page - 1) * size; i < std::min<qint64>(page * size, rows.size()); ++i)
        answer.append(projected(books.show(kind, rows.at(i)), fields));
    return jsonReply(200, answer);
}

} // namespace tieout::sandbox::cin7omni
