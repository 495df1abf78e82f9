#include "sandbox/cin7omni/books.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

namespace {

constexpr qint64 kFirstIds[kKindCount] = {310, 0, 0,   0,   0,     7'400, 1'200, 4'600,
                                          60,  3, 500, 620, 7'110, 0,     11};

QString prefixOf(Kind kind)
{
    switch (kind) {
    case Kind::PurchaseOrders:
        return u"PO-"_s;
    case Kind::CreditNotes:
        return u"CRN-"_s;
    case Kind::Quotes:
        return u"QU-"_s;
    case Kind::BranchTransfers:
        return u"TR-"_s;
    case Kind::Adjustments:
        return u"ADJ-"_s;
    case Kind::ProductionJobs:
        return u"PJ-"_s;
    default:
        return u"SO-"_s;
    }
}

} // namespace

qint64 Books::newId(Kind kind)
{
    if (isOrder(kind)) return ++m_lastOrder;
    qint64& last = m_lastIds[size_t(kind)];
    if (last == 0) last = kFirstIds[size_t(kind)];
    return ++last;
}

QString Books::newReference(Kind kind)
{
    QString reference;
    do
        reference = prefixOf(kind) + QString::number(++m_lastReference);
    while (shelf(kind).findBy(u"reference", reference));
    return reference;
}

std::optional<std::pair<Kind, qint64>> Books::findOrder(qint64 id) const
{
    for (const Kind kind : {Kind::SalesOrders, Kind::PurchaseOrders, Kind::CreditNotes}) {
        if (find(kind, id)) return std::pair(kind, id);
    }
    return {};
}

void Books::linkOption(qint64 product, qint64 option)
{
    m_options[product].append(option);
}

Json Books::optionsOf(qint64 product) const
{
    Json options = Json::array();
    for (const qint64 id : m_options.value(product)) {
        if (const Json* option = find(Kind::ProductOptions, id))
            options.append(show(Kind::ProductOptions, *option));
    }
    return options;
}

Json Books::show(Kind kind, const Json& row) const
{
    Json shown = Json::object();
    for (const Member& member : factsOf(kind).members) {
        if (kind == Kind::Products && member.name == u"productOptions")
            shown.set(member.name, optionsOf(row[u"id"].toInteger()));
        else if (member.shape == Shape::List && row[member.name].isNull())
            shown.set(member.name, Json::array());
        else
            shown.set(member.name, row[member.name]);
    }
    return shown;
}

} // namespace tieout::sandbox::cin7omni
