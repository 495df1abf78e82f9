#include "engine/discover/grouppages.h"

#include <QTest>

using namespace tieout;
using namespace tieout::engine;
using namespace Qt::StringLiterals;

namespace {

const model::Grouping kByInvoice{{u"No"_s, u"Customer"_s}, u"Rows"_s, {}, {}};

model::Record row(const QString& number, const QString& customer)
{
    static const auto kShape = std::make_shared<const model::Shape>(QStringList{u"No"_s, u"Customer"_s});
    model::Record record(kShape);
    if (!number.isEmpty()) record.set(0, model::Value(number));
    record.set(1, model::Value(customer));
    return record;
}

connectors::Page page(const QList<model::Record>& rows, const QString& cursor)
{
    connectors::Page made;
    made.records = rows;
    made.cursor = cursor;
    return made;
}

QStringList shown(const connectors::Page& groups)
{
    QStringList words;
    for (qsizetype i = 0; i < groups.records.size(); ++i) {
        const auto& group = groups.records[i];
        words.append(u"%1:%2%3"_s.arg(group.value(u"No").toPlainText())
                         .arg(group.value(u"Rows").list()->size())
                         .arg(groups.faults.contains(i) ? u' ' + groups.faults[i].code : QString()));
    }
    return words;
}

Error fault(const QString& code)
{
    return fail(ErrorKind::RowRejected, code, code).value();
}

} // namespace

/// Pages of a flat source become one of groups: nothing twice, nothing lost.
class TestGroupPages : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void rowsOfAllPagesMeetInTheirGroup()
    {
        GroupPages pages(kByInvoice, u"No"_s);
        QVERIFY(pages.add(page({row(u"1"_s, u"x"_s), row(u"2"_s, u"y"_s)}, u"a"_s)));
        QVERIFY(pages.add(page({row(u"1"_s, u"x"_s), row(u"3"_s, u"x"_s)}, u"b"_s)));
        const auto groups = pages.finish({});
        QCOMPARE(shown(*groups), (QStringList{u"1:2"_s, u"2:1"_s, u"3:1"_s}));
        QCOMPARE(groups->cursor, u"b"_s);
        QCOMPARE(groups->total, std::optional<qint64>(3));
    }

    void aRowThatCouldNotBeReadHoldsItsGroup()
    {
        GroupPages pages(kByInvoice, u"No"_s);
        auto faulty = page({row(u"1"_s, u"x"_s), row(u"2"_s, u"y"_s), row(u"1"_s, u"x"_s)}, {});
        faulty.faults.insert(2, fault(u"file.bad-date"_s));
        QVERIFY(pages.add(faulty));
        QCOMPARE(shown(*pages.finish({})), (QStringList{u"1:2 file.bad-date"_s, u"2:1"_s}));
    }

    void aRowWithoutAKeyIsHeldByItsNumber()
    {
        GroupPages pages(kByInvoice, u"No"_s);
        QVERIFY(pages.add(page({row(u"1"_s, u"x"_s), row({}, u" "_s), row({}, {})}, {})));
        QCOMPARE(shown(*pages.finish({})),
                 (QStringList{u"1:1"_s, u"#2:1 group.blank-key"_s, u"#3:1 group.blank-key"_s}));
    }

    void twoGroupsOfOneNameStopTheRun()
    {
        GroupPages pages(kByInvoice, u"No"_s);
        QVERIFY(pages.add(page({row(u"1"_s, u"x"_s), row(u"1"_s, u"y"_s)}, {})));
        const auto groups = pages.finish({});
        QCOMPARE(groups.error().code, u"group.same-source"_s);
        QCOMPARE(groups.error().kind, ErrorKind::BadConfig);
        QCOMPARE(groups.error().facts, (QStringList{u"1"_s, u"No"_s}));
    }

    void onlyWhatIsDueIsGiven()
    {
        GroupPages pages(kByInvoice, u"No"_s);
        QVERIFY(pages.add(page({row(u"1"_s, u"x"_s), row(u"2"_s, u"y"_s), row(u"2"_s, u"y"_s)}, {})));
        QCOMPARE(shown(*pages.finish({u"2"_s})), QStringList{u"2:2"_s});
    }
};

QTEST_GUILESS_MAIN(TestGroupPages)
#include "testgrouppages.moc"
