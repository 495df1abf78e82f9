#include "connectors/files/csv/csvreader.h"

#include "base/ids.h"
#include "connectors/files/csv/textencoding.h"

namespace tieout::connectors {

using model::FieldType;
using model::Value;

namespace {

bool isWide(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be ||
           encoding == TextEncoding::Auto;
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, QString name, TextEncoding encoding,
                     CsvDialect dialect, ReadStyle style, CsvLimits limits)
    : m_device(std::move(device))
    , m_encoding(isWide(encoding) ? TextEncoding::Utf8 : encoding)
    , m_style(style)
    , m_scanner(bytesOf(*m_device, encoding, name), dialect, name, limits)
{
}

Value CsvReader::cell(int column, FieldType type, CellFault* fault) const
{
    const auto cells = m_scanner.cells();
    if (column < 0 || size_t(column) >= cells.size()) return {};
    const std::string_view bytes = cells[size_t(column)];
    if (bytes.empty()) return {};
    if (isAscii(bytes)) {
        if (type != FieldType::Text) return cellValue(bytes, type, m_style, fault);
        return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    }
    bool damaged = false;
    const QString text = decoded(bytes, m_encoding, &damaged);
    if (damaged) *fault = CellFault::Encoding;
    if (damaged || type == FieldType::Text) return text;
    return cellValue(text.toUtf8().toStdString(), type, m_style, fault);
}

QString CsvReader::text(int column) const
{
    const auto cells = m_scanner.cells();
    if (column < 0 || size_t(column) >= cells.size()) return {};
    return decoded(cells[size_t(column)], m_encoding, nullptr);
}

bool CsvReader::isBlank(int column) const
{
    const auto cells = m_scanner.cells();
    return column < 0 || size_t(column) >= cells.size() || trimmed(cells[size_t(column)]).empty();
}

FieldType CsvReader::ownType(int column) const
{
    Q_UNUSED(column)
    return FieldType::Text;
}

quint64 CsvReader::contentHash() const
{
    const std::string_view raw = m_scanner.raw();
    return tieout::contentHash(QByteArrayView(raw.data(), qsizetype(raw.size())));
}

} // namespace tieout::connectors
