#include "formula/completion.h"
#include "formula/display.h"
#include "formula/parser.h"
#include "unit/formula/formulafields.h"

#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

const QList<Field>& dealFields()
{
    static const QList<Field> kFields{
        field(u"Account", u"Account",
              {field(u"BillingCountry", u"Billing country"), field(u"Name", u"Account name")}),
        field(u"Amount", u"Amount", {}, FieldType::Money),
        field(u"CloseDate", u"Close date", {}, FieldType::Date), field(u"Rounding__c", u"Rounding")};
    return kFields;
}

CompletionWorld world(Notation notation = {})
{
    CompletionWorld made;
    made.notation = notation;
    made.scope = {&dealFields(), nullptr};
    made.tables = {u"Region to tax rate"_s, u"Terms"_s};
    made.columns.insert(u"Terms"_s, {u"Days"_s});
    made.keys.insert(u"Terms"_s, {u"NET30"_s, u"COD"_s});
    made.flows = {{u"accounts-to-contacts"_s, u"Accounts to contacts"_s}};
    made.settings = {{u"BaseCurrency"_s, {}}};
    return made;
}

/// The text with the cursor at "|".
Completion completed(QString marked, const CompletionWorld& world)
{
    const qsizetype cursor = marked.indexOf(u'|');
    return completeAt(marked.remove(cursor, 1), qint32(cursor), world);
}

/// What the text becomes when the best candidate is taken, cursor at "|".
QString taken(QString marked, const CompletionWorld& world)
{
    const Completion completion = completed(marked, world);
    QString text = marked.remove(u'|');
    if (completion.candidates.isEmpty()) return {};
    const Candidate& best = completion.candidates.first();
    text.replace(completion.replace.start, completion.replace.length, best.insert);
    return text.insert(completion.replace.start + best.cursor, u'|');
}

} // namespace

/// Completion and signature help at a cursor, in whole and in broken formulas.
class TestFormulaCompletion : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void theBestCandidateIsTaken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("becomes");
        QTest::newRow("function") << u"=ROUNDD|"_s << u"=ROUNDDOWN(|"_s;
        QTest::newRow("function, parenthesis there") << u"=ROUNDD|(1, 2)"_s << u"=ROUNDDOWN|(1, 2)"_s;
        QTest::newRow("inside of a word") << u"=SUBS|TIT(1)"_s << u"=SUBSTITUTE|(1)"_s;
        QTest::newRow("field as a word") << u"=clo|"_s << u"=[CloseDate]|"_s;
        QTest::newRow("field by its label's second word")
            << u"=country|"_s << u"=[Account.BillingCountry]|"_s;
        QTest::newRow("open field") << u"=ROUND([amo|, 2)"_s << u"=ROUND([Amount]|, 2)"_s;
        QTest::newRow("closed field") << u"=ROUND([amo|], 2)"_s << u"=ROUND([Amount]|, 2)"_s;
        QTest::newRow("through a record") << u"=[Account.bil|"_s << u"=[Account.BillingCountry]|"_s;
        QTest::newRow("table") << u"=LOOKUP(\"reg|"_s << u"=LOOKUP(\"Region to tax rate\"|"_s;
        QTest::newRow("table, closed")
            << u"=LOOKUP(\"reg|\", [k])"_s << u"=LOOKUP(\"Region to tax rate\"|, [k])"_s;
        QTest::newRow("table without quotes") << u"=LOOKUP(|"_s << u"=LOOKUP(\"Region to tax rate\"|"_s;
        QTest::newRow("column") << u"=LOOKUP(\"Terms\", [k], \"|"_s << u"=LOOKUP(\"Terms\", [k], \"Days\"|"_s;
        QTest::newRow("key") << u"=LOOKUP(\"Terms\", \"n|\")"_s << u"=LOOKUP(\"Terms\", \"NET30\"|)"_s;
        QTest::newRow("flow by its label")
            << u"=LINKED(\"accounts t|\")"_s << u"=LINKED(\"accounts-to-contacts\"|)"_s;
        QTest::newRow("setting") << u"=ORG(\"base|"_s << u"=ORG(\"BaseCurrency\"|"_s;
        QTest::newRow("unit") << u"=DATEDIF(1, 2, \"ym|\")"_s << u"=DATEDIF(1, 2, \"YM\"|)"_s;
        QTest::newRow("misspelt function") << u"=RUOND|"_s << u"=ROUND(|"_s;
        QTest::newRow("misspelt field") << u"=[Clsoe|"_s << u"=[CloseDate]|"_s;
        QTest::newRow("behind something broken") << u"=§ + (( ROUNDU|"_s << u"=§ + (( ROUNDUP(|"_s;
        QTest::newRow("without equals sign") << u"amou|"_s << u"[Amount]|"_s;
        QTest::newRow("function without arguments") << u"=TODA|"_s << u"=TODAY()|"_s;
        QTest::newRow("truth") << u"=TRU|"_s << u"=TRUE|"_s;
    }

    void theBestCandidateIsTaken()
    {
        QFETCH(QString, text);
        QFETCH(QString, becomes);
        QCOMPARE(taken(text, world()), becomes);
    }

    void nothingIsOfferedWhereNothingFits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("inside of a number") << u"=12|"_s;
        QTest::newRow("behind a field") << u"=[Amount]|"_s;
        QTest::newRow("behind a value") << u"=[Amount] |"_s;
        QTest::newRow("in a text of its own") << u"=\"amo|unt\""_s;
        QTest::newRow("unknown letters") << u"=zzzzqq|"_s;
        QTest::newRow("unknown record") << u"=[Nothing.a|"_s;
    }

    void nothingIsOfferedWhereNothingFits()
    {
        QFETCH(QString, text);
        QVERIFY(completed(text, world()).candidates.isEmpty());
    }

    void labelsAreWrittenInTheReadersForm()
    {
        const CompletionWorld german = world(notationFor(u','));
        QCOMPARE(taken(u"=WENN([Account › bil|; 1,5)"_s, german),
                 u"=WENN([Account › Billing country]|; 1,5)"_s);
        QCOMPARE(taken(u"=clo|"_s, german), u"=[Close date]|"_s);
        const Candidate best = completed(u"=round|"_s, german).candidates.first();
        QCOMPARE(best.detail, u"ROUND(number; places)"_s);
    }

    void ranksPrefixBeforeWordStartBeforeInside()
    {
        QStringList labels;
        for (const Candidate& candidate : completed(u"=ou|"_s, world()).candidates)
            labels.append(candidate.label);
        QVERIFY(labels.indexOf(u"Amount"_s) >= 0);
        labels.clear();
        for (const Candidate& candidate : completed(u"=date|"_s, world()).candidates)
            labels.append(candidate.label);
        QVERIFY(labels.indexOf(u"DATE"_s) < labels.indexOf(u"DATEDIF"_s));
        QVERIFY(labels.indexOf(u"DATEDIF"_s) < labels.indexOf(u"Close date"_s));
        QVERIFY(labels.indexOf(u"Close date"_s) < labels.indexOf(u"EDATE"_s));
    }

    void candidatesTellWhatTheyAre()
    {
        const Completion completion = completed(u"=[billing|"_s, world());
        QCOMPARE(completion.typed, u"billing"_s);
        const Candidate best = completion.candidates.first();
        QCOMPARE(best.label, u"Account › Billing country"_s);
        QCOMPARE(best.detail, u"Account.BillingCountry"_s);
        QCOMPARE(best.label.mid(best.matched.start, best.matched.length), u"Billing"_s);
        QCOMPARE(best.type, FieldType::Text);
        QVERIFY(completed(u"=[acc|"_s, world()).candidates.first().hasParts);
    }

    void outerFieldsAreReached()
    {
        const QList<Field> lines{field(u"Quantity", u"Quantity")};
        const CheckScope outer{&dealFields(), nullptr};
        CompletionWorld inner = world();
        inner.scope = {&lines, &outer};
        QCOMPARE(taken(u"=clo|"_s, inner), u"=[..CloseDate]|"_s);
        QCOMPARE(taken(u"=[..clo|"_s, inner), u"=[..CloseDate]|"_s);
        QCOMPARE(taken(u"=[..Account.bil|"_s, inner), u"=[..Account.BillingCountry]|"_s);
        QVERIFY(!taken(u"=[#|"_s, inner).isEmpty());
    }

    void numberOfCandidatesIsBounded()
    {
        CompletionWorld few = world();
        few.most = 3;
        QCOMPARE(completed(u"=|"_s, few).candidates.size(), 3);
        few.most = -1;
        QVERIFY(completed(u"=|"_s, few).candidates.isEmpty());
    }

    void theRightOneOfTwentyThousandFieldsIsFound()
    {
        QList<Field> many;
        for (int i = 0; i < 20'000; ++i) {
            Field made;
            made.name = u"Field%1__c"_s.arg(i);
            made.label = u"Field %1"_s.arg(i);
            many.append(made);
        }
        CompletionWorld wide = world();
        wide.scope = {&many, nullptr};
        QCOMPARE(completed(u"=[field 1999|"_s, wide).candidates.first().label, u"Field 1999"_s);
    }

    void anyTextAndCursorIsTaken()
    {
        const QString text = u"=IF([Account › x, \"a\"\"b), #N/A, 😀 ROUND(1;, [..#]] ) \"öffnen"_s;
        for (Notation notation : {Notation{}, notationFor(u',')}) {
            for (qsizetype length = 0; length <= text.size(); ++length) {
                for (qint32 cursor = -1; cursor <= qint32(length) + 1; ++cursor) {
                    const Completion completion = completeAt(text.left(length), cursor, world(notation));
                    QVERIFY(completion.replace.start >= 0 && completion.replace.end() <= qint32(length));
                    static_cast<void>(signatureAt(text.left(length), cursor, notation));
                }
            }
        }
    }

    void signaturesKnowTheActiveParameter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("parameter");
        QTest::newRow("first") << u"=ROUND(|"_s << u"ROUND"_s << u"number"_s;
        QTest::newRow("second") << u"=ROUND(1, |)"_s << u"ROUND"_s << u"places"_s;
        QTest::newRow("too many") << u"=ROUND(1, 2, |"_s << u"ROUND"_s << QString();
        QTest::newRow("repeated") << u"=SUM(1, 2, 3, |"_s << u"SUM"_s << u"number"_s;
        QTest::newRow("pairs, test") << u"=SUMIFS(a, b, c, |"_s << u"SUMIFS"_s << u"list"_s;
        QTest::newRow("pairs, value") << u"=SUMIFS(a, b, c, d, |"_s << u"SUMIFS"_s << u"test"_s;
        QTest::newRow("optional") << u"=LOOKUP(\"t\", [k], |"_s << u"LOOKUP"_s << u"[column]"_s;
        QTest::newRow("inner call") << u"=IF(LEFT([a], |) = 1, 2)"_s << u"LEFT"_s << u"[count]"_s;
        QTest::newRow("behind inner call") << u"=IF(LEFT([a], 1) = 1, |"_s << u"IF"_s << u"then"_s;
        QTest::newRow("plain parentheses") << u"=ROUND((1 + |"_s << u"ROUND"_s << u"number"_s;
        QTest::newRow("separator inside of a text") << u"=LEFT(\"a,b|"_s << u"LEFT"_s << u"text"_s;
        QTest::newRow("unknown function") << u"=FOO(|"_s << QString() << QString();
        QTest::newRow("closed") << u"=ROUND(1, 2)|"_s << QString() << QString();
    }

    void signaturesKnowTheActiveParameter()
    {
        QFETCH(QString, text);
        QFETCH(QString, function);
        QFETCH(QString, parameter);
        const qsizetype cursor = text.indexOf(u'|');
        const SignatureHelp help = signatureAt(QString(text).remove(u'|'), qint32(cursor));
        QCOMPARE(help.function, function);
        const Span at = help.active >= 0 ? help.parameters[help.active] : Span{};
        QCOMPARE(help.signature.mid(at.start, at.length), parameter);
    }
};

QTEST_GUILESS_MAIN(TestFormulaCompletion)
#include "testformulacompletion.moc"
