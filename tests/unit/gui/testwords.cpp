#include "gui/connections/entrytext.h"
#include "gui/shell/activitybar.h"
#include "gui/shell/desk.h"
#include "gui/shell/language.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

Decimal decimal(const QString& text)
{
    return *Decimal::parse(QStringView(text));
}

// Outside the class: the moc stumbles over quoted addresses inside it.
constexpr char kPractice[] = "{\"xero\":\"http://localhost:9001\",\"salesforce\":\"http://127.0.0.1:9002\","
                             "\"control\":\"http://localhost:9000\"}";
constexpr char kXero[] = "http://localhost:9001";
constexpr char kElsewhere[] = "{\"xero\":\"http://example.com\"}";

const QString kMinus = u"\u2212"_s;

} // namespace

class TestWords final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void moneyIsShownExactlyInTheReadersFormat_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("shown");
        const QLocale english(QLocale::English, QLocale::Australia);
        const QLocale german(QLocale::German, QLocale::Germany);
        const QLocale indian(QLocale::English, QLocale::India);
        QTest::newRow("grouped") << u"84310.55"_s << u"AUD"_s << english << u"A$84,310.55"_s;
        QTest::newRow("padded to cents") << u"1050"_s << u"USD"_s << english << u"US$1,050.00"_s;
        QTest::newRow("no cents in yen") << u"412000"_s << u"JPY"_s << english << u"JP¥\u00a0412,000"_s;
        QTest::newRow("stored zeros of yen are not shown")
            << u"412000.00"_s << u"JPY"_s << english << u"JP¥\u00a0412,000"_s;
        QTest::newRow("three places in dinar") << u"1.5"_s << u"KWD"_s << english << u"KWD\u00a01.500"_s;
        QTest::newRow("real digits beyond the cent stay")
            << u"0.005"_s << u"AUD"_s << english << u"A$0.005"_s;
        QTest::newRow("negative") << u"-12.5"_s << u"GBP"_s << english << kMinus + u"£12.50"_s;
        QTest::newRow("zero") << u"0.00"_s << u"AUD"_s << english << u"A$0.00"_s;
        QTest::newRow("code of an unlisted currency")
            << u"19217.84"_s << u"PLN"_s << english << u"PLN\u00a019,217.84"_s;
        QTest::newRow("no currency") << u"19217.84"_s << QString() << english << u"19,217.84"_s;
        QTest::newRow("German") << u"1234567.8"_s << u"EUR"_s << german << u"€\u00a01.234.567,80"_s;
        QTest::newRow("Indian groups")
            << u"123456789.00"_s << u"INR"_s << indian << u"INR\u00a012,34,56,789.00"_s;
        QTest::newRow("more digits than a double holds")
            << u"12345678901234567890.12"_s << u"AUD"_s << english << u"A$12,345,678,901,234,567,890.12"_s;
    }
    void moneyIsShownExactlyInTheReadersFormat()
    {
        QFETCH(QString, amount);
        QFETCH(QString, currency);
        QFETCH(QLocale, locale);
        QTEST(formatMoney(decimal(amount), currency, locale), "shown");
    }

    void totalsNameEveryCurrency()
    {
        const QMap<QString, Decimal> totals{{u"AUD"_s, decimal(u"79060.55"_s)},
                                            {u"PLN"_s, decimal(u"19217.84"_s)}};
        QCOMPARE(formatTotals(totals, QLocale(QLocale::English)), u"A$79,060.55 + PLN\u00a019,217.84"_s);
        QCOMPARE(formatTotals({}, QLocale(QLocale::English)), QString());
    }

    void quantitiesKeepTheirDigits()
    {
        QCOMPARE(formatNumber(decimal(u"378.3200"_s), QLocale(QLocale::English)), u"378.3200"_s);
        QCOMPARE(formatNumber(decimal(u"17"_s), QLocale(QLocale::English)), u"17"_s);
    }

    void datesNearTodayAreSaidInWords_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("shown");
        QTest::newRow("today") << u"2026-11-21T13:05:00Z"_s << u"13:05"_s;
        QTest::newRow("tomorrow") << u"2026-11-22T08:30:00Z"_s << u"Tomorrow 08:30"_s;
        QTest::newRow("yesterday") << u"2026-11-20T17:00:00Z"_s << u"Yesterday 17:00"_s;
        QTest::newRow("this year") << u"2026-10-31T18:00:00Z"_s << u"31 Oct 18:00"_s;
        QTest::newRow("far away") << u"2024-01-02T18:00:00Z"_s << u"2 Jan 2024"_s;
    }
    void datesNearTodayAreSaidInWords()
    {
        QFETCH(QString, when);
        const Instant now = *parseInstant(u"2026-11-21T14:00:00Z"_s);
        QTEST(formatNear(*parseInstant(when), now, QLocale(QLocale::English)), "shown");
    }

    void aTimeOfAnOrganisationIsInItsZone()
    {
        const Instant instant = *parseInstant(u"2026-11-21T03:00:00Z"_s);
        QCOMPARE(formatFull(instant, u"Australia/Sydney"_s, QLocale(QLocale::English)),
                 u"Sat 21 Nov 2026 14:00"_s);
    }

    void durationsAndCountdowns()
    {
        using namespace std::chrono_literals;
        QCOMPARE(formatDuration(400ms), u"under 1 s"_s);
        QCOMPARE(formatDuration(14s), u"14 s"_s);
        QCOMPARE(formatDuration(41min), u"41 min"_s);
        QCOMPARE(formatDuration(130min), u"2 h 10 min"_s);
        QCOMPARE(formatCountdown(102), u"1:42"_s);
    }

    void fieldsAreShownByTheirLabels_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("label");
        QTest::newRow("two words") << u"DueDate"_s << u"Due date"_s;
        QTest::newRow("a line's field") << u"LineItems[1].UnitAmount"_s << u"Line 1 · Unit price"_s;
        QTest::newRow("custom field") << u"Payment_Terms__c"_s << u"Payment Terms"_s;
        QTest::newRow("nested") << u"Account.BillingCountry"_s << u"Account · Billing country"_s;
        QTest::newRow("own word of the system") << u"TaxType"_s << u"Tax rate"_s;
    }
    void fieldsAreShownByTheirLabels()
    {
        QFETCH(QString, field);
        QTEST(fieldLabel(field), "label");
    }

    void ledgerCodesAreShownInWords()
    {
        const QLocale english(QLocale::English);
        QCOMPARE(valueText(u"Status"_s, model::Value(u"AUTHORISED"_s), english), u"Awaiting payment"_s);
        QCOMPARE(valueText(u"Type"_s, model::Value(u"ACCREC"_s), english), u"Sales invoice"_s);
        QCOMPARE(valueText(u"Reference"_s, model::Value(u"PAID"_s), english), u"PAID"_s);
        QCOMPARE(valueText(u"DueDate"_s, model::Value(Date(2027, 1, 20)), english), u"20 Jan 2027"_s);
        QCOMPARE(valueText(u"DueDate"_s, model::Value(), english), u"(empty)"_s);
    }

    void progressSaysHowFarHowFastAndHowLong()
    {
        model::RunProgress progress;
        progress.counts.created = 1240;
        progress.expected = 3600;
        progress.perSecond = 0.96;
        QCOMPARE(progressInWords(progress, QLocale(QLocale::English)),
                 u"1,240 of 3,600 · 57 a minute · 41 min left"_s);
    }

    void aRunIsNamedByItsWorstOutcome()
    {
        model::RunReport run;
        run.state = model::RunState::Finished;
        QCOMPARE(stateOf(run).tone, Tone::Ok);
        run.counts.held = 2;
        QCOMPARE(stateOf(run).tone, Tone::Warn);
        run.counts.failed = 1;
        QCOMPARE(stateOf(run).tone, Tone::Bad);
        QVERIFY(stateOf(run).shaped().startsWith(u"▲"_s));
    }

    void aHeldProblemSaysWhetherAnythingWasPosted()
    {
        model::Problem problem;
        QCOMPARE(stateOf(problem).word, u"Held · nothing was posted"_s);
        problem.written = true;
        QVERIFY(!stateOf(problem).word.contains(u"nothing was posted"_s));
    }

    void oneIsSingular()
    {
        const Language english;
        QCOMPARE(gui::objectName(u"Leads"_s, 1), u"1 record"_s);
        QCOMPARE(gui::objectName(u"Leads"_s, 2), u"2 records"_s);
    }

    void practiceAddressesAreOfThisComputerOnly()
    {
        const auto good = practiceFromJson(kPractice);
        QVERIFY(good);
        QCOMPARE(good->size(), 2);
        QCOMPARE(good->value(u"xero"_s), QUrl(QString::fromLatin1(kXero)));
        const auto bad = practiceFromJson(kElsewhere);
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, u"practice.address"_s);
        QVERIFY(!practiceFromJson("not json"));
    }

    void daysAreTypedAsTheReaderWritesThem_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("shown");
        const QLocale australia(QLocale::English, QLocale::Australia),
            america(QLocale::English, QLocale::UnitedStates), germany(QLocale::German, QLocale::Germany);
        QTest::newRow("AU") << australia << u"3/4/2026"_s << u"2026-04-03"_s << u"3/4/2026"_s;
        QTest::newRow("US") << america << u"3/4/2026"_s << u"2026-03-04"_s << u"3/4/2026"_s;
        QTest::newRow("DE") << germany << u"03.04.2026"_s << u"2026-04-03"_s << u"03.04.2026"_s;
        QTest::newRow("DE, short") << germany << u"3.4.26"_s << u"2026-04-03"_s << u"03.04.2026"_s;
        QTest::newRow("AU, two digits") << australia << u"21/11/26"_s << u"2026-11-21"_s << u"21/11/2026"_s;
        QTest::newRow("last century") << australia << u"1/7/85"_s << u"1985-07-01"_s << u"1/7/1985"_s;
        QTest::newRow("ISO") << america << u"2026-11-21"_s << u"2026-11-21"_s << u"11/21/2026"_s;
        QTest::newRow("no such day") << australia << u"30/2/2026"_s << u"30/2/2026"_s << u"30/2/2026"_s;
        QTest::newRow("no day") << australia << u"soon"_s << u"soon"_s << u"soon"_s;
    }

    void daysAreTypedAsTheReaderWritesThem()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QFETCH(QString, shown);
        QCOMPARE(keptEntry(model::FieldType::Date, typed, locale), kept);
        QCOMPARE(shownEntry(model::FieldType::Date, kept, locale), shown);
        QCOMPARE(keptEntry(model::FieldType::Text, typed, locale), typed); // only where a date belongs
    }

    void numbersAreTypedAsTheReaderWritesThem_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("shown");
        const QLocale america(QLocale::English, QLocale::UnitedStates),
            germany(QLocale::German, QLocale::Germany), france(QLocale::French, QLocale::France);
        QTest::newRow("US") << america << u"1,250.50"_s << u"1250.50"_s << u"1250.50"_s;
        QTest::newRow("US, no groups") << america << u"1250.5"_s << u"1250.5"_s << u"1250.5"_s;
        QTest::newRow("DE") << germany << u"1.250,50"_s << u"1250.50"_s << u"1250,50"_s;
        QTest::newRow("DE, no groups") << germany << u"1250,5"_s << u"1250.5"_s << u"1250,5"_s;
        QTest::newRow("DE, a group is no decimal") << germany << u"1.250"_s << u"1250"_s << u"1250"_s;
        QTest::newRow("DE, a point that is no group") << germany << u"12.5"_s << u"12.5"_s << u"12,5"_s;
        QTest::newRow("DE, negative") << germany << u"-3,10"_s << u"-3.10"_s << u"\u22123,10"_s;
        QTest::newRow("US, a comma that is no group") << america << u"12,5"_s << u"12,5"_s << u"12,5"_s;
        QTest::newRow("FR, any blank") << france << u"1 250,50"_s << u"1250.50"_s << u"1250,50"_s;
        QTest::newRow("no number") << germany << u"viel"_s << u"viel"_s << u"viel"_s;
        QTest::newRow("40 digits") << germany << QString(40, u'9') << QString(40, u'9') << QString(40, u'9');
    }

    void numbersAreTypedAsTheReaderWritesThem()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QFETCH(QString, shown);
        for (const model::FieldType type : {model::FieldType::Money, model::FieldType::Number}) {
            QCOMPARE(keptEntry(type, typed, locale), kept);
            QCOMPARE(shownEntry(type, kept, locale), shown);
            QCOMPARE(keptEntry(type, shown, locale), kept); // edited again, it is the same
        }
        QCOMPARE(keptEntry(model::FieldType::Text, typed, locale), typed);
    }

    void timesAreTypedInTheReadersZone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("shown");
        QTest::newRow("summer") << u"21/11/2026 09:00"_s << u"2026-11-20T22:00:00Z"_s
                                << u"21/11/2026 09:00"_s;
        QTest::newRow("winter") << u"21/7/2026 9:00"_s << u"2026-07-20T23:00:00Z"_s << u"21/7/2026 09:00"_s;
        QTest::newRow("seconds") << u"2026-11-21 09:00:07"_s << u"2026-11-20T22:00:07Z"_s
                                 << u"21/11/2026 09:00:07"_s;
        QTest::newRow("ISO") << u"2026-11-21T09:00:00Z"_s << u"2026-11-21T09:00:00Z"_s
                             << u"21/11/2026 20:00"_s;
        QTest::newRow("more exact than minutes")
            << u"2026-11-21T09:00:00.123Z"_s << u"2026-11-21T09:00:00.123Z"_s
            << u"2026-11-21T09:00:00.123Z"_s;
        QTest::newRow("no time") << u"21/11/2026"_s << u"21/11/2026"_s << u"21/11/2026"_s;
    }

    void timesAreTypedInTheReadersZone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QFETCH(QString, shown);
        const QLocale locale(QLocale::English, QLocale::Australia);
        const QTimeZone sydney("Australia/Sydney");
        QCOMPARE(keptEntry(model::FieldType::Instant, typed, locale, sydney), kept);
        QCOMPARE(shownEntry(model::FieldType::Instant, kept, locale, sydney), shown);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "testwords.moc"
