#include "sandbox/business/taxnumbers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::business {

namespace {

QString digits(SeededRandom& random, int count)
{
    QString all = QString::number(1 + random.below(9));
    while (all.size() < count)
        all += QString::number(random.below(10));
    return all;
}

template<size_t Size>
int weighted(const QString& number, const std::array<int, Size>& weights)
{
    int sum = 0;
    for (size_t i = 0; i < Size; ++i)
        sum += number[qsizetype(i)].digitValue() * weights[i];
    return sum;
}

// Two leading check digits, modulus 89.
QString australian(SeededRandom& random)
{
    static constexpr std::array<int, 9> kWeights{3, 5, 7, 9, 11, 13, 15, 17, 19};
    const QString body = digits(random, 9);
    return QString::number(99 - weighted(body, kWeights) % 89) + body;
}

// One check digit, modulus 11; numbers whose digit would be ten are not given out.
QString newZealand(SeededRandom& random)
{
    static constexpr std::array<int, 8> kWeights{3, 2, 7, 6, 5, 4, 3, 2};
    for (;;) {
        const QString body = u'0' + digits(random, 7);
        const int rest = weighted(body, kWeights) % 11;
        if (rest != 1) return body.sliced(1) + QString::number(rest == 0 ? 0 : 11 - rest);
    }
}

// Two check digits, modulus 97.
QString british(SeededRandom& random)
{
    static constexpr std::array<int, 7> kWeights{8, 7, 6, 5, 4, 3, 2};
    const QString body = digits(random, 7);
    return u"GB"_s + body + QString::number(97 - weighted(body, kWeights) % 97).rightJustified(2, u'0');
}

// ISO 7064, modulus 11,10.
QString german(SeededRandom& random)
{
    const QString body = digits(random, 8);
    int product = 10;
    for (const QChar digit : body) {
        const int sum = (digit.digitValue() + product) % 10;
        product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    const int check = 11 - product;
    return u"DE"_s + body + QString::number(check == 10 ? 0 : check);
}

} // namespace

QString madeUpTaxNumber(QStringView countryCode, SeededRandom& random)
{
    if (countryCode == u"AU") return australian(random);
    if (countryCode == u"NZ") return newZealand(random);
    if (countryCode == u"GB") return british(random);
    if (countryCode == u"DE") return german(random);
    if (countryCode == u"US") return digits(random, 2) + u'-' + digits(random, 7);
    if (countryCode == u"IE") return u"IE"_s + digits(random, 7) + u'T';
    if (countryCode == u"NO") return digits(random, 9) + u"MVA"_s;
    if (countryCode == u"PL") return u"PL"_s + digits(random, 10);
    if (countryCode == u"FR") return u"FR"_s + digits(random, 11);
    return u'T' + digits(random, 13);
}

} // namespace tieout::sandbox::business
