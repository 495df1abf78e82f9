#include "wording/sentencetable.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::wording;

namespace
{

QList<SentenceEntry> allEntries()
{
    QList<SentenceEntry> all;
    for (const auto group : {recordSentences(), systemSentences(), machineSentences()})
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
    for (const char* manifest : {"xero", "salesforce"}) {
        QFile source(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/connectors/%1.json")
                         .arg(QString::fromLatin1(manifest)));
        if (!source.open(QIODevice::ReadOnly)) continue;
        static const QRegularExpression member(u"\"code\":\\s*\"([a-z]+\\.[a-z0-9-]+)\""_s);
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

    void aGroupIsNamedWithoutItsRecords()
    {
        const Sentence sentence = sentenceFor(errorOf(u"match.weak"_s, {u"Lone Pine Studio"_s}));
        QCOMPARE(sentence.title, u"A similar record exists"_s);
        QCOMPARE(sentence.what, u"A similar record exists: Lone Pine Studio."_s);
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
