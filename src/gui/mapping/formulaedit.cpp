#include "gui/mapping/formulaedit.h"

#include "formula/parser.h"
#include "formula/print.h"
#include "gui/mapping/formulahints.h"
#include "gui/widgets/parts.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// Longer texts are refused by the parser with a sentence; nobody types more than this.
constexpr qsizetype kMostCharacters = 2 * formula::kMaxFormulaLength;

QColor colourOf(const Tokens& t, formula::PieceKind kind)
{
    using Kind = formula::PieceKind;
    switch (kind) {
    case Kind::Function:
        return t.accent;
    case Kind::Field:
        return t.ok;
    case Kind::Text:
    case Kind::Number:
    case Kind::Truth:
        return t.warn;
    case Kind::UnknownWord:
    case Kind::Broken:
    case Kind::ErrorValue:
        return t.bad;
    case Kind::Operator:
    case Kind::Parenthesis:
    case Kind::Separator:
        break;
    }
    return t.text;
}

QFont formulaFont(const QFont& base)
{
    QFont font(base);
    font.setFamilies({u"Noto Sans Mono"_s, u"Menlo"_s, u"Consolas"_s, u"monospace"_s});
    font.setPixelSize(14);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace

FormulaEdit::FormulaEdit(const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_hints(new FormulaHints(this))
{
    setAccessibleName(name);
    setProperty("kind", u"formula"_s);
    setFont(formulaFont(font()));
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &FormulaEdit::textTyped);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        colour();
        if (hasFocus() && !m_setting) showHints();
    });
    connect(m_hints, &FormulaHints::chosen, this, &FormulaEdit::take);
    fitHeight();
}

FormulaEdit::~FormulaEdit()
{
    delete m_hints;
}

formula::Notation FormulaEdit::labels() const
{
    formula::Notation notation = m_world.notation;
    notation.names = formula::Notation::Names::Labels;
    return notation;
}

formula::DisplayStyle FormulaEdit::style() const
{
    return {m_world.notation, m_world.scope.scope()};
}

void FormulaEdit::setWorld(FormulaWorld world)
{
    m_world = std::move(world);
}

void FormulaEdit::setStored(const QString& formula)
{
    if (formula == stored()) return;
    m_setting = true;
    setPlainText(formula::toDisplay(formula, style()).text());
    moveCursor(QTextCursor::End);
    m_setting = false;
    m_marks.clear();
    m_hints->hide();
    colour();
    fitHeight();
}

QString FormulaEdit::stored() const
{
    const QString text = toPlainText();
    if (text.trimmed().isEmpty() || text.trimmed() == u"="_s) return {};
    if (text.trimmed().startsWith(u'=')) return formula::toStored(text.trimmed(), style()).text();
    // As in a cell of Excel: without the sign it is the thing itself.
    const formula::Parsed number = formula::parse(text, m_world.notation);
    if (number && number->nodes().size() == 1 && number->node(0).kind == formula::NodeKind::Number)
        return formula::toStored(u'=' + text.trimmed(), style()).text();
    return u'=' + formula::quoted(text);
}

void FormulaEdit::setMarks(const QList<FormulaMark>& stored)
{
    const QString text = toPlainText();
    QList<FormulaMark> marks;
    if (text.startsWith(u'=') && !stored.isEmpty()) {
        const formula::Translation back = formula::toStored(text, style());
        for (const FormulaMark& mark : stored) {
            if (mark.at.length <= 0) continue;
            marks.append({back.back(mark.at), mark.isError});
            marks.last().at.length = std::max(marks.last().at.length, 1);
        }
    }
    if (marks == m_marks) return;
    m_marks = std::move(marks);
    colour();
}

void FormulaEdit::setMaximumLines(int lines)
{
    m_lines = lines;
    fitHeight();
}

void FormulaEdit::setFramed()
{
    setProperty("kind", u"framed-formula"_s);
    m_frame = 8;
    fitHeight();
}

void FormulaEdit::setInCell()
{
    m_inCell = true;
    setMaximumLines(1);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(NoWrap);
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    setProperty("kind", u"cell"_s);
    setViewportMargins(10, 5, 4, 0);
}

bool FormulaEdit::isCompleting() const
{
    return m_hints->hasCandidates();
}

QSize FormulaEdit::sizeHint() const
{
    return {400, minimumSizeHint().height()};
}

QSize FormulaEdit::minimumSizeHint() const
{
    return {120, fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()) + 4 + m_frame};
}

void FormulaEdit::textTyped()
{
    // Fields are dragged in with a bracket first: a bracket begins a formula, as "=" does.
    if (!m_setting && toPlainText() == u"["_s) {
        m_setting = true;
        setPlainText(u"=["_s);
        moveCursor(QTextCursor::End);
        m_setting = false;
    }
    if (!m_setting) m_marks.clear();
    colour();
    fitHeight();
    if (m_setting) return;
    Q_EMIT edited();
    if (hasFocus()) complete(Asked::ByTyping);
}

formula::Completion FormulaEdit::candidatesAt(const QString& text, qint32 cursor) const
{
    formula::CompletionWorld world;
    world.notation = labels();
    world.scope = m_world.scope.scope();
    world.tables = m_world.tables;
    world.columns = m_world.columns;
    world.keys = m_world.keys;
    world.flows = m_world.flows;
    world.settings = m_world.settings;
    formula::Completion found = formula::completeAt(text, cursor, world);
    // A line knows the record around it: who types its name need not type the dots.
    const qsizetype bracket = text.lastIndexOf(u'[', std::max(0, cursor - 1));
    const bool dotted = text.mid(bracket + 1).startsWith(u".."_s);
    const bool unclosed = bracket >= 0 && bracket > text.lastIndexOf(u']', std::max(0, cursor - 1));
    for (int up = 1; up <= m_world.scope.depth() && found.candidates.isEmpty() && unclosed && !dotted; ++up) {
        const QString dots(2 * up, u'.');
        QString outside = text;
        outside.insert(bracket + 1, dots);
        found = formula::completeAt(outside, cursor + qint32(dots.size()), world);
        found.replace.length -= qint32(dots.size());
    }
    return found;
}

void FormulaEdit::complete(Asked asked)
{
    using Kind = formula::Candidate::Kind;
    const QString text = toPlainText();
    const qint32 cursor = textCursor().position();
    m_completion = {};
    m_chosen = asked == Asked::ByKey;
    if (text.startsWith(u'=')) {
        formula::Completion found = candidatesAt(text, cursor);
        const Kind first = found.candidates.isEmpty() ? Kind::Word : found.candidates.first().kind;
        const bool word = first == Kind::Word || first == Kind::Function;
        const QChar before = cursor > 0 ? text.at(cursor - 1) : QChar();
        const bool bracket = text.mid(found.replace.start).startsWith(u'[');
        const bool opens = before == u'[' || before == u'›' || (!word && first != Kind::Field);
        const bool same = found.candidates.size() == 1 && found.candidates.first().insert == found.typed;
        if (!same && (m_chosen || opens || !found.typed.isEmpty())) m_completion = std::move(found);
        // A half-written name of a field or table is never meant; a function's may be.
        m_chosen = m_chosen || (!word && (bracket || first != Kind::Field));
    }
    m_hints->setCandidates(m_completion.candidates);
    m_hints->setSignature(formula::signatureAt(text, cursor, labels()));
    m_hints->showBeside(QRect(viewport()->mapToGlobal(cursorRect().topLeft()), cursorRect().size()));
}

void FormulaEdit::showHints()
{
    if (m_hints->hasCandidates()) return; // the text is about to change, or the list follows the cursor
    m_hints->setCandidates({});
    m_hints->setSignature(formula::signatureAt(toPlainText(), textCursor().position(), labels()));
    m_hints->showBeside(QRect(viewport()->mapToGlobal(cursorRect().topLeft()), cursorRect().size()));
}

void FormulaEdit::take(int candidate)
{
    if (candidate < 0 || candidate >= m_completion.candidates.size()) return;
    const formula::Candidate taken = m_completion.candidates[candidate];
    const formula::Span replace = m_completion.replace;
    m_completion = {};
    m_hints->setCandidates({});
    QTextCursor cursor = textCursor();
    cursor.setPosition(replace.start);
    cursor.setPosition(replace.end(), QTextCursor::KeepAnchor);
    m_setting = true;
    cursor.insertText(taken.insert);
    cursor.setPosition(replace.start + taken.cursor);
    setTextCursor(cursor);
    m_setting = false;
    m_marks.clear();
    colour();
    Q_EMIT edited();
    showHints();
    // A parent record, or a table to choose from: the next choice follows at once.
    if (taken.hasParts || taken.insert.endsWith(u'(')) complete(Asked::ByTyping);
}

bool FormulaEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        // Undo and redo are the draft's.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            key->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool FormulaEdit::hintKey(QKeyEvent* event)
{
    if (!m_hints->hasCandidates()) return false;
    int rows = 0;
    switch (event->key()) {
    case Qt::Key_Down:
        rows = 1;
        break;
    case Qt::Key_Up:
        rows = -1;
        break;
    case Qt::Key_PageDown:
        rows = 8;
        break;
    case Qt::Key_PageUp:
        rows = -8;
        break;
    case Qt::Key_Tab:
        take(m_hints->current());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Without a choice of one's own Enter ends the formula, as in Excel.
        if (!m_chosen) return false;
        take(m_hints->current());
        return true;
    case Qt::Key_Escape:
        m_hints->setCandidates({});
        m_hints->hide();
        return true;
    default:
        return false;
    }
    m_hints->move(rows);
    m_chosen = true;
    setAccessibleDescription(m_hints->spoken());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    return true;
}

void FormulaEdit::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control && event->key() == Qt::Key_Space) return complete(Asked::ByKey);
    if (hintKey(event)) return;
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) return event->ignore();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        m_hints->hide();
        Q_EMIT accepted();
        return;
    }
    if (enter && !m_inCell) return insertPlainText(u"\n"_s);
    if (event->key() == Qt::Key_Escape) {
        m_hints->hide();
        Q_EMIT cancelled();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void FormulaEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::ShortcutFocusReason)
        moveCursor(QTextCursor::End);
}

void FormulaEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_hints->hide();
}

void FormulaEdit::insertFromMimeData(const QMimeData* source)
{
    // One text with blanks for tabs, as a cell takes it.
    QString text = source->text();
    text.replace(u'\t', u' ').remove(u'\r');
    if (m_inCell) text.replace(u'\n', u' ');
    insertPlainText(text.left(kMostCharacters));
}

void FormulaEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour();
}

void FormulaEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

bool FormulaEdit::focusNextPrevChild(bool next)
{
    if (isCompleting()) return false; // Tab takes what is offered
    return QPlainTextEdit::focusNextPrevChild(next);
}

void FormulaEdit::colour()
{
    const QString text = toPlainText();
    // A fault behind the last sign is shown at the last sign.
    for (FormulaMark& mark : m_marks)
        mark.at.start = std::clamp<qint32>(mark.at.start, 0, std::max<qint32>(0, qint32(text.size()) - 1));
    std::vector<Look> looks(size_t(text.size()));
    const auto each = [&looks](formula::Span span, auto change) {
        for (qint32 i = std::max(0, span.start); i < span.end() && i < qint32(looks.size()); ++i)
            change(looks[size_t(i)]);
    };
    if (text.startsWith(u'=')) {
        for (const formula::Piece& piece : formula::highlight(text, labels()))
            each(piece.at, [&piece](Look& look) { look.kind = piece.kind; });
        const auto pair = formula::parenthesesAt(text, textCursor().position(), labels());
        for (const formula::Span span :
             pair&& hasFocus() ? QList{pair->touched, pair->partner} : QList<formula::Span>())
            each(span, [](Look& look) { look.paired = true; });
    }
    for (const FormulaMark& mark : std::as_const(m_marks)) {
        const Look::Mark kind = mark.isError ? Look::Mark::Error : Look::Mark::Warning;
        each(mark.at, [kind](Look& look) { look.mark = std::max(look.mark, kind); });
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        block.layout()->setFormats(formatsOf(looks, block.position(), block.length() - 1));
        document()->markContentsDirty(block.position(), block.length());
    }
}

QList<QTextLayout::FormatRange> FormulaEdit::formatsOf(const std::vector<Look>& looks, int start,
                                                       int length) const
{
    const Tokens& t = tokensOf(palette());
    QList<QTextLayout::FormatRange> ranges;
    for (int i = 0; i < length; ++i) {
        const Look& look = looks[size_t(start) + size_t(i)];
        if (i > 0 && look == looks[size_t(start) + size_t(i) - 1]) {
            ++ranges.last().length;
            continue;
        }
        QTextLayout::FormatRange range{i, 1, {}};
        range.format.setForeground(look.kind ? colourOf(t, *look.kind) : t.text);
        if (look.paired) {
            range.format.setBackground(t.accentSoft);
            range.format.setFontWeight(QFont::Bold);
        }
        if (look.mark != Look::Mark::None) {
            const bool error = look.mark == Look::Mark::Error;
            range.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            range.format.setUnderlineColor(error ? t.bad : t.warn);
            range.format.setBackground(error ? t.badSoft : t.warnSoft);
        }
        ranges += range;
    }
    return ranges;
}

void FormulaEdit::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.lineCount());
    if (!m_inCell)
        setVerticalScrollBarPolicy(lines > m_lines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    lines = std::clamp(lines, 1, m_lines);
    const int height = minimumSizeHint().height() + (lines - 1) * fontMetrics().lineSpacing();
    if (!m_inCell && height != this->height()) setFixedHeight(height);
}

} // namespace tieout::gui
