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

std::array<KindFacts, kKindCount> allFacts()
{
    const QString party = u"ID! Name* Status* Currency* PaymentTerm* TaxRule* Discount# "
                          "Comments TaxNumber Tags Carrier Addresses Contacts LastModifiedOn!"_s +
                          attributes();
    const QString product =
        u"ID! SKU* Name* Category* Brand Type* CostingMethod* DropShipMode DefaultLocation Length# Width# "
        "Height# Weight# UOM* WeightUnits DimensionsUnits Barcode MinimumBeforeReorder# ReorderQuantity# "
        "PriceTier1# PriceTier2# PriceTier3# PriceTier4# PriceTier5# PriceTier6# PriceTier7# PriceTier8# "
        "PriceTier9# PriceTier10# PriceTiers AverageCost#! ShortDescription InternalNote Description "
        "DiscountRule Tags Status* StockLocator COGSAccount RevenueAccount ExpenseAccount InventoryAccount "
        "PurchaseTaxRule SaleTaxRule LastModifiedOn! Sellable Suppliers"_s +
        attributes();
    const QString webhook = u"ID! Name* Type* IsActive ExternalURL* ExternalAuthorizationType* "
                            "ExternalUserName ExternalPassword ExternalBearerToken ExternalHeaders"_s;
    const QString full = u"GPUD"_s;
    return {{
        {u"customer"_s, u"CustomerList"_s, u"ID"_s, u"Name"_s, u"GPU"_s, u"ID Name"_s, u"ModifiedSince"_s,
         true,
         membersOf(party + u" AccountReceivable* RevenueAccount* CreditLimit# IsOnCreditHold PriceTier "
                           "SalesRepresentative Location ProductPrices"_s)},
        {u"supplier"_s, u"SupplierList"_s, u"ID"_s, u"Name"_s, u"GPU"_s, u"ID Name"_s, u"ModifiedSince"_s,
         true, membersOf(party + u" AccountPayable*"_s)},
        {u"product"_s, u"Products"_s, u"ID"_s, u"SKU"_s, u"GPU"_s, u"ID Name Sku"_s, u"ModifiedSince"_s, true,
         membersOf(product)},
        {u"sale"_s, u"SaleList"_s, u"ID"_s, {}, {}, {}, {}, false, {}},
        {u"purchase"_s, u"PurchaseList"_s, u"ID"_s, {}, {}, {}, {}, false, {}},
        {u"ref/account"_s,
         u"AccountsList"_s,
         u"Code"_s,
         u"Code"_s,
         full,
         u"Code Name Type Status"_s,
         {},
         true,
         membersOf(u"Code* OldCode Name* DisplayName! Description Class Type* Status* SystemAccount! "
                   "ForPayments BankAccountId! BankAccountNumber"_s)},
        {u"ref/tax"_s,
         u"TaxRuleList"_s,
         u"ID"_s,
         u"Name"_s,
         u"GPU"_s,
         u"ID Name IsActive"_s,
         {},
         true,
         membersOf(u"ID! Name* Account* IsActive TaxInclusive TaxPercent# IsTaxForSale IsTaxForPurchase "
                   "Components"_s)},
        {u"ref/location"_s,
         u"LocationList"_s,
         u"ID"_s,
         u"Name"_s,
         full,
         u"ID Name"_s,
         {},
         false,
         membersOf(u"ID! Name* IsDefault IsDeprecated Bins AddressLine1 AddressLine2 AddressCitySuburb "
                   "AddressStateProvince AddressZipPostCode AddressCountry"_s)},
        {u"ref/paymentterm"_s,
         u"PaymentTermList"_s,
         u"ID"_s,
         u"Name"_s,
         full,
         u"ID Name Method IsActive"_s,
         {},
         false,
         membersOf(u"ID! Name* Duration# Method IsActive IsDefault"_s)},
        {u"ref/category"_s,
         u"CategoryList"_s,
         u"ID"_s,
         u"Name"_s,
         full,
         u"ID Name"_s,
         {},
         false,
         membersOf(u"ID! Name*"_s)},
        {u"ref/brand"_s,
         u"BrandList"_s,
         u"ID"_s,
         u"Name"_s,
         full,
         u"ID Name"_s,
         {},
         false,
         membersOf(u"ID! Name*"_s)},
        {u"ref/unit"_s,
         u"UnitList"_s,
         u"ID"_s,
         u"Name"_s,
         full,
         u"ID Name"_s,
         {},
         false,
         membersOf(u"ID! Name*"_s)},
        {u"ref/carrier"_s,
         u"CarrierList"_s,
         u"CarrierID"_s,
         u"Description"_s,
         full,
         u"CarrierID Description"_s,
         {},
         false,
         membersOf(u"CarrierID! Description*"_s)},
        {u"ref/productavailability"_s,
         u"ProductAvailabilityList"_s,
         u"ID"_s,
         {},
         u"G"_s,
         u"ID Name Sku Location Batch Category"_s,
         {},
         false,
         {}},
        {u"ref/customer/credits"_s,
         u"CustomerCredits"_s,
         u"CreditID"_s,
         {},
         u"G"_s,
         u"CustomerID"_s,
         {},
         false,
         {}},
        {u"ref/supplier/deposits"_s,
         u"SupplierDeposits"_s,
         u"DepositID"_s,
         {},
         u"G"_s,
         u"SupplierID"_s,
         {},
         false,
         {}},
        {u"journal"_s,
         u"Journals"_s,
         u"TaskID"_s,
         {},
         u"GPUD"_s,
         u"TaskID JournalNumber Status"_s,
         {},
         false,
         membersOf(
             u"TaskID! JournalNumber! EffectiveDate* Status* Currency CurrencyConversionRate# Narration* "
             "Notes Lines*"_s)},
        {u"transactions"_s, u"Transactions"_s, u"TaskID"_s, {}, u"G"_s, {}, {}, false, {}},
        {u"webhooks"_s, u"Webhooks"_s, u"ID"_s, {}, full, u"ID"_s, {}, true, membersOf(webhook)},
    }};
}

} // namespace

const KindFacts& factsOf(Kind kind)
{
    static const std::array<KindFacts, kKindCount> kFacts = allFacts();
    return kFacts[size_t(kind)];
}

const Member* findMember(const QList<Member>& members, QStringView name)
{
    const auto found = std::find_if(members.begin(), members.end(), [name](const Member& member) {
        return name.compare(member.name, Qt::CaseInsensitive) == 0;
    });
    return found == members.end() ? nullptr : &*found;
}

} // namespace tieout::sandbox::cin7core
