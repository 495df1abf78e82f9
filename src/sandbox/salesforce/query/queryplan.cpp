#include "sandbox/salesforce/query/queryplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

SoqlFault unknownObject(const SoqlQuery& query)
{
    const QString name = query.from.parts.join(u'.');
    return SoqlFault::at(
        u"INVALID_TYPE"_s, query.text, query.from.at,
        u"sObject type '"_s + name +
            u"' is not supported. If you are attempting to use a custom object, be sure to append "
            "the '__c' after the entity name. Please reference your WSDL or the describe call for "
            "the appropriate names."_s);
}

/// The service does not look through all links.
bool namesOneEnd(const SoqlCondition& condition)
{
    switch (condition.kind) {
    case SoqlCondition::Kind::And:
        return std::any_of(condition.parts.begin(), condition.parts.end(), namesOneEnd);
    case SoqlCondition::Kind::Or:
        return std::all_of(condition.parts.begin(), condition.parts.end(), namesOneEnd);
    case SoqlCondition::Kind::Not:
        return false;
    case SoqlCondition::Kind::Compare:
        break;
    }
    static const QStringList kEnds{u"id"_s, u"contentdocumentid"_s, u"linkedentityid"_s};
    return (condition.op == SoqlOperator::Equal || condition.op == SoqlOperator::In) &&
           kEnds.contains(condition.path.parts.last().toLower());
}

SoqlFault endsWanted()
{
    return {u"MALFORMED_QUERY"_s,
            u"Implementation restriction: ContentDocumentLink requires a filter by a single Id on "
            "ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN "
            "operator."_s};
}

} // namespace

SoqlResult<QueryPlan> QueryPlan::compile(const Organisation& organisation, const SoqlQuery& query,
                                         const QByteArray& servicePath, Surface surface)
{
    const QString& name = query.from.parts.first();
    const Schema& schema = organisation.schema();
    const int object = query.from.parts.size() != 1  ? -1
                       : surface == Surface::Tooling ? schema.findTooling(name)
                                                     : schema.find(name);
    if (object < 0) return tl::unexpected(unknownObject(query));
    if (object == kContentDocumentLink && !(query.where && namesOneEnd(*query.where)))
        return tl::unexpected(endsWanted());
    return compileOn(organisation, object, query, servicePath);
}

SoqlResult<QueryPlan> QueryPlan::compileRows(const Organisation& organisation, const SoqlQuery& query)
{
    SoqlQuery rows;
    rows.text = query.text;
    rows.from = query.from;
    rows.alias = query.alias;
    rows.where = query.where;
    return compile(organisation, rows, {});
}

SoqlResult<QueryPlan> QueryPlan::compileChild(const Organisation& organisation, int parentObject,
                                              const SoqlQuery& query, const QByteArray& servicePath)
{
    const Schema& schema = organisation.schema();
    for (const ChildRelationship& child : schema.object(parentObject).children) {
        const bool absent = schema.object(child.object).absent;
        if (absent || child.name.compare(query.from.parts.last(), Qt::CaseInsensitive) != 0) continue;
        auto plan = compileOn(organisation, child.object, query, servicePath);
        if (plan) plan->m_parentSlot = child.slot;
        return plan;
    }
    return tl::unexpected(
        SoqlFault::at(u"INVALID_TYPE"_s, query.text, query.from.at,
                      u"Didn't understand relationship '"_s + query.from.parts.last() +
                          u"' in FROM part of query call. If you are attempting to use a custom "
                          "relationship, be sure to append the '__r' after the custom "
                          "relationship name. Please reference your WSDL or the describe call "
                          "for the appropriate names."_s));
}

SoqlResult<QueryPlan> QueryPlan::compileOn(const Organisation& organisation, int object,
                                           const SoqlQuery& query, const QByteArray& servicePath)
{
    QueryPlan plan(organisation);
    plan.m_object = object;
    plan.m_limit = query.limit;
    plan.m_offset = query.offset;
    plan.m_printer = std::make_shared<RecordPrinter>(organisation, object, servicePath);
    if (auto items = plan.compileItems(query); !items) return tl::unexpected(items.error());
    if (query.where) {
        auto filter = RowFilter::compile(organisation, object, *query.where, query);
        if (!filter) return tl::unexpected(filter.error());
        plan.m_filter = std::move(*filter);
    }
    for (const SoqlOrder& order : query.orders) {
        if (order.path.parts.isEmpty() || isAggregate(order.function)) {
            return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, order.path.at,
                                                u"Ordered field must be grouped or aggregated"_s));
        }
        auto column = Column::find(organisation, object, order.path, order.function, query);
        if (!column) return tl::unexpected(column.error());
        plan.m_orders.push_back({std::move(*column), order.descending, order.nullsLast.value_or(false)});
    }
    return plan;
}

SoqlResult<void> QueryPlan::compileItems(const SoqlQuery& query)
{
    for (const SoqlItem& item : query.items) {
        if (!isAggregate(item.function) && !isDatePart(item.function)) {
            if (auto added = m_printer->add(item, query); !added) return added;
            continue;
        }
        m_countsOnly = query.items.size() == 1 && item.path.parts.isEmpty();
        if (m_countsOnly) continue;
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, item.path.at,
                                            u"Field must be grouped or aggregated"_s));
    }
    return {};
}

std::vector<RowNumber> QueryPlan::run(Deleted deleted) const
{
    std::vector<RowNumber> rows;
    const auto candidates = m_filter ? m_filter->candidates() : std::nullopt;
    if (candidates) {
        std::copy_if(candidates->begin(), candidates->end(), std::back_inserter(rows),
                     [&](RowNumber row) { return accepts(row, deleted); });
    } else if (ordersByStamp() || (m_filter && m_filter->stampWindow().bounded)) {
        rows = runByStamp(deleted);
        if (ordersByStamp()) {
            cut(rows);
            return rows;
        }
        std::sort(rows.begin(), rows.end());
    } else {
        const RowNumber end = m_organisation->table(m_object).size();
        for (RowNumber row = 0; row < end; ++row) {
            if (accepts(row, deleted)) rows.push_back(row);
        }
    }
    sort(rows);
    cut(rows);
    return rows;
}

std::vector<RowNumber> QueryPlan::runUnder(RowNumber parent, Deleted deleted) const
{
    std::vector<RowNumber> rows;
    const Table& table = m_organisation->table(m_object);
    for (RowNumber row = table.firstChild(m_parentSlot, parent); row != kNoRow;
         row = table.nextChild(m_parentSlot, row)) {
        if (accepts(row, deleted)) rows.push_back(row);
    }
    sort(rows);
    cut(rows);
    return rows;
}

bool QueryPlan::accepts(RowNumber row, Deleted deleted) const
{
    const Row& candidate = m_organisation->table(m_object).row(row);
    if (candidate.purged || (deleted == Deleted::Hidden && (candidate.deleted || candidate.archived)))
        return false;
    if (candidate.stamp > m_organisation->horizon()) return false;
    return !m_filter || m_filter->matches(row);
}

bool QueryPlan::ordersByStamp() const
{
    if (m_orders.empty() || m_orders.size() > 2 || m_orders.front().column.field.storage != Storage::Stamp)
        return false;
    if (isDatePart(m_orders.front().column.part)) return false;
    if (m_orders.size() == 2 && m_orders.back().column.field.storage != Storage::Id) return false;
    return std::all_of(m_orders.begin(), m_orders.end(),
                       [](const Order& order) { return !order.descending && order.column.hops.empty(); });
}

std::vector<RowNumber> QueryPlan::runByStamp(Deleted deleted) const
{
    const Table& table = m_organisation->table(m_object);
    const std::vector<Table::Stamped>& index = table.byStamp();
    const RowFilter::StampWindow window = m_filter ? m_filter->stampWindow() : RowFilter::StampWindow{};
    const auto first =
        std::lower_bound(index.begin(), index.end(), window.from,
                         [](const Table::Stamped& entry, qint64 stamp) { return entry.stamp < stamp; });
    const bool stopsEarly = ordersByStamp() && m_limit >= 0;
    std::vector<RowNumber> rows;
    for (auto entry = first; entry != index.end() && entry->stamp < window.to; ++entry) {
        if (table.row(entry->row).stamp != entry->stamp || !accepts(entry->row, deleted)) continue;
        rows.push_back(entry->row);
        if (stopsEarly && rows.size() >= size_t(m_limit) + size_t(m_offset)) break;
    }
    return rows;
}

void QueryPlan::sort(std::vector<RowNumber>& rows) const
{
    if (m_orders.empty()) return;
    std::stable_sort(rows.begin(), rows.end(), [&](RowNumber left, RowNumber right) {
        for (const Order& order : m_orders) {
            const int place = compareColumn(*m_organisation, order.column, left, right);
            if (place == 0) continue;
            return order.descending ? place > 0 : place < 0;
        }
        return false;
    });
    // Nulls stand first whatever the direction, unless the query says otherwise.
    const Order& main = m_orders.front();
    if (main.descending == main.nullsLast) return;
    std::stable_partition(rows.begin(), rows.end(), [&](RowNumber row) {
        return main.column.value(*m_organisation, row).empty() != main.nullsLast;
    });
}

void QueryPlan::cut(std::vector<RowNumber>& rows) const
{
    if (m_offset > 0)
        rows.erase(rows.begin(), rows.begin() + std::min<ptrdiff_t>(m_offset, std::ssize(rows)));
    if (m_limit >= 0 && rows.size() > size_t(m_limit)) rows.resize(size_t(m_limit));
}

} // namespace tieout::sandbox::salesforce
