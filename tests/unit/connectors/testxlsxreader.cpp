#include "connectors/files/tablewriter.h"
#include "connectors/files/xlsx/sheetnumber.h"
#include "connectors/files/xlsx/xlsxreader.h"

#include "xlsxparts.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::FieldType;
using model::Value;

namespace {

Result<std::unique_ptr<XlsxReader>> opened(const QByteArray& bytes, const QString& sheet = {},
                                           XlsxLimits limits = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return XlsxReader::open(std::move(buffer), u"book.xlsx"_s, sheet, {}, limits);
}

BookParts bookOf(const QByteArray& rows)
{
    BookParts parts;
    parts.sheets = {{"Data", rows}};
    parts.strings = "<si><t>shared</t></si><si><r><t>rich </t></r><r><t xml:space=\"preserve\">text</t></r>"
                    "<rPh sb=\"0\" eb=\"1\"><t>hidden</t></rPh></si>";
    parts.styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\-mmm\\-yyyy\"/>"
        "<numFmt numFmtId=\"171\" formatCode=\"&quot;d&quot;#,##0.00;[Red]-0\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/>"
        "<xf numFmtId=\"22\"/></cellXfs>";
    return parts;
}

/// The code of the first error on the way through a book; empty when there is none.
QString codeOf(const QByteArray& bytes, XlsxLimits limits = {})
{
    const auto reader = opened(bytes, {}, limits);
    if (!reader) return reader.error().code;
    for (;;) {
        const Result<bool> more = (*reader)->next();
        if (!more) return more.error().code;
        if (!*more) return {};
    }
}

} // namespace

class TestXlsxReader final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyKindOfCellIsRead_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const QByteArray& cell, FieldType type, const char* plain,
                            CellFault fault = CellFault::None) {
            QTest::newRow(name) << cell << int(type) << QString::fromUtf8(plain) << int(fault);
        };
        row("shared", R"(<c t="s"><v>0</v></c>)", FieldType::Text, "shared");
        row("rich", R"(<c t="s"><v>1</v></c>)", FieldType::Text, "rich text");
        row("inline", R"(<c t="inlineStr"><is><t>in &amp; out</t></is></c>)", FieldType::Text, "in & out");
        row("escaped", R"(<c t="str"><v>a_x000D_b_x005F_x0041__x</v></c>)", FieldType::Text, "a\rb_x0041__x");
        row("formula text", R"(<c t="str"><f>A1</f><v>made</v></c>)", FieldType::Text, "made");
        row("number", "<c><v>12.50</v></c>", FieldType::Number, "12.50");
        row("number as text", "<c><v>12.50</v></c>", FieldType::Text, "12.50");
        row("binary noise", "<c><v>1.1000000000000001</v></c>", FieldType::Number, "1.1");
        row("more noise", "<c><v>0.30000000000000004</v></c>", FieldType::Number, "0.30000000000000004");
        row("17 whole digits", "<c><v>12345678901234567</v></c>", FieldType::Number, "12345678901234567");
        row("exact 20 digits", "<c><v>1234567890.1234567891</v></c>", FieldType::Number,
            "1234567890.1234567891");
        row("exponent", "<c><v>1.5E+3</v></c>", FieldType::Number, "1500");
        row("40 digits", "<c><v>1234567890123456789012345678901234567890</v></c>", FieldType::Number,
            "1234567890123456789012345678901234567890", CellFault::NumberTooLong);
        row("date", R"(<c s="1"><v>46347</v></c>)", FieldType::Date, "2026-11-21");
        row("date of its own format", R"(<c s="2"><v>46347</v></c>)", FieldType::Date, "2026-11-21");
        row("date as text", R"(<c s="1"><v>46347</v></c>)", FieldType::Text, "2026-11-21");
        row("a d in quotes is no date", R"(<c s="3"><v>46347</v></c>)", FieldType::Text, "46347");
        row("date and time", R"(<c s="4"><v>46347.427083333336</v></c>)", FieldType::Instant,
            "2026-11-21T10:15:00.000Z");
        row("first days", R"(<c s="1"><v>59</v></c>)", FieldType::Date, "1900-02-28");
        row("29 February 1900", R"(<c s="1"><v>60</v></c>)", FieldType::Date, "60", CellFault::Serial);
        row("1 March 1900", R"(<c s="1"><v>61</v></c>)", FieldType::Date, "1900-03-01");
        row("before the calendar", R"(<c s="1"><v>-1</v></c>)", FieldType::Date, "-1", CellFault::Serial);
        row("text date", R"(<c t="str"><v>2026-02-30</v></c>)", FieldType::Date, "2026-02-30",
            CellFault::DateImpossible);
        row("boolean", R"(<c t="b"><v>1</v></c>)", FieldType::Boolean, "true");
        row("boolean as text", R"(<c t="b"><v>0</v></c>)", FieldType::Text, "FALSE");
        row("error", R"(<c t="e"><v>#N/A</v></c>)", FieldType::Number, "#N/A", CellFault::Formula);
        row("not computed", "<c><f>SUM(A1:A9)</f></c>", FieldType::Number, "(formula)", CellFault::Formula);
    }
    void everyKindOfCellIsRead()
    {
        QFETCH(QByteArray, cell);
        QFETCH(int, type);
        QFETCH(QString, plain);
        QFETCH(int, fault);
        const auto reader = opened(bookOf("<row>" + cell + "</row>").zip().bytes());
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        const Result<bool> more = (*reader)->next();
        QVERIFY2(more && *more, more ? "no row" : qPrintable(more.error().text));
        CellFault found = CellFault::None;
        QCOMPARE((*reader)->cell(0, FieldType(type), &found).toPlainText(), plain);
        QCOMPARE(int(found), fault);
    }

    void theOtherCalendarCountsFrom1904()
    {
        BookParts parts = bookOf(R"(<row><c s="1"><v>44885</v></c></row>)");
        parts.bookProperties = R"(<workbookPr date1904="1"/>)";
        const auto reader = opened(parts.zip().bytes());
        QVERIFY(reader);
        QVERIFY(*(*reader)->next());
        CellFault fault = CellFault::None;
        QCOMPARE((*reader)->cell(0, FieldType::Date, &fault).toPlainText(), u"2026-11-21"_s);
    }

    void gapsOfRowsAndCellsAreBlank()
    {
        const auto reader =
            opened(bookOf(R"(<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="9"/>
            <row r="1048576"><c r="XFD1048576"><v>3</v></c></row>)")
                       .zip()
                       .bytes());
        QVERIFY(reader);
        QVERIFY(*(*reader)->next());
        QCOMPARE((*reader)->line(), 3);
        QCOMPARE((*reader)->width(), 27);
        QVERIFY((*reader)->isBlank(0));
        QCOMPARE((*reader)->text(26), u"2"_s);
        QVERIFY(*(*reader)->next());
        QCOMPARE((*reader)->line(), 1'048'576);
        QCOMPARE((*reader)->width(), 16'384);
        QVERIFY(!*(*reader)->next());
    }

    void theFirstVisibleSheetIsRead()
    {
        BookParts parts;
        parts.sheets = {{"Secret| state=\"hidden\"", "<row><c><v>1</v></c></row>"},
                        {"Shown", "<row><c><v>2</v></c></row>"},
                        {"Other", "<row><c><v>3</v></c></row>"}};
        const QByteArray bytes = parts.zip().bytes();
        const auto text = [&](const QString& sheet) {
            const auto reader = opened(bytes, sheet);
            return reader && *(*reader)->next() ? (*reader)->text(0) : reader.error().code;
        };
        QCOMPARE(text({}), u"2"_s);
        QCOMPARE(text(u"other"_s), u"3"_s);
        QCOMPARE(text(u"Secret"_s), u"1"_s);
        const auto missing = opened(bytes, u"Gone"_s);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, u"file.xlsx-sheet"_s);
        QCOMPARE(missing.error().facts, (QStringList{u"book.xlsx"_s, u"Gone"_s}));
    }

    void theClaimOfItsSizeIsNotBelieved()
    {
        BookParts parts = bookOf("<row><c><v>1</v></c></row>");
        parts.beforeData = R"(<dimension ref="A1:XFD1048576"/>)";
        QCOMPARE(codeOf(parts.zip().bytes()), QString());
    }

    void hostileBooksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray good = "<row><c><v>1</v></c></row>";
        const auto row = [](const char* name, const QByteArray& bytes, const char16_t* code) {
            QTest::newRow(name) << bytes << QString::fromUtf16(code);
        };
        const auto sheet = [](const QByteArray& rows) { return bookOf(rows).zip().bytes(); };
        row("no zip", "PK\x03\x04 and then nothing", u"file.xlsx-broken");
        row("cut", sheet(good).chopped(40), u"file.xlsx-broken");
        row("no workbook", ZipBytes().add("a.txt", "b").bytes(), u"file.xlsx-broken");
        row("old format", QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(600, '\0'), u"file.xls-old");
        QByteArray secret = QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(600, '\0');
        for (const char byte : QByteArray("EncryptedPackage"))
            secret += QByteArray(1, byte) + '\0';
        row("password", secret, u"file.xlsx-password");
        row("binary workbook", bookOf(good).zip().add("xl/workbook.bin", "x").bytes(), u"file.xlsx-binary");
        row("path upwards", bookOf(good).zip().add("../../evil.txt", "x").bytes(), u"file.xlsx-path");
        row("path with backslashes", bookOf(good).zip().add("..\\evil.txt", "x").bytes(), u"file.xlsx-path");
        row("absolute path", bookOf(good).zip().add("/etc/passwd", "x").bytes(), u"file.xlsx-path");
        row("drive", bookOf(good).zip().add("C:/evil.txt", "x").bytes(), u"file.xlsx-path");
        row("two of one name", bookOf(good).zip().add("xl/workbook.xml", "x").bytes(), u"file.xlsx-broken");
        row("bomb",
            sheet("<row>" + QByteArray("<c><v>1</v></c>").repeated(1000) + "</row>" +
                  QByteArray("<x/>").repeated(20'000'000)),
            u"file.xlsx-bomb");
        row("document type", sheet(good).isEmpty() ? QByteArray() : [&] {
            BookParts parts = bookOf(good);
            parts.strings = "</sst><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst>";
            return parts.zip().bytes();
        }(), u"file.xlsx-broken");
        row("deep", sheet(QByteArray("<a>").repeated(5000)), u"file.xlsx-broken");
        row("endless tag", sheet("<row a=\"" + QByteArray(100'000, 'x') + "\"/>"), u"file.xlsx-broken");
        row("zero byte", sheet(QByteArray("<row>\0</row>", 12)), u"file.xlsx-broken");
        row("rows backwards", sheet(R"(<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>)"),
            u"file.xlsx-broken");
        row("row beyond the sheet", sheet(R"(<row r="1048577"><c><v>1</v></c></row>)"), u"file.xlsx-broken");
        row("column beyond the sheet", sheet(R"(<row><c r="XFE1"><v>1</v></c></row>)"), u"file.too-wide");
        row("cells backwards", sheet(R"(<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)"),
            u"file.too-wide");
        row("text that is not there", sheet(R"(<row><c t="s"><v>99</v></c></row>)"), u"file.xlsx-broken");
        row("negative text", sheet(R"(<row><c t="s"><v>-1</v></c></row>)"), u"file.xlsx-broken");
        row("long cell", sheet("<row><c t=\"str\"><v>" + QByteArray(32'768, 'x') + "</v></c></row>"),
            u"file.cell-too-long");
        row("no end", sheet("<row><c><v>1</v>"), u"file.xlsx-broken");
    }
    void hostileBooksAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QTEST(codeOf(bytes), "code");
    }

    void aDamagedPartIsNoticed()
    {
        QByteArray bytes = bookOf("<row><c><v>123456789</v></c></row>").zip().bytes();
        const qsizetype at = bytes.indexOf("sheet1.xml") + 40;
        bytes[at] = char(bytes[at] ^ 0x55);
        QVERIFY(!codeOf(bytes).isEmpty());
    }

    void tooManyTextsAreRefused()
    {
        XlsxLimits limits;
        limits.strings = 1;
        QCOMPARE(codeOf(bookOf("<row/>").zip().bytes(), limits), u"file.xlsx-bomb"_s);
    }

    void manyTextsLieInAFile()
    {
        BookParts parts;
        QByteArray rows;
        const QByteArray filler(2000, 'y');
        for (int i = 0; i < 30'000; ++i)
            parts.strings += "<si><t>" + QByteArray::number(i) + filler + "</t></si>";
        parts.sheets = {{"Data", R"(<row><c t="s"><v>0</v></c><c t="s"><v>29999</v></c></row>)"}};
        XlsxLimits limits;
        limits.ratio = 100'000;
        const auto reader = opened(parts.zip().bytes(), {}, limits);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        QVERIFY(*(*reader)->next());
        QVERIFY((*reader)->text(0).startsWith(u"0y"_s));
        QVERIFY((*reader)->text(1).startsWith(u"29999y"_s));
    }

    void formatsAreKnownByTheirLook_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("look");
        QTest::newRow("iso") << u"yyyy\\-mm\\-dd"_s << int(CellLook::Date);
        QTest::newRow("locale") << u"[$-407]d. mmm yyyy"_s << int(CellLook::Date);
        QTest::newRow("month") << u"mmm\\ yy"_s << int(CellLook::Date);
        QTest::newRow("month alone") << u"mmmm"_s << int(CellLook::Date);
        QTest::newRow("date and time") << u"yyyy-mm-dd hh:mm"_s << int(CellLook::DateTime);
        QTest::newRow("time") << u"hh:mm:ss"_s << int(CellLook::Time);
        QTest::newRow("elapsed") << u"[h]:mm"_s << int(CellLook::Time);
        QTest::newRow("money") << u"#,##0.00\\ \"dollars\""_s << int(CellLook::Plain);
        QTest::newRow("red") << u"0.00;[Red]-0.00"_s << int(CellLook::Plain);
        QTest::newRow("general") << u"General"_s << int(CellLook::Plain);
    }
    void formatsAreKnownByTheirLook()
    {
        QFETCH(QString, format);
        QFETCH(int, look);
        QCOMPARE(int(lookOfFormat(format)), look);
    }

    void whatIsWrittenIsReadAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.xlsx"_s);
        const auto big = Decimal::parse("12345678901234567.89");
        auto table = createTable(path, {.spreadsheet = true});
        QVERIFY(table);
        QVERIFY(
            (*table)->row({Value(u"=1+1"_s), Value(Decimal::fromScaled(1050, 2)), Value(*big),
                           Value(Date(2026, 11, 21)), Value(true), Value(), Value(u"Łódź \n\"_x0041_\""_s)}));
        QVERIFY(!QFile::exists(path));
        QVERIFY((*table)->commit());
        auto file = std::make_unique<QFile>(path);
        QVERIFY(file->open(QIODevice::ReadOnly));
        const auto reader = XlsxReader::open(std::move(file), u"out.xlsx"_s, {}, {});
        QVERIFY(reader);
        QVERIFY(*(*reader)->next());
        CellFault fault = CellFault::None;
        const auto cell = [&](int column, FieldType type) { return (*reader)->cell(column, type, &fault); };
        QCOMPARE(cell(0, FieldType::Text), Value(u"=1+1"_s));
        QCOMPARE(cell(1, FieldType::Number), Value(Decimal::fromScaled(1050, 2)));
        QCOMPARE((*reader)->ownType(1), FieldType::Number);
        QCOMPARE(cell(2, FieldType::Number), Value(*big));
        QCOMPARE((*reader)->ownType(2), FieldType::Text); // no binary fraction names it
        QCOMPARE(cell(3, FieldType::Date), Value(Date(2026, 11, 21)));
        QCOMPARE(cell(4, FieldType::Boolean), Value(true));
        QVERIFY((*reader)->isBlank(5));
        QCOMPARE(cell(6, FieldType::Text), Value(u"Łódź \n\"_x0041_\""_s));
        QCOMPARE(fault, CellFault::None);
    }

    void anUnfinishedTableLeavesNothing()
    {
        const QTemporaryDir folder;
        for (const QString& name : {u"a.xlsx"_s, u"a.csv"_s}) {
            QFile old(folder.filePath(name));
            QVERIFY(old.open(QIODevice::WriteOnly));
            old.write("old");
            old.close();
            auto table = createTable(folder.filePath(name), {.spreadsheet = name.endsWith(u"xlsx"_s)});
            QVERIFY(table);
            QVERIFY((*table)->row({Value(u"new"_s)}));
            table->reset();
            QVERIFY(old.open(QIODevice::ReadOnly));
            QCOMPARE(old.readAll(), QByteArray("old"));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aNumberIsWrittenOnlyWhenItComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("exact");
        QTest::newRow("money") << QByteArray("1234567.89") << true;
        QTest::newRow("cents") << QByteArray("0.01") << true;
        QTest::newRow("15 digits") << QByteArray("123456789012345") << true;
        QTest::newRow("16 digits") << QByteArray("1234567890123456") << false;
        QTest::newRow("long fraction") << QByteArray("0.1234567890123456789") << false;
        QTest::newRow("zeros behind") << QByteArray("1.50000000000000000000") << true;
    }
    void aNumberIsWrittenOnlyWhenItComesBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, exact);
        const auto number = Decimal::parse(std::string_view(text.constData(), size_t(text.size())));
        QVERIFY(number);
        QCOMPARE(exactSheetNumber(*number).has_value(), exact);
    }
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "testxlsxreader.moc"
