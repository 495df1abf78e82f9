#pragma once

#include "xeroinvoicetexts.h"

namespace tieout::sandbox {

/// A practice Xero with one call each for what tests of the ledger do all the time. Refusals come back as the
/// joined messages of the first element.
class XeroLedgerBench final
{
  public:
    explicit XeroLedgerBench(int organisation = 0) { m_probe.signIn(XeroProbe::everyScope(), organisation); }

    XeroProbe& probe() { return m_probe; }

    Response send(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                  const Headers& more = {})
    {
        return m_probe.call(method, target, body, more);
    }

    /// A switch of the practice company's own for Xero.
    Response turn(const QByteArray& what, const QByteArray& body)
    {
        Request request;
        request.method = "POST";
        request.path = "/_practice/" + what;
        request.body = body;
        return m_probe.system().handle(request);
    }

    /// The first row of a write with per-element verdicts.
    Json write(const QByteArray& method, const QByteArray& target, const QByteArray& body)
    {
        const QByteArray mark = target.contains('?') ? "&" : "?";
        return row(send(method, target + mark + "summarizeErrors=false", body));
    }
    Json put(const QByteArray& target, const QByteArray& body) { return write("PUT", target, body); }
    Json post(const QByteArray& target, const QByteArray& body) { return write("POST", target, body); }
    Json get(const QByteArray& target) { return row(send("GET", target)); }

    /// What was wrong: messages of the element, or the exception's own.
    QString fault(const QByteArray& method, const QByteArray& target, const QByteArray& body = {})
    {
        const Response response = send(method, target, body);
        if (response.status == 200) return XeroProbe::messages(row(response));
        const Json answer = XeroProbe::json(response);
        const QString messages = XeroProbe::messages(answer[u"Elements"].at(0));
        if (!messages.isEmpty()) return messages;
        return answer[u"Message"].isText() ? answer[u"Message"].toText()
                                           : QStringLiteral("status %1").arg(response.status);
    }

    /// First element of the answer's first array that is not about pages.
    static Json row(const Response& response)
    {
        const Json answer = XeroProbe::json(response);
        for (const auto& [name, value] : answer.toObject()) {
            if (value.isArray()) return value.at(0);
        }
        return {};
    }

    QByteArray id(const Json& row, QStringView member) const { return row[member].toText().toLatin1(); }

    /// An approved sales invoice over `unit` plus tax; `more` holds further members, each with a comma.
    Json invoice(const QByteArray& unit, const QByteArray& more = {})
    {
        return put("/Invoices", invoiceBody(line("1", unit), R"("Status":"AUTHORISED",)" + more));
    }
    QByteArray invoiceId(const QByteArray& unit, const QByteArray& more = {})
    {
        return id(invoice(unit, more), u"InvoiceID");
    }
    Json fresh(const QByteArray& invoice) { return get("/Invoices/" + invoice); }

    static QByteArray payment(const QByteArray& invoice, const QByteArray& amount,
                              const QByteArray& more = {})
    {
        return R"({"Invoice":{"InvoiceID":")" + invoice +
               R"("},"Account":{"Code":"090"},"Date":"2026-03-20",)" + more + "\"Amount\":" + amount + "}";
    }

    /// "status paid credited due"
    static QString standing(const Json& invoice)
    {
        return QStringLiteral("%1 %2 %3 %4")
            .arg(invoice[u"Status"].toText(), digits(invoice, u"AmountPaid"),
                 digits(invoice, u"AmountCredited"), digits(invoice, u"AmountDue"));
    }

  private:
    XeroProbe m_probe;
};

} // namespace tieout::sandbox
