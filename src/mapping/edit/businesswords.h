#pragma once

#include <QString>
#include <QStringList>

namespace tieout::mapping {

/// A field's name or label as plain lower-case words: "BillingCountryCode", "Billing_Country_Code__c" and
/// "Billing country code" are all "billing country code".
[[nodiscard]] QString plainWords(const QString& name);

/// What a field is called across accounting and sales systems: names of one meaning have one number; -1 when
/// the dictionary does not know it.
[[nodiscard]] int meaningOf(const QString& plainWords);

} // namespace tieout::mapping
