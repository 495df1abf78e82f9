#pragma once

#include "sandbox/xero/documents/documentdraft.h"
#include "sandbox/xero/documents/documentlines.h"
#include "sandbox/xero/documents/invoiceedit.h"

namespace tieout::sandbox::xero {

using InvoiceOutcome = SaveOutcome<Invoice>;

/// What the query of a write asks for.
struct InvoiceWishes {
    int unitDecimals = 2; ///< 4 with unitdp=4
    bool allowBackorders = false;
};

/// Takes invoice edits for one organisation: finds the invoice meant, checks fields, contact, lines, status
/// and lock dates, computes, stores. Lives for one request.
class InvoiceDesk final
{
  public:
    InvoiceDesk(Tenant& tenant, GuidSource& guids, Instant now, const InvoiceWishes& wishes);

    /// `forced` is the invoice the URL names; -1 = found by id, then by number.
    [[nodiscard]] InvoiceOutcome save(const InvoiceEdit& edit, WriteMode mode, int forced = -1);

    /// A whole invoice that the ledger makes itself. Its position.
    int enter(Invoice invoice);

  private:
    struct Draft;

    [[nodiscard]] int locate(const InvoiceEdit& edit, WriteMode mode, QStringList& errors) const;
    void begin(Draft& draft) const;
    void applyType(Draft& draft) const;
    void applyNumber(Draft& draft) const;
    void applyTexts(Draft& draft) const;
    void applyDates(Draft& draft) const;
    void applyStatus(Draft& draft) const;
    void checkReady(Draft& draft) const;
    void checkStock(Draft& draft) const;
    void bookStock(const Draft& draft);
    [[nodiscard]] LineRules rulesFor(const Invoice& invoice) const;
    [[nodiscard]] InvoiceOutcome commit(Draft& draft);

    Tenant& m_tenant;
    GuidSource& m_guids;
    Instant m_now;
    InvoiceWishes m_wishes;
    ContactDesk m_contacts;
};

} // namespace tieout::sandbox::xero
