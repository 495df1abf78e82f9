#include "connectors/rest/reading/organisationreader.h"

#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

const Json& memberAt(const Json& json, const QString& dotted)
{
    const Json* at = &json;
    if (dotted.isEmpty() || dotted == u"$") return *at;
    const QStringList parts = dotted.split(u'.');
    for (const QString& part : parts)
        at = &(*at)[part];
    return *at;
}

QString plainText(const Json& json)
{
    return json.isNumber() ? json.toDecimal().toString() : json.toText();
}

QString takenFrom(const Json& entry, const AuthSpec::Tenants& spec, const QString& name,
                  const Variables& settings)
{
    const QString from = spec.take.value(name);
    if (from.isEmpty()) return {};
    if (from.contains(u'{')) return filledTemplate(from, settings).value_or(QString());
    return plainText(memberAt(entry, from));
}

/// The entries of the answer that count.
Json::Array entriesIn(const Json& answer, const AuthSpec::Tenants& spec)
{
    const Json& list = memberAt(answer, spec.list);
    Json::Array entries = list.isArray() ? list.toArray() : Json::Array{list};
    entries.removeIf([&spec](const Json& entry) {
        return !spec.onlyField.isEmpty() &&
               !spec.onlyValues.contains(plainText(memberAt(entry, spec.onlyField)));
    });
    return entries;
}

} // namespace

QString leaveIdIn(const Json& answer, const AuthSpec::Tenants& spec, const Variables& settings)
{
    const QString wanted = settings.value(u"tenantId"_s);
    const Json::Array entries = entriesIn(answer, spec);
    for (const Json& entry : entries)
        if (takenFrom(entry, spec, u"tenantId"_s, settings).compare(wanted, Qt::CaseInsensitive) == 0)
            return plainText(memberAt(entry, spec.leaveId));
    return {};
}

QList<OrganisationInfo> organisationsIn(const Json& answer, const AuthSpec::Tenants& spec,
                                        const Variables& settings)
{
    const auto taken = [&](const Json& entry, const QString& name) {
        return takenFrom(entry, spec, name, settings);
    };
    QList<OrganisationInfo> found;
    const Json::Array entries = entriesIn(answer, spec);
    for (const Json& entry : entries) {
        OrganisationInfo info;
        info.tenantId = taken(entry, u"tenantId"_s);
        info.name = taken(entry, u"name"_s);
        info.authorisedBy = taken(entry, u"authorisedBy"_s);
        const bool isKnown = std::any_of(found.begin(), found.end(), [&](const OrganisationInfo& other) {
            return other.tenantId == info.tenantId;
        });
        if (!info.tenantId.isEmpty() && !isKnown) found.append(info);
    }
    return found;
}

} // namespace tieout::connectors
