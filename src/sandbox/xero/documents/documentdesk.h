#pragma once

#include "sandbox/xero/documents/documentdraft.h"
#include "sandbox/xero/documents/documentedit.h"
#include "sandbox/xero/documents/documentlines.h"

namespace tieout::sandbox::xero {

using DocumentOutcome = SaveOutcome<Document>;

/// Takes edits of credit notes, quotes, purchase orders and bank transactions for one organisation: finds the
/// document meant, checks fields, contact, lines, status and lock dates, computes, stores. A bank transaction
/// of a pre- or overpayment makes that too. Lives for one request.
class DocumentDesk final
{
  public:
    DocumentDesk(Tenant& tenant, GuidSource& guids, Instant now, DocumentKind kind, int unitDecimals);

    /// `forced` is the document the URL names; -1 = found by id, then by number.
    [[nodiscard]] DocumentOutcome save(const DocumentEdit& edit, WriteMode mode, int forced = -1);

  private:
    using Draft = EditedDocument<Document, DocumentEdit>;

    [[nodiscard]] const DocumentBook& book() const { return m_tenant.documents(m_rules.kind); }
    [[nodiscard]] int locate(const DocumentEdit& edit, WriteMode mode, QStringList& errors) const;
    void begin(Draft& draft) const;
    void applyType(Draft& draft) const;
    void applyNumber(Draft& draft) const;
    void applyTexts(Draft& draft) const;
    void applyDates(Draft& draft) const;
    void applyContact(Draft& draft) const;
    void applyBank(Draft& draft) const;
    void applyLines(Draft& draft) const;
    void applyStatus(Draft& draft) const;
    void checkReady(Draft& draft) const;
    void checkLocks(Draft& draft) const;
    [[nodiscard]] LineRules lineRules(const Document& document) const;
    [[nodiscard]] DocumentOutcome commit(Draft& draft);
    void bookStock(const Draft& draft);
    /// The pre- or overpayment behind a bank transaction: made with it, voided with it.
    void makeTwin(Document& transaction);
    void voidTwin(const Document& transaction);

    Tenant& m_tenant;
    GuidSource& m_guids;
    Instant m_now;
    const DocumentRules& m_rules;
    int m_unitDecimals;
    ContactDesk m_contacts;
};

} // namespace tieout::sandbox::xero
