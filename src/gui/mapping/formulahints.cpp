#include "gui/mapping/formulahints.h"

#include "gui/mapping/choicerow.h"
#include "gui/widgets/parts.h"
#include "wording/filewords.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kRowHeight = 28;
constexpr int kShownRows = 8;
constexpr int kWidth = 420;

enum Role { DetailRole = Qt::UserRole + 1, MatchStartRole, MatchLengthRole };

/// Label left, with what was typed in bold; what it is, quieter at the right.
class HintDelegate final : public QStyledItemDelegate
{
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokensOf(option.palette);
        painter->save();
        paintChoiceGround(*painter, option);
        const QRect area = option.rect.adjusted(12, 0, -12, 0);
        const QString detail = index.data(DetailRole).toString();
        QFont small = option.font;
        small.setPixelSize(13);
        const int half = std::min(QFontMetrics(small).horizontalAdvance(detail) + 1, area.width() / 2);
        painter->setFont(small);
        painter->setPen(t.muted);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(detail, Qt::ElideLeft, half));
        paintLabel(*painter, option, index, area.adjusted(0, 0, -half - 12, 0));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {kWidth, kRowHeight};
    }

  private:
    static void paintLabel(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           QRect area)
    {
        const QString label = index.data(Qt::DisplayRole).toString();
        const int start = index.data(MatchStartRole).toInt();
        const int length = index.data(MatchLengthRole).toInt();
        painter.setPen(tokensOf(option.palette).text);
        QFont bold = option.font;
        bold.setWeight(QFont::Bold);
        const QFontMetrics plain(option.font);
        if (plain.horizontalAdvance(label) > area.width() || length == 0) {
            painter.setFont(option.font);
            painter.drawText(area, Qt::AlignVCenter, plain.elidedText(label, Qt::ElideRight, area.width()));
            return;
        }
        const std::pair<QString, QFont> parts[] = {{label.left(start), option.font},
                                                   {label.mid(start, length), bold},
                                                   {label.mid(start + length), option.font}};
        for (const auto& [text, font] : parts) {
            painter.setFont(font);
            painter.drawText(area, Qt::AlignVCenter, text);
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(text));
        }
    }
};

QString kindInWords(const formula::Candidate& candidate)
{
    using Kind = formula::Candidate::Kind;
    switch (candidate.kind) {
    case Kind::Field:
        return candidate.type == model::FieldType::List     ? FormulaHints::tr("list")
               : candidate.type == model::FieldType::Record ? FormulaHints::tr("group of fields")
                                                            : wording::columnKind(candidate.type);
    case Kind::Table:
        return FormulaHints::tr("lookup table");
    case Kind::Column:
        return FormulaHints::tr("column");
    case Kind::Key:
        return FormulaHints::tr("row");
    case Kind::Setting:
        return FormulaHints::tr("setting of the organisation");
    case Kind::LineNumber:
        return FormulaHints::tr("number of the line");
    default:
        return candidate.detail;
    }
}

} // namespace

FormulaHints::FormulaHints(QWidget* owner)
    : QFrame(owner->window())
    , m_signature(new QLabel)
    , m_list(new QListWidget)
    , m_owner(owner)
{
    setObjectName(u"formulaHints"_s);
    setProperty("kind", u"card"_s);
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    m_signature->setTextFormat(Qt::RichText);
    m_signature->setContentsMargins(12, 6, 12, 6);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setItemDelegate(new HintDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_signature);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this] { Q_EMIT chosen(m_list->currentRow()); });
    hide();
}

void FormulaHints::setSignature(const formula::SignatureHelp& help)
{
    QString text;
    qsizetype done = 0;
    for (qsizetype i = 0; i < help.parameters.size(); ++i) {
        const formula::Span span = help.parameters[i];
        text += help.signature.mid(done, span.start - done).toHtmlEscaped();
        const QString parameter = help.signature.mid(span.start, span.length).toHtmlEscaped();
        text += i == help.active ? u"<b>"_s + parameter + u"</b>"_s : parameter;
        done = span.end();
    }
    text += help.signature.mid(done).toHtmlEscaped();
    m_signature->setText(text);
    m_signature->setVisible(!help.isNull());
}

void FormulaHints::setCandidates(const QList<formula::Candidate>& candidates)
{
    m_list->clear();
    for (const formula::Candidate& candidate : candidates) {
        auto* item = new QListWidgetItem(candidate.label, m_list);
        item->setData(DetailRole, kindInWords(candidate));
        item->setData(MatchStartRole, candidate.matched.start);
        item->setData(MatchLengthRole, candidate.matched.length);
    }
    if (!candidates.isEmpty()) m_list->setCurrentRow(0);
    m_list->setVisible(!candidates.isEmpty());
}

bool FormulaHints::hasCandidates() const
{
    return isVisible() && m_list->count() > 0;
}

int FormulaHints::current() const
{
    return m_list->currentRow();
}

void FormulaHints::move(int rows)
{
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, m_list->count() - 1));
}

QString FormulaHints::spoken() const
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return {};
    //: a suggestion as a screen reader says it: its name, what it is, place and number of all
    return tr("%1, %2, %3 of %4")
        .arg(item->text(), item->data(DetailRole).toString())
        .arg(m_list->currentRow() + 1)
        .arg(m_list->count());
}

void FormulaHints::fit()
{
    const int rows = std::min(m_list->count(), kShownRows);
    const int signature = m_signature->isHidden() ? 0 : m_signature->sizeHint().height();
    const int wide = m_list->count() > 0 ? kWidth : m_signature->sizeHint().width() + 2;
    m_list->setFixedHeight(rows * kRowHeight);
    setFixedSize(std::max(wide, m_signature->isHidden() ? 0 : m_signature->sizeHint().width() + 2),
                 signature + rows * kRowHeight + 2);
}

void FormulaHints::showBeside(const QRect& global)
{
    if (m_list->count() == 0 && m_signature->isHidden()) return hide();
    QWidget* window = m_owner->window();
    if (parentWidget() != window) setParent(window);
    fit();
    const QRect around(window->mapFromGlobal(global.topLeft()), global.size());
    const bool fitsBelow = around.bottom() + 4 + height() <= window->height();
    const int y = fitsBelow ? around.bottom() + 4 : std::max(0, around.top() - 4 - height());
    const int x = std::clamp(around.left(), 0, std::max(0, window->width() - width() - 4));
    QFrame::move(x, y);
    show();
    raise();
}

} // namespace tieout::gui
