#include "sandbox/cin7omni/kinds.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

namespace {

// One word a member: its name, then # number, ? yes or no, @ moment, { object or [ list, /longest, =words,
// * required, ! read only.
constexpr char16_t kContact[] =
    u"id#! createdDate@! modifiedDate@! isActive? type=Customer|Supplier* salesPersonId# accountNumber/10 "
    u"billingId# billingCompany/50 accountsFirstName accountsLastName billingEmail/50 accountsPhone "
    u"billingCostCenter costCenter priceColumn percentageOff# paymentTerms taxStatus taxNumber creditLimit# "
    u"balanceOwing#! onHold? group subGroup stages accountingIntegrationId{! company/250 firstName/250 "
    u"lastName/250 jobTitle email/250 website phone fax mobile address1 address2 city state postCode country "
    u"postalAddress1 postalAddress2 postalCity postalPostCode postalState postalCountry notes integrationRef "
    u"customFields{ secondaryContacts[";

constexpr char16_t kOrder[] =
    u"id#! createdDate@! modifiedDate@! createdBy#! processedBy#! isApproved? reference/30 memberId# "
    u"memberEmail firstName lastName company email phone mobile fax deliveryFirstName deliveryLastName "
    u"deliveryCompany deliveryAddress1 deliveryAddress2 deliveryCity deliveryState deliveryPostalCode "
    u"deliveryCountry billingFirstName billingLastName billingCompany billingAddress1 billingAddress2 "
    u"billingCity billingState billingPostalCode billingCountry branchId# branchEmail projectName "
    u"trackingCode internalComments productTotal#! freightTotal# freightDescription surcharge# "
    u"surchargeDescription discountTotal# discountDescription total#! currencyCode currencyRate# "
    u"currencySymbol! taxStatus=Incl|Excl|Exempt|1|2|3 taxRate# alternativeTaxRate memberAlternativeTaxRate "
    u"source! isVoid? status! stage memberCostCenter costCenter accountingAttributes{! customFields{ "
    u"salesPersonId# salesPersonEmail! paymentTerms customerOrderNo voucherCode/30 deliveryInstructions/2000 "
    u"estimatedDeliveryDate@ cancellationDate@! modifiedCOGSDate@! invoiceDate@ invoiceNumber#! "
    u"dispatchedDate@ logisticsCarrier logisticsStatus# ediStatus# distributionBranchId# departmentNumber "
    u"storeLocationNumber distributionCenter lineItems[";

constexpr char16_t kPurchaseMore[] = u" supplierInvoiceReference supplierAcceptanceDate@ port "
                                     u"estimatedArrivalDate@ fullyReceivedDate@";
constexpr char16_t kCreditMore[] = u" salesReference creditNoteNumber#! creditNoteDate@ completedDate@ "
                                   u"customerReport alternativeAccountCode";

constexpr char16_t kLine[] =
    u"id# createdDate@! transactionId#! parentId# productId# productOptionId# integrationRef sort# code name "
    u"option1 option2 option3 qty# styleCode! barcode sizeCodes lineComments unitCost# unitPrice# uomPrice# "
    u"discount# uomQtyOrdered# uomQtyShipped# uomSize# qtyShipped# holdingQty# accountCode stockControl "
    u"stockMovements[!";

constexpr char16_t kPayment[] =
    u"id#! createdDate@! modifiedDate@! paymentDate@ amount#* method isAuthorized? transactionRef comments "
    u"orderId#* orderRef! paymentImportedRef batchReference! reconcileDate@ branchId# orderType";

constexpr char16_t kProduct[] =
    u"id#! status=Inactive|Public|ShowInB2B|Internal createdDate@! modifiedDate@! styleCode* name/250* "
    u"description tags images[ supplierId# brand category! subCategory! categoryIdArray[ channels weight# "
    u"height# width# length# volume# stockControl orderType productType productSubtype projectName "
    u"optionLabel1 optionLabel2 optionLabel3 salesAccount purchasesAccount importCustomsDuty sizeRangeId# "
    u"pdfUpload pdfDescription customFields{ productOptions[";

constexpr char16_t kOption[] =
    u"id#! createdDate@! modifiedDate@! status=Primary|Active|Disabled productId#* code! barcode! "
    u"productOptionCode productOptionSizeCode productOptionBarcode productOptionSizeBarcode supplierCode "
    u"option1 option2 option3 optionWeight# size sizeId# retailPrice# wholesalePrice# vipPrice# "
    u"specialPrice# "
    u"specialsStartDate@ specialDays# stockAvailable#! stockOnHand#! uomOptions[ image{ priceColumns{";

constexpr char16_t kBranch[] =
    u"id#! createdDate@! modifiedDate@! isActive? branchType stockControlOptions taxStatus accountNumber/10 "
    u"branchLocations[ company/250* firstName lastName jobTitle email/250 website phone fax mobile address1 "
    u"address2 city state postCode country postalAddress1 postalAddress2 postalCity postalPostCode "
    u"postalState postalCountry notes integrationRef customFields{ secondaryContacts[";

constexpr char16_t kMove[] =
    u"id#! createdDate@! modifiedDate@! createdBy#! isApproved? reference/30 isVoid? "
    u"status! stage completedDate@ internalComments branchId# lineItems[";

constexpr char16_t kStock[] =
    u"productId#! productOptionId#! modifiedDate@! styleCode! code! barcode! branchId#! branchName! "
    u"productName! option1! option2! option3! size! available#! stockOnHand#! openSales#! incoming#! "
    u"virtual#! holding#!";

Shape shapeOf(QStringView sign)
{
    if (sign == u"#") return Shape::Number;
    if (sign == u"?") return Shape::Flag;
    if (sign == u"@") return Shape::Moment;
    if (sign == u"{") return Shape::Object;
    return sign == u"[" ? Shape::List : Shape::Text;
}

QList<Member> membersOf(const QString& words)
{
    static const QRegularExpression kWord(u"^(\\w+?)([#?@{\\[]?)(?:/(\\d+))?(?:=([^*!]+))?([*!]*)$"_s);
    QList<Member> members;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto parts = kWord.match(word);
        Member member;
        member.name = parts.captured(1);
        member.shape = shapeOf(parts.captured(2));
        member.longest = parts.captured(3).toInt();
        if (!parts.captured(4).isEmpty()) member.words = parts.captured(4).split(u'|');
        member.required = parts.captured(5).contains(u'*');
        member.readOnly = parts.captured(5).contains(u'!');
        members.append(member);
    }
    return members;
}

QString join(const char16_t* first, const char16_t* second = u"")
{
    return QString::fromUtf16(first) + QString::fromUtf16(second);
}

std::array<KindFacts, kKindCount> allFacts()
{
    const QString user = u"id#! isActive?! firstName! lastName! jobTitle! email!"_s;
    const QString category =
        u"id#! createdDate@! modifiedDate@! isActive? name/250* parentId# sort# description"_s;
    return {{
        {u"Contacts"_s, u"GPUD"_s, u"email"_s, membersOf(join(kContact))},
        {u"SalesOrders"_s, u"GPU"_s, u"reference"_s, membersOf(join(kOrder))},
        {u"PurchaseOrders"_s, u"GPU"_s, u"reference"_s, membersOf(join(kOrder, kPurchaseMore))},
        {u"CreditNotes"_s, u"GPU"_s, u"reference"_s, membersOf(join(kOrder, kCreditMore))},
        {u"Quotes"_s, u"GPU"_s, u"reference"_s, membersOf(join(kOrder))},
        {u"Payments"_s, u"GPUD"_s, u"transactionRef"_s, membersOf(join(kPayment))},
        {u"Products"_s, u"GPU"_s, u"styleCode"_s, membersOf(join(kProduct))},
        {u"ProductOptions"_s, u"GPU"_s, u"productOptionCode"_s, membersOf(join(kOption))},
        {u"ProductCategories"_s, u"GPU"_s, u"name"_s, membersOf(category)},
        {u"Branches"_s, u"GPU"_s, u"company"_s, membersOf(join(kBranch))},
        {u"BranchTransfers"_s, u"GPU"_s, u"reference"_s,
         membersOf(
             join(kMove, u" sourceBranchId#* destinationBranchId#* dispatchedDate@ fullyReceivedDate@"))},
        {u"Adjustments"_s, u"GPU"_s, u"reference"_s,
         membersOf(join(kMove, u" adjustmentReason productTotal#!"))},
        {u"ProductionJobs"_s, u"GPU"_s, u"reference"_s, membersOf(join(kMove, u" estimatedCompletionDate@"))},
        {u"Stock"_s, u"G"_s, u"code"_s, membersOf(join(kStock))},
        {u"Users"_s, u"G"_s, u"email"_s, membersOf(user)},
    }};
}

} // namespace

const KindFacts& factsOf(Kind kind)
{
    static const std::array<KindFacts, kKindCount> kFacts = allFacts();
    return kFacts[size_t(kind)];
}

const QList<Member>& lineMembers()
{
    static const QList<Member> kMembers = membersOf(join(kLine));
    return kMembers;
}

bool isOrder(Kind kind)
{
    return kind == Kind::SalesOrders || kind == Kind::PurchaseOrders || kind == Kind::CreditNotes ||
           kind == Kind::Quotes;
}

} // namespace tieout::sandbox::cin7omni
