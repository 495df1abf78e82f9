#include "sandbox/cin7core/dealparts.h"

#include "sandbox/cin7/wire.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::amountOrZero;

QString idMember(Kind kind)
{
    return kind == Kind::Sale ? u"SaleID"_s : u"TaskID"_s;
}

bool isIssued(const Json& task)
{
    const QString status = task[u"Status"].toText();
    return status == u"AUTHORISED" || status == u"PAID";
}

Json stageOf(const QString& status)
{
    return Json::object({{u"Status"_s, Json(status)},
                         {u"Memo"_s, Json()},
                         {u"Lines"_s, Json::array()},
                         {u"AdditionalCharges"_s, Json::array()},
                         {u"TotalBeforeTax"_s, Json(0)},
                         {u"Tax"_s, Json(0)},
                         {u"Total"_s, Json(0)}});
}

TaxPlace taxPlaceOf(const Json& deal)
{
    return deal[u"TaxCalculation"].toText() == u"Inclusive" ? TaxPlace::Within : TaxPlace::OnTop;
}

void addUp(Json& stage, TaxPlace place)
{
    const bool within = place == TaxPlace::Within;
    Decimal tax;
    Decimal total;
    for (const QString& list : {u"Lines"_s, u"AdditionalCharges"_s}) {
        for (const Json& line : stage[list].toArray()) {
            tax = cin7::plus(tax, line[u"Tax"].toDecimal());
            total = cin7::plus(total, line[u"Total"].toDecimal());
        }
    }
    stage.set(u"TotalBeforeTax"_s, Json(within ? cin7::minus(total, tax) : total));
    stage.set(u"Tax"_s, Json(tax));
    stage.set(u"Total"_s, Json(within ? total : cin7::plus(total, tax)));
}

/// Tax and total of one line; a discount is a percentage.
void price(const Books& books, const Json& deal, Json& line)
{
    const Decimal quantity = line[u"Quantity"].isNull() ? Decimal(1) : line[u"Quantity"].toDecimal();
    Decimal total = cin7::times(quantity, amountOrZero(line[u"Price"]));
    total = cin7::minus(total, cin7::share(total, amountOrZero(line[u"Discount"]))).rounded(2);
    const Decimal percent = books.taxPercent(line[u"TaxRule"].toText());
    const bool within = taxPlaceOf(deal) == TaxPlace::Within;
    line.set(u"Tax"_s, Json(within ? cin7::taxWithin(total, percent) : cin7::share(total, percent)));
    line.set(u"Total"_s, Json(total));
}

Json replaced(const Json& list, const QString& key, const Json& item)
{
    Json changed = Json::array();
    bool found = false;
    for (const Json& each : list.toArray()) {
        const bool isIt = each[key] == item[key];
        found = found || isIt;
        changed.append(isIt ? item : each);
    }
    if (!found) changed.append(item);
    return changed;
}

const Json& taskOf(const Json& list, const QString& id)
{
    static const Json kNone;
    for (const Json& task : list.toArray()) {
        if (task[u"TaskID"].toText().compare(id, Qt::CaseInsensitive) == 0) return task;
    }
    return kNone;
}

/// The deal that has a task in one of its lists; null when there is none.
Json ownerOf(const Books& books, Kind kind, const QString& list, const QString& task)
{
    for (const cin7::Shelf::Entry& entry : books.shelf(kind).entries()) {
        if (!taskOf(entry.row[list], task).isNull()) return entry.row;
    }
    return {};
}

} // namespace tieout::sandbox::cin7core
