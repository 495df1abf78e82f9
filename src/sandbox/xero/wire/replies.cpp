#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

Response jsonReply(int status, QByteArray body)
{
    return bodyReply(status, "application/json; charset=utf-8", std::move(body));
}

Response notFoundReply()
{
    return pageReply(404, "The resource you're looking for cannot be found");
}

Response notImplementedReply()
{
    Response response =
        exceptionReply(20, u"ApiMethodNotImplementedException", u"The Api Method called is not implemented");
    response.status = 501;
    return response;
}

Response refusedReply(int status, QStringView detail, const QUuid& instance)
{
    ReplyWriter writer;
    writer.beginObject();
    writer.raw("\"Type\":null");
    writer.ascii("Title", status == 401 ? "Unauthorized" : "Forbidden");
    writer.number("Status", qint64(status));
    writer.text("Detail", detail);
    writer.guid("Instance", instance);
    writer.raw("\"Extensions\":{}");
    writer.endObject();
    return jsonReply(status, writer.bytes());
}

Response exceptionReply(int errorNumber, QStringView type, QStringView message)
{
    ReplyWriter writer;
    writer.beginObject();
    writer.number("ErrorNumber", qint64(errorNumber));
    writer.text("Type", type);
    writer.text("Message", message);
    writer.endObject();
    return jsonReply(400, writer.bytes());
}

Response unreadableReply(QStringView message)
{
    return exceptionReply(14, u"PostDataInvalidException", message);
}

Response nothingDoneReply(QStringView element)
{
    const QString message =
        u"No data has been processed for this endpoint. This endpoint is expecting %1 data to be "
        "specifed in the request body."_s.arg(element);
    return exceptionReply(17, u"NoDataProcessedException", message);
}

Response badExpressionReply(QStringView message)
{
    return exceptionReply(16, u"QueryParseException", message);
}

Response tooManyRowsReply()
{
    return exceptionReply(51, u"HighVolumeException",
                          u"The request exceeds the number of records that can be returned without paging.");
}

void beginEnvelope(ReplyWriter& writer, const Envelope& envelope)
{
    writer.beginObject();
    writer.guid("Id", envelope.id);
    writer.ascii("Status", "OK");
    writer.ascii("ProviderName", "Practice app");
    writer.stamp("DateTimeUTC", envelope.now);
    if (!envelope.pagination) return;
    const Pagination& pagination = *envelope.pagination;
    writer.beginObject("pagination");
    writer.number("page", qint64(pagination.page));
    writer.number("pageSize", qint64(pagination.pageSize));
    writer.number("pageCount",
                  qint64((pagination.itemCount + pagination.pageSize - 1) / pagination.pageSize));
    writer.number("itemCount", qint64(pagination.itemCount));
    writer.endObject();
}

} // namespace tieout::sandbox::xero
