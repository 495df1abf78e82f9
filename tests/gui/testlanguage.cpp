#include "gui/shell/language.h"
#include "gui/shell/navigation.h"
#include "gui/shell/page.h"
#include "gui/shell/titlelabel.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/words.h"
#include "support/practiceoffice.h"
#include "support/windowground.h"
#include "wording/sentences.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QStyle>
#include <QTest>

#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

/// Notes what is asked of it and translates nothing. The newest translator is asked first.
class Listener final : public QTranslator
{
  public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char* comment,
                                    int) const override
    {
        asked.insert({context, text, comment});
        return {};
    }
    mutable std::set<std::array<QByteArray, 3>> asked; ///< context, text, comment
};

QString within(const QWidget* widget)
{
    QString path;
    for (const QWidget* one = widget->parentWidget(); one; one = one->parentWidget())
        path.prepend(QString::fromLatin1(one->metaObject()->className()).section(u"::"_s, -1) + u'/');
    return path;
}

constexpr int kRounding = 1;

/// Texts that their widget has no room for. Labels that end in "…" by design are left out.
QStringList clippedIn(const QWidget& window)
{
    QStringList clipped;
    const auto note = [&](const QWidget* widget, const QString& text, int has, int needs) {
        clipped += u"%1“%2” has %3, needs %4"_s.arg(within(widget), text).arg(has).arg(needs);
    };
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label))
            continue;
        // It takes two lines where one has no room, and has a tip when two have none either.
        if (qobject_cast<const TitleLabel*>(label) && label->toolTip().isEmpty()) continue;
        const int high = label->wordWrap() ? label->heightForWidth(label->width()) : 0;
        if (label->wordWrap() ? label->height() < high
                              : label->width() + kRounding < label->sizeHint().width())
            note(label, label->text(), label->wordWrap() ? label->height() : label->width(),
                 label->wordWrap() ? high : label->sizeHint().width());
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty()) continue;
        const auto* entry = qobject_cast<const NavigationButton*>(button);
        QFont bold = button->font();
        if (button->isCheckable()) bold.setWeight(QFont::DemiBold); // the chosen one is
        const int needs = entry ? QFontMetrics(bold).horizontalAdvance(button->text()) + 38 + 8
                                : button->sizeHint().width();
        if (button->width() < needs) note(button, button->text(), button->width(), needs);
    }
    for (const QHeaderView* header : window.findChildren<QHeaderView*>()) {
        if (!header->isVisible() || header->orientation() != Qt::Horizontal) continue;
        for (int section = 0; section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            const int needs = header->fontMetrics().horizontalAdvance(text);
            if (!header->isSectionHidden(section) && header->sectionSize(section) < needs)
                note(header, text, header->sectionSize(section), needs);
        }
    }
    return clipped;
}

bool says(const QWidget& window, const QString& text)
{
    const auto labels = window.findChildren<QLabel*>();
    const auto buttons = window.findChildren<QAbstractButton*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* one) { return one->text() == text; }) ||
           std::any_of(buttons.begin(), buttons.end(),
                       [&](const QAbstractButton* one) { return one->text() == text; });
}

} // namespace

/// The window in its languages, over a workspace with a sync, a run and problems.
class TestLanguage final : public QObject, private support::WindowGround
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        dress();
        m_office = std::make_unique<support::PracticeOffice>(60);
        m_office->addInvoices();
        m_office->sync();
        m_desk.workbench = &m_office->workbench();
        m_desk.openLink = [](const QUrl&) { return true; };
    }
    void cleanupTestCase() { m_office.reset(); }
    void cleanup()
    {
        m_window.reset();
        m_language.reset();
        QLocale::setDefault(QLocale::system());
    }

    void aLanguageIsChosenByItsCodeElseByTheComputer_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("texts");
        QTest::addColumn<QString>("amount");
        QTest::newRow("german") << u"de"_s << u"de"_s << u"1.234,5"_s;
        QTest::newRow("swiss") << u"de_CH"_s << u"de"_s << u"1’234.5"_s;
        QTest::newRow("english") << u"en"_s << u"en"_s << u"1,234.5"_s;
        QTest::newRow("without a translation") << u"fi"_s << u"en"_s << u"1\u00a0234,5"_s;
        QTest::newRow("as the computer") << QString() << u"en"_s << u"1,234.5"_s;
    }
    void aLanguageIsChosenByItsCodeElseByTheComputer()
    {
        QFETCH(QString, wanted);
        m_language = std::make_unique<Language>(wanted);
        QTEST(m_language->code(), "texts");
        QLocale grouping;
        grouping.setNumberOptions(QLocale::DefaultNumberOptions);
        QTEST(grouping.toString(1234.5, 'f', 1), "amount");
    }

    void aGermanWindowSpeaksGerman()
    {
        open(u"de"_s);
        QCOMPARE(m_window->findChild<Navigation*>()->button(Screen::Problems)->text(), u"Probleme"_s); // tr()
        QCOMPARE(gui::objectName(u"Invoices"_s, 1), u"1 Rechnung"_s); // a plural, of a function
        QCOMPARE(gui::objectName(u"Invoices"_s, 1234), u"1.234 Rechnungen"_s);
        Error error;
        error.code = u"lookup.one-column"_s;
        error.facts = {u"a.csv"_s};
        QCOMPARE(wording::sentenceFor(error).fix, u"Wählen Sie eine Datei mit zwei Spalten."_s); // a table
        show(Place{Screen::Syncs, flow(), 0, u"schedule"_s}); // a form of ui/
        QVERIFY(says(*m_window, u"Speichern"_s));
        show(Place{Screen::Syncs, {}, 0, u"new"_s}); // a template
        QVERIFY(says(*m_window, u"Gewonnene Deals → Rechnungen"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s); // Qt's own
    }

    void everyTextThatTheWindowAsksForIsInTheFile()
    {
        open(u"de"_s);
        Listener listener;
        QCoreApplication::installTranslator(&listener);
        showWindow();
        for (const Place& place : places())
            show(place);
        QCoreApplication::removeTranslator(&listener);
        QTranslator german;
        QVERIFY(german.load(u":/tieout/translations/tieout_de.qm"_s));
        QStringList missing;
        int ours = 0;
        for (const auto& [context, text, comment] : listener.asked) {
            // Labels may be what people wrote.
            const bool label = context == "tieout::connectors";
            if (label || !(context.startsWith("tieout") || context == "MappingCanvas" ||
                           context == "RulesEditor" || context == "ScheduleEditor"))
                continue;
            ++ours;
            if (german.translate(context, text, comment).isEmpty())
                missing += QString::fromUtf8(context + ": " + text);
        }
        QVERIFY2(ours > 300, qPrintable(QString::number(ours)));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void nothingIsClippedAt1280_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& code : Language::available())
            QTest::newRow(qPrintable(code)) << code;
    }
    void nothingIsClippedAt1280()
    {
        QFETCH(QString, language);
        open(language);
        QStringList clipped;
        for (const Place& place : places()) {
            show(place);
            for (const QString& one : clippedIn(*m_window))
                if (!clipped.contains(one)) clipped += one;
        }
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }

    void aLanguageChosenInTheMenuIsRememberedForTheNextStart()
    {
        open(u"de"_s);
        for (QAction* action : m_window->findChild<Navigation*>()->findChildren<QAction*>())
            if (action->text() == u"Deutsch"_s) action->trigger();
        QCOMPARE(QSettings().value(u"language"_s).toString(), u"de"_s);
        QVERIFY(says(*m_window, u"Die Sprache wechselt, wenn Tieout das nächste Mal startet."_s));
        QSettings().remove(u"language"_s);
    }

  private:
    void open(const QString& language)
    {
        m_language = std::make_unique<Language>(language);
        showWindow();
    }
    void show(const Place& place)
    {
        m_window->open(place);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), 30'000);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString flow() const { return m_desk.workbench->flows().first().flow.id; }
    [[nodiscard]] QList<Place> places() const
    {
        QList<Place> all{{Screen::Overview, {}, 0, {}},
                         {Screen::Connections, {}, 0, {}},
                         {Screen::Connections, {}, 0, u"new"_s},
                         {Screen::Connections, m_desk.workbench->connections().first().id, 0, u"records"_s},
                         {Screen::Syncs, {}, 0, {}},
                         {Screen::Syncs, {}, 0, u"new"_s},
                         {Screen::Runs, {}, 0, {}},
                         {Screen::Runs, {}, m_desk.workbench->flows().first().lastRun->id, {}},
                         {Screen::Problems, {}, 0, {}},
                         {Screen::Lookups, {}, 0, {}}};
        for (const QString& step : {u"from"_s, u"match"_s, u"map"_s, u"rules"_s, u"schedule"_s, u"preview"_s})
            all += Place{Screen::Syncs, flow(), 0, step};
        return all;
    }

    std::unique_ptr<support::PracticeOffice> m_office;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestLanguage)
#include "testlanguage.moc"
