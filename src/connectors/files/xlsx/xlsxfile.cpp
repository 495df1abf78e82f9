#include "connectors/files/xlsx/xlsxfile.h"

#include "base/platform/files.h"
#include "connectors/files/csv/csvwriter.h"
#include "connectors/files/fileshelf.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <xlsxwriter.h>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCharacters = 32'767;

} // namespace

XlsxFile::XlsxFile(QString path)
    : m_path(std::move(path))
    , m_part(QFile::encodeName(partOf(m_path)))
    , m_scratch(QFile::encodeName(QDir::tempPath()))
{
}

XlsxFile::~XlsxFile()
{
    if (m_book) workbook_close(m_book); // frees it; what it writes is removed
    if (!m_committed) QFile::remove(partOf(m_path));
}

tl::unexpected<Error> XlsxFile::fault(int code) const
{
    const Disk disk = errno == ENOSPC ? Disk::Full : Disk::HasSpace;
    return fail(writeFault(m_path, disk, QString::fromUtf8(lxw_strerror(lxw_error(code)))));
}

Result<void> XlsxFile::open()
{
    // The library tells of a folder that takes no files only when the book is closed.
    QFile probe(partOf(m_path));
    probe.remove(); // left by a crash; never written through a link
    if (!probe.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(writeFault(m_path, Disk::HasSpace, probe.errorString()));
    probe.close();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    options.tmpdir = m_scratch.data();
    m_book = workbook_new_opt(m_part.constData(), &options);
    if (!m_book) return fault(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return {};
}

Result<void> XlsxFile::commit()
{
    errno = 0;
    const int code = workbook_close(std::exchange(m_book, nullptr));
    if (code != LXW_NO_ERROR) return fault(code);
    QFile part(partOf(m_path));
    if (!part.open(QIODevice::ReadWrite)) return fail(writeFault(m_path, Disk::HasSpace, part.errorString()));
    if (Result<void> synced = platform::syncFile(part); !synced) return synced;
    part.close();
    if (Result<void> placed = platform::replaceFile(part.fileName(), m_path); !placed) return placed;
    m_committed = true;
    return {};
}

QByteArray cellBytes(QString text)
{
    static const QRegularExpression kEscape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    if (text.contains(u"_x"_s)) text.replace(kEscape, u"_x005F_"_s);
    return text.toUtf8();
}

Result<void> fitsCell(const QString& text, const QString& path, quint32 row, qsizetype column)
{
    if (text.size() <= kMostCharacters) return {};
    return fail(ErrorKind::RowRejected, u"file.cell-too-long"_s, u"a cell is full"_s,
                {QFileInfo(path).fileName(), QString::number(row), QString::number(column),
                 QString::number(kMostCharacters)});
}

} // namespace tieout::connectors
