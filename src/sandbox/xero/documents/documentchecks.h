#pragma once

#include "sandbox/xero/documents/invoiceedit.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

// What every document with lines is checked for; each adds the API's own messages.

/// Currency and rate as stated, else the base currency and the day's rate.
void applyCurrency(const Tenant& tenant, const InvoiceEdit& edit, bool isNew, DocumentBody& document,
                   QStringList& errors);
void applyAmountTypes(const InvoiceEdit& edit, DocumentBody& document, QStringList& errors);
/// At most 255 printable ASCII characters.
void checkNumber(const QString& number, QStringView title, QStringList& errors);
void checkUrl(const QString& url, QStringList& errors);
/// Nothing may happen on or before a lock date.
void checkLockDates(const Organisation& organisation, Date earliest, QStringList& errors);
enum class Goods : quint8 { Come, Go };

/// Stock that comes or goes with a document.
void moveStock(ItemBook& items, const DocumentBody& document, Goods goods);
/// The base currency's amount at the document's rate, two places.
[[nodiscard]] Decimal inBaseCurrency(const Decimal& amount, const Decimal& rate);
[[nodiscard]] Decimal sumOf(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal differenceOf(const Decimal& left, const Decimal& right);

} // namespace tieout::sandbox::xero
