#include "sandbox/cin7core/call.h"

#include "sandbox/cin7/wire.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

namespace {

constexpr qint64 kUsualRows = 100;

} // namespace

Response Problems::reply(const Modes& modes) const
{
    Json list = Json::array();
    for (const auto& [code, text] : m_found.first(std::min<qsizetype>(2, m_found.size())))
        list.append(Json::object({{u"ErrorCode"_s, Json(code)}, {u"Exception"_s, Json(text)}}));
    return jsonReply(400, modes.singleErrors ? list.at(0) : list);
}

Response refusal(const Call& call, const QString& text, int code)
{
    Problems problems;
    problems.add(text, code);
    return problems.reply(call.modes);
}

Response envelope(const Call& call, const QString& list, const QList<Json>& rows, bool total)
{
    const auto whole = [&call](QStringView name, qint64 fallback) {
        bool good = false;
        const qint64 number = call.parameter(name).toLongLong(&good);
        return good && number > 0 ? number : fallback;
    };
    const qint64 limit = std::min(whole(u"Limit", kUsualRows), call.modes.mostRows);
    const qint64 page = std::min<qint64>(whole(u"Page", 1), 10'000'000);
    Json shown = Json::array();
    for (qint64 i = (page - 1) * limit; i < std::min<qint64>(page * limit, rows.size()); ++i)
        shown.append(rows.at(i));
    Json answer = Json::object();
    if (total) answer.set(u"Total"_s, Json(qint64(rows.size())));
    if (total) answer.set(u"Page"_s, Json(page));
    answer.set(list, shown);
    return jsonReply(200, answer);
}

void checkLockDate(const Call& call, const Json& date, Problems& problems)
{
    const auto locked = parseDate(call.books.company[u"LockDate"].toText().left(10));
    if (date.isNull() || !locked) return;
    const auto day = parseDate(date.toText().left(10));
    if (!day)
        problems.add(u"'%1' is not a valid date."_s.arg(date.toText().left(40)));
    else if (*day <= *locked)
        problems.add(
            u"Date %1 is on or before the lock date %2."_s.arg(formatDate(*day), formatDate(*locked)));
}

} // namespace tieout::sandbox::cin7core
