#include "gui/mapping/formulabar.h"

#include "gui/mapping/formulaedit.h"
#include "gui/mapping/rulewords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kNameWidth = 136;
constexpr int kSignWidth = 22;
constexpr int kGap = 8;
constexpr int kResultWidth = 260;

} // namespace

FormulaBar::FormulaBar(Worksheet& sheet, QWidget* parent)
    : Card(parent)
    , m_sheet(sheet)
    , m_name(new ElidedLabel)
    , m_edit(new FormulaEdit(tr("Formula")))
    , m_result(new Tag)
    , m_story(makeLabel(u"small"_s, {}))
    , m_hint(makeLabel(u"small"_s, tr("F2 edit · Ctrl+Space complete")))
    , m_why(makeButton(u"link"_s, tr("Why this value?")))
    , m_options(makeButton(u"small"_s, tr("List options…")))
    , m_line(makeButton(u"link"_s, {}))
    , m_whenEmpty(new QToolButton)
{
    setObjectName(u"formulaBar"_s);
    m_result->setObjectName(u"result"_s);
    m_story->setObjectName(u"story"_s);
    build();
    connect(m_edit, &FormulaEdit::edited, this, &FormulaBar::typed);
    connect(m_edit, &FormulaEdit::accepted, this, &FormulaBar::accept);
    connect(m_edit, &FormulaEdit::cancelled, this, &FormulaBar::takeBack);
    connect(m_why, &QPushButton::clicked, this, [this] { Q_EMIT whyWanted(m_target); });
    connect(m_options, &QPushButton::clicked, this, [this] { Q_EMIT listOptionsWanted(m_target); });
    connect(m_line, &QPushButton::clicked, this,
            [this] { m_sheet.setLine((m_sheet.line() + 1) % std::max(1, m_sheet.linesAround(m_target))); });
    connect(m_story, &QLabel::linkActivated, this, &FormulaBar::followLink);
    connect(&m_sheet, &Worksheet::refreshed, this, &FormulaBar::refresh);
    refresh();
}

void FormulaBar::build()
{
    auto* sign = makeLabel(u"fx"_s, u"fx"_s);
    sign->setAccessibleName(tr("Formula of"));
    sign->setFixedWidth(kSignWidth);
    m_name->setProperty("kind", u"fx"_s);
    m_name->setFixedWidth(kNameWidth);
    m_story->setTextFormat(Qt::RichText);
    m_story->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_story->setAccessibleName(tr("About this value"));
    m_story->setWordWrap(true);
    m_whenEmpty->setAccessibleName(tr("What happens when the value is empty"));
    m_whenEmpty->setPopupMode(QToolButton::InstantPopup);
    m_whenEmpty->setProperty("kind", u"small"_s);
    m_whenEmpty->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* menu = new QMenu(m_whenEmpty);
    for (const auto choice : {model::WhenEmpty::Leave, model::WhenEmpty::Clear, model::WhenEmpty::Hold}) {
        QAction* action = menu->addAction(whenEmptyInWords(choice));
        connect(action, &QAction::triggered, this,
                [this, choice] { m_sheet.draft().setWhenEmpty(m_target, choice); });
    }
    m_whenEmpty->setMenu(menu);
    auto* first = new QHBoxLayout;
    first->setSpacing(kGap);
    first->addWidget(sign, 0, Qt::AlignTop);
    first->addWidget(m_name, 0, Qt::AlignTop);
    first->addWidget(m_edit, 1, Qt::AlignTop);
    first->addWidget(m_result, 0, Qt::AlignTop);
    auto* second = new QHBoxLayout;
    second->setSpacing(16);
    second->addSpacing(kSignWidth + kNameWidth + 2 * kGap + 2);
    second->addWidget(m_story, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_line, m_whenEmpty, m_options, m_why, m_hint})
        second->addWidget(widget, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

bool FormulaBar::isList() const
{
    const mapping::TreeNode* node = m_sheet.target(m_target);
    return node && node->isList();
}

void FormulaBar::setTarget(const QString& target)
{
    if (target == m_target) return;
    m_sheet.draft().settle();
    m_target = target;
    m_typing = false;
    refresh();
}

void FormulaBar::edit()
{
    if (m_target.isEmpty() || m_edit->isReadOnly()) return;
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

void FormulaBar::refresh()
{
    const mapping::TreeNode* node = m_sheet.target(m_target);
    const model::MappedField* rule = m_sheet.draft().rule(m_target);
    const bool list = isList();
    m_name->setText(node ? node->label : QString());
    m_edit->setAccessibleName(node ? tr("Formula of %1").arg(m_sheet.targetWords(m_target)) : tr("Formula"));
    showFormula();
    const bool mapped = rule && (!rule->formula.isEmpty() || !rule->each.isEmpty());
    m_options->setVisible(list);
    m_why->setVisible(mapped && !list && !m_sheet.sample().record.isNull());
    m_whenEmpty->setVisible(mapped);
    if (mapped) {
        //: what happens when a value is empty: "When empty: leave as it is ▾"
        m_whenEmpty->setText(tr("When empty: %1 ▾").arg(whenEmptyInWords(rule->whenEmpty)));
        m_whenEmpty->setEnabled(!m_sheet.isReadOnly());
    }
    m_hint->setVisible(node && !mapped);
    const int lines = m_sheet.linesAround(m_target);
    m_line->setVisible(lines > 1);
    //: which line of the sample's list the values are of; a press shows the next
    m_line->setText(tr("line %1 of %2").arg(m_sheet.line() + 1).arg(lines));
    m_line->setToolTip(tr("Show the next line"));
    m_result->set(Tone::Plain, {});
    if (node) showResult(*node);
    showStory();
}

void FormulaBar::showFormula()
{
    const mapping::TreeNode* node = m_sheet.target(m_target);
    const model::MappedField* rule = m_sheet.draft().rule(m_target);
    const bool list = isList();
    const bool group = node && node->isGroup() && !list;
    m_edit->setPlaceholderText(!node  ? tr("Choose a field that is filled to see its formula.")
                               : list ? tr("A list makes the lines: =[Products]")
                               : group
                                   ? tr("Map the fields inside it.")
                                   : tr("= starts a formula, [ a field. Anything else is a fixed value."));
    m_edit->viewport()->update(); // Qt 6.4 leaves the old words where no text was before
    m_edit->setReadOnly(!node || node->readOnly || m_sheet.isReadOnly());
    m_edit->setWorld(
        node ? m_sheet.world(m_target, list ? mapping::RulePart::Each : mapping::RulePart::Formula)
             : FormulaWorld());
    QString stored = !rule ? QString() : list ? rule->each : rule->formula;
    if (list && !stored.isEmpty() && !stored.startsWith(u'=')) stored.prepend(u'=');
    if (!m_typing) {
        m_edit->setStored(stored);
    } else if (stored != m_edit->stored() && !list) {
        m_typing = false; // undone, or changed elsewhere
        m_edit->setStored(stored);
    }
}

void FormulaBar::showResult(const mapping::TreeNode& node)
{
    const mapping::LiveValue* live = m_sheet.value(m_target);
    if (!live || !m_sheet.draft().rule(m_target)) return;
    const QString text = liveText(node, live);
    const bool doubtful = text.isEmpty() || m_sheet.hasProblem(m_target); // computed as far as it can be
    const Tone tone = live->fault ? Tone::Bad : doubtful ? Tone::Muted : Tone::Ok;
    const QString shown = text.isEmpty() ? tr("(empty)") : text;
    QString line = shown;
    line.replace(u'\n', u' ');
    m_result->set(tone, m_result->fontMetrics().elidedText(line, Qt::ElideRight, kResultWidth));
    m_result->setToolTip(shown);
    m_result->setAccessibleName(tr("Result: %1").arg(shown));
}

void FormulaBar::showStory()
{
    const RuleStory story = m_target.isEmpty() ? RuleStory() : ruleStory(m_sheet, m_target);
    const Tokens& t = tokensOf(palette());
    QString html = story.html;
    html.replace(u"<a "_s, u"<a style=\"color:%1\" "_s.arg(t.accent.name()));
    if (story.tone != Tone::Muted) html.prepend(shapeOf(story.tone));
    m_story->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(foregroundOf(t, story.tone).name(), html));
    m_edit->setMarks(marks());
}

QList<FormulaMark> FormulaBar::marks() const
{
    const mapping::RulePart shown = isList() ? mapping::RulePart::Each : mapping::RulePart::Formula;
    QList<FormulaMark> marks;
    bool wrong = false;
    for (const mapping::RuleFinding& found : m_sheet.findings(m_target)) {
        if (found.part != shown) continue;
        FormulaMark mark{found.finding.at, found.finding.severity == formula::Finding::Severity::Error};
        wrong = wrong || mark.isError;
        // Behind the end: something is missing there.
        if (mark.isError && mark.at.length == 0 && found.finding.code.startsWith(u"formula."_s))
            mark.at.length = 1;
        marks += mark;
    }
    const mapping::LiveValue* live = m_sheet.value(m_target);
    if (!wrong && live && live->fault) marks += FormulaMark{live->fault->at};
    return marks;
}

void FormulaBar::typed()
{
    if (m_target.isEmpty()) return;
    if (!std::exchange(m_typing, true)) {
        m_sheet.draft().settle();
        m_steps = m_sheet.draft().history().size();
    }
    const QString stored = m_edit->stored();
    if (!isList()) return m_sheet.draft().setFormula(m_target, stored);
    // A list takes a whole reference only: a half-written one would take its lines away.
    refresh();
}

void FormulaBar::accept()
{
    if (isList() && m_typing) {
        const QString stored = m_edit->stored();
        m_typing = false;
        m_sheet.draft().setEach(m_target, stored.startsWith(u'=') ? stored.mid(1) : stored);
    }
    m_typing = false;
    m_sheet.draft().settle();
    refresh();
    Q_EMIT done();
}

void FormulaBar::takeBack()
{
    const bool typed = std::exchange(m_typing, false);
    if (typed && m_sheet.draft().history().size() > m_steps) m_sheet.draft().undo();
    m_sheet.draft().settle();
    refresh();
    Q_EMIT done();
}

void FormulaBar::followLink(const QString& link)
{
    const QString name = QUrl::fromPercentEncoding(link.section(u':', 1).toUtf8());
    if (link.startsWith(u"lookup:"_s)) Q_EMIT lookupWanted(name);
}

void FormulaBar::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showStory();
}

} // namespace tieout::gui
