#pragma once

#include "connectors/files/xlsx/xlsxpackage.h"

#include <QXmlStreamReader>

namespace tieout::connectors {

/// Walks through one XML part of a package, start and end tags and texts, within bounds of depth. One thread.
class XmlWalk final
{
  public:
    XmlWalk(const XlsxPackage& package, std::unique_ptr<QIODevice> part);
    ~XmlWalk();
    Q_DISABLE_COPY_MOVE(XmlWalk)

    /// The next token; EndDocument at the end, Invalid when the part is refused.
    [[nodiscard]] QXmlStreamReader::TokenType next();
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] QStringView text() const { return m_xml.text(); }
    /// Of the present start tag, by local name; empty when absent. Valid until the next token.
    [[nodiscard]] QStringView attribute(QLatin1StringView name);
    /// Why next() gave Invalid.
    [[nodiscard]] tl::unexpected<Error> refused() const;

  private:
    const XlsxPackage& m_package;
    std::unique_ptr<QIODevice> m_part;
    QXmlStreamReader m_xml;
    QXmlStreamAttributes m_attributes;
    bool m_haveAttributes = false;
    int m_depth = 0;
    bool m_isTooDeep = false;
};

} // namespace tieout::connectors
