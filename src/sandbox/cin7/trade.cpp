#include "sandbox/cin7/trade.h"

#include "sandbox/business/words.h"

namespace tieout::sandbox::cin7 {

namespace {

using business::kProducts;

constexpr std::array<Supplier, 6> kSuppliers{{
    {u"Harbourside Castings", u"orders@harbourside.example", u"AUD", u"Australia", u"Newcastle", u"Bev",
     u"Tran"},
    {u"O'Rourke & Daughters", u"sales@orourke.example", u"EUR", u"Ireland", u"Cork", u"Áine", u"O'Rourke"},
    {u"Kanto Seals K.K.", u"export@kantoseals.example", u"JPY", u"Japan", u"横浜", u"誠", u"中村"},
    {u"Pacific Cable Co", u"desk@pacificcable.example", u"USD", u"United States", u"Tacoma", u"Luz",
     u"Ortega"},
    {u"Southern Print", u"hello@southernprint.example", u"AUD", u"Australia", u"Hobart", u"Jim", u"Kelly"},
    {u"Großmann Filter GmbH", u"vertrieb@grossmann.example", u"EUR", u"Germany", u"Gießen", u"Uwe",
     u"Großmann"},
}};

constexpr quint64 kSaleSalt = 0x5a1e;
constexpr quint64 kPurchaseSalt = 0xb0b1e5;

Progress progressOf(quint64 dice)
{
    // Of a hundred: drafts, open orders, shipped, then the invoiced ones, most of them paid.
    constexpr std::pair<quint64, Progress> kShares[] = {
        {8, Progress::Draft},     {22, Progress::Ordered}, {30, Progress::Shipped},  {50, Progress::Invoiced},
        {62, Progress::PartPaid}, {88, Progress::Paid},    {95, Progress::Credited}, {100, Progress::Voided}};
    for (const auto& [below, progress] : kShares) {
        if (dice < below) return progress;
    }
    return Progress::Paid;
}

} // namespace

std::span<const Supplier> suppliers()
{
    return kSuppliers;
}

TradeDeal Trade::sale(qint64 number) const
{
    SeededRandom random(business::customerSeed(m_business.seed(), number) ^ kSaleSalt);
    TradeDeal deal;
    deal.number = number;
    deal.daysAgo = qint64(1 + random.below(360));
    deal.partner = qint64(random.below(quint64(std::max<qint64>(1, m_customers))));
    deal.progress = progressOf(random.below(100));
    const business::Customer customer = m_business.customer(deal.partner);
    const auto count = 1 + random.below(4);
    for (quint64 i = 0; i < count; ++i) {
        TradeLine line;
        line.product = int(random.below(kProducts.size()));
        const business::Product& product = kProducts[size_t(line.product)];
        line.quantity = product.hours ? Decimal::fromScaled(qint64(1 + random.below(30)) * 5, 1)
                                      : Decimal(qint64(1 + random.below(12)));
        line.price = Decimal::fromScaled(business::Business::listCents(product, customer), 2);
        if (random.below(6) == 0) line.discount = Decimal::fromScaled(qint64(100 + random.below(900)), 2);
        deal.lines.append(line);
    }
    return deal;
}

TradeDeal Trade::purchase(qint64 number) const
{
    SeededRandom random(business::customerSeed(m_business.seed(), number) ^ kPurchaseSalt);
    TradeDeal deal;
    deal.number = number;
    deal.daysAgo = qint64(1 + random.below(360));
    deal.partner = qint64(random.below(kSuppliers.size()));
    deal.progress = progressOf(random.below(100));
    if (deal.progress == Progress::Credited) deal.progress = Progress::Paid;
    const auto count = 1 + random.below(3);
    for (quint64 i = 0; i < count; ++i) {
        TradeLine line;
        do
            line.product = int(random.below(kProducts.size()));
        while (!kProducts[size_t(line.product)].stocked);
        line.quantity = Decimal(qint64(10 + random.below(20) * 5));
        line.price = costOf(line.product);
        deal.lines.append(line);
    }
    return deal;
}

Decimal taxPercentOf(int product)
{
    return kProducts[size_t(product)].taxable ? Decimal(10) : Decimal();
}

Decimal listPriceOf(int product)
{
    return Decimal::fromScaled(kProducts[size_t(product)].cents, 2);
}

Decimal costOf(int product)
{
    const business::Product& made = kProducts[size_t(product)];
    return Decimal::fromScaled(made.cents * made.costPercent, 4);
}

} // namespace tieout::sandbox::cin7
