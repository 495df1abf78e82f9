#include "connectors/files/xlsx/xlsxwriter.h"

#include "base/platform/files.h"
#include "connectors/files/csv/csvwriter.h"
#include "connectors/files/fileshelf.h"
#include "connectors/files/xlsx/sheetnumber.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <xlsxwriter.h>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

constexpr quint32 kMostRows = 1'048'576;
constexpr qsizetype kMostCharacters = 32'767;
constexpr qsizetype kMostColumns = 16'384;

} // namespace

XlsxTable::XlsxTable(QString path)
    : m_path(std::move(path))
    , m_part(QFile::encodeName(partOf(m_path)))
    , m_scratch(QFile::encodeName(QDir::tempPath()))
{
}

XlsxTable::~XlsxTable()
{
    if (m_book) workbook_close(m_book); // frees it; what it writes is removed
    if (!m_committed) QFile::remove(partOf(m_path));
}

tl::unexpected<Error> XlsxTable::fault(int code) const
{
    const bool noSpace = errno == ENOSPC;
    return fail(writeFault(m_path, noSpace, QString::fromUtf8(lxw_strerror(lxw_error(code)))));
}

Result<void> XlsxTable::open()
{
    // The library tells of a folder that takes no files only when the book is closed.
    QFile probe(partOf(m_path));
    probe.remove(); // left by a crash; never written through a link
    if (!probe.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(writeFault(m_path, false, probe.errorString()));
    probe.close();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    options.tmpdir = m_scratch.data();
    m_book = workbook_new_opt(m_part.constData(), &options);
    if (m_book) m_sheet = workbook_add_worksheet(m_book, nullptr);
    if (!m_sheet) return fault(LXW_ERROR_MEMORY_MALLOC_FAILED);
    m_dateFormat = workbook_add_format(m_book);
    format_set_num_format(m_dateFormat, "yyyy-mm-dd");
    return {};
}

int XlsxTable::put(quint16 column, const Value& value)
{
    if (const Decimal* number = value.number()) {
        // A spreadsheet keeps binary fractions: an amount that one cannot name exactly stays text, digit by
        // digit.
        if (const auto exact = exactSheetNumber(*number))
            return worksheet_write_number(m_sheet, m_row, column, exact->value, nullptr);
    } else if (const Date* day = value.date(); day && day->year() >= 1901) {
        return worksheet_write_number(m_sheet, m_row, column, serialOf(*day), m_dateFormat);
    } else if (const bool* boolean = value.boolean()) {
        return worksheet_write_boolean(m_sheet, m_row, column, *boolean, nullptr);
    }
    // A text that looks like an escaped character is not one.
    static const QRegularExpression kEscape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    QString text = value.toPlainText();
    if (text.contains(u"_x"_s)) text.replace(kEscape, u"_x005F_"_s);
    // A text cell is never run as a formula, whatever it begins with.
    return worksheet_write_string(m_sheet, m_row, column, text.toUtf8().constData(), nullptr);
}

Result<void> XlsxTable::row(const QList<Value>& cells)
{
    const QString name = QFileInfo(m_path).fileName();
    const QString line = QString::number(m_row + 1);
    if (m_row >= kMostRows || cells.size() > kMostColumns)
        return fail(ErrorKind::RowRejected, u"file.too-many-rows"_s, u"a sheet is full"_s,
                    {name, QString::number(kMostRows)});
    for (qsizetype c = 0; c < cells.size(); ++c) {
        if (cells[c].isBlank()) continue;
        if (const QString* text = cells[c].text(); text && text->size() > kMostCharacters)
            return fail(ErrorKind::RowRejected, u"file.cell-too-long"_s, u"a cell is full"_s,
                        {name, line, QString::number(c + 1), QString::number(kMostCharacters)});
        if (const int code = put(quint16(c), cells[c]); code != LXW_NO_ERROR) return fault(code);
    }
    ++m_row;
    return {};
}

Result<void> XlsxTable::commit()
{
    errno = 0;
    const int code = workbook_close(std::exchange(m_book, nullptr));
    if (code != LXW_NO_ERROR) return fault(code);
    QFile part(partOf(m_path));
    if (!part.open(QIODevice::ReadWrite)) return fail(writeFault(m_path, false, part.errorString()));
    if (Result<void> synced = platform::syncFile(part); !synced) return synced;
    part.close();
    if (Result<void> placed = platform::replaceFile(part.fileName(), m_path); !placed) return placed;
    m_committed = true;
    return {};
}

} // namespace tieout::connectors
