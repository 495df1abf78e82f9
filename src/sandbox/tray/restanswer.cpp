#include "sandbox/tray/call.h"
#include "sandbox/tray/workflows.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

Json without(Json row, const QStringList& members)
{
    for (const QString& member : members)
        row.remove(member);
    return row;
}

Response listReply(const Json::Array& rows)
{
    return jsonReply(200, Json::object({{u"elements"_s, Json(rows)}}));
}

Response pagedReply(const Call& call, const Json::Array& rows)
{
    const auto number = [&](QStringView name) {
        const QString text = call.request.queryValue(name);
        return text.isEmpty() ? Json() : Json(qint64(text.toLongLong()));
    };
    const Cut cut = cutPage(rows, number(u"first"), number(u"last"), call.request.queryValue(u"cursor"));
    return jsonReply(200, Json::object({{u"elements"_s, Json(cut.rows)}, {u"pageInfo"_s, cut.pageInfo}}));
}

Response forbidden()
{
    return errorReply(403, u"Request is forbidden"_s);
}

Response notFound()
{
    return errorReply(404, u"Not found"_s);
}

/// connectors and triggers: the list, and the operations of one version.
Response answerCatalogue(Call& call, const Json& catalogue)
{
    if (call.is("POST")) {
        call.books.refuse(u"call "_s + call.path.join(u'/'), Json::parse(call.request.body).value_or(Json()),
                          call.now);
        return forbidden();
    }
    if (!call.is("GET")) return errorReply(405, u"Method not allowed"_s);
    if (call.path.size() == 1) {
        Json::Array rows;
        for (const Json& row : catalogue.toArray())
            rows.append(without(row, {u"operations"_s}));
        return listReply(rows);
    }
    const bool operations =
        call.path.size() == 5 && call.path[2] == u"versions" && call.path[4] == u"operations";
    if (!operations) return notFound();
    for (const Json& row : catalogue.toArray()) {
        if (row[u"name"].toText() == call.path[1] && row[u"version"].toText() == call.path[3])
            return listReply(row[u"operations"].toArray());
    }
    return notFound();
}

Response answerWorkspaces(const Call& call)
{
    if (call.path.size() == 1) return pagedReply(call, call.books.workspaces.toArray());
    for (const Json& workspace : call.books.workspaces.toArray()) {
        if (workspace[u"id"].toText() != call.path[1]) continue;
        if (call.path.size() == 2) return jsonReply(200, workspace);
        if (call.path[2] == u"users") return pagedReply(call, call.books.users.toArray());
        if (call.path[2] == u"roles") return pagedReply(call, call.books.roles.toArray());
    }
    return notFound();
}

Json versionRow(const Project& project, const Version& version)
{
    return Json::object({{u"projectId"_s, project.id},
                         {u"versionNumber"_s, Json(version.number)},
                         {u"title"_s, version.title},
                         {u"description"_s, version.description},
                         {u"created"_s, formatInstant(version.created)},
                         {u"creator"_s, version.creator}});
}

Response answerProjects(Call& call)
{
    if (call.path.size() < 3) return notFound(); // there is no list of projects
    if (QUuid::fromString(call.path[1]).isNull())
        return errorReply(400, u"Got value '%1' with wrong type, expecting UUID"_s.arg(call.path[1]));
    const Project* project = call.books.project(call.path[1]);
    if (!project) return notFound();
    if (!call.is("GET")) {
        call.books.refuse(call.path.join(u'/'), Json(), call.now);
        return forbidden();
    }
    if (call.path[2] != u"versions") return notFound();
    if (call.path.size() == 3) {
        Json::Array rows;
        for (const Version& version : project->versions)
            rows.append(versionRow(*project, version));
        return pagedReply(call, rows);
    }
    for (const Version& version : project->versions) {
        if (QString::number(version.number) != call.path[3]) continue;
        if (call.path.size() == 4) return jsonReply(200, versionRow(*project, version));
        if (call.path.size() == 5 && call.path[4] == u"export")
            return jsonReply(200, Json::object({{u"projectId"_s, project->id},
                                                {u"version"_s, Json(version.number)},
                                                {u"exportData"_s, projectExport(*project, version)}}));
    }
    return notFound();
}

// The signing key is in the answer to the creation and nowhere else.
Json shownSubscription(const Json& row)
{
    return without(row, {u"signingKey"_s});
}

Response createSubscription(Call& call)
{
    const auto body = Json::parse(call.request.body);
    if (!body) return errorReply(400, u"The body is not JSON."_s);
    for (const QStringView name : {u"name", u"trigger", u"operation", u"input", u"endpoint"}) {
        if ((*body)[name].isNull()) return errorReply(400, u"%1 is required"_s.arg(name));
    }
    const QString trigger = (*body)[u"trigger"][u"name"].toText();
    const Json::Array& known = call.books.triggers.toArray();
    const bool exists = std::any_of(known.begin(), known.end(),
                                    [&](const Json& row) { return row[u"name"].toText() == trigger; });
    const QString id = call.books.newId();
    Json row = *body;
    row.set(u"id"_s, id);
    row.set(u"state"_s, exists ? u"creating"_s : u"creation_failed"_s);
    row.set(u"error"_s, exists ? Json()
                               : Json::object({{u"code"_s, u"no_trigger"_s},
                                               {u"message"_s, u"There is no such trigger."_s}}));
    row.set(u"signingKey"_s, QString::fromLatin1(QByteArray("key of " + id.toLatin1()).toBase64()));
    call.books.subscriptions.append(row);
    return jsonReply(201, row);
}

Response answerSubscriptions(Call& call)
{
    if (call.path.size() == 1 && call.is("POST")) return createSubscription(call);
    Json::Array& all = call.books.subscriptions.editArray();
    // What was being created is active by the next look.
    if (call.path.size() == 1 && call.is("GET")) {
        const QString wanted = call.request.queryValue(u"externalId");
        Json::Array rows;
        for (Json& row : all) {
            if (wanted.isEmpty() || row[u"externalId"].toText() == wanted)
                rows.append(shownSubscription(row));
            if (row[u"state"].toText() == u"creating") row.set(u"state"_s, u"active"_s);
        }
        return pagedReply(call, rows);
    }
    for (Json& row : all) {
        if (call.path.size() != 2 || row[u"id"].toText() != call.path[1]) continue;
        if (call.is("DELETE")) {
            row.set(u"state"_s, u"deleted"_s);
            return jsonReply(200, shownSubscription(row));
        }
        if (row[u"state"].toText() == u"creating") row.set(u"state"_s, u"active"_s);
        if (call.is("GET")) return jsonReply(200, shownSubscription(row));
    }
    return notFound();
}

} // namespace

Response answerRest(Call& call)
{
    const QString what = call.path.value(0);
    if (what == u"connectors") return answerCatalogue(call, call.books.connectors);
    if (what == u"triggers") return answerCatalogue(call, call.books.triggers);
    if (!call.viewer.master) return forbidden();
    if (what == u"projects") return answerProjects(call);
    if (what == u"subscriptions") return answerSubscriptions(call);
    if (!call.is("GET")) {
        call.books.refuse(call.path.join(u'/'), Json(), call.now);
        return forbidden();
    }
    if (what == u"workspaces") return answerWorkspaces(call);
    if (what == u"users" && call.path.size() == 1) return pagedReply(call, call.books.users.toArray());
    if (what == u"roles" && call.path.size() == 1) return pagedReply(call, call.books.roles.toArray());
    return notFound();
}

} // namespace tieout::sandbox::tray
