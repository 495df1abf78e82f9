#include "sandbox/cin7omni/stockmoves.h"

#include "sandbox/cin7/wire.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

using cin7::amountOrZero;

namespace {

bool isSet(const Json& row, QStringView member)
{
    return !row[member].isNull();
}

void add(Decimal& sum, const Decimal& amount)
{
    sum = cin7::plus(sum, amount);
}

QString stockKey(qint64 option, qint64 branch)
{
    return u"%1/%2"_s.arg(option).arg(branch);
}

} // namespace

void StockMoves::turn(Kind kind, const Json* before, const Json& after)
{
    Effects effects;
    if (before) collect(effects, kind, *before, Way::Back);
    collect(effects, kind, after, Way::Forth);
    apply(effects);
}

void StockMoves::expect(Kind kind, const Json& record)
{
    Effects effects;
    collect(effects, kind, record, Way::Forth);
    for (Effect& effect : effects)
        effect.onHand = Decimal();
    apply(effects);
}

void StockMoves::collect(Effects& effects, Kind kind, const Json& record, Way way)
{
    if (record[u"isVoid"].toBool() || !record[u"isApproved"].toBool()) return;
    for (const Json& line : record[u"lineItems"].toArray()) {
        const qint64 option = line[u"productOptionId"].toInteger();
        const Decimal quantity = amountOrZero(line[u"qty"]);
        if (option != 0)
            collectLine(effects, kind, record, option, way == Way::Back ? quantity.negated() : quantity);
    }
}

void StockMoves::collectLine(Effects& effects, Kind kind, const Json& record, qint64 option, Decimal quantity)
{
    const auto at = [&](QStringView branch) -> Effect& {
        return effects[{option, record[branch].toInteger()}];
    };
    switch (kind) {
    case Kind::SalesOrders:
        if (isSet(record, u"dispatchedDate"))
            add(at(u"branchId").onHand, quantity.negated());
        else
            add(at(u"branchId").openSales, quantity);
        return;
    case Kind::PurchaseOrders:
        add(isSet(record, u"fullyReceivedDate") ? at(u"branchId").onHand : at(u"branchId").incoming,
            quantity);
        return;
    case Kind::CreditNotes: // its quantities are below zero: the goods come back
        if (isSet(record, u"completedDate")) add(at(u"branchId").onHand, quantity.negated());
        return;
    case Kind::Adjustments:
        add(at(u"branchId").onHand, quantity);
        return;
    case Kind::ProductionJobs:
        add(isSet(record, u"completedDate") ? at(u"branchId").onHand : at(u"branchId").incoming, quantity);
        return;
    case Kind::BranchTransfers:
        if (!isSet(record, u"dispatchedDate") && !isSet(record, u"fullyReceivedDate")) return;
        add(at(u"sourceBranchId").onHand, quantity.negated());
        add(isSet(record, u"fullyReceivedDate") ? at(u"destinationBranchId").onHand
                                                : at(u"destinationBranchId").incoming,
            quantity);
        return;
    default:
        return;
    }
}

void StockMoves::apply(const Effects& effects)
{
    for (auto effect = effects.cbegin(); effect != effects.cend(); ++effect) {
        const auto [option, branch] = effect.key();
        const Effect& moved = effect.value();
        if (moved.onHand.isZero() && moved.openSales.isZero() && moved.incoming.isZero()) continue;
        const Json* sold = m_books.find(Kind::ProductOptions, option);
        const Json* product =
            sold ? m_books.find(Kind::Products, (*sold)[u"productId"].toInteger()) : nullptr;
        if (!product || (*product)[u"stockControl"].toText() == u"Non-Stock") continue;
        Json row = rowFor(option, branch, *product);
        const auto moves = [&row](const QString& member, const Decimal& amount) {
            row.set(member, Json(cin7::plus(amountOrZero(row[member]), amount)));
        };
        moves(u"stockOnHand"_s, moved.onHand);
        moves(u"openSales"_s, moved.openSales);
        moves(u"incoming"_s, moved.incoming);
        row.set(u"available"_s,
                Json(cin7::minus(amountOrZero(row[u"stockOnHand"]), amountOrZero(row[u"openSales"]))));
        row.set(u"modifiedDate"_s, Json(formatInstantSeconds(m_now)));
        m_books.shelf(Kind::Stock).put(stockKey(option, branch), row);
        addUp(option);
    }
}

// A branch that never had the product gets its row with the first move.
Json StockMoves::rowFor(qint64 option, qint64 branch, const Json& product) const
{
    if (const Json* row = m_books.shelf(Kind::Stock).find(stockKey(option, branch))) return *row;
    const Json* place = m_books.find(Kind::Branches, branch);
    const Json* sold = m_books.find(Kind::ProductOptions, option);
    return Json::object({{u"productId"_s, product[u"id"]},
                         {u"productOptionId"_s, Json(option)},
                         {u"styleCode"_s, product[u"styleCode"]},
                         {u"code"_s, sold ? (*sold)[u"productOptionCode"] : Json()},
                         {u"branchId"_s, Json(branch)},
                         {u"branchName"_s, place ? (*place)[u"company"] : Json()},
                         {u"productName"_s, product[u"name"]},
                         {u"virtual"_s, Json(0)},
                         {u"holding"_s, Json(0)}});
}

void StockMoves::addUp(qint64 option)
{
    Decimal onHand;
    Decimal available;
    for (const cin7::Shelf::Entry& branch : m_books.shelf(Kind::Branches).entries()) {
        const Json* row = m_books.shelf(Kind::Stock).find(stockKey(option, branch.row[u"id"].toInteger()));
        if (!row) continue;
        add(onHand, amountOrZero((*row)[u"stockOnHand"]));
        add(available, amountOrZero((*row)[u"available"]));
    }
    m_books.shelf(Kind::ProductOptions).set(QString::number(option), u"stockOnHand"_s, Json(onHand));
    m_books.shelf(Kind::ProductOptions).set(QString::number(option), u"stockAvailable"_s, Json(available));
}

} // namespace tieout::sandbox::cin7omni
