#include "base/error.h"
#include "base/ids.h"
#include "base/random.h"

#include <QSet>
#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

class TestIds final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void sha256MatchesTheStandard();
    void base64UrlHasNoPadding();
    void contentHashIsTheSameForEver_data();
    void contentHashIsTheSameForEver();
    void contentHashSeesEveryBitAndTheLength();
    void seededRandomRepeats();
    void randomStaysBelowItsBoundAndReachesAll();
    void secretsHaveTheLengthAskedForAndDiffer();
    void kindNamesComeBack();
};

void TestIds::sha256MatchesTheStandard()
{
    QCOMPARE(sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

void TestIds::base64UrlHasNoPadding()
{
    // The example of RFC 7636, appendix B.
    const QByteArray hash =
        QByteArray::fromHex(sha256Hex("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").toLatin1());
    QCOMPARE(base64Url(hash), QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    QCOMPARE(base64Url("\xff"), QByteArray("_w"));
    QCOMPARE(base64Url(""), QByteArray());
}

void TestIds::contentHashIsTheSameForEver_data()
{
    // Stored in workspaces: a change here makes every record look changed.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("hash");
    QTest::newRow("empty") << QByteArray() << 0xefd01f60ba992926ULL;
    QTest::newRow("short") << QByteArray("INV-1") << 0xcd822b4fb751a681ULL;
    QTest::newRow("word") << QByteArray("12345678") << 0xe4b84e6c620f7ee4ULL;
    QTest::newRow("long") << QByteArray("The quick brown fox jumps over the lazy dog")
                          << 0xcea62f6d7e1cb7bfULL;
}

void TestIds::contentHashIsTheSameForEver()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint64, hash);
    QCOMPARE(contentHash(bytes), hash);
}

void TestIds::contentHashSeesEveryBitAndTheLength()
{
    const QByteArray bytes(41, 'a');
    QSet<quint64> seen{contentHash(bytes)};
    for (int i = 0; i < bytes.size() * 8; ++i) {
        QByteArray changed = bytes;
        changed[i / 8] = char(changed[i / 8] ^ (1 << (i % 8)));
        seen.insert(contentHash(changed));
    }
    for (int length = 0; length < 41; ++length)
        seen.insert(contentHash(QByteArray(length, '\0')));
    QCOMPARE(seen.size(), 1 + 41 * 8 + 41);
    QVERIFY(contentHash(bytes) != contentHash(bytes, 7));
}

void TestIds::seededRandomRepeats()
{
    SeededRandom first(42);
    SeededRandom second(42);
    SeededRandom other(43);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const quint64 value = first.below(1'000'000);
        QCOMPARE(value, second.below(1'000'000));
        differs = differs || value != other.below(1'000'000);
    }
    QVERIFY(differs);
}

void TestIds::randomStaysBelowItsBoundAndReachesAll()
{
    SeededRandom seeded(1);
    SystemRandom system;
    for (Random* random : {static_cast<Random*>(&seeded), static_cast<Random*>(&system)}) {
        QSet<quint64> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(random->below(6));
        QCOMPARE(seen.size(), 6);
        for (const quint64 value : seen)
            QVERIFY(value < 6);
        QCOMPARE(random->below(0), 0ULL);
        QCOMPARE(random->below(1), 0ULL);
    }
}

void TestIds::secretsHaveTheLengthAskedForAndDiffer()
{
    SystemRandom random;
    QCOMPARE(random.secretBytes(33).size(), 33);
    QCOMPARE(random.secretBytes(0).size(), 0);
    QVERIFY(random.secretBytes(32) != random.secretBytes(32));
}

void TestIds::kindNamesComeBack()
{
    QSet<QString> names;
    for (int kind = 0; kind <= int(ErrorKind::Bug); ++kind) {
        const QString name = kindName(ErrorKind(kind));
        names.insert(name);
        QCOMPARE(kindFromName(name), std::optional(ErrorKind(kind)));
    }
    QCOMPARE(names.size(), int(ErrorKind::Bug) + 1);
    QCOMPARE(kindName(ErrorKind::RowRejected), u"row-rejected"_s);
    QVERIFY(!kindFromName(u"nonsense"_s));
}

QTEST_GUILESS_MAIN(TestIds)
#include "testids.moc"
