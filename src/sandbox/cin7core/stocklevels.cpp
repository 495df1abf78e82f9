#include "sandbox/cin7core/stocklevels.h"

#include "sandbox/cin7/wire.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::amountOrZero;

namespace {

struct Level {
    Decimal onHand;
    Decimal allocated;
    Decimal onOrder;
};

using Levels = QHash<QString, Level>; // by "SKU/Location"

bool isAuthorised(const Json& stage)
{
    return stage[u"Status"].toText() == u"AUTHORISED";
}

void addLines(Levels& levels, const Json& lines, const QString& location, Decimal Level::*what, int sign)
{
    for (const Json& line : lines.toArray()) {
        const Decimal quantity = amountOrZero(line[u"Quantity"]);
        Decimal& sum = levels[line[u"SKU"].toText() + u'/' + location].*what;
        sum = sign < 0 ? cin7::minus(sum, quantity) : cin7::plus(sum, quantity);
    }
}

QString locationOf(const Books& books, const Json& deal)
{
    const QString own = deal[u"Location"].toText();
    const auto& locations = books.shelf(Kind::Location).entries();
    return own.isEmpty() && !locations.isEmpty() ? locations.first().row[u"Name"].toText() : own;
}

void collect(Levels& levels, const Books& books, Kind kind, const Json& deal, int sign)
{
    if (deal[u"Status"].toText() == u"VOIDED" || !isAuthorised(deal[u"Order"])) return;
    const QString location = locationOf(books, deal);
    const Json& lines = deal[u"Order"][u"Lines"];
    if (kind == Kind::Sale) {
        const Json::Array& tasks = deal[u"Fulfilments"].toArray();
        const bool shipped = std::any_of(tasks.begin(), tasks.end(),
                                         [](const Json& task) { return isAuthorised(task[u"Ship"]); });
        if (shipped)
            addLines(levels, lines, location, &Level::onHand, -sign);
        else
            addLines(levels, lines, location, &Level::allocated, sign);
        return;
    }
    const Json& received = deal[u"StockReceived"].at(0);
    if (isAuthorised(received))
        addLines(levels, received[u"Lines"], location, &Level::onHand, sign);
    else
        addLines(levels, lines, location, &Level::onOrder, sign);
}

void apply(Books& books, const Levels& levels)
{
    for (auto level = levels.cbegin(); level != levels.cend(); ++level) {
        const Level& moved = level.value();
        const Json* found = books.find(Kind::Availability, level.key());
        const bool moves = !moved.onHand.isZero() || !moved.allocated.isZero() || !moved.onOrder.isZero();
        if (!found || !moves) continue; // services have no stock
        Json row = *found;
        const auto add = [&row](const QString& member, const Decimal& amount) {
            row.set(member, Json(cin7::plus(amountOrZero(row[member]), amount)));
        };
        add(u"OnHand"_s, moved.onHand);
        add(u"Allocated"_s, moved.allocated);
        add(u"OnOrder"_s, moved.onOrder);
        row.set(u"Available"_s,
                Json(cin7::minus(amountOrZero(row[u"OnHand"]), amountOrZero(row[u"Allocated"]))));
        books.put(Kind::Availability, level.key(), row);
        books.events.append(Json::object({{u"Type"_s, Json(u"Stock/AvailableStockLevelChanged"_s)},
                                          {u"ID"_s, row[u"ID"]},
                                          {u"SKU"_s, row[u"SKU"]},
                                          {u"Location"_s, row[u"Location"]}}));
    }
}

} // namespace

void moveStock(Books& books, Kind kind, const Json* before, const Json& after)
{
    Levels levels;
    if (before) collect(levels, books, kind, *before, -1);
    collect(levels, books, kind, after, 1);
    apply(books, levels);
}

void expectStock(Books& books, Kind kind, const Json& deal)
{
    Levels levels;
    collect(levels, books, kind, deal, 1);
    for (Level& level : levels)
        level.onHand = Decimal();
    apply(books, levels);
}

} // namespace tieout::sandbox::cin7core
