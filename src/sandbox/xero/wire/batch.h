#pragma once

#include "base/json.h"
#include "sandbox/xero/wire/replies.h"

namespace tieout::sandbox::xero {

/// The elements of a PUT or POST: `{"Invoices":[…]}`, a bare array or one bare object. The failing side is
/// the answer to send. `array` is "Invoices", `element` "Invoice".
[[nodiscard]] tl::expected<Json::Array, Response> readElements(const QByteArray& body, QStringView array,
                                                               QStringView element);

enum class ErrorReport : quint8 {
    Summarised, ///< one refused element makes the answer a 400 that lists only the refused ones
    PerElement, ///< summarizeErrors=false: always 200, a verdict on each element
};

[[nodiscard]] ErrorReport errorReport(const Request& request);

/// Collects the answer to a batch: the caller writes each row's members between beginRow and endRow. Lives
/// for one request.
class BatchAnswer final
{
  public:
    explicit BatchAnswer(ErrorReport report)
        : m_report(report)
    {
    }
    [[nodiscard]] ReplyWriter& beginRow();
    void endRow(const QStringList& errors, const QStringList& warnings);
    [[nodiscard]] Response finish(std::string_view array, const Envelope& envelope) const;

  private:
    struct Span {
        size_t start = 0;
        size_t length = 0;
    };
    void writeMessages(std::string_view key, const QStringList& messages);

    ErrorReport m_report;
    ReplyWriter m_rows;
    size_t m_rowStart = 0;
    std::vector<Span> m_refused;
};

} // namespace tieout::sandbox::xero
