#include "sandbox/salesforce/deals/dealgenerator.h"

#include "sandbox/business/words.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

using business::Business;
using business::Customer;
using business::text;

namespace {

constexpr qint64 kHistoryDays = 240;
constexpr quint64 kGolden = 0x9e3779b97f4a7c15ULL;

constexpr std::array<const char16_t*, 6> kDealWords{u"refit", u"spring order", u"annual plan",
                                                    u"pilot", u"replacement",  u"roll-out"};
constexpr std::array<const char16_t*, 4> kOpenStages{u"Prospecting", u"Qualification", u"Proposal",
                                                     u"Negotiation"};

QString recordId(const char* prefix, qint64 number)
{
    return QString::fromLatin1(prefix) + u"Gn"_s + QString::number(number).rightJustified(10, u'0');
}

template<class List>
const auto& pick(SeededRandom& random, const List& list)
{
    return list[random.below(std::size(list))];
}

Decimal exact(const Result<Decimal>& value)
{
    return value.value_or(Decimal());
}

} // namespace

DealGenerator::DealGenerator(quint64 seed, qint64 deals, Instant now)
    : m_business(seed)
    , m_seed(seed)
    , m_deals(deals)
    , m_accounts(std::max<qint64>(12, deals / 3))
    , m_now(std::chrono::floor<std::chrono::days>(now))
{
}

Json DealGenerator::accountJson(const Customer& customer) const
{
    const business::Premises premises = m_business.premises(customer);
    return Json::object({
        {u"Id"_s, recordId("001", customer.number)},
        {u"Name"_s, customer.name.isNull() ? Json() : Json(customer.name)},
        {u"BillingStreet"_s, premises.street},
        {u"BillingCity"_s, premises.city},
        {u"BillingCountryCode"_s, premises.countryCode},
        {u"BillingPostalCode"_s, premises.postal},
        {u"CurrencyIsoCode"_s, customer.currency},
        {u"Phone"_s, premises.phone.isNull() ? Json() : Json(premises.phone)},
        {u"Terms__c"_s, premises.termsDays ? Json(*premises.termsDays) : Json()},
    });
}

Json DealGenerator::contactJson(const Customer& customer, SeededRandom& random) const
{
    if (random.below(20) == 0) return {};
    // Two people a customer at the most, always the same two.
    const business::Person person = m_business.person(
        customer, random.below(3) == 0 ? Business::Contact::Second : Business::Contact::First);
    return Json::object(
        {{u"FirstName"_s, person.first}, {u"LastName"_s, person.last}, {u"Email"_s, person.email}});
}

Json DealGenerator::next()
{
    const qint64 number = m_next++;
    SeededRandom random(m_seed * kGolden + quint64(number) * 0x94d049bb133111ebULL + 11);
    const Customer customer = m_business.customer(qint64(random.below(quint64(m_accounts))));
    const quint64 dice = random.below(100);
    const char16_t* stage = dice < 60   ? u"Closed Won"
                            : dice < 75 ? u"Closed Lost"
                                        : pick(random, kOpenStages);
    const bool closed = dice < 75;
    const auto age = std::chrono::milliseconds(qint64(random.below(quint64(kHistoryDays) * 86'400'000)));
    const Instant stamp = m_now - age;
    const Date today = utcDate(m_now);
    const Date closeDate = closed ? utcDate(stamp) : today.addDays(qint64(random.below(120)));
    Decimal total = Decimal::fromScaled(0, 2);
    const Json lines = linesJson(number, customer, random, total);
    const QString firstWord = customer.name.isNull() ? u"Unnamed"_s : customer.name.simplified().left(60);
    return Json::object({
        {u"Id"_s, recordId("006", number)},
        {u"Name"_s,
         firstWord + u" – "_s + text(pick(random, kDealWords)) + u' ' + QString::number(number + 1)},
        {u"StageName"_s, QString::fromUtf16(stage)},
        {u"CloseDate"_s, formatDate(closeDate)},
        {u"Amount"_s, Json(total)},
        {u"CurrencyIsoCode"_s, customer.currency},
        {u"SystemModstamp"_s, formatInstant(stamp)},
        {u"CreatedDate"_s, formatInstant(stamp - std::chrono::hours(24 * (1 + random.below(60))))},
        {u"Account"_s, accountJson(customer)},
        {u"Contact"_s, contactJson(customer, random)},
        {u"Owner"_s,
         Json::object({{u"Name"_s, text(business::kOwners[customer.dice % business::kOwners.size()])}})},
        {u"OpportunityLineItems"_s, lines},
    });
}

Json DealGenerator::linesJson(qint64 deal, const Customer& customer, SeededRandom& random,
                              Decimal& total) const
{
    const quint64 count = 1 + random.below(5);
    Json records = Json::array();
    for (quint64 i = 0; i < count; ++i) {
        Json line = lineJson(customer, random, total);
        Json whole = Json::object({{u"Id"_s, recordId("00k", deal * 5 + qint64(i))}});
        for (const Json::Member& member : line.toObject())
            whole.set(member.first, member.second);
        records.append(whole);
    }
    return Json::object(
        {{u"totalSize"_s, Json(qint64(count))}, {u"done"_s, Json(true)}, {u"records"_s, records}});
}

Json DealGenerator::lineJson(const Customer& customer, SeededRandom& random, Decimal& total) const
{
    const business::Product& product = pick(random, business::kProducts);
    // Cents of an Australian dollar, shifted to the currency's size, then a little off the list as sales
    // people do.
    const qint64 list = Business::listCents(product, customer);
    qint64 cents = list - qint64(random.below(quint64(list) / 20 + 1));
    if (customer.currency == u"JPY") cents = (cents + 50) / 100 * 100;
    const Decimal price = Decimal::fromScaled(cents, 2);
    const Decimal quantity = product.hours && random.below(2) == 0
                                 ? Decimal::fromScaled(qint64(5 + random.below(80)) * 5, 1)
                                 : Decimal(qint64(1 + random.below(20)));
    static constexpr int kDiscounts[] = {5, 10, 12, 15, 20};
    const int discount = random.below(6) == 0 ? pick(random, kDiscounts) : 0;
    const Decimal gross = exact(quantity.times(price));
    const Decimal net = exact(gross.times(Decimal::fromScaled(100 - discount, 2))).rounded(2);
    total = exact(total.plus(net));
    const quint64 words = random.below(8);
    Json description;
    if (words == 0)
        description = Json(u"  as agreed by phone "_s);
    else if (words == 1)
        description = Json(text(product.name) + u", \"special\" finish"_s);
    return Json::object({
        {u"PricebookEntry"_s,
         Json::object({{u"ProductCode"_s, text(product.code)},
                       {u"Product2"_s, Json::object({{u"Name"_s, text(product.name)},
                                                     {u"Taxable__c"_s, Json(product.taxable)}})}})},
        {u"Quantity"_s, Json(quantity)},
        {u"UnitPrice"_s, Json(price)},
        {u"Discount"_s, discount == 0 ? Json() : Json(discount)},
        {u"Description"_s, description},
    });
}

QList<DealGenerator::LedgerCustomer> DealGenerator::ledgerCustomers() const
{
    static constexpr qint64 kShare = 12;
    static constexpr qint64 kMost = 5000;
    QList<LedgerCustomer> known;
    for (qint64 number = 0; number < m_accounts && known.size() < kMost; number += kShare) {
        const Customer customer = m_business.customer(number);
        if (customer.name.isNull() || customer.dice < 9) continue;
        const QString email = m_business.person(customer, Business::Contact::First).email;
        known.append({customer.name.simplified(), email.trimmed().toLower()});
    }
    return known;
}

} // namespace tieout::sandbox::salesforce
