#include "gui/mapping/versions.h"

#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "service/mappingbench.h"
#include "service/workbench.h"
#include "wording/sentences.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

enum Shown { Waiting, Changes, Same };

} // namespace

VersionsPanel::VersionsPanel(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_banner(new Banner)
{
    m_words.setLocale(locale());
    auto* left = new Card;
    auto* right = new Card;
    buildList(left);
    buildChanges(right);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({320, 700});
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    m_banner->hide();
}

void VersionsPanel::buildList(QWidget* left)
{
    m_list = new TableView(tr("Versions of this mapping"));
    m_lines = new QStandardItemModel(0, 1, this);
    m_lines->setHorizontalHeaderLabels({tr("Version")});
    m_list->setModel(m_lines);
    m_list->setRowHeight(54);
    m_list->setColumns({-1});
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    connect(m_list, &TableView::rowChosen, this, &VersionsPanel::choose);
}

void VersionsPanel::buildChanges(QWidget* right)
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 12, 16, 4);
    line->setSpacing(8);
    auto* caption = makeLabel(u"muted"_s, tr("Compared with"));
    m_others = new QComboBox;
    m_others->setAccessibleName(tr("Compared with which version"));
    m_others->setMinimumWidth(180);
    m_restore = makeButton(u"small"_s, tr("Restore this version"));
    m_restore->setToolTip(tr("Puts it into the editor. Nothing is saved until you press Save, and no version "
                             "is lost."));
    line->addWidget(caption);
    line->addWidget(m_others);
    line->addStretch(1);
    line->addWidget(m_restore);
    m_table = new TableView(tr("What changed"));
    m_changes = new QStandardItemModel(0, 4, this);
    m_changes->setHorizontalHeaderLabels({tr("Field"), tr("What"), tr("Before"), tr("After")});
    m_table->setModel(m_changes);
    m_table->setRowHeight(36);
    m_table->setWrapping();
    m_table->setColumns({-4, 170, -4, -4});
    m_same = makeParagraph(u"muted"_s, tr("The two are the same."));
    m_same->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedWidget;
    m_stack->addWidget(new Skeleton(4));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_same);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addLayout(line);
    layout->addWidget(m_stack, 1);
    connect(m_others, &QComboBox::currentIndexChanged, this, &VersionsPanel::compare);
    connect(m_restore, &QPushButton::clicked, this, &VersionsPanel::restore);
}

void VersionsPanel::setSchemas(const model::ObjectSchema& source, const model::ObjectSchema& target)
{
    m_words.setSchemas(source, target);
    if (!m_versions.isEmpty()) compare();
}

void VersionsPanel::show(const QString& flow, const model::MappingDocument& document)
{
    QWidget::show();
    m_flow = flow;
    m_documents.clear();
    m_documents.insert(0, document);
    const quint64 asked = ++m_asked;
    m_stack->setCurrentIndex(Waiting);
    m_answers.ask(m_desk.workbench->mappingVersions(flow),
                  [this, asked](const Result<QList<model::MappingVersion>>& versions) {
                      if (asked != m_asked) return;
                      if (!versions) return report(versions.error());
                      fillList(*versions);
                  });
}

void VersionsPanel::fillList(const QList<model::MappingVersion>& versions)
{
    m_versions = versions;
    model::MappingVersion draft; // stays only when it differs from the newest, see showChanges()
    m_versions.prepend(draft);
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_lines->removeRows(0, m_lines->rowCount());
        for (const model::MappingVersion& version : std::as_const(m_versions)) {
            QString title = nameOf(version.version);
            if (!version.note.isEmpty()) title += u" · "_s + version.note;
            auto* item = new QStandardItem(title);
            item->setData(true, StrongRole);
            QStringList under;
            if (version.version == 0) {
                under += tr("in the editor");
            } else {
                under += formatFull(version.savedAt, {}, locale());
                under += version.author.isEmpty() ? tr("author not known") : version.author;
                if (version.restored > 0) under += tr("version %1 restored").arg(version.restored);
            }
            item->setData(under.join(u" · "_s), SubtitleRole);
            item->setToolTip(title + u'\n' + under.join(u'\n'));
            m_lines->appendRow(item);
        }
    }
    m_list->setCurrentIndex(m_lines->index(0, 0));
}

QString VersionsPanel::nameOf(int version) const
{
    return version == 0 ? tr("Not saved yet") : tr("Version %1").arg(locale().toString(version));
}

int VersionsPanel::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_versions.size() ? m_versions[row].version : -1;
}

void VersionsPanel::choose(int row)
{
    if (row < 0 || row >= m_versions.size()) return;
    fillOthers(row);
    compare();
}

void VersionsPanel::fillOthers(int row)
{
    const QSignalBlocker quiet(m_others);
    m_others->clear();
    for (int other = 0; other < m_versions.size(); ++other)
        if (other != row) m_others->addItem(nameOf(m_versions[other].version), m_versions[other].version);
    // The one before it, as long as there is one.
    m_others->setCurrentIndex(std::min(row, m_others->count() - 1));
}

void VersionsPanel::want(int version)
{
    const quint64 asked = m_asked;
    m_answers.ask(m_desk.workbench->mappingVersion(m_flow, version),
                  [this, asked, version](const Result<service::KeptMapping>& kept) {
                      if (asked != m_asked) return;
                      if (!kept) return report(kept.error());
                      m_documents.insert(version, kept->document);
                      compare();
                  });
}

/// Whether the kept mapping of the sync, or of what it makes first, can be read.
bool VersionsPanel::isReadable() const
{
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        const bool here = summary.flow.id == m_flow ||
                          std::any_of(summary.flow.parents.begin(), summary.flow.parents.end(),
                                      [this](const model::Flow& parent) { return parent.id == m_flow; });
        if (here && !summary.flow.isReadable()) return false;
    }
    return true;
}

/// Then there is nothing to restore. Of what cannot be read the editor holds a part only.
bool VersionsPanel::isInEditor(int version) const
{
    return isReadable() &&
           mapping::compareDocuments(m_documents.value(version), m_documents.value(0)).isEmpty();
}

void VersionsPanel::compare()
{
    const int one = chosen();
    const int other = m_others->currentIndex() < 0 ? -1 : m_others->currentData().toInt();
    m_restore->setEnabled(one > 0 && m_documents.contains(one) && !isInEditor(one)); // else it is on its way
    if (one < 0) return;
    if (other < 0) { // the very first version has nothing to be compared with
        m_same->setText(tr("There is no other version yet."));
        return m_stack->setCurrentIndex(Same);
    }
    for (const int version : {one, other}) {
        if (m_documents.contains(version)) continue;
        m_stack->setCurrentIndex(Waiting);
        return want(version);
    }
    // Older → newer, whichever was chosen first; the draft is the newest.
    const auto age = [](int version) { return version == 0 ? std::numeric_limits<int>::max() : version; };
    const int before = age(one) < age(other) ? one : other;
    const int after = before == one ? other : one;
    showChanges(m_documents.value(before), m_documents.value(after));
}

void VersionsPanel::showChanges(const Document& before, const Document& after)
{
    m_words.setDocuments(before, after);
    const QList<mapping::DocumentChange> changes = mapping::compareDocuments(before, after);
    m_changes->removeRows(0, m_changes->rowCount());
    for (const mapping::DocumentChange& change : changes) {
        const ChangeWords::Line line = m_words.line(change);
        auto* field = new QStandardItem(line.field);
        field->setToolTip(change.target);
        auto* what = new QStandardItem(line.what);
        what->setData(int(line.tone), ToneRole);
        auto* was = new QStandardItem(line.before);
        was->setData(true, QuietRole);
        was->setToolTip(line.before);
        auto* is = new QStandardItem(line.after);
        is->setToolTip(line.after);
        m_changes->appendRow({field, what, was, is});
    }
    m_same->setText(tr("The two are the same."));
    m_stack->setCurrentIndex(changes.isEmpty() ? Same : Changes);
    const bool untouched = m_versions.size() > 1 && m_versions.first().version == 0 && chosen() == 0 &&
                           m_others->currentData().toInt() == m_versions[1].version && changes.isEmpty();
    if (!untouched) return;
    // Nothing is unsaved: the list begins with the newest version.
    m_versions.removeFirst();
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_lines->removeRow(0);
    }
    m_list->setCurrentIndex(m_lines->index(0, 0));
    choose(0);
}

void VersionsPanel::restore()
{
    const int version = chosen();
    if (version <= 0 || !m_documents.contains(version)) return;
    if (isReadable()) return Q_EMIT restoreWanted(m_documents.value(version), version);
    // The editor shows what cannot be read and takes no edits: the version takes its place at once.
    m_restore->setEnabled(false);
    m_answers.ask(m_desk.workbench->restoreMapping(m_flow, version),
                  [this](const Result<model::MappingVersion>& saved) {
                      m_restore->setEnabled(true);
                      if (!saved) return report(saved.error());
                      m_banner->showSuccess(tr("Restored, and saved as version %1. What could not be "
                                               "read stays in the list.")
                                                .arg(saved->version));
                      Q_EMIT restored(saved->version);
                  });
}

void VersionsPanel::report(const Error& error)
{
    const wording::Sentence sentence = wording::sentenceFor(error);
    m_banner->showProblem(sentence.what, sentence.fix);
    if (m_stack->currentIndex() == Waiting) m_stack->setCurrentIndex(Same);
    m_same->setText(QString());
}

} // namespace tieout::gui
