#include "formula/parser.h"
#include "formula/print.h"

#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;

/// Reading and writing formulas: positions, refusals, the round trip.
class TestFormulaParser : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void printsCanonically_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("printed");
        QTest::newRow("number") << u"=1"_s << u"=1"_s;
        QTest::newRow("without equals sign") << u"[Name]"_s << u"=[Name]"_s;
        QTest::newRow("blanks") << u"= 1+2 *[A.B] "_s << u"=1 + 2 * [A.B]"_s;
        QTest::newRow("own parentheses stay") << u"=(1+2)*(3)"_s << u"=(1 + 2) * (3)"_s;
        QTest::newRow("functions are upper case")
            << u"=if(true,\"a\",false)"_s << u"=IF(TRUE, \"a\", FALSE)"_s;
        QTest::newRow("quotes") << u"=\"say \"\"hi\"\"\""_s << u"=\"say \"\"hi\"\"\""_s;
        QTest::newRow("empty argument")
            << u"=LOOKUP(\"t\",[k],,\"x\")"_s << u"=LOOKUP(\"t\", [k], , \"x\")"_s;
        QTest::newRow("percent") << u"=5%%"_s << u"=5%%"_s;
        QTest::newRow("signs") << u"=-+-2"_s << u"=-+-2"_s;
        QTest::newRow("outer") << u"=[..Account.Name]&[..#]&[#]&[.]&[..]"_s
                               << u"=[..Account.Name] & [..#] & [#] & [.] & [..]"_s;
        QTest::newRow("escaped names") << u"=[a'.b.c'']"_s << u"=[a'.b.c'']"_s;
        QTest::newRow("apostrophe alone") << u"=[O'Brien]"_s << u"=[O''Brien]"_s;
        QTest::newRow("errors") << u"=#n/a"_s << u"=#N/A"_s;
        QTest::newRow("comparison") << u"=1<=2<>3>=4"_s << u"=1 <= 2 <> 3 >= 4"_s;
        QTest::newRow("true as a function") << u"=TRUE()"_s << u"=TRUE"_s;
        QTest::newRow("number forms") << u"=.5+1.+2e2"_s << u"=0.5 + 1 + 200"_s;
    }

    void printsCanonically()
    {
        QFETCH(QString, source);
        QFETCH(QString, printed);
        const auto ast = parse(source);
        QVERIFY2(ast.has_value(), qPrintable(ast ? QString() : ast.error().code));
        QCOMPARE(print(*ast), printed);
        const auto again = parse(print(*ast));
        QVERIFY(again.has_value());
        QVERIFY(again->sameAs(*ast));
        QCOMPARE(print(*again), printed);
    }

    void parenthesesThatTheTreeNeedsAreWritten()
    {
        // The trees are built by hand: the author's parentheses are not there to help.
        const auto number = [](int value) {
            Node node;
            node.kind = NodeKind::Number;
            node.number = Decimal(value);
            return node;
        };
        Ast ast(QString{});
        const int one = ast.add(number(1));
        const int two = ast.add(number(2));
        Node difference;
        difference.kind = NodeKind::Binary;
        difference.op = BinaryOp::Subtract;
        difference.children = {one, two};
        const int inner = ast.add(difference);
        const int three = ast.add(number(3));
        difference.children = {three, inner};
        ast.add(difference);
        QCOMPARE(print(ast), u"=3 - (1 - 2)"_s);
        Node negation;
        negation.kind = NodeKind::Negate;
        negation.children = {ast.root()};
        ast.add(negation);
        QCOMPARE(print(ast), u"=-(3 - (1 - 2))"_s);
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("start");
        QTest::addColumn<QString>("fact");
        QTest::newRow("nothing") << u"="_s << u"formula.empty"_s << 1 << QString();
        QTest::newRow("blanks only") << u"  "_s << u"formula.empty"_s << 2 << QString();
        QTest::newRow("missing operand") << u"=1+"_s << u"formula.expected"_s << 3 << u"value"_s;
        QTest::newRow("two values") << u"=1 2"_s << u"formula.expected"_s << 3 << u"operator"_s;
        QTest::newRow("open call") << u"=SUM(1"_s << u"formula.expected"_s << 6 << u")"_s;
        QTest::newRow("open parenthesis") << u"=(1"_s << u"formula.expected"_s << 3 << u")"_s;
        QTest::newRow("stray parenthesis") << u"=1)"_s << u"formula.expected"_s << 2 << u"operator"_s;
        QTest::newRow("open text") << u"=\"abc"_s << u"formula.unclosed-text"_s << 1 << QString();
        QTest::newRow("open field") << u"=[abc"_s << u"formula.unclosed-field"_s << 1 << QString();
        QTest::newRow("empty field") << u"=[]"_s << u"formula.bad-field"_s << 1 << u"[]"_s;
        QTest::newRow("half field") << u"=[A.]"_s << u"formula.bad-field"_s << 1 << u"[A.]"_s;
        QTest::newRow("letter in number") << u"=12ab"_s << u"formula.bad-number"_s << 1 << u"12"_s;
        QTest::newRow("foreign sign") << u"=1 § 2"_s << u"formula.bad-character"_s << 3 << u"§"_s;
        QTest::newRow("surrogate pair") << u"=1 + 😀"_s << u"formula.bad-character"_s << 5 << u"😀"_s;
        QTest::newRow("semicolon") << u"=SUM(1;2)"_s << u"formula.bad-character"_s << 6 << u";"_s;
    }

    void refusesWithThePlace()
    {
        QFETCH(QString, source);
        QFETCH(QString, code);
        QFETCH(int, start);
        QFETCH(QString, fact);
        const auto ast = parse(source);
        QVERIFY(!ast.has_value());
        QCOMPARE(ast.error().code, code);
        QCOMPARE(ast.error().at.start, start);
        if (!fact.isEmpty()) QCOMPARE(ast.error().facts.last(), fact);
        QCOMPARE(toError(ast.error(), source).kind, ErrorKind::BadConfig);
    }

    void findsSeveralMistakesOfOneText_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("found"); // code at start, code at start
        QTest::newRow("none") << u"=1+2"_s << QString();
        QTest::newRow("two signs") << u"=1 § 2 + ☃"_s << u"bad-character 3, bad-character 9"_s;
        QTest::newRow("a foreign separator is one mistake")
            << u"=SUM(1;2;3)"_s << u"bad-character 6, bad-character 8"_s;
        QTest::newRow("missing operator and value")
            << u"=1 2 * + (3 4"_s << u"expected 3, expected 12, expected 13"_s;
        QTest::newRow("missing value between") << u"=1 * / 2 + )"_s << u"expected 5, expected 11"_s;
        QTest::newRow("inside of calls")
            << u"=IF(12a, ROUND([B, 2), [])"_s << u"bad-number 4, unclosed-field 15, bad-field 23"_s;
        QTest::newRow("behind surrogate pairs")
            << u"=😀 + \"😀\" 5 [x"_s << u"bad-character 1, expected 11, unclosed-field 13"_s;
        QTest::newRow("stray parentheses") << u"=1)) + 2"_s << u"expected 2, expected 3"_s;
        QTest::newRow("too deep ends it")
            << u"=§ + "_s + QString(100, u'(') << u"bad-character 1, too-deep 69"_s;
    }

    void findsSeveralMistakesOfOneText()
    {
        QFETCH(QString, source);
        QFETCH(QString, found);
        QStringList all;
        for (const Finding& finding : readThrough(source).findings)
            all.append(u"%1 %2"_s.arg(finding.code.section(u'.', 1)).arg(finding.at.start));
        QCOMPARE(all.join(u", "_s), found);
    }

    void whatIsLeftOfABrokenTextCanBeChecked()
    {
        const Reading reading = readThrough(u"=ROUND([Amount], ) + [Name § & FOO(1 2)"_s);
        QVERIFY(reading.findings.size() >= 2);
        QStringList fields;
        for (const FieldPath& path : reading.ast.references())
            fields.append(path.dotted());
        QCOMPARE(fields, QStringList{u"Amount"_s});
        const Node& last = reading.ast.node(reading.ast.root());
        QCOMPARE(last.kind, NodeKind::Binary);
    }

    void findingsAreBounded()
    {
        QCOMPARE(readThrough(u'=' + QString(u"§ + "_s).repeated(500)).findings.size(), kMaxFindings);
    }

    void lengthAndDepthAreBounded()
    {
        const QString atLimit = u"=\""_s + QString(kMaxFormulaLength - 3, u'x') + u'"';
        QVERIFY(parse(atLimit).has_value());
        QCOMPARE(parse(atLimit + u' ').error().code, u"formula.too-long"_s);
        const auto nested = [](int depth) { return QString(depth, u'(') + u'1' + QString(depth, u')'); };
        QVERIFY(parse(nested(kMaxFormulaDepth)).has_value());
        QCOMPARE(parse(nested(kMaxFormulaDepth + 1)).error().code, u"formula.too-deep"_s);
        QCOMPARE(parse(QString(500, u'-') + u'1').error().code, u"formula.too-deep"_s);
        QStringList many;
        for (int i = 0; i <= kMaxArguments; ++i)
            many.append(u"1"_s);
        QCOMPARE(parse(u"=SUM("_s + many.join(u',') + u')').error().code, u"formula.too-many-arguments"_s);
    }

    void longChainsAreNotDeep()
    {
        const QString chain = QString(u"1+"_s).repeated(4000) + u'1';
        const auto ast = parse(chain);
        QVERIFY(ast.has_value());
        QVERIFY(parse(u'1' + QString(5000, u'%')).has_value());
        QCOMPARE(int(ast->nodes().size()), 8001);
    }

    void nodesKnowTheirPlaces()
    {
        const auto ast = parse(u"=ROUND([Amount] * 2, 2)"_s);
        QVERIFY(ast.has_value());
        const Node& call = ast->node(ast->root());
        QCOMPARE(call.at, (Span{1, 22}));
        QCOMPARE(call.nameAt, (Span{1, 5}));
        QCOMPARE(ast->node(call.children[0]).at, (Span{7, 12}));
        QCOMPARE(ast->node(call.children[1]).at, (Span{21, 1}));
        QCOMPARE(ast->references().size(), 1);
        QCOMPARE(ast->references().first().dotted(), u"Amount"_s);
    }

    void readersWriteTheirOwnSigns()
    {
        const Notation german{u',', u';'};
        const auto ast = parse(u"=RUNDEN(1,5;0) + SUM(1;2)"_s, german);
        QVERIFY(ast.has_value());
        QCOMPARE(print(*ast), u"=RUNDEN(1.5, 0) + SUM(1, 2)"_s);
        PrintStyle style;
        style.notation = german;
        style.label = [](const FieldPath& path) { return u"Deal › "_s + path.dotted(); };
        const auto labelled = parse(u"=[Amount] * 1.5"_s);
        QCOMPARE(print(*labelled, style), u"=[Deal › Amount] * 1,5"_s);
    }

    void namesTablesAndFlowsThatItAsksFor()
    {
        const auto ast = parse(u"=IF(TRUE, LOOKUP(\"T\", [k]), lookup(\"U\", LINKED(\"f\", [k])))"_s);
        QCOMPARE(ast->firstArguments(u"LOOKUP"), (QStringList{u"T"_s, u"U"_s}));
        QCOMPARE(ast->firstArguments(u"LINKED"), QStringList{u"f"_s});
    }
};

QTEST_GUILESS_MAIN(TestFormulaParser)
#include "testformulaparser.moc"
