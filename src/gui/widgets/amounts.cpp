#include "gui/widgets/amounts.h"

#include "gui/widgets/say.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// Sizes of digit groups from the right: {3,3} almost everywhere, {3,2} in India. Read off a sample that the
/// locale itself formatted.
std::pair<int, int> groupSizes(const QLocale& locale)
{
    const QString sample = locale.toString(qlonglong(123456789));
    const QString separator = locale.groupSeparator();
    if (separator.isEmpty()) return {0, 0};
    const QStringList groups = sample.split(separator);
    if (groups.size() < 2) return {0, 0};
    const int first = int(groups.last().size());
    const int next = groups.size() > 2 ? int(groups[groups.size() - 2].size()) : first;
    return {first, next};
}

QString grouped(const QString& digits, const QLocale& locale)
{
    const auto [first, next] = groupSizes(locale);
    QString text;
    int size = first;
    int count = 0;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (size > 0 && count == size) {
            text.prepend(locale.groupSeparator());
            size = next;
            count = 0;
        }
        text.prepend(digits[i]);
        ++count;
    }
    return text;
}

QString inLocaleDigits(const QString& text, const QLocale& locale)
{
    const QString zero = locale.zeroDigit();
    if (zero == u"0"_s || zero.size() != 1) return text;
    QString result = text;
    for (QChar& c : result) {
        if (c >= u'0' && c <= u'9') c = QChar(zero[0].unicode() + (c.unicode() - u'0'));
    }
    return result;
}

QString symbolOf(const QString& currency)
{
    // Only symbols that say which currency they are; all others are shown by code.
    static constexpr std::array<std::pair<QStringView, QStringView>, 9> symbols{{{u"AUD", u"A$"},
                                                                                 {u"USD", u"US$"},
                                                                                 {u"NZD", u"NZ$"},
                                                                                 {u"CAD", u"CA$"},
                                                                                 {u"HKD", u"HK$"},
                                                                                 {u"SGD", u"S$"},
                                                                                 {u"EUR", u"€\u00a0"},
                                                                                 {u"GBP", u"£"},
                                                                                 {u"JPY", u"JP¥\u00a0"}}};
    for (const auto& [code, symbol] : symbols) {
        if (code == currency) return symbol.toString();
    }
    return currency.isEmpty() ? QString() : currency + u'\u00a0';
}

} // namespace

QString formatNumber(const Decimal& number, const QLocale& locale, int places)
{
    const Decimal padded = number.scale() < places ? number.rounded(places) : number;
    const QString text = padded.abs().toString();
    const qsizetype point = text.indexOf(u'.');
    QString result = grouped(point < 0 ? text : text.left(point), locale);
    if (point >= 0) result += locale.decimalPoint() + text.mid(point + 1);
    result = inLocaleDigits(result, locale);
    return padded.isNegative() ? u"\u2212"_s + result : result;
}

std::optional<Decimal> readNumber(const QString& typed, const QLocale& locale)
{
    const QString group = locale.groupSeparator();
    QString text = typed.trimmed();
    text.replace(u'-', u'\u2212');
    if (!group.isEmpty() && group[0].isSpace()) text.replace(u' ', group).replace(u'\u00a0', group);
    QString plain = text;
    plain.remove(group).replace(locale.decimalPoint(), u"."_s).replace(u'\u2212', u'-');
    const auto number = Decimal::parse(QStringView(plain));
    if (!number) return {};
    // Only what would be written like this was meant like this.
    const QString written = formatNumber(*number, locale);
    return text == written || text == QString(written).remove(group) ? std::optional(*number) : std::nullopt;
}

QString formatMoney(const Decimal& amount, const QString& currency, const QLocale& locale)
{
    const int places = currencyPlaces(currency);
    // Trailing zeros beyond what the currency uses say nothing; real digits beyond it are kept and shown.
    const Decimal shown = amount.normalized();
    const QString digits = formatNumber(shown.abs(), locale, std::max(places, 0));
    const QString sign = shown.isNegative() ? u"\u2212"_s : QString();
    return sign + symbolOf(currency) + digits;
}

QString formatTotals(const QMap<QString, Decimal>& totals, const QLocale& locale, const QString& separator)
{
    QStringList parts;
    for (auto it = totals.cbegin(); it != totals.cend(); ++it)
        parts += formatMoney(it.value(), it.key(), locale);
    return parts.join(separator);
}

QString shortTotals(const QMap<QString, Decimal>& totals, const QLocale& locale, int most)
{
    if (totals.size() <= most) return formatTotals(totals, locale);
    return say("%Ln currencies", nullptr, int(totals.size()));
}

int currencyPlaces(const QString& currency)
{
    static const QStringList none{u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"ISK"_s, u"JPY"_s,
                                  u"KMF"_s, u"KRW"_s, u"PYG"_s, u"RWF"_s, u"UGX"_s, u"VND"_s,
                                  u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
    static const QStringList three{u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    if (none.contains(currency)) return 0;
    return three.contains(currency) ? 3 : 2;
}

} // namespace tieout::gui
