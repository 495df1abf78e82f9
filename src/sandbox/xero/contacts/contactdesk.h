#pragma once

#include "sandbox/xero/contacts/contactedit.h"
#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

enum class WriteMode : quint8 {
    Create, ///< PUT
    Upsert, ///< POST
};

/// A checked contact edit that is not stored yet.
struct PreparedContact {
    int position = -1; ///< the contact it changes; -1 = a new one
    Contact contact;   ///< as it would be stored, also when refused (for the echo)
    bool changes = true;
    QStringList errors; ///< the API's messages; empty = may be committed
};

/// Takes contact edits for one organisation: finds the contact meant, checks the rules, stores. Lives for one
/// request.
class ContactDesk final
{
  public:
    ContactDesk(Tenant& tenant, GuidSource& guids, Instant now);

    /// `forced` is the contact the URL or a document names; -1 = found by id, number, then name.
    [[nodiscard]] PreparedContact prepare(const ContactEdit& edit, WriteMode mode, int forced = -1) const;
    /// The contact a document refers to: by id, number or name; made when only the name is new.
    [[nodiscard]] PreparedContact prepareReference(const ContactEdit& edit) const;
    /// Stores and gives the position.
    int commit(PreparedContact prepared);

  private:
    [[nodiscard]] int locate(const ContactEdit& edit, WriteMode mode, QStringList& errors) const;
    void apply(const ContactEdit& edit, PreparedContact& prepared) const;
    void checkTexts(const PreparedContact& prepared, QStringList& errors) const;
    void checkUnique(const PreparedContact& prepared, QStringList& errors) const;
    void checkParts(const Contact& contact, QStringList& errors) const;

    Tenant& m_tenant;
    GuidSource& m_guids;
    Instant m_now;
};

} // namespace tieout::sandbox::xero
