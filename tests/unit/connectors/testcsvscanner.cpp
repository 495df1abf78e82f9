#include "connectors/files/csv/csvreader.h"
#include "connectors/files/csv/csvscanner.h"
#include "connectors/files/tablewriter.h"

#include <QBuffer>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

using Rows = QList<QList<QByteArray>>;

/// Gives its bytes in pieces, as a slow disk would.
class Pieces final : public ByteSource
{
  public:
    Pieces(QByteArray bytes, qint64 piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
    }
    Result<qint64> read(char* into, qint64 most) override
    {
        const qint64 count = std::min({most, m_piece, qint64(m_bytes.size()) - m_at});
        std::copy_n(m_bytes.constData() + m_at, count, into);
        m_at += count;
        return count;
    }

  private:
    QByteArray m_bytes;
    qint64 m_piece;
    qint64 m_at = 0;
};

struct Scanned {
    Rows rows;
    QList<qint64> lines;
    QString code;
    QStringList facts;
};

Scanned scanned(const QByteArray& bytes, CsvDialect dialect = {}, CsvLimits limits = {},
                qint64 piece = 1 << 20)
{
    CsvScanner scanner(std::make_unique<Pieces>(bytes, piece), dialect, u"book.csv"_s, limits);
    Scanned out;
    for (;;) {
        const Result<bool> more = scanner.next();
        if (!more) {
            out.code = more.error().code;
            out.facts = more.error().facts;
            return out;
        }
        if (!*more) return out;
        QList<QByteArray> cells;
        for (const std::string_view cell : scanner.cells())
            cells += QByteArray(cell.data(), qsizetype(cell.size()));
        out.rows += cells;
        out.lines += scanner.line();
    }
}

} // namespace

class TestCsvScanner final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void rowsAndCellsAreCut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char* name, const QByteArray& text, const Rows& rows) {
            QTest::newRow(name) << text << rows;
        };
        row("nothing", "", {});
        row("line ends only", "\r\n\n\r", {});
        row("one cell", "a", {{"a"}});
        row("LF", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}});
        row("CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
        row("CR", "a,b\rc,d", {{"a", "b"}, {"c", "d"}});
        row("blank cells", ",\n,,\n", {{"", ""}, {"", "", ""}});
        row("empty lines", "a\n\n\nb\n", {{"a"}, {"b"}});
        row("quoted", "\"a\",\"b,c\"\n", {{"a", "b,c"}});
        row("doubled quote", "\"say \"\"hi\"\"\",x\n", {{"say \"hi\"", "x"}});
        row("only quotes", "\"\"\"\"\n", {{"\""}});
        row("empty quotes", "\"\",\"\"\n", {{"", ""}});
        row("line end in quotes", "\"a\r\nb\nc\rd\",x\ny,z", {{"a\r\nb\nc\rd", "x"}, {"y", "z"}});
        row("quote inside", "12\" pipe,5\n", {{"12\" pipe", "5"}});
        row("blank before a quote", "a, \"b\"\n", {{"a", " \"b\""}});
        row("no end of line after a quote", "\"a\"", {{"a"}});
        row("two doubled cells", "\"a\"\"b\",\"c\"\"\"\"d\"\n", {{"a\"b", "c\"\"d"}});
    }
    void rowsAndCellsAreCut()
    {
        QFETCH(QByteArray, text);
        QFETCH(Rows, rows);
        const Scanned whole = scanned(text);
        QCOMPARE(whole.code, QString());
        QCOMPARE(whole.rows, rows);
        // The same, whatever piece the disk gives.
        for (const qint64 piece : {1, 2, 3, 7})
            QCOMPARE(scanned(text, {}, {}, piece).rows, rows);
    }

    void rowsThatStraddleTheBufferAreWhole()
    {
        QByteArray text;
        Rows rows;
        for (int i = 0; text.size() < 2'000'000; ++i) {
            const QByteArray cell(i % 977, char('a' + i % 26));
            text += "\"" + cell + "\"\"\r\n\"," + QByteArray::number(i) + "\r\n";
            rows += QList<QByteArray>{cell + "\"\r\n", QByteArray::number(i)};
        }
        const Scanned found = scanned(text);
        QCOMPARE(found.code, QString());
        QCOMPARE(found.rows, rows);
        QCOMPARE(found.lines.last(), qint64(rows.size()) * 2 - 1);
        QCOMPARE(scanned(text, {}, {}, 4093).rows, rows);
    }

    void aRowLongerThanTheBufferIsWhole()
    {
        const QByteArray cell(900'000, 'x');
        const Scanned found = scanned(cell + "," + cell + ",\"" + cell + "\"\nb\n");
        QCOMPARE(found.code, QString());
        QCOMPARE(found.rows, (Rows{{cell, cell, cell}, {"b"}}));
    }

    void faultsNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("unclosed") << QByteArray("a,b\nc,\"d\ne,f\n") << u"file.csv-unclosed"_s
                                  << QStringList{u"book.csv"_s, u"2"_s};
        QTest::newRow("behind a quote") << QByteArray("a,b\n\nc,\"d\"e\n") << u"file.csv-quote"_s
                                        << QStringList{u"book.csv"_s, u"3"_s, u"2"_s};
        QTest::newRow("too wide") << QByteArray("a\n") + QByteArray(20, ',') << u"file.too-wide"_s
                                  << QStringList{u"book.csv"_s, u"2"_s, u"10"_s};
        QTest::newRow("long cell") << QByteArray("\"l\n\n\"\na,") + QByteArray(200, 'x')
                                   << u"file.cell-too-long"_s
                                   << QStringList{u"book.csv"_s, u"4"_s, u"2"_s, u"100"_s};
        QTest::newRow("zero byte") << QByteArray("a\nb\0c", 5) << u"file.binary"_s
                                   << QStringList{u"book.csv"_s};
    }
    void faultsNameTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        CsvLimits limits;
        limits.columns = 10;
        limits.cell = 100;
        const Scanned found = scanned(text, {}, limits);
        QCOMPARE(found.code, code);
        QCOMPARE(found.facts, facts);
    }

    void anUnclosedQuoteDoesNotEatMemory()
    {
        CsvLimits limits;
        limits.row = 1'000'000;
        const Scanned found = scanned("a,b\nc,\"" + QByteArray(5'000'000, '\n'), {}, limits);
        QCOMPARE(found.code, u"file.csv-unclosed"_s);
        QCOMPARE(found.facts.value(1), u"2"_s);
    }

    void anErrorStays()
    {
        CsvScanner scanner(std::make_unique<Pieces>("a,\"b\"c\nd\n", 100), {}, u"book.csv"_s);
        QVERIFY(!scanner.next());
        QVERIFY(!scanner.next());
    }

    void otherDialects()
    {
        QCOMPARE(scanned("a;'b;''c'\n", {';', '\''}).rows, (Rows{{"a", "b;'c"}}));
        QCOMPARE(scanned("a\t\"b\n", {'\t', 0}).rows, (Rows{{"a", "\"b"}}));
    }

    void wideTextIsReadLikeAnyOther()
    {
        QBuffer buffer;
        buffer.setData(QByteArray("\xFF\xFE"
                                  "a\0,\0\xAC\x20\n\0b\0,\0c\0",
                                  16));
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvScanner scanner(bytesOf(buffer, TextEncoding::Utf16Le, u"book.csv"_s), {}, u"book.csv"_s);
        const Result<bool> first = scanner.next();
        QVERIFY(first && *first);
        QCOMPARE(scanner.cells()[1], std::string_view("\xE2\x82\xAC"));
        const Result<bool> second = scanner.next();
        QVERIFY(second && *second);
        QCOMPARE(scanner.cells()[0], std::string_view("b"));
        const Result<bool> third = scanner.next();
        QVERIFY(third && !*third);
    }

    void cellsHaveTheirTypeOrSayWhyNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("mark");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* text, FieldType type, const char* plain,
                            CellFault fault = CellFault::None, DecimalMark mark = DecimalMark::Point,
                            DateOrder order = DateOrder::DayMonthYear) {
            QTest::addRow("%s as %d %d", text, int(type), int(mark) * 10 + int(order))
                << QString::fromUtf8(text) << int(type) << int(mark) << int(order) << QString::fromUtf8(plain)
                << int(fault);
        };
        constexpr auto kNumber = FieldType::Number;
        constexpr auto kDate = FieldType::Date;
        constexpr auto kComma = DecimalMark::Comma;
        row("1234.56", kNumber, "1234.56");
        row("1,234,567.80", kNumber, "1234567.80");
        row("12,34,567.8", kNumber, "1234567.8");
        row("1 234.5", kNumber, "1234.5");
        row("1'234.5", kNumber, "1234.5");
        row("-5", kNumber, "-5");
        row("5-", kNumber, "-5");
        row("(5.10)", kNumber, "-5.10");
        row("$1,000", kNumber, "1000");
        row("-$5", kNumber, "-5");
        row("€ 12.30", kNumber, "12.30");
        row("−7", kNumber, "-7");
        row(" 7 ", kNumber, "7");
        row("1.5e3", kNumber, "1500");
        row(".5", kNumber, "0.5");
        row("1,23", kNumber, "1,23", CellFault::Number);
        row("1,2345", kNumber, "1,2345", CellFault::Number);
        row("1.2.3", kNumber, "1.2.3", CellFault::Number);
        row("10%", kNumber, "10%", CellFault::Number);
        row("--5", kNumber, "--5", CellFault::Number);
        row("1234567890123456789012345678901234567890", kNumber, "1234567890123456789012345678901234567890",
            CellFault::NumberTooLong);
        row("12345678901234567890123456789012345678", kNumber, "12345678901234567890123456789012345678");
        row("1.234,56", kNumber, "1234.56", CellFault::None, kComma);
        row("1 234,56", kNumber, "1234.56", CellFault::None, kComma);
        row("1\u00A0234,56", kNumber, "1234.56", CellFault::None, kComma);
        row("1.234", kNumber, "1234", CellFault::None, kComma);
        row("12.34", kNumber, "12.34", CellFault::Number, kComma);
        row("2026-11-21", kDate, "2026-11-21");
        row("2026/1/2", kDate, "2026-01-02");
        row("03/04/2026", kDate, "2026-04-03");
        row("03/04/2026", kDate, "2026-03-04", CellFault::None, DecimalMark::Point, DateOrder::MonthDayYear);
        row("3.4.26", kDate, "2026-04-03", CellFault::None, DecimalMark::Point, DateOrder::MonthDayYear);
        row("21 Nov 2026", kDate, "2026-11-21");
        row("21-Nov-26", kDate, "2026-11-21");
        row("November 21, 2026", kDate, "2026-11-21");
        row("1/1/99", kDate, "1999-01-01");
        row("2026-11-21T10:15:00Z", kDate, "2026-11-21");
        row("30/02/2026", kDate, "30/02/2026", CellFault::DateImpossible);
        row("2026-02-30", kDate, "2026-02-30", CellFault::DateImpossible);
        row("29/02/2027", kDate, "29/02/2027", CellFault::DateImpossible);
        row("29/02/2028", kDate, "2028-02-29");
        row("soon", kDate, "soon", CellFault::Date);
        row("2026-13-01", kDate, "2026-13-01", CellFault::DateImpossible);
        row("2026-11-21 10:15", FieldType::Instant, "2026-11-21T10:15:00.000Z");
        row("21/11/2026 10:15:30 pm", FieldType::Instant, "2026-11-21T22:15:30.000Z");
        row("2026-11-21T10:15:00+02:00", FieldType::Instant, "2026-11-21T08:15:00.000Z");
        row("TRUE", FieldType::Boolean, "true");
        row("no", FieldType::Boolean, "false");
        row("maybe", FieldType::Boolean, "maybe", CellFault::Boolean);
        row("007", FieldType::Text, "007");
    }
    void cellsHaveTheirTypeOrSayWhyNot()
    {
        QFETCH(QString, text);
        QFETCH(int, type);
        QFETCH(int, mark);
        QFETCH(int, order);
        QFETCH(QString, plain);
        QFETCH(int, fault);
        CellFault found = CellFault::None;
        const std::string bytes = text.toUtf8().toStdString();
        const model::Value value =
            cellValue(bytes, FieldType(type), {DecimalMark(mark), DateOrder(order)}, &found);
        QCOMPARE(value.toPlainText(), plain);
        QCOMPARE(int(found), fault);
        if (found == CellFault::None && FieldType(type) != FieldType::Text) QVERIFY(!value.isText());
    }

    void formulasAreMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        for (const QString& text :
             {u"=1+1"_s, u"+61 2 9999"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"＝1+1"_s, u"-"_s})
            QTest::addRow("%s", qPrintable(text)) << text << u'\'' + text;
        for (const QString& text :
             {u"-5"_s, u"+5.25"_s, u"-1,234.56"_s, u"-1.234,56"_s, u"a=b"_s, u""_s, u"'x"_s})
            QTest::addRow("plain %s", qPrintable(text)) << text << text;
    }
    void formulasAreMadeHarmless()
    {
        QFETCH(QString, text);
        QTEST(formulaSafe(text), "safe");
    }
};

QTEST_GUILESS_MAIN(TestCsvScanner)
#include "testcsvscanner.moc"
