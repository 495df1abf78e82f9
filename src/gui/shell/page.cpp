#include "gui/shell/page.h"

#include "gui/shell/titlelabel.h"

#include "wording/sentences.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

Page::Page(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_header(new QHBoxLayout)
    , m_content(new QVBoxLayout)
    , m_back(makeButton(u"back"_s, u"‹"_s))
    , m_title(new TitleLabel)
    , m_tag(new Tag)
    , m_banner(new Banner)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 16, 22, 16);
    layout->setSpacing(14);
    m_title->setProperty("kind", u"title"_s);
    m_header->setSpacing(10);
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list"));
    m_back->hide();
    m_header->addWidget(m_back);
    m_header->addWidget(m_title);
    m_header->addWidget(m_tag);
    m_header->addStretch(1);
    m_content->setSpacing(12);
    layout->addLayout(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(m_content, 1);
    // Queued: the last answer may still be filling a view when it says so.
    connect(&m_answers, &Answers::settled, this, &Page::settled, Qt::QueuedConnection);
}

void Page::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Page::addToHeader(QWidget* widget)
{
    m_header->addWidget(widget);
}

void Page::report(const Error& error)
{
    if (error.kind == ErrorKind::Cancelled) return;
    const wording::Sentence sentence = wording::sentenceFor(error);
    m_banner->showProblem(sentence.what, sentence.fix);
}

} // namespace tieout::gui
