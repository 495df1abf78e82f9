#include "connectors/files/csv/csvscanner.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define TIEOUT_SSE2
#endif

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kFirstBuffer = 256 * 1024;
constexpr size_t kBlock = 64;

#ifdef TIEOUT_SSE2
/// One bit per byte of a block that may end a cell.
quint64 specialsOf(const char* block, char delimiter, char quote)
{
    const __m128i wanted[4] = {_mm_set1_epi8(delimiter), _mm_set1_epi8(quote), _mm_set1_epi8('\n'),
                               _mm_set1_epi8('\r')};
    quint64 mask = 0;
    for (int part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + part * 16));
        const __m128i first =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, wanted[0]), _mm_cmpeq_epi8(bytes, wanted[1]));
        const __m128i second =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, wanted[2]), _mm_cmpeq_epi8(bytes, wanted[3]));
        const auto bits = quint64(quint32(_mm_movemask_epi8(_mm_or_si128(first, second))));
        mask |= bits << (part * 16);
    }
    return mask;
}
#else
quint64 specialsOf(const char* block, char delimiter, char quote)
{
    quint64 mask = 0;
    for (size_t i = 0; i < kBlock; ++i) {
        const char byte = block[i];
        const bool special = byte == delimiter || byte == quote || byte == '\n' || byte == '\r';
        mask |= quint64(special) << i;
    }
    return mask;
}
#endif

} // namespace

CsvScanner::CsvScanner(std::unique_ptr<ByteSource> source, CsvDialect dialect, QString name, CsvLimits limits)
    : m_source(std::move(source))
    , m_dialect(dialect)
    , m_name(std::move(name))
    , m_limits(limits)
    , m_buffer(kFirstBuffer + kBlock)
{
}

void CsvScanner::indexBlock(const char* block, size_t base)
{
    // Without quoting the line end stands in: it is wanted anyway.
    quint64 mask = specialsOf(block, m_dialect.delimiter, m_dialect.quote ? m_dialect.quote : '\n');
    const auto count = size_t(std::popcount(mask));
    const size_t before = m_specials.size();
    m_specials.resize(before + count);
    quint32* out = m_specials.data() + before;
    for (; mask; mask &= mask - 1)
        *out++ = quint32(base + size_t(std::countr_zero(mask)));
}

void CsvScanner::index()
{
    m_specials.clear();
    m_special = 0;
    size_t at = 0;
    for (; at + kBlock <= m_end; at += kBlock)
        indexBlock(m_buffer.data() + at, at);
    if (at == m_end) return;
    char rest[kBlock] = {};
    std::memcpy(rest, m_buffer.data() + at, m_end - at);
    indexBlock(rest, at);
}

/// Brings more bytes behind the row that is not complete yet.
Result<bool> CsvScanner::refill()
{
    const size_t kept = m_end - m_at;
    std::memmove(m_buffer.data(), m_buffer.data() + m_at, kept);
    m_at = 0;
    m_end = kept;
    if (m_buffer.size() - kBlock - kept < kFirstBuffer / 2) m_buffer.resize(m_buffer.size() * 2);
    const size_t room = m_buffer.size() - kBlock;
    while (m_end < room) {
        const Result<qint64> got = m_source->read(m_buffer.data() + m_end, qint64(room - m_end));
        if (!got) return tl::unexpected(got.error());
        if (*got == 0) {
            m_atEnd = true;
            break;
        }
        m_end += size_t(*got);
    }
    if (std::memchr(m_buffer.data() + kept, 0, m_end - kept))
        return fail(ErrorKind::BadConfig, u"file.binary"_s, u"a zero byte"_s, {m_name});
    index();
    return true;
}

CsvScanner::Scan CsvScanner::fault(const QString& code, const QString& text, QStringList more)
{
    m_fault =
        errorOf(ErrorKind::RowRejected, code, text, QStringList{m_name, QString::number(m_rowLine)} + more);
    return Scan::Fault;
}

bool CsvScanner::take(size_t from, size_t to)
{
    m_cells.emplace_back(m_buffer.data() + from, to - from);
    if (m_cells.size() > size_t(m_limits.columns)) {
        (void)fault(u"file.too-wide"_s, u"too many columns"_s, {QString::number(m_limits.columns)});
        return false;
    }
    if (to - from > size_t(m_limits.cell)) {
        (void)fault(u"file.cell-too-long"_s, u"cell too long"_s,
                    {QString::number(m_cells.size()), QString::number(m_limits.cell)});
        return false;
    }
    return true;
}

/// Makes one quote of each doubled one, in place.
size_t CsvScanner::unescape(size_t from, size_t to)
{
    char* out = m_buffer.data() + from;
    for (size_t at = from; at < to; ++at) {
        const char byte = m_buffer[at];
        *out++ = byte;
        if (byte == m_dialect.quote) ++at;
    }
    return size_t(out - m_buffer.data());
}

CsvScanner::Scan CsvScanner::scanQuoted(size_t start)
{
    ++m_special; // the opening quote
    bool doubled = false;
    for (;; ++m_special) {
        const size_t at = special();
        if (at >= m_end) {
            m_inQuotes = true;
            return Scan::NeedMore;
        }
        const char byte = m_buffer[at];
        if (byte == '\n' || (byte == '\r' && m_buffer[at + 1] != '\n')) ++m_linesInRow;
        if (byte != m_dialect.quote) continue;
        if (at + 1 >= m_end && !m_atEnd) return Scan::NeedMore;
        if (at + 1 < m_end && m_buffer[at + 1] == m_dialect.quote) {
            ++m_special;
            doubled = true;
            continue;
        }
        ++m_special;
        m_next = at + 1;
        const size_t next = special();
        if (next != m_next)
            return fault(u"file.csv-quote"_s, u"text behind a closing quote"_s,
                         {QString::number(m_cells.size() + 1)});
        // The row may be read again when it is not complete, so its bytes change only when it is.
        if (doubled) m_doubled.push_back(m_cells.size());
        return take(start + 1, at) ? Scan::Row : Scan::Fault;
    }
}

CsvScanner::Scan CsvScanner::endOfRow(size_t at)
{
    size_t next = at + 1;
    if (at < m_end && m_buffer[at] == '\r') {
        if (next >= m_end && !m_atEnd) return Scan::NeedMore;
        if (next < m_end && m_buffer[next] == '\n') {
            ++next;
            ++m_special;
        }
    }
    ++m_special;
    m_rowStart = m_at;
    m_rowEnd = at;
    m_at = std::min(next, m_end);
    m_line += m_linesInRow + 1;
    for (const size_t cell : m_doubled) {
        const auto from = size_t(m_cells[cell].data() - m_buffer.data());
        m_cells[cell] = {m_cells[cell].data(), unescape(from, from + m_cells[cell].size()) - from};
    }
    return Scan::Row;
}

CsvScanner::Scan CsvScanner::scanRow()
{
    m_cells.clear();
    m_doubled.clear();
    m_linesInRow = 0;
    m_inQuotes = false;
    for (size_t start = m_at;;) {
        size_t at = special();
        const bool quoted = m_dialect.quote && at == start && at < m_end && m_buffer[at] == m_dialect.quote;
        if (quoted) {
            if (const Scan scan = scanQuoted(start); scan != Scan::Row) return scan;
            at = m_next;
        } else {
            // A quote in the middle of a cell is a plain character: 12" pipe.
            while (at < m_end && m_buffer[at] == m_dialect.quote && m_dialect.quote) {
                ++m_special;
                at = special();
            }
        }
        if (at >= m_end && !m_atEnd) return Scan::NeedMore;
        if (!quoted && !take(start, std::min(at, m_end))) return Scan::Fault;
        if (at >= m_end || m_buffer[at] != m_dialect.delimiter) return endOfRow(std::min(at, m_end));
        ++m_special;
        start = at + 1;
    }
}

/// False when the buffer has no further row.
bool CsvScanner::passEmptyLines()
{
    while (m_at < m_end && (m_buffer[m_at] == '\n' || m_buffer[m_at] == '\r')) {
        const bool pair = m_buffer[m_at] == '\r' && m_at + 1 < m_end && m_buffer[m_at + 1] == '\n';
        if (m_buffer[m_at] == '\r' && m_at + 1 >= m_end && !m_atEnd) return false;
        m_at += pair ? 2 : 1;
        m_special += pair ? 2 : 1;
        ++m_line;
    }
    return m_at < m_end;
}

Result<bool> CsvScanner::next()
{
    if (m_fault) return fail(*m_fault);
    for (;;) {
        if (passEmptyLines()) {
            m_rowLine = m_line;
            const size_t firstSpecial = m_special;
            const Scan scan = scanRow();
            if (scan == Scan::Row) return true;
            if (scan == Scan::Fault) return fail(*m_fault);
            m_special = firstSpecial;
            if (m_atEnd) {
                (void)fault(u"file.csv-unclosed"_s, u"a quote is not closed"_s);
                return fail(*m_fault);
            }
            if (m_end - m_at > size_t(m_limits.row)) {
                (void)fault(m_inQuotes ? u"file.csv-unclosed"_s : u"file.line-too-long"_s,
                            u"the row is longer than %1 bytes"_s.arg(m_limits.row),
                            {QString::number(m_limits.row)});
                return fail(*m_fault);
            }
        } else if (m_atEnd) {
            return false;
        }
        if (const Result<bool> filled = refill(); !filled) {
            m_fault = filled.error();
            return fail(*m_fault);
        }
    }
}

} // namespace tieout::connectors
