#include "mapping/compare.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::mapping;
using Kind = DocumentChange::Kind;

namespace {

constexpr const char* kKinds[] = {"added", "removed", "changed", "moved"};
constexpr const char* kParts[] = {"rule",   "formula", "whenEmpty", "each", "filter", "sort", "note",
                                  "target", "order",   "from",      "to",   "group",  "other"};

/// One change as a line: "changed formula Date: =[A] -> =[B]".
QString line(const DocumentChange& change)
{
    QString words = QLatin1String(kKinds[int(change.kind)]) + u' ' + QLatin1String(kParts[int(change.part)]);
    if (!change.member.isEmpty()) words += u' ' + change.member;
    if (!change.target.isEmpty()) words += u' ' + change.target;
    return words + u": "_s + change.before + u" -> "_s + change.after;
}

QString lines(const QList<DocumentChange>& changes)
{
    QStringList all;
    for (const auto& change : changes)
        all += line(change);
    return all.join(u'\n');
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void eachDifferenceIsNamedOnce_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("changes");
        const QByteArray date = "{'to':'Date','formula':'=[CloseDate]'}";
        const QByteArray due = "{'to':'DueDate','formula':'=[CloseDate]+30'}";
        const QByteArray name = "{'to':'Contact.Name','formula':'=[Account.Name]'}";
        QTest::newRow("equal") << date + ',' + due << date + ',' + due << QString();
        QTest::newRow("formula") << date << QByteArray("{'to':'Date','formula':'=TODAY()'}")
                                 << u"changed formula Date: =[CloseDate] -> =TODAY()"_s;
        QTest::newRow("added") << date << date + ',' + due << u"added rule DueDate:  -> =[CloseDate]+30"_s;
        QTest::newRow("removed stands where it stood")
            << date + ',' + due + ',' + name << "{'to':'Date','formula':'=1'}," + name
            << u"changed formula Date: =[CloseDate] -> =1\nremoved rule DueDate: =[CloseDate]+30 -> "_s;
        QTest::newRow("moved among its siblings")
            << date + ',' + due + ',' + name << name + ',' + date + ',' + due
            << u"moved order Contact.Name: DueDate -> "_s;
        QTest::newRow("taken to another field")
            << name << QByteArray("{'to':'Reference','formula':'=[Account.Name]'}")
            << u"moved target Reference: Contact.Name -> Reference"_s;
        QTest::newRow("when empty, note")
            << date << QByteArray("{'to':'Date','formula':'=[CloseDate]','whenEmpty':'hold','note':'why'}")
            << u"changed whenEmpty Date: leave -> hold\nchanged note Date:  -> why"_s;
        QTest::newRow("unknown members")
            << QByteArray("{'to':'Date','formula':'=1','colour':'red','old':1}")
            << QByteArray("{'to':'Date','formula':'=1','colour':'blue','new':[2]}")
            << u"changed other colour Date: \"red\" -> \"blue\"\n"
               "changed other old Date: 1 -> \nchanged other new Date:  -> [2]"_s;
        const QByteArray lines = "{'to':'LineItems','each':'[Lines]','filter':'=[Q]>0','fields':["
                                 "{'to':'Quantity','formula':'=[Q]'},{'to':'Tax','formula':'=[T]'}]}";
        QTest::newRow("inside a list")
            << lines
            << QByteArray("{'to':'LineItems','each':'[Rows]','sort':'=[Q]','fields':["
                          "{'to':'Tax','formula':'=[T]'},{'to':'Quantity','formula':'=[Q]*2'}]}")
            << u"changed each LineItems: [Lines] -> [Rows]\nchanged filter LineItems: =[Q]>0 -> \n"
               "changed sort LineItems:  -> =[Q]\n"
               "moved order LineItems.Tax: LineItems.Quantity -> \n"
               "changed formula LineItems.Quantity: =[Q] -> =[Q]*2"_s;
        QTest::newRow("a list comes with its fields")
            << date << date + ',' + lines
            << u"added rule LineItems:  -> [Lines]\nadded rule LineItems.Quantity:  -> =[Q]\n"
               "added rule LineItems.Tax:  -> =[T]"_s;
        const QByteArray whole =
            "{'to':'LineItems','each':'[.]','fields':[{'to':'Quantity','formula':'=1'}]}";
        QTest::newRow("the second of two branches")
            << lines + ',' + whole
            << lines + ",{'to':'LineItems','each':'[.]','fields':[{'to':'Quantity','formula':'=2'}]}"
            << u"changed formula LineItems#2.Quantity: =1 -> =2"_s;
        QTest::newRow("the first of two branches goes")
            << lines + ',' + whole << whole
            << u"removed rule LineItems: [Lines] -> \nremoved rule LineItems.Quantity: =[Q] -> \n"
               "removed rule LineItems.Tax: =[T] -> "_s;
        QTest::newRow("a formula becomes a list")
            << QByteArray("{'to':'Lines','formula':'=[A]'}")
            << QByteArray("{'to':'Lines','each':'[A]','fields':[]}")
            << u"changed formula Lines: =[A] -> \nchanged each Lines:  -> [A]"_s;
    }
    void eachDifferenceIsNamedOnce()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, changes);
        QCOMPARE(lines(compareDocuments(documentFrom(before), documentFrom(after))), changes);
    }

    void theDocumentItselfIsCompared()
    {
        auto before = documentFrom("{'to':'A','formula':'=1'}");
        auto after = before;
        after.version = before.version + 5; // versions differ by nature
        QVERIFY(compareDocuments(before, after).isEmpty());
        after.from = u"Deal"_s;
        after.group = model::Grouping();
        after.group->keys = QStringList{u"No"_s};
        after.extra = Json::object({{u"owner"_s, Json(u"Ann"_s)}});
        const auto changes = compareDocuments(before, after);
        QCOMPARE(lines(changes.mid(0, 1)), u"changed from: A -> Deal"_s);
        QCOMPARE(changes.size(), 3);
        QCOMPARE(int(changes[1].part), int(DocumentPart::Group));
        QVERIFY(changes[1].after.contains(u"\"No\""));
        QCOMPARE(changes[2].member, u"owner"_s);
    }

    /// Whatever is edited: going back names the same places, and nothing is told of equal documents.
    void differencesAreFoundBothWays()
    {
        const auto big = [](int seed) {
            QByteArray fields;
            for (int i = 0; i < 300; ++i) {
                if (i > 0) fields += ',';
                const int number = (i * 7 + seed) % 311;
                fields += "{'to':'F" + QByteArray::number(number) +
                          "','formula':'=" + QByteArray::number(number % (seed + 1)) + "'}";
            }
            return documentFrom(fields);
        };
        const auto one = big(2), other = big(5);
        QVERIFY(compareDocuments(one, one).isEmpty());
        const auto there = compareDocuments(one, other), back = compareDocuments(other, one);
        const auto count = [](const QList<DocumentChange>& changes, Kind kind) {
            return std::count_if(changes.begin(), changes.end(),
                                 [kind](const DocumentChange& change) { return change.kind == kind; });
        };
        QVERIFY(!there.isEmpty());
        QCOMPARE(count(there, Kind::Added), count(back, Kind::Removed));
        QCOMPARE(count(there, Kind::Removed), count(back, Kind::Added));
        QCOMPARE(count(there, Kind::Changed), count(back, Kind::Changed));
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "testcompare.moc"
