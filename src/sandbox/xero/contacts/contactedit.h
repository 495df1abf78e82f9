#pragma once

#include "sandbox/xero/contacts/contact.h"
#include "sandbox/xero/ledger/tracking.h"
#include "sandbox/xero/wire/requestreader.h"

namespace tieout::sandbox::xero {

/// A contact as a request states it; what is absent stays as it is.
struct ContactEdit {
    QUuid id;
    std::array<std::optional<QString>, size_t(ContactText::Count)> texts;
    std::optional<QString> status;
    std::optional<std::vector<Address>> addresses;
    std::optional<std::vector<Phone>> phones;
    std::optional<std::vector<ContactPerson>> persons;
    std::optional<PaymentTerm> billTerm;
    std::optional<PaymentTerm> salesTerm;
    std::optional<std::vector<TrackingEdit>> salesTracking;
    std::optional<std::vector<TrackingEdit>> purchaseTracking;

    [[nodiscard]] const std::optional<QString>& text(ContactText which) const { return texts[size_t(which)]; }
    /// Says nothing but who it is: ContactID, ContactNumber or Name.
    [[nodiscard]] bool onlyIdentifies() const;
};

/// "Name" and "Option" on lines, "TrackingCategoryName" and "TrackingOptionName" on contacts, or ids.
[[nodiscard]] std::vector<TrackingEdit> readTracking(const Json& json, ValueReader& reader);
[[nodiscard]] ContactEdit readContactEdit(const Json& json, ValueReader& reader);

} // namespace tieout::sandbox::xero
