#include "gui/shell/navigation.h"

#include "gui/shell/language.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/tokens.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QFocusEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// The program's name, "out" in the accent colour. Painted, so that it follows the look.
class Wordmark final : public QWidget
{
  public:
    explicit Wordmark(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(36);
    }

  protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokensOf(palette());
        QPainter painter(this);
        QFont bold = font();
        bold.setPixelSize(18);
        bold.setWeight(QFont::Bold);
        painter.setFont(bold);
        painter.setPen(t.text);
        painter.drawText(QRect(10, 0, width(), 26), Qt::AlignVCenter, u"Tie"_s);
        painter.setPen(t.accent);
        const int left = 10 + painter.fontMetrics().horizontalAdvance(u"Tie"_s);
        painter.drawText(QRect(left, 0, width(), 26), Qt::AlignVCenter, u"out"_s);
    }
};

} // namespace

NavigationButton::NavigationButton(QString icon, const QString& word, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setBadge(qint64 count)
{
    m_badge = count > 0 ? locale().toString(count) : QString();
    //: number of open problems, for screen readers
    setAccessibleDescription(count > 0 ? tr("%Ln open", nullptr, int(count)) : QString());
    update();
}

void NavigationButton::focusInEvent(QFocusEvent* event)
{
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QAbstractButton::focusInEvent(event);
}

void NavigationButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() && m_byKeyboard ? QPen(t.accent, 1.6) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? t.accentSoft : underMouse() ? t.row : QColor(Qt::transparent));
    painter.drawRoundedRect(area, 6, 6);
    const QColor ink = isChecked() ? t.accent : t.text;
    paintIcon(painter, QRect(10, (height() - 18) / 2, 18, 18), m_icon, ink);
    QFont words = font();
    words.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(words);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(38, 0, -8, 0), Qt::AlignVCenter, text());
    if (m_badge.isEmpty()) return;
    words.setPixelSize(12);
    words.setWeight(QFont::DemiBold);
    painter.setFont(words);
    const int wide = std::max(20, painter.fontMetrics().horizontalAdvance(m_badge) + 14);
    const QRect badge(width() - wide - 9, (height() - 18) / 2, wide, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.badSoft);
    painter.drawRoundedRect(badge, 9, 9);
    painter.setPen(t.bad);
    painter.drawText(badge, Qt::AlignCenter, m_badge);
}

Navigation::Navigation(QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_looks(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    setProperty("kind", u"nav"_s);
    setFixedWidth(196);
    setAccessibleName(tr("Screens"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 14, 10, 12);
    layout->setSpacing(2);
    layout->addWidget(new Wordmark(this));
    const struct {
        Screen screen;
        QString icon;
        QString word;
    } entries[] = {{Screen::Overview, u"overview"_s, tr("Overview")},
                   {Screen::Connections, u"connections"_s, tr("Connections")},
                   {Screen::Syncs, u"syncs"_s, tr("Syncs")},
                   {Screen::Runs, u"runs"_s, tr("Runs")},
                   {Screen::Problems, u"problems"_s, tr("Problems")},
                   {Screen::Lookups, u"lookups"_s, tr("Lookups")}};
    for (const auto& entry : entries) {
        auto* button = new NavigationButton(entry.icon, entry.word, this);
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(entry.word).arg(int(entry.screen) + 1));
        m_buttons[size_t(entry.screen)] = button;
        m_group->addButton(button, int(entry.screen));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    auto* look = new NavigationButton(u"look"_s, tr("Look and language"), this);
    look->setCheckable(false);
    addLookMenu(look);
    layout->addWidget(look);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(Screen(id)); });
}

void Navigation::addLookMenu(QAbstractButton* button)
{
    auto* menu = new QMenu(button);
    const struct {
        Theme::Choice choice;
        QString word;
    } looks[] = {{Theme::Choice::System, tr("As the computer")},
                 {Theme::Choice::Light, tr("Light")},
                 {Theme::Choice::Dark, tr("Dark")},
                 {Theme::Choice::HighContrast, tr("High contrast")}};
    for (const auto& look : looks) {
        QAction* action = menu->addAction(look.word);
        action->setCheckable(true);
        action->setData(int(look.choice));
        m_looks->addAction(action);
    }
    connect(m_looks, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT lookChosen(Theme::Choice(action->data().toInt())); });
    menu->addSeparator();
    addLanguages(menu->addMenu(tr("Language")));
    connect(button, &QAbstractButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4))); });
}

void Navigation::addLanguages(QMenu* menu)
{
    for (const QString& code : QStringList{QString()} + Language::available()) {
        QAction* action = menu->addAction(code.isEmpty() ? tr("As the computer") : Language::ownName(code));
        action->setCheckable(true);
        action->setData(code);
        m_languages->addAction(action);
    }
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT languageChosen(action->data().toString()); });
}

void Navigation::setLanguage(const QString& code)
{
    for (QAction* action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
}

void Navigation::setLook(Theme::Choice choice)
{
    for (QAction* action : m_looks->actions())
        action->setChecked(action->data().toInt() == int(choice));
}

void Navigation::select(Screen screen)
{
    m_buttons[size_t(screen)]->setChecked(true);
}

void Navigation::setProblems(qint64 open)
{
    m_buttons[size_t(Screen::Problems)]->setBadge(open);
}

} // namespace tieout::gui
