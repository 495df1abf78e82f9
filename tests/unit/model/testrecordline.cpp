#include "model/plainrecord.h"
#include "model/recordline.h"

#include <QTest>

using namespace tieout;
using namespace tieout::model;
using namespace Qt::StringLiterals;

namespace {

Field field(const QString& name, FieldType type, const QList<Field>& fields = {})
{
    Field made;
    made.name = name;
    made.type = type;
    made.fields = fields;
    return made;
}

/// JSON that is easy to read here: ' for the quotes, ` for those inside a text.
QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace('`', "\\\"");
}

QByteArray plain(const Record& record)
{
    JsonWriter writer;
    writePlain(writer, Value(record));
    const QByteArray text = writer.take();
    return text == plainJson(Value(record)).toBytes() ? text : "writers differ: " + text;
}

} // namespace

/// Records from lines of JSON: what is wanted, types, and lines that are none.
class TestRecordLine : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void onlyWhatIsWantedIsRead()
    {
        RecordLineReader reader({u"Id"_s, u"Account.Name"_s, u"Lines[].Price"_s, u"Tags"_s, u"Any"_s});
        const auto record =
            reader.read(quotes("{'Lines':{'totalSize':2,'done':true,'records':[{'Price':1.50,'Code':'a'},{'"
                               "Code':'b'}]},'Id':'1',"
                               "'Other':[1],'Account':{'Name':'Łódź `x`','Id':5},'Tags':['a',2,null,true],"
                               "'Any':{'x':{'y':12345678901234567890.12}}}"));
        QVERIFY2(record.has_value(), qPrintable(record ? QString() : record.error().text));
        QCOMPARE(plain(*record), quotes("{'Id':'1','Account':{'Name':'Łódź "
                                        "`x`'},'Lines':[{'Price':1.50},{}],'Tags':['a',2,null,true],"
                                        "'Any':{'x':{'y':12345678901234567890.12}}}"));
    }

    void typesComeFromTheSchema()
    {
        ObjectSchema schema;
        schema.fields = {field(u"Day"_s, FieldType::Date), field(u"Bad"_s, FieldType::Date),
                         field(u"At"_s, FieldType::Instant),
                         field(u"records"_s, FieldType::Record, {field(u"records"_s, FieldType::List)})};
        RecordLineReader reader({u"Day"_s, u"Bad"_s, u"At"_s, u"records.records"_s}, &schema);
        const auto record =
            reader.read(quotes("{'Day':'2026-11-21','Bad':'2026-02-31',"
                               "'At':'2026-03-12T00:00:00.000+0000','records':{'records':[1]}}"));
        QVERIFY(record->value(u"Day").date());
        QCOMPARE(record->value(u"Bad").toPlainText(), u"2026-02-31"_s);
        QVERIFY(record->value(u"At").instant());
        QCOMPARE(record->path(u"records.records").list()->size(), 1);
    }

    void linesThatAreNoRecordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& line, const char16_t* code) {
            QTest::newRow(name) << line << QString::fromUtf16(code);
        };
        row("prose", "hello", u"record.no-object");
        row("list", "[1]", u"record.no-object");
        row("number alone", "7", u"record.no-object");
        row("cut", "{\"A\":1", u"record.cut-off");
        row("cut in a text", "{\"A\":\"x", u"record.cut-off");
        row("empty", {}, u"record.cut-off");
        row("two", "{\"A\":1}{\"A\":2}", u"record.several");
        row("number", "{\"A\":1e999999999}", u"record.number");
        row("39 digits", "{\"A\":123456789012345678901234567890123456789}", u"record.number");
        row("word", "{\"A\":nil}", u"record.line");
        row("comma", "{\"A\":1 \"B\":2}", u"record.line");
        row("not text", "{\"A\":\"\xff\xfe\"}", u"record.encoding");
        row("half a character", "{\"A\":\"\\ud83d\"}", u"record.text");
        row("deep", "{\"A\":" + QByteArray(500, '[') + QByteArray(500, ']') + '}', u"record.too-deep");
    }

    void linesThatAreNoRecordsAreRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        RecordLineReader reader({u"A"_s});
        const auto record = reader.read(line);
        QVERIFY(!record);
        QCOMPARE(record.error().code, code);
        QCOMPARE(record.error().kind, ErrorKind::RowRejected);
        QCOMPARE(reader.read("{\"A\":\"next\"}")->value(u"A").toPlainText(), u"next"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecordLine)
#include "testrecordline.moc"
