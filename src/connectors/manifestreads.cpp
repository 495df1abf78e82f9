#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

PageSpec readPage(StrictObject& in)
{
    using Strategy = PageSpec::Strategy;
    PageSpec page;
    page.strategy = in.choice(u"strategy",
                              {{u"none", Strategy::None},
                               {u"number", Strategy::Number},
                               {u"offset", Strategy::Offset},
                               {u"next-link", Strategy::NextLink},
                               {u"next-token", Strategy::NextToken},
                               {u"link-header", Strategy::LinkHeader},
                               {u"keyset", Strategy::Keyset}},
                              Strategy::None);
    page.put = in.text(u"put", {});
    page.putSize = in.text(u"putSize", {});
    page.size = in.integer(u"size", 0);
    page.maxSize = in.integer(u"maxSize", page.size);
    page.first = in.integer(u"first", page.strategy == Strategy::Offset ? 0 : 1);
    page.total = in.text(u"total", {});
    page.pageCount = in.text(u"pageCount", {});
    page.pageSize = in.text(u"pageSize", {});
    page.next = in.text(u"next", {});
    page.more = in.text(u"more", {});
    page.done = in.text(u"done", {});
    page.key = in.text(u"key", {});
    page.shortPageEnds = in.flag(u"shortPageEnds");
    page.restartOn = in.text(u"restartOn", {});
    const bool puts = page.strategy == Strategy::Number || page.strategy == Strategy::Offset ||
                      page.strategy == Strategy::NextToken || page.strategy == Strategy::Keyset;
    const bool names = page.strategy == Strategy::NextLink || page.strategy == Strategy::NextToken;
    if (puts && page.put.isEmpty()) in.fault(u"put", u"missing"_s);
    if (names && page.next.isEmpty()) in.fault(u"next", u"missing"_s);
    if (page.strategy == Strategy::Keyset && page.key.isEmpty()) in.fault(u"key", u"missing"_s);
    if (page.shortPageEnds && page.size == 0) in.fault(u"size", u"missing: what would a short page be?"_s);
    return page;
}

CursorSpec readCursor(StrictObject& in)
{
    CursorSpec cursor;
    cursor.field = in.text(u"field");
    cursor.header = in.text(u"header", {});
    cursor.put = in.text(u"put", {});
    cursor.as = in.text(u"as", u"{since}"_s);
    const InstantFormat usual = !cursor.header.isEmpty() ? InstantFormat::IsoLocal
                                : !cursor.put.isEmpty()  ? InstantFormat::IsoSeconds
                                                         : InstantFormat::IsoMilliseconds;
    cursor.format = readFormat(in, u"format", usual);
    cursor.overlap = in.integer(u"overlap", 0);
    cursor.tie = in.text(u"tie", {});
    return cursor;
}

Quoting readQuoting(StrictObject& in)
{
    return in.choice(
        u"quote",
        {{u"none", Quoting::None}, {u"double", Quoting::Double}, {u"backslash", Quoting::Backslash}},
        Quoting::None);
}

IdsSpec readIds(StrictObject& in)
{
    IdsSpec ids;
    ids.put = in.text(u"put", {});
    ids.as = in.text(u"as", u"{ids}"_s);
    ids.join = in.text(u"join", u","_s);
    ids.quote = readQuoting(in);
    ids.chunk = qMax(1, in.integer(u"chunk", 40));
    return ids;
}

FindSpec readFind(StrictObject& in)
{
    using Strategy = FindSpec::Strategy;
    FindSpec find;
    find.strategy = in.choice(u"strategy",
                              {{u"where", Strategy::Where},
                               {u"parameter", Strategy::Parameter},
                               {u"query", Strategy::Query},
                               {u"scan", Strategy::Scan}},
                              Strategy::None);
    const bool isWhere = find.strategy == Strategy::Where;
    find.put = in.text(u"put", {});
    find.as = in.text(u"as", isWhere ? u"{field}==\"{key}\""_s : u"{key}"_s);
    find.join = in.text(u"join", u" OR "_s);
    find.search = in.text(u"search", {});
    find.quote = readQuoting(in);
    find.group = qMax(1, in.integer(u"group", 1));
    find.back = in.integer(u"back", 86'400);
    if (find.strategy == Strategy::None) in.fault(u"strategy", u"missing"_s);
    const bool puts = isWhere || find.strategy == Strategy::Parameter;
    if (puts && find.put.isEmpty()) in.fault(u"put", u"missing"_s);
    return find;
}

DeletesSpec readDeletes(StrictObject& in)
{
    using Strategy = DeletesSpec::Strategy;
    DeletesSpec deletes;
    deletes.strategy = in.choice(u"strategy",
                                 {{u"none", Strategy::None},
                                  {u"flag", Strategy::Flag},
                                  {u"tombstone", Strategy::Tombstone},
                                  {u"sweep", Strategy::Sweep}},
                                 Strategy::None);
    const Presence asked = deletes.strategy == Strategy::Tombstone ? Presence::Required : Presence::Optional;
    in.object(u"request", asked, [&](StrictObject& request) { deletes.request = readRequestSpec(request); });
    deletes.field = in.text(u"field", {});
    deletes.values = in.texts(u"values");
    deletes.records = in.text(u"records", {});
    deletes.id = in.text(u"id", {});
    deletes.everyHours = qMax(1, in.integer(u"everyHours", 24));
    if (deletes.strategy == Strategy::Flag && (deletes.field.isEmpty() || deletes.values.isEmpty()))
        in.fault(u"field", u"a flag needs a field and its values"_s);
    if (deletes.strategy == Strategy::Tombstone && (deletes.records.isEmpty() || deletes.id.isEmpty()))
        in.fault(u"records", u"tombstones need records and id"_s);
    return deletes;
}

PerSpec readPer(StrictObject& in)
{
    PerSpec per;
    per.object = in.text(u"object", {});
    per.setting = in.text(u"setting", {});
    per.changedOnly = in.choice(u"parents", {{u"changed", true}, {u"all", false}}, true);
    per.take = in.pairs(u"take");
    if (per.object.isEmpty() == per.setting.isEmpty())
        in.fault(u"object", u"either object or setting belongs here"_s);
    return per;
}

OneSpec readOne(StrictObject& in)
{
    OneSpec one;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { one.request = readRequestSpec(request); });
    one.records = in.text(u"records", u"$"_s);
    one.isRecord = in.choice(u"holds", {{u"list", false}, {u"record", true}}, true);
    if (!one.request.url.contains(u"{id}")) {
        const bool asked = std::any_of(one.request.query.cbegin(), one.request.query.cend(),
                                       [](const auto& pair) { return pair.second.contains(u"{id}"); });
        if (!asked) in.fault(u"request", u"{id} stands nowhere in it"_s);
    }
    return one;
}

void readSelect(StrictObject& in, ReadSpec& read)
{
    using Select = ReadSpec::Select;
    read.select = in.choice(u"language", {{u"soql", Select::Soql}, {u"list", Select::List}}, Select::All);
    read.from = in.text(u"from", {});
    read.putFields = in.text(u"put", {});
    if (read.select == Select::Soql && read.from.isEmpty()) in.fault(u"from", u"missing"_s);
    if (read.select == Select::List && read.putFields.isEmpty()) in.fault(u"put", u"missing"_s);
}

} // namespace

ReadSpec readReadSpec(StrictObject& in)
{
    ReadSpec read;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { read.request = readRequestSpec(request); });
    read.records = in.text(u"records");
    read.isRecord = in.choice(u"holds", {{u"list", false}, {u"record", true}}, false);
    read.element = in.text(u"element", {});
    read.nameAs = in.text(u"nameAs", {});
    read.inherit = in.pairs(u"inherit");
    in.object(u"select", Presence::Optional, [&](StrictObject& select) { readSelect(select, read); });
    in.object(u"page", Presence::Optional, [&](StrictObject& page) { read.page = readPage(page); });
    in.object(u"cursor", Presence::Optional, [&](StrictObject& part) { read.cursor = readCursor(part); });
    in.object(u"ids", Presence::Optional, [&](StrictObject& ids) { read.ids = readIds(ids); });
    in.object(u"one", Presence::Optional, [&](StrictObject& one) { read.one = readOne(one); });
    in.object(u"find", Presence::Optional, [&](StrictObject& find) { read.find = readFind(find); });
    read.filterJoin = in.text(u"filterJoin", {});
    in.object(u"deletes", Presence::Optional, [&](StrictObject& part) { read.deletes = readDeletes(part); });
    in.object(u"per", Presence::Optional, [&](StrictObject& per) { read.per = readPer(per); });
    in.object(u"job", Presence::Optional, [&](StrictObject& job) { read.job = readReadJobSpec(job); });
    read.fieldGoneOn = in.text(u"fieldGoneOn", {});
    return read;
}

} // namespace tieout::connectors
