#include "sandbox/xero/ledger/reportwriter.h"

#include "sandbox/xero/wire/replies.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

QString reportDay(Date date)
{
    return QLocale::c().toString(date, u"d MMMM yyyy");
}

ReportWriter::ReportWriter(const Call& call, QStringView name, QStringView type, const QStringList& titles,
                           Date date)
{
    beginEnvelope(m_writer, {call.guids.next(), call.now, std::nullopt});
    m_writer.beginArray("Reports");
    m_writer.beginObject();
    m_writer.text("ReportID", type);
    m_writer.text("ReportName", name);
    m_writer.text("ReportType", type);
    m_writer.beginArray("ReportTitles");
    for (const QString& title : titles)
        m_writer.textItem(title);
    m_writer.endArray();
    m_writer.text("ReportDate", reportDay(date));
    m_writer.stamp("UpdatedDateUTC", call.now);
    m_writer.emptyArray("Fields");
    m_writer.beginArray("Rows");
}

void ReportWriter::header(const QStringList& texts)
{
    cells("Header", texts, {}, {});
}

void ReportWriter::beginSection(QStringView title)
{
    m_writer.beginObject();
    m_writer.ascii("RowType", "Section");
    m_writer.text("Title", title);
    m_writer.beginArray("Rows");
}

void ReportWriter::endSection()
{
    m_writer.endArray();
    m_writer.endObject();
}

void ReportWriter::row(const QStringList& texts, std::string_view attribute, const QUuid& id)
{
    cells("Row", texts, attribute, id);
}

void ReportWriter::summary(const QStringList& texts)
{
    cells("SummaryRow", texts, {}, {});
}

void ReportWriter::cells(std::string_view rowType, const QStringList& texts, std::string_view attribute,
                         const QUuid& id)
{
    m_writer.beginObject();
    m_writer.ascii("RowType", rowType);
    m_writer.beginArray("Cells");
    for (const QString& text : texts) {
        m_writer.beginObject();
        m_writer.text("Value", text);
        if (!id.isNull()) {
            m_writer.beginArray("Attributes");
            m_writer.beginObject();
            m_writer.guid("Value", id);
            m_writer.ascii("Id", attribute);
            m_writer.endObject();
            m_writer.endArray();
        }
        m_writer.endObject();
    }
    m_writer.endArray();
    m_writer.endObject();
}

Response ReportWriter::finish()
{
    m_writer.endArray();
    m_writer.endObject();
    m_writer.endArray();
    m_writer.endObject();
    return jsonReply(200, m_writer.bytes());
}

} // namespace tieout::sandbox::xero
