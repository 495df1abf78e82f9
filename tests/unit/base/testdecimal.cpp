#include "base/decimal.h"
#include "base/random.h"

#include <QHash>
#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

namespace {

Decimal number(const char* text)
{
    const auto parsed = Decimal::parse(std::string_view(text));
    if (!parsed) qFatal("not a number: %s", text);
    return *parsed;
}

QString shown(const Result<Decimal>& result)
{
    return result ? result->toString() : result.error().code;
}

struct Quotient {
    const char* dividend;
    const char* divisor;
    const char* expected;
};

// Computed with exact fractions: 28 significant digits, at most 37 places, half away from zero, zeros behind
// an exact quotient dropped down to the operands' own places.
constexpr Quotient kQuotients[] = {
    {"1", "3", "0.3333333333333333333333333333"},
    {"2", "3", "0.6666666666666666666666666667"},
    {"-2", "3", "-0.6666666666666666666666666667"},
    {"10", "4", "2.5"},
    {"10.00", "4", "2.50"},
    {"100", "8", "12.5"},
    {"0.00", "7", "0"},
    {"1", "7", "0.1428571428571428571428571429"},
    {"22", "7", "3.142857142857142857142857143"},
    {"5", "0.001", "5000"},
    {"12.50", "-2.5", "-5.0"},
    {"1", "99999999999999999999999999999999999999", "0"},
    {"1", "1.2345678901234567890123456789012345678", "0.8100000072900000663390006037"},
    {"99999999999999999999999999999999999999", "3", "33333333333333333333333333333333333333"},
    {"99999999999999999999999999999999999999", "0.3", "overflow"},
    {"0.0000000000000000000000000000000000001", "3", "0.0000000000000000000000000000000000000"},
    {"55555555555555555555555555555", "2", "27777777777777777777777777778"},
    {"1999999999999999999999999999.5", "1", "2000000000000000000000000000"},
    {"19999999999999999999999999999.5", "1", "20000000000000000000000000000"},
    {"21250.919909", "-841", "-25.26863247205707491082045184"},
    {"65", "0.445", "146.0674157303370786516853933"},
    {"-0.12175295", "73", "-0.001667848630136986301369863014"},
    {"-0.74", "29", "-0.0255172413793103448275862069"},
    {"18.00188483", "292917928.5", "0.00000006145709455950901277795974854"},
    {"60171388257.9", "-8.328454", "-7224796854.001955224823238503"},
    {"40710471653.0737", "0.732949", "55543389312.31736450967256931"},
    {"-5.89", "6326248.5793", "-0.0000009310415052725811564127324901"},
    {"8.388", "57934655363", "0.0000000001447838076785557420283984714"},
    {"-9097636387069.51155", "-548.013645774", "16601112868.67729395614551619"},
    {"-861", "-109292342711.6723", "0.000000007877953556832725507114428228"},
    {"-0.7372860243", "0.8", "-0.921607530375"},
    {"8089", "-9145446.608", "-0.0008844838690462780732468303313"},
    {"-14194716877.41", "-48900326092.98", "0.2902785729980593234212885229"},
    {"-814419959085.439566", "40628575189.42", "-20.0454964341826320868286872"},
    {"15864.8", "-8", "-1983.1"},
    {"-17.581914", "212.73393601", "-0.08264743430109583295158437566"},
    {"-98063.9386422160", "-693379081677.3", "0.0000001414290411025914848175449748"},
    {"335034184324.1", "1237687696.55718", "270.6936372204793407055840369"},
    {"0.0004", "707590890005563952", "0.000000000000000000000565298402862217"},
    {"-63120.82", "40201.8727952", "-1.570096505741306241523113071"},
    {"-7.997", "15471602285644.15", "-0.0000000000005168824697245667440013903"},
    {"3753.9522662", "-295745951.43637492", "-0.00001269316536022845155159381463"},
    {"9.0449", "-376306688.32719095", "-0.00000002403597990832319435049429983"},
    {"0.372975", "-8981891355.00813453", "-0.0000000000415252183819876779020909422"},
    {"82306.099", "-35142.57086822", "-2.342062545982677314918058117"},
    {"-33204409334", "-3488395.025793107", "9518.534766988088869481855141"},
    {"41054722443271.5", "3.717", "11045123067869.65294592413236"},
    {"65.302286356", "152723.3003151104", "0.0004275856154317208028314231367"},
    {"350791.5142291", "894890329.23040", "0.0003919938597736087666538639509"},
    {"-23389420529238126.981649973", "83213595.95", "-281076911.3173762199571183536"},
    {"0.02", "4504924353140345787997869002000", "0.0000000000000000000000000000000044396"},
    {"-33", "-42320407832801114982207918410", "0.0000000000000000000000000007797656424"},
    {"-653.95730", "715661917977549909715990566300", "-0.0000000000000000000000000009137796543"},
    {"310784435248664882474932333.3", "3", "103594811749554960824977444.4"},
    {"-5634733587324722426734096248000", "814437642037571959828104329800000",
     "-0.00691855741493929950928221408"},
    {"4988493666807897", "-98647205921752633771071203450000", "-0.0000000000000000505690315320718817939"},
    {"608251137853.429293209", "-5858641556.44096260", "-103.8211899454270063139480877"},
    {"67919920682046994334036570810", "-963588403847476952471.4061333", "-70486444.63844938681905141208"},
    {"-8797.0", "-0.27878", "31555.34830332161561087595954"},
    {"207.29475", "1978047567.3466147", "0.0000001047976567510297853441553948"},
    {"0.6681642", "-795248248.084209", "-0.0000000008401957522190579612586400167"},
    {"67366724387112385.75735", "-66980751194110317.4341974", "-1.00576244945183605706150094"},
    {"-5.0", "34472839511918532776497568830", "-0.0000000000000000000000000001450417219"},
    {"-8300902452.66", "-215261888.52523627", "38.56187692828329926191775477"},
    {"-604880230972783981.48", "35249", "-17160209678935.11820136741468"},
    {"87647599832606.316", "1753558637.6012293", "49982.70257589068047696488253"},
    {"788696195174339410.8578", "54.0", "14605485095821100.20107037037"},
    {"54197990.22", "-79413332813338941.147", "-0.0000000006824797335655511362690078778"},
    {"140946807904016208104022.2168", "2211607668425537", "63730475.30819853027964693185"},
};

/// A number of up to `digits` digits with up to 12 places.
Decimal randomNumber(SeededRandom& random, quint64 digits)
{
    QByteArray text;
    if (random.below(2) == 0) text += '-';
    const quint64 count = 1 + random.below(digits);
    for (quint64 i = 0; i < count; ++i)
        text += char('0' + random.below(10));
    text += '.';
    const quint64 places = random.below(std::min<quint64>(12, 38 - count) + 1);
    for (quint64 i = 0; i < places; ++i)
        text += char('0' + random.below(10));
    return number(text.constData());
}

} // namespace

class TestDecimal final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void readsAndPrintsEveryDigit_data();
    void readsAndPrintsEveryDigit();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void comparesByNumberNotByScale_data();
    void comparesByNumberNotByScale();
    void hashesEqualNumbersAlike();
    void roundsByEachRule_data();
    void roundsByEachRule();
    void roundingPadsToThePlacesAskedFor();
    void addsExactly_data();
    void addsExactly();
    void multipliesExactly_data();
    void multipliesExactly();
    void dividesTo28Digits_data();
    void dividesTo28Digits();
    void divisionByZeroIsAnError();
    void sumsPast38DigitsAreAnErrorAndNotAWrap();
    void addingAndTakingAwayGivesTheStartBack();
    void multiplyingAndDividingGivesTheStartBack();
    void tellsWholeNumbers();
};

void TestDecimal::readsAndPrintsEveryDigit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    const std::pair<const char*, const char*> rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0.00"},
        {"12.50", "12.50"},
        {"-12.50", "-12.50"},
        {"+0.1", "0.1"},
        {".5", "0.5"},
        {"5.", "5"},
        {"007", "7"},
        {"0.05", "0.05"},
        {"-0.05", "-0.05"},
        {"1e3", "1000"},
        {"1.5E+3", "1500"},
        {"1.50e1", "15.0"},
        {"100e-2", "1.00"},
        {"12e-1", "1.2"},
        {"1e-37", "0.0000000000000000000000000000000000001"},
        {"0e99999999999999999999", "0"},
        {"0e-99", "0.0000000000000000000000000000000000000"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", "9223372036854775808"},
        {"18446744073709551616", "18446744073709551616"},
        {"10000000000000000000", "10000000000000000000"},
        {"100000000000000000000.01", "100000000000000000000.01"},
        {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
        {"-99999999999999999999999999999999999999", "-99999999999999999999999999999999999999"},
        {"1.2345678901234567890123456789012345678", "1.2345678901234567890123456789012345678"},
        {"1e37", "10000000000000000000000000000000000000"},
        {"1.50000000000000000000000000000000000000000000000000", "1.5000000000000000000000000000000000000"},
        {"0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"},
    };
    for (const auto& [text, printed] : rows) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(printed);
    }
}

void TestDecimal::readsAndPrintsEveryDigit()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    QCOMPARE(shown(Decimal::parse(text)), printed);
    const QByteArray bytes = text.toLatin1();
    const auto fromBytes = Decimal::parse(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    QCOMPARE(shown(fromBytes), printed);
    QCOMPARE(fromBytes->toByteArray(), printed.toLatin1());
}

void TestDecimal::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    for (const auto* text : {"", "-", "+", ".", "-.", "e5", "1e", "1e+", "--1", "1-", " 1", "1 ", "1,5",
                             "1.2.3", "0x10", "1_000", "NaN", "Infinity", "1e5.5"}) {
        QTest::addRow("%s", text) << QString::fromLatin1(text) << u"decimal.syntax"_s;
    }
    QTest::newRow("other digits") << u"\u0661\u0662"_s << u"decimal.syntax"_s;
    QTest::newRow("39 digits") << u"123456789012345678901234567890123456789"_s << u"decimal.overflow"_s;
    QTest::newRow("10^38") << u"1e38"_s << u"decimal.overflow"_s;
    QTest::newRow("38 places") << u"1e-38"_s << u"decimal.overflow"_s;
    QTest::newRow("huge exponent") << u"1e99999999999999999999"_s << u"decimal.overflow"_s;
    QTest::newRow("tiny exponent") << u"1e-99999999999999999999"_s << u"decimal.overflow"_s;
    QTest::newRow("endless") << QString(100'000, u'1') << u"decimal.overflow"_s;
}

void TestDecimal::refusesWhatIsNoNumber()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto parsed = Decimal::parse(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, code);
    QCOMPARE(parsed.error().kind, ErrorKind::RowRejected);
}

void TestDecimal::comparesByNumberNotByScale_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<int>("order");
    const auto row = [](const char* left, const char* right, int order) {
        QTest::addRow("%s ? %s", left, right) << QByteArray(left) << QByteArray(right) << order;
    };
    row("1.50", "1.5", 0);
    row("1000", "1e3", 0);
    row("0.00", "0", 0);
    row("1.5", "1.51", -1);
    row("-1.5", "-1.51", 1);
    row("-1", "1", -1);
    row("0", "-0.0000000000000000000000000000000000001", 1);
    row("99999999999999999999999999999999999999", "0.0000000000000000000000000000000000001", 1);
    row("-99999999999999999999999999999999999999", "-99999999999999999999999999999999999998", -1);
    row("18446744073709551616", "18446744073709551615.9", 1);
    row("18446744073709551616.00", "18446744073709551616", 0);
}

void TestDecimal::comparesByNumberNotByScale()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(int, order);
    const Decimal a = number(left.constData());
    const Decimal b = number(right.constData());
    QCOMPARE(a < b, order < 0);
    QCOMPARE(a == b, order == 0);
    QCOMPARE(a > b, order > 0);
    QCOMPARE(b<a, order> 0);
}

void TestDecimal::hashesEqualNumbersAlike()
{
    QCOMPARE(qHash(number("1.50"), 3), qHash(number("1.5"), 3));
    QCOMPARE(qHash(number("0.000"), 3), qHash(Decimal(), 3));
    QCOMPARE(qHash(number("20000000000000000000.00"), 3), qHash(number("20000000000000000000"), 3));
    QVERIFY(qHash(number("1.5"), 3) != qHash(number("15"), 3));
    QVERIFY(qHash(number("1"), 3) != qHash(number("-1"), 3));
}

void TestDecimal::roundsByEachRule_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("places");
    QTest::addColumn<QStringList>("results"); // in the order of the enumeration
    const auto row = [](const char* value, int places, const QStringList& results) {
        QTest::addRow("%s to %d", value, places) << QByteArray(value) << places << results;
    };
    row("2.5", 0, {u"3"_s, u"2"_s, u"2"_s, u"3"_s, u"2"_s, u"3"_s});
    row("3.5", 0, {u"4"_s, u"4"_s, u"3"_s, u"4"_s, u"3"_s, u"4"_s});
    row("-2.5", 0, {u"-3"_s, u"-2"_s, u"-2"_s, u"-3"_s, u"-3"_s, u"-2"_s});
    row("1.005", 2, {u"1.01"_s, u"1.00"_s, u"1.00"_s, u"1.01"_s, u"1.00"_s, u"1.01"_s});
    row("1.0049", 2, {u"1.00"_s, u"1.00"_s, u"1.00"_s, u"1.01"_s, u"1.00"_s, u"1.01"_s});
    row("1.0051", 2, {u"1.01"_s, u"1.01"_s, u"1.00"_s, u"1.01"_s, u"1.00"_s, u"1.01"_s});
    row("-0.001", 2, {u"0.00"_s, u"0.00"_s, u"0.00"_s, u"-0.01"_s, u"-0.01"_s, u"0.00"_s});
    row("1250", -2, {u"1300"_s, u"1200"_s, u"1200"_s, u"1300"_s, u"1200"_s, u"1300"_s});
    row("1250.00", -2, {u"1300"_s, u"1200"_s, u"1200"_s, u"1300"_s, u"1200"_s, u"1300"_s});
    row("4", -1, {u"0"_s, u"0"_s, u"0"_s, u"10"_s, u"0"_s, u"10"_s});
    row("5", -1, {u"10"_s, u"0"_s, u"0"_s, u"10"_s, u"0"_s, u"10"_s});
    row("0", -5, {u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s});
    row("12345678901234567890123456.785", 2,
        {u"12345678901234567890123456.79"_s, u"12345678901234567890123456.78"_s,
         u"12345678901234567890123456.78"_s, u"12345678901234567890123456.79"_s,
         u"12345678901234567890123456.78"_s, u"12345678901234567890123456.79"_s});
    row("0.0000000000000000000000000000000000005", 36,
        {u"0.000000000000000000000000000000000001"_s, u"0.000000000000000000000000000000000000"_s,
         u"0.000000000000000000000000000000000000"_s, u"0.000000000000000000000000000000000001"_s,
         u"0.000000000000000000000000000000000000"_s, u"0.000000000000000000000000000000000001"_s});
}

void TestDecimal::roundsByEachRule()
{
    QFETCH(QByteArray, value);
    QFETCH(int, places);
    QFETCH(QStringList, results);
    for (int rule = 0; rule < 6; ++rule) {
        QCOMPARE(number(value.constData()).rounded(places, Rounding(rule)).toString(), results.at(rule));
    }
}

void TestDecimal::roundingPadsToThePlacesAskedFor()
{
    QCOMPARE(number("1.5").rounded(4).toString(), u"1.5000"_s);
    QCOMPARE(number("7").rounded(2).toString(), u"7.00"_s);
    QCOMPARE(number("0").rounded(2).toString(), u"0.00"_s);
    QCOMPARE(number("99999999999999999999999999999999999999").rounded(2).toString(),
             u"99999999999999999999999999999999999999"_s);
    QCOMPARE(number("99999999999999999999999999999999999999").rounded(-1).toString(),
             u"99999999999999999999999999999999999999"_s);
    QCOMPARE(number("5").rounded(-1000, Rounding::Up).toString(), u"5"_s);
    QCOMPARE(number("5").rounded(-1000).toString(), u"0"_s);
}

void TestDecimal::addsExactly_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<QString>("difference");
    const auto row = [](const char* left, const char* right, const char* sum, const char* difference) {
        QTest::addRow("%s and %s", left, right)
            << QByteArray(left) << QByteArray(right) << QString::fromLatin1(sum)
            << QString::fromLatin1(difference);
    };
    row("0.1", "0.2", "0.3", "-0.1");
    row("12.50", "0.005", "12.505", "12.495");
    row("-12.50", "12.5", "0.00", "-25.00");
    row("9223372036854775807", "1", "9223372036854775808", "9223372036854775806");
    row("-9223372036854775808", "1", "-9223372036854775807", "-9223372036854775809");
    row("9223372036854775807", "0.000000000000000001", "9223372036854775807.000000000000000001",
        "9223372036854775806.999999999999999999");
    row("1", "0.00000000000000000000000000001", "1.00000000000000000000000000001",
        "0.99999999999999999999999999999");
    row("12345678901234567890", "0.3333333333333333333333333333", "12345678901234567890.333333333333333333",
        "12345678901234567889.666666666666666667");
    row("99999999999999999999999999999999999998", "1", "99999999999999999999999999999999999999",
        "99999999999999999999999999999999999997");
    row("99999999999999999999999999999999999998", "-2.0", "99999999999999999999999999999999999996",
        "decimal.overflow");
}

void TestDecimal::addsExactly()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QString, sum);
    QFETCH(QString, difference);
    const Decimal a = number(left.constData());
    const Decimal b = number(right.constData());
    QCOMPARE(shown(a.plus(b)), sum);
    QCOMPARE(shown(b.plus(a)), sum);
    QCOMPARE(shown(a.minus(b)), difference);
}

void TestDecimal::multipliesExactly_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("product");
    const auto row = [](const char* left, const char* right, const char* product) {
        QTest::addRow("%s times %s", left, right)
            << QByteArray(left) << QByteArray(right) << QString::fromLatin1(product);
    };
    row("1.10", "3", "3.30");
    row("-1.5", "-1.5", "2.25");
    row("0.00", "-5", "0.00");
    row("9223372036854775807", "9223372036854775807", "85070591730234615847396907784232501249");
    row("-9223372036854775808", "-9223372036854775808", "85070591730234615865843651857942052864");
    row("12345678901234567890.12", "0.0001", "1234567890123456.789012");
    row("1000000000000000000.0000000000000000", "1000000000000000000.00000000",
        "1000000000000000000000000000000000000");
    row("0.3333333333333333333333333333", "0.3333333333333333333333333333",
        "0.1111111111111111111111111110888888889");
    row("0.0000000000000000000000000000000000001", "0.1", "0.0000000000000000000000000000000000000");
    row("10000000000000000000", "10000000000000000000", "decimal.overflow");
    row("1e37", "-1e37", "decimal.overflow");
    row("33333333333333333333.333333333333333333", "3", "99999999999999999999.999999999999999999");
    row("33333333333333333333.333333333333333334", "3", "100000000000000000000.00000000000000000");
}

void TestDecimal::multipliesExactly()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QString, product);
    const Decimal a = number(left.constData());
    const Decimal b = number(right.constData());
    QCOMPARE(shown(a.times(b)), product);
    QCOMPARE(shown(b.times(a)), product);
}

void TestDecimal::dividesTo28Digits_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(kQuotients)); ++i) {
        QTest::addRow("%s / %s", kQuotients[i].dividend, kQuotients[i].divisor) << i;
    }
}

void TestDecimal::dividesTo28Digits()
{
    QFETCH(int, index);
    const Quotient& row = kQuotients[index];
    const QString expected =
        qstrcmp(row.expected, "overflow") == 0 ? u"decimal.overflow"_s : QString::fromLatin1(row.expected);
    QCOMPARE(shown(number(row.dividend).dividedBy(number(row.divisor))), expected);
}

void TestDecimal::divisionByZeroIsAnError()
{
    const auto quotient = number("1").dividedBy(number("0.00"));
    QVERIFY(!quotient);
    QCOMPARE(quotient.error().code, u"decimal.division-by-zero"_s);
}

void TestDecimal::sumsPast38DigitsAreAnErrorAndNotAWrap()
{
    const Decimal largest = number("99999999999999999999999999999999999999");
    QCOMPARE(shown(largest.plus(number("1"))), u"decimal.overflow"_s);
    QCOMPARE(shown(largest.plus(largest)), u"decimal.overflow"_s);
    QCOMPARE(shown(largest.negated().minus(number("1"))), u"decimal.overflow"_s);
    QCOMPARE(largest.plus(number("1")).error().kind, ErrorKind::RowRejected);
}

void TestDecimal::addingAndTakingAwayGivesTheStartBack()
{
    SeededRandom random(1);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = randomNumber(random, 24);
        const Decimal b = randomNumber(random, 24);
        const auto sum = a.plus(b);
        QVERIFY(sum);
        const auto back = sum->minus(b);
        QVERIFY(back);
        QCOMPARE(back->toString(), a.rounded(std::max(a.scale(), b.scale())).toString());
    }
}

void TestDecimal::multiplyingAndDividingGivesTheStartBack()
{
    SeededRandom random(2);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = randomNumber(random, 6);
        const Decimal b = randomNumber(random, 6);
        if (b.isZero()) continue;
        const auto product = a.times(b);
        QVERIFY(product);
        const auto back = product->dividedBy(b);
        QVERIFY(back);
        QVERIFY2(*back == a, qPrintable(a.toString() + u" times "_s + b.toString()));
        QCOMPARE(qHash(*back, 0), qHash(a, 0));
    }
}

void TestDecimal::tellsWholeNumbers()
{
    QCOMPARE(number("12.00").toInteger(), std::optional<qint64>(12));
    QCOMPARE(number("-9223372036854775808").toInteger(),
             std::optional<qint64>(std::numeric_limits<qint64>::min()));
    QCOMPARE(number("12.01").toInteger(), std::optional<qint64>());
    QCOMPARE(number("9223372036854775808").toInteger(), std::optional<qint64>());
    QVERIFY(number("5.0").isInteger());
    QVERIFY(!number("5.1").isInteger());
    QVERIFY(number("-0.01").isNegative());
    QCOMPARE(number("-0.01").abs().toString(), u"0.01"_s);
    QCOMPARE(Decimal::fromScaled(-1250, 2).toString(), u"-12.50"_s);
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "testdecimal.moc"
