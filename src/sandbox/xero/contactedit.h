#pragma once

#include "sandbox/xero/contact.h"
#include "sandbox/xero/requestreader.h"

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

    [[nodiscard]] const std::optional<QString>& text(ContactText which) const { return texts[size_t(which)]; }
    /// Says nothing but who it is: ContactID, ContactNumber or Name.
    [[nodiscard]] bool onlyIdentifies() const;
};

[[nodiscard]] ContactEdit readContactEdit(const Json& json, ValueReader& reader);

} // namespace tieout::sandbox::xero
