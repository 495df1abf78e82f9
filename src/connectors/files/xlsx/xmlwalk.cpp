#include "connectors/files/xlsx/xmlwalk.h"

#include "connectors/files/xlsx/xmlpart.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 64;

} // namespace

XmlWalk::XmlWalk(const XlsxPackage& package, std::unique_ptr<QIODevice> part)
    : m_package(package)
    , m_part(std::move(part))
    , m_xml(m_part.get())
{
    m_xml.setEntityExpansionLimit(0);
}

XmlWalk::~XmlWalk() = default;

QXmlStreamReader::TokenType XmlWalk::next()
{
    m_haveAttributes = false;
    if (m_isTooDeep) return QXmlStreamReader::Invalid;
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::StartElement) ++m_depth;
    if (token == QXmlStreamReader::EndElement) --m_depth;
    if (m_depth > kDeepest || token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
        m_isTooDeep = true;
        return QXmlStreamReader::Invalid;
    }
    return token;
}

QStringView XmlWalk::attribute(QLatin1StringView name)
{
    if (!m_haveAttributes) m_attributes = m_xml.attributes();
    m_haveAttributes = true;
    for (const QXmlStreamAttribute& attribute : m_attributes) {
        if (attribute.name() == name) return attribute.value();
    }
    return {};
}

tl::unexpected<Error> XmlWalk::refused() const
{
    const auto* part = dynamic_cast<const XmlPart*>(m_part.get());
    const auto refusal = part ? part->refusal() : XmlRefusal::None;
    if (refusal == XmlRefusal::TooLarge)
        return fail(ErrorKind::BadConfig, u"file.xlsx-bomb"_s, u"unfolds too far"_s, {m_package.name()});
    if (refusal == XmlRefusal::Doctype) return m_package.broken(u"a document type"_s);
    if (refusal != XmlRefusal::None) return m_package.broken(u"damaged, or no spreadsheet text"_s);
    if (m_isTooDeep) return m_package.broken(u"nested too deeply, or entities"_s);
    return m_package.broken(m_xml.errorString());
}

} // namespace tieout::connectors
