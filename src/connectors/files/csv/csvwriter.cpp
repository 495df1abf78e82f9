#include "connectors/files/csv/csvwriter.h"

#include "base/platform/files.h"
#include "connectors/files/fileshelf.h"
#include "connectors/files/numbertext.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

constexpr qsizetype kChunk = 256 * 1024;

QString dateText(Date day, DateOrder order)
{
    if (order == DateOrder::DayMonthYear) return day.toString(u"dd/MM/yyyy");
    if (order == DateOrder::MonthDayYear) return day.toString(u"MM/dd/yyyy");
    return formatDate(day);
}

} // namespace

QString formulaSafe(const QString& text)
{
    if (text.isEmpty()) return text;
    const char16_t first = text[0].unicode();
    // The wide forms of = + - @ are taken for the narrow ones by some programs.
    const bool starts = first == u'=' || first == u'+' || first == u'-' || first == u'@' || first == u'\t' ||
                        first == u'\r' || first == u'\n' || first == 0xFF1D || first == 0xFF0B ||
                        first == 0xFF0D || first == 0xFF20;
    if (!starts) return text;
    const std::string bytes = text.toUtf8().toStdString();
    const bool isNumber = PlainNumber(bytes, DecimalMark::Point).isNumber() ||
                          PlainNumber(bytes, DecimalMark::Comma).isNumber();
    return isNumber && first != u'\t' && first != u'\r' && first != u'\n' ? text : u'\'' + text;
}

CsvTable::CsvTable(QString path, WriteStyle style)
    : m_path(std::move(path))
    , m_style(style)
    , m_file(partOf(m_path))
{
}

CsvTable::~CsvTable()
{
    if (!m_committed) m_file.remove();
}

Result<void> CsvTable::open()
{
    QFile::remove(m_file.fileName()); // left by a crash; never written through a link
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return fault();
    if (m_style.byteOrderMark) m_buffer = QByteArrayLiteral("\xEF\xBB\xBF");
    return {};
}

tl::unexpected<Error> CsvTable::fault() const
{
    const Disk disk = m_file.error() == QFileDevice::ResourceError ? Disk::Full : Disk::HasSpace;
    return fail(writeFault(m_path, disk, m_file.errorString()));
}

void CsvTable::append(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Number: {
        const qsizetype start = m_buffer.size();
        value.number()->appendTo(m_buffer);
        if (m_style.decimals != DecimalMark::Comma) return;
        std::replace(m_buffer.begin() + start, m_buffer.end(), '.', ',');
        if (m_style.delimiter != ',' || !m_buffer.mid(start).contains(',')) return;
        m_buffer.insert(start, '"').append('"');
        return;
    }
    case Value::Kind::Date:
        m_buffer += dateText(*value.date(), m_style.dates).toLatin1();
        return;
    case Value::Kind::Instant:
        m_buffer += formatInstantSeconds(*value.instant()).toLatin1();
        return;
    default:
        appendText(formulaSafe(value.toPlainText()));
    }
}

void CsvTable::appendText(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const bool quoted = bytes.contains(m_style.delimiter) || bytes.contains('"') || bytes.contains('\n') ||
                        bytes.contains('\r') || bytes.startsWith(' ') || bytes.endsWith(' ');
    if (!quoted) {
        m_buffer += bytes;
        return;
    }
    m_buffer += '"';
    for (const char byte : bytes) {
        if (byte == '"') m_buffer += '"';
        m_buffer += byte;
    }
    m_buffer += '"';
}

Result<void> CsvTable::row(const QList<Value>& cells)
{
    const qsizetype start = m_buffer.size();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) m_buffer += m_style.delimiter;
        append(cells[i]);
    }
    // A row of one blank cell would be an empty line, which readers pass over.
    if (m_buffer.size() == start) m_buffer += "\"\"";
    m_buffer += "\r\n";
    return m_buffer.size() > kChunk ? flush() : Result<void>();
}

Result<void> CsvTable::flush()
{
    if (m_file.write(m_buffer) != m_buffer.size()) return fault();
    m_buffer.resize(0);
    return {};
}

Result<void> CsvTable::commit()
{
    if (Result<void> flushed = flush(); !flushed) return flushed;
    if (Result<void> synced = platform::syncFile(m_file); !synced) return synced;
    m_file.close();
    if (Result<void> placed = platform::replaceFile(m_file.fileName(), m_path); !placed) return placed;
    m_committed = true;
    return {};
}

} // namespace tieout::connectors
