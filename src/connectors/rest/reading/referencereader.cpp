#include "connectors/rest/reading/referencereader.h"

#include <QLocale>
#include <QTimeZone>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Record;

namespace {

QString text(const ReferenceSpec::Part& part, const Record& record, const QString& name)
{
    const QString path = part.take.value(name);
    return path.isEmpty() ? QString() : record.path(path).toPlainText();
}

bool isActive(const ReferenceSpec::Part& part, const Record& record)
{
    return part.activeField.isEmpty() ||
           part.activeValues.contains(record.path(part.activeField).toPlainText());
}

Date day(const ReferenceSpec::Part& part, const Record& record, const QString& name)
{
    const Date* date = record.path(part.take.value(name)).date();
    return date ? *date : Date();
}

QByteArray squashed(const QByteArray& name)
{
    QByteArray result;
    for (const char c : name.toUpper()) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) result += c;
    }
    return result;
}

const QHash<QByteArray, QByteArray>& windowsZones()
{
    static const QHash<QByteArray, QByteArray> zones = [] {
        QHash<QByteArray, QByteArray> bySquashed;
        for (const QByteArray& iana : QTimeZone::availableTimeZoneIds()) {
            const QByteArray windows = QTimeZone::ianaIdToWindowsId(iana);
            if (!windows.isEmpty()) bySquashed.insert(squashed(windows), windows);
        }
        return bySquashed;
    }();
    return zones;
}

} // namespace

QStringList referencePaths(const ReferenceSpec::Part& part)
{
    QStringList paths = part.take.values();
    if (!part.activeField.isEmpty()) paths << part.activeField;
    for (const auto& [name, path] : part.classes)
        paths << path;
    paths.removeDuplicates();
    paths.sort();
    return paths;
}

void takeOrganisation(const ReferenceSpec::Part& part, const QList<Record>& records, ReferenceData& data)
{
    if (records.isEmpty()) return;
    const Record& record = records.first();
    OrganisationInfo& info = data.organisation;
    const auto take = [&](const QString& name, QString& target) {
        const QString found = text(part, record, name);
        if (!found.isEmpty()) target = found;
    };
    take(u"tenantId"_s, info.tenantId);
    take(u"name"_s, info.name);
    take(u"baseCurrency"_s, info.baseCurrency);
    take(u"region"_s, info.region);
    take(u"shortCode"_s, info.shortCode);
    const QString zone = ianaZone(text(part, record, u"zone"_s), info.region);
    if (!zone.isEmpty()) info.zone = zone;
    const bool* demo = record.path(part.take.value(u"demo"_s)).boolean();
    info.demo = demo && *demo;
    data.lockDate = day(part, record, u"lockDate"_s);
    data.yearEndLock = day(part, record, u"yearEndLock"_s);
}

void takeTaxRates(const ReferenceSpec::Part& part, const QList<Record>& records, ReferenceData& data)
{
    for (const Record& record : records) {
        if (!isActive(part, record)) continue;
        const Decimal* percent = record.path(part.take.value(u"percent"_s)).number();
        ReferenceData::TaxRate rate{
            text(part, record, u"code"_s), text(part, record, u"name"_s), percent ? *percent : Decimal(), {}};
        for (const auto& [name, path] : part.classes) {
            const bool* allowed = record.path(path).boolean();
            if (allowed && *allowed) rate.classes << name;
        }
        data.taxRates.append(rate);
    }
}

void takeAccounts(const ReferenceSpec::Part& part, const QList<Record>& records, ReferenceData& data)
{
    for (const Record& record : records) {
        data.accounts.append({text(part, record, u"code"_s), text(part, record, u"name"_s),
                              text(part, record, u"accountClass"_s), text(part, record, u"taxType"_s),
                              isActive(part, record)});
    }
}

void takeCurrencies(const ReferenceSpec::Part& part, const QList<Record>& records, ReferenceData& data)
{
    for (const Record& record : records) {
        const QString code = text(part, record, u"code"_s);
        if (!code.isEmpty() && !data.currencies.contains(code)) data.currencies << code;
    }
}

QString ianaZone(const QString& name, const QString& region)
{
    if (name.isEmpty()) return {};
    if (name.contains(u'/') && QTimeZone::isTimeZoneIdAvailable(name.toLatin1())) return name;
    const QByteArray windows = windowsZones().value(squashed(name.toLatin1()));
    if (windows.isEmpty()) return name == u"UTC" ? name : QString();
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(windows, territory);
    if (iana.isEmpty()) iana = QTimeZone::windowsIdToDefaultIanaId(windows);
    return QString::fromLatin1(iana);
}

} // namespace tieout::connectors
