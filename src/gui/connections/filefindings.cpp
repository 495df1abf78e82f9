#include "gui/connections/filefindings.h"

#include "wording/filewords.h"
#include "wording/sentences.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// So many columns fit beside the form; the others are counted.
constexpr qsizetype kMostColumns = 12;

QString asRead(const QString& written, const QString& read)
{
    if (read.isEmpty() || read == written) return written;
    return u"%1 → %2"_s.arg(written, read);
}

} // namespace

FileFindings::FileFindings(QWidget* parent)
    : Card(parent)
    , m_title(makeLabel(u"strong"_s, {}))
    , m_parts(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    m_parts->setSpacing(8);
    layout->addLayout(m_parts);
    hide();
}

void FileFindings::show(const model::FileSniff& sniff)
{
    clearLayout(m_parts);
    m_title->setText(tr("What was found in “%1”").arg(sniff.file));
    setAccessibleName(m_title->text());
    addNotes(sniff.questions, Tone::Warn, tr("Press Choose in its line below."));
    addFindings(sniff);
    addColumns(sniff);
    addNotes(sniff.remarks, Tone::Muted, {});
    QWidget::show();
}

void FileFindings::showProblem(const Error& error)
{
    clearLayout(m_parts);
    m_title->setText(tr("The file"));
    addNotes({error}, Tone::Warn, wording::sentenceFor(error).fix);
    QWidget::show();
}

void FileFindings::addFindings(const model::FileSniff& sniff)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const wording::FileFinding& finding : wording::findingsOf(sniff)) {
        const bool asked = finding.sureness == wording::FileFinding::Sureness::Asked;
        grid->addWidget(makeLabel(u"small"_s, finding.label), row, 0);
        grid->addWidget(makeLabel(u"plain"_s, finding.value.isEmpty() ? u"?"_s : finding.value), row, 1);
        grid->addWidget(makeLabel(u"muted"_s, wording::surenessWord(finding.sureness)), row, 2);
        auto* piece = new ElidedLabel(asRead(finding.written, finding.read));
        piece->setProperty("kind", u"muted"_s);
        grid->addWidget(piece, row, 3);
        auto* change = makeButton(u"link"_s, asked ? tr("Choose") : tr("Change"));
        change->setAccessibleName(u"%1: %2"_s.arg(change->text(), finding.label));
        connect(change, &QPushButton::clicked, this,
                [this, setting = finding.setting] { Q_EMIT changeAsked(setting); });
        grid->addWidget(change, row, 4);
        ++row;
    }
    m_parts->addLayout(grid);
}

void FileFindings::addColumns(const model::FileSniff& sniff)
{
    QStringList lines;
    for (const model::FileColumn& column : sniff.columns.mid(0, kMostColumns)) {
        const QString kind = wording::columnKind(column.type);
        const QString piece = asRead(column.example, column.shown).left(60);
        lines += piece.isEmpty() ? u"%1: %2"_s.arg(column.label, kind)
                                 : u"%1: %2, %3"_s.arg(column.label, kind, piece);
    }
    if (sniff.columns.size() > kMostColumns)
        lines += tr("and %Ln more", nullptr, int(sniff.columns.size() - kMostColumns));
    if (lines.isEmpty()) return;
    m_parts->addWidget(makeLabel(u"small"_s, tr("Columns")));
    m_parts->addWidget(makeParagraph(u"small"_s, lines.join(u'\n')));
}

void FileFindings::addNotes(const QList<Error>& notes, Tone tone, const QString& fix)
{
    for (const Error& note : notes) {
        const wording::Sentence sentence = wording::sentenceFor(note);
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new Tag(tone, sentence.title), 0, Qt::AlignTop);
        QStringList words;
        for (const QString& part : {sentence.why, fix})
            if (!part.isEmpty()) words += part;
        line->addWidget(makeParagraph(u"small"_s, words.join(u' ')), 1);
        m_parts->addLayout(line);
    }
}

} // namespace tieout::gui
