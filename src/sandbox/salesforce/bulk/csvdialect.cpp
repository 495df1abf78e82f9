#include "sandbox/salesforce/bulk/csvdialect.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

struct Delimiter {
    const char16_t* name;
    char sign;
};

constexpr Delimiter kDelimiters[] = {
    {u"COMMA", ','}, {u"BACKQUOTE", '`'}, {u"CARET", '^'},
    {u"PIPE", '|'},  {u"SEMICOLON", ';'}, {u"TAB", '\t'},
};

} // namespace

std::optional<CsvDialect> CsvDialect::named(const QString& delimiter, const QString& lineEnding)
{
    CsvDialect dialect;
    if (!lineEnding.isEmpty() && lineEnding != u"LF" && lineEnding != u"CRLF") return {};
    dialect.crlf = lineEnding == u"CRLF";
    if (delimiter.isEmpty()) return dialect;
    for (const Delimiter& known : kDelimiters) {
        if (delimiter != QStringView(known.name)) continue;
        dialect.delimiter = known.sign;
        return dialect;
    }
    return {};
}

QString CsvDialect::delimiterName() const
{
    for (const Delimiter& known : kDelimiters) {
        if (known.sign == delimiter) return QString::fromUtf16(known.name);
    }
    return u"COMMA"_s;
}

QString CsvDialect::lineEndingName() const
{
    return crlf ? u"CRLF"_s : u"LF"_s;
}

CsvReader::CsvReader(QByteArrayView bytes, const CsvDialect& dialect, qsizetype from)
    : m_bytes(bytes)
    , m_dialect(dialect)
    , m_at(from)
{
    if (from == 0 && bytes.startsWith("\xef\xbb\xbf")) m_at = 3;
}

bool CsvReader::next(std::vector<QByteArray>& cells)
{
    cells.clear();
    while (m_at < m_bytes.size() && (m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r'))
        ++m_at;
    m_start = m_at;
    if (m_at >= m_bytes.size() || !m_fault.isEmpty()) return false;
    bool lastOfLine = false;
    while (!lastOfLine) {
        QByteArray cell;
        if (!readCell(cell, lastOfLine)) return false;
        cells.push_back(std::move(cell));
    }
    return true;
}

bool CsvReader::readCell(QByteArray& cell, bool& lastOfLine)
{
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"') {
        if (!readQuoted(cell)) return false;
    } else {
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != m_dialect.delimiter && m_bytes[m_at] != '\n')
            ++m_at;
        cell = m_bytes.sliced(from, m_at - from).toByteArray();
    }
    lastOfLine = m_at >= m_bytes.size() || m_bytes[m_at] == '\n';
    if (!lastOfLine) {
        ++m_at;
        return true;
    }
    // The carriage return belongs to the line's end, which must be the one that was announced.
    const bool crlf = cell.endsWith('\r');
    if (crlf) cell.chop(1);
    if (m_at < m_bytes.size() && crlf != m_dialect.crlf) {
        m_fault = u"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "_s +
                  m_dialect.lineEndingName();
        return false;
    }
    if (m_at < m_bytes.size()) ++m_at;
    return true;
}

bool CsvReader::readQuoted(QByteArray& cell)
{
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        if (m_bytes[m_at] != '"') {
            cell.append(m_bytes[m_at]);
            continue;
        }
        if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"') {
            cell.append('"');
            ++m_at;
            continue;
        }
        ++m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '\r') {
            cell.append('\r');
            ++m_at;
        }
        const bool ends =
            m_at >= m_bytes.size() || m_bytes[m_at] == m_dialect.delimiter || m_bytes[m_at] == '\n';
        if (!ends) m_fault = u"ClientInputError : Failed to parse CSV. Found a quote inside a cell"_s;
        return ends;
    }
    m_fault = u"ClientInputError : Failed to parse CSV. EOF reached before closing an opened quote"_s;
    return false;
}

void appendCsvRecord(QByteArray& out, const std::vector<QByteArray>& cells, const CsvDialect& dialect)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out.append(dialect.delimiter);
        out.append('"');
        if (cells[i].contains('"')) {
            QByteArray doubled = cells[i];
            out.append(doubled.replace('"', "\"\""));
        } else {
            out.append(cells[i]);
        }
        out.append('"');
    }
    out.append(dialect.crlf ? "\r\n" : "\n");
}

} // namespace tieout::sandbox::salesforce
