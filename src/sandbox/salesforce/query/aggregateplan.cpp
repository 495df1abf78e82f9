#include "sandbox/salesforce/query/aggregateplan.h"

#include "sandbox/salesforce/fragment.h"

#include <algorithm>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

/// What a group's rows have come to for one measure.
struct AggregatePlan::Tally {
    qint64 count = 0;
    Decimal sum;
    std::string least;
    std::string most;
    std::set<std::string> distinct;
};

struct AggregatePlan::Group {
    std::vector<std::string> keys;
    std::vector<Tally> tallies;
};

namespace {

constexpr size_t kMaxGroups = 2000;
constexpr int kAveragePlaces = 6;

/// Nulls first; numbers as numbers, texts without case. Both are JSON.
int compareFragments(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return int(!a.empty()) - int(!b.empty());
    if (a.front() == '"' || b.front() == '"')
        return fragmentText(a).compare(fragmentText(b), Qt::CaseInsensitive);
    const auto left = Decimal::parse(a);
    const auto right = Decimal::parse(b);
    if (!left || !right) return a < b ? -1 : int(a > b);
    return *left < *right ? -1 : int(*left > *right);
}

bool sameColumn(const Column& a, const Column& b)
{
    if (a.part != b.part || a.field.object != b.field.object || a.field.storage != b.field.storage ||
        a.field.slot != b.field.slot || a.field.aspect != b.field.aspect || a.hops.size() != b.hops.size())
        return false;
    for (size_t i = 0; i < a.hops.size(); ++i) {
        if (a.hops[i].slot != b.hops[i].slot || a.hops[i].storage != b.hops[i].storage) return false;
    }
    return true;
}

/// Below, at or above the literal; nothing when either is null.
std::optional<int> orderAgainst(std::string_view value, const SoqlLiteral& literal)
{
    using Kind = SoqlLiteral::Kind;
    if (value.empty() || literal.kind == Kind::Null) return {};
    if (literal.kind == Kind::Number) {
        const Decimal number = fragmentNumber(value);
        return number < literal.number ? -1 : int(number > literal.number);
    }
    if (literal.kind == Kind::Bool) return int(value == "true") - int(literal.flag);
    const QString text = fragmentText(value);
    if (literal.kind == Kind::Text) return text.compare(literal.text, Qt::CaseInsensitive);
    qint64 at = 0;
    if (literal.kind == Kind::Instant)
        at = msSinceEpoch(parseInstant(text).value_or(Instant()));
    else
        at = QDate(1970, 1, 1).daysTo(parseDate(text.left(10)).value_or(QDate(1970, 1, 1)));
    return at < literal.from ? -1 : int(at >= literal.to);
}

SoqlFault notGrouped(const SoqlQuery& query, const SoqlPath& path)
{
    return SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, path.at,
                         u"Field must be grouped or aggregated: "_s + path.parts.join(u'.'));
}

} // namespace

SoqlResult<AggregatePlan> AggregatePlan::compile(const Organisation& organisation, const SoqlQuery& query)
{
    auto rows = QueryPlan::compileRows(organisation, query);
    if (!rows) return tl::unexpected(rows.error());
    AggregatePlan plan(organisation, std::move(*rows));
    if (auto compiled = plan.compileAll(query); !compiled) return tl::unexpected(compiled.error());
    return plan;
}

SoqlResult<void> AggregatePlan::compileAll(const SoqlQuery& query)
{
    m_limit = query.limit;
    m_offset = query.offset;
    for (const SoqlGroup& group : query.groups) {
        if (isAggregate(group.function) || group.function == SoqlFunction::Fields)
            return tl::unexpected(notGrouped(query, group.path));
        auto column = Column::find(*m_organisation, m_rows.object(), group.path, group.function, query);
        if (!column) return tl::unexpected(column.error());
        if (column->field.type == FieldType::TextArea || column->field.storage == Storage::Compound) {
            return tl::unexpected(
                SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, group.path.at,
                              u"field '"_s + column->name + u"' can not be grouped in a query call"_s));
        }
        m_keys.push_back(std::move(*column));
    }
    if (auto items = compileItems(query); !items) return items;
    if (query.having) {
        auto having = test(*query.having, query);
        if (!having) return tl::unexpected(having.error());
        m_having = std::move(*having);
    }
    for (const SoqlOrder& order : query.orders) {
        // An item's alias may stand for it.
        const auto aliased = std::find_if(query.items.begin(), query.items.end(), [&](const SoqlItem& item) {
            return order.function == SoqlFunction::None && order.path.parts.size() == 1 &&
                   !item.alias.isEmpty() &&
                   item.alias.compare(order.path.parts.first(), Qt::CaseInsensitive) == 0;
        });
        auto found = aliased == query.items.end() ? term(order.path, order.function, query)
                                                  : term(aliased->path, aliased->function, query);
        if (!found) return tl::unexpected(found.error());
        m_orders.push_back({std::move(*found), order.descending, order.nullsLast.value_or(false)});
    }
    return {};
}

SoqlResult<void> AggregatePlan::compileItems(const SoqlQuery& query)
{
    int unnamed = 0;
    for (const SoqlItem& item : query.items) {
        if (item.children || item.typeOf || item.function == SoqlFunction::Fields)
            return tl::unexpected(notGrouped(query, item.path));
        auto found = term(item.path, item.function, query);
        if (!found) return tl::unexpected(found.error());
        QString name = item.alias;
        if (name.isEmpty() && item.function != SoqlFunction::None)
            name = u"expr"_s + QString::number(unnamed++);
        else if (name.isEmpty())
            name = found->column->name;
        QByteArray key;
        appendQuoted(key, name);
        m_outputs.push_back({key + ':', std::move(*found)});
    }
    return {};
}

SoqlResult<AggregatePlan::Term> AggregatePlan::term(const SoqlPath& path, SoqlFunction function,
                                                    const SoqlQuery& query)
{
    Term made;
    made.function = function;
    if (!path.parts.isEmpty()) {
        auto column = Column::find(*m_organisation, m_rows.object(), path,
                                   isAggregate(function) ? SoqlFunction::None : function, query);
        if (!column) return tl::unexpected(column.error());
        made.column = std::move(*column);
    }
    if (!isAggregate(function)) {
        const auto key = std::find_if(m_keys.begin(), m_keys.end(), [&](const Column& column) {
            return made.column && sameColumn(column, *made.column);
        });
        if (key == m_keys.end()) return tl::unexpected(notGrouped(query, path));
        made.isKey = true;
        made.at = size_t(key - m_keys.begin());
        return made;
    }
    Field kind;
    kind.type = made.column ? made.column->field.type : FieldType::Number;
    const bool adds = function == SoqlFunction::Sum || function == SoqlFunction::Avg;
    if ((adds && !kind.isNumeric()) || kind.type == FieldType::Boolean || kind.type == FieldType::TextArea) {
        return tl::unexpected(
            SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, path.at,
                          u"field "_s + made.column->name + u" does not support this aggregate operator"_s));
    }
    made.at = m_measures.size();
    m_measures.push_back(made);
    return made;
}

SoqlResult<AggregatePlan::Test> AggregatePlan::test(const SoqlCondition& condition, const SoqlQuery& query)
{
    Test made;
    made.kind = condition.kind;
    made.op = condition.op;
    made.values = condition.values;
    for (const SoqlCondition& part : condition.parts) {
        auto compiled = test(part, query);
        if (!compiled) return compiled;
        made.parts.push_back(std::move(*compiled));
    }
    if (condition.kind != SoqlCondition::Kind::Compare) return made;
    if (condition.semiJoin || condition.values.empty())
        return tl::unexpected(notGrouped(query, condition.path));
    auto found = term(condition.path, condition.function, query);
    if (!found) return tl::unexpected(found.error());
    made.term = std::move(*found);
    return made;
}

std::vector<AggregatePlan::Group> AggregatePlan::group(Deleted deleted) const
{
    std::vector<Group> groups;
    std::unordered_map<std::string, size_t> places;
    if (m_keys.empty()) {
        groups.push_back({{}, std::vector<Tally>(m_measures.size())});
        places.emplace(std::string(), 0);
    }
    for (const RowNumber row : m_rows.run(deleted)) {
        std::vector<std::string> keys;
        std::string whole;
        for (const Column& column : m_keys) {
            keys.push_back(column.value(*m_organisation, row));
            whole += keys.back() + '\n';
        }
        const auto [place, fresh] = places.emplace(std::move(whole), groups.size());
        if (fresh) groups.push_back({std::move(keys), std::vector<Tally>(m_measures.size())});
        Group& group = groups[place->second];
        for (size_t i = 0; i < m_measures.size(); ++i) {
            const Term& measure = m_measures[i];
            Tally& tally = group.tallies[i];
            const std::string value =
                measure.column ? measure.column->value(*m_organisation, row) : std::string("1");
            if (value.empty()) continue;
            ++tally.count;
            if (measure.function == SoqlFunction::CountDistinct) tally.distinct.insert(value);
            if (measure.function == SoqlFunction::Sum || measure.function == SoqlFunction::Avg)
                tally.sum = tally.sum.plus(fragmentNumber(value)).value_or(tally.sum);
            if (tally.least.empty() || compareFragments(value, tally.least) < 0) tally.least = value;
            if (compareFragments(value, tally.most) > 0) tally.most = value;
        }
    }
    return groups;
}

std::string AggregatePlan::valueOf(const Group& group, const Term& term) const
{
    if (term.isKey) return group.keys[term.at];
    const Tally& tally = group.tallies[term.at];
    switch (term.function) {
    case SoqlFunction::Count:
        return std::to_string(tally.count);
    case SoqlFunction::CountDistinct:
        return std::to_string(tally.distinct.size());
    case SoqlFunction::Min:
        return tally.least;
    case SoqlFunction::Max:
        return tally.most;
    case SoqlFunction::Sum:
        return tally.count == 0 ? std::string() : numberFragment(tally.sum);
    default:
        break;
    }
    if (tally.count == 0) return {};
    const auto average = tally.sum.dividedBy(Decimal(tally.count));
    return average ? numberFragment(average->rounded(kAveragePlaces).normalized()) : std::string();
}

bool AggregatePlan::holds(const Group& group, const Test& test) const
{
    const auto one = [&](const Test& part) { return holds(group, part); };
    switch (test.kind) {
    case SoqlCondition::Kind::And:
        return std::all_of(test.parts.begin(), test.parts.end(), one);
    case SoqlCondition::Kind::Or:
        return std::any_of(test.parts.begin(), test.parts.end(), one);
    case SoqlCondition::Kind::Not:
        return !one(test.parts.front());
    case SoqlCondition::Kind::Compare:
        return compares(group, test);
    }
    return false;
}

bool AggregatePlan::compares(const Group& group, const Test& test) const
{
    const std::string value = valueOf(group, test.term);
    const auto equals = [&](const SoqlLiteral& literal) {
        return literal.kind == SoqlLiteral::Kind::Null ? value.empty() : orderAgainst(value, literal) == 0;
    };
    const SoqlLiteral& literal = test.values.front();
    const auto place = orderAgainst(value, literal);
    switch (test.op) {
    case SoqlOperator::Equal:
        return equals(literal);
    case SoqlOperator::NotEqual:
        return !equals(literal);
    case SoqlOperator::In:
        return std::any_of(test.values.begin(), test.values.end(), equals);
    case SoqlOperator::NotIn:
        return std::none_of(test.values.begin(), test.values.end(), equals);
    case SoqlOperator::Like:
        return !value.empty() && matchesLike(fragmentText(value), literal.text);
    case SoqlOperator::Less:
        return place && *place < 0;
    case SoqlOperator::LessOrEqual:
        return place && *place <= 0;
    case SoqlOperator::Greater:
        return place && *place > 0;
    case SoqlOperator::GreaterOrEqual:
        return place && *place >= 0;
    default:
        return false;
    }
}

void AggregatePlan::sort(std::vector<Group>& groups) const
{
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& left, const Group& right) {
        for (const Order& order : m_orders) {
            const std::string a = valueOf(left, order.term);
            const std::string b = valueOf(right, order.term);
            if (a.empty() != b.empty()) return a.empty() != order.nullsLast;
            const int place = compareFragments(a, b);
            if (place != 0) return order.descending ? place > 0 : place < 0;
        }
        return false;
    });
}

SoqlResult<std::vector<QByteArray>> AggregatePlan::run(Deleted deleted) const
{
    std::vector<Group> groups = group(deleted);
    if (m_having) std::erase_if(groups, [&](const Group& group) { return !holds(group, *m_having); });
    if (!m_orders.empty()) sort(groups);
    if (m_offset > 0)
        groups.erase(groups.begin(), groups.begin() + std::min<ptrdiff_t>(m_offset, std::ssize(groups)));
    if (m_limit >= 0 && groups.size() > size_t(m_limit)) groups.resize(size_t(m_limit));
    if (groups.size() > kMaxGroups) {
        return tl::unexpected(SoqlFault{
            u"EXCEEDED_ID_LIMIT"_s, u"Aggregate query does not support queryMore(), use LIMIT to restrict "
                                    "the results to a single batch"_s});
    }
    std::vector<QByteArray> records;
    for (const Group& group : groups) {
        QByteArray record = R"({"attributes":{"type":"AggregateResult"})";
        for (const Output& output : m_outputs) {
            const std::string value = valueOf(group, output.term);
            record.append(',' + output.key + (value.empty() ? "null" : value.c_str()));
        }
        records.push_back(record + '}');
    }
    return records;
}

} // namespace tieout::sandbox::salesforce
