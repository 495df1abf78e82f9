#include "formula/arithmetic.h"
#include "formula/display.h"
#include "formula/print.h"
#include "unit/formula/formulaprobe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 2'000;

/// Makes formulas of every kind of node, the same ones at every run.
class FormulaMaker final
{
  public:
    explicit FormulaMaker(quint32 seed)
        : m_random(seed)
    {
    }

    Ast make()
    {
        Ast ast(QString{});
        node(ast, 4);
        return ast;
    }

    Decimal number()
    {
        const qint64 coefficient = qint64(m_random.generate64() >> (1 + m_random.bounded(62)));
        return Decimal::fromScaled(coefficient, m_random.bounded(12));
    }

    int upTo(int most) { return m_random.bounded(most + 1); }

  private:
    int leaf(Ast& ast)
    {
        Node made;
        switch (m_random.bounded(7)) {
        case 0:
            made.kind = NodeKind::Text;
            made.text = m_texts[m_random.bounded(int(m_texts.size()))];
            break;
        case 1:
            made.kind = NodeKind::Boolean;
            made.truth = m_random.bounded(2) == 1;
            break;
        case 2:
            made.kind = NodeKind::ErrorLiteral;
            made.error = FaultKind(m_random.bounded(6));
            break;
        case 3:
        case 4:
            made.kind = NodeKind::Reference;
            made.path = path();
            break;
        default:
            made.kind = NodeKind::Number;
            made.number = number();
        }
        return ast.add(made);
    }

    FieldPath path()
    {
        FieldPath made;
        made.up = m_random.bounded(3);
        made.what = FieldPath::What(m_random.bounded(4) == 0 ? m_random.bounded(3) : 0);
        const int names = made.what == FieldPath::What::Field ? 1 + m_random.bounded(3) : 0;
        for (int i = 0; i < names; ++i)
            made.names.append(m_names[m_random.bounded(int(m_names.size()))]);
        return made;
    }

    int node(Ast& ast, int depth)
    {
        if (depth == 0 || m_random.bounded(4) == 0) return leaf(ast);
        Node made;
        const int kind = m_random.bounded(6);
        if (kind < 3) {
            made.kind = NodeKind::Binary;
            made.op = BinaryOp(m_random.bounded(12));
            made.children = {node(ast, depth - 1), 0};
            made.children[1] = node(ast, depth - 1);
        } else if (kind < 5) {
            made.kind = kind == 3             ? NodeKind::Negate
                        : m_random.bounded(2) ? NodeKind::Plus
                                              : NodeKind::Percent;
            made.children = {node(ast, depth - 1)};
        } else {
            made.kind = NodeKind::Call;
            made.text = m_functions[m_random.bounded(int(m_functions.size()))];
            for (int i = m_random.bounded(4); i > 0; --i) {
                const bool missing = i > 1 && m_random.bounded(6) == 0;
                made.children.push_back(missing ? ast.add(Node{}) : node(ast, depth - 1));
            }
        }
        return ast.add(made);
    }

    QRandomGenerator m_random;
    const QStringList m_texts{u""_s, u"a"_s, u"say \"hi\""_s, u"1,5; [x] 😀"_s, u"\n\t'"_s};
    const QStringList m_names{u"Amount"_s, u"Bill.To"_s, u"a[b]#'"_s, u"Łódź 😀"_s,
                              u"x › y"_s,  u"."_s,       u"#"_s};
    const QStringList m_functions{u"SUM"_s, u"ROUND.EVEN"_s, u"NOSUCH"_s, u"IF"_s};
};

model::Field field(const QString& name, const QString& label)
{
    model::Field made;
    made.name = name;
    made.label = label;
    return made;
}

QString quotedDate(Date date)
{
    return u"DATE(%1,%2,%3)"_s.arg(date.year()).arg(date.month()).arg(date.day());
}

} // namespace

/// What holds of every formula, number and date: tried on many made ones, the same at every run.
class TestFormulaProperties : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void printedFormulasReadBackAsThemselves()
    {
        FormulaMaker maker(1);
        for (int round = 0; round < kRounds; ++round) {
            const Ast ast = maker.make();
            const QString printed = print(ast);
            const auto again = parse(printed);
            QVERIFY2(again, qPrintable(printed + u' ' + (again ? QString() : again.error().code)));
            QCOMPARE(print(*again), printed);
            QCOMPARE(again->nodes().size(), ast.nodes().size());
            QVERIFY2(again->sameAs(ast), qPrintable(printed));
        }
    }

    void displayedFormulasMeanTheSame()
    {
        const QList<model::Field> fields{field(u"Amount"_s, u"Total › [net]"_s),
                                         field(u"Bill.To"_s, u"Amount"_s), field(u"Łódź 😀"_s, u"Amount"_s),
                                         field(u"#"_s, u"..x'"_s)};
        const CheckScope outer{&fields, nullptr};
        FormulaMaker maker(2);
        for (int round = 0; round < kRounds; ++round) {
            const QString stored = print(maker.make());
            for (const QChar point : {u'.', u','}) {
                const DisplayStyle style{notationFor(point), {&fields, &outer}};
                const Translation shown = toDisplay(stored, style);
                const Translation back = toStored(shown.text(), style);
                QCOMPARE(back.text(), stored);
                for (int at = 0; at <= stored.size(); ++at) {
                    const qint32 there = shown.forward(at);
                    QVERIFY(there >= 0 && there <= shown.text().size());
                    QVERIFY(at == 0 || there >= shown.forward(at - 1));
                }
            }
        }
    }

    void roundingStaysWithinHalfAUnit()
    {
        FormulaMaker maker(3);
        for (int round = 0; round < kRounds; ++round) {
            const Decimal value = maker.upTo(1) ? maker.number() : maker.number().negated();
            const int places = maker.upTo(8) - 2;
            const Decimal half = places >= 0 ? Decimal::fromScaled(5, places + 1)
                                             : *power(Decimal(10), Decimal(-places))->dividedBy(Decimal(2));
            const Decimal nearest = roundedTo(value, places, Rounding::HalfAwayFromZero);
            QVERIFY(nearest.minus(value)->abs() <= half);
            const Decimal down = roundedTo(value, places, Rounding::Down);
            const Decimal up = roundedTo(value, places, Rounding::Up);
            QVERIFY(down.abs() <= value.abs() && value.abs() <= up.abs());
            QVERIFY(nearest == down || nearest == up);
            QVERIFY(roundedTo(nearest, places, Rounding::HalfAwayFromZero) == nearest);
            QVERIFY(roundedTo(value.negated(), places, Rounding::HalfAwayFromZero) == nearest.negated());
        }
    }

    void quotientAndRemainderMakeTheNumberAgain()
    {
        FormulaMaker maker(4);
        for (int round = 0; round < kRounds; ++round) {
            const QString value = Decimal(maker.upTo(2'000'000) - 1'000'000).toString();
            const QString divisor = Decimal::fromScaled(maker.upTo(5'000) + 1, maker.upTo(3)).toString();
            const QString sum = u"=INT(%1/%2)*%2+MOD(%1,%2)=%1"_s.arg(value, divisor);
            QVERIFY2(probe(sum).text == u"TRUE"_s, qPrintable(sum + u' ' + probe(sum).text));
        }
    }

    void datesGoThereAndBack()
    {
        FormulaMaker maker(5);
        const Date first(1900, 3, 1);
        for (int round = 0; round < kRounds; ++round) {
            const Date date = first.addDays(maker.upTo(70'000));
            const int days = maker.upTo(4'000) - 2'000;
            const QString written = quotedDate(date);
            QCOMPARE(probe(u"=%1+%2-%2"_s.arg(written).arg(days)).text, formatDate(date));
            QCOMPARE(probe(u"=DATE(YEAR(%1),MONTH(%1),DAY(%1))"_s.arg(written)).text, formatDate(date));
            QCOMPARE(probe(u"=DATEVALUE(TEXT(%1,\"yyyy-mm-dd\"))"_s.arg(written)).text, formatDate(date));
            QCOMPARE(probe(u"=(%1+%2)-%1"_s.arg(written).arg(days)).text, QString::number(days));
            QCOMPARE(probe(u"=MONTH(EOMONTH(%1,0)+1)=MONTH(EDATE(%1,1))"_s.arg(written)).text, u"TRUE"_s);
        }
    }

    void workdaysAreCountedAsTheyAreReached()
    {
        FormulaMaker maker(6);
        const Date first(2020, 1, 1);
        for (int round = 0; round < kRounds; ++round) {
            const QString start = quotedDate(first.addDays(maker.upTo(3'000)));
            const int days = 1 + maker.upTo(300);
            const int weekend = 1 + maker.upTo(6);
            QCOMPARE(probe(u"=NETWORKDAYS.INTL(%1+1,WORKDAY.INTL(%1,%2,%3),%3)"_s.arg(start).arg(days).arg(
                               weekend))
                         .text,
                     QString::number(days));
        }
    }
};

QTEST_GUILESS_MAIN(TestFormulaProperties)
#include "testformulaproperties.moc"
