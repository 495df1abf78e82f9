#include "mapping/differences.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;

/// What a write would change, field by field.
class TestDifferences : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void lists_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("changes");
        const auto row = [](const char* name, const char* before, const char* after, const QString& changes) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << changes;
        };
        row("same numbers in other words", R"({"A":1.50,"B":"2.0"})", R"({"A":1.5,"B":2})", {});
        row("a number", R"({"A":1})", R"({"A":2})", u"A:1>2"_s);
        row("text keeps its case", R"({"A":"x"})", R"({"A":"X"})", u"A:x>X"_s);
        row("blank is left alone", R"({"A":"x","B":1})", R"({"A":null})", {});
        row("cleared", R"({"A":"x","B":null})", R"({"A":"","B":""})", u"A:x>"_s);
        row("other fields of the target", R"({"A":1,"Z":9})", R"({"A":1})", {});
        row("nested", R"({"C":{"Id":"1","Name":"a"}})", R"({"C":{"Id":"2"}})", u"C.Id:1>2"_s);
        row("new nested", R"({})", R"({"C":{"Id":"2"}})", u"C.Id:>2"_s);
        row("lines", R"({"L":[{"Q":1},{"Q":2}]})", R"({"L":[{"Q":1.0},{"Q":3}]})", u"L[2].Q:2>3"_s);
        row("line taken away", R"({"L":["a","b"]})", R"({"L":["a"]})", u"L[2]:b>"_s);
        row("line added", R"({"L":["a"]})", R"({"L":["a","b"]})", u"L[2]:>b"_s);
        row("date in text", R"({"ADate":"2026-03-31"})", R"({"ADate":"2026-03-31"})", {});
    }

    void lists()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, changes);
        QStringList seen;
        for (const model::FieldChange& change : differences(recordFrom(before), recordFrom(after)))
            seen.append(change.field + u':' + change.before.toPlainText() + u'>' +
                        change.after.toPlainText());
        QCOMPARE(seen.join(u' '), changes);
    }

    void datesAndTheirTextAreTheSame()
    {
        const model::Value date(Date(2026, 3, 31));
        QVERIFY(sameContent(date, model::Value(u"2026-03-31"_s)));
        QVERIFY(!sameContent(date, model::Value(u"2026-03-30"_s)));
        QVERIFY(sameContent(model::Value(), model::Value(u""_s)));
        QVERIFY(!sameContent(model::Value(u"x"_s), model::Value(Decimal(1))));
    }
};

QTEST_GUILESS_MAIN(TestDifferences)
#include "testdifferences.moc"
