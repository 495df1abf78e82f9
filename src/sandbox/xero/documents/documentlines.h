#pragma once

#include "sandbox/xero/documents/invoiceedit.h"
#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// What the kinds of documents allow on their lines.
struct LineRules {
    int unitDecimals = 2;         ///< 2 or 4
    bool sale = true;             ///< items bring their sales terms
    bool discounts = true;        ///< on sales documents only
    bool taxFromAccount = true;   ///< quotes leave the tax open
    bool controlAccounts = false; ///< overpayments sit on receivables or payables
};

/// Turns the lines of a request into the lines of a document: keeps, changes, adds and drops by LineItemID,
/// resolves items, accounts, tax rates and tracking, computes amounts. Lives for one request.
class DocumentLines final
{
  public:
    DocumentLines(Tenant& tenant, GuidSource& guids, const LineRules& rules);

    /// Replaces `document.lines`; the line amount types must be set already.
    void apply(DocumentBody& document, const std::vector<LineEdit>& edits, QStringList& errors) const;
    /// Taxes again after the line amount types changed.
    void taxAgain(DocumentBody& document) const;
    /// What a document must have to be submitted or approved.
    void checkComplete(const DocumentBody& document, QStringList& errors) const;

  private:
    void applyLine(const DocumentBody& document, DocumentLine& line, const LineEdit& edit,
                   QStringList& errors) const;
    /// Fills what the request leaves open from the item's terms.
    void applyItem(DocumentLine& line, LineEdit& edit, bool isNew, QStringList& errors) const;
    void applyAccount(DocumentLine& line, const LineEdit& edit, QStringList& errors) const;
    void applyTaxType(DocumentLine& line, const LineEdit& edit, QStringList& errors) const;
    [[nodiscard]] Decimal taxOf(const DocumentBody& document, const DocumentLine& line) const;

    Tenant& m_tenant;
    GuidSource& m_guids;
    LineRules m_rules;
};

} // namespace tieout::sandbox::xero
