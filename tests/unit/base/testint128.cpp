#ifndef Q_MOC_RUN // moc cannot read the standard library's concepts
#include "base/int256.h"
#include "base/random.h"
#endif

#include <QTest>

using namespace tieout;
using detail::PortableU128;

/// The two-word fallback against known results and, where there is one, the compiler's own 128-bit integer.
class TestInt128 final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void multipliesWords();
    void dividesWide();
    void agreesWithTheCompiler();
    void wideProductsDivideBack();
};

void TestInt128::multipliesWords()
{
    const PortableU128 product = PortableU128::product(~0ULL, ~0ULL);
    QCOMPARE(product.high, ~0ULL - 1);
    QCOMPARE(product.low, 1ULL);
}

void TestInt128::dividesWide()
{
    const PortableU128 value(5, 7);
    const auto division = value.dividedBy(PortableU128(10));
    QVERIFY(division.quotient * PortableU128(10) + division.remainder == value);
    QVERIFY(division.remainder < PortableU128(10));
    QVERIFY(PortableU128(~0ULL, ~0ULL) / PortableU128(~0ULL, ~0ULL) == PortableU128(1));
    QVERIFY(PortableU128(~0ULL, ~0ULL) % PortableU128(~0ULL, ~0ULL - 1) == PortableU128(1));
}

void TestInt128::agreesWithTheCompiler()
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 Native;
    const auto same = [](PortableU128 mine, Native theirs) {
        return mine.low == quint64(theirs) && mine.high == quint64(theirs >> 64);
    };
    SeededRandom random(3);
    const auto word = [&] { return random.below(~0ULL) >> random.below(64); };
    for (int i = 0; i < 50'000; ++i) {
        const PortableU128 a(random.below(2) ? word() : 0, word());
        const PortableU128 b(random.below(2) ? word() : 0, word() | 1);
        const Native nativeA = (Native(a.high) << 64) | a.low;
        const Native nativeB = (Native(b.high) << 64) | b.low;
        const int shift = int(random.below(128));
        QVERIFY(same(a + b, nativeA + nativeB));
        QVERIFY(same(a - b, nativeA - nativeB));
        QVERIFY(same(a * b, nativeA * nativeB));
        QVERIFY(same(a / b, nativeA / nativeB));
        QVERIFY(same(a % b, nativeA % nativeB));
        QVERIFY(same(a << shift, nativeA << shift));
        QVERIFY(same(a >> shift, nativeA >> shift));
        QVERIFY(same(a | b, nativeA | nativeB));
        QCOMPARE(a < b, nativeA < nativeB);
        QCOMPARE(a == b, nativeA == nativeB);
    }
#else
    QSKIP("this compiler has no 128-bit integer");
#endif
}

void TestInt128::wideProductsDivideBack()
{
    SeededRandom random(4);
    for (int i = 0; i < 5'000; ++i) {
        const auto wide = [&] {
            return detail::makeU128(random.below(1ULL << 62) >> random.below(62), random.below(~0ULL));
        };
        const auto a = wide();
        const auto b = random.below(2) ? wide() : detail::U128(1 + random.below(1'000'000));
        const auto remainder = b - detail::U128(1);
        const auto sum = detail::product256(a, b) + detail::U256{remainder, detail::U128(0)};
        const auto division = detail::divide256(sum, b);
        QVERIFY(division.quotient.fits128());
        QVERIFY(division.quotient.low == a);
        QVERIFY(division.remainder == remainder);
    }
}

QTEST_GUILESS_MAIN(TestInt128)
#include "testint128.moc"
