#include "connectors/files/xlsx/xlsxreport.h"

#include "connectors/files/xlsx/xlsxfile.h"

#include <QHash>

#include <algorithm>
#include <xlsxwriter.h>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Report;
using Part = Report::Part;

namespace {

constexpr int kA4 = 9;
constexpr qsizetype kLongestName = 31;
constexpr int kDefaultWidth = 8;
constexpr int kLineHeight = 20; // pixels
constexpr int kTallest = 545;   // that a row can be
constexpr int kRoomToSign = 45;
constexpr qsizetype kLongestFooter = 120;
constexpr lxw_color_t kHeadingFill = 0xEEF1F5;
constexpr lxw_color_t kChangedFill = 0xFDF1DC;
constexpr lxw_color_t kRemovedInk = 0x8A1C14;
constexpr lxw_color_t kLine = 0xC6CCD4;

/// Lines that a text takes in a column, broken at words; rather one too many.
int linesOf(const QString& text, int width)
{
    const qsizetype room = std::max(4, width - 2);
    int lines = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        ++lines;
        qsizetype used = 0;
        for (const QString& word : paragraph.split(u' ')) {
            if (used > 0 && used + word.size() > room) {
                ++lines;
                used = 0;
            }
            lines += int((word.size() - 1) / room);
            used += word.size() + 1;
        }
    }
    return lines;
}

/// One book being filled.
class Writer final
{
  public:
    Writer(XlsxFile& file, const Report& report)
        : m_file(file)
        , m_report(report)
    {
    }

    Result<void> write()
    {
        for (const Report::Sheet& sheet : m_report.sheets) {
            if (Result<void> done = writeSheet(sheet); !done) return done;
        }
        return {};
    }

  private:
    Result<void> writeSheet(const Report::Sheet& sheet)
    {
        const QByteArray name = safeName(sheet.name).toUtf8();
        m_sheet = workbook_add_worksheet(m_file.book(), name.constData());
        if (!m_sheet) m_sheet = workbook_add_worksheet(m_file.book(), nullptr); // the name is taken
        if (!m_sheet) return m_file.fault(LXW_ERROR_MEMORY_MALLOC_FAILED);
        layOut(sheet);
        bool headed = false;
        for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
            if (Result<void> done = writeRow(quint32(row), sheet.rows[row]); !done) return done;
            setHeight(quint32(row), sheet.rows[row], sheet.widths);
            if (headed || sheet.rows[row].part != Part::Heading) continue;
            headed = true;
            worksheet_repeat_rows(m_sheet, quint32(row), quint32(row));
            worksheet_freeze_panes(m_sheet, quint32(row) + 1, 0);
        }
        return {};
    }

    void layOut(const Report::Sheet& sheet)
    {
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, kA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_margins(m_sheet, 0.5, 0.5, 0.5, 0.7);
        for (qsizetype column = 0; column < sheet.widths.size(); ++column)
            worksheet_set_column(m_sheet, quint16(column), quint16(column), sheet.widths[column], nullptr);
        QString page = inFooter(m_report.pageFooter);
        page.replace(u"%1"_s, u"&P"_s).replace(u"%2"_s, u"&N"_s);
        const QString footer = u"&L&8"_s + inFooter(m_report.footer) + u"&R&8"_s + page;
        worksheet_set_footer(m_sheet, footer.toUtf8().constData());
    }

    Result<void> writeRow(quint32 row, const Report::Row& content)
    {
        lxw_format* look = format(content.part);
        for (qsizetype c = 0; c < content.cells.size(); ++c) {
            const QString& text = content.cells[c];
            if (Result<void> fits = fitsCell(text, m_file.path(), row + 1, c + 1); !fits) return fits;
            int code = LXW_NO_ERROR;
            if (!text.isEmpty()) // as a text, never run as a formula
                code = worksheet_write_string(m_sheet, row, quint16(c), cellBytes(text).constData(),
                                              content.part == Part::ToSign ? nullptr : look);
            else if (content.part != Part::Title && content.part != Part::Fact)
                code = worksheet_write_blank(m_sheet, row, quint16(c), look);
            if (code != LXW_NO_ERROR) return m_file.fault(code);
        }
        return {};
    }

    /// Not every program makes rows as tall as their texts when it opens a book.
    void setHeight(quint32 row, const Report::Row& content, const QList<int>& widths)
    {
        if (content.part == Part::Title || content.part == Part::Fact) return;
        int lines = 1;
        for (qsizetype c = 0; c < content.cells.size(); ++c)
            lines = std::max(lines, linesOf(content.cells[c], widths.value(c, kDefaultWidth)));
        const int height =
            content.part == Part::ToSign ? kRoomToSign : std::min(kTallest, lines * kLineHeight);
        worksheet_set_row_pixels(m_sheet, row, quint32(height), nullptr);
    }

    lxw_format* format(Part part)
    {
        lxw_format*& known = m_formats[part];
        if (known) return known;
        known = workbook_add_format(m_file.book());
        if (part == Part::Title) {
            format_set_bold(known);
            format_set_font_size(known, 14);
        } else if (part == Part::ToSign) {
            format_set_bottom(known, LXW_BORDER_THIN);
        } else if (part != Part::Fact) {
            format_set_text_wrap(known);
            format_set_align(known, LXW_ALIGN_VERTICAL_TOP);
            format_set_border(known, LXW_BORDER_THIN);
            format_set_border_color(known, kLine);
        }
        if (part == Part::Heading || part == Part::Group) format_set_bold(known);
        if (part == Part::Heading) format_set_bg_color(known, kHeadingFill);
        if (part == Part::Changed || part == Part::Removed) format_set_bg_color(known, kChangedFill);
        if (part == Part::Removed) {
            format_set_font_strikeout(known);
            format_set_font_color(known, kRemovedInk);
        }
        return known;
    }

    /// A sheet's name holds at most 31 characters and none of these.
    static QString safeName(QString name)
    {
        for (QChar& sign : name) {
            if (u"[]:*?/\\'"_s.contains(sign)) sign = u' ';
        }
        return name.left(kLongestName).trimmed();
    }

    /// In a footer & begins a command; all of it is bounded.
    static QString inFooter(const QString& text) { return text.left(kLongestFooter).replace(u'&', u"&&"_s); }

    XlsxFile& m_file;
    const Report& m_report;
    lxw_worksheet* m_sheet = nullptr;
    QHash<Part, lxw_format*> m_formats;
};

} // namespace

Result<void> writeReport(const QString& path, const Report& report)
{
    XlsxFile file(path);
    if (Result<void> opened = file.open(); !opened) return opened;
    if (Result<void> written = Writer(file, report).write(); !written) return written;
    return file.commit();
}

} // namespace tieout::connectors
