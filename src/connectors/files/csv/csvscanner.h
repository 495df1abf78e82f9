#pragma once

#include "connectors/files/bytesource.h"

#include <span>
#include <string_view>
#include <vector>

namespace tieout::connectors {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"'; ///< 0 = none
};

/// What a file may ask for at most; beyond, it is refused.
struct CsvLimits {
    int columns = 16'384;
    qsizetype cell = 1'000'000; ///< bytes
    qsizetype row = 8'000'000;  ///< bytes, also of an unclosed quote
};

/// Cuts delimited text into rows and cells, in one pass over the bytes, in memory of one row. Text inside
/// quotes keeps delimiters and line ends; a doubled quote is one. CRLF, LF and CR end a row; empty lines are
/// passed over. One thread.
class CsvScanner final
{
  public:
    CsvScanner(std::unique_ptr<ByteSource> source, CsvDialect dialect, QString name, CsvLimits limits = {});

    /// Goes to the next row; false at the end. Errors are of kind RowRejected and name file, line and cell:
    /// "file.csv-unclosed", "file.csv-quote", "file.too-wide", "file.line-too-long", "file.cell-too-long",
    /// "file.binary". After an error nothing more can be read.
    [[nodiscard]] Result<bool> next();
    /// The cells of the current row without their quotes; valid until next().
    [[nodiscard]] std::span<const std::string_view> cells() const { return m_cells; }
    /// Line on which the current row begins, from 1.
    [[nodiscard]] qint64 line() const { return m_rowLine; }
    /// The bytes of the current row without the line end: the same content gives the same bytes.
    [[nodiscard]] std::string_view raw() const
    {
        return {m_buffer.data() + m_rowStart, m_rowEnd - m_rowStart};
    }

  private:
    enum class Scan : quint8 { Row, NeedMore, Fault };
    [[nodiscard]] Result<bool> refill();
    void index();
    void indexBlock(const char* block, size_t base);
    [[nodiscard]] Scan scanRow();
    [[nodiscard]] Scan scanQuoted(size_t start);
    [[nodiscard]] Scan endOfRow(size_t at);
    [[nodiscard]] bool take(size_t from, size_t to);
    [[nodiscard]] size_t unescape(size_t from, size_t to);
    [[nodiscard]] Scan fault(const QString& code, const QString& text, QStringList more = {});
    [[nodiscard]] size_t special() const
    {
        return m_special < m_specials.size() ? m_specials[m_special] : m_end;
    }
    [[nodiscard]] bool passEmptyLines();

    std::unique_ptr<ByteSource> m_source;
    CsvDialect m_dialect;
    QString m_name;
    CsvLimits m_limits;
    std::vector<char> m_buffer;
    std::vector<quint32> m_specials; ///< positions of delimiters, quotes and line ends in the buffer
    std::vector<std::string_view> m_cells;
    std::vector<size_t> m_doubled; ///< cells of the row that hold doubled quotes
    size_t m_special = 0;          ///< the next of them
    size_t m_at = 0;               ///< where the next row begins
    size_t m_end = 0;              ///< filled part of the buffer
    size_t m_rowStart = 0;
    size_t m_rowEnd = 0;
    size_t m_next = 0; ///< behind the cell just read
    qint64 m_line = 1; ///< of m_at
    qint64 m_rowLine = 0;
    qint64 m_linesInRow = 0;
    bool m_atEnd = false;
    bool m_inQuotes = false; ///< when a row asked for more
    std::optional<Error> m_fault;
};

} // namespace tieout::connectors
