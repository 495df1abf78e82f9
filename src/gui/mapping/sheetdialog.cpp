#include "gui/mapping/sheetdialog.h"

#include "gui/mapping/sheetpaper.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/when.h"
#include "service/reportfile.h"
#include "service/workbench.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QString fileName(const QString& title)
{
    QString name = title;
    for (QChar& sign : name) {
        if (sign == u'→') sign = u'–';
        if (u"\\/:*?\"<>|"_s.contains(sign)) sign = u' ';
    }
    return name.simplified();
}

} // namespace

SheetDialog::SheetDialog(Desk& desk, const Worksheet& worksheet, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_worksheet(worksheet)
    , m_since(new QComboBox)
    , m_preview(new QTextBrowser)
{
    setObjectName(u"mappingSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Mapping sheet"));
    m_since->setAccessibleName(tr("Mark what changed since"));
    m_since->addItem(tr("Mark no changes"), 0);
    for (const model::MappingVersion& version : worksheet.bench().versions) {
        //: %1 is a version's number, %2 its author, %3 date and time
        m_since->addItem(tr("Mark changes since version %1 (%2, %3)")
                             .arg(version.version)
                             .arg(version.author.isEmpty() ? tr("unknown") : version.author,
                                  formatFull(version.savedAt, {}, locale())),
                         version.version);
    }
    m_preview->setAccessibleName(tr("Mapping sheet"));
    m_preview->setProperty("kind", u"paper"_s);
    m_preview->setOpenLinks(false);
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // every line is broken
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    auto* first = new QHBoxLayout;
    first->addWidget(makeLabel(u"heading"_s, tr("Mapping sheet")));
    first->addStretch(1);
    first->addWidget(m_since);
    layout->addLayout(first);
    layout->addWidget(m_preview, 1);
    auto* buttons = new QHBoxLayout;
    auto* close = makeButton({}, tr("Close"));
    auto* printIt = makeButton({}, tr("Print…"));
    auto* spreadsheet = makeButton({}, tr("Save for Excel…"));
    auto* pdf = new PrimaryButton(tr("Save as PDF…"));
    buttons->addStretch(1);
    for (QWidget* button : std::initializer_list<QWidget*>{close, printIt, spreadsheet, pdf})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    resize(1080, 680);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(printIt, &QPushButton::clicked, this, &SheetDialog::print);
    connect(spreadsheet, &QPushButton::clicked, this,
            [this] { askWhere(u".xlsx"_s, tr("Excel file (*.xlsx)")); });
    connect(pdf, &QPushButton::clicked, this, [this] { askWhere(u".pdf"_s, tr("PDF file (*.pdf)")); });
    connect(m_since, &QComboBox::currentIndexChanged, this,
            [this] { markSince(m_since->currentData().toInt()); });
    refresh(std::nullopt);
}

void SheetDialog::markSince(int version)
{
    if (version == 0) return refresh(std::nullopt);
    m_answers.ask(m_desk.workbench->mappingVersion(m_worksheet.bench().flow, version),
                  [this](const Result<service::KeptMapping>& kept) {
                      if (!kept) return Q_EMIT failed(kept.error());
                      refresh(*kept);
                  });
}

void SheetDialog::refresh(const std::optional<service::KeptMapping>& since)
{
    m_sheet = sheetOf(m_worksheet, since);
    m_sheet.made = tr("Made on %1").arg(formatFull(m_desk.workbench->now(), {}, locale()));
    m_preview->setHtml(sheetHtml(m_sheet));
}

void SheetDialog::askWhere(const QString& ending, const QString& kind)
{
    auto* dialog = new QFileDialog(this, tr("Save the mapping sheet"), {}, kind);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending.mid(1));
    dialog->selectFile(fileName(m_sheet.title + u' ' + m_sheet.version) + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &SheetDialog::saveTo);
    dialog->open();
}

void SheetDialog::saveTo(const QString& path)
{
    if (!path.endsWith(u".pdf"_s, Qt::CaseInsensitive)) {
        const bool named = path.endsWith(u".xlsx"_s, Qt::CaseInsensitive);
        const QString workbook = named ? path : path + u".xlsx"_s;
        m_answers.ask(service::writeReportFile(workbook, sheetReport(m_sheet)),
                      [this, workbook](const Result<void>& done) { finish(done, workbook); });
        return;
    }
    // Beside its place first: a full disk leaves the old file.
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        QPdfWriter pdf(&file);
        pdf.setTitle(m_sheet.title);
        pdf.setCreator(u"Tieout"_s);
        SheetPaper(m_sheet, pdf).print();
        written = file.commit();
    }
    const QString why = file.errorString();
    const auto refused = fail(ErrorKind::LocalFault, u"file.write"_s, why, {QFileInfo(path).fileName(), why});
    finish(written ? Result<void>() : Result<void>(refused), path);
}

void SheetDialog::finish(const Result<void>& done, const QString& path)
{
    if (!done) return Q_EMIT failed(done.error());
    Q_EMIT saved(path);
}

void SheetDialog::print()
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setDocName(m_sheet.title);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { SheetPaper(m_sheet, *printer).print(); });
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    dialog->open();
}

} // namespace tieout::gui
