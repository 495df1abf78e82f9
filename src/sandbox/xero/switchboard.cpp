#include "sandbox/xero/switchboard.h"

#include "base/json.h"
#include "sandbox/xero/wire/replies.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

Response problem(QStringView text)
{
    Response response = jsonReply(400, Json::object({{u"error"_s, text.toString()}}).toBytes());
    return response;
}

Response done()
{
    return jsonReply(200, R"({"ok":true})");
}

bool isLocal(const QUrl& url)
{
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && url.isValid() && (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

// Only to this machine: the practice company never calls out.
Response setWebhook(const Json& body, const Switches& switches)
{
    const QString url = body[u"url"].toText();
    const QByteArray key = body[u"key"].toText().toUtf8();
    if (!url.isEmpty() && !isLocal(QUrl(url))) return problem(u"url must be an address on this machine");
    if (!url.isEmpty() && key.isEmpty()) return problem(u"key must be given");
    switches.webhooks.configure(url.toUtf8(), key, switches.now);
    for (Tenant& tenant : switches.tenants)
        tenant.changes.setListening(!url.isEmpty());
    return jsonReply(200, switches.webhooks.report());
}

Response setModes(const Json& body, const Switches& switches)
{
    Modes& modes = switches.modes;
    modes.partialSave = body[u"partialSave"].toBool(modes.partialSave);
    modes.sparse = body[u"sparse"].toBool(modes.sparse);
    modes.openEnums = body[u"openEnums"].toBool(modes.openEnums);
    modes.maintenance = body[u"maintenance"].toBool(modes.maintenance);
    modes.broadScopes = body[u"broadScopes"].toBool(modes.broadScopes);
    switches.identity.setBroadScopes(modes.broadScopes);
    if (body[u"dailyCalls"].isNumber()) switches.limits.setDailyCalls(int(body[u"dailyCalls"].toInteger()));
    return done();
}

Tenant* tenantOf(const Json& body, const Switches& switches)
{
    const QUuid id = parseGuid(body[u"tenantId"].toText());
    for (Tenant& tenant : switches.tenants) {
        if (tenant.organisation.id == id) return &tenant;
    }
    return nullptr;
}

/// Empty text: the date goes away.
bool takeDay(const Json& value, Date& day)
{
    if (!value.isText()) return true;
    const Result<Date> date = parseDate(value.toText());
    if (!date && !value.toText().isEmpty()) return false;
    day = date.value_or(Date());
    return true;
}

Response setOrganisation(const Json& body, const Switches& switches)
{
    Tenant* const tenant = tenantOf(body, switches);
    if (!tenant) return problem(u"no such organisation");
    Organisation& organisation = tenant->organisation;
    if (!takeDay(body[u"periodLockDate"], organisation.periodLock) ||
        !takeDay(body[u"endOfYearLockDate"], organisation.yearEndLock))
        return problem(u"lock dates are written 2026-06-30");
    organisation.offline = body[u"offline"].toBool(organisation.offline);
    organisation.isDemo = body[u"isDemo"].toBool(organisation.isDemo);
    organisation.emailsPerDay = int(body[u"emailsPerDay"].toInteger(organisation.emailsPerDay));
    organisation.unpagedLimit = int(body[u"unpagedLimit"].toInteger(organisation.unpagedLimit));
    if (body[u"refusedActions"].isArray()) {
        organisation.refusedActions.clear();
        for (const Json& action : body[u"refusedActions"].toArray())
            organisation.refusedActions.insert(action.toText());
    }
    return done();
}

// As a person does in the books: the loser is archived and points at the winner, which takes the documents.
Response merge(const Json& body, const Switches& switches)
{
    Tenant* const tenant = tenantOf(body, switches);
    if (!tenant) return problem(u"no such organisation");
    ContactBook& contacts = tenant->contacts;
    const int loser = contacts.byId(parseGuid(body[u"contactId"].toText()));
    const int winner = contacts.byId(parseGuid(body[u"intoContactId"].toText()));
    if (loser < 0 || winner < 0 || loser == winner) return problem(u"give two different contacts");
    for (int position = 0; position < tenant->invoices.size(); ++position) {
        if (tenant->invoices.at(position).contact != loser) continue;
        Invoice invoice = tenant->invoices.at(position);
        invoice.contact = winner;
        invoice.updated = switches.now;
        tenant->invoices.replace(position, std::move(invoice));
    }
    Contact merged = contacts.at(loser);
    merged.status = ContactStatus::Archived;
    merged.mergedTo = contacts.at(winner).id;
    merged.updated = switches.now;
    tenant->changes.note(ChangeKind::Contact, merged.id, ChangeType::Updated);
    contacts.replace(loser, std::move(merged));
    return done();
}

} // namespace

Response answerSwitch(const Request& request, const QStringList& path, const Switches& switches)
{
    const QString what = path.value(1);
    if (request.method == "GET" && what == "webhooks"_L1) return jsonReply(200, switches.webhooks.report());
    if (request.method != "POST") return problem(u"use POST");
    const Result<Json> body = Json::parse(request.body);
    if (!body || !body->isObject()) return problem(u"the body must be a JSON object");
    if (what == "webhooks"_L1) return setWebhook(*body, switches);
    if (what == "modes"_L1) return setModes(*body, switches);
    if (what == "organisation"_L1) return setOrganisation(*body, switches);
    if (what == "merge"_L1) return merge(*body, switches);
    return problem(u"no such switch");
}

} // namespace tieout::sandbox::xero
