#include "model/mappinghistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::model;

namespace {

LookupTable table(const QList<LookupTable::Row>& rows)
{
    LookupTable made;
    made.name = u"Regions"_s;
    made.rows = rows;
    return made;
}

} // namespace

/// What a save of a lookup table changed, as its history tells it.
class TestLookupChange : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void rowsAreComparedByTheirKeys_data()
    {
        QTest::addColumn<LookupTable>("before");
        QTest::addColumn<LookupTable>("after");
        QTest::addColumn<QString>("added");
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<bool>("reordered");
        const LookupTable two = table({{u"AU"_s, u"1"_s}, {u"NZ"_s, u"2"_s}});
        QTest::newRow("equal") << two << two << QString() << QString() << QString() << false;
        QTest::newRow("new row") << two << table({{u"AU"_s, u"1"_s}, {u"GB"_s, u"3"_s}, {u"NZ"_s, u"2"_s}})
                                 << u"GB=3"_s << QString() << QString() << false;
        QTest::newRow("row gone") << two << table({{u"NZ"_s, u"2"_s}}) << QString() << u"AU=1"_s << QString()
                                  << false;
        QTest::newRow("value") << two << table({{u"AU"_s, u"9"_s}, {u"NZ"_s, u"2"_s}}) << QString()
                               << QString() << u"AU=1>9"_s << false;
        QTest::newRow("order") << two << table({{u"NZ"_s, u"2"_s}, {u"AU"_s, u"1"_s}}) << QString()
                               << QString() << QString() << true;
        QTest::newRow("a key twice, the second goes")
            << table({{u"AU"_s, u"1"_s}, {u"AU"_s, u"2"_s}}) << table({{u"AU"_s, u"1"_s}}) << QString()
            << u"AU=2"_s << QString() << false;
        QTest::newRow("from nothing")
            << table({}) << two << u"AU=1 NZ=2"_s << QString() << QString() << false;
    }
    void rowsAreComparedByTheirKeys()
    {
        QFETCH(LookupTable, before);
        QFETCH(LookupTable, after);
        QFETCH(bool, reordered);
        const auto change = lookupChange(before, after);
        const auto words = [](const QList<LookupTable::Row>& rows) {
            QStringList all;
            for (const auto& row : rows)
                all += row.key + u'=' + row.value;
            return all.join(u' ');
        };
        QTEST(words(change.added), "added");
        QTEST(words(change.removed), "removed");
        QStringList changed;
        for (const auto& edit : change.changed)
            changed += edit.name + u'=' + edit.before + u'>' + edit.after;
        QTEST(changed.join(u' '), "changed");
        QCOMPARE(change.reordered, reordered);
        QCOMPARE(change.isEmpty(), before == after);
    }

    void settingsOfTheTableAreToldToo()
    {
        LookupTable before = table({}), after = before;
        after.whenMissing = LookupTable::WhenMissing::Default;
        after.defaultValue = u"NONE"_s;
        after.keyLabel = u"Country"_s;
        const auto change = lookupChange(before, after);
        QStringList names;
        for (const auto& edit : change.settings)
            names += edit.name;
        QCOMPARE(names, (QStringList{u"keyLabel"_s, u"whenMissing"_s, u"defaultValue"_s}));
    }

    void aChangeComesBackAsItWasKept()
    {
        LookupChange change;
        change.kind = LookupChange::Kind::Removed;
        change.added = {{u"a\"é"_s, QString()}};
        change.removed = {{u"b"_s, u"2"_s}};
        change.changed = {{u"c"_s, u"1"_s, u"3"_s}};
        change.settings = {{u"whenMissing"_s, u"hold"_s, u"default"_s}};
        change.reordered = true;
        const auto back = lookupChangeFromJson(Json::parse(toJson(change).toBytes()).value());
        QVERIFY(back);
        QCOMPARE(*back, change);
    }

    void aDamagedChangeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("row of three") << QByteArray(R"({"kind":"changed","added":[["a","b","c"]]})");
        QTest::newRow("number") << QByteArray(R"({"kind":"changed","changed":[["a",1,"c"]]})");
        QTest::newRow("kind") << QByteArray(R"({"kind":"burnt"})");
        QTest::newRow("no object") << QByteArray("[]");
    }
    void aDamagedChangeIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto change = lookupChangeFromJson(Json::parse(json).value());
        QVERIFY(!change);
        QCOMPARE(change.error().code, u"lookup.syntax"_s);
    }
};

QTEST_GUILESS_MAIN(TestLookupChange)
#include "testlookupchange.moc"
