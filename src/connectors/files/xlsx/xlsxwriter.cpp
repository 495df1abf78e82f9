#include "connectors/files/xlsx/xlsxwriter.h"

#include "connectors/files/xlsx/sheetnumber.h"

#include <QFileInfo>

#include <xlsxwriter.h>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

constexpr quint32 kMostRows = 1'048'576;
constexpr qsizetype kMostColumns = 16'384;

} // namespace

XlsxTable::XlsxTable(QString path)
    : m_file(std::move(path))
{
}

XlsxTable::~XlsxTable() = default;

Result<void> XlsxTable::open()
{
    if (Result<void> opened = m_file.open(); !opened) return opened;
    m_sheet = workbook_add_worksheet(m_file.book(), nullptr);
    if (!m_sheet) return m_file.fault(LXW_ERROR_MEMORY_MALLOC_FAILED);
    m_dateFormat = workbook_add_format(m_file.book());
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
    // A text cell is never run as a formula, whatever it begins with.
    return worksheet_write_string(m_sheet, m_row, column, cellBytes(value.toPlainText()).constData(),
                                  nullptr);
}

Result<void> XlsxTable::row(const QList<Value>& cells)
{
    if (m_row >= kMostRows || cells.size() > kMostColumns)
        return fail(ErrorKind::RowRejected, u"file.too-many-rows"_s, u"a sheet is full"_s,
                    {QFileInfo(m_file.path()).fileName(), QString::number(kMostRows)});
    for (qsizetype c = 0; c < cells.size(); ++c) {
        if (cells[c].isBlank()) continue;
        const QString* text = cells[c].text();
        Result<void> fits = text ? fitsCell(*text, m_file.path(), m_row + 1, c + 1) : Result<void>();
        if (!fits) return fits;
        if (const int code = put(quint16(c), cells[c]); code != LXW_NO_ERROR) return m_file.fault(code);
    }
    ++m_row;
    return {};
}

Result<void> XlsxTable::commit()
{
    return m_file.commit();
}

} // namespace tieout::connectors
