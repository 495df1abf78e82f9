#include "gui/flows/flowspage.h"

#include "gui/flows/floweditor.h"
#include "gui/flows/flowtable.h"
#include "gui/flows/gallery.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

enum View { List, Empty, New, Editor };

} // namespace

FlowsPage::FlowsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_new(new PrimaryButton(tr("New sync")))
    , m_table(new FlowTable(FlowTable::Columns::WithSchedule))
    , m_gallery(new Gallery(desk, answers()))
    , m_editor(new FlowEditor(desk, answers()))
{
    addToHeader(m_new);
    for (QWidget* action : m_editor->headerActions())
        addToHeader(action);
    content()->addWidget(m_stack);
    m_stack->addWidget(m_table);
    auto* empty = new EmptyState(
        u"syncs"_s, tr("No syncs yet"),
        tr("A sync takes records from one system to another: for example closed-won deals to Xero "
           "invoices. Start from a template; everything in it can be looked at before it writes."));
    connect(empty->addAction(tr("New sync")), &QPushButton::clicked, m_new, &QPushButton::click);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_gallery);
    m_stack->addWidget(m_editor);
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT go(Place{Screen::Syncs, {}, 0, u"new"_s}); });
    connect(backButton(), &QPushButton::clicked, this, [this] {
        askToLeave([this] { Q_EMIT go(Place{Screen::Syncs, {}, 0, {}}); });
    });
    connect(m_table, &FlowTable::opened, this, [this](const QString& flow) {
        Q_EMIT go(Place{Screen::Syncs, flow, 0, {}});
    });
    connect(m_table, &FlowTable::syncAsked, this, [this](const QString& flow) {
        Q_EMIT go(Place{Screen::Syncs, flow, 0, u"sync"_s});
    });
    connect(m_gallery, &Gallery::added, this, [this](const QString& flow) {
        Q_EMIT go(Place{Screen::Syncs, flow, 0, {}});
    });
    connect(m_gallery, &Gallery::failed, this, &FlowsPage::report);
    connect(m_gallery, &Gallery::go, this, &Page::go);
    connect(m_editor, &FlowEditor::failed, this, &FlowsPage::report);
    connect(m_editor, &FlowEditor::saved, this, [this](const QString& text) { banner()->showSuccess(text); });
    connect(m_editor, &FlowEditor::started, this, [this] { banner()->hide(); });
    connect(m_editor, &FlowEditor::titled, this, [this](const QString& title, int tone, const QString& tag) {
        setTitle(title);
        titleTag()->set(Tone(tone), tag);
    });
    connect(m_editor, &FlowEditor::go, this, &Page::go);
    using service::Workbench;
    for (const auto signal :
         {&Workbench::flowsChanged, &Workbench::problemsChanged, &Workbench::connectionsChanged})
        connect(&workbench(), signal, this, &FlowsPage::refresh);
    connect(&workbench(), &Workbench::runStarted, this, &FlowsPage::refresh);
    connect(&workbench(), &Workbench::runProgressed, this, &FlowsPage::refresh);
    connect(&workbench(), &Workbench::runFinished, this, &FlowsPage::refresh);
}

void FlowsPage::enter(const Place& place)
{
    banner()->hide();
    if (place.part == u"new"_s)
        showGallery();
    else if (!place.id.isEmpty())
        showEditor(place.id, place.part);
    else
        showList();
}

bool FlowsPage::hasUnsaved() const
{
    return m_editor->hasUnsaved();
}

void FlowsPage::askToLeave(std::function<void()> leave)
{
    m_editor->askToLeave(std::move(leave));
}

void FlowsPage::refresh()
{
    const QList<service::FlowSummary> flows = workbench().flows();
    m_table->show(flows, workbench().now());
    if (m_stack->currentIndex() <= Empty) m_stack->setCurrentIndex(flows.isEmpty() ? Empty : List);
    if (m_stack->currentIndex() == Editor) m_editor->refresh();
}

void FlowsPage::showList()
{
    setTitle(tr("Syncs"));
    titleTag()->set(Tone::Plain, {});
    m_editor->showActions(false);
    backButton()->hide();
    m_new->show();
    m_stack->setCurrentIndex(List);
    refresh();
}

void FlowsPage::showGallery()
{
    setTitle(tr("New sync"));
    titleTag()->set(Tone::Plain, {});
    m_editor->showActions(false);
    backButton()->show();
    m_new->hide();
    m_stack->setCurrentIndex(New);
    m_gallery->show();
}

void FlowsPage::showEditor(const QString& flow, const QString& part)
{
    backButton()->show();
    m_new->hide();
    m_editor->showActions(true);
    m_stack->setCurrentIndex(Editor);
    if (m_editor->flow().isEmpty() || m_editor->flow() == flow) return m_editor->show(flow, part);
    m_editor->askToLeave([this, flow, part] { m_editor->show(flow, part); });
}

} // namespace tieout::gui
