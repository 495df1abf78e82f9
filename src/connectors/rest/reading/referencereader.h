#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The paths that a part of the reference data needs of its object.
[[nodiscard]] QStringList referencePaths(const ReferenceSpec::Part& part);

// Records of the system → what checks need. Pure.
void takeOrganisation(const ReferenceSpec::Part& part, const QList<model::Record>& records,
                      ReferenceData& data);
void takeTaxRates(const ReferenceSpec::Part& part, const QList<model::Record>& records, ReferenceData& data);
void takeAccounts(const ReferenceSpec::Part& part, const QList<model::Record>& records, ReferenceData& data);
void takeCurrencies(const ReferenceSpec::Part& part, const QList<model::Record>& records,
                    ReferenceData& data);

/// "AUSEASTERNSTANDARDTIME" (a Windows zone without blanks) or an IANA id → an IANA id; empty when unknown.
[[nodiscard]] QString ianaZone(const QString& name, const QString& region);

} // namespace tieout::connectors
