#pragma once

#include "xeroprobe.h"

namespace tieout::sandbox {

/// An invoice request from its parts; `more` holds further members, each followed by a comma.
inline QByteArray invoiceBody(const QByteArray& lines, const QByteArray& more = {})
{
    return R"({"Type":"ACCREC","Contact":{"Name":"City Agency"},"Date":"2026-03-12","DueDate":"2026-04-11",)" +
           more + "\"LineItems\":[" + lines + "]}";
}

inline QByteArray line(const QByteArray& quantity, const QByteArray& unit, const QByteArray& more = {})
{
    return R"({"Description":"Widget","Quantity":)" + quantity + ",\"UnitAmount\":" + unit +
           R"(,"AccountCode":"200")" + more + "}";
}

inline Json firstInvoice(const Response& response)
{
    return XeroProbe::json(response)[u"Invoices"].at(0);
}

inline QString digits(const Json& row, QStringView member)
{
    return row[member].toDecimal().toString();
}

inline QString refusal(const Response& response)
{
    return response.status == 400 ? XeroProbe::messages(XeroProbe::json(response)[u"Elements"].at(0))
                                  : QStringLiteral("status %1").arg(response.status);
}

} // namespace tieout::sandbox
