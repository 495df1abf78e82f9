#pragma once

#include "sandbox/cin7omni/books.h"

namespace tieout::sandbox::cin7omni {

/// What became of one sent row.
struct Verdict {
    qint64 id = 0;
    QString code;
    QStringList errors;
};

/// Takes rows into the books, each by the rules of its kind. Lives for one call.
class Desk final
{
  public:
    Desk(Books& books, const Modes& modes, Instant now)
        : m_books(books)
        , m_modes(modes)
        , m_now(now)
    {
    }
    [[nodiscard]] Verdict create(Kind kind, const Json& sent);
    [[nodiscard]] Verdict change(Kind kind, const Json& sent);
    [[nodiscard]] Verdict remove(Kind kind, qint64 id);

  private:
    struct Draft {
        Kind kind;
        const Json& sent;
        const Json* before; ///< null: it is new
        Json row;
        QStringList errors;
    };

    [[nodiscard]] Verdict keep(Draft& draft);
    void takeMembers(const QList<Member>& members, const Json& sent, Json& row, QStringList& errors) const;
    void check(Draft& draft);
    void checkContact(Draft& draft);
    /// A number of the order's own; false when the order is void.
    [[nodiscard]] bool takeReference(Draft& draft);
    void checkOrder(Draft& draft);
    void takePartner(Draft& draft);
    void takeLines(Draft& draft, const QString& member);
    void nameLine(Json& line, QStringList& errors) const;
    void addUp(Draft& draft) const;
    void checkPayment(Draft& draft);
    void checkProduct(Draft& draft);
    void checkOption(Draft& draft);
    void checkMove(Draft& draft);
    void needUnique(Draft& draft, const QString& member, const QString& label);
    void needKnown(Draft& draft, const QString& member, Kind kind, const QString& label);
    void takeOptions(const Draft& draft, qint64 product);
    [[nodiscard]] QString stamp() const { return formatInstantSeconds(m_now); }

    Books& m_books;
    const Modes& m_modes;
    Instant m_now;
};

/// The percentage a sent tax rate means: 15 and 0.15 are the same.
[[nodiscard]] Decimal percentOf(const Json& taxRate);

} // namespace tieout::sandbox::cin7omni
