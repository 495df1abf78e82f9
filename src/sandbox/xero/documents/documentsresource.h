#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

// Lists, single documents and writes of one kind each. Stateless.
[[nodiscard]] Response answerCreditNotes(const Call& call);
[[nodiscard]] Response answerPurchaseOrders(const Call& call);
[[nodiscard]] Response answerQuotes(const Call& call);
[[nodiscard]] Response answerBankTransactions(const Call& call);
[[nodiscard]] Response answerPrepayments(const Call& call);  ///< made by bank transactions: read only
[[nodiscard]] Response answerOverpayments(const Call& call); ///< alike

/// The document that a path segment names, by id or number; -1 when there is none.
[[nodiscard]] int documentNamed(const Tenant& tenant, DocumentKind kind, const QString& segment);

} // namespace tieout::sandbox::xero
