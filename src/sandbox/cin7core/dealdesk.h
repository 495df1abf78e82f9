#pragma once

#include "sandbox/cin7core/call.h"

#include <optional>

namespace tieout::sandbox::cin7core {

/// Sales and purchases: their lists, heads and stages, each behind the guards of the one before. Lives for
/// one call.
class DealDesk final
{
  public:
    explicit DealDesk(Call& call)
        : m_call(call)
    {
    }
    /// Nothing when the path is not one of theirs.
    [[nodiscard]] std::optional<Response> answer();

  private:
    /// Purchases have two addresses.
    enum class Form : quint8 { Simple, Advanced };

    [[nodiscard]] std::optional<Response> stage(Kind kind, const QString& name);
    [[nodiscard]] Response head(Kind kind, Form form);
    [[nodiscard]] Response saveHead(Kind kind, Form form);
    [[nodiscard]] Json newDeal(Kind kind, Form form);
    static void namePartner(Kind kind, const Json& partner, Json& deal);
    [[nodiscard]] const Json* takePartner(Kind kind, Problems& problems) const;
    static void takeHead(const Json& sent, Json& deal);
    [[nodiscard]] Response voidOrUndo(Kind kind, const Json& deal);
    [[nodiscard]] Response quote(Json deal);
    [[nodiscard]] Response order(Kind kind, Json deal);
    [[nodiscard]] Response fulfilment(Json deal);
    [[nodiscard]] Response fulfilmentStep(const QString& step);
    [[nodiscard]] Response stock(Json deal);
    [[nodiscard]] Response invoice(Kind kind, Json deal);
    [[nodiscard]] Response creditNote(Kind kind, Json deal);
    [[nodiscard]] Response payment(Kind kind);
    [[nodiscard]] Response savePayment(Kind kind);
    /// `usual`: the type of a payment that names none.
    void takePayment(const Json& body, const QString& usual, Json& payment, Problems& problems) const;
    [[nodiscard]] Response removePayment(Kind kind);

    /// Products, tax and totals of the sent lines, from the books.
    [[nodiscard]] Json takeLines(Kind kind, const Json& deal, const Json& sent, Problems& problems) const;
    [[nodiscard]] Json takeLine(Kind kind, const Json& deal, const Json& sent, Problems& problems) const;
    [[nodiscard]] static Json takeCharge(const Books& books, const Json& deal, const Json& sent,
                                         Problems& problems);
    [[nodiscard]] Json takeStage(Kind kind, const Json& deal, Problems& problems) const;
    /// Keeps a deal after a change: status, stamp, event.
    void keep(Kind kind, Json deal, const QString& event);
    [[nodiscard]] Response unknownDeal(const QString& id) const;
    [[nodiscard]] Response saleTask(const Json& deal, const QString& list, const Json& task) const;

    Call& m_call;
};

/// How far a sale or a purchase is, from its stages.
[[nodiscard]] QString statusOf(Kind kind, const Json& deal);
[[nodiscard]] Json saleRow(const Json& deal);
[[nodiscard]] Json purchaseRow(const Json& deal);

} // namespace tieout::sandbox::cin7core
