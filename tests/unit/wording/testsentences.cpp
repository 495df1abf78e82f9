#include "wording/sentencetable.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::wording;

namespace {

QList<SentenceEntry> allEntries()
{
    QList<SentenceEntry> all;
    for (const auto group : {decisionSentences(), fileSentences(), recordSentences(), systemSentences(),
                             machineSentences(), databaseSentences(), connectorSentences(), timeSentences(),
                             stockSentences(), salesforceSentences(), mappingSentences(), lookupSentences()})
        for (const SentenceEntry& entry : group)
            all += entry;
    return all;
}

Error errorOf(const QString& code, const QStringList& facts = {}, const QString& text = {})
{
    Error error;
    error.kind = ErrorKind::RowRejected;
    error.code = code;
    error.facts = facts;
    error.text = text;
    return error;
}

/// Texts in the sources and manifests that look like a code, without file names.
QStringList codesOfTheSources()
{
    static const QRegularExpression code(u"(?:u|: )\"([a-z]+(?:-[a-z]+)*\\.[a-z][a-z0-9-]*)\""_s);
    static const QRegularExpression file(
        u"\\.(tieout|json|sql|md|csv|sqlite|db|lock|log|xlsx|invalid|com|example|test)$"_s);
    QSet<QString> codes;
    for (const char* folder :
         {"base", "model", "formula", "mapping", "net", "store", "auth", "connectors", "engine", "service"}) {
        QDirIterator it(QStringLiteral(TIEOUT_SOURCE_DIR "/src/") + QString::fromLatin1(folder),
                        {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile source(it.next());
            if (!source.open(QIODevice::ReadOnly)) continue;
            for (auto found = code.globalMatch(QString::fromUtf8(source.readAll())); found.hasNext();)
                codes += found.next().captured(1);
        }
    }
    for (const char* manifest : {"xero", "salesforce", "harvest", "tray", "cin7omni", "cin7core"}) {
        QFile source(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/connectors/%1.json")
                         .arg(QString::fromLatin1(manifest)));
        if (!source.open(QIODevice::ReadOnly)) continue;
        static const QRegularExpression member(u"\"code\":\\s*\"([a-z0-9]+\\.[a-z0-9-]+)\""_s);
        for (auto found = member.globalMatch(QString::fromUtf8(source.readAll())); found.hasNext();)
            codes += found.next().captured(1);
    }
    QStringList list;
    for (const QString& one : codes) {
        if (!file.match(one).hasMatch()) list += one;
    }
    list.sort();
    return list;
}

} // namespace

class TestSentences final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyCodeOfTheSourcesHasASentenceOfItsOwn()
    {
        const QStringList codes = codesOfTheSources();
        QVERIFY(codes.size() > 150);
        QStringList missing;
        for (const QString& code : codes) {
            if (!hasSentence(code)) missing += code;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void noSentenceUsesEngineersWords()
    {
        static const QRegularExpression words(
            u"\\b(payload|upsert|JSON|HTTP|HTTPS|422|4\\d\\d|5\\d\\d|cursor|null|node|endpoint|token|OAuth|"
            u"API|"
            "ACCREC|ACCPAY|schema|SQL|webhook|idempoten\\w*|parse\\w*|exception|timeout|URL|server)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        for (const SentenceEntry& entry : allEntries()) {
            for (const char* text : {entry.title, entry.why, entry.fix, entry.what ? entry.what : ""}) {
                if (QByteArrayView(text).contains("tieoutctl")) continue; // a command as it is typed
                const auto match = words.match(QString::fromUtf8(text));
                QVERIFY2(!match.hasMatch(), entry.code);
            }
        }
    }

    void everySentenceSaysWhatAndHowToFix()
    {
        QStringList codes;
        for (const SentenceEntry& entry : allEntries()) {
            QVERIFY2(*entry.title, entry.code);
            QVERIFY2(*entry.fix, entry.code);
            QVERIFY2(!codes.contains(QString::fromUtf8(entry.code)), entry.code);
            codes += QString::fromUtf8(entry.code);
        }
    }

    void factsStandInTheSentence()
    {
        const Sentence sentence =
            sentenceFor(errorOf(u"lookup.no-row"_s, {u"Region to tax rate"_s, u"DE"_s}));
        QCOMPARE(sentence.title, u"No row for “DE” in “Region to tax rate”"_s);
        QCOMPARE(sentence.remedy, Remedy::AddLookupRow);
        QVERIFY(sentence.what.endsWith(u'.'));
    }

    void aRuleThatDoesNotWorkSaysWhy()
    {
        Error formula = errorOf(u"formula.unknown-function"_s, {u"ROUNT"_s, u"ROUND"_s});
        Error rule = errorOf(u"mapping.formula"_s, {u"Total"_s, u"ROUNT"_s, u"ROUND"_s});
        rule.kind = formula.kind = ErrorKind::BadConfig;
        rule.cause = std::make_shared<const Error>(formula);
        Sentence sentence = sentenceFor(rule);
        QCOMPARE(sentence.title, u"The formula for “Total” does not work"_s);
        QCOMPARE(sentence.what, u"The formula for “Total” does not work: There is no function “ROUNT”."_s);
        QCOMPARE(sentence.fix, u"Did you mean “ROUND”?"_s);
        Error rules = errorOf(u"mapping.faults"_s, {u"3"_s, u"Date, Due"_s});
        rules.kind = ErrorKind::BadConfig;
        rules.cause = std::make_shared<const Error>(rule);
        sentence = sentenceFor(rules);
        QCOMPARE(sentence.title, u"3 rules of the mapping do not work"_s);
        QVERIFY(sentence.what.endsWith(u"There is no function “ROUNT”."_s));
        QCOMPARE(sentence.why, u"The others fill Date, Due."_s);
    }

    void factsThatAreWordsOfTheProgramAreInTheReadersWords()
    {
        const auto said = [](const QString& code, const QStringList& facts) {
            Error error = errorOf(code, facts);
            error.kind = ErrorKind::BadConfig;
            return sentenceFor(error).what;
        };
        QCOMPARE(said(u"target.wrong-kind"_s, {u"date or instant"_s, u"boolean"_s}),
                 u"A date or date with time belongs here, and this is a yes or no."_s);
        QCOMPARE(said(u"mapping.syntax"_s, {u"fields[2].formula"_s, u"must start with \"=\""_s}),
                 u"The mapping cannot be read at “fields[2].formula”: a formula starts with “=”."_s);
        QCOMPARE(said(u"mapping.syntax"_s, {u"group.keys"_s, u"\"No\" stands twice"_s}),
                 u"The mapping cannot be read at “group.keys”: “No” stands there twice."_s);
        QCOMPARE(said(u"mapping.syntax"_s, {u"$"_s, u"must be an object"_s}),
                 u"The mapping cannot be read at “its beginning”: something in { } belongs there."_s);
        QCOMPARE(said(u"target.too-long"_s, {u"14"_s, u"10"_s}),
                 u"The text has 14 characters, and the field takes 10."_s);
    }

    void aGroupIsNamedWithoutItsRecords()
    {
        const Sentence sentence = sentenceFor(errorOf(u"match.weak"_s, {u"Lone Pine Studio"_s}));
        QCOMPARE(sentence.title, u"A similar record exists"_s);
        QCOMPARE(sentence.what, u"A similar record exists: Lone Pine Studio."_s);
    }

    void aSimilarContactSaysWhatIsMissingAndHowToGiveIt()
    {
        Error error = errorOf(u"match.weak"_s, {u"Lone Pine Studio"_s});
        error.context.object = u"Contacts"_s;
        const Sentence sentence = sentenceFor(error);
        QCOMPARE(sentence.what, u"A contact has the same name: Lone Pine Studio."_s);
        QVERIFY(sentence.why.contains(u"“Lone Pine Studio”"_s));
        QVERIFY(sentence.why.contains(u"same customer"_s));
        QVERIFY(sentence.fix.contains(u"e-mail address"_s));
    }

    void theReasonOfAMatchStandsAlone_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("object");
        for (const char* code : {"match.weak", "match.several", "match.taken"}) {
            for (const char* object : {"Invoices", "Contacts"})
                QTest::addRow("%s of %s", code, object)
                    << QString::fromLatin1(code) << QString::fromLatin1(object);
        }
    }
    void theReasonOfAMatchStandsAlone()
    {
        QFETCH(QString, code);
        QFETCH(QString, object);
        const Sentence sentence = sentenceFor(errorOf(code, {u"Pine, one"_s, u"Pine, two"_s}), object);
        QVERIFY(sentence.why.contains(u"“Pine, one”"_s));
        QVERIFY(!sentence.why.startsWith(u"It "_s));
        QVERIFY(sentence.fix.contains(u"press Retry"_s));
        QCOMPARE(sentence.why.contains(u"contact"_s), object == u"Contacts"_s);
    }

    void severalCandidatesAreNamedAndCounted()
    {
        const QStringList names{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s};
        const Sentence sentence = sentenceFor(errorOf(u"match.several"_s, names));
        QCOMPARE(sentence.what, u"Several records could be the same: “A”, “B”, “C”, “D” …"_s);
        QVERIFY(sentence.why.startsWith(u"6 records"_s));
    }

    void partsOfAKeyAreKeptApartForReaders()
    {
        const QString key = u"lone pine"_s + QChar(0x1f) + u"2000"_s;
        QVERIFY(
            sentenceFor(errorOf(u"match.taken"_s, {key, u"001"_s})).what.contains(u"“lone pine, 2000”"_s));
    }

    void aRecordThatWaitsForItsContactSaysSo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("about");
        QTest::addColumn<QString>("start");
        QTest::newRow("held contact") << int(ErrorKind::RowRejected) << u"Contacts"_s
                                      << u"The contact for this record needs you first: “Name”"_s;
        QTest::newRow("contact not written yet") << int(ErrorKind::Retry) << u"Contacts"_s
                                                 << u"The contact for this record is not there yet: “Name”"_s;
        QTest::newRow("another object")
            << int(ErrorKind::RowRejected) << u"Items"_s
            << u"A record that this one needs has to be put right first: “Name”"_s;
        QTest::newRow("its own error")
            << int(ErrorKind::RowRejected) << u"Invoices"_s << u"“Name” is too long"_s;
        QTest::newRow("nothing known") << int(ErrorKind::RowRejected) << QString() << u"“Name” is too long"_s;
    }
    void aRecordThatWaitsForItsContactSaysSo()
    {
        QFETCH(int, kind);
        QFETCH(QString, about);
        QFETCH(QString, start);
        Error error = errorOf(u"check.too-long"_s, {u"Name"_s, u"255"_s, u"348"_s});
        error.kind = ErrorKind(kind);
        error.context.object = about;
        const Sentence sentence = sentenceFor(error, u"Invoices"_s);
        QVERIFY2(sentence.what.startsWith(start), qPrintable(sentence.what));
        QVERIFY(!sentenceFor(error).what.contains(u"contact"_s));
    }

    void aFactMayLookLikeAMark()
    {
        const Sentence sentence = sentenceFor(errorOf(u"lookup.no-row"_s, {u"50%2 off"_s, u"%1"_s}));
        QCOMPARE(sentence.title, u"No row for “%1” in “50%2 off”"_s);
    }

    void aMissingFactLeavesNoMark()
    {
        const Sentence sentence = sentenceFor(errorOf(u"check.too-long"_s, {u"Name"_s}));
        QVERIFY(!sentence.why.contains(u'%'));
        QVERIFY(sentence.why.contains(u"(unknown)"_s));
    }

    void theSystemIsQuotedInItsOwnWords()
    {
        const Sentence sentence = sentenceFor(
            errorOf(u"xero.tax-type-for-account"_s, {}, u"The TaxType code 'OUTPUT' cannot be used."_s));
        QVERIFY(sentence.why.contains(u"Xero says: “The TaxType code 'OUTPUT' cannot be used.”"_s));
    }

    void anUnknownCodeOfASystemStillQuotesIt()
    {
        const Sentence sentence = sentenceFor(errorOf(u"xero.brand-new-rule"_s, {}, u"Something new."_s));
        QVERIFY(!sentence.what.isEmpty());
        QVERIFY(sentence.why.contains(u"Something new."_s));
    }

    void developerTextOfOurOwnIsNotShown()
    {
        const Sentence sentence =
            sentenceFor(errorOf(u"check.required"_s, {u"Name"_s}, u"null deref in slot 4"_s));
        QVERIFY(!sentence.why.contains(u"slot 4"_s));
    }

    void everyKindHasWords_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(ErrorKind::Bug); ++kind)
            QTest::addRow("%s", qPrintable(kindName(ErrorKind(kind)))) << kind;
    }
    void everyKindHasWords()
    {
        QFETCH(int, kind);
        Error error = errorOf(u"nobody.knows"_s);
        error.kind = ErrorKind(kind);
        const Sentence sentence = sentenceFor(error);
        QVERIFY(!sentence.title.isEmpty());
        QVERIFY(!sentence.why.isEmpty());
    }

    void aSkipRuleNeedsNoFix()
    {
        const Sentence sentence = sentenceFor(errorOf(u"rule.not-won"_s));
        QVERIFY(hasSentence(u"rule.not-won"_s));
        QVERIFY(sentence.fix.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "testsentences.moc"
