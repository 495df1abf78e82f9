#include "connectors/files/filesniffer.h"

#include "xlsxparts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

using Told = QHash<QString, QString>;

} // namespace

class TestFileSniffer final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] Result<SniffedFile> sniffed(const QByteArray& bytes, const Told& told = {},
                                              const QString& name = u"book.csv"_s) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(bytes);
        file.close();
        Told settings = told;
        settings.insert(u"path"_s, file.fileName());
        const Result<FileSettings> read = FileSettings::from(settings);
        if (!read) return tl::unexpected(read.error());
        return sniffFile(file.fileName(), *read);
    }

    [[nodiscard]] static QStringList typesOf(const SniffedFile& file)
    {
        static const QHash<FieldType, QString> kNames{
            {FieldType::Text, u"text"_s},   {FieldType::Number, u"number"_s},
            {FieldType::Date, u"date"_s},   {FieldType::Instant, u"instant"_s},
            {FieldType::Money, u"money"_s}, {FieldType::Boolean, u"boolean"_s}};
        QStringList types;
        for (const model::FileColumn& column : file.sniff.columns)
            types += kNames.value(column.type);
        return types;
    }

  private Q_SLOTS:
    void formatsAreFoundOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("delimiter");
        QTest::addColumn<QString>("decimals");
        QTest::addColumn<QString>("dates");
        QTest::addColumn<QStringList>("types");
        const auto row = [](const char* name, const QByteArray& bytes, const char* encoding,
                            const char* delimiter, const char* decimals, const char* dates,
                            const char* types) {
            QTest::newRow(name) << bytes << QString::fromLatin1(encoding) << QString::fromLatin1(delimiter)
                                << QString::fromLatin1(decimals) << QString::fromLatin1(dates)
                                << QString::fromLatin1(types).split(u' ');
        };
        row("plain", "No,Date,Total\nA1,2026-11-21,12.50\nA2,2026-11-22,1,\n", "utf-8", "comma", "point",
            "ymd", "text date number");
        row("German", "Nr;Datum;Betrag\n1a;21.11.2026;1.234,56\n2b;22.11.2026;7,5\n", "utf-8", "semicolon",
            "comma", "ymd", "text date number");
        row("Windows", "Name;Amount\nCaf\xE9;5.25\nM\xFCller;7.00\n", "windows-1252", "semicolon", "point",
            "ymd", "text number");
        row("byte order mark", "\xEF\xBB\xBFName\tDate\nCaf\xC3\xA9\t13/04/2026\n", "utf-8", "tab", "point",
            "dmy", "text date");
        row("American", "Name|Date\nA|04/13/2026\nB|04/05/2026\n", "utf-8", "pipe", "point", "mdy",
            "text date");
        row("UTF-16", QByteArray("\xFF\xFEN\0,\0D\0\n\0a\0,\0b\0\n\0c\0,\0d\0\n\0", 26), "utf-16le", "comma",
            "point", "ymd", "text text");
        row("UTF-16 without mark", QByteArray("\0N\0,\0D\0\n\0a\0,\0b\0\n\0c\0,\0d\0\n", 24), "utf-16be",
            "comma", "point", "ymd", "text text");
        row("told by the file", "sep=;\nName;Note\na;b, c\n", "utf-8", "semicolon", "point", "ymd",
            "text text");
        row("commas in text", "Name;Note\na;b, c, d\ne;f, g\nh;i\n", "utf-8", "semicolon", "point", "ymd",
            "text text");
        row("identifiers", "Code,Long\n0042,1234567890123456789012345678901234567890\n0043,1\n", "utf-8",
            "comma", "point", "ymd", "text text");
        row("blanks group", "Name;Sum\na;1 234,50\nb;2 000,00\n", "utf-8", "semicolon", "comma", "ymd",
            "text number");
        row("times", "Name,At\na,2026-11-21 10:15\nb,2026-11-22 00:00\n", "utf-8", "comma", "point", "ymd",
            "text instant");
        row("booleans", "Name,Paid\na,yes\nb,No\n", "utf-8", "comma", "point", "ymd", "text boolean");
        row("neutral dates", "Name,Day\na,05/05/2026\n", "utf-8", "comma", "point", "ymd", "text date");
    }
    void formatsAreFoundOut()
    {
        QFETCH(QByteArray, bytes);
        const Result<SniffedFile> file = sniffed(bytes);
        QVERIFY2(file, file ? "" : qPrintable(file.error().code));
        QVERIFY2(file->sniff.questions.isEmpty(), qPrintable(file->sniff.questions.value(0).code));
        QTEST(file->sniff.encoding.value, "encoding");
        QTEST(file->sniff.delimiter.value, "delimiter");
        QTEST(file->sniff.decimals.value, "decimals");
        QTEST(file->sniff.dates.value, "dates");
        QTEST(typesOf(*file), "types");
    }

    void whatNothingDecidesIsAsked_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("example");
        QTest::newRow("3 April or 4 March") << QByteArray("No,Due\n1,03/04/2026\n2,01/02/2026\n")
                                            << u"file.dates-ambiguous"_s << u"03/04/2026"_s;
        QTest::newRow("both orders") << QByteArray("No,Due,Paid\n1,13/04/2026,04/13/2026\n")
                                     << u"file.dates-ambiguous"_s << u"04/13/2026"_s;
        QTest::newRow("1.234") << QByteArray("No;Sum\n1a;1.234\n2b;5.678\n") << u"file.numbers-ambiguous"_s
                               << u"1.234"_s;
        QTest::newRow("both marks") << QByteArray("No;Sum;Tax\n1a;1.5;2,25\n") << u"file.numbers-ambiguous"_s
                                    << u"2,25"_s;
    }
    void whatNothingDecidesIsAsked()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QString, example);
        const Result<SniffedFile> file = sniffed(bytes);
        QVERIFY(file);
        QCOMPARE(file->sniff.questions.size(), 1);
        const Error question = file->sniff.questions.first();
        QCOMPARE(question.code, code);
        QCOMPARE(question.kind, ErrorKind::BadConfig);
        QCOMPARE(question.facts.value(0), u"book.csv"_s);
        QCOMPARE(question.facts.value(2), example);
        // The answer of a person ends it.
        const Result<SniffedFile> told =
            sniffed(bytes, {{u"dates"_s, u"mdy"_s}, {u"decimals"_s, u"comma"_s}});
        QVERIFY(told);
        QVERIFY(told->sniff.questions.isEmpty());
    }

    void anExampleShowsHowItIsRead()
    {
        const Result<SniffedFile> file = sniffed("No;Due;Sum\n1a;03/04/2026;1.234,5\n2b;13/04/2026;7,25\n");
        QVERIFY(file);
        QCOMPARE(file->sniff.dates.example, u"03/04/2026"_s);
        QCOMPARE(file->sniff.dates.shown, u"2026-04-03"_s);
        QCOMPARE(file->sniff.decimals.example, u"1.234,5"_s);
        QCOMPARE(file->sniff.decimals.shown, u"1234.5"_s);
        QCOMPARE(file->sniff.columns[1].shown, u"2026-04-03"_s);
        QCOMPARE(file->sniff.sample.size(), 2);
        QCOMPARE(file->sniff.bytes, 52);
    }

    void headersAreFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("first row") << QByteArray("A,B\n1,x\n") << u"1"_s << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("title above") << QByteArray("Report of May\n\nA,B,C\n1,x,y\n2,x,y\n") << u"3"_s
                                     << QStringList{u"A"_s, u"B"_s, u"C"_s};
        QTest::newRow("none") << QByteArray("1,x,2026-01-31\n2,y,2026-01-31\n") << u"none"_s
                              << QStringList{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s};
        QTest::newRow("twice and blank") << QByteArray("Sum,Sum,,Inv. No [x]\n1,2,3,4a\n") << u"1"_s
                                         << QStringList{u"Sum"_s, u"Sum 2"_s, u"Column 3"_s, u"Inv No x"_s};
        QTest::newRow("our own names")
            << QByteArray("RowId,B\n1,x\n") << u"1"_s << QStringList{u"RowId 2"_s, u"B"_s};
    }
    void headersAreFound()
    {
        QFETCH(QByteArray, bytes);
        const Result<SniffedFile> file = sniffed(bytes);
        QVERIFY(file);
        QTEST(file->sniff.header.value, "header");
        QStringList names;
        for (const auto& column : file->sniff.columns)
            names += column.name;
        QTEST(names, "names");
    }

    void settingsOverrule()
    {
        const QByteArray bytes = "a;b\nCaf\xC3\xA9;1\n";
        const Result<SniffedFile> file = sniffed(
            bytes, {{u"delimiter"_s, u","_s}, {u"encoding"_s, u"latin-1"_s}, {u"headerRow"_s, u"none"_s}});
        QVERIFY(file);
        QCOMPARE(file->sniff.columns.size(), 1);
        QCOMPARE(file->sniff.sample.value(1).value(0), u"CafÃ©;1"_s);
        QVERIFY(file->sniff.delimiter.told);
        const Result<SniffedFile> typed = sniffed("No,B\n1,2\n", {{u"types"_s, u"No=text, B=money"_s}});
        QVERIFY(typed);
        QCOMPARE(typesOf(*typed), (QStringList{u"text"_s, u"money"_s}));
    }

    void badSettingsAreRefused_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::newRow("encoding") << u"encoding"_s << u"klingon"_s;
        QTest::newRow("delimiter") << u"delimiter"_s << u"ab"_s;
        QTest::newRow("delimiter is the quote") << u"delimiter"_s << u"\""_s;
        QTest::newRow("letter") << u"delimiter"_s << u"x"_s;
        QTest::newRow("dates") << u"dates"_s << u"dym"_s;
        QTest::newRow("header") << u"headerRow"_s << u"-3"_s;
        QTest::newRow("types") << u"types"_s << u"No=figure"_s;
        QTest::newRow("pattern leaves the folder") << u"pattern"_s << u"../*.csv"_s;
    }
    void badSettingsAreRefused()
    {
        QFETCH(QString, setting);
        QFETCH(QString, value);
        const Result<FileSettings> read =
            FileSettings::from({{u"path"_s, u"/books/a.csv"_s}, {setting, value}});
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"file.setting"_s);
        QCOMPARE(read.error().facts.value(0), setting);
        QVERIFY(!FileSettings::from({{u"path"_s, u"relative.csv"_s}}));
    }

    void filesThatAreNoTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << u"file.empty"_s;
        QTest::newRow("empty lines") << QByteArray("\n\n") << u"file.empty"_s;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\0\0\1\2\3\4\5\6", 25)
                                 << u"file.binary"_s;
        QTest::newRow("old spreadsheet") << QByteArray::fromHex("D0CF11E0A1B11AE1") << u"file.xls-old"_s;
        QTest::newRow("broken spreadsheet") << QByteArray("PK\x03\x04...") << u"file.xlsx-broken"_s;
    }
    void filesThatAreNoTablesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const Result<SniffedFile> file = sniffed(bytes);
        QVERIFY(!file);
        QTEST(file.error().code, "code");
    }

    void mixedEncodingsAreNamedWithTheirLine()
    {
        const Result<SniffedFile> file = sniffed("Name\nCaf\xC3\xA9\nplain\nM\xFCller\n");
        QVERIFY(file);
        QCOMPARE(file->sniff.remarks.value(0).code, u"file.encoding-mixed"_s);
        QCOMPARE(file->sniff.remarks.value(0).facts.value(1), u"4"_s);
    }

    void mergedHeadingsNameTheirColumns()
    {
        support::BookParts parts;
        const QByteArray text = "<c t=\"str\"><v>%</v></c>";
        const auto cell = [&](const char* value) { return QByteArray(text).replace('%', value); };
        parts.sheets = {{"Data", "<row>" + cell("Name") + cell("Spring") + "<c/>" + cell("Autumn") +
                                     "<c/></row>" + "<row><c/>" + cell("Net") + cell("Tax") + cell("Net") +
                                     cell("Tax") + "</row>" + "<row>" + cell("a") +
                                     "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>"}};
        const Result<SniffedFile> file = sniffed(parts.zip().bytes(), {}, u"book.xlsx"_s);
        QVERIFY(file);
        QStringList names;
        for (const auto& column : file->sniff.columns)
            names += column.name;
        QCOMPARE(names, (QStringList{u"Name"_s, u"Spring Net"_s, u"Spring Tax"_s, u"Autumn Net"_s,
                                     u"Autumn Tax"_s}));
        QCOMPARE(file->sniff.header.value, u"2"_s);
    }

    void sheetsAreSniffedToo()
    {
        support::BookParts parts;
        parts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
        parts.sheets = {
            {"Hidden| state=\"veryHidden\"", "<row/>"},
            {"Data",
             R"(<row r="2"><c t="str"><v>Name</v></c><c t="str"><v>Due</v></c><c t="str"><v>Sum</v></c></row>
                                    <row r="3"><c t="str"><v>a</v></c><c s="1"><v>46347</v></c><c><v>12.5</v></c></row>)"}};
        const Result<SniffedFile> file = sniffed(parts.zip().bytes(), {}, u"book.xlsx"_s);
        QVERIFY2(file, file ? "" : qPrintable(file.error().text));
        QVERIFY(file->sniff.spreadsheet);
        QCOMPARE(file->sniff.sheet, u"Data"_s);
        QCOMPARE(file->sniff.sheets, (QList<model::FileSheet>{{u"Hidden"_s, true}, {u"Data"_s, false}}));
        QCOMPARE(file->sniff.header.value, u"2"_s);
        QCOMPARE(typesOf(*file), (QStringList{u"text"_s, u"date"_s, u"number"_s}));
        QCOMPARE(file->sniff.columns[1].example, u"2026-11-21"_s);
    }
};

QTEST_GUILESS_MAIN(TestFileSniffer)
#include "testfilesniffer.moc"
