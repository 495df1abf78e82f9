#include "gui/connections/filesdialog.h"

#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"
#include "service/localfile.h"
#include "wording/sentences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

/// What people call a record: its first text; its id when it has none.
QString titleOf(const model::ObjectSchema& schema, const model::RecordSample::Item& item)
{
    for (const auto& field : schema.fields) {
        const QString* text = item.record.value(field.name).text();
        if (field.type == model::FieldType::Text && text && !text->trimmed().isEmpty()) return *text;
    }
    return item.id;
}

QStandardItem* cell(const QString& text, bool figure = false)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    if (figure) {
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setData(true, FigureRole);
    }
    return item;
}

} // namespace

FilesDialog::FilesDialog(service::Workbench& workbench, model::Connection connection,
                         model::ObjectSchema schema, const model::RecordSample::Item& item, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_connection(std::move(connection))
    , m_schema(std::move(schema))
    , m_record(item.id)
    , m_title(titleOf(m_schema, item))
    , m_access(workbench.fileAccess(m_connection.id, m_schema.name))
    , m_banner(new Banner)
    , m_table(new TableView(tr("Files")))
    , m_rows(new QStandardItemModel(this))
    , m_none(makeParagraph(u"muted"_s, tr("No files hang on this record yet.")))
    , m_signIn(makeButton(u"small"_s, tr("Sign in again")))
    , m_replace(makeButton({}, QString()))
    , m_save(makeButton({}, tr("Save…")))
    , m_add(new PrimaryButton(tr("Add a file…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Files: %1").arg(m_title));
    resize(640, 460);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(makeHead());
    layout->addWidget(m_banner);
    m_table->setModel(m_rows);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none);
    m_none->hide();
    layout->addWidget(makeParagraph(u"small"_s, bounds()));
    layout->addLayout(makeButtons());
    connect(m_table, &TableView::rowChosen, this, &FilesDialog::choose);
    connect(m_table, &TableView::rowOpened, this, [this] { askWhereTo(); });
    choose();
    load();
}

QWidget* FilesDialog::makeHead()
{
    auto* band = new Card;
    band->setBand(m_connection.colour);
    auto* inside = new QVBoxLayout(band);
    inside->setContentsMargins(16, 10, 16, 10);
    inside->addWidget(makeLabel(u"strong"_s, connectionTitle(m_workbench.systems(), m_connection)));
    inside->addWidget(makeParagraph(u"small"_s, tr("%1: %2").arg(m_schema.label, m_title)));
    return band;
}

QLayout* FilesDialog::makeButtons()
{
    auto* buttons = new QHBoxLayout;
    auto* close = makeButton({}, tr("Close"));
    for (QPushButton* hidden : {m_signIn, m_replace})
        hidden->hide();
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_replace);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    buttons->addWidget(m_add);
    m_save->setVisible(m_access.fetch);
    m_add->setVisible(mayAdd());
    m_add->setBand(m_connection.colour);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FilesDialog::askWhereTo);
    connect(m_add, &QPushButton::clicked, this, &FilesDialog::askWhich);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        const QString path = m_toReplace;
        send(path, model::SameName::Replace);
    });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        Q_EMIT permissionAsked();
        reject();
    });
    return buttons;
}

QString FilesDialog::bounds() const
{
    if (!mayAdd()) return tr("Files can be looked at and saved here.");
    const QString size = sizeText(m_access.most);
    if (m_access.replaces)
        return tr("A file may have up to %1. It takes the place of one with the same name; you are asked "
                  "before that happens.")
            .arg(size);
    return tr("A file may have up to %1. Several files may have the same name.").arg(size);
}

QString FilesDialog::sizeText(qint64 bytes) const
{
    return bytes < 0 ? QString() : locale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

bool FilesDialog::mayAdd() const
{
    return m_access.attach && (m_connection.writable || m_connection.practice);
}

void FilesDialog::load()
{
    m_answers.ask(m_workbench.files(m_connection.id, m_schema.name, m_record),
                  [this](const Result<QList<model::AttachedFile>>& files) {
                      if (!files) return tell(files.error());
                      fill(*files);
                  });
}

void FilesDialog::fill(const QList<model::AttachedFile>& files)
{
    m_files = files;
    std::sort(m_files.begin(), m_files.end(),
              [](const auto& one, const auto& other) { return one.name.localeAwareCompare(other.name) < 0; });
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Name"), tr("Type"), tr("Size")});
    m_rows->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    int row = 0;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const auto& file = m_files[i];
        m_rows->appendRow({cell(file.name), cell(file.contentType), cell(sizeText(file.bytes), true)});
        if (file.name == m_added) row = int(i);
    }
    m_table->setColumns({-4, -2, -1});
    m_none->setVisible(m_files.isEmpty());
    if (!m_files.isEmpty()) m_table->selectRow(row);
    choose();
    if (!m_files.isEmpty()) m_table->setFocus();
}

void FilesDialog::choose()
{
    m_save->setEnabled(m_table->currentIndex().isValid());
}

void FilesDialog::askWhereTo()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_files.size() || !m_access.fetch) return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(this, tr("Save the file"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(service::localFileName(m_files[row].name));
    connect(dialog, &QFileDialog::fileSelected, this, &FilesDialog::saveTo);
    dialog->open();
}

/// The dialog that asked where has also asked whether a file that is there may be overwritten.
void FilesDialog::saveTo(const QString& path)
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_files.size()) return;
    m_save->setEnabled(false);
    m_answers.ask(m_workbench.saveFile(m_connection.id, m_schema.name, m_record, m_files[row], path,
                                       service::OnDisk::Overwrite),
                  [this](const Result<QString>& saved) {
                      choose();
                      if (!saved) return tell(saved.error());
                      m_banner->showSuccess(tr("Saved as %1").arg(QDir::toNativeSeparators(*saved)));
                  });
}

void FilesDialog::askWhich()
{
    auto* dialog = new QFileDialog(this, tr("Add a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FilesDialog::add);
    dialog->open();
}

void FilesDialog::add(const QString& path)
{
    offerReplacing({});
    const QString name = model::nameThere(m_access, QFileInfo(path).fileName());
    const bool taken = std::any_of(m_files.cbegin(), m_files.cend(), [&name](const auto& file) {
        return file.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (!taken || !m_access.replaces) return send(path, model::SameName::Refuse);
    offerReplacing(path);
}

void FilesDialog::offerReplacing(const QString& path)
{
    m_toReplace = path;
    m_replace->setVisible(!path.isEmpty());
    if (path.isEmpty()) return;
    const QString name = model::nameThere(m_access, QFileInfo(path).fileName());
    m_replace->setText(buttonText(tr("Replace “%1”").arg(name)));
    m_banner->showProblem(
        tr("A file named “%1” hangs there already. The new one would take its place.").arg(name),
        tr("Press Replace, or give your file another name first."));
    m_replace->setFocus();
}

void FilesDialog::send(const QString& path, model::SameName sameName)
{
    offerReplacing({});
    model::FileEntry entry;
    entry.object = m_schema.name;
    entry.record = m_record;
    entry.title = m_title;
    entry.sameName = sameName;
    m_add->setEnabled(false);
    m_toReplace = path; // known again when the system has such a file that this list lacks
    m_answers.ask(m_workbench.addFile(m_connection.id, entry, path),
                  [this](const Result<model::FileReport>& report) { ended(report); });
}

void FilesDialog::ended(const Result<model::FileReport>& report)
{
    using How = model::Attached::How;
    using Ended = model::RowOutcome::State;
    const QString path = std::exchange(m_toReplace, {});
    m_add->setEnabled(true);
    if (!report) return tell(report.error());
    if (report->outcome.state != Ended::Written) {
        if (report->outcome.error.code == "connector.file-name-taken"_L1) return offerReplacing(path);
        tell(report->run.fault.value_or(report->outcome.error));
        if (report->outcome.state == Ended::Uncertain)
            m_banner->showProblem(
                tr("It is not known whether this file arrived."),
                tr("Look at the record in %1 before you add it again.").arg(m_connection.organisation));
        return load();
    }
    m_added = report->attached.file.name;
    const How how = report->attached.how;
    m_banner->showSuccess(how == How::Added      ? tr("Added as “%1”.").arg(m_added)
                          : how == How::Replaced ? tr("“%1” was replaced.").arg(m_added)
                                                 : tr("“%1” hangs there already, with the same content. "
                                                      "Nothing was sent.")
                                                       .arg(m_added));
    load();
}

void FilesDialog::tell(const Error& error)
{
    const auto sentence = wording::sentenceFor(error);
    m_signIn->setVisible(error.code == "connection.permission-missing"_L1);
    m_banner->showProblem(sentence.what + (sentence.why.isEmpty() ? QString() : u' ' + sentence.why),
                          sentence.fix);
}

} // namespace tieout::gui
