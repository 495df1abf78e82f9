#include "formula/display.h"
#include "formula/highlight.h"
#include "formula/parser.h"
#include "formula/print.h"
#include "unit/formula/formulafields.h"

#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

/// Labels as real systems have them: doubled, with dots, brackets, arrows and apostrophes.
const QList<Field>& dealFields()
{
    static const QList<Field> kFields{
        field(u"Account", u"Account",
              {field(u"BillingCountry", u"Billing country"), field(u"No__c", u"Acct. No."),
               field(u"Terms__c", u"Terms"), field(u"Terms", u"Days")}),
        field(u"Amount", u"Amount"),
        field(u"Amount__c", u"Amount"),
        field(u"CloseDate", u"Close date"),
        field(u"Odd__c", u"Rate [net] › 'a'"),
        field(u"Owner__c", u"Customer's"),
        field(u"Hash__c", u"#"),
        field(u"Dots__c", u"..more"),
        field(u"Plain", u""),
        field(u"a.b", u"")};
    return kFields;
}

DisplayStyle germanStyle()
{
    return {notationFor(u','), {&dealFields(), nullptr}};
}

} // namespace

/// Stored and displayed form of one formula, the cursor in both, and the pieces for colouring.
class TestFormulaDisplay : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void bothFormsSayTheSame_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("displayed");
        QTest::newRow("label") << u"=[CloseDate]"_s << u"=[Close date]"_s;
        QTest::newRow("through a record")
            << u"=[Account.BillingCountry]"_s << u"=[Account › Billing country]"_s;
        QTest::newRow("a label with dots") << u"=[Account.No__c]"_s << u"=[Account › Acct. No.]"_s;
        QTest::newRow("a label twice")
            << u"=[Amount]+[Amount__c]"_s << u"=[Amount (Amount)]+[Amount (Amount__c)]"_s;
        QTest::newRow("a label that is another's name")
            << u"=[Account.Terms__c]&[Account.Terms]"_s
            << u"=[Account › Terms (Terms__c)]&[Account › Days]"_s;
        QTest::newRow("signs in a label") << u"=[Odd__c]"_s << u"=[Rate '[net'] '› 'a'']"_s;
        QTest::newRow("apostrophe") << u"=[Owner__c]"_s << u"=[Customer's]"_s;
        QTest::newRow("label is a sign") << u"=[Hash__c]&[#]"_s << u"=['#]&[#]"_s;
        QTest::newRow("label begins with dots") << u"=[Dots__c]"_s << u"=['..more]"_s;
        QTest::newRow("no label") << u"=[Plain]"_s << u"=[Plain]"_s;
        QTest::newRow("unknown field") << u"=[Gone.Away]"_s << u"=[Gone › Away]"_s;
        QTest::newRow("numbers and separators")
            << u"=ROUND([Amount]*1.5, 2)"_s << u"=ROUND([Amount (Amount)]*1,5; 2)"_s;
        QTest::newRow("texts stay") << u"=\"1.5, [Amount]\""_s << u"=\"1.5, [Amount]\""_s;
        QTest::newRow("blanks stay") << u"=  SUM( 1 ,2 )  "_s << u"=  SUM( 1 ;2 )  "_s;
        QTest::newRow("half written") << u"=IF([CloseDate] > , 1.5"_s << u"=IF([Close date] > ; 1,5"_s;
        QTest::newRow("open field") << u"=ROUND([Clo"_s << u"=ROUND([Clo"_s;
    }

    void bothFormsSayTheSame()
    {
        QFETCH(QString, stored);
        QFETCH(QString, displayed);
        QCOMPARE(toDisplay(stored, germanStyle()).text(), displayed);
        QCOMPARE(toStored(displayed, germanStyle()).text(), stored);
    }

    void everyFieldComesBackFromItsName()
    {
        const CheckScope scope{&dealFields(), nullptr};
        for (const Field& outer : dealFields()) {
            QList<FieldPath> paths{{FieldPath::What::Field, 0, {outer.name}}};
            for (const Field& inner : outer.fields)
                paths.append({FieldPath::What::Field, 0, {outer.name, inner.name}});
            for (const FieldPath& path : std::as_const(paths)) {
                const auto back = resolveDisplayedPath(displayedPath(path, scope), scope);
                QVERIFY(back);
                QCOMPARE(back->path.names, path.names);
                QCOMPARE(back->unknown, -1);
            }
        }
    }

    void apiNamesAndOtherCaseAreUnderstood_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("stored");
        QTest::newRow("API name") << u"[CloseDate]"_s << u"CloseDate"_s;
        QTest::newRow("API path") << u"[Account.BillingCountry]"_s << u"Account.BillingCountry"_s;
        QTest::newRow("case") << u"[close DATE]"_s << u"CloseDate"_s;
        QTest::newRow("mixed") << u"[account › BillingCountry]"_s << u"Account.BillingCountry"_s;
        QTest::newRow("blanks") << u"[ Account›  Billing   country ]"_s << u"Account.BillingCountry"_s;
        QTest::newRow("the API name wins over a doubled label") << u"[Amount]"_s << u"Amount"_s;
    }

    void apiNamesAndOtherCaseAreUnderstood()
    {
        QFETCH(QString, written);
        QFETCH(QString, stored);
        QCOMPARE(toStored(u'=' + written, germanStyle()).text(), u"=["_s + stored + u']');
    }

    void unknownNamesAreReportedWithTheNearestLabel()
    {
        const Translation stored = toStored(u"=1 + [Account › Biling country]"_s, germanStyle());
        QCOMPARE(stored.findings().size(), 1);
        QCOMPARE(stored.findings().first().code, u"formula.unknown-field"_s);
        QCOMPARE(stored.findings().first().at, (Span{5, 26}));
        QCOMPARE(stored.findings().first().facts, (QStringList{u"Biling country"_s, u"Billing country"_s}));
        QCOMPARE(stored.text(), u"=1 + [Account.Biling country]"_s);
    }

    void cursorsAndPlacesAreTranslated()
    {
        const Translation shown = toDisplay(u"=[CloseDate]+[Account.No__c]*2"_s, germanStyle());
        QCOMPARE(shown.text(), u"=[Close date]+[Account › Acct. No.]*2"_s);
        QCOMPARE(shown.forward(12), 13); // behind the first field
        QCOMPARE(shown.forward(Span{13, 15}), (Span{14, 21}));
        QCOMPARE(shown.back(Span{14, 21}), (Span{13, 15}));
        QCOMPARE(shown.forward(30), 37);
        QCOMPARE(shown.back(37), 30);
        for (qint32 at = 0; at <= 30; ++at) {
            QVERIFY(shown.forward(at) >= 0 && shown.forward(at) <= 37);
            if (at > 0) QVERIFY(shown.forward(at) >= shown.forward(at - 1));
        }
    }

    void outerScopesHaveTheirOwnLabels()
    {
        const QList<Field> lines{field(u"Quantity", u"How many")};
        const CheckScope outer{&dealFields(), nullptr};
        const DisplayStyle style{notationFor(u'.'), {&lines, &outer}};
        const QString stored = u"=[Quantity] & [..Account.No__c] & [..#] & [..]"_s;
        const Translation shown = toDisplay(stored, style);
        QCOMPARE(shown.text(), u"=[How many] & [..Account › Acct. No.] & [..#] & [..]"_s);
        QCOMPARE(toStored(shown.text(), style).text(), stored);
    }

    void piecesAreToldApart()
    {
        const QString text = u"=IF([A]>=1.5,\"x\"&#N/A,FOO(TRUE)) 😀 \"open"_s;
        QList<PieceKind> kinds;
        qint32 end = 0;
        for (const Piece& piece : highlight(text)) {
            kinds.append(piece.kind);
            QVERIFY(piece.at.start >= end);
            end = piece.at.end();
        }
        const QList<PieceKind> expected{PieceKind::Operator,    PieceKind::Function,  PieceKind::Parenthesis,
                                        PieceKind::Field,       PieceKind::Operator,  PieceKind::Number,
                                        PieceKind::Separator,   PieceKind::Text,      PieceKind::Operator,
                                        PieceKind::ErrorValue,  PieceKind::Separator, PieceKind::UnknownWord,
                                        PieceKind::Parenthesis, PieceKind::Truth,     PieceKind::Parenthesis,
                                        PieceKind::Parenthesis, PieceKind::Broken,    PieceKind::Broken};
        QCOMPARE(kinds, expected);
        QCOMPARE(highlight(text)[12].depth, 1);
        QCOMPARE(end, qint32(text.size()));
    }

    void parenthesesFindTheirPartners()
    {
        const QString text = u"=(1+SUM(2))"_s;
        QCOMPARE(parenthesesAt(text, 11)->partner, (Span{1, 1}));
        QCOMPARE(parenthesesAt(text, 8)->partner, (Span{9, 1}));
        QVERIFY(!parenthesesAt(text, 3));
        QVERIFY(!parenthesesAt(u"=(1"_s, 2));
    }
};

QTEST_GUILESS_MAIN(TestFormulaDisplay)
#include "testformuladisplay.moc"
