#pragma once

#include "sandbox/cin7omni/books.h"

namespace tieout::sandbox::cin7omni {

/// Moves the stock when an order, a transfer or an adjustment is saved: what it did before is taken back,
/// what it does now is done. Lives for one save.
class StockMoves final
{
  public:
    StockMoves(Books& books, Instant now)
        : m_books(books)
        , m_now(now)
    {
    }
    /// `before` is null for a new record.
    void turn(Kind kind, const Json* before, const Json& after);
    /// What is promised and expected, not what is there: for books whose counts are given.
    void expect(Kind kind, const Json& record);

  private:
    struct Effect {
        Decimal onHand;
        Decimal openSales;
        Decimal incoming;
    };
    using Effects = QHash<std::pair<qint64, qint64>, Effect>; // by option and branch

    enum class Way : quint8 { Forth, Back };

    static void collect(Effects& effects, Kind kind, const Json& record, Way way);
    static void collectLine(Effects& effects, Kind kind, const Json& record, qint64 option, Decimal quantity);
    void apply(const Effects& effects);
    [[nodiscard]] Json rowFor(qint64 option, qint64 branch, const Json& product) const;
    void addUp(qint64 option);

    Books& m_books;
    Instant m_now;
};

} // namespace tieout::sandbox::cin7omni
