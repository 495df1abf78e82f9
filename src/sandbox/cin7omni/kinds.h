#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tieout::sandbox::cin7omni {

/// The resources of the practice Cin7 Omni, by their place in the address.
enum class Kind : quint8 {
    Contacts,
    SalesOrders,
    PurchaseOrders,
    CreditNotes,
    Quotes,
    Payments,
    Products,
    ProductOptions,
    ProductCategories,
    Branches,
    BranchTransfers,
    Adjustments,
    ProductionJobs,
    Stock,
    Users,
};
inline constexpr int kKindCount = int(Kind::Users) + 1;

enum class Shape : quint8 { Text, Number, Flag, Moment, Object, List };

struct Member {
    QString name;
    Shape shape = Shape::Text;
    qsizetype longest = 0; ///< 0: as long as anyone likes
    QStringList words;     ///< empty: any text
    bool required = false; ///< on create
    bool readOnly = false; ///< passed over when sent
};

struct KindFacts {
    QString path;
    QString verbs; ///< of G, P, U (put) and D
    QString code;  ///< the member that a written row is known by
    QList<Member> members;
};

[[nodiscard]] const KindFacts& factsOf(Kind kind);
/// Of the lines of an order of any kind.
[[nodiscard]] const QList<Member>& lineMembers();
[[nodiscard]] bool isOrder(Kind kind);

} // namespace tieout::sandbox::cin7omni
