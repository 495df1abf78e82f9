#include "connectors/referencedata.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

Json textList(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.append(text);
    return list;
}

QStringList textList(const Json& json)
{
    QStringList texts;
    for (const Json& item : json.toArray())
        texts << item.toText();
    return texts;
}

Json organisationJson(const OrganisationInfo& info)
{
    return Json::object({{u"tenantId"_s, info.tenantId},
                         {u"name"_s, info.name},
                         {u"authorisedBy"_s, info.authorisedBy},
                         {u"baseCurrency"_s, info.baseCurrency},
                         {u"region"_s, info.region},
                         {u"zone"_s, info.zone},
                         {u"shortCode"_s, info.shortCode},
                         {u"demo"_s, info.demo}});
}

OrganisationInfo organisationFromJson(const Json& json)
{
    OrganisationInfo info;
    info.tenantId = json[u"tenantId"].toText();
    info.name = json[u"name"].toText();
    info.authorisedBy = json[u"authorisedBy"].toText();
    info.baseCurrency = json[u"baseCurrency"].toText();
    info.region = json[u"region"].toText();
    info.zone = json[u"zone"].toText();
    info.shortCode = json[u"shortCode"].toText();
    info.demo = json[u"demo"].toBool();
    return info;
}

Json dateJson(Date date)
{
    return date.isValid() ? Json(formatDate(date)) : Json();
}

Date dateFromJson(const Json& json)
{
    return json.isText() ? parseDate(json.toText()).value_or(Date()) : Date();
}

} // namespace

Date lastClosedDay(const ReferenceData& data)
{
    if (!data.lockDate.isValid()) return data.yearEndLock;
    if (!data.yearEndLock.isValid()) return data.lockDate;
    return std::max(data.lockDate, data.yearEndLock);
}

Json toJson(const ReferenceData& data)
{
    Json rates = Json::array();
    for (const auto& rate : data.taxRates) {
        rates.append(Json::object({{u"code"_s, rate.code},
                                   {u"name"_s, rate.name},
                                   {u"percent"_s, rate.percent.toString()},
                                   {u"classes"_s, textList(rate.classes)}}));
    }
    Json accounts = Json::array();
    for (const auto& account : data.accounts) {
        accounts.append(Json::object({{u"code"_s, account.code},
                                      {u"name"_s, account.name},
                                      {u"class"_s, account.accountClass},
                                      {u"taxType"_s, account.taxType},
                                      {u"active"_s, account.active}}));
    }
    return Json::object({{u"organisation"_s, organisationJson(data.organisation)},
                         {u"taxRates"_s, rates},
                         {u"accounts"_s, accounts},
                         {u"currencies"_s, textList(data.currencies)},
                         {u"lockDate"_s, dateJson(data.lockDate)},
                         {u"yearEndLock"_s, dateJson(data.yearEndLock)}});
}

ReferenceData referenceFromJson(const Json& json)
{
    ReferenceData data;
    data.organisation = organisationFromJson(json[u"organisation"]);
    for (const Json& rate : json[u"taxRates"].toArray()) {
        const auto percent = Decimal::parse(QStringView(rate[u"percent"].toText()));
        data.taxRates.append({rate[u"code"].toText(), rate[u"name"].toText(), percent.value_or(Decimal()),
                              textList(rate[u"classes"])});
    }
    for (const Json& account : json[u"accounts"].toArray()) {
        data.accounts.append({account[u"code"].toText(), account[u"name"].toText(),
                              account[u"class"].toText(), account[u"taxType"].toText(),
                              account[u"active"].toBool(true)});
    }
    data.currencies = textList(json[u"currencies"]);
    data.lockDate = dateFromJson(json[u"lockDate"]);
    data.yearEndLock = dateFromJson(json[u"yearEndLock"]);
    return data;
}

} // namespace tieout::connectors
