#include "gui/mapping/canvas/replacepopup.h"

#include "gui/widgets/parts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {
constexpr int kWidth = 264;
constexpr int kGap = 4; ///< between the question and its row
} // namespace

ReplacePopup::ReplacePopup(QWidget* parent)
    : QFrame(parent)
    , m_question(makeLabel({}, {}, this))
    , m_replace(makeButton(u"small"_s, tr("Replace"), this))
    , m_add(makeButton(u"small"_s, {}, this))
{
    setObjectName(u"replaceOrCombine"_s);
    setKind(this, u"accent"_s);
    setAccessibleName(tr("Replace or combine"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(8);
    column->addWidget(m_question);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_replace);
    buttons->addWidget(m_add);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_replace, &QPushButton::clicked, this, [this] { finish(Answer::Replace); });
    connect(m_add, &QPushButton::clicked, this, [this] { finish(Answer::Add); });
    m_replace->setAccessibleName(tr("Replace"));
    m_add->setAccessibleName(tr("Combine"));
    for (QPushButton* button : {m_replace, m_add})
        button->installEventFilter(this);
    hide();
}

void ReplacePopup::ask(const QString& question, const QString& add, const QRect& row,
                       std::function<void(Answer)> answered)
{
    dismiss();
    m_answered = std::move(answered);
    m_question->setText(question);
    m_add->setText(add);
    m_add->setAccessibleName(add);
    setAccessibleDescription(question);
    m_replace->setAccessibleDescription(question);
    m_add->setAccessibleDescription(question);
    m_question->setFixedWidth(kWidth - 24);
    setFixedWidth(kWidth);
    adjustSize();
    const QRect around = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const int x = std::clamp(row.left() - width() / 2, around.left(),
                             std::max(around.left(), around.right() - width()));
    // Above its row where there is no room below.
    const bool fits = row.bottom() + kGap + height() <= around.bottom();
    const int wanted = fits ? row.bottom() + kGap : row.top() - kGap - height();
    const int y = std::clamp(wanted, around.top(), std::max(around.top(), around.bottom() - height()));
    move(x, y);
    show();
    raise();
    m_replace->setFocus(Qt::PopupFocusReason);
}

void ReplacePopup::dismiss()
{
    if (m_answered) finish(Answer::Neither);
}

void ReplacePopup::finish(Answer answer)
{
    const auto answered = std::exchange(m_answered, nullptr);
    hide();
    if (answered) answered(answer);
}

void ReplacePopup::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        finish(Answer::Neither);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        (m_replace->hasFocus() ? m_add : m_replace)->setFocus(Qt::TabFocusReason);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(m_add->hasFocus() ? Answer::Add : Answer::Replace);
        return;
    default:
        break;
    }
    // First letters answer, in any language that has two of them.
    const bool differ = !m_replace->text().startsWith(m_add->text().left(1), Qt::CaseInsensitive);
    for (const QPushButton* button : {m_replace, m_add}) {
        if (differ && !event->text().isEmpty() &&
            button->text().startsWith(event->text(), Qt::CaseInsensitive)) {
            finish(button == m_add ? Answer::Add : Answer::Replace);
            return;
        }
    }
    event->accept(); // nothing behind the question acts on keys meanwhile
}

bool ReplacePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Return || key == Qt::Key_Enter) {
            keyPressEvent(static_cast<QKeyEvent*>(event));
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        const QWidget* next = QApplication::focusWidget();
        const bool within = next && isAncestorOf(next);
        if (!within && (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason ||
                        reason == Qt::BacktabFocusReason))
            dismiss();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tieout::gui
