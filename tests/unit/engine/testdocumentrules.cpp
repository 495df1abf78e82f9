#include "engine/plan/documentrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::engine;

namespace {

const Date kLock(2026, 10, 31);

model::Record document(const QString& status, Date date, Date due)
{
    model::Record record(std::make_shared<model::Shape>(QStringList{u"Status"_s, u"Date"_s, u"DueDate"_s}));
    record.set(0, model::Value(status));
    record.set(1, model::Value(date));
    record.set(2, model::Value(due));
    return record;
}

DocumentRules rulesWith(const QString& status, const QString& lockRule)
{
    model::FlowRules rules;
    rules.status = status;
    rules.lockDate = lockRule;
    connectors::ReferenceData reference;
    reference.lockDate = kLock;
    reference.yearEndLock = Date(2026, 6, 30);
    return DocumentRules(rules, reference);
}

} // namespace

class TestDocumentRules final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void documentsGetTheStatusOfTheRules_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("expected");
        QTest::newRow("draft") << u"DRAFT"_s << u"DRAFT"_s;
        QTest::newRow("awaiting approval") << u"SUBMITTED"_s << u"SUBMITTED"_s;
        QTest::newRow("awaiting payment") << u"AUTHORISED"_s << u"AUTHORISED"_s;
        QTest::newRow("no rule leaves the mapping's") << QString() << u"MAPPED"_s;
    }
    void documentsGetTheStatusOfTheRules()
    {
        QFETCH(QString, rule);
        QFETCH(QString, expected);
        auto record = document(u"MAPPED"_s, Date(2026, 11, 5), Date(2026, 12, 5));
        rulesWith(rule, u"hold"_s).apply(record);
        QCOMPARE(record.value(u"Status").toPlainText(), expected);
    }

    void aDateInAClosedPeriodFollowsTheRule_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QDate>("expected");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<bool>("mayStay");
        const Date inside(2026, 10, 31), outside(2026, 11, 1), open(2026, 11, 1), due(2026, 10, 31),
            late(2026, 11, 1);
        QTest::newRow("hold leaves it to the check")
            << u"hold"_s << inside << u"AUTHORISED"_s << inside << due << false;
        QTest::newRow("draft saves a draft there")
            << u"draft"_s << inside << u"DRAFT"_s << inside << due << true;
        QTest::newRow("next open day moves it and what is due before")
            << u"next-open-day"_s << inside << u"AUTHORISED"_s << open << late << false;
        QTest::newRow("an open day stays")
            << u"next-open-day"_s << outside << u"AUTHORISED"_s << outside << due << false;
        QTest::newRow("an open day stays approved")
            << u"draft"_s << outside << u"AUTHORISED"_s << outside << due << false;
    }
    void aDateInAClosedPeriodFollowsTheRule()
    {
        QFETCH(QString, rule);
        QFETCH(QDate, date);
        QFETCH(QString, status);
        QFETCH(QDate, expected);
        QFETCH(QDate, due);
        QFETCH(bool, mayStay);
        const auto rules = rulesWith(u"AUTHORISED"_s, rule);
        auto record = document(u"MAPPED"_s, date, Date(2026, 10, 31));
        rules.apply(record);
        QCOMPARE(record.value(u"Status").toPlainText(), status);
        QCOMPARE(*record.value(u"Date").date(), expected);
        QCOMPARE(*record.value(u"DueDate").date(), due);
        QCOMPARE(rules.mayBeInClosedPeriod(record), mayStay);
    }

    void recordsWithoutStatusAndDateAreLeftAlone()
    {
        model::Record contact(std::make_shared<model::Shape>(QStringList{u"Name"_s}));
        contact.set(0, model::Value(u"Ridgeway"_s));
        rulesWith(u"AUTHORISED"_s, u"next-open-day"_s).apply(contact);
        QCOMPARE(contact.value(u"Name").toPlainText(), u"Ridgeway"_s);
    }
};

QTEST_GUILESS_MAIN(TestDocumentRules)
#include "testdocumentrules.moc"
