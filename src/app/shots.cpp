#include "shots.h"

#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/formulabar.h"
#include "gui/mapping/mapeditor.h"
#include "gui/mapping/mappingtable.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/widgets/theme.h"

#include <QCoro/QCoroSignal>

#include <QComboBox>
#include <QDir>
#include <QTimer>

#include <coroutine>

using namespace Qt::StringLiterals;

namespace tieout::app {
namespace {

struct Stop {
    QString name;
    gui::Place place;
    int schedule = -1; ///< chosen on the Schedule step before the picture; never saved
    /// Done in the map editor before the picture; taken back after it, never saved.
    std::function<void(gui::MapEditor&)> map = nullptr;
};

/// The map page in its states; the complete one comes with the steps of the sync.
QList<Stop> mapStops(const gui::Place& place)
{
    using gui::MapEditor;
    const auto choose = [](MapEditor& map, const QString& target) {
        map.canvas()->setCurrentTarget(target);
        map.table()->setCurrentTarget(target);
        map.bar()->setTarget(target);
    };
    const auto chosen = [choose](MapEditor& map) { choose(map, u"LineItems.TaxType"_s); };
    const auto table = [choose](MapEditor& map) {
        choose(map, u"LineItems.TaxType"_s);
        map.setView(MapEditor::View::Table);
    };
    const auto half = [choose](MapEditor& map) {
        QStringList targets = map.sheet().draft().targets();
        targets.removeIf([](const QString& key) { return key == "Contact"_L1 || key == "Date"_L1; });
        map.sheet().draft().remove(targets);
        choose(map, u"DueDate"_s);
    };
    const auto empty = [](MapEditor& map) { map.sheet().draft().remove(map.sheet().draft().targets()); };
    const auto fault = [choose](MapEditor& map) {
        map.sheet().draft().setFormula(u"DueDate"_s, u"=[CloseDate] + RUOND([Amount], 2)"_s);
        choose(map, u"DueDate"_s);
    };
    const auto ghost = [choose](MapEditor& map) { // a field of the source and one of the target are gone
        map.sheet().draft().setFormula(u"DealNumber"_s, u"=[Deal_Number__c] & [Id]"_s);
        choose(map, u"DealNumber"_s);
        map.canvas()->setCurrentSource(u"Deal_Number__c"_s);
    };
    return {{u"map-chosen"_s, place, -1, chosen},       {u"map-table"_s, place, -1, table},
            {u"map-half"_s, place, -1, half},           {u"map-empty"_s, place, -1, empty},
            {u"map-formula-error"_s, place, -1, fault}, {u"map-ghost"_s, place, -1, ghost}};
}

constexpr struct {
    const char16_t* name;
    int kind;
} kSchedules[] = {{u"sync-schedule-minutes", 1},
                  {u"sync-schedule-daily", 2},
                  {u"sync-schedule-weekly", 3},
                  {u"sync-schedule-monthly", 4},
                  {u"sync-schedule-month-end", 5}};

QList<Stop> stopsOf(const gui::Desk& desk)
{
    using gui::Place;
    using gui::Screen;
    QList<Stop> stops{{u"overview"_s, {Screen::Overview, {}, 0, {}}},
                      {u"connections"_s, {Screen::Connections, {}, 0, {}}},
                      {u"connect-system"_s, {Screen::Connections, {}, 0, u"new"_s}}};
    const QList<model::Connection> connections = desk.workbench->connections();
    if (!connections.isEmpty())
        stops += Stop{u"connect-signin"_s, {Screen::Connections, connections.last().id, 0, u"reconnect"_s}};
    for (const auto& connection : connections)
        stops +=
            Stop{u"records-"_s + connection.system, {Screen::Connections, connection.id, 0, u"records"_s}};
    stops += Stop{u"syncs"_s, {Screen::Syncs, {}, 0, {}}};
    stops += Stop{u"new-sync"_s, {Screen::Syncs, {}, 0, u"new"_s}};
    const QList<service::FlowSummary> flows = desk.workbench->flows();
    if (!flows.isEmpty()) {
        for (const QString& part : {u"from"_s, u"match"_s, u"map"_s, u"rules"_s, u"schedule"_s, u"preview"_s})
            stops += Stop{u"sync-"_s + part, {Screen::Syncs, flows.first().flow.id, 0, part}};
        stops += mapStops({Screen::Syncs, flows.first().flow.id, 0, u"map"_s});
        for (const auto& [name, kind] : kSchedules)
            stops += Stop{
                QString::fromUtf16(name), {Screen::Syncs, flows.first().flow.id, 0, u"schedule"_s}, kind};
    }
    stops += Stop{u"runs"_s, {Screen::Runs, {}, 0, {}}};
    for (const service::FlowSummary& summary : flows) {
        if (!summary.lastRun) continue;
        stops += Stop{u"run"_s, {Screen::Runs, {}, summary.lastRun->id, {}}};
        break;
    }
    stops += Stop{u"problems"_s, {Screen::Problems, {}, 0, {}}};
    stops += Stop{u"lookups"_s, {Screen::Lookups, {}, 0, {}}};
    return stops;
}

/// So that the next picture begins as a person's first look does.
void backToTop(gui::MappingCanvas& canvas)
{
    constexpr int kFar = 1'000'000;
    canvas.setCurrentTarget({});
    for (const gui::Side side : {gui::Side::Source, gui::Side::Target})
        canvas.pane(side)->scrollBy(-kFar);
}

/// Continues when the event loop comes round, with every layout request done.
struct NextTurn {
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        QTimer::singleShot(0, [waiting] { waiting.resume(); });
    }
    void await_resume() const {}
};

/// Until the page has what it asked for and its layout is done.
Task<> settled(gui::MainWindow& window)
{
    gui::Page* page = window.page();
    if (page && !page->isSettled()) co_await qCoro(page, &gui::Page::settled);
    co_await NextTurn{};
}

} // namespace

Task<int> takeShots(gui::MainWindow& window, gui::Theme& theme, const gui::Desk& desk, QString folder)
{
    QDir().mkpath(folder);
    int written = 0;
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        window.resize(size);
        for (const gui::Theme::Choice choice : {gui::Theme::Choice::Light, gui::Theme::Choice::Dark}) {
            theme.setChoice(choice);
            for (const Stop& stop : stopsOf(desk)) {
                window.open(stop.place);
                co_await settled(window);
                if (stop.schedule >= 0) {
                    window.page()->findChild<QComboBox*>(u"kind"_s)->setCurrentIndex(stop.schedule);
                    co_await NextTurn{};
                }
                auto* map = stop.map ? window.page()->findChild<gui::MapEditor*>() : nullptr;
                if (map) {
                    stop.map(*map);
                    for (int turn = 0; turn < 4; ++turn) // the bar grows, the canvas follows
                        co_await NextTurn{};
                }
                const QString file =
                    u"%1/%2-%3-%4.png"_s.arg(folder, stop.name, gui::choiceName(choice)).arg(size.width());
                if (window.grab().save(file)) ++written;
                if (map) {
                    while (map->sheet().draft().undoable())
                        map->sheet().draft().undo();
                    map->setView(gui::MapEditor::View::Canvas);
                    backToTop(*map->canvas());
                }
            }
        }
    }
    co_return written;
}

} // namespace tieout::app
