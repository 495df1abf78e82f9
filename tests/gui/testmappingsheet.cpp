#include "connectors/files/xlsx/xlsxpackage.h"
#include "connectors/files/xlsx/xlsxreader.h"
#include "connectors/files/xlsx/xlsxreport.h"
#include "gui/closedwonsheet.h"
#include "gui/mapping/sheetpaper.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QPrinter>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;
using Part = model::Report::Part;

/// The mapping as an auditor reads and signs it: what it says, its pages, and its workbook.
class TestMappingSheet final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia)); }

    void aFixedValueAListsConditionAndItsOrderAreInWords()
    {
        model::MappingDocument document = closedwon::complete();
        for (model::MappedField& rule : document.fields) {
            if (rule.to != "LineItems"_L1) continue;
            rule.filter = u"=[Quantity] > 0"_s;
            rule.sort = u"=[Description]"_s;
        }
        const MappingSheet sheet = sheetOfDocument(document);
        QCOMPARE(rowOf(sheet, u"Status"_s).from, u"always “Draft”"_s);
        QCOMPARE(rowOf(sheet, u"Date"_s).from, u"Close date"_s);
        QCOMPARE(rowOf(sheet, u"Line items"_s).from, u"one line for each of Products"_s);
        QCOMPARE(rowOf(sheet, u"Line items"_s).formula,
                 u"only where =[Quantity] > 0; sorted by =[Description]"_s);
        QCOMPARE(sheet.tables.size(), 1);
    }

    void theRatesThatConvertAsksAreInTheAppendix()
    {
        Worksheet worksheet;
        model::MappingDocument document = closedwon::complete();
        document.fields +=
            closedwon::rule(u"CurrencyRate"_s, u"=CONVERT(1, \"USD\", \"AUD\", [CloseDate])"_s);
        service::MappingBench bench = closedwon::bench(document);
        model::LookupTable rates;
        rates.name = u"Exchange rates"_s;
        rates.rows += model::LookupTable::Row{u"USD/AUD 2026-03-12"_s, u"1.5"_s};
        bench.lookups += rates;
        worksheet.open(bench, 0);
        QCOMPARE(sheetOf(worksheet).tables.size(), 2);
    }

    void whatChangedAroundTheRulesIsMarkedToo()
    {
        model::MappingDocument grouped = closedwon::complete();
        grouped.group = model::Grouping{{u"Number"_s}, u"Rows"_s, {}, {}};
        Worksheet worksheet;
        closedwon::fill(worksheet, grouped);
        service::KeptMapping before;
        before.version.version = 1;
        before.document = closedwon::complete();
        const MappingSheet sheet = sheetOf(worksheet, before);
        QCOMPARE(sheet.grouping, u"Rows of the same Number become one document."_s);
        QCOMPARE(sheet.wholeChanges, QStringList{u"Before, each record became a document."_s});
        QVERIFY(sheetHtml(sheet).contains(u"Before, each record became a document."_s));
    }

    /// Whatever the lengths of formulas and notes, no rule is torn and the pages are in order.
    void noRuleIsTornByTheEndOfAPage()
    {
        QRandomGenerator random(11);
        for (const bool marked : {false, true}) {
            MappingSheet sheet = sheetOfDocument(closedwon::complete());
            if (marked) sheet.since = u"Marked: changes since version 1"_s;
            for (int i = 0; i < 160; ++i)
                sheet.rows +=
                    MappingSheet::Row{i % 3,
                                      i % 9 == 0,
                                      u"Field %1"_s.arg(i),
                                      u"Account › Billing country "_s.repeated(random.bounded(4)),
                                      u"=IF(ISBLANK([Account]), 1, 2) "_s.repeated(random.bounded(14)),
                                      u"in"_s,
                                      u"out"_s,
                                      u"hold the record"_s,
                                      u"A note of some words. "_s.repeated(random.bounded(9)),
                                      {},
                                      false};
            QBuffer buffer;
            QVERIFY(buffer.open(QIODevice::WriteOnly));
            QPdfWriter pdf(&buffer);
            SheetPaper paper(sheet, pdf);
            QVERIFY(paper.pages() > 6);
            int last = 1;
            for (qsizetype rule = 0; rule < sheet.rows.size(); ++rule) {
                const int page = paper.pageOf(rule);
                QVERIFY2(page == last || page == last + 1, qPrintable(u"%1 on %2"_s.arg(rule).arg(page)));
                last = page;
            }
            QVERIFY(last <= paper.pages());
        }
    }

    void onlyTheWantedPagesArePrinted()
    {
        MappingSheet sheet = sheetOfDocument(closedwon::complete());
        for (int i = 0; i < 100; ++i)
            sheet.rows += sheet.rows[1];
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_folder.filePath(u"two.pdf"_s));
        printer.setPageRanges(QPageRanges::fromString(u"2,3"_s));
        SheetPaper paper(sheet, printer);
        QVERIFY(paper.pages() > 3);
        paper.print();
        QFile file(printer.outputFileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression kPage(u"/Type /Page\\b"_s);
        QCOMPARE(QString::fromLatin1(file.readAll()).count(kPage), 2);
    }

    void aRuleTallerThanAPageIsPrintedInFull()
    {
        MappingSheet sheet = sheetOfDocument(closedwon::complete());
        sheet.rows[2].formula = u"=[CloseDate] + 1 "_s.repeated(600);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPdfWriter pdf(&buffer);
        SheetPaper paper(sheet, pdf);
        QCOMPARE(paper.pageOf(2), 0);
        QVERIFY(paper.pageOf(1) == 1 && paper.pageOf(3) >= 3);
        paper.print();
        QVERIFY(buffer.data().startsWith("%PDF-"));
    }

    void aLongLookupTableIsCutOnPaperAndWholeInTheWorkbook()
    {
        MappingSheet sheet = sheetOfDocument(closedwon::complete());
        for (int i = 0; i < 200'000; ++i)
            sheet.tables[0].rows += model::LookupTable::Row{u"K%1"_s.arg(i), u"V"_s};
        const QString html = sheetHtml(sheet);
        QVERIFY(html.size() < 200'000);
        QVERIFY(html.contains(u"199604 more rows of this table"_s) ||
                html.contains(u"199,604 more rows of this table"_s));
        QVERIFY(sheetReport(sheet).sheets[1].rows.size() > 200'000);
    }

    void theWorkbookPrintsWithHeadingsPageNumbersAndLinesToSign()
    {
        MappingSheet sheet = sheetOfDocument(closedwon::complete());
        sheet.title += u" & co"_s;
        sheet.rows[1].change = u"New"_s;
        sheet.rows[2].formula = u"=IF(ISBLANK([Account]), 1, 2) + "_s.repeated(4); // more than one line of it
        sheet.since = u"Marked: changes since version 1"_s;
        const model::Report report = sheetReport(sheet);
        QCOMPARE(report.sheets.size(), 2);
        const QString path = m_folder.filePath(u"sheet.xlsx"_s);
        QVERIFY(connectors::writeReport(path, report));
        auto file = std::make_unique<QFile>(path);
        QVERIFY(file->open(QIODevice::ReadOnly));
        const auto package = connectors::XlsxPackage::open(std::move(file), u"sheet.xlsx"_s);
        QVERIFY(package);
        const QString rules = textOf(**package, u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(rules.contains(u"orientation=\"landscape\""_s) && rules.contains(u"fitToHeight=\"0\""_s));
        QVERIFY(rules.contains(u"Page &amp;P of &amp;N"_s));
        QVERIFY2(rules.contains(u"&amp;&amp; co"_s), "a sign of a footer's commands is doubled");
        QVERIFY(rules.contains(u"state=\"frozen\""_s));
        QVERIFY(rules.contains(QRegularExpression(u"ht=\"(45|60)\""_s))); // as tall as its lines
        QVERIFY(textOf(**package, u"xl/workbook.xml"_s).contains(u"_xlnm.Print_Titles"_s));
        QVERIFY(rules.contains(u"Approved by"_s) && !rules.contains(u"<f>"_s)); // formulas are texts
        QVERIFY(textOf(**package, u"xl/worksheets/sheet2.xml"_s).contains(u"Zero-rated export"_s));
    }

    void aFaultLeavesTheOldFile()
    {
        const QString path = m_folder.filePath(u"old.xlsx"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        model::Report report;
        report.sheets += {u"One"_s, {}, {{Part::Line, {QString(40'000, u'x')}}}};
        const Result<void> done = connectors::writeReport(path, report);
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"file.cell-too-long"_s);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "old");
        QCOMPARE(QDir(m_folder.path()).entryList({u"*part*"_s}, QDir::Files | QDir::Hidden).size(), 0);
    }

  private:
    [[nodiscard]] static MappingSheet sheetOfDocument(const model::MappingDocument& document)
    {
        Worksheet worksheet;
        closedwon::fill(worksheet, document);
        return sheetOf(worksheet);
    }
    [[nodiscard]] static MappingSheet::Row rowOf(const MappingSheet& sheet, const QString& target)
    {
        for (const MappingSheet::Row& row : sheet.rows)
            if (row.target == target) return row;
        return {};
    }
    [[nodiscard]] static QString textOf(const connectors::XlsxPackage& package, const QString& part)
    {
        const auto device = package.part(part);
        return device ? QString::fromUtf8((*device)->readAll()) : QString();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestMappingSheet)
#include "testmappingsheet.moc"
