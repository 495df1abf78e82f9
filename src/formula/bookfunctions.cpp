#include "formula/functions.h"
#include "formula/phonenumber.h"

#include <QRegularExpression>

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// A key as tables and links see it: plain text, numbers without needless zeros.
bool readKey(Call& call, int index, QString& out)
{
    if (!call.text(index, out)) return false;
    out = out.trimmed();
    return true;
}

Operand withoutRow(Call& call, LookupAnswer::State state, const QString& table, const QString& key)
{
    switch (state) {
    case LookupAnswer::State::NoTable:
        return call.fail(FaultKind::Reference, u"lookup.no-table"_s, {table}, 0);
    case LookupAnswer::State::NoColumn:
        return call.fail(FaultKind::Reference, u"lookup.no-column"_s, {table, toText(call.value(2))}, 2);
    case LookupAnswer::State::BlankKey:
        return call.fail(FaultKind::NotAvailable, u"lookup.blank-key"_s, {table}, 1);
    default:
        return call.fail(FaultKind::NotAvailable, u"lookup.no-row"_s, {table, key}, 1);
    }
}

/// LOOKUP(table, key, [column], [default]). The formula's default comes before the table's own.
Operand callLookup(Call& call)
{
    QString table;
    QString key;
    QString column;
    if (!call.text(0, table) || !readKey(call, 1, key) || !call.text(2, column, {})) return call.failure();
    LookupAnswer answer = call.context().lookup(table, key, column);
    if (answer.state == LookupAnswer::State::Found) return Operand(std::move(answer.value));
    const bool unknown =
        answer.state == LookupAnswer::State::NoTable || answer.state == LookupAnswer::State::NoColumn;
    if (!unknown && call.count() > 3) return call.operand(3);
    if (answer.state == LookupAnswer::State::Default) return Operand(std::move(answer.value));
    return withoutRow(call, answer.state, table, key);
}

Operand callLinked(Call& call)
{
    QString flow;
    QString key;
    if (!call.text(0, flow) || !readKey(call, 1, key)) return call.failure();
    if (key.isEmpty()) return call.fail(FaultKind::NotAvailable, u"linked.blank-key"_s, {flow}, 1);
    const auto id = call.context().linkedId(flow, key);
    if (id) return Operand(*id);
    return call.fail(FaultKind::NotLinked, u"linked.not-yet"_s, {flow, key});
}

Operand callOrg(Call& call)
{
    QString name;
    if (!call.text(0, name)) return call.failure();
    auto value = call.context().setting(name);
    return value ? Operand(std::move(*value))
                 : call.fail(FaultKind::NotAvailable, u"org.no-setting"_s, {name}, 0);
}

/// The first address among words such as "Ann <ann@x.test>, bob@y.test", or else the first word with a point.
QString addressIn(const QString& text)
{
    static const QRegularExpression kBetween(u"[\\s,;<>()\"]+"_s);
    const QStringList words = text.split(kBetween, Qt::SkipEmptyParts);
    for (const QChar sign : {u'@', u'.'}) {
        for (const QString& word : words) {
            if (word.contains(sign)) return word;
        }
    }
    return {};
}

/// The host of an e-mail or web address, lower case, without "www."; empty text when there is none.
Operand callDomain(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    QString host = addressIn(text.toLower());
    const qsizetype scheme = host.indexOf("://"_L1);
    if (scheme >= 0) host = host.mid(scheme + 3);
    for (QChar end : {u'/', u'?', u'#'}) {
        const qsizetype at = host.indexOf(end);
        host = at < 0 ? host : host.left(at);
    }
    host = host.mid(host.lastIndexOf(u'@') + 1);
    const qsizetype port = host.indexOf(u':');
    host = port < 0 ? host : host.left(port);
    while (host.endsWith(u'.'))
        host.chop(1);
    if (host.startsWith("www."_L1)) host = host.mid(4);
    const bool looksRight = host.contains(u'.') && !host.startsWith(u'.');
    return Operand(looksRight ? host : QString());
}

/// Latin letters that are no other letter with an accent.
QString plainLatin(QChar c)
{
    static const QHash<QChar, QString> kPlain{
        {u'ß', u"ss"_s}, {u'æ', u"ae"_s}, {u'œ', u"oe"_s}, {u'ø', u"o"_s}, {u'ł', u"l"_s},
        {u'đ', u"d"_s},  {u'ð', u"d"_s},  {u'þ', u"th"_s}, {u'ħ', u"h"_s}, {u'ı', u"i"_s}};
    return c.unicode() < 0x80 ? QString(c) : kPlain.value(c, c);
}

/// Lower case letters and digits joined by single hyphens; accents fall off.
Operand callSlug(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    QString slug;
    const QString plain = text.normalized(QString::NormalizationForm_KD).toLower();
    for (QChar c : plain) {
        if (c.isMark()) continue;
        if (c.isLetterOrNumber() || c.isSurrogate())
            slug.append(plainLatin(c));
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug.append(u'-');
    }
    if (slug.endsWith(u'-')) slug.chop(1);
    return Operand(std::move(slug));
}

/// An Australian Business Number as eleven digits, of none none. Check sum: first digit less one, weighted
/// sum divisible by 89 (Australian Business Register).
Operand callAbn(Call& call)
{
    constexpr std::array kWeights{10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    QString text;
    if (!call.text(0, text)) return call.failure();
    QString digits = text;
    digits.removeIf([](QChar c) { return c == u' ' || c == u'-' || c == u'\u00a0'; });
    if (digits.isEmpty()) return Operand(QString());
    int sum = 0;
    bool right = digits.size() == qsizetype(kWeights.size());
    for (qsizetype i = 0; right && i < digits.size(); ++i) {
        const int digit = digits[i].unicode() - u'0';
        right = digit >= 0 && digit <= 9;
        sum += (i == 0 ? digit - 1 : digit) * kWeights[size_t(i)];
    }
    if (!right || sum % 89 != 0) return call.fail(FaultKind::Value, u"formula.bad-abn"_s, {text}, 0);
    return Operand(std::move(digits));
}

/// "USD" from " usd "; empty when it is no currency code.
QString currencyCode(const QString& written)
{
    const QString code = written.trimmed().toUpper();
    const bool letters =
        std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    return letters && code.size() == 3 ? code : QString();
}

/// CONVERT(amount, from, to, date): exact, not rounded. The same currency needs no rate.
Operand callConvert(Call& call)
{
    Decimal amount;
    std::array<QString, 2> codes;
    if (!call.number(0, amount)) return call.failure();
    for (int side = 0; side < 2; ++side) {
        QString written;
        if (!call.text(side + 1, written)) return call.failure();
        codes[size_t(side)] = currencyCode(written);
        if (codes[size_t(side)].isEmpty())
            return call.fail(FaultKind::Value, u"convert.no-currency"_s, {written}, side + 1);
    }
    if (codes[0] == codes[1]) return Operand(amount);
    Date day;
    if (!call.date(3, day)) return call.failure();
    const auto rate = call.context().rate(codes[0], codes[1], day);
    if (rate) return call.settled(amount.times(*rate));
    return call.fail(FaultKind::NotAvailable, u"convert.no-rate"_s, {codes[0], codes[1], formatDate(day)});
}

/// PHONE(text, [country]): E.164. The country of numbers written as at home; without one the organisation's.
Operand callPhone(Call& call)
{
    QString written;
    QString country;
    if (!call.text(0, written) || !call.text(1, country, {})) return call.failure();
    if (written.trimmed().isEmpty()) return Operand(QString());
    if (country.trimmed().isEmpty()) {
        const auto own = call.context().setting(u"CountryCode"_s);
        country = own ? toText(*own) : QString();
    }
    const DialPlan* home = dialPlan(country);
    InternationalNumber number = internationalNumber(written, home);
    if (!number.text.isEmpty()) return Operand(std::move(number.text));
    if (number.fault == PhoneFault::NoCountry)
        return call.fail(FaultKind::Value, u"formula.unknown-country"_s, {country, written},
                         call.given(1) ? 1 : 0);
    return call.fail(FaultKind::Value, u"formula.bad-phone"_s, {written}, 0);
}

constexpr quint8 kAsks = FunctionInfo::AsksContext | FunctionInfo::PerItem;
constexpr auto kItem = FunctionInfo::PerItem;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"LOOKUP", 2, 4, kAsks, kEager, "attta", u"LOOKUP(table, key, [column], [default])", callLookup},
    {u"LINKED", 2, 2, kAsks, kEager, "ttt", u"LINKED(flow, key)", callLinked},
    {u"ORG", 1, 1, FunctionInfo::AsksContext, kEager, "at", u"ORG(setting)", callOrg},
    {u"CONVERT", 4, 4, kAsks, kEager, "nnttd", u"CONVERT(amount, from, to, date)", callConvert},
    {u"PHONE", 1, 2, kAsks, kEager, "ttt", u"PHONE(number, [country])", callPhone},
    {u"DOMAIN", 1, 1, kItem, kEager, "tt", u"DOMAIN(address)", callDomain},
    {u"SLUG", 1, 1, kItem, kEager, "tt", u"SLUG(text)", callSlug},
    {u"ABN", 1, 1, kItem, kEager, "tt", u"ABN(number)", callAbn},
};

} // namespace

std::span<const FunctionInfo> bookFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
