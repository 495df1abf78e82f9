#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "model/connection.h"

#include <QStringList>

namespace tieout::connectors {

using model::OrganisationInfo;

/// Slow-moving facts that checks need; read once and cached.
struct ReferenceData {
    struct TaxRate {
        QString code;
        QString name;
        Decimal percent;
        QStringList classes;
    };
    struct Account {
        QString code;
        QString name;
        QString accountClass;
        QString taxType;
        bool active = true;
    };
    OrganisationInfo organisation;
    QList<TaxRate> taxRates;
    QList<Account> accounts;
    QStringList currencies;
    Date lockDate; ///< last locked day; invalid = none
    Date yearEndLock;
};
/// The later of the two lock dates; invalid = every day is open.
[[nodiscard]] Date lastClosedDay(const ReferenceData& data);
[[nodiscard]] Json toJson(const ReferenceData& data);
[[nodiscard]] ReferenceData referenceFromJson(const Json& json);

} // namespace tieout::connectors
