#include "sandbox/salesforce/dealgenerator.h"

#include "sandbox/salesforce/madeupwords.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

struct DealGenerator::Account {
    qint64 number = 0;
    int country = 0;
    QString name; ///< null: missing
    QString currency;
    quint64 dice = 0; ///< this account's own chance
};

namespace {

constexpr qint64 kHistoryDays = 240;
constexpr quint64 kGolden = 0x9e3779b97f4a7c15ULL;

QString recordId(const char* prefix, qint64 number)
{
    return QString::fromLatin1(prefix) + u"Gn"_s + QString::number(number).rightJustified(10, u'0');
}

quint64 accountSeed(quint64 seed, qint64 number)
{
    return (seed + 1) * kGolden ^ (quint64(number) + 7) * 0xbf58476d1ce4e5b9ULL;
}

template<class List>
const auto& pick(SeededRandom& random, const List& list)
{
    return list[random.below(std::size(list))];
}

QString text(const char16_t* words)
{
    return QString::fromUtf16(words);
}

QString emailOf(const QString& first, qint64 account)
{
    QString local;
    for (const QChar c : first.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() < 128 && c.isLetter()) local += c.toLower();
    }
    return (local.isEmpty() ? u"office"_s : local) + QString::number(account) + u"@customer"_s +
           QString::number(account) + u".example"_s;
}

Decimal exact(const Result<Decimal>& value)
{
    return value.value_or(Decimal());
}

} // namespace

DealGenerator::DealGenerator(quint64 seed, qint64 deals, Instant now)
    : m_seed(seed)
    , m_deals(deals)
    , m_accounts(std::max<qint64>(12, deals / 3))
    , m_now(std::chrono::floor<std::chrono::days>(now))
{
}

DealGenerator::Account DealGenerator::account(qint64 number) const
{
    SeededRandom random(accountSeed(m_seed, number));
    Account made;
    made.number = number;
    made.country = int(random.below(kCountries.size()));
    made.currency = text(kCountries[size_t(made.country)].currency);
    made.dice = random.below(1000);
    if (made.dice >= 3) made.name = accountName(number, made.country);
    // Trades in a currency that the ledger has not switched on.
    if (made.dice >= 3 && made.dice < 6) made.currency = u"THB"_s;
    if (made.dice >= 6 && made.dice < 9)
        made.name += u" and all of its subsidiaries, branches and affiliated partnerships"_s.repeated(5);
    return made;
}

QString DealGenerator::accountName(qint64 number, int country) const
{
    SeededRandom random(accountSeed(m_seed, number) ^ 0x5a5a);
    const Country& home = kCountries[size_t(country)];
    QString name = text(home.stems[random.below(home.stems.size())]) + u' ' + text(pick(random, kTrades)) +
                   u' ' + QString::number(number + 1);
    const quint64 style = random.below(40);
    if (style == 0)
        name = u"  "_s + name + u' ';
    else if (style == 1)
        name = name.toUpper();
    else if (style == 2)
        name = u"\""_s + name + u"\" & Sons"_s;
    else if (style == 3)
        name.replace(u' ', u"  "_s);
    else if (style == 4)
        name += u" (O'Neill – Bros.)"_s;
    return name;
}

Json DealGenerator::accountJson(const Account& account) const
{
    SeededRandom random(accountSeed(m_seed, account.number) ^ 0xacc);
    const Country& home = kCountries[size_t(account.country)];
    static constexpr int kTerms[] = {7, 14, 30, 60};
    const bool noTerms = random.below(30) == 0;
    const QString postal = QString::number(1000 + random.below(9000));
    return Json::object({
        {u"Id"_s, recordId("001", account.number)},
        {u"Name"_s, account.name.isNull() ? Json() : Json(account.name)},
        {u"BillingStreet"_s, QString::number(1 + random.below(180)) + u' ' + text(pick(random, kStreets))},
        {u"BillingCity"_s, text(home.cities[random.below(home.cities.size())])},
        {u"BillingCountryCode"_s, text(home.code)},
        {u"BillingPostalCode"_s, postal},
        {u"CurrencyIsoCode"_s, account.currency},
        {u"Phone"_s, random.below(4) == 0
                         ? Json()
                         : Json(text(home.phone) + u" 555 0"_s + QString::number(100 + random.below(900)))},
        {u"Terms__c"_s, noTerms ? Json() : Json(pick(random, kTerms))},
    });
}

Json DealGenerator::contactJson(const Account& account, SeededRandom& random) const
{
    if (random.below(20) == 0) return {};
    const Country& home = kCountries[size_t(account.country)];
    // Two people a customer at the most, always the same two.
    SeededRandom person(accountSeed(m_seed, account.number) ^ (random.below(3) == 0 ? 0xb0b : 0xa11ce));
    const QString first = text(home.firstNames[person.below(home.firstNames.size())]);
    const QString last = text(home.lastNames[person.below(home.lastNames.size())]);
    QString email = emailOf(first, account.number);
    if (person.below(12) == 0) email = u" "_s + email.toUpper();
    return Json::object({{u"FirstName"_s, first}, {u"LastName"_s, last}, {u"Email"_s, email}});
}

Json DealGenerator::next()
{
    const qint64 number = m_next++;
    SeededRandom random(m_seed * kGolden + quint64(number) * 0x94d049bb133111ebULL + 11);
    const Account customer = account(qint64(random.below(quint64(m_accounts))));
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
        {u"Owner"_s, Json::object({{u"Name"_s, text(kOwners[customer.dice % kOwners.size()])}})},
        {u"OpportunityLineItems"_s, lines},
    });
}

Json DealGenerator::linesJson(qint64 deal, const Account& account, SeededRandom& random, Decimal& total) const
{
    const quint64 count = 1 + random.below(5);
    Json records = Json::array();
    for (quint64 i = 0; i < count; ++i) {
        Json line = lineJson(account, random, total);
        Json whole = Json::object({{u"Id"_s, recordId("00k", deal * 5 + qint64(i))}});
        for (const Json::Member& member : line.toObject())
            whole.set(member.first, member.second);
        records.append(whole);
    }
    return Json::object(
        {{u"totalSize"_s, Json(qint64(count))}, {u"done"_s, Json(true)}, {u"records"_s, records}});
}

Json DealGenerator::lineJson(const Account& account, SeededRandom& random, Decimal& total) const
{
    const Product& product = pick(random, kProducts);
    const Country& home = kCountries[size_t(account.country)];
    // Cents of an Australian dollar, shifted to the currency's size, then a little off the list as sales
    // people do.
    const qint64 list = product.cents * home.priceLevel / 100;
    qint64 cents = list - qint64(random.below(quint64(list) / 20 + 1));
    if (account.currency == u"JPY") cents = (cents + 50) / 100 * 100;
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

QList<DealGenerator::Customer> DealGenerator::ledgerCustomers() const
{
    static constexpr qint64 kShare = 12;
    static constexpr qint64 kMost = 5000;
    QList<Customer> known;
    for (qint64 number = 0; number < m_accounts && known.size() < kMost; number += kShare) {
        const Account customer = account(number);
        if (customer.name.isNull() || customer.dice < 9) continue;
        SeededRandom person(accountSeed(m_seed, number) ^ 0xa11ce);
        const Country& home = kCountries[size_t(customer.country)];
        const QString first = text(home.firstNames[person.below(home.firstNames.size())]);
        known.append({customer.name.simplified(), emailOf(first, number)});
    }
    return known;
}

} // namespace tieout::sandbox::salesforce
