#pragma once

#include "sandbox/xero/guids.h"
#include "sandbox/xero/invoiceedit.h"
#include "sandbox/xero/tenant.h"

namespace tieout::sandbox::xero {

/// Turns the lines of a request into the lines of an invoice: keeps, changes, adds and drops by LineItemID,
/// resolves accounts and tax rates, computes amounts. Lives for one request.
class InvoiceLines final
{
  public:
    InvoiceLines(Tenant& tenant, GuidSource& guids, int unitDecimals);

    /// Replaces `invoice.lines`; the line amount types and the type must be set already.
    void apply(Invoice& invoice, const std::vector<LineEdit>& edits, QStringList& errors) const;
    /// Taxes again after the line amount types changed.
    void taxAgain(Invoice& invoice) const;
    /// What an invoice must have to be submitted or approved.
    void checkComplete(const Invoice& invoice, QStringList& errors) const;

  private:
    void applyLine(const Invoice& invoice, InvoiceLine& line, const LineEdit& edit,
                   QStringList& errors) const;
    void applyAccount(InvoiceLine& line, const LineEdit& edit, QStringList& errors) const;
    void applyTaxType(InvoiceLine& line, const LineEdit& edit, QStringList& errors) const;
    [[nodiscard]] Decimal taxOf(const Invoice& invoice, const InvoiceLine& line) const;

    Tenant& m_tenant;
    GuidSource& m_guids;
    int m_unitDecimals;
};

} // namespace tieout::sandbox::xero
