#include "connectors/rest/organisationreader.h"

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

} // namespace

QList<OrganisationInfo> organisationsIn(const Json& answer, const AuthSpec::Tenants& spec,
                                        const Variables& settings)
{
    const auto taken = [&](const Json& entry, const QString& name) {
        const QString from = spec.take.value(name);
        if (from.isEmpty()) return QString();
        if (from.contains(u'{')) return filledTemplate(from, settings).value_or(QString());
        return plainText(memberAt(entry, from));
    };
    QList<OrganisationInfo> found;
    const Json& list = memberAt(answer, spec.list);
    const Json::Array entries = list.isArray() ? list.toArray() : Json::Array{list};
    for (const Json& entry : entries) {
        if (!spec.onlyField.isEmpty() &&
            !spec.onlyValues.contains(plainText(memberAt(entry, spec.onlyField))))
            continue;
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
