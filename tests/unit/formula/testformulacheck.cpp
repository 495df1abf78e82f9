#include "formula/check.h"
#include "formula/resultpieces.h"
#include "unit/formula/formulaprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

Field field(const char16_t* name, FieldType type, bool nullable)
{
    Field made;
    made.name = QString::fromUtf16(name);
    made.type = type;
    made.nullable = nullable;
    return made;
}

/// Of each kind of field one that is always filled and one that may be empty.
QList<Field> deal()
{
    Field lines = field(u"Lines", FieldType::List, false);
    lines.fields = {field(u"Code", FieldType::Text, true), field(u"Count", FieldType::Number, false),
                    field(u"Price", FieldType::Money, true), field(u"Day", FieldType::Date, false)};
    Field payments = field(u"Payments", FieldType::List, true);
    payments.fields = {field(u"Paid", FieldType::Money, false)};
    return {field(u"Name", FieldType::Text, false),
            field(u"Note", FieldType::Text, true),
            field(u"Amount", FieldType::Money, false),
            field(u"Terms", FieldType::Number, true),
            field(u"Close", FieldType::Date, false),
            field(u"Signed", FieldType::Date, true),
            field(u"Made", FieldType::Instant, false),
            field(u"Won", FieldType::Boolean, false),
            lines,
            payments};
}

/// Numbers that come again with the same seed.
class Dice final
{
  public:
    qsizetype roll(qsizetype bound)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return qsizetype(m_state >> 8) % bound;
    }
    template<class T>
    const T& of(const QList<T>& choices)
    {
        return choices[roll(choices.size())];
    }

  private:
    quint32 m_state = 20261121;
};

Value valueOf(const Field& field, Dice& dice);

Record recordWith(const QList<Field>& fields, Dice& dice)
{
    QList<std::pair<QString, Value>> members;
    for (const Field& member : fields)
        members.append({member.name, valueOf(member, dice)});
    return recordOf(members);
}

Value valueOf(const Field& field, Dice& dice)
{
    if (field.nullable && dice.roll(3) == 0) return {};
    switch (field.type) {
    case FieldType::Number:
    case FieldType::Money:
        return Value(dice.of(QList<Decimal>{Decimal(), Decimal(1), Decimal(-3), Decimal(40),
                                            *Decimal::parse("-0.5"), *Decimal::parse("1234.567")}));
    case FieldType::Boolean:
        return Value(dice.roll(2) == 0);
    case FieldType::Date:
        return Value(Date(2020, 1, 31).addDays(dice.roll(4000)));
    case FieldType::Instant:
        return Value(instantFromMs(1'600'000'000'000 + dice.roll(1000) * 86'000'000));
    case FieldType::List: {
        ValueList items;
        for (qsizetype i = dice.roll(4); i > 0; --i)
            items.append(Value(recordWith(field.fields, dice)));
        return Value(items);
    }
    default:
        return Value(dice.of(QStringList{u"abc"_s, u""_s, u"12"_s, u"2026-02-01"_s, u"TRUE"_s, u"é-1"_s}));
    }
}

/// What a formula that cannot fail may still meet: the bounds of the language, and tables that are not there,
/// which the check of a whole mapping tells.
bool isBound(const QString& code)
{
    return code == "formula.too-large"_L1 || code == "formula.date-out-of-range"_L1 ||
           code == "lookup.no-table"_L1;
}

CheckResult checked(const QString& formula)
{
    const QList<Field> fields = deal();
    return check(*parse(formula), {&fields, nullptr});
}

} // namespace

/// What is said of a formula before it meets a record.
class TestFormulaCheck : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong()
    {
        QFETCH(QString, formula);
        QFETCH(QString, finding);
        QStringList seen;
        for (const Finding& found : checked(formula).findings)
            seen.append(u"%1 %2+%3 %4"_s.arg(found.code)
                            .arg(found.at.start)
                            .arg(found.at.length)
                            .arg(found.facts.join(u',')));
        QCOMPARE(seen.join(u"; "_s).trimmed(), finding);
    }

    void tellsWhichValuesAreGiven()
    {
        const QList<Field> fields = deal();
        const auto ast =
            parse(u"=IF([Won], \"a\", IFERROR(SWITCH([Name], \"x\", 12.5, ROUND([Amount], 2)), -3))"_s);
        QStringList seen;
        for (const ResultPiece& piece : resultPieces(*ast, {&fields, nullptr}))
            seen.append(u"%1+%2 %3 %4"_s.arg(piece.at.start)
                            .arg(piece.at.length)
                            .arg(toText(piece.constant))
                            .arg(piece.decimals));
        QCOMPARE(seen, (QStringList{u"11+3 a -1"_s, u"44+4 12.5 -1"_s, u"50+18  2"_s, u"71+2 -3 -1"_s}));
    }

    void whatIsNearlyRightIsKnownAgain()
    {
        QCOMPARE(checked(u"=amount * 2"_s).findings.value(0).facts,
                 (QStringList{u"AMOUNT"_s, u"[Amount]"_s}));
        QCOMPARE(checked(u"=lenn"_s).findings.value(0).facts, (QStringList{u"LENN"_s, u"LEN"_s}));
        QCOMPARE(checked(u"=wenn([Won], 1, 2)"_s).findings.value(0).facts, (QStringList{u"WENN"_s, u"IF"_s}));
        QCOMPARE(checked(u"=Zählenwenn(1, 2)"_s).findings.value(0).facts,
                 (QStringList{u"ZÄHLENWENN"_s, u"COUNTIF"_s}));
    }

    void knowsWhatCannotFail_data();
    void knowsWhatCannotFail()
    {
        QFETCH(QString, formula);
        QFETCH(bool, safe);
        const CheckResult result = checked(formula);
        QVERIFY(!result.hasErrors());
        QCOMPARE(!result.type.mayFail, safe);
    }

    /// Calls of every function with arguments of every kind: what is called safe never fails.
    void whatIsCalledSafeNeverFails()
    {
        const QStringList leaves{u"[Name]"_s,
                                 u"[Note]"_s,
                                 u"[Amount]"_s,
                                 u"[Terms]"_s,
                                 u"[Close]"_s,
                                 u"[Signed]"_s,
                                 u"[Made]"_s,
                                 u"[Won]"_s,
                                 u"[Lines.Code]"_s,
                                 u"[Lines.Count]"_s,
                                 u"[Lines.Price]"_s,
                                 u"[Lines.Day]"_s,
                                 u"[Payments.Paid]"_s,
                                 u"1"_s,
                                 u"2"_s,
                                 u"0"_s,
                                 u"-1"_s,
                                 u"0.5"_s,
                                 u"\"a\""_s,
                                 u"\"0.00\""_s,
                                 u"\"yyyy-mm\""_s,
                                 u"\"12\""_s,
                                 u"TRUE"_s,
                                 u"FALSE"_s,
                                 u"[Lines]"_s,
                                 u"\"D\""_s,
                                 u"\">1\""_s,
                                 u"\"[a\""_s,
                                 u"\"\""_s,
                                 u"13"_s};
        const QStringList operators{u"+"_s, u"-"_s, u"*"_s, u"/"_s, u"&"_s, u"="_s, u"<"_s, u"^"_s};
        const QStringList functions = functionNames();
        Dice dice;
        const auto piece = [&](auto self, int depth) -> QString {
            if (depth == 0 || dice.roll(4) == 0) return dice.of(leaves);
            if (dice.roll(4) == 0) return self(self, depth - 1) + dice.of(operators) + self(self, depth - 1);
            const QString name = dice.of(functions);
            const FunctionInfo& function = *findFunction(name);
            const int most = function.most < 0 ? function.least + 2 : function.most;
            QStringList arguments;
            for (qsizetype i = function.least + dice.roll(most - function.least + 1); i > 0; --i)
                arguments.append(self(self, depth - 1));
            return name + u'(' + arguments.join(u',') + u')';
        };
        const QList<Field> fields = deal();
        const ProbeContext context;
        Evaluator evaluator(context);
        int safe = 0;
        QStringList wrong;
        for (int round = 0; round < 150'000; ++round) {
            const QString formula = u'=' + piece(piece, 2);
            const auto ast = parse(formula);
            if (!ast) continue;
            const CheckResult result = check(*ast, {&fields, nullptr});
            if (result.hasErrors() || result.type.mayFail) continue;
            ++safe;
            const Program program = compile(*ast);
            for (int i = 0; i < 12; ++i) {
                const Record record = recordWith(fields, dice);
                const Outcome outcome = evaluator.evaluate(program, Scope{&record});
                if (!outcome.fault || isBound(outcome.fault->code)) continue;
                wrong.append(formula + u"  "_s + outcome.fault->code);
                break;
            }
        }
        for (const QString& line : std::as_const(wrong))
            qWarning("%s", qPrintable(line));
        QVERIFY(safe > 5'000);
        QCOMPARE(wrong.size(), 0);
    }
};

void TestFormulaCheck::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char16_t* formula, const char16_t* finding) {
        QTest::newRow(qPrintable(QString::fromUtf16(formula)))
            << QString::fromUtf16(formula) << QString::fromUtf16(finding);
    };
    row(u"=[Nmae]", u"formula.unknown-field 1+6 Nmae,Name");
    row(u"=[Lines.Cdoe]", u"formula.unknown-field 1+12 Cdoe,Code");
    row(u"=[Amount] & [Qwertyuiop]", u"formula.unknown-field 12+12 Qwertyuiop,");
    row(u"=LEFT([Name]) & LEFF([Name])", u"formula.unknown-function 16+4 LEFF,LEFT");
    row(u"=[Close] * 2", u"formula.wrong-kind 1+7 number,date");
    row(u"=[Close] + [Signed]", u"formula.wrong-kind 11+8 number,date");
    row(u"=30 - [Close]", u"formula.wrong-kind 6+7 number,date");
    row(u"=[Signed] + 30", u"formula.may-be-blank 1+8 Signed");
    row(u"=[Close] < 5", u"formula.no-order 1+11");
    row(u"=IF([Close], 1, 2)", u"formula.wrong-kind 4+7 boolean,date");
    row(u"=YEAR([Amount])", u"formula.wrong-kind 6+8 date or instant,number");
    row(u"=YEAR([Lines.Count])", u"formula.wrong-kind 6+13 date or instant,number");
    row(u"=TEXT([Close], \"0.00\")", u"formula.bad-format 15+6 0.00");
    row(u"=TEXT([Amount], \"TT.MM.JJJJ\")", u"formula.bad-format 16+12 TT.MM.JJJJ");
    row(u"=TEXT([Signed], \"yyyy\")", u"formula.may-be-blank 6+8 Signed");
    row(u"=REGEXMATCH([Name], \"(\")", u"formula.bad-pattern 20+3 (");
}

void TestFormulaCheck::knowsWhatCannotFail_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<bool>("safe");
    const auto row = [](const char16_t* formula, bool safe) {
        QTest::newRow(qPrintable(QString::fromUtf16(formula))) << QString::fromUtf16(formula) << safe;
    };
    row(u"=[Amount] / 100", true);
    row(u"=[Amount] / [Terms]", false);
    row(u"=LEFT([Name], 3)", true);
    row(u"=LEFT([Name], [Terms])", false);
    row(u"=[Name] + 1", false);
    row(u"=[Close] + [Terms]", true);
    row(u"=[Signed] + 30", false);
    row(u"=IF(ISBLANK([Signed]), [Close], [Signed]) + 30", true);
    row(u"=SUM([Lines.Count] * [Lines.Price])", true);
    row(u"=SUM([Lines.Code])", false);
    row(u"=SUM([Lines.Count] * [Payments.Paid])", false);
    row(u"=SUMIFS([Lines.Price], [Lines.Code], \"a\")", true);
    row(u"=JOIN(UPPER([Lines.Code]))", true);
    row(u"=CONVERT([Amount], \"USD\", \"AUD\", [Close])", false);
    row(u"=LOOKUP(\"Regions\", [Name])", false);
    row(u"=LOOKUP(\"Regions\", [Name], , \"none\")", true);
    row(u"=IFNA(LOOKUP(\"Regions\", [Name]), \"none\")", true);
    row(u"=IFNA([Amount] / [Terms], 0)", false);
    row(u"=IFERROR([Amount] / [Terms], 0)", true);
    row(u"=IFS([Won], 1)", false);
    row(u"=IFS([Won], 1, TRUE, 2)", true);
    row(u"=SWITCH([Name], \"a\", 1, 0)", true);
    row(u"=TEXT([Close], \"d mmmm yyyy\")", true);
    row(u"=TEXT([Terms], \"0.00\")", true);
    row(u"=DATE(YEAR([Close]) + 1, 1, 1)", true);
    row(u"=DATE([Amount], 1, 1)", false);
    row(u"=REGEXREPLACE([Name], \"[0-9]+\", \"\")", true);
}

QTEST_GUILESS_MAIN(TestFormulaCheck)
#include "testformulacheck.moc"
