#pragma once

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/documents/documentchecks.h"

namespace tieout::sandbox::xero {

/// What became of one document of a request.
template<class Row>
struct SaveOutcome {
    int position = -1;              ///< stored here; -1 = refused
    Row echo;                       ///< when refused: the document as it would have been
    std::optional<Contact> contact; ///< when refused: its contact, if that is not a stored one
    QStringList errors;
    QStringList warnings;
};

/// One edit of a document with lines on its way through the checks. Lives for one element of a request.
template<class Row>
struct DocumentDraft {
    int position = -1; ///< the stored document; -1 = a new one
    Row row;
    PreparedContact contact;
    Date dateBefore;
    bool hasContact = false;
    QStringList errors;
    QStringList warnings;

    [[nodiscard]] bool isNew() const { return position < 0; }

    void takeContact(const ContactDesk& desk, const std::optional<ContactEdit>& stated)
    {
        if (!stated) {
            if (isNew()) errors << QStringLiteral("A Contact must be specified for this type of transaction");
            return;
        }
        hasContact = true;
        contact = desk.prepareReference(*stated);
        errors << contact.errors;
        if (contact.errors.isEmpty()) row.contact = contact.position;
    }
    /// The contact is stored, a new one now.
    void commitContact(ContactDesk& desk)
    {
        if (hasContact) row.contact = desk.commit(std::move(contact));
    }
    /// Neither the day it had nor the one it gets may be locked.
    void checkLocks(const Organisation& organisation)
    {
        const Date earliest = dateBefore.isValid() ? std::min(dateBefore, row.date) : row.date;
        checkLockDates(organisation, earliest, errors);
    }
    [[nodiscard]] SaveOutcome<Row> refused()
    {
        SaveOutcome<Row> outcome;
        outcome.echo = std::move(row);
        if (hasContact && (outcome.echo.contact < 0 || !contact.errors.isEmpty()))
            outcome.contact = std::move(contact.contact);
        outcome.errors = std::move(errors);
        outcome.warnings = std::move(warnings);
        return outcome;
    }
};

/// The same with the edit that it takes in.
template<class Row, class Edit>
struct EditedDocument : DocumentDraft<Row> {
    explicit EditedDocument(const Edit& asked)
        : edit(asked)
    {
    }

    const Edit& edit;
};

} // namespace tieout::sandbox::xero
