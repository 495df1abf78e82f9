#include "base/date.h"

#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

class TestDate final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void readsDays_data();
    void readsDays();
    void refusesOtherDays_data();
    void refusesOtherDays();
    void readsInstants_data();
    void readsInstants();
    void refusesOtherInstants_data();
    void refusesOtherInstants();
    void readsMicrosoftDates_data();
    void readsMicrosoftDates();
    void printsWhatItReads();
    void agreesWithQtOverFourCenturies();
};

void TestDate::readsDays_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* text :
         {"2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1582-10-04"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestDate::readsDays()
{
    QFETCH(QString, text);
    const auto date = parseDate(text);
    QVERIFY(date);
    QCOMPARE(*date, QDate::fromString(text, Qt::ISODate));
    QCOMPARE(formatDate(*date), text);
}

void TestDate::refusesOtherDays_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* text :
         {"", "2026-02-30", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1",
          "26-01-01", "2026/01/01", "20260101", "2026-01-01T", " 2026-01-01", "2026-01-01 ", "0000-01-01",
          "-001-01-01", "2026-01-0x", "+2026-01-01", "12026-01-01"}) {
        QTest::addRow("%s", text) << QString::fromLatin1(text);
    }
    QTest::newRow("other digits") << u"２０２６-01-01"_s;
}

void TestDate::refusesOtherDays()
{
    QFETCH(QString, text);
    const auto date = parseDate(text);
    QVERIFY(!date);
    QCOMPARE(date.error().code, u"date.syntax"_s);
    QCOMPARE(date.error().kind, ErrorKind::RowRejected);
}

void TestDate::readsInstants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const std::pair<const char*, const char*> rows[] = {
        {"2026-11-21T03:09:00Z", "2026-11-21T03:09:00.000Z"},
        {"2026-11-21T03:09:00.000+0000", "2026-11-21T03:09:00.000Z"},
        {"2026-11-21T03:09:00.123+00:00", "2026-11-21T03:09:00.123Z"},
        {"2026-11-21T03:09:00.1", "2026-11-21T03:09:00.100Z"},
        {"2026-11-21T03:09:00.1234567Z", "2026-11-21T03:09:00.123Z"},
        {"2026-11-21T03:09:00.999999999Z", "2026-11-21T03:09:00.999Z"},
        {"2026-11-21T03:09:00", "2026-11-21T03:09:00.000Z"},
        {"2026-11-21T03:09", "2026-11-21T03:09:00.000Z"},
        {"2026-11-21T03:09:00+11:00", "2026-11-20T16:09:00.000Z"},
        {"2026-11-21T23:09:00-0330", "2026-11-22T02:39:00.000Z"},
        {"2026-11-21T03:09:00+11", "2026-11-20T16:09:00.000Z"},
        {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
    };
    for (const auto& [text, utc] : rows)
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
}

void TestDate::readsInstants()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto instant = parseInstant(text);
    QVERIFY(instant);
    QCOMPARE(formatInstant(*instant), utc);
    QCOMPARE(msSinceEpoch(*instant), QDateTime::fromString(utc, Qt::ISODateWithMs).toMSecsSinceEpoch());
}

void TestDate::refusesOtherInstants_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* text :
         {"", "2026-11-21", "2026-11-21T", "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z",
          "2026-11-21T23:59:60Z", "2026-02-30T00:00:00Z", "2026-11-21T3:09:00Z", "2026-11-21 03:09:00Z",
          "2026-11-21T03:09:00.Z", "2026-11-21T03:09:00.0123456789Z", "2026-11-21T03:09:00z",
          "2026-11-21T03:09:00ZZ", "2026-11-21T03:09:00+1", "2026-11-21T03:09:00+11:",
          "2026-11-21T03:09:00+24:00", "2026-11-21T03:09:00+00:60", "2026-11-21T03:09:00 Z"}) {
        QTest::addRow("%s", text) << QString::fromLatin1(text);
    }
}

void TestDate::refusesOtherInstants()
{
    QFETCH(QString, text);
    const auto instant = parseInstant(text);
    QVERIFY(!instant);
    QCOMPARE(instant.error().code, u"instant.syntax"_s);
}

void TestDate::readsMicrosoftDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("right");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("with zone") << u"/Date(1573516800000+0000)/"_s << true << 1573516800000LL;
    QTest::newRow("zone does not move it") << u"/Date(1573516800000+1300)/"_s << true << 1573516800000LL;
    QTest::newRow("without zone") << u"/Date(1573516800000)/"_s << true << 1573516800000LL;
    QTest::newRow("before 1970") << u"/Date(-86400000)/"_s << true << -86400000LL;
    for (const auto* text : {"", "/Date()/", "/Date(/", "/Date(x)/", "/Date(1+00)/", "/Date(1+00000)/",
                             "Date(1)", "/Date(1)", "/Date(999999999999999)/", "/Date(--1)/", "/Date(1 )/"}) {
        QTest::addRow("%s", text) << QString::fromLatin1(text) << false << 0LL;
    }
}

void TestDate::readsMicrosoftDates()
{
    QFETCH(QString, text);
    QFETCH(bool, right);
    QFETCH(qint64, ms);
    const auto instant = parseMicrosoftDate(text);
    QCOMPARE(instant.has_value(), right);
    if (right) QCOMPARE(msSinceEpoch(*instant), ms);
}

void TestDate::printsWhatItReads()
{
    const Instant instant = instantFromMs(1'795'230'540'007);
    QCOMPARE(formatInstant(instant), u"2026-11-21T03:09:00.007Z"_s);
    QCOMPARE(formatInstantSeconds(instant), u"2026-11-21T03:09:00Z"_s);
    QCOMPARE(utcDate(instant), Date(2026, 11, 21));
    QCOMPARE(utcDate(instantFromMs(-1)), Date(1969, 12, 31));
    QCOMPARE(formatDate(Date()), QString());
    QCOMPARE(formatDate(Date(7, 1, 2)), u"0007-01-02"_s);
}

void TestDate::agreesWithQtOverFourCenturies()
{
    for (Date date(1800, 1, 1); date.year() < 2200; date = date.addDays(1)) {
        const QString text = date.toString(Qt::ISODate);
        const auto read = parseDate(text);
        if (!read || *read != date || formatDate(date) != text) QFAIL(qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestDate)
#include "testdate.moc"
