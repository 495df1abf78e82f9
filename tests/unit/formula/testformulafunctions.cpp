#include "unit/formula/formulaprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// A context with exchange rates and a home country.
class RatesContext final : public EmptyContext
{
  public:
    LookupAnswer lookup(const QString& table, const QString& key, const QString&) const override
    {
        if (table != u"Exchange rates"_s) return {};
        const Value rate = m_rates.value(key);
        if (rate.isBlank()) return {LookupAnswer::State::NoRow, {}, -1};
        return {LookupAnswer::State::Found, rate, 0};
    }
    std::optional<Value> setting(const QString& name) const override
    {
        return name == u"CountryCode"_s ? std::optional(Value(u"AU"_s)) : std::nullopt;
    }

  private:
    const QHash<QString, Value> m_rates{{u"USD/AUD 2026-11-20"_s, Value(u"1.5"_s)},
                                        {u"EUR/USD 2026-11-20"_s, Value(*Decimal::parse("1.25"))},
                                        {u"NZD/AUD 2026-11-20"_s, Value(u"none"_s)}};
};

QString computed(const QString& formula, QString* code = nullptr)
{
    const RatesContext context;
    Evaluator evaluator(context);
    const model::Record record;
    const auto ast = parse(formula);
    if (!ast) return ast.error().code;
    const Outcome outcome = evaluator.evaluate(compile(*ast), Scope{&record});
    if (outcome.fault && code) *code = outcome.fault->code;
    return outcome.fault ? faultText(outcome.fault->kind) : written(outcome.value);
}

} // namespace

/// Functions that the referee does not have: currencies, telephone numbers, parts of texts and lists.
class TestFormulaFunctions : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void givesTheValue_data();
    void givesTheValue()
    {
        QFETCH(QString, formula);
        QFETCH(QString, expected);
        QCOMPARE(computed(formula), expected);
    }

    void saysWhyNot_data();
    void saysWhyNot()
    {
        QFETCH(QString, formula);
        QFETCH(QString, error);
        QFETCH(QString, code);
        QString found;
        QCOMPARE(computed(formula, &found), error);
        QCOMPARE(found, code);
    }

    void searchesWithWildcardsEndSoon()
    {
        QCOMPARE(computed(u"=SEARCH(\"a*b?c\", REPT(\"a\", 65000))"_s), u"#VALUE!"_s);
        QCOMPARE(computed(u"=COUNTIF(LIST(REPT(\"a\", 65000)), REPT(\"*a\", 120) & \"b\")"_s), u"0"_s);
    }

    void tablesThatAreAskedAreKnownBeforehand()
    {
        const auto ast = parse(u"=CONVERT([A], \"USD\", \"AUD\", [D]) & LOOKUP(\"T\", [k])"_s);
        QCOMPARE(ast->firstArguments(u"LOOKUP"), (QStringList{u"Exchange rates"_s, u"T"_s}));
    }
};

void TestFormulaFunctions::givesTheValue_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char16_t* formula, const char16_t* expected) {
        QTest::newRow(qPrintable(QString::fromUtf16(formula)))
            << QString::fromUtf16(formula) << QString::fromUtf16(expected);
    };
    row(u"=CONVERT(10, \"USD\", \"AUD\", DATE(2026,11,20))", u"15");
    row(u"=CONVERT(10, \" usd \", \"aud\", DATE(2026,11,23))", u"15");
    row(u"=CONVERT(10, \"USD\", \"EUR\", DATE(2026,11,20))", u"8");
    row(u"=CONVERT(10, \"AUD\", \"AUD\", \"\")", u"10");
    row(u"=CONVERT(LIST(1,2), \"USD\", \"AUD\", DATE(2026,11,20))", u"{1.5;3}");
    row(u"=PHONE(\"02 9999 1234\")", u"+61299991234");
    row(u"=PHONE(\"(02) 9999-1234 ext. 12\")", u"+61299991234");
    row(u"=PHONE(\"+61 (0)2 9999 1234\")", u"+61299991234");
    row(u"=PHONE(\"0011 44 20 7946 0018\")", u"+442079460018");
    row(u"=PHONE(\"61 2 9999 1234\")", u"+61299991234");
    row(u"=PHONE(\"(415) 555-2671\", \"US\")", u"+14155552671");
    row(u"=PHONE(\"1-415-555-2671\", \"United States\")", u"+14155552671");
    row(u"=PHONE(\"06 12345678\", \"Italy\")", u"+390612345678");
    row(u"=PHONE(\"06 1 234 5678\", \"HU\")", u"+3612345678");
    row(u"=PHONE(\"030/123456\", \"germany\")", u"+4930123456");
    row(u"=PHONE(\"020 7946 0018\", \"UK\")", u"+442079460018");
    row(u"=PHONE(\"+256 414 123456\")", u"+256414123456");
    row(u"=PHONE(\"\")", u"");
    row(u"=PHONE(\"1300 655 506\")", u"+611300655506");
    row(u"=PHONE(\"13 11 14\")", u"+61131114");
    row(u"=PHONE(\"+61 1800 020 080\")", u"+611800020080");
    row(u"=PHONE(\"0049 30 123456\")", u"+4930123456");
    row(u"=PHONE(\"tel:+61-2-9999-1234\")", u"+61299991234");
    row(u"=DOMAIN(\"Ann <ann@Example.test>\")", u"example.test");
    row(u"=DOMAIN(\"ann@example.test; bob@other.test\")", u"example.test");
    row(u"=DOMAIN(\"see www.example.test.\")", u"example.test");
    row(u"=SLUG(\"Straße Ærø\")", u"strasse-aero");
    row(u"=TEXTBEFORE(\"a-b-c\", \"-\")", u"a");
    row(u"=TEXTBEFORE(\"a-b-c\", \"-\", 2)", u"a-b");
    row(u"=TEXTBEFORE(\"a-b-c\", \"-\", -1)", u"a-b");
    row(u"=TEXTAFTER(\"a-b-c\", \"-\")", u"b-c");
    row(u"=TEXTAFTER(\"a-b-c\", \"-\", -1)", u"c");
    row(u"=TEXTAFTER(\"aXbxc\", \"x\", 1, TRUE)", u"bxc");
    row(u"=TEXTAFTER(\"abc\", \"-\", 1, FALSE, FALSE, \"none\")", u"none");
    row(u"=TEXTBEFORE(\"abc\", \"-\", 1, FALSE, TRUE)", u"abc");
    row(u"=TEXTAFTER(\"abc\", \"-\", 1, FALSE, TRUE)", u"");
    row(u"=XLOOKUP(\"b\", LIST(\"a\",\"B\"), LIST(1,2))", u"2");
    row(u"=XLOOKUP(\"z\", LIST(\"a\",\"B\"), LIST(1,2), \"none\")", u"none");
    row(u"=TAKE(LIST(1,2,3), 2)", u"{1;2}");
    row(u"=TAKE(LIST(1,2,3), -2)", u"{2;3}");
    row(u"=TAKE(LIST(1,2,3), 9)", u"{1;2;3}");
    row(u"=DROP(LIST(1,2,3), 1)", u"{2;3}");
    row(u"=DROP(LIST(1,2,3), -1)", u"{1;2}");
    row(u"=DROP(LIST(1,2,3), 9)", u"{}");
    row(u"=INDEX(LIST(1,2,3), 0)", u"{1;2;3}");
    row(u"=MATCH(5, LIST(9,6,3), -1)", u"2");
    row(u"=LARGE(LIST(DATE(2026,1,1), DATE(2026,3,1)), 1)", u"2026-03-01");
    row(u"=MINIFS(LIST(3,1,2), LIST(\"a\",\"b\",\"a\"), \"a\")", u"2");
    row(u"=SEARCH(\"~~\", \"a~b\")", u"2");
    row(u"=SEARCH(\"b*d\", \"abcd\")", u"2");
    row(u"=TEXT(1234.5, \"[Red]#,##0.00_)\")", u"1,234.50 ");
    row(u"=TEXT(5, \"[$EUR-407] 0.00\")", u"EUR 5.00");
    row(u"=\"(1,234.50)\" + 0", u"-1234.5");
    row(u"=\"a\" < \"ä\"", u"TRUE");
    row(u"=\"ä\" < \"b\"", u"TRUE");
    row(u"=UPPER(LIST(\"a\", \"b\"))", u"{A;B}");
    row(u"=CHAR(128) & CHAR(150) & CHAR(233)", u"€–é");
    row(u"=CODE(\"€\") & \" \" & CODE(\"Ł\") & \" \" & UNICODE(\"€\")", u"128 321 8364");
    row(u"=ABN(\" \")", u"");
    row(u"=DATEVALUE(\"2026-11-21T23:30:00\")", u"2026-11-21");
    row(u"=DATEVALUE(\"2026-11-21 10:30:00+00:00\")", u"2026-11-21");
    row(u"=TEXT(\"2026-1-5\", \"yyyymmdd\")", u"20260105");
    row(u"=COUNTA(FILTER([Lines.Code], [Lines.Code] = \"a\"))", u"0");
    row(u"=SUMIFS([Lines.Sum] * 2, [Lines.Code], \"a\")", u"0");
    row(u"=SUMIF([Lines.Code], \"a\", [Lines.Sum] * 2)", u"0");
    row(u"=SUMPRODUCT([Lines.Sum] * 2, [Lines.Rate])", u"0");
    row(u"=FILTER(10 / LIST(0, 2, 5), LIST(0, 2, 5) <> 0)", u"{5;2}");
    row(u"=IF(LIST(1, 0, 1), LIST(1, 2, 3), 9)", u"{1;9;3}");
    row(u"=IF(LIST(1, 1), \"all\", 1 / 0)", u"{all;all}");
    row(u"=IFNA(LIST(1, 2), 1 / 0)", u"{1;2}");
    row(u"=IFERROR(10 / LIST(0, 2), \"none\")", u"{none;5}");
    row(u"=IFERROR(IF(LIST(1, 0), 1 / LIST(0, 5), 7), \"x\")", u"{x;7}");
    row(u"=SWITCH(LIST(\"a\", \"b\", \"c\"), \"a\", 1, \"B\", LIST(7, 8, 9), 0)", u"{1;8;0}");
    row(u"=IF(LIST(), 1, 2)", u"{}");
    row(u"=MOD(12345678901234567890123456790, 7)", u"1");
    row(u"=MOD(10000000000000000000000000000000000001, 3)", u"2");
    row(u"=MOD(-10000000000000000000000000000000000001, 3)", u"1");
    row(u"=MOD(10000000000000000000000000000000000001, -3)", u"-1");
    row(u"=MOD(0.9999999999999999999999999999999, 1)", u"0.9999999999999999999999999999999");
    row(u"=QUOTIENT(10000000000000000000000000000000000001, 3)", u"3333333333333333333333333333333333333");
    row(u"=QUOTIENT(-10000000000000000000000000000000000001, 3)", u"-3333333333333333333333333333333333333");
    row(u"=FLOOR(0.9999999999999999999999999999999, 1)", u"0");
}

void TestFormulaFunctions::saysWhyNot_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("code");
    const auto row = [](const char16_t* formula, const char16_t* error, const char16_t* code) {
        QTest::newRow(qPrintable(QString::fromUtf16(formula)))
            << QString::fromUtf16(formula) << QString::fromUtf16(error) << QString::fromUtf16(code);
    };
    row(u"=CONVERT(1, \"USD\", \"AUD\", DATE(2026,11,28))", u"#N/A", u"convert.no-rate");
    row(u"=CONVERT(1, \"NZD\", \"AUD\", DATE(2026,11,20))", u"#N/A", u"convert.no-rate");
    row(u"=CONVERT(1, \"dollar\", \"AUD\", DATE(2026,11,20))", u"#VALUE!", u"convert.no-currency");
    row(u"=CONVERT(1, \"USD\", \"\", DATE(2026,11,20))", u"#VALUE!", u"convert.no-currency");
    row(u"=CONVERT(1, \"USD\", \"AUD\", \"\")", u"#VALUE!", u"formula.blank-date");
    row(u"=PHONE(\"call me\")", u"#VALUE!", u"formula.bad-phone");
    row(u"=PHONE(\"123\")", u"#VALUE!", u"formula.bad-phone");
    row(u"=PHONE(\"+61 2 99\")", u"#VALUE!", u"formula.bad-phone");
    row(u"=PHONE(\"02 9999 1234\", \"Atlantis\")", u"#VALUE!", u"formula.unknown-country");
    row(u"=TEXTBEFORE(\"abc\", \"-\")", u"#N/A", u"formula.text-not-found");
    row(u"=TEXTAFTER(\"abc\", \"-\", 0)", u"#VALUE!", u"formula.out-of-range");
    row(u"=XLOOKUP(1, LIST(1,2), LIST(1))", u"#VALUE!", u"formula.lists-differ");
    row(u"=XLOOKUP(3, LIST(1,2), LIST(1,2))", u"#N/A", u"formula.text-not-found");
    row(u"=SUMIFS(LIST(1,2), LIST(1), 1)", u"#VALUE!", u"formula.lists-differ");
    row(u"=SUMIFS(LIST(1,2), LIST(1,2), 1, LIST(1,2))", u"#VALUE!", u"formula.argument-count");
    row(u"=TEXT(1, \"[h]:mm\")", u"#VALUE!", u"formula.bad-format");
    row(u"=TEXT(1234.5, \"#.##0,00\")", u"#VALUE!", u"formula.bad-format");
    row(u"=TEXT(1234.5, \"0,00 €\")", u"#VALUE!", u"formula.bad-format");
    row(u"=TEXT(1.5, \"# ?/?\")", u"#VALUE!", u"formula.bad-format");
    row(u"=TEXT(DATE(2026,1,1), \"0.00\")", u"#VALUE!", u"formula.date-where-number");
    row(u"=TEXT([Gone], \"yyyy\")", u"#VALUE!", u"formula.blank-date");
    row(u"=TEXT(5, \"yyyy\")", u"#VALUE!", u"formula.not-a-date");
    row(u"=DATE(26, 1, 1)", u"#NUM!", u"formula.short-year");
    row(u"=AVERAGE(LIST())", u"#DIV/0!", u"formula.no-numbers");
    row(u"=AVERAGEIFS(LIST(1), LIST(1), 2)", u"#DIV/0!", u"formula.no-numbers");
    row(u"=MEDIAN([Gone])", u"#NUM!", u"formula.no-numbers");
    row(u"=IF(\"\", 1, 2)", u"#VALUE!", u"formula.empty-text");
    row(u"=1 + \" \"", u"#VALUE!", u"formula.empty-text");
    row(u"=VALUE(\"\")", u"#VALUE!", u"formula.empty-text");
    row(u"=SUMIF(LIST(\"a\", \"b\"), \"a\", LIST(1))", u"#VALUE!", u"formula.lists-differ");
    row(u"=SORT(LIST(1, DATE(2026,1,1), 2))", u"#VALUE!", u"formula.no-order");
    row(u"=CHAR(300)", u"#VALUE!", u"formula.out-of-range");
    row(u"=N(DATE(2026,1,1))", u"#VALUE!", u"formula.date-where-number");
    row(u"=FILTER(10 / LIST(0, 2), LIST(TRUE, TRUE))", u"#DIV/0!", u"formula.division-by-zero");
    row(u"=IF(LIST(1, 0), LIST(1, 2, 3), 0)", u"#VALUE!", u"formula.lists-differ");
    row(u"=IFNA(10 / LIST(0, 2), 0)", u"#DIV/0!", u"formula.division-by-zero");
    row(u"=WORKDAY.INTL(DATE(2026,1,1), 1, \"1111111\")", u"#VALUE!", u"formula.out-of-range");
}

QTEST_GUILESS_MAIN(TestFormulaFunctions)
#include "testformulafunctions.moc"
