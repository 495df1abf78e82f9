#pragma once

#include "sandbox/xero/documents/document.h"
#include "sandbox/xero/documents/invoiceedit.h"

namespace tieout::sandbox::xero {

/// A document as a request states it; what is absent stays as it is. `common` holds what it shares with
/// invoices, under its own names for id and number.
struct DocumentEdit {
    InvoiceEdit common;
    std::array<std::optional<QString>, size_t(DocumentText::Count)> texts;
    std::optional<Date> arrival;
    std::optional<bool> reconciled;
    std::optional<QUuid> bankAccountId;
    std::optional<QString> bankAccountCode;
};

[[nodiscard]] DocumentEdit readDocumentEdit(const DocumentRules& rules, const Json& json,
                                            ValueReader& reader);

} // namespace tieout::sandbox::xero
