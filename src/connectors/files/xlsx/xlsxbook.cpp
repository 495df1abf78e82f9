#include "connectors/files/xlsx/xlsxbook.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSheets = 5'000;
constexpr size_t kMostStyles = 100'000;

/// Formats that every book has without naming them (ECMA-376 §18.8.30, with those of East Asian Excel).
CellLook lookOfId(int id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return CellLook::Date;
    if (id == 22) return CellLook::DateTime;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return CellLook::Time;
    return CellLook::Plain;
}

} // namespace

CellLook lookOfFormat(QStringView code)
{
    bool day = false;
    bool time = false;
    bool quoted = false;
    bool elapsed = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char16_t c = code[i].toLower().unicode();
        if (c == u'"') quoted = !quoted;
        if (quoted || c == u'"') continue;
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            const qsizetype close = code.indexOf(u']', i);
            const QStringView inside = close < 0 ? QStringView() : code.mid(i + 1, close - i - 1);
            const QString lower = inside.toString().toLower();
            elapsed = elapsed || (!lower.isEmpty() && QStringView(u"hms").contains(lower[0]) &&
                                  lower.count(lower[0]) == lower.size());
            if (close > 0) i = close;
        } else if (c == u';') {
            break; // the look of negative numbers says nothing new
        } else {
            day = day || c == u'y' || c == u'd';
            time = time || c == u'h' || c == u's';
        }
    }
    if (elapsed) return CellLook::Time;
    if (day) return time ? CellLook::DateTime : CellLook::Date;
    if (time) return CellLook::Time;
    // Months alone ("mmm") without digits of a number format.
    const bool month =
        code.contains(u"mmm", Qt::CaseInsensitive) && !code.contains(u'0') && !code.contains(u'#');
    return month ? CellLook::Date : CellLook::Plain;
}

XlsxBook::XlsxBook(std::unique_ptr<XlsxPackage> package)
    : m_package(std::move(package))
{
}

Result<std::unique_ptr<XlsxBook>> XlsxBook::open(std::unique_ptr<QIODevice> device, QString name,
                                                 XlsxLimits limits)
{
    Result<std::unique_ptr<XlsxPackage>> package =
        XlsxPackage::open(std::move(device), std::move(name), limits);
    if (!package) return tl::unexpected(package.error());
    std::unique_ptr<XlsxBook> book(new XlsxBook(std::move(*package)));
    if (Result<void> read = book->readBook(); !read) return tl::unexpected(read.error());
    return book;
}

Result<XlsxBook::Relations> XlsxBook::relations(const QString& part, QHash<QString, QString>& byType) const
{
    const qsizetype folder = part.lastIndexOf(u'/') + 1;
    const QString path = part.left(folder) + u"_rels/"_s + part.mid(folder) + u".rels"_s;
    Relations found;
    if (!m_package->has(path)) return found;
    Result<std::unique_ptr<QIODevice>> device = m_package->part(path);
    if (!device) return tl::unexpected(device.error());
    XmlWalk xml(*m_package, std::move(*device));
    for (;;) {
        const auto token = xml.next();
        if (token == QXmlStreamReader::Invalid) return xml.refused();
        if (token == QXmlStreamReader::EndDocument) return found;
        if (token != QXmlStreamReader::StartElement || xml.name() != "Relationship"_L1) continue;
        // Links out of the package are never followed.
        if (xml.attribute("TargetMode"_L1).compare("External"_L1, Qt::CaseInsensitive) == 0) continue;
        const QString target = partPath(part, xml.attribute("Target"_L1).toString());
        if (target.isEmpty())
            return fail(ErrorKind::BadConfig, u"file.xlsx-path"_s, u"a part outside"_s, {m_package->name()});
        if (found.size() > kMostSheets * 4) return m_package->broken(u"too many relations"_s);
        found.insert(xml.attribute("Id"_L1).toString(), target);
        byType.insert(xml.attribute("Type"_L1).toString().section(u'/', -1), target);
    }
}

Result<void> XlsxBook::readBook()
{
    QHash<QString, QString> roots;
    if (const auto read = relations(QString(), roots); !read) return tl::unexpected(read.error());
    const QString part = roots.value(u"officeDocument"_s, u"xl/workbook.xml"_s);
    QHash<QString, QString> byType;
    const Result<Relations> known = relations(part, byType);
    if (!known) return tl::unexpected(known.error());
    if (Result<void> read = readSheets(part, *known); !read) return read;
    if (m_sheets.isEmpty()) return m_package->broken(u"no sheets"_s);
    if (byType.contains(u"styles"_s) && m_package->has(byType[u"styles"_s])) {
        if (Result<void> read = readStyles(byType[u"styles"_s]); !read) return read;
    }
    if (!byType.contains(u"sharedStrings"_s) || !m_package->has(byType[u"sharedStrings"_s])) return {};
    return m_strings.load(*m_package, byType[u"sharedStrings"_s]);
}

Result<void> XlsxBook::readSheets(const QString& part, const Relations& relations)
{
    Result<std::unique_ptr<QIODevice>> device = m_package->part(part);
    if (!device) return tl::unexpected(device.error());
    XmlWalk xml(*m_package, std::move(*device));
    for (;;) {
        const auto token = xml.next();
        if (token == QXmlStreamReader::Invalid) return xml.refused();
        if (token == QXmlStreamReader::EndDocument) return {};
        if (token != QXmlStreamReader::StartElement) continue;
        if (xml.name() == "workbookPr"_L1) {
            const QStringView flag = xml.attribute("date1904"_L1);
            m_from1904 = flag == "1"_L1 || flag == "true"_L1;
        } else if (xml.name() == "sheet"_L1) {
            Sheet sheet;
            sheet.name = xml.attribute("name"_L1).toString();
            sheet.part = relations.value(xml.attribute("id"_L1).toString());
            sheet.hidden = !xml.attribute("state"_L1).isEmpty() && xml.attribute("state"_L1) != "visible"_L1;
            if (m_sheets.size() >= kMostSheets) return m_package->broken(u"too many sheets"_s);
            if (!sheet.part.isEmpty()) m_sheets += sheet;
        }
    }
}

Result<void> XlsxBook::readStyles(const QString& part)
{
    Result<std::unique_ptr<QIODevice>> device = m_package->part(part);
    if (!device) return tl::unexpected(device.error());
    XmlWalk xml(*m_package, std::move(*device));
    QHash<int, CellLook> own;
    bool inCells = false;
    for (;;) {
        const auto token = xml.next();
        if (token == QXmlStreamReader::Invalid) return xml.refused();
        if (token == QXmlStreamReader::EndDocument) return {};
        if (token == QXmlStreamReader::EndElement && xml.name() == "cellXfs"_L1) inCells = false;
        if (token != QXmlStreamReader::StartElement) continue;
        const int id = xml.attribute("numFmtId"_L1).toInt();
        if (xml.name() == "cellXfs"_L1) inCells = true;
        if (xml.name() == "numFmt"_L1) own.insert(id, lookOfFormat(xml.attribute("formatCode"_L1)));
        if (xml.name() == "xf"_L1 && inCells) m_looks.push_back(own.value(id, lookOfId(id)));
        if (m_looks.size() > kMostStyles || own.size() > qsizetype(kMostStyles))
            return m_package->broken(u"too many styles"_s);
    }
}

Result<XlsxBook::Sheet> XlsxBook::sheet(const QString& name) const
{
    for (const Sheet& sheet : m_sheets) {
        if (name.isEmpty() ? !sheet.hidden : sheet.name.compare(name, Qt::CaseInsensitive) == 0) return sheet;
    }
    if (name.isEmpty()) return m_sheets.first();
    return fail(ErrorKind::BadConfig, u"file.xlsx-sheet"_s, u"no sheet "_s + name, {m_package->name(), name});
}

CellLook XlsxBook::look(qsizetype style) const
{
    return style >= 0 && size_t(style) < m_looks.size() ? m_looks[size_t(style)] : CellLook::Plain;
}

} // namespace tieout::connectors
