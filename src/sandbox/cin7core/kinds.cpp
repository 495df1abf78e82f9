#include "sandbox/cin7core/kinds.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

namespace {

// One word a member: its name, then # number, * required, ! read only.
QList<Member> membersOf(const QString& words)
{
    static const QRegularExpression kWord(u"^(\\w+)([#*!]*)$"_s);
    QList<Member> members;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto parts = kWord.match(word);
        const QString signs = parts.captured(2);
        members.append({parts.captured(1), signs.contains(u'#'), signs.contains(u'*'), signs.contains(u'!')});
    }
    return members;
}

QString attributes()
{
    QString words = u" AttributeSet"_s;
    for (int i = 1; i <= 10; ++i)
        words += u" AdditionalAttribute%1"_s.arg(i);
    return words;
}

constexpr const char16_t* kNone = u"";
constexpr const char16_t* kAll = u"GPUD";

/// One kind in words; `party` and `attributed` say what comes in front of and behind the members.
struct Sketch {
    const char16_t* path;
    const char16_t* list;
    const char16_t* key;
    const char16_t* name;
    const char16_t* verbs;
    const char16_t* filters;
    const char16_t* since;
    bool wraps;
    const char16_t* members;
    bool party = false;
    bool attributed = false;
};

constexpr char16_t kParty[] = u"ID! Name* Status* Currency* PaymentTerm* TaxRule* Discount# "
                              "Comments TaxNumber Tags Carrier Addresses Contacts LastModifiedOn!";

constexpr Sketch kSketches[] = {
    {u"customer", u"CustomerList", u"ID", u"Name", u"GPU", u"ID Name", u"ModifiedSince", true,
     u" AccountReceivable* RevenueAccount* CreditLimit# IsOnCreditHold PriceTier SalesRepresentative "
     u"Location "
     "ProductPrices",
     true, true},
    {u"supplier", u"SupplierList", u"ID", u"Name", u"GPU", u"ID Name", u"ModifiedSince", true,
     u" AccountPayable*", true, true},
    {u"product", u"Products", u"ID", u"SKU", u"GPU", u"ID Name Sku", u"ModifiedSince", true,
     u"ID! SKU* Name* Category* Brand Type* CostingMethod* DropShipMode DefaultLocation Length# Width# "
     "Height# Weight# UOM* WeightUnits DimensionsUnits Barcode MinimumBeforeReorder# ReorderQuantity# "
     "PriceTier1# PriceTier2# PriceTier3# PriceTier4# PriceTier5# PriceTier6# PriceTier7# PriceTier8# "
     "PriceTier9# PriceTier10# PriceTiers AverageCost#! ShortDescription InternalNote Description "
     "DiscountRule Tags Status* StockLocator COGSAccount RevenueAccount ExpenseAccount InventoryAccount "
     "PurchaseTaxRule SaleTaxRule LastModifiedOn! Sellable Suppliers",
     false, true},
    {u"sale", u"SaleList", u"ID", kNone, kNone, kNone, kNone, false, kNone},
    {u"purchase", u"PurchaseList", u"ID", kNone, kNone, kNone, kNone, false, kNone},
    {u"ref/account", u"AccountsList", u"Code", u"Code", kAll, u"Code Name Type Status", kNone, true,
     u"Code* OldCode Name* DisplayName! Description Class Type* Status* SystemAccount! ForPayments "
     "BankAccountId! BankAccountNumber"},
    {u"ref/tax", u"TaxRuleList", u"ID", u"Name", u"GPU", u"ID Name IsActive", kNone, true,
     u"ID! Name* Account* IsActive TaxInclusive TaxPercent# IsTaxForSale IsTaxForPurchase Components"},
    {u"ref/location", u"LocationList", u"ID", u"Name", kAll, u"ID Name", kNone, false,
     u"ID! Name* IsDefault IsDeprecated Bins AddressLine1 AddressLine2 AddressCitySuburb "
     "AddressStateProvince AddressZipPostCode AddressCountry"},
    {u"ref/paymentterm", u"PaymentTermList", u"ID", u"Name", kAll, u"ID Name Method IsActive", kNone, false,
     u"ID! Name* Duration# Method IsActive IsDefault"},
    {u"ref/category", u"CategoryList", u"ID", u"Name", kAll, u"ID Name", kNone, false, u"ID! Name*"},
    {u"ref/brand", u"BrandList", u"ID", u"Name", kAll, u"ID Name", kNone, false, u"ID! Name*"},
    {u"ref/unit", u"UnitList", u"ID", u"Name", kAll, u"ID Name", kNone, false, u"ID! Name*"},
    {u"ref/carrier", u"CarrierList", u"CarrierID", u"Description", kAll, u"CarrierID Description", kNone,
     false, u"CarrierID! Description*"},
    {u"ref/productavailability", u"ProductAvailabilityList", u"ID", kNone, u"G",
     u"ID Name Sku Location Batch Category", kNone, false, kNone},
    {u"ref/customer/credits", u"CustomerCredits", u"CreditID", kNone, u"G", u"CustomerID", kNone, false,
     kNone},
    {u"ref/supplier/deposits", u"SupplierDeposits", u"DepositID", kNone, u"G", u"SupplierID", kNone, false,
     kNone},
    {u"journal", u"Journals", u"TaskID", kNone, kAll, u"TaskID JournalNumber Status", kNone, false,
     u"TaskID! JournalNumber! EffectiveDate* Status* Currency CurrencyConversionRate# Narration* Notes "
     u"Lines*"},
    {u"transactions", u"Transactions", u"TaskID", kNone, u"G", kNone, kNone, false, kNone},
    {u"webhooks", u"Webhooks", u"ID", kNone, kAll, u"ID", kNone, true,
     u"ID! Name* Type* IsActive ExternalURL* ExternalAuthorizationType* ExternalUserName ExternalPassword "
     "ExternalBearerToken ExternalHeaders"},
};
static_assert(std::size(kSketches) == size_t(kKindCount));

KindFacts factsFrom(const Sketch& sketch)
{
    const auto text = [](const char16_t* words) { return QString::fromUtf16(words); };
    QString members = text(sketch.members);
    // The order is the service's: what all parties have, the attributes, then their own.
    if (sketch.attributed) members = sketch.party ? attributes() + members : members + attributes();
    if (sketch.party) members = text(kParty) + members;
    return {text(sketch.path),    text(sketch.list),  text(sketch.key), text(sketch.name), text(sketch.verbs),
            text(sketch.filters), text(sketch.since), sketch.wraps,     membersOf(members)};
}

std::array<KindFacts, kKindCount> allFacts()
{
    std::array<KindFacts, kKindCount> all;
    std::transform(std::begin(kSketches), std::end(kSketches), all.begin(), factsFrom);
    return all;
}

} // namespace

const KindFacts& factsOf(Kind kind)
{
    static const std::array<KindFacts, kKindCount> kFacts = allFacts();
    return kFacts[size_t(kind)];
}

} // namespace tieout::sandbox::cin7core
