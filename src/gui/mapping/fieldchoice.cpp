#include "gui/mapping/fieldchoice.h"

#include "gui/mapping/choicerow.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kValueRole = Qt::UserRole + 20;

/// The field left, its value in the sample quieter at the right.
class ChoiceDelegate final : public QStyledItemDelegate
{
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokensOf(option.palette);
        painter->save();
        paintChoiceGround(*painter, option);
        const QRect area = option.rect.adjusted(12, 0, -12, 0);
        painter->setPen(t.muted);
        const QString value = painter->fontMetrics().elidedText(index.data(kValueRole).toString(),
                                                                Qt::ElideRight, area.width() * 2 / 5);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, value);
        painter->setPen(t.text);
        const int room = area.width() - painter->fontMetrics().horizontalAdvance(value) - 12;
        painter->drawText(
            area, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, room));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, 30};
    }
};

/// How well a field fits what was typed: 0 = best, negative = not at all.
int rankOf(const FieldChoice::Entry& entry, const QString& typed)
{
    const QString last = entry.words.section(u"› "_s, -1);
    if (last.startsWith(typed, Qt::CaseInsensitive)) return 0;
    if (entry.words.startsWith(typed, Qt::CaseInsensitive)) return 1;
    if (entry.words.contains(u' ' + typed, Qt::CaseInsensitive)) return 2;
    if (entry.words.contains(typed, Qt::CaseInsensitive)) return 3;
    return entry.name.contains(typed, Qt::CaseInsensitive) ? 4 : -1;
}

} // namespace

FieldChoice::FieldChoice(const QString& question, QList<Entry> entries, Taken taken, QWidget* parent)
    : QDialog(parent)
    , m_entries(std::move(entries))
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_choose(new PrimaryButton(tr("Choose")))
{
    setObjectName(u"fieldChoice"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question);
    m_search->setPlaceholderText(tr("Type a part of the name"));
    m_search->setAccessibleName(question);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Fields"));
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setProperty("kind", u"framed"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(u"heading"_s, question));
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    if (taken == Taken::Yes) {
        auto* replace = new QRadioButton(tr("&Replace what is there"));
        m_combine = new QRadioButton(tr("&Join to what is there"));
        replace->setChecked(true);
        auto* line = new QHBoxLayout;
        line->addWidget(replace);
        line->addWidget(m_combine);
        line->addStretch(1);
        layout->addLayout(line);
    }
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton({}, tr("Cancel"));
    m_choose->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_choose);
    layout->addLayout(buttons);
    resize(520, 480);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &FieldChoice::choose);
    connect(m_search, &QLineEdit::textChanged, this, &FieldChoice::search);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &FieldChoice::choose);
    search({});
    m_search->setFocus();
}

bool FieldChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void FieldChoice::search(const QString& text)
{
    const QString typed = text.trimmed();
    std::vector<std::pair<int, const Entry*>> ranked;
    for (const Entry& entry : m_entries) {
        const int rank = typed.isEmpty() ? 0 : rankOf(entry, typed);
        if (rank >= 0) ranked.emplace_back(rank, &entry);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    m_list->clear();
    for (const auto& [rank, entry] : ranked) {
        auto* item = new QListWidgetItem(entry->words, m_list);
        item->setData(Qt::UserRole, entry->key);
        item->setData(kValueRole, entry->value);
        item->setToolTip(entry->name);
        item->setData(Qt::AccessibleTextRole,
                      entry->value.isEmpty() ? entry->words : entry->words + u", "_s + entry->value);
    }
    m_list->setCurrentRow(0);
    m_choose->setEnabled(m_list->count() > 0);
}

void FieldChoice::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const How how = m_combine && m_combine->isChecked() ? How::Combine : How::Replace;
    Q_EMIT chosen(item->data(Qt::UserRole).toString(), how);
    accept();
}

QList<FieldChoice::Entry> choicesOf(const mapping::FieldTree& tree,
                                    const QHash<QString, mapping::LiveValue>& values,
                                    const std::function<bool(const mapping::TreeNode&)>& offered)
{
    QList<FieldChoice::Entry> entries;
    for (const mapping::TreeNode& node : tree.nodes()) {
        if (!offered(node)) continue;
        const auto live = values.constFind(node.key);
        entries += FieldChoice::Entry{node.key, tree.words(node.key), node.name,
                                      live == values.constEnd() ? QString() : liveText(node, &*live)};
    }
    return entries;
}

} // namespace tieout::gui
