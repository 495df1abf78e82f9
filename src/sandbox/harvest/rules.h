#pragma once

#include "sandbox/harvest/intake.h"

namespace tieout::sandbox::harvest {

/// The rules of one kind beyond its members' shapes.
struct Rules {
    /// Looks at a draft, fills in what follows from it, refuses.
    void (*check)(Draft& draft) = nullptr;
    /// Behind a create or change that stands.
    void (*stored)(Call& call, const Row& row, bool isNew) = nullptr;
    /// Why the row cannot be deleted; empty when it can.
    QString (*keeps)(const Call& call, const Row& row) = nullptr;
    /// Takes along what goes with the row.
    void (*removed)(Call& call, const Row& row) = nullptr;
};

[[nodiscard]] Rules rulesOf(Kind kind);

// One file a subject.
[[nodiscard]] Rules partyRules(Kind kind);   ///< clients, contacts, people, roles, rates
[[nodiscard]] Rules projectRules(Kind kind); ///< projects, tasks, assignments
[[nodiscard]] Rules timeRules();
[[nodiscard]] Rules expenseRules(Kind kind);  ///< expenses and their categories
[[nodiscard]] Rules documentRules(Kind kind); ///< invoices, estimates, item categories

/// A link that must lead somewhere; the row it leads to, or null with a problem.
const Row* needLink(Draft& draft, QStringView name, Kind target);
/// One of a few words.
void needOneOf(Draft& draft, QStringView name, const QStringList& words);
/// No other row of the kind has this text in this member, case aside.
void needUnique(Draft& draft, QStringView name, const QString& problem);
/// An e-mail that would have been sent.
void sendMail(Call& call, const QString& kind, const QString& to, const QString& subject);
/// The rate of a person at a day, from the dated rates; nothing when there is none.
[[nodiscard]] std::optional<Decimal> rateAt(const Books& books, Kind kind, qint64 userId, const QString& day);

} // namespace tieout::sandbox::harvest
