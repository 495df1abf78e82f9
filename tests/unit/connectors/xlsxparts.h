#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace tieout::support {

/// Makes zip files byte by byte, also such as no program would write.
class ZipBytes final
{
  public:
    ZipBytes& add(const QByteArray& name, const QByteArray& data, quint16 flags = 0)
    {
        const QByteArray folded = qCompress(data, 9).mid(6).chopped(4); // without length, zlib's head and sum
        const auto offset = quint32(m_files.size());
        const QByteArray common = number(flags, 2) + number(8, 2) + number(0, 4) + number(crc(data), 4) +
                                  number(quint32(folded.size()), 4) + number(quint32(data.size()), 4) +
                                  number(quint32(name.size()), 2) + number(0, 2);
        m_files += "PK\x03\x04" + number(20, 2) + common + name + folded;
        m_directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + common + number(0, 2) + number(0, 2) +
                       number(0, 2) + number(0, 4) + number(offset, 4) + name;
        ++m_count;
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        return m_files + m_directory + "PK\x05\x06" + number(0, 4) + number(m_count, 2) + number(m_count, 2) +
               number(quint32(m_directory.size()), 4) + number(quint32(m_files.size()), 4) + number(0, 2);
    }

  private:
    static QByteArray number(quint32 value, int bytes)
    {
        QByteArray out;
        for (int i = 0; i < bytes; ++i)
            out += char(value >> (8 * i) & 0xFF);
        return out;
    }
    static quint32 crc(const QByteArray& data)
    {
        quint32 sum = ~0U;
        for (const char byte : data) {
            sum ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit)
                sum = sum & 1 ? sum >> 1 ^ 0xEDB88320U : sum >> 1;
        }
        return ~sum;
    }

    QByteArray m_files;
    QByteArray m_directory;
    quint32 m_count = 0;
};

/// The smallest workbook: sheets by name and content, shared texts, styles.
struct BookParts {
    QList<QPair<QByteArray, QByteArray>> sheets; ///< name (with attributes behind a '|') → sheetData's inside
    QByteArray strings;                          ///< inside of <sst>
    QByteArray styles;                           ///< inside of <styleSheet>
    QByteArray bookProperties;                   ///< <workbookPr …/>
    QByteArray beforeData;                       ///< <dimension …/>

    [[nodiscard]] ZipBytes zip() const
    {
        ZipBytes zip;
        const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        QByteArray list;
        QByteArray relations;
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const QByteArray id = QByteArray::number(i + 1);
            const QByteArray name = sheets[i].first.split('|').value(0);
            list += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"" +
                    sheets[i].first.split('|').value(1) + "/>";
            relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + types +
                         "worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
            zip.add("xl/worksheets/sheet" + id + ".xml",
                    head() +
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
                        beforeData + "<sheetData>" + sheets[i].second + "</sheetData></worksheet>");
        }
        if (!strings.isEmpty()) {
            relations +=
                "<Relationship Id=\"s\" Type=\"" + types + "sharedStrings\" Target=\"sharedStrings.xml\"/>";
            zip.add("xl/sharedStrings.xml", head() + "<sst>" + strings + "</sst>");
        }
        if (!styles.isEmpty()) {
            relations += "<Relationship Id=\"t\" Type=\"" + types + "styles\" Target=\"/xl/styles.xml\"/>";
            zip.add("xl/styles.xml", head() + "<styleSheet>" + styles + "</styleSheet>");
        }
        zip.add("xl/workbook.xml", head() + "<workbook xmlns:r=\"x\">" + bookProperties + "<sheets>" + list +
                                       "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels", head() + "<Relationships>" + relations + "</Relationships>");
        zip.add("_rels/.rels", head() + "<Relationships><Relationship Id=\"a\" Type=\"" + types +
                                   "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        return zip;
    }
    static QByteArray head() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }
};

} // namespace tieout::support
