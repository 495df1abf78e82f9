#include "formula/phonenumber.h"

#include <array>

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostDigits = 15; ///< of E.164, calling code included
constexpr qsizetype kLeastDigits = 7;
constexpr qsizetype kMostWritten = 64;

constexpr std::array kPlans{
    DialPlan{"AE", "United Arab Emirates", 971, "0", 8, 9},
    DialPlan{"AR", "Argentina", 54, "0", 10, 11},
    DialPlan{"AT", "Austria", 43, "0", 4, 13},
    DialPlan{"AU", "Australia", 61, "0", 9, 9},
    DialPlan{"BD", "Bangladesh", 880, "0", 8, 10},
    DialPlan{"BE", "Belgium", 32, "0", 8, 9},
    DialPlan{"BG", "Bulgaria", 359, "0", 7, 9},
    DialPlan{"BH", "Bahrain", 973, "", 8, 8},
    DialPlan{"BR", "Brazil", 55, "0", 10, 11},
    DialPlan{"CA", "Canada", 1, "1", 10, 10},
    DialPlan{"CH", "Switzerland", 41, "0", 9, 9},
    DialPlan{"CL", "Chile", 56, "", 9, 9},
    DialPlan{"CN", "China", 86, "0", 9, 11},
    DialPlan{"CO", "Colombia", 57, "", 10, 10},
    DialPlan{"CR", "Costa Rica", 506, "", 8, 8},
    DialPlan{"CY", "Cyprus", 357, "", 8, 8},
    DialPlan{"CZ", "Czechia", 420, "", 9, 9},
    DialPlan{"DE", "Germany", 49, "0", 5, 12},
    DialPlan{"DK", "Denmark", 45, "", 8, 8},
    DialPlan{"EC", "Ecuador", 593, "0", 8, 9},
    DialPlan{"EE", "Estonia", 372, "", 7, 8},
    DialPlan{"EG", "Egypt", 20, "0", 8, 10},
    DialPlan{"ES", "Spain", 34, "", 9, 9},
    DialPlan{"FI", "Finland", 358, "0", 5, 12},
    DialPlan{"FJ", "Fiji", 679, "", 7, 7},
    DialPlan{"FR", "France", 33, "0", 9, 9},
    DialPlan{"GB", "United Kingdom", 44, "0", 9, 10},
    DialPlan{"GH", "Ghana", 233, "0", 9, 9},
    DialPlan{"GR", "Greece", 30, "", 10, 10},
    DialPlan{"HK", "Hong Kong", 852, "", 8, 8},
    DialPlan{"HR", "Croatia", 385, "0", 8, 9},
    DialPlan{"HU", "Hungary", 36, "06", 8, 9},
    DialPlan{"ID", "Indonesia", 62, "0", 8, 12},
    DialPlan{"IE", "Ireland", 353, "0", 7, 9},
    DialPlan{"IL", "Israel", 972, "0", 8, 9},
    DialPlan{"IN", "India", 91, "0", 10, 10},
    DialPlan{"IS", "Iceland", 354, "", 7, 7},
    DialPlan{"IT", "Italy", 39, "", 6, 11},
    DialPlan{"JP", "Japan", 81, "0", 9, 10},
    DialPlan{"KE", "Kenya", 254, "0", 9, 9},
    DialPlan{"KR", "South Korea", 82, "0", 8, 10},
    DialPlan{"KW", "Kuwait", 965, "", 8, 8},
    DialPlan{"LK", "Sri Lanka", 94, "0", 9, 9},
    DialPlan{"LT", "Lithuania", 370, "0", 8, 8},
    DialPlan{"LU", "Luxembourg", 352, "", 6, 9},
    DialPlan{"LV", "Latvia", 371, "", 8, 8},
    DialPlan{"MA", "Morocco", 212, "0", 9, 9},
    DialPlan{"MT", "Malta", 356, "", 8, 8},
    DialPlan{"MU", "Mauritius", 230, "", 7, 8},
    DialPlan{"MX", "Mexico", 52, "", 10, 10},
    DialPlan{"MY", "Malaysia", 60, "0", 8, 10},
    DialPlan{"NG", "Nigeria", 234, "0", 8, 10},
    DialPlan{"NL", "Netherlands", 31, "0", 9, 9},
    DialPlan{"NO", "Norway", 47, "", 8, 8},
    DialPlan{"NZ", "New Zealand", 64, "0", 8, 10},
    DialPlan{"OM", "Oman", 968, "", 8, 8},
    DialPlan{"PA", "Panama", 507, "", 7, 8},
    DialPlan{"PE", "Peru", 51, "0", 8, 9},
    DialPlan{"PG", "Papua New Guinea", 675, "", 7, 8},
    DialPlan{"PH", "Philippines", 63, "0", 8, 10},
    DialPlan{"PK", "Pakistan", 92, "0", 9, 10},
    DialPlan{"PL", "Poland", 48, "", 9, 9},
    DialPlan{"PT", "Portugal", 351, "", 9, 9},
    DialPlan{"QA", "Qatar", 974, "", 8, 8},
    DialPlan{"RO", "Romania", 40, "0", 9, 9},
    DialPlan{"RS", "Serbia", 381, "0", 8, 9},
    DialPlan{"SA", "Saudi Arabia", 966, "0", 9, 9},
    DialPlan{"SE", "Sweden", 46, "0", 7, 9},
    DialPlan{"SG", "Singapore", 65, "", 8, 8},
    DialPlan{"SI", "Slovenia", 386, "0", 8, 8},
    DialPlan{"SK", "Slovakia", 421, "0", 9, 9},
    DialPlan{"TH", "Thailand", 66, "0", 8, 9},
    DialPlan{"TR", "Turkey", 90, "0", 10, 10},
    DialPlan{"TW", "Taiwan", 886, "0", 8, 9},
    DialPlan{"UA", "Ukraine", 380, "0", 9, 9},
    DialPlan{"US", "United States", 1, "1", 10, 10},
    DialPlan{"UY", "Uruguay", 598, "0", 8, 8},
    DialPlan{"VN", "Vietnam", 84, "0", 9, 10},
    DialPlan{"WS", "Samoa", 685, "", 5, 7},
    DialPlan{"ZA", "South Africa", 27, "0", 9, 9},
};

/// Other words for some of them.
struct OtherName {
    const char* name;
    const char* code;
};
constexpr std::array kOtherNames{
    OtherName{"USA", "US"},
    OtherName{"United States of America", "US"},
    OtherName{"UK", "GB"},
    OtherName{"Great Britain", "GB"},
    OtherName{"England", "GB"},
    OtherName{"Scotland", "GB"},
    OtherName{"Wales", "GB"},
    OtherName{"Northern Ireland", "GB"},
    OtherName{"Czech Republic", "CZ"},
    OtherName{"Türkiye", "TR"},
    OtherName{"UAE", "AE"},
    OtherName{"Korea, Republic of", "KR"},
    OtherName{"Viet Nam", "VN"},
    OtherName{"Republic of Ireland", "IE"},
    OtherName{"The Netherlands", "NL"},
};

bool same(QStringView words, const char* name)
{
    return words.compare(QString::fromUtf8(name), Qt::CaseInsensitive) == 0;
}

/// The way out of a country where it is not "00".
QStringView wayOut(const DialPlan* home)
{
    if (!home) return u"00";
    if (home->calling == 1) return u"011";
    if (same(u"AU", home->code)) return u"0011";
    return same(u"JP", home->code) ? QStringView(u"010") : QStringView(u"00");
}

bool isFiller(QChar c)
{
    return c.isSpace() || QStringView(u"-.()/‐‑–").contains(c);
}

/// Without an extension: "x12", "ext. 12", "#12", ";ext=12".
QStringView withoutExtension(QStringView text)
{
    for (const QStringView mark :
         {QStringView(u"ext"), QStringView(u"x"), QStringView(u"#"), QStringView(u";")}) {
        const qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive);
        if (at > 0) text = text.left(at);
    }
    return text;
}

/// The digits, with "+" when it stands in front; nothing when there is anything else.
std::optional<QString> dialled(QStringView written)
{
    QString text = withoutExtension(written.trimmed()).toString();
    // "+44 (0)20": the zero is for those at home.
    if (text.startsWith(u'+')) text.remove(u"(0)"_s);
    QString digits;
    for (QChar c : std::as_const(text)) {
        const bool plus = c == u'+' && digits.isEmpty();
        if (plus || (c >= u'0' && c <= u'9'))
            digits += c;
        else if (!isFiller(c))
            return std::nullopt;
    }
    return digits;
}

bool fits(const DialPlan& plan, qsizetype digits)
{
    return digits >= plan.least && digits <= plan.most;
}

/// Australia's numbers without an area: 13 11 14, 1300 655 506, 1800 020 080.
bool isWithoutArea(const DialPlan& plan, QStringView digits)
{
    constexpr quint16 kAustralia = 61;
    if (plan.calling != kAustralia) return false;
    const bool brief = digits.size() == 6 && digits.startsWith(u"13");
    return brief || (digits.size() == 10 && (digits.startsWith(u"1300") || digits.startsWith(u"1800")));
}

const DialPlan* planOf(QStringView digits)
{
    for (const DialPlan& plan : kPlans) {
        if (digits.startsWith(QString::number(plan.calling))) return &plan;
    }
    return nullptr;
}

/// Digits with the calling code in front; empty when their number is wrong.
QString checked(const QString& digits)
{
    const DialPlan* plan = planOf(digits);
    if (!plan) {
        const bool fine = digits.size() >= kLeastDigits && digits.size() <= kMostDigits && digits[0] != u'0';
        return fine ? u'+' + digits : QString();
    }
    const QString calling = QString::number(plan->calling);
    QString rest = digits.mid(calling.size());
    const QString trunk = QString::fromLatin1(plan->trunk);
    if (isWithoutArea(*plan, rest)) return u'+' + digits;
    if (!fits(*plan, rest.size()) && !trunk.isEmpty() && rest.startsWith(trunk))
        rest = rest.mid(trunk.size());
    return fits(*plan, rest.size()) ? u'+' + calling + rest : QString();
}

/// A number as dialled at home.
QString fromHome(const QString& digits, const DialPlan& home)
{
    const QString calling = QString::number(home.calling);
    const QString trunk = QString::fromLatin1(home.trunk);
    if (isWithoutArea(home, digits)) return u'+' + calling + digits;
    if (!trunk.isEmpty() && digits.startsWith(trunk) && fits(home, digits.size() - trunk.size()))
        return u'+' + calling + digits.mid(trunk.size());
    if (fits(home, digits.size())) return u'+' + calling + digits;
    // Written with the calling code but without the plus.
    return digits.startsWith(calling) ? checked(digits) : QString();
}

} // namespace

const DialPlan* dialPlan(QStringView country)
{
    const QString words = country.toString().simplified();
    QString code = words;
    for (const OtherName& other : kOtherNames) {
        if (same(words, other.name)) code = QString::fromLatin1(other.code);
    }
    for (const DialPlan& plan : kPlans) {
        if (same(code, plan.code) || same(code, plan.name)) return &plan;
    }
    return nullptr;
}

InternationalNumber internationalNumber(const QString& written, const DialPlan* home)
{
    if (written.size() > kMostWritten) return {};
    const bool link = written.startsWith("tel:"_L1, Qt::CaseInsensitive);
    const auto dial = dialled(QStringView(written).mid(link ? 4 : 0));
    if (!dial || dial->size() < 3) return {};
    if (dial->startsWith(u'+')) return {checked(dial->mid(1))};
    const QStringView out = wayOut(home);
    if (dial->startsWith(out) && dial->size() > out.size() + kLeastDigits)
        return {checked(dial->mid(out.size()))};
    if (!home) return {{}, PhoneFault::NoCountry};
    const QString own = fromHome(*dial, *home);
    // Foreigners write their own way out, which mostly is 00.
    const bool abroad = own.isEmpty() && dial->startsWith("00"_L1) && dial->size() > 2 + kLeastDigits;
    return {abroad ? checked(dial->mid(2)) : own};
}

} // namespace tieout::formula
