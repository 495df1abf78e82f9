#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/listquery.h"

#include <QSet>

namespace tieout::sandbox::xero {

/// Chooses and orders the invoices of a list call. Lives for one request.
class InvoiceFilter final
{
  public:
    InvoiceFilter(const Call& call, const ListQuery& query);

    /// Positions that match, unordered. The failing side is the answer to send.
    [[nodiscard]] tl::expected<std::vector<int>, Response> select() const;
    /// The order of the list: as asked, else by UpdatedDateUTC; the id decides ties.
    [[nodiscard]] bool isBefore(int left, int right) const;

    [[nodiscard]] static WhereProperty resolve(QStringView path);

  private:
    [[nodiscard]] std::vector<int> rowsToScan() const;
    [[nodiscard]] Result<bool> matches(const Invoice& invoice) const;
    [[nodiscard]] const Contact& contactOf(const Invoice& invoice) const;
    [[nodiscard]] WhereValue valueOf(const Invoice& invoice, int property) const;

    const Call& m_call;
    const ListQuery& m_query;
    QString m_term;
    bool m_ownOnly;
    std::optional<QSet<int>> m_contacts;
    std::optional<QSet<int>> m_statuses;
};

} // namespace tieout::sandbox::xero
