#pragma once

#include "sandbox/xero/documents/documentbody.h"

#include <QStringView>

#include <array>
#include <vector>

namespace tieout::sandbox::xero {

enum class ContactStatus : quint8 { Active, Archived, GdprRequest };

struct Address {
    enum Part : quint8 {
        Line1,
        Line2,
        Line3,
        Line4,
        City,
        Region,
        PostalCode,
        Country,
        AttentionTo,
        PartCount
    };
    enum class Kind : quint8 { Street, PoBox };

    Kind kind = Kind::PoBox;
    std::array<QString, PartCount> parts;

    bool operator==(const Address&) const = default;
};

struct Phone {
    enum class Kind : quint8 { Ddi, Default, Fax, Mobile };

    Kind kind = Kind::Default;
    QString number;
    QString area;
    QString country;

    bool operator==(const Phone&) const = default;
};

struct ContactPerson {
    QString firstName;
    QString lastName;
    QString email;
    bool includeInEmails = false;

    bool operator==(const ContactPerson&) const = default;
};

struct PaymentTerm {
    int day = 0;
    QString type; ///< "DAYSAFTERBILLDATE" …; empty = none

    bool operator==(const PaymentTerm&) const = default;
};

/// The text members of a contact that are kept as sent.
enum class ContactText : quint8 {
    Name,
    ContactNumber,
    AccountNumber,
    FirstName,
    LastName,
    CompanyNumber,
    EmailAddress,
    BankAccountDetails,
    TaxNumber,
    AccountsReceivableTaxType,
    AccountsPayableTaxType,
    DefaultCurrency,
    SalesDefaultAccountCode,
    PurchasesDefaultAccountCode,
    SalesDefaultLineAmountType,
    PurchasesDefaultLineAmountType,
    XeroNetworkKey,
    TaxNumberType,
    Count
};

/// The members' names in that order.
inline constexpr QStringView kContactTextNames[size_t(ContactText::Count)] = {
    u"Name",
    u"ContactNumber",
    u"AccountNumber",
    u"FirstName",
    u"LastName",
    u"CompanyNumber",
    u"EmailAddress",
    u"BankAccountDetails",
    u"TaxNumber",
    u"AccountsReceivableTaxType",
    u"AccountsPayableTaxType",
    u"DefaultCurrency",
    u"SalesDefaultAccountCode",
    u"PurchasesDefaultAccountCode",
    u"SalesDefaultLineAmountType",
    u"PurchasesDefaultLineAmountType",
    u"XeroNetworkKey",
    u"TaxNumberType"};

struct Contact {
    QUuid id;
    QUuid mergedTo; ///< the contact that took over when two were merged; null = none
    std::array<QString, size_t(ContactText::Count)> texts;
    ContactStatus status = ContactStatus::Active;
    std::vector<Address> addresses; ///< at most one of each kind
    std::vector<Phone> phones;      ///< at most one of each kind
    std::vector<ContactPerson> persons;
    PaymentTerm billTerm;
    PaymentTerm salesTerm;
    std::array<TrackingMark, 2> salesTracking;
    std::array<TrackingMark, 2> purchaseTracking;
    Instant created{};
    Instant updated{};
    bool isCustomer = false;
    bool isSupplier = false;

    [[nodiscard]] const QString& text(ContactText which) const { return texts[size_t(which)]; }
    [[nodiscard]] QString& text(ContactText which) { return texts[size_t(which)]; }
    [[nodiscard]] const QString& name() const { return text(ContactText::Name); }
    [[nodiscard]] const QString& number() const { return text(ContactText::ContactNumber); }
};

[[nodiscard]] std::string_view contactStatusName(ContactStatus status);

} // namespace tieout::sandbox::xero
