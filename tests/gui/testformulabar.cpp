#include "gui/closedwonsheet.h"
#include "gui/mapping/formulabar.h"
#include "gui/mapping/formulaedit.h"
#include "gui/mapping/formulahints.h"
#include "gui/mapping/whyvalue.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// The formula bar alone over a worksheet: what it shows, what typing does, what helps and what is wrong.
class TestFormulaBar final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
        registerIcons();
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { open(closedwon::complete()); }
    void cleanup()
    {
        m_window.reset();
        m_sheet.reset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
    }

    void aFormulaIsShownInTheReadersWords_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("shown");
        const QLocale english(QLocale::English, QLocale::Australia);
        const QLocale german(QLocale::German, QLocale::Germany);
        QTest::newRow("labels of a parent")
            << english << u"LineItems.TaxType"_s
            << u"=LOOKUP(\"Region to tax rate\", [..Account › Billing country])"_s;
        QTest::newRow("a plain field") << english << u"Date"_s << u"=[Close date]"_s;
        QTest::newRow("a line's field")
            << english << u"LineItems.UnitAmount"_s << u"=ROUND([Sales price], 4)"_s;
        QTest::newRow("German signs") << german << u"LineItems.UnitAmount"_s << u"=ROUND([Sales price]; 4)"_s;
        QTest::newRow("a list") << english << u"LineItems"_s << u"=[Products]"_s;
    }
    void aFormulaIsShownInTheReadersWords()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, target);
        QFETCH(QString, shown);
        QLocale::setDefault(locale);
        choose(target);
        QCOMPARE(edit()->toPlainText(), shown);
    }

    void fieldsFunctionsAndValuesHaveTheirColours()
    {
        choose(u"LineItems.UnitAmount"_s); // =ROUND([Sales price], 4)
        const Tokens& t = tokensOf(edit()->palette());
        const auto colourAt = [this](const QString& word) {
            const QTextBlock block = edit()->document()->firstBlock();
            const int at = int(block.text().indexOf(word));
            for (const auto& range : block.layout()->formats())
                if (at >= range.start && at < range.start + range.length)
                    return range.format.foreground().color();
            return QColor();
        };
        QCOMPARE(colourAt(u"ROUND"_s), t.accent);
        QCOMPARE(colourAt(u"[Sales"_s), t.ok);
        QCOMPARE(colourAt(u"4"_s), t.warn);
    }

    void eachKeystrokeShowsItsResultAndAllOfThemAreOneStep()
    {
        choose(u"BrandingTheme"_s);
        focus();
        type(u"=[Amount]*2"_s);
        QCOMPARE(formula(u"BrandingTheme"_s), u"=[Amount]*2"_s);
        QCOMPARE(result()->text(), u"✓ 38,435.68"_s);
        QTest::keyClick(edit(), Qt::Key_Backspace);
        type(u"3"_s);
        QCOMPARE(result()->text(), u"✓ 57,653.52"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(m_sheet->draft().history().size(), 1);
        m_sheet->draft().undo();
        QVERIFY(!m_sheet->draft().rule(u"BrandingTheme"_s));
        QCOMPARE(edit()->toPlainText(), QString());
    }

    void escapeTakesBackWhatWasTyped()
    {
        choose(u"Reference"_s);
        focus();
        type(u" & \"x\""_s);
        QVERIFY(formula(u"Reference"_s).endsWith(u"\"x\""_s));
        const QSignalSpy done(m_bar, &FormulaBar::done);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QCOMPARE(formula(u"Reference"_s), u"=[Number]"_s);
        QCOMPARE(edit()->toPlainText(), u"=[Number]"_s);
        QCOMPARE(done.count(), 1);
        QVERIFY(!m_sheet->draft().isModified());
    }

    void withoutTheSignItIsAFixedValueAsInACell_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::newRow("text") << u"Standard"_s << u"=\"Standard\""_s;
        QTest::newRow("text with a quote") << u"5\" pipe"_s << u"=\"5\"\" pipe\""_s;
        QTest::newRow("number") << u"12.50"_s << u"=12.50"_s;
        QTest::newRow("a bracket begins a formula") << u"[Name]"_s << u"=[Name]"_s;
    }
    void withoutTheSignItIsAFixedValueAsInACell()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        choose(u"BrandingTheme"_s);
        focus();
        type(typed);
        QCOMPARE(formula(u"BrandingTheme"_s), stored);
    }

    void aBracketOffersTheFieldsAndTabTakesOne()
    {
        choose(u"BrandingTheme"_s);
        focus();
        type(u"=[Bil"_s);
        QVERIFY(edit()->isCompleting());
        QVERIFY(candidates().first().contains(u"Billing country"_s));
        QCOMPARE(hints()->spoken(), u"Account › Billing country, text, 1 of 1"_s); // no name of the system
        QTest::keyClick(edit(), Qt::Key_Tab);
        QCOMPARE(formula(u"BrandingTheme"_s), u"=[Account.BillingCountry]"_s);
        QCOMPARE(result()->text(), u"✓ PL"_s);
        QVERIFY(!edit()->isCompleting());
    }

    void lettersOfferFunctionsWithTheirSignature()
    {
        choose(u"BrandingTheme"_s);
        focus();
        type(u"=ROU"_s);
        QVERIFY(edit()->isCompleting());
        QVERIFY(candidates().first().startsWith(u"ROUND"_s));
        QTest::keyClick(edit(), Qt::Key_Tab);
        QVERIFY(edit()->toPlainText().startsWith(u"=ROUND("_s));
        QVERIFY(signature().contains(u"<b>number</b>"_s));
        type(u"[Amount], "_s);
        QVERIFY2(signature().contains(u"<b>places</b>"_s), qPrintable(signature()));
    }

    void enterEndsAFormulaUnlessSomethingWasChosen()
    {
        choose(u"BrandingTheme"_s);
        focus();
        type(u"=TRI"_s);
        QVERIFY(edit()->isCompleting());
        const QSignalSpy done(m_bar, &FormulaBar::done);
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(edit(), Qt::Key_Up);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(done.count(), 0);
        QVERIFY(edit()->toPlainText().startsWith(u"=TRIM("_s));
    }

    void ctrlSpaceListsWhatCanStandThere()
    {
        choose(u"BrandingTheme"_s);
        focus();
        type(u"=LOOKUP("_s);
        QTest::keyClick(edit(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(edit()->isCompleting());
        QVERIFY(candidates().first().contains(u"Region to tax rate"_s));
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(edit()->toPlainText().contains(u"\"Region to tax rate\""_s));
        QTest::keyClick(edit(), Qt::Key_Escape); // the list, if it is there again
    }

    void theFaultIsUnderItsTokenAndItsSentenceBelow()
    {
        m_sheet->draft().setFormula(u"BrandingTheme"_s, u"=1 + RUOND([Amount], 2)"_s);
        choose(u"BrandingTheme"_s);
        QCOMPARE(marked(), u"RUOND"_s);
        QVERIFY2(story().contains(u"▲"_s), qPrintable(story()));
        QVERIFY(!story().contains(u"formula."_s));
    }

    void everyFaultIsMarkedAndTold()
    {
        m_sheet->draft().setFormula(u"BrandingTheme"_s, u"=RUOND([Amount], ) + [Nmae] & FOO(1 2)"_s);
        choose(u"BrandingTheme"_s);
        QCOMPARE(marked(), u"RUOND[Nmae]FOO2"_s);
        QVERIFY2(story().contains(u"RUOND"_s) && story().contains(u"more"_s), qPrintable(story()));
    }

    void aFilterThatIsWrongMarksNothingInTheList()
    {
        m_sheet->draft().setFilter(u"LineItems"_s, u"=[Nope] > 0"_s);
        choose(u"LineItems"_s);
        QCOMPARE(marked(), QString());
        QVERIFY2(story().contains(u"Nope"_s), qPrintable(story()));
    }

    void aTokenAfterALabelIsMarkedAtItsOwnPlace()
    {
        m_sheet->draft().setFormula(u"BrandingTheme"_s, u"=[Account.BillingCountry] & NOPE(1)"_s);
        choose(u"BrandingTheme"_s);
        QCOMPARE(marked(), u"NOPE"_s);
    }

    void aLookupNamesItsRowAndLeadsToTheTable()
    {
        choose(u"LineItems.TaxType"_s);
        QCOMPARE(result()->text(), u"✓ Zero-rated export"_s);
        QVERIFY2(story().contains(u"“PL” found in row 4 of"_s), qPrintable(story()));
        QVERIFY2(story().contains(u"used on 4 lines"_s), qPrintable(story()));
        const QSignalSpy wanted(m_bar, &FormulaBar::lookupWanted);
        Q_EMIT label(u"story"_s)->linkActivated(u"lookup:Region%20to%20tax%20rate"_s);
        QCOMPARE(wanted.value(0).value(0).toString(), u"Region to tax rate"_s);
    }

    void aMissingRowIsToldWithItsTable()
    {
        m_sheet->draft().setFormula(u"LineItems.TaxType"_s, u"=LOOKUP(\"Region to tax rate\", \"XX\")"_s);
        choose(u"LineItems.TaxType"_s);
        QCOMPARE(result()->text(), u"▲ #N/A"_s);
        QVERIFY2(story().contains(u"XX"_s) && story().contains(u"lookup:"_s), qPrintable(story()));
    }

    void theStepsOfAValueEndWithTheValue()
    {
        const QList<WhyValue::Step> steps = WhyValue::steps(*m_sheet, u"DueDate"_s);
        QVERIFY(steps.size() >= 3);
        QCOMPARE(steps.first().expression, u"[Close date]"_s);
        QCOMPARE(steps.first().value, u"12 Mar 2026"_s);
        QCOMPARE(steps.last().expression, u"[Close date] + [Account › Payment terms]"_s);
        QCOMPARE(steps.last().value, u"11 May 2026"_s);
    }

    void theBarGrowsWithItsLinesAndTakesALongFormula()
    {
        choose(u"BrandingTheme"_s);
        const int before = edit()->height();
        QStringList parts;
        for (int i = 0; i < 240; ++i)
            parts += u"[Account.BillingCountry] & \"a\""_s;
        const QString longest = u'=' + parts.join(u" & "_s);
        QVERIFY(longest.size() > 7'000 && longest.size() < 8'192);
        m_sheet->draft().setFormula(u"BrandingTheme"_s, longest);
        QTRY_VERIFY(edit()->height() > 3 * before);
        QVERIFY(edit()->height() < m_window->height());
        QCOMPARE(edit()->stored(), longest);
    }

    void aDocumentThatCannotBeReadIsOnlyLookedAt()
    {
        service::MappingBench bench = closedwon::bench(closedwon::complete());
        Error fault;
        fault.code = u"mapping.syntax"_s;
        bench.faults = {fault};
        m_sheet->open(bench, 0);
        choose(u"Date"_s);
        QVERIFY(edit()->isReadOnly());
    }

    void eachKeystrokeAmong300RulesIsComputedAtOnce()
    {
        service::MappingBench bench = closedwon::bench(closedwon::complete());
        for (int i = 0; i < 300; ++i) {
            const QString name = u"Field%1"_s.arg(i);
            bench.target.schema.fields += closedwon::field(name, name, model::FieldType::Text);
            bench.document.fields += closedwon::rule(
                name, u"=IF(ISBLANK([Name]), \"none\", TRIM([Name])) & LOOKUP(\"Region to tax rate\", "
                      "[Account.BillingCountry]) & %1"_s.arg(i));
        }
        const service::SampleRecord sample = m_sheet->sample();
        m_sheet->open(bench, 0);
        m_sheet->setSample(sample);
        choose(u"Field299"_s);
        focus();
        QString typed = u"299"_s;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(edit(), Qt::Key_1);
            typed += u'1';
            const auto& values = m_sheet->content()->values.target;
            const QString result = values.value(u"Field299"_s).value.toPlainText();
            QVERIFY2(result.endsWith(typed), qPrintable(result));
        }
    }

  private:
    void open(const model::MappingDocument& document)
    {
        m_window.reset();
        m_sheet = std::make_unique<Worksheet>();
        closedwon::fill(*m_sheet, document);
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_bar = new FormulaBar(*m_sheet);
        layout->addStretch(1);
        layout->addWidget(m_bar);
        m_window->resize(1040, 620);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void choose(const QString& target) { m_bar->setTarget(target); }
    void focus()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_bar->edit();
        QVERIFY(edit()->hasFocus());
    }
    void type(const QString& text) { QTest::keyClicks(edit(), text); }
    [[nodiscard]] FormulaEdit* edit() const { return m_bar->editor(); }
    [[nodiscard]] Tag* result() const { return m_bar->findChild<Tag*>(u"result"_s); }
    [[nodiscard]] QLabel* label(const QString& name) const { return m_bar->findChild<QLabel*>(name); }
    [[nodiscard]] QString story() const { return label(u"story"_s)->text(); }
    [[nodiscard]] QString formula(const QString& target) const
    {
        const model::MappedField* rule = m_sheet->draft().rule(target);
        return rule ? rule->formula : QString();
    }
    [[nodiscard]] FormulaHints* hints() const { return m_window->findChild<FormulaHints*>(); }
    [[nodiscard]] QStringList candidates() const
    {
        QStringList words;
        const auto* list = hints()->findChild<QListWidget*>();
        for (int i = 0; i < list->count(); ++i)
            words += list->item(i)->text();
        return words;
    }
    [[nodiscard]] QString signature() const { return hints()->findChild<QLabel*>()->text(); }
    /// The text that carries the wave.
    [[nodiscard]] QString marked() const
    {
        QString found;
        const QTextBlock block = edit()->document()->firstBlock();
        for (const auto& range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                found += block.text().mid(range.start, range.length);
        }
        return found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Worksheet> m_sheet;
    std::unique_ptr<QWidget> m_window;
    FormulaBar* m_bar = nullptr;
};

QTEST_MAIN(TestFormulaBar)
#include "testformulabar.moc"
