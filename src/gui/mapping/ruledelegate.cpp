#include "gui/mapping/ruledelegate.h"

#include "gui/mapping/formulaedit.h"
#include "gui/mapping/mappingtablemodel.h"
#include "gui/mapping/rulewords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

const MappingTableModel& modelOf(const QModelIndex& index)
{
    return *qobject_cast<const MappingTableModel*>(index.model());
}

bool isList(const QModelIndex& index)
{
    const MappingTableModel& model = modelOf(index);
    const mapping::TreeNode* node = model.sheet().target(model.key(index.row()));
    return node && node->isList();
}

} // namespace

RuleDelegate::RuleDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void RuleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    m_cells.paint(painter, option, index);
}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return m_cells.sizeHint(option, index);
}

QWidget* RuleDelegate::formulaEditor(QWidget* parent, const QModelIndex& index) const
{
    Worksheet& sheet = modelOf(index).sheet();
    const QString key = modelOf(index).key(index.row());
    const bool list = isList(index);
    auto* edit = new FormulaEdit(tr("Formula of %1").arg(sheet.targetWords(key)), parent);
    edit->setInCell();
    edit->setWorld(sheet.world(key, list ? mapping::RulePart::Each : mapping::RulePart::Formula));
    auto* self = const_cast<RuleDelegate*>(this); // to end the editing from the editor's own keys
    connect(edit, &FormulaEdit::accepted, self, [self, edit] {
        Q_EMIT self->commitData(edit);
        Q_EMIT self->closeEditor(edit);
    });
    sheet.draft().settle();
    const qsizetype steps = sheet.draft().history().size();
    connect(edit, &FormulaEdit::cancelled, self, [self, edit, &sheet, steps] {
        // What was typed is one step; none when it was typed back.
        if (sheet.draft().history().size() > steps) sheet.draft().undo();
        sheet.draft().settle();
        Q_EMIT self->closeEditor(edit);
    });
    if (!list) {
        connect(edit, &FormulaEdit::edited, self,
                [edit, &sheet, key] { sheet.draft().setFormula(key, edit->stored()); });
    }
    return edit;
}

QWidget* RuleDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    Q_UNUSED(option)
    const QString name = index.siblingAtColumn(MappingTableModel::Target).data().toString();
    switch (index.column()) {
    case MappingTableModel::Formula:
        return formulaEditor(parent, index);
    case MappingTableModel::WhenEmpty: {
        auto* box = new QComboBox(parent);
        box->setAccessibleName(tr("When %1 is empty").arg(name));
        for (const auto choice : {model::WhenEmpty::Leave, model::WhenEmpty::Clear, model::WhenEmpty::Hold})
            box->addItem(whenEmptyInWords(choice), int(choice));
        return box;
    }
    case MappingTableModel::Note: {
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(tr("Note on %1").arg(name));
        return line;
    }
    default:
        return nullptr;
    }
}

void RuleDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* edit = qobject_cast<FormulaEdit*>(editor)) {
        const bool bare = isList(index) && !text.isEmpty() && !text.startsWith(u'=');
        if (!isList(index) || edit->toPlainText().isEmpty()) edit->setStored(bare ? u'=' + text : text);
    } else if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setCurrentIndex(box->findText(text));
    } else if (auto* line = qobject_cast<QLineEdit*>(editor); line && !line->isModified()) {
        line->setText(text);
    }
}

void RuleDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    Q_UNUSED(model)
    mapping::MappingDraft& draft = modelOf(index).sheet().draft();
    const QString key = modelOf(index).key(index.row());
    if (auto* edit = qobject_cast<FormulaEdit*>(editor)) {
        const QString stored = edit->stored();
        if (isList(index)) {
            const QString each = stored.startsWith(u'=') ? stored.mid(1) : stored;
            const QString before = index.data(Qt::EditRole).toString();
            if (each != before && u'=' + each != before) draft.setEach(key, each);
        }
        draft.settle();
    } else if (const auto* box = qobject_cast<QComboBox*>(editor)) {
        draft.setWhenEmpty(key, model::WhenEmpty(box->currentData().toInt()));
    } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (line->text() != index.data(Qt::EditRole).toString()) draft.setNote(key, line->text());
    }
}

void RuleDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const
{
    QRect area = option.rect.adjusted(0, 0, 0, -1);
    // A formula needs room: it may cover the fields that it names, not the values that it gives.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && index.column() == MappingTableModel::Formula)
        area.setLeft(view->visualRect(index.siblingAtColumn(MappingTableModel::From)).left());
    // Its words are in full.
    if (index.column() == MappingTableModel::WhenEmpty)
        area.setWidth(std::max(area.width(), editor->sizeHint().width()));
    editor->setGeometry(area);
}

bool RuleDelegate::eventFilter(QObject* object, QEvent* event)
{
    // The formula editor has its own keys; Tab alone moves on to the next cell.
    const auto* edit = qobject_cast<FormulaEdit*>(object);
    if (edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool tab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (!tab || edit->isCompleting()) return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace tieout::gui
