#include "sandbox/business/business.h"

#include "sandbox/business/taxnumbers.h"
#include "sandbox/business/words.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::business {

namespace {

constexpr quint64 kGolden = 0x9e3779b97f4a7c15ULL;

const Country& homeOf(const Customer& customer)
{
    return kCountries[size_t(customer.country)];
}

template<class List>
const auto& pick(SeededRandom& random, const List& list)
{
    return list[random.below(std::size(list))];
}

QString plainLetters(const QString& name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing) plain += c;
    }
    return plain;
}

QString lowerLatin(const QString& word)
{
    QString local;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c.unicode() < 128 && c.isLetter()) local += c.toLower();
    }
    return local;
}

QString emailOf(const QString& first, qint64 customer)
{
    const QString local = lowerLatin(first);
    return (local.isEmpty() ? u"office"_s : local) + QString::number(customer) + u"@customer"_s +
           QString::number(customer) + u".example"_s;
}

QString stemName(SeededRandom& random, const Customer& customer)
{
    const Country& home = homeOf(customer);
    // The trade is drawn first: the order is part of the data.
    const char16_t* const trade = pick(random, kTrades);
    const char16_t* const stem = home.stems[random.below(home.stems.size())];
    return text(stem) + u' ' + text(trade) + u' ' + QString::number(customer.number + 1);
}

QString styled(const QString& name, quint64 style)
{
    switch (style) {
    case 0:
        return u"  "_s + name + u' ';
    case 1:
        return name.toUpper();
    case 2:
        return u"\""_s + name + u"\" & Sons"_s;
    case 3:
        return QString(name).replace(u' ', u"  "_s);
    case 4:
        return name + u" (O'Neill – Bros.)"_s;
    default:
        return name;
    }
}

} // namespace

quint64 customerSeed(quint64 seed, qint64 number)
{
    return (seed + 1) * kGolden ^ (quint64(number) + 7) * 0xbf58476d1ce4e5b9ULL;
}

QString text(const char16_t* words)
{
    return QString::fromUtf16(words);
}

Customer Business::customer(qint64 number) const
{
    SeededRandom random(customerSeed(m_seed, number));
    Customer made;
    made.number = number;
    made.country = int(random.below(kCountries.size()));
    made.currency = text(homeOf(made).currency);
    made.dice = random.below(1000);
    if (made.dice >= 3) {
        SeededRandom words(customerSeed(m_seed, number) ^ 0x5a5a);
        const QString name = stemName(words, made);
        made.name = styled(name, words.below(40));
    }
    // Trades in a currency that the ledger has not switched on.
    if (made.dice >= 3 && made.dice < 6) made.currency = u"THB"_s;
    if (made.dice >= 6 && made.dice < 9)
        made.name += u" and all of its subsidiaries, branches and affiliated partnerships"_s.repeated(5);
    return made;
}

QString Business::commonName(const Customer& customer) const
{
    SeededRandom words(customerSeed(m_seed, customer.number) ^ 0x5a5a);
    return stemName(words, customer);
}

QString Business::nameIn(Book book, const Customer& customer) const
{
    SeededRandom random(customerSeed(m_seed, customer.number) ^ (0xb00cULL + quint64(book)));
    QString name = commonName(customer);
    switch (random.below(18)) {
    case 0:
    case 1:
        return name + u' ' + text(homeOf(customer).legalForm);
    case 2:
        return name.replace(u'&', u"and"_s).replace(u'\'', u'’');
    case 3:
        return plainLetters(name);
    case 4:
        return name.toUpper();
    case 5:
        return name + u' ';
    default:
        return name;
    }
}

bool Business::isTwiceIn(Book book, const Customer& customer) const
{
    return SeededRandom(customerSeed(m_seed, customer.number) ^ (0x2ceULL + quint64(book))).below(12) == 0;
}

Premises Business::premises(const Customer& customer) const
{
    SeededRandom random(customerSeed(m_seed, customer.number) ^ 0xacc);
    const Country& home = homeOf(customer);
    static constexpr int kTerms[] = {7, 14, 30, 60};
    Premises made;
    const bool noTerms = random.below(30) == 0;
    made.postal = QString::number(1000 + random.below(9000));
    const QString road = text(pick(random, kStreets)); // before its number
    made.street = QString::number(1 + random.below(180)) + u' ' + road;
    made.city = text(home.cities[random.below(home.cities.size())]);
    made.countryCode = text(home.code);
    if (random.below(4) != 0)
        made.phone = text(home.phone) + u" 555 0"_s + QString::number(100 + random.below(900));
    if (!noTerms) made.termsDays = pick(random, kTerms);
    return made;
}

Person Business::person(const Customer& customer, Contact which) const
{
    const Country& home = homeOf(customer);
    SeededRandom random(customerSeed(m_seed, customer.number) ^ (which == Contact::First ? 0xa11ce : 0xb0b));
    Person made;
    made.first = text(home.firstNames[random.below(home.firstNames.size())]);
    made.last = text(home.lastNames[random.below(home.lastNames.size())]);
    made.email = emailOf(made.first, customer.number);
    if (random.below(12) == 0) made.email = u" "_s + made.email.toUpper();
    return made;
}

QString Business::taxNumber(const Customer& customer) const
{
    SeededRandom random(customerSeed(m_seed, customer.number) ^ 0x7a8);
    return madeUpTaxNumber(homeOf(customer).code, random);
}

Employee Business::employee(qint64 number) const
{
    SeededRandom random(customerSeed(m_seed, number) ^ 0x57aff);
    Employee made;
    made.number = number;
    const Country& home = pick(random, kCountries);
    made.first = text(home.firstNames[random.below(home.firstNames.size())]);
    made.last = text(home.lastNames[random.below(home.lastNames.size())]);
    if (number < qint64(kOwners.size())) {
        const QString name = text(kOwners[size_t(number)]);
        made.first = name.section(u' ', 0, 0);
        made.last = name.section(u' ', 1);
    }
    const QString local = lowerLatin(made.first);
    made.email =
        (local.isEmpty() ? u"staff"_s : local) +
        (number < qint64(kOwners.size()) ? u"."_s + lowerLatin(made.last) : QString::number(number)) +
        u"@tieout.example"_s;
    made.rate = Decimal::fromScaled(qint64(120 + random.below(13) * 5) * 100, 2);
    made.cost = Decimal::fromScaled(qint64(48 + random.below(40)) * 100 + 50, 2);
    made.contractor = random.below(6) == 0;
    return made;
}

Project Business::project(qint64 number, qint64 customers) const
{
    static constexpr const char16_t* kWork[] = {u"website",     u"warehouse refit", u"pump overhaul",
                                                u"annual care", u"training plan",   u"roll-out",
                                                u"migration",   u"safety audit"};
    SeededRandom random(customerSeed(m_seed, number) ^ 0x9707ec7);
    Project made;
    made.number = number;
    made.customer = qint64(random.below(quint64(std::max<qint64>(1, customers))));
    const QString work = text(pick(random, kWork));
    made.name = commonName(customer(made.customer)).section(u' ', 0, 1) + u" – "_s + work;
    made.code = work.left(3).toUpper() + u'-' + QString::number(100 + number);
    const quint64 billing = random.below(10);
    made.billing = billing < 7 ? Billing::Hours : billing < 9 ? Billing::FixedFee : Billing::Unbilled;
    made.active = random.below(6) != 0;
    made.startDay = qint64(30 + random.below(330));
    made.budgetHours = Decimal(qint64(20 + random.below(40) * 5));
    return made;
}

qint64 Business::listCents(const Product& product, const Customer& customer)
{
    return product.cents * homeOf(customer).priceLevel / 100;
}

Decimal Business::inCurrency(const Decimal& australian, const Customer& customer)
{
    const auto exact = australian.times(Decimal::fromScaled(homeOf(customer).priceLevel, 2));
    return exact.value_or(australian).rounded(customer.currency == u"JPY" ? 0 : 2);
}

std::optional<qint64> companySize(QStringView text)
{
    if (text == u"small") return kSmallCompany;
    if (text == u"medium") return 500;
    bool good = false;
    const qint64 count = text.toLongLong(&good);
    if (good && count >= 1 && count <= 100'000) return count;
    return {};
}

} // namespace tieout::sandbox::business
