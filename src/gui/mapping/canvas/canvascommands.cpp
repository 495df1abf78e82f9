#include "gui/mapping/canvas/canvascommands.h"

#include "gui/mapping/canvas/canvasgestures.h"
#include "gui/mapping/canvas/mappingcanvas.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/edit/pasting.h"
#include "wording/sentences.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tieout::gui {

CanvasCommands::CanvasCommands(CanvasScene& scene, MappingCanvas& canvas)
    : QObject(&canvas)
    , m_scene(scene)
    , m_canvas(canvas)
{
}

void CanvasCommands::undo()
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (draft && draft->undoable()) draft->undo();
}

void CanvasCommands::redo()
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (draft && draft->redoable()) draft->redo();
}

void CanvasCommands::remove()
{
    mapping::MappingDraft* draft = m_canvas.editable();
    const QStringList keys = m_scene.chosenTargets();
    if (draft && !keys.isEmpty()) draft->remove(keys);
}

void CanvasCommands::removeAt(const QString& target)
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (draft && m_scene.hasRule(target)) draft->remove({target});
}

void CanvasCommands::copy()
{
    mapping::MappingDraft* draft = m_canvas.editable();
    const QStringList keys = m_scene.chosenTargets();
    if (!draft || keys.isEmpty()) return;
    QGuiApplication::clipboard()->setText(draft->copied(keys));
    m_canvas.setHint(tr("%Ln rules copied", nullptr, int(keys.size())));
}

void CanvasCommands::cut()
{
    copy();
    remove();
}

void CanvasCommands::paste()
{
    mapping::MappingDraft* draft = m_canvas.editable();
    if (!draft) return;
    const QString current = m_scene.current(Side::Target).key;
    const mapping::TreeNode* node = m_scene.content().target.find(current);
    if (node && node->readOnly)
        return m_canvas.setHint(tr("“%1” is filled by the system itself").arg(node->label), true);
    const Result<void> pasted =
        mapping::pasteAt(*draft, QGuiApplication::clipboard()->text(), m_scene.content().target, current);
    if (!pasted) m_canvas.setHint(wording::sentenceFor(pasted.error()).title, true);
}

void CanvasCommands::edit(const Spot& spot)
{
    if (spot.side == Side::Source) return;
    if (spot.title) {
        Q_EMIT m_canvas.groupingWanted();
        return;
    }
    const mapping::TreeNode* node = m_scene.content().target.find(spot.key);
    if (!node) return;
    m_canvas.select(spot);
    if (node->isList())
        Q_EMIT m_canvas.listOptionsWanted(spot.key);
    else if (!node->isGroup())
        Q_EMIT m_canvas.formulaWanted(spot.key);
}

void CanvasCommands::showMenu(const Spot& spot, QPoint global)
{
    m_canvas.select(spot);
    auto* menu = new QMenu(&m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const mapping::TreeNode* node = m_scene.tree(spot.side).find(spot.key);
    if (node && spot.side == Side::Source)
        fillSourceMenu(*menu, spot, *node);
    else if (node)
        fillTargetMenu(*menu, spot, *node);
    else if (spot.side == Side::Target && m_canvas.editable())
        menu->addAction(tr("Rows into one document…"), this, [this, spot] { edit(spot); });
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(global);
}

void CanvasCommands::fillSourceMenu(QMenu& menu, const Spot& spot, const mapping::TreeNode& node)
{
    if (m_canvas.editable() && node.ghost)
        menu.addAction(tr("Another field takes its place…"), this,
                       [this, spot] { m_canvas.gestures().pickUpToMove(spot); });
    else if (m_canvas.editable())
        menu.addAction(tr("Map to…\tM"), this, [this, spot] { m_canvas.gestures().pickUp(spot); });
    if (m_canvas.editable() && node.ghost) {
        const QStringList targets = m_scene.linkedTo(spot);
        menu.addAction(tr("Remove the rules that use it"), this, [this, targets] {
            if (mapping::MappingDraft* draft = m_canvas.editable()) draft->remove(targets);
        });
    }
    addWires(menu, spot);
}

void CanvasCommands::fillTargetMenu(QMenu& menu, const Spot& spot, const mapping::TreeNode& node)
{
    const QString key = spot.key;
    const bool hasRule = m_scene.hasRule(key);
    if (m_canvas.editable()) {
        if (node.ghost)
            menu.addAction(tr("Move its rules to…"), this,
                           [this, spot] { m_canvas.gestures().pickUpToMove(spot); });
        else if (!node.readOnly)
            menu.addAction(tr("Map from…\tM"), this, [this, spot] { m_canvas.gestures().pickUp(spot); });
        if (hasRule && !node.ghost)
            menu.addAction(tr("Move its rule to…"), this,
                           [this, spot] { m_canvas.gestures().pickUpToMove(spot); });
        if (node.isList() && !node.ghost)
            menu.addAction(tr("Lines: source, filter, order…\tEnter"), this, [this, spot] { edit(spot); });
        else if (!node.isGroup() && !node.readOnly && !node.ghost)
            menu.addAction(tr("Edit formula\tF2"), this, [this, spot] { edit(spot); });
        if (hasRule && !node.isGroup()) addWhenEmpty(menu, key);
        if (!node.ghost && !node.readOnly)
            menu.addAction(tr("Note…"), this, [this, key] { Q_EMIT m_canvas.noteWanted(key); });
        menu.addSeparator();
    }
    addRuleActions(menu, key);
    addWires(menu, spot);
}

void CanvasCommands::addRuleActions(QMenu& menu, const QString& key)
{
    if (!m_canvas.editable()) return;
    const bool hasRule = m_scene.hasRule(key);
    menu.addAction(tr("Cut rule\tCtrl+X"), this, &CanvasCommands::cut)->setEnabled(hasRule);
    menu.addAction(tr("Copy rule\tCtrl+C"), this, &CanvasCommands::copy)->setEnabled(hasRule);
    menu.addAction(tr("Paste rules\tCtrl+V"), this, &CanvasCommands::paste)
        ->setEnabled(!QGuiApplication::clipboard()->text().isEmpty());
    menu.addAction(tr("Remove rule\tDel"), this, &CanvasCommands::remove)->setEnabled(hasRule);
}

void CanvasCommands::addWhenEmpty(QMenu& menu, const QString& key)
{
    const model::MappedField* rule = m_canvas.editable()->rule(key);
    if (!rule) return;
    QMenu* choices = menu.addMenu(tr("When the result is empty"));
    auto* group = new QActionGroup(choices);
    const std::pair<model::WhenEmpty, QString> all[] = {
        {model::WhenEmpty::Leave, tr("Leave the field as it is")},
        {model::WhenEmpty::Clear, tr("Clear the field")},
        {model::WhenEmpty::Hold, tr("Hold the record for a person")}};
    for (const auto& [value, words] : all) {
        QAction* action = choices->addAction(words, this, [this, key, chosen = value] {
            if (mapping::MappingDraft* draft = m_canvas.editable()) draft->setWhenEmpty(key, chosen);
        });
        action->setCheckable(true);
        action->setChecked(rule->whenEmpty == value);
        group->addAction(action);
    }
}

void CanvasCommands::addWires(QMenu& menu, const Spot& spot)
{
    const QStringList ends = m_scene.linkedTo(spot);
    if (ends.isEmpty()) return;
    menu.addSeparator();
    const Side far = spot.side == Side::Source ? Side::Target : Side::Source;
    for (const QString& key : ends.first(std::min<qsizetype>(ends.size(), 12))) {
        QString words = m_scene.tree(far).words(key);
        menu.addAction(tr("Show “%1”").arg(words.replace(u'&', u"&&"_s)), this,
                       [this, far, key] { m_canvas.reveal(far, key); });
    }
}

} // namespace tieout::gui
