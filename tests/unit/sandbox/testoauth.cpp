#include "sandbox/oauth.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestOAuth : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void challengeIsSha256OfTheVerifier();
    void codeWorksOnce();
    void codeExpires();
    void refreshTokenStaysWithoutRotation();
    void rotatedTokenRevokesTheFamilyWhenReused();
    void previousTokenWorksWithinTheGrace();
    void accessEndsAfterItsLife();
    void useKeepsASlidingAccessAlive();
    void revokingEitherTokenEndsBoth();
    void refreshEndsWhenIdleTooLong();

  private:
    static Instant at(std::chrono::minutes minutes) { return Instant(std::chrono::hours(480'000)) + minutes; }
    static TokenRules rules(bool rotates)
    {
        TokenRules all;
        all.accessLife = 30min;
        all.refreshLife = 24h;
        all.rotates = rotates;
        all.reuseRevokes = true;
        return all;
    }
    SeededRandom m_random{5};
};

void TestOAuth::challengeIsSha256OfTheVerifier()
{
    // The example of RFC 7636, appendix B.
    const QString verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
    QVERIFY(challengeMatches(u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", verifier));
    QVERIFY(!challengeMatches(u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN", verifier));
    QVERIFY(!challengeMatches(u"", u""));
}

void TestOAuth::codeWorksOnce()
{
    AuthorizationCodes codes(5min);
    const QString code = codes.issue({u"app"_s, {}, u"api"_s, {}, u"who"_s}, at(0min), m_random);
    const auto first = codes.redeem(code, at(1min));
    QVERIFY(first.has_value());
    QCOMPARE(first->subject, u"who"_s);
    const auto second = codes.redeem(code, at(1min));
    QVERIFY(!second.has_value());
    QCOMPARE(second.error(), AuthorizationCodes::Fault::Unknown);
}

void TestOAuth::codeExpires()
{
    AuthorizationCodes codes(5min);
    const QString code = codes.issue({}, at(0min), m_random);
    const auto late = codes.redeem(code, at(5min));
    QVERIFY(!late.has_value());
    QCOMPARE(late.error(), AuthorizationCodes::Fault::Expired);
}

void TestOAuth::refreshTokenStaysWithoutRotation()
{
    TokenBook book(rules(false));
    const TokenPair pair = book.begin({}, "a1", at(0min), m_random);
    const auto next = book.refresh(pair.refresh, "a2", at(1min), m_random);
    QVERIFY(next.has_value());
    QCOMPARE(next->refresh, pair.refresh);
    QVERIFY(book.find("a1", at(2min)));
    QVERIFY(book.find("a2", at(2min)));
}

void TestOAuth::rotatedTokenRevokesTheFamilyWhenReused()
{
    TokenBook book(rules(true));
    const TokenPair pair = book.begin({}, "a1", at(0min), m_random);
    const auto next = book.refresh(pair.refresh, "a2", at(1min), m_random);
    QVERIFY(next.has_value());
    QVERIFY(next->refresh != pair.refresh);
    const auto reused = book.refresh(pair.refresh, "a3", at(2min), m_random);
    QVERIFY(!reused.has_value());
    QCOMPARE(reused.error(), TokenBook::Fault::Replaced);
    QVERIFY(!book.find("a2", at(2min)));
    QVERIFY(!book.refresh(next->refresh, "a4", at(2min), m_random).has_value());
}

void TestOAuth::previousTokenWorksWithinTheGrace()
{
    TokenRules graceful = rules(true);
    graceful.rotationGrace = 30min;
    graceful.reuseRevokes = false;
    TokenBook book(graceful);
    const TokenPair pair = book.begin({}, "a1", at(0min), m_random);
    QVERIFY(book.refresh(pair.refresh, "a2", at(1min), m_random).has_value());
    const auto again = book.refresh(pair.refresh, "a3", at(31min), m_random);
    QVERIFY(again.has_value());
    QVERIFY(!book.refresh(pair.refresh, "a4", at(32min), m_random).has_value());
    QVERIFY(book.refresh(again->refresh, "a5", at(33min), m_random).has_value());
}

void TestOAuth::accessEndsAfterItsLife()
{
    TokenBook book(rules(false));
    (void)book.begin({}, "a1", at(0min), m_random);
    QVERIFY(book.find("a1", at(29min)));
    QVERIFY(!book.find("a1", at(30min)));
    QVERIFY(!book.find("other", at(0min)));
}

void TestOAuth::useKeepsASlidingAccessAlive()
{
    TokenRules sliding = rules(false);
    sliding.slidingAccess = true;
    TokenBook book(sliding);
    (void)book.begin({}, "a1", at(0min), m_random);
    QVERIFY(book.find("a1", at(29min)));
    QVERIFY(book.find("a1", at(58min)));
    QVERIFY(!book.find("a1", at(88min)));
}

void TestOAuth::revokingEitherTokenEndsBoth()
{
    for (const bool byAccess : {true, false}) {
        TokenBook book(rules(false));
        const TokenPair pair = book.begin({}, "a1", at(0min), m_random);
        QVERIFY(book.revoke(byAccess ? pair.access : pair.refresh));
        QVERIFY(!book.find("a1", at(1min)));
        QVERIFY(!book.refresh(pair.refresh, "a2", at(1min), m_random).has_value());
        QVERIFY(!book.revoke("unknown"));
    }
}

void TestOAuth::refreshEndsWhenIdleTooLong()
{
    TokenBook book(rules(false));
    const TokenPair pair = book.begin({}, "a1", at(0min), m_random);
    QVERIFY(book.refresh(pair.refresh, "a2", at(23h), m_random).has_value());
    QVERIFY(book.refresh(pair.refresh, "a3", at(46h), m_random).has_value());
    const auto idle = book.refresh(pair.refresh, "a4", at(71h), m_random);
    QVERIFY(!idle.has_value());
    QCOMPARE(idle.error(), TokenBook::Fault::Expired);
}

QTEST_GUILESS_MAIN(TestOAuth)
#include "testoauth.moc"
