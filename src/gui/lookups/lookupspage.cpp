#include "gui/lookups/lookupspage.h"

#include "gui/lookups/lookupdialogs.h"
#include "gui/lookups/lookupdraft.h"
#include "gui/lookups/lookupgrid.h"
#include "gui/lookups/lookuphistory.h"
#include "gui/widgets/say.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using model::LookupTable;

namespace {

constexpr int kNameRole = Qt::UserRole + 1;

QString undoWords(const LookupDraft::Step& step)
{
    using Kind = LookupDraft::Step::Kind;
    switch (step.kind) {
    case Kind::Edit:
        return LookupsPage::tr("Undo: a value typed");
    case Kind::Add:
        return LookupsPage::tr("Undo: a row added");
    case Kind::Remove:
        return LookupsPage::tr("Undo: %Ln rows removed", nullptr, int(step.rows));
    case Kind::Paste:
        return LookupsPage::tr("Undo: %Ln rows pasted", nullptr, int(step.rows));
    case Kind::Import:
        return LookupsPage::tr("Undo: %Ln rows taken from a file", nullptr, int(step.rows));
    case Kind::Move:
        return LookupsPage::tr("Undo: a row moved");
    case Kind::Sort:
        return LookupsPage::tr("Undo: rows sorted");
    case Kind::Discard:
        return LookupsPage::tr("Undo: changes discarded");
    case Kind::WhenMissing:
        break;
    }
    return LookupsPage::tr("Undo: when nothing matches");
}

} // namespace

void LookupsPage::enter(const Place& place)
{
    banner()->hide();
    if (!place.id.isEmpty()) m_shown = place.id;
    load();
}

LookupDraft* LookupsPage::draft() const
{
    return m_drafts.value(m_shown);
}

QStringList LookupsPage::unsaved() const
{
    QStringList names;
    for (const QString& name : m_order)
        if (m_drafts[name]->isModified()) names += name;
    return names;
}

void LookupsPage::load()
{
    ask(workbench().lookups(), [this](const Result<QList<LookupTable>>& tables) {
        if (!tables) return report(tables.error());
        take(*tables);
    });
}

/// Unsaved changes stay; what was saved elsewhere meanwhile is said.
void LookupsPage::take(const QList<LookupTable>& tables)
{
    QStringList order;
    QStringList elsewhere;
    for (const LookupTable& table : tables) {
        order += table.name;
        LookupDraft* known = m_drafts.value(table.name);
        if (known && known->saved() == table) continue;
        if (known && known->isModified()) {
            elsewhere += table.name;
            continue;
        }
        delete known;
        auto* fresh = new LookupDraft(table, table, this);
        m_drafts.insert(table.name, fresh);
        connect(fresh, &LookupDraft::changed, this, &LookupsPage::showDraft);
    }
    for (const QString& name : std::as_const(m_order)) {
        if (order.contains(name)) continue;
        LookupDraft* gone = m_drafts.value(name);
        if (gone && !gone->saved()) // a new one that is not saved yet
            order += name;
        else
            delete m_drafts.take(name);
    }
    m_order = order;
    m_stack->setCurrentIndex(m_order.isEmpty() ? 1 : 0);
    if (!m_drafts.contains(m_shown)) m_shown = m_order.value(0);
    fillNames();
    showTable(m_shown);
    if (!elsewhere.isEmpty())
        banner()->showProblem(
            tr("“%1” was changed by somebody else while you were editing it.").arg(elsewhere.first()),
            tr("Your changes are still here. Saving puts yours in place of theirs; the history keeps both."));
}

void LookupsPage::fillNames()
{
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    for (const QString& name : std::as_const(m_order)) {
        auto* item = new QListWidgetItem;
        item->setData(kNameRole, name);
        markName(*item);
        m_names->addItem(item);
        if (name == m_shown) m_names->setCurrentItem(item);
    }
}

void LookupsPage::markName(QListWidgetItem& item) const
{
    const QString name = item.data(kNameRole).toString();
    const LookupDraft* each = m_drafts.value(name);
    const bool changed = each && each->isModified();
    item.setText(changed ? tr("● %1").arg(name) : name);
    item.setToolTip(changed ? tr("Not saved yet") : name);
    item.setData(Qt::AccessibleTextRole, changed ? tr("%1, not saved yet").arg(name) : name);
}

void LookupsPage::showTable(const QString& name)
{
    m_shown = name;
    LookupDraft* table = draft();
    m_grid->setDraft(table);
    m_held->hide();
    if (!table) return showDraft();
    m_title->setText(name);
    showUsage();
    showDraft();
    askHeld();
    if (m_historyButton->isChecked()) m_history->show(name);
}

void LookupsPage::showDraft()
{
    const LookupDraft* shown = draft();
    const bool modified = shown && shown->isModified();
    m_save->setEnabled(modified);
    m_discard->setVisible(modified);
    if (!shown) return;
    const auto undo = shown->undoable(), redo = shown->redoable();
    m_undo->setEnabled(undo.has_value());
    m_undo->setToolTip(undo ? undoWords(*undo) : QString());
    m_redo->setEnabled(redo.has_value());
    const LookupTable& table = shown->table();
    const QSignalBlocker one(m_missing), two(m_default);
    const bool uses = table.whenMissing == LookupTable::WhenMissing::Default;
    m_missing->setCurrentIndex(uses ? 1 : 0);
    m_default->setVisible(uses);
    if (m_default->text() != table.defaultValue) m_default->setText(table.defaultValue);
    for (int row = 0; row < m_names->count(); ++row)
        markName(*m_names->item(row));
}

void LookupsPage::showFaults()
{
    const int faults = m_grid->faults();
    m_faults->setText(tr("Need a look: %1").arg(locale().toString(faults)));
    m_faults->setVisible(faults > 0 || m_faults->isChecked());
}

void LookupsPage::showUsage()
{
    const QList<model::LookupUse> uses = workbench().lookupUsage(m_shown);
    QStringList syncs;
    m_uses->clear();
    for (const model::LookupUse& use : uses) {
        if (!syncs.contains(use.flow)) syncs += use.flow;
        QString words = translatedLabel(use.withinTitle.isEmpty() ? use.flowTitle : use.withinTitle);
        words += u": "_s + (use.target.isEmpty() ? tr("which records are left out") : use.target);
        auto* action = m_uses->addAction(buttonText(words));
        action->setToolTip(use.formula);
        connect(action, &QAction::triggered, this, [this, flow = use.flow] {
            Q_EMIT go(Place{Screen::Syncs, flow, 0, u"map"_s});
        });
    }
    m_usage->setText(syncs.isEmpty() ? tr("not used by any sync")
                                     : tr("used by %Ln syncs", nullptr, int(syncs.size())));
    m_usage->setEnabled(!syncs.isEmpty());
}

void LookupsPage::askHeld()
{
    const QString name = m_shown;
    ask(workbench().heldForLookup(name), [this, name](const Result<service::HeldForTable>& held) {
        if (held && name == m_shown) showHeld(*held);
    });
}

void LookupsPage::showHeld(const service::HeldForTable& held)
{
    m_heldFor = held;
    qint64 records = 0;
    for (const auto& sync : held.syncs)
        records += sync.records;
    m_held->setVisible(records > 0);
    if (records == 0) return;
    const QStringList missing = missingKeys();
    m_addMissing->setVisible(!missing.isEmpty());
    if (missing.isEmpty() && !held.missing.isEmpty())
        return m_heldWords->setText(tr("%Ln records had no row here and are planned again with the next run.",
                                       nullptr, int(records)));
    QStringList keys;
    for (const QString& key : missing.mid(0, 6))
        keys += tr("“%1”").arg(key);
    if (missing.size() > keys.size()) keys += u"…"_s;
    m_heldWords->setText(tr("%Ln records are held for a missing row: %1.", nullptr, int(records))
                             .arg(keys.isEmpty() ? tr("the looked-up field is empty") : keys.join(u", "_s)));
}

/// That the table has no row for, not even one that is not saved yet.
QStringList LookupsPage::missingKeys() const
{
    QStringList keys = m_heldFor.missing;
    for (const LookupTable::Row& row : draft() ? draft()->rows() : QList<LookupTable::Row>())
        keys.removeIf(
            [&row](const QString& key) { return key.compare(row.key.trimmed(), Qt::CaseInsensitive) == 0; });
    return keys;
}

void LookupsPage::filter()
{
    m_grid->setFilter(m_search->text(),
                      m_faults->isChecked() ? LookupGrid::Show::Faults : LookupGrid::Show::All);
}

void LookupsPage::askForNewTable()
{
    auto* dialog = new NewTableDialog(m_order, this);
    connect(dialog, &NewTableDialog::made, this, [this](const LookupTable& table) {
        auto* fresh = new LookupDraft(table, {}, this);
        m_drafts.insert(table.name, fresh);
        m_order += table.name;
        connect(fresh, &LookupDraft::changed, this, &LookupsPage::showDraft);
        m_stack->setCurrentIndex(0);
        m_shown = table.name;
        fillNames();
        showTable(table.name);
        m_grid->setFocus();
    });
    dialog->open();
}

void LookupsPage::removeTable()
{
    if (!draft()) return;
    const QString name = m_shown;
    if (!draft()->saved()) return forget(name);
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Remove table"),
                        tr("Remove the lookup table “%1”?").arg(name), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Its rows stay in the history."));
    QPushButton* remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, remove, name](QAbstractButton* pressed) {
        if (pressed != remove) return;
        ask(workbench().removeLookup(name), [this, name](const Result<void>& removed) {
            if (!removed) return report(removed.error());
            banner()->showSuccess(tr("“%1” is removed.").arg(name));
            load();
        });
    });
    question->open();
}

/// A table that was never saved.
void LookupsPage::forget(const QString& name)
{
    m_grid->setDraft(nullptr);
    m_order.removeAll(name);
    delete m_drafts.take(name);
    load();
}

QFileDialog* LookupsPage::fileDialog(const QString& title)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("CSV files (*.csv *.txt *.tsv)"), tr("Excel files (*.xlsx)")});
    return dialog;
}

void LookupsPage::chooseImport()
{
    if (!draft()) return;
    auto* dialog = fileDialog(tr("Take rows from a file"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LookupsPage::importFile);
    dialog->open();
}

void LookupsPage::chooseExport()
{
    if (!draft()) return;
    auto* dialog = fileDialog(tr("Save rows as a file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(m_shown + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LookupsPage::exportFile);
    dialog->open();
}

void LookupsPage::importFile(const QString& path)
{
    const QString name = m_shown;
    ask(workbench().readLookupFile(path), [this, name](const Result<service::LookupFile>& file) {
        if (!file) return report(file.error());
        LookupDraft* into = m_drafts.value(name);
        if (!into) return;
        auto* dialog = new ImportDialog(*file, into->table(), this);
        connect(dialog, &ImportDialog::chosen, into,
                [this, into](const QList<LookupTable::Row>& rows, ImportDialog::How how) {
                    if (how == ImportDialog::How::Join)
                        into->merge(rows);
                    else
                        into->setRows(rows, {LookupDraft::Step::Kind::Import, rows.size()});
                    banner()->showSuccess(tr("Taken over. Nothing is kept until you save the table."));
                });
        dialog->open();
    });
}

void LookupsPage::exportFile(const QString& path)
{
    if (!draft()) return;
    ask(workbench().writeLookupFile(draft()->cleaned(), path), [this, path](const Result<void>& written) {
        if (!written) return report(written.error());
        banner()->showSuccess(tr("Saved as %1").arg(path));
    });
}

void LookupsPage::save()
{
    if (!draft()) return;
    const QList<LookupTable::Row> rows = draft()->cleaned().rows;
    const auto empty = std::count_if(rows.begin(), rows.end(),
                                     [](const LookupTable::Row& row) { return row.value.isEmpty(); });
    saveTable(m_shown, [this, empty = int(empty)] {
        qint64 held = 0;
        for (const auto& sync : std::as_const(m_heldFor.syncs))
            held += sync.records;
        const QString words =
            held == 0 ? tr("Saved.")
                      : tr("Saved. %Ln records that were held for this table are planned again with the next "
                           "run, or when you press Try them now.",
                           nullptr, int(held));
        if (empty == 0)
            banner()->showSuccess(words);
        else
            banner()->showProblem(words, tr("%Ln rows have no value: a record that matches one of them gets "
                                            "an empty field.",
                                            nullptr, empty));
        load();
    });
}

void LookupsPage::saveTable(const QString& name, std::function<void()> then)
{
    LookupDraft* table = m_drafts.value(name);
    if (!table) return;
    const LookupTable kept = table->cleaned();
    m_save->setEnabled(false);
    ask(workbench().saveLookup(kept), [this, name, kept, then = std::move(then)](const Result<void>& saved) {
        if (!saved) {
            showDraft();
            return report(saved.error());
        }
        if (LookupDraft* now = m_drafts.value(name)) now->markSaved(kept);
        if (then) then();
    });
}

void LookupsPage::discard()
{
    LookupDraft* table = draft();
    if (!table) return;
    if (!table->saved()) return forget(m_shown);
    table->discard(); // can be undone
}

void LookupsPage::pasted(int rows, int leftOut)
{
    if (leftOut == 0) return banner()->hide();
    banner()->showProblem(tr("%Ln rows were pasted, with two columns only.", nullptr, rows),
                          tr("A lookup table has two columns; what stood to the right of them in the "
                             "clipboard was left out. Undo takes the rows back."));
}

void LookupsPage::tryHeldNow()
{
    m_tryNow->setEnabled(false);
    ask(workbench().retryHeldFor(m_shown), [this](const Result<QList<model::RunReport>>& reports) {
        m_tryNow->setEnabled(true);
        if (!reports) return report(reports.error());
        if (reports->isEmpty()) {
            banner()->showSuccess(tr("The next run of the sync takes them along."));
        } else {
            qint64 written = 0, still = 0;
            for (const model::RunReport& run : *reports) {
                written += run.counts.created + run.counts.updated;
                still += run.counts.held + run.counts.failed + run.counts.uncertain;
            }
            const QString words = tr("%Ln records were written.", nullptr, int(written));
            if (still == 0)
                banner()->showSuccess(words);
            else
                banner()->showProblem(words, tr("%Ln records still need you.", nullptr, int(still)));
        }
        askHeld();
    });
}

void LookupsPage::askToLeave(std::function<void()> leave)
{
    const QStringList names = unsaved();
    if (names.isEmpty()) return leave();
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved lookup tables"),
                                     tr("Changes of %1 are not saved.").arg(names.join(u", "_s)),
                                     QMessageBox::Cancel, window());
    question->setObjectName(u"unsavedLookups"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* keep = question->addButton(tr("Save and close"), QMessageBox::AcceptRole);
    QPushButton* drop = question->addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    question->setDefaultButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, keep, drop, leave](QAbstractButton* pressed) {
        if (pressed == keep) return saveAll(leave);
        if (pressed != drop) return;
        discardAll();
        leave();
    });
    question->open();
}

/// Not left when one of them cannot be saved.
void LookupsPage::saveAll(std::function<void()> then)
{
    const QStringList names = unsaved();
    if (names.isEmpty()) return then();
    saveTable(names.first(), [this, then = std::move(then)] { saveAll(then); });
}

void LookupsPage::discardAll()
{
    for (const QString& name : unsaved()) {
        m_shown = name;
        discard();
    }
}

} // namespace tieout::gui
