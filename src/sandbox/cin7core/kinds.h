#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tieout::sandbox::cin7core {

/// The kinds of record that the practice Cin7 Core keeps.
enum class Kind : quint8 {
    Customer,
    Supplier,
    Product,
    Sale,
    Purchase,
    Account,
    Tax,
    Location,
    PaymentTerm,
    Category,
    Brand,
    Unit,
    Carrier,
    Availability,
    CustomerCredit,
    SupplierDeposit,
    Journal,
    Transaction,
    Webhook,
};
inline constexpr int kKindCount = int(Kind::Webhook) + 1;

struct Member {
    QString name;
    bool isNumber = false;
    bool required = false;
    bool readOnly = false;
};

/// How a kind is reached, and what its rows hold. Sales and purchases have addresses of their own.
struct KindFacts {
    QString path;
    QString list;             ///< the member of the envelope
    QString key;              ///< what a row is known by
    QString name;             ///< unique, case aside; empty: nothing is
    QString verbs;            ///< of G, P, U (put) and D
    QString filters;          ///< parameters, divided by blanks; texts are compared by their beginning
    QString since;            ///< the parameter for changes; empty: none
    bool wrapsWrites = false; ///< a write is answered with a list of one
    QList<Member> members;
};

[[nodiscard]] const KindFacts& factsOf(Kind kind);

} // namespace tieout::sandbox::cin7core
