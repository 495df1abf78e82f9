#include "connectors/files/xlsx/sharedstrings.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kInMemory = 24 * 1024 * 1024;

tl::unexpected<Error> diskFull(const QTemporaryFile& file)
{
    return fail(ErrorKind::LocalFault, u"file.write"_s, file.errorString(),
                {file.fileName(), file.errorString()});
}

} // namespace

QString unescapedText(QString text)
{
    constexpr qsizetype kLength = 7; // _xHHHH_
    for (qsizetype at = text.indexOf(u"_x"_s); at >= 0 && at + kLength <= text.size();
         at = text.indexOf(u"_x"_s, at + 1)) {
        bool isHex = false;
        const ushort unit = QStringView(text).mid(at + 2, 4).toUShort(&isHex, 16);
        if (isHex && text[at + 6] == u'_') text.replace(at, kLength, QChar(unit));
    }
    return text;
}

Result<void> SharedStrings::spill(const XlsxPackage& package)
{
    Q_UNUSED(package)
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open()) return diskFull(*m_file);
    }
    if (m_file->write(m_bytes) != m_bytes.size()) return diskFull(*m_file);
    m_bytes.resize(0);
    return {};
}

Result<void> SharedStrings::append(const XlsxPackage& package, const QString& text)
{
    const QByteArray bytes = unescapedText(text).toUtf8();
    m_total += bytes.size();
    if (count() >= package.limits().strings || m_total > package.limits().stringBytes)
        return fail(ErrorKind::BadConfig, u"file.xlsx-bomb"_s, u"too many texts"_s, {package.name()});
    m_bytes += bytes;
    m_starts.push_back(quint32(m_total));
    return m_bytes.size() > kInMemory ? spill(package) : Result<void>();
}

Result<void> SharedStrings::seal(const XlsxPackage& package)
{
    if (!m_file) return {};
    if (Result<void> spilled = spill(package); !spilled) return spilled;
    if (!m_file->flush()) return diskFull(*m_file);
    m_mapped = reinterpret_cast<const char*>(m_file->map(0, m_total));
    m_bytes.clear();
    return m_mapped ? Result<void>() : Result<void>(diskFull(*m_file));
}

Result<void> SharedStrings::load(const XlsxPackage& package, const QString& part)
{
    Result<std::unique_ptr<QIODevice>> device = package.part(part);
    if (!device) return tl::unexpected(device.error());
    XmlWalk xml(package, std::move(*device));
    QString text;
    bool inText = false;
    bool inPhonetic = false;
    for (;;) {
        const auto token = xml.next();
        if (token == QXmlStreamReader::Invalid) return xml.refused();
        if (token == QXmlStreamReader::EndDocument) return seal(package);
        if (token == QXmlStreamReader::Characters) {
            if (inText) text += xml.text();
        } else if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == "si"_L1) text.resize(0);
            if (xml.name() == "rPh"_L1) inPhonetic = true;
            inText = xml.name() == "t"_L1 && !inPhonetic;
        } else if (token == QXmlStreamReader::EndElement) {
            inText = false;
            if (xml.name() == "rPh"_L1) inPhonetic = false;
            if (xml.name() != "si"_L1) continue;
            if (Result<void> kept = append(package, text); !kept) return kept;
        }
        if (text.size() > package.limits().cellCharacters * 4LL) return package.broken(u"an endless text"_s);
    }
}

std::optional<QString> SharedStrings::at(qsizetype index) const
{
    if (index < 0 || index >= count()) return std::nullopt;
    const char* bytes = m_mapped ? m_mapped : m_bytes.constData();
    const quint32 start = m_starts[size_t(index)];
    return QString::fromUtf8(bytes + start, qsizetype(m_starts[size_t(index) + 1] - start));
}

} // namespace tieout::connectors
