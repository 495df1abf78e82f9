#include "engine/match/decisions.h"
#include "engine/match/matchkeys.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using engine::MatchResult;
using model::MatchRule;
using model::MatchStrength;
using model::Record;
using model::Value;

namespace {

Record contact(const QString& number, const QString& email, const QString& name, const QString& postalCode)
{
    static const auto kShape = std::make_shared<const model::Shape>(
        QStringList{u"ContactNumber"_s, u"EmailAddress"_s, u"Name"_s, u"Addresses"_s});
    static const auto kAddress =
        std::make_shared<const model::Shape>(QStringList{u"City"_s, u"PostalCode"_s});
    Record blank(kAddress), address(kAddress), made(kShape);
    address.set(1, Value(postalCode));
    const auto put = [&](int slot, const QString& text) {
        made.set(slot, text.isEmpty() ? Value() : Value(text));
    };
    put(0, number);
    put(1, email);
    put(2, name);
    made.set(3, Value(model::ValueList{Value(blank), Value(address)}));
    return made;
}

QList<MatchRule> rules()
{
    return {{{u"ContactNumber"_s}, u"exact"_s, MatchStrength::Strong},
            {{u"EmailAddress"_s}, u"email"_s, MatchStrength::Strong},
            {{u"Name"_s, u"Addresses.PostalCode"_s}, u"text"_s, MatchStrength::Strong},
            {{u"Name"_s}, u"text"_s, MatchStrength::Weak}};
}

store::TargetIndexRow row(const QString& id, const Record& record)
{
    store::TargetIndexRow made;
    made.id = id;
    made.title = record.value(u"Name").toPlainText();
    made.keys = engine::matchKeys(record, rules());
    return made;
}

QHash<QString, QList<store::TargetIndexRow>> indexOf(const QList<store::TargetIndexRow>& rows)
{
    QHash<QString, QList<store::TargetIndexRow>> index;
    for (const auto& each : rows)
        for (const auto& key : each.keys)
            if (!key.isEmpty()) index[key] += each;
    return index;
}

MatchResult decide(const Record& record, const QList<store::TargetIndexRow>& rows,
                   const QHash<QString, QString>& owners = {})
{
    return engine::decideMatch(engine::matchKeys(record, rules()), rules(), indexOf(rows), owners, u"me"_s);
}

} // namespace

class TestMatching : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void textIsComparedAsTheRuleSays_data();
    void textIsComparedAsTheRuleSays();
    void aRuleWithABlankFieldHasNoKey();
    void oneStrongHitLinks();
    void theFirstRuleThatHitsDecides();
    void aWeakHitAsks();
    void severalHitsAsk();
    void aTargetOfAnotherRecordAsks();
    void anUnusableTargetIsNoHit();
    void nothingMatchesNothing();
    void aPersonsWordDecides_data();
    void aPersonsWordDecides();
    void aCandidateIsNamedByWhatThePersonKnows();
};

void TestMatching::textIsComparedAsTheRuleSays_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("exact keeps case") << u"exact"_s << u" ABC "_s << u"ABC"_s;
    QTest::newRow("text ignores case and blanks") << u"text"_s << u"  Łódź   TEKSTYL "_s << u"łódź tekstyl"_s;
    QTest::newRow("text folds full width letters") << u"text"_s << u"ＡＢＣ"_s << u"abc"_s;
    QTest::newRow("email") << u"email"_s << u" Ann@Example.TEST "_s << u"ann@example.test"_s;
    QTest::newRow("domain of an address") << u"domain"_s << u"Ann@www.example.test"_s << u"example.test"_s;
    QTest::newRow("domain of a site")
        << u"domain"_s << u"https://www.Example.test/a/b"_s << u"example.test"_s;
    QTest::newRow("digits of a tax number") << u"digits"_s << u"ABN 51 824 753 556"_s << u"51824753556"_s;
}

void TestMatching::textIsComparedAsTheRuleSays()
{
    QFETCH(QString, how);
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(engine::normalised(Value(text), how), key);
}

void TestMatching::aRuleWithABlankFieldHasNoKey()
{
    const auto keys = engine::matchKeys(contact(u"001"_s, {}, u"Kiwi"_s, u"6011"_s), rules());
    QCOMPARE(keys.size(), 4);
    QVERIFY(!keys[0].isEmpty());
    QVERIFY(keys[1].isEmpty());
    QVERIFY(!keys[2].isEmpty());
}

void TestMatching::oneStrongHitLinks()
{
    const auto result = decide(contact(u"001"_s, u"A@b.test"_s, u"New name"_s, u"1"_s),
                               {row(u"x1"_s, contact({}, u"a@B.test"_s, u"Old name"_s, u"2"_s))});
    QCOMPARE(result.kind, MatchResult::Kind::One);
    QCOMPARE(result.row.id, u"x1"_s);
}

void TestMatching::theFirstRuleThatHitsDecides()
{
    const auto result = decide(contact(u"001"_s, u"a@b.test"_s, u"Kiwi"_s, u"1"_s),
                               {row(u"byMail"_s, contact({}, u"a@b.test"_s, u"Other"_s, u"9"_s)),
                                row(u"byNumber"_s, contact(u"001"_s, {}, u"Another"_s, u"8"_s))});
    QCOMPARE(result.kind, MatchResult::Kind::One);
    QCOMPARE(result.row.id, u"byNumber"_s);
}

void TestMatching::aWeakHitAsks()
{
    const auto result = decide(contact(u"001"_s, {}, u"KIWI exports"_s, u"1"_s),
                               {row(u"x1"_s, contact({}, {}, u"Kiwi Exports"_s, u"2"_s))});
    QCOMPARE(result.kind, MatchResult::Kind::Ask);
    QCOMPARE(result.why.code, u"match.weak"_s);
    QCOMPARE(result.why.kind, ErrorKind::Conflict);
    QCOMPARE(result.why.facts.first(), u"Kiwi Exports"_s);
    QCOMPARE(model::candidatesOf(result.why).size(), 1);
}

void TestMatching::severalHitsAsk()
{
    const auto result = decide(contact(u"001"_s, u"a@b.test"_s, u"Kiwi"_s, u"1"_s),
                               {row(u"x1"_s, contact({}, u"a@b.test"_s, u"One"_s, u"2"_s)),
                                row(u"x2"_s, contact({}, u"a@b.test"_s, u"Two"_s, u"3"_s))});
    QCOMPARE(result.kind, MatchResult::Kind::Ask);
    QCOMPARE(result.why.code, u"match.several"_s);
    QCOMPARE(model::candidatesOf(result.why).size(), 2);
    QCOMPARE(result.why.facts.mid(0, 2), (QStringList{u"One"_s, u"Two"_s}));
}

void TestMatching::aTargetOfAnotherRecordAsks()
{
    const auto target = row(u"x1"_s, contact({}, u"a@b.test"_s, u"One"_s, u"2"_s));
    const auto record = contact(u"001"_s, u"a@b.test"_s, u"Kiwi"_s, u"1"_s);
    QCOMPARE(decide(record, {target}, {{u"x1"_s, u"someone else"_s}}).why.code, u"match.taken"_s);
    QCOMPARE(decide(record, {target}, {{u"x1"_s, u"me"_s}}).kind, MatchResult::Kind::One);
}

void TestMatching::anUnusableTargetIsNoHit()
{
    auto archived = row(u"x1"_s, contact({}, u"a@b.test"_s, u"One"_s, u"2"_s));
    archived.usable = false;
    QCOMPARE(decide(contact(u"001"_s, u"a@b.test"_s, u"Kiwi"_s, u"1"_s), {archived}).kind,
             MatchResult::Kind::None);
}

void TestMatching::nothingMatchesNothing()
{
    QCOMPARE(decide(contact({}, {}, {}, {}), {row(u"x1"_s, contact({}, {}, {}, {}))}).kind,
             MatchResult::Kind::None);
}

/// "one" links to x1, "none" makes a new one, else the code that asks.
void TestMatching::aPersonsWordDecides_data()
{
    QTest::addColumn<bool>("asNew");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<QString>("expected");
    const QStringList both{u"x1"_s, u"x2"_s}, one{u"x1"_s}, none;
    QTest::newRow("it is this one") << false << both << true << QString() << true << u"one"_s;
    QTest::newRow("this one, archived meanwhile")
        << false << both << false << QString() << true << u"decision.gone"_s;
    QTest::newRow("this one, of another customer") << false << both << true << u"other"_s << true << u"one"_s;
    QTest::newRow("this one, written for another deal")
        << false << both << true << u"other"_s << false << u"decision.taken"_s;
    QTest::newRow("this one, ours already") << false << both << true << u"me"_s << false << u"one"_s;
    QTest::newRow("a new one") << true << both << true << QString() << true << u"none"_s;
    QTest::newRow("a new one, but there is a further one")
        << true << one << true << QString() << true << u"match.several"_s;
    QTest::newRow("a new one, nothing was shown")
        << true << none << true << QString() << true << u"match.several"_s;
}

void TestMatching::aPersonsWordDecides()
{
    QFETCH(bool, asNew);
    QFETCH(QStringList, offered);
    QFETCH(bool, usable);
    QFETCH(QString, owner);
    QFETCH(bool, shared);
    QFETCH(QString, expected);
    auto first = row(u"x1"_s, contact({}, u"a@b.test"_s, u"One"_s, u"2"_s));
    const auto second = row(u"x2"_s, contact({}, u"a@b.test"_s, u"Two"_s, u"3"_s));
    const auto asked = decide(contact(u"001"_s, u"a@b.test"_s, u"Kiwi"_s, u"1"_s), {first, second});
    QCOMPARE(asked.why.code, u"match.several"_s);
    first.usable = usable;
    model::Decision decision;
    decision.sourceId = u"me"_s;
    decision.kind = asNew ? model::Decision::Kind::MakeNew : model::Decision::Kind::UseCandidate;
    decision.targetId = asNew ? QString() : u"x1"_s;
    decision.offered = offered;
    engine::Decisions decisions(shared ? engine::Sharing::Allowed : engine::Sharing::Refused);
    engine::Decisions::Known known{{{u"me"_s, decision}}, {{u"x1"_s, first}}, {}};
    if (!owner.isEmpty()) known.owners.insert(u"x1"_s, owner);
    decisions.adopt(known);
    const auto result = decisions.applied(asked, u"me"_s);
    const QString got = result.kind == MatchResult::Kind::One    ? u"one"_s
                        : result.kind == MatchResult::Kind::None ? u"none"_s
                                                                 : result.why.code;
    QCOMPARE(got, expected);
    QCOMPARE(result.byPerson, result.kind != MatchResult::Kind::Ask);
    QCOMPARE(decisions.applied(asked, u"somebody else"_s).why.code, u"match.several"_s);
    if (result.kind == MatchResult::Kind::Ask) QCOMPARE(model::candidatesOf(result.why).size(), 2);
}

void TestMatching::aCandidateIsNamedByWhatThePersonKnows()
{
    auto known = row(u"x1"_s, contact(u"K-17"_s, u"Office@Kiwi.test"_s, u"Kiwi"_s, u"6000"_s));
    known.externalKey = u"K-17"_s;
    const model::Candidate expected{u"x1"_s, u"Kiwi"_s, u"office@kiwi.test"_s, u"K-17"_s, u"someone"_s};
    QCOMPARE(engine::candidateOf(known, rules(), u"someone"_s), expected);
    Error error;
    error.facts = {u"Kiwi"_s};
    error = model::withCandidates(error, {expected});
    QCOMPARE(model::candidatesOf(error), QList<model::Candidate>{expected});
    QCOMPARE(model::candidatesOf(model::withCandidates(error, {})).size(), 0);
    QVERIFY(model::isData(error.facts.last()) && !model::isData(error.facts.first()));
}

QTEST_GUILESS_MAIN(TestMatching)
#include "testmatching.moc"
