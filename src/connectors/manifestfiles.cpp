#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

FilesSpec::List readList(StrictObject& in)
{
    FilesSpec::List list;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { list.request = readRequestSpec(request); });
    list.records = in.text(u"records");
    list.id = in.text(u"id");
    list.name = in.text(u"name");
    list.type = in.text(u"type", {});
    list.bytes = in.text(u"bytes", {});
    return list;
}

FilesSpec::Attach readAttach(StrictObject& in)
{
    FilesSpec::Attach attach;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { attach.request = readRequestSpec(request); });
    attach.put = in.text(u"put", {});
    if (attach.put.isEmpty() != attach.request.body.isNull())
        in.fault(u"put", u"a body needs the place of the bytes, the bytes alone need no body"_s);
    return attach;
}

} // namespace

FilesSpec readFilesSpec(StrictObject& in)
{
    constexpr int kMostBytes = 64 * 1024 * 1024; // a file is held in memory
    FilesSpec files;
    const int most = in.integer(u"most", 0);
    if (most <= 0 || most > kMostBytes)
        in.fault(u"most", u"a number of bytes up to %1 belongs here"_s.arg(kMostBytes));
    files.most = most;
    files.plainNames = in.choice(u"names", {{u"any", false}, {u"plain", true}}, false);
    files.replaces = in.choice(u"sameName", {{u"replaces", true}, {u"beside", false}}, true);
    in.object(u"list", Presence::Optional, [&](StrictObject& list) { files.list = readList(list); });
    in.object(u"fetch", Presence::Optional,
              [&](StrictObject& fetch) { files.fetch = readRequestSpec(fetch); });
    in.object(u"attach", Presence::Optional,
              [&](StrictObject& attach) { files.attach = readAttach(attach); });
    // Without it nobody could tell whether a file is there already.
    if (files.attach && !files.list) in.fault(u"list", u"attach needs the list"_s);
    return files;
}

} // namespace tieout::connectors
