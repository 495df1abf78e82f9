#include "sandbox/salesforce/query/rowfilter.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/query/queryplan.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qint64 kDayMs = 86'400'000;

bool isTextual(FieldType type)
{
    Field field;
    field.type = type;
    return field.isTextual();
}

bool isNumeric(FieldType type)
{
    Field field;
    field.type = type;
    return field.isNumeric();
}

const char16_t* literalTypeName(FieldType type)
{
    if (isNumeric(type)) return u"double";
    switch (type) {
    case FieldType::Boolean:
        return u"boolean";
    case FieldType::Date:
        return u"date";
    case FieldType::DateTime:
        return u"dateTime";
    default:
        return u"string";
    }
}

SoqlFault wrongType(const Column& column, const SoqlLiteral& literal, const SoqlQuery& query)
{
    const bool text = isTextual(column.field.type) || column.field.type == FieldType::Id ||
                      column.field.type == FieldType::Reference;
    const QString sentence =
        u"value of filter criterion for field '"_s + column.name + u"' must be of type "_s +
        QString::fromUtf16(literalTypeName(column.field.type)) +
        (text ? u" and should be enclosed in quotes"_s : u" and should not be enclosed in quotes"_s);
    return SoqlFault::at(u"INVALID_FIELD"_s, query.text, literal.at, sentence);
}

bool orderMeets(SoqlOperator op, int order)
{
    switch (op) {
    case SoqlOperator::Equal:
        return order == 0;
    case SoqlOperator::NotEqual:
        return order != 0;
    case SoqlOperator::Less:
        return order < 0;
    case SoqlOperator::LessOrEqual:
        return order <= 0;
    case SoqlOperator::Greater:
        return order > 0;
    case SoqlOperator::GreaterOrEqual:
        return order >= 0;
    default:
        return false;
    }
}

/// Below, inside or above [from, to).
int orderInPeriod(qint64 value, qint64 from, qint64 to)
{
    return value < from ? -1 : value >= to ? 1 : 0;
}

/// Why a column cannot be filtered so.
std::optional<SoqlFault> misuse(const Column& column, const SoqlCondition& condition, const SoqlQuery& query)
{
    const auto fault = [&](const QString& code, const QString& text) {
        return SoqlFault::at(code, query.text, condition.path.at, text);
    };
    const FieldType type = column.field.type;
    const bool lists = condition.op == SoqlOperator::Includes || condition.op == SoqlOperator::Excludes;
    if (column.field.storage == Storage::Compound || (lists && type != FieldType::MultiPicklist))
        return fault(u"INVALID_FIELD"_s,
                     u"field '"_s + column.name + u"' can not be filtered in a query call in this way"_s);
    if (type == FieldType::TextArea && column.name == u"Description")
        return fault(u"INVALID_FIELD"_s,
                     u"field '"_s + column.name + u"' can not be filtered in a query call"_s);
    if (condition.op == SoqlOperator::Like && !isTextual(type))
        return fault(u"INVALID_QUERY_FILTER_OPERATOR"_s,
                     u"invalid operator on "_s + QString::fromUtf16(literalTypeName(type)) + u" field"_s);
    return {};
}

} // namespace

bool matchesLike(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        const bool escaped = p + 1 < pattern.size() && pattern[p] == u'\\';
        const qsizetype at = escaped ? p + 1 : p;
        if (at < pattern.size() && !escaped && pattern[at] == u'%') {
            star = p++;
            starText = t;
        } else if (at < pattern.size() && ((!escaped && pattern[at] == u'_') ||
                                           pattern[at].toCaseFolded() == text[t].toCaseFolded())) {
            p = at + 1;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'%')
        ++p;
    return p == pattern.size();
}

SoqlResult<RowFilter> RowFilter::compile(const Organisation& organisation, int object,
                                         const SoqlCondition& condition, const SoqlQuery& query)
{
    RowFilter filter(organisation);
    auto root = filter.compileTest(object, condition, query);
    if (!root) return tl::unexpected(root.error());
    filter.m_root = std::move(*root);
    return filter;
}

SoqlResult<RowFilter::Test> RowFilter::compileTest(int object, const SoqlCondition& condition,
                                                   const SoqlQuery& query)
{
    Test test;
    test.kind = condition.kind;
    test.op = condition.op;
    for (const SoqlCondition& part : condition.parts) {
        auto compiled = compileTest(object, part, query);
        if (!compiled) return compiled;
        test.parts.push_back(std::move(*compiled));
    }
    if (condition.kind != SoqlCondition::Kind::Compare) return test;
    if (isAggregate(condition.function) || condition.function == SoqlFunction::Fields) {
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, condition.path.at,
                                            u"Aggregate functions are not allowed in WHERE"_s));
    }
    auto column = Column::find(*m_organisation, object, condition.path, condition.function, query);
    if (!column) return tl::unexpected(column.error());
    test.column = std::move(*column);
    if (auto fault = misuse(test.column, condition, query)) return tl::unexpected(*fault);
    if (condition.semiJoin) {
        auto ids = semiJoin(*condition.semiJoin);
        if (!ids) return tl::unexpected(ids.error());
        test.operands = std::move(*ids);
        return test;
    }
    for (const SoqlLiteral& literal : condition.values) {
        auto operand = compileOperand(test.column, literal, query);
        if (!operand) return tl::unexpected(operand.error());
        test.operands.push_back(std::move(*operand));
    }
    return test;
}

SoqlResult<RowFilter::Operand> RowFilter::compileOperand(const Column& column, const SoqlLiteral& literal,
                                                         const SoqlQuery& query) const
{
    using Kind = SoqlLiteral::Kind;
    Operand operand;
    if (literal.kind == Kind::Null) {
        operand.null = true;
        return operand;
    }
    operand.flag = literal.flag;
    operand.number = literal.number;
    operand.text = literal.text;
    operand.from = literal.from;
    operand.to = literal.to;
    const FieldType type = column.field.type;
    bool fits = false;
    if (column.part == SoqlFunction::DayOnly) {
        fits = literal.kind == Kind::Date || literal.kind == Kind::Period;
    } else if (isDatePart(column.part)) {
        fits = literal.kind == Kind::Number && literal.number.isInteger();
        operand.from = literal.number.toInteger().value_or(0);
        operand.to = operand.from + 1;
    } else if (type == FieldType::Id || type == FieldType::Reference) {
        fits = literal.kind == Kind::Text;
        const auto id = RecordId::parse(literal.text);
        if (fits && !id && !literal.text.isEmpty()) {
            return tl::unexpected(SoqlFault::at(u"INVALID_QUERY_FILTER_OPERATOR"_s, query.text, literal.at,
                                                u"invalid ID field: "_s + literal.text));
        }
        operand.id = id.value_or(RecordId());
        operand.null = literal.text.isEmpty();
    } else if (isNumeric(type)) {
        fits = literal.kind == Kind::Number;
    } else if (type == FieldType::Boolean) {
        fits = literal.kind == Kind::Bool;
    } else if (type == FieldType::Date) {
        fits = literal.kind == Kind::Date || literal.kind == Kind::Period;
    } else if (type == FieldType::DateTime) {
        fits = literal.kind == Kind::Instant || literal.kind == Kind::Period;
        if (literal.kind == Kind::Period) {
            operand.from *= kDayMs;
            operand.to *= kDayMs;
        }
    } else {
        fits = literal.kind == Kind::Text;
        operand.fragment = textFragment(literal.text);
        operand.null = literal.text.isEmpty();
    }
    if (!fits) return tl::unexpected(wrongType(column, literal, query));
    return operand;
}

SoqlResult<std::vector<RowFilter::Operand>> RowFilter::semiJoin(const SoqlQuery& query) const
{
    auto plan = QueryPlan::compile(*m_organisation, query, {});
    if (!plan) return tl::unexpected(plan.error());
    const SoqlItem& item = query.items.front();
    const bool plain = query.items.size() == 1 && !item.path.parts.isEmpty() && !item.typeOf &&
                       item.function == SoqlFunction::None && !query.aggregates();
    const auto column = plain ? Column::find(*m_organisation, plan->object(), item.path, query)
                              : SoqlResult<Column>(Column());
    if (!column) return tl::unexpected(column.error());
    const bool keys = column->field.type == FieldType::Id || column->field.type == FieldType::Reference;
    if (!plain || !keys) {
        return tl::unexpected(
            SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, item.path.at,
                          u"The inner select must select exactly one id or reference field"_s));
    }
    std::vector<Operand> ids;
    for (const RowNumber found : plan->run(Deleted::Hidden)) {
        const RowNumber row = column->rowFor(*m_organisation, found);
        Place place{column->field.object, row};
        if (row != kNoRow && column->field.storage == Storage::Polymorphic)
            place = placeOf(*m_organisation, column->field, row);
        else if (row != kNoRow && column->field.storage != Storage::Id)
            place = {column->field.target, follow(*m_organisation, column->field, row)};
        if (place.row == kNoRow) continue;
        ids.emplace_back();
        ids.back().id = m_organisation->table(place.object).row(place.row).id;
    }
    return ids;
}

RowFilter::StampWindow RowFilter::stampWindow() const
{
    StampWindow window;
    for (const Test* test : conjuncts()) {
        if (test->column.field.storage != Storage::Stamp || !test->column.hops.empty() ||
            isDatePart(test->column.part) || test->operands.size() != 1 || test->operands.front().null)
            continue;
        const Operand& bound = test->operands.front();
        const bool equal = test->op == SoqlOperator::Equal;
        if (equal || test->op == SoqlOperator::GreaterOrEqual)
            window.from = std::max(window.from, bound.from);
        if (test->op == SoqlOperator::Greater) window.from = std::max(window.from, bound.to);
        if (equal || test->op == SoqlOperator::LessOrEqual) window.to = std::min(window.to, bound.to);
        if (test->op == SoqlOperator::Less) window.to = std::min(window.to, bound.from);
        window.bounded = true;
    }
    return window;
}

std::optional<std::vector<RowNumber>> RowFilter::candidates() const
{
    for (const Test* test : conjuncts()) {
        const FieldSource& field = test->column.field;
        const bool equality = test->op == SoqlOperator::Equal || test->op == SoqlOperator::In;
        const bool byId = field.storage == Storage::Id;
        if (!equality || !test->column.hops.empty() || isDatePart(test->column.part) ||
            (!byId && field.storage != Storage::Reference))
            continue;
        std::vector<RowNumber> rows;
        bool complete = true;
        for (const Operand& operand : test->operands) {
            complete = complete && !operand.null;
            const RowNumber row = m_organisation->table(byId ? field.object : field.target).find(operand.id);
            if (row == kNoRow) continue;
            if (byId) {
                rows.push_back(row);
                continue;
            }
            const Table& table = m_organisation->table(field.object);
            for (RowNumber at = table.firstChild(field.slot, row); at != kNoRow;
                 at = table.nextChild(field.slot, at))
                rows.push_back(at);
        }
        if (!complete) continue;
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }
    return {};
}

std::vector<const RowFilter::Test*> RowFilter::conjuncts() const
{
    std::vector<const Test*> all;
    if (m_root.kind == SoqlCondition::Kind::Compare) all.push_back(&m_root);
    if (m_root.kind == SoqlCondition::Kind::And) {
        for (const Test& part : m_root.parts) {
            if (part.kind == SoqlCondition::Kind::Compare) all.push_back(&part);
        }
    }
    return all;
}

bool RowFilter::holds(const Test& test, RowNumber row) const
{
    switch (test.kind) {
    case SoqlCondition::Kind::And:
        return std::all_of(test.parts.begin(), test.parts.end(),
                           [&](const Test& part) { return holds(part, row); });
    case SoqlCondition::Kind::Or:
        return std::any_of(test.parts.begin(), test.parts.end(),
                           [&](const Test& part) { return holds(part, row); });
    case SoqlCondition::Kind::Not:
        return !holds(test.parts.front(), row);
    case SoqlCondition::Kind::Compare:
        return compares(test, row);
    }
    return false;
}

bool RowFilter::compares(const Test& test, RowNumber start) const
{
    if (isDatePart(test.column.part)) return comparesPart(test, start);
    const RowNumber row = test.column.rowFor(*m_organisation, start);
    const FieldSource& field = test.column.field;
    if (test.op == SoqlOperator::Includes || test.op == SoqlOperator::Excludes)
        return row != kNoRow && includes(test, row) == (test.op == SoqlOperator::Includes);
    if (test.op == SoqlOperator::Like) return row != kNoRow && like(field, row, test.operands.front());
    if (test.op == SoqlOperator::In || test.op == SoqlOperator::NotIn) {
        const bool found =
            std::any_of(test.operands.begin(), test.operands.end(), [&](const Operand& operand) {
                const auto place = row == kNoRow ? std::nullopt : order(field, row, operand);
                return operand.null ? !place.has_value() : place == 0;
            });
        return found == (test.op == SoqlOperator::In);
    }
    const Operand& operand = test.operands.front();
    const auto place = row == kNoRow ? std::nullopt : order(field, row, operand);
    if (operand.null) {
        return test.op == SoqlOperator::Equal ? !place.has_value()
                                              : test.op == SoqlOperator::NotEqual && place.has_value();
    }
    if (!place) return test.op == SoqlOperator::NotEqual;
    return orderMeets(test.op, *place);
}

bool RowFilter::comparesPart(const Test& test, RowNumber row) const
{
    const auto value = test.column.datePart(*m_organisation, row);
    const auto place = [&](const Operand& operand) -> std::optional<int> {
        if (!value || operand.null) return {};
        return orderInPeriod(*value, operand.from, operand.to);
    };
    if (test.op == SoqlOperator::In || test.op == SoqlOperator::NotIn) {
        const bool found = std::any_of(test.operands.begin(), test.operands.end(),
                                       [&](const Operand& operand) { return place(operand) == 0; });
        return found == (test.op == SoqlOperator::In);
    }
    const Operand& operand = test.operands.front();
    if (operand.null) return value.has_value() == (test.op == SoqlOperator::NotEqual);
    const auto at = place(operand);
    return at ? orderMeets(test.op, *at) : test.op == SoqlOperator::NotEqual;
}

/// INCLUDES ('a;b', 'c'): all of a and b, or c.
bool RowFilter::includes(const Test& test, RowNumber row) const
{
    const FieldSource& field = test.column.field;
    const QStringList chosen =
        fragmentText(m_organisation->table(field.object).row(row).cells.view(field.slot)).split(u';');
    return std::any_of(test.operands.begin(), test.operands.end(), [&](const Operand& operand) {
        const QStringList wanted = operand.text.split(u';');
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const QString& value) { return chosen.contains(value, Qt::CaseInsensitive); });
    });
}

std::optional<int> RowFilter::order(const FieldSource& field, RowNumber number, const Operand& operand) const
{
    const Row& row = m_organisation->table(field.object).row(number);
    const auto ofId = [&](const RecordId& id) { return id < operand.id ? -1 : id == operand.id ? 0 : 1; };
    switch (field.storage) {
    case Storage::Id:
        return ofId(row.id);
    case Storage::Deleted:
        return int(row.deleted) - int(operand.flag);
    case Storage::Created:
        return orderInPeriod(row.created, operand.from, operand.to);
    case Storage::Modified:
        return orderInPeriod(row.modified, operand.from, operand.to);
    case Storage::Stamp:
        return orderInPeriod(row.stamp, operand.from, operand.to);
    case Storage::Reference:
    case Storage::CreatedBy:
    case Storage::ModifiedBy: {
        const RowNumber target = follow(*m_organisation, field, number);
        if (target == kNoRow) return {};
        return ofId(m_organisation->table(field.target).row(target).id);
    }
    case Storage::Polymorphic: {
        const Place place = placeOf(*m_organisation, field, number);
        if (place.row == kNoRow) return {};
        if (field.aspect == FieldSource::Aspect::Id)
            return ofId(m_organisation->table(place.object).row(place.row).id);
        QByteArray text;
        appendValue(text, *m_organisation, field, number);
        return text == "null" ? std::nullopt : orderText(text.toStdString(), operand);
    }
    case Storage::Compound:
        return {};
    case Storage::Cell:
        break;
    }
    return orderCell(field.type, row.cells.view(field.slot), operand);
}

std::optional<int> RowFilter::orderCell(FieldType type, std::string_view cell, const Operand& operand)
{
    if (type == FieldType::Boolean) return int(cell == "true") - int(operand.flag);
    if (cell.empty()) return {};
    if (operand.null) return 1;
    if (isNumeric(type)) {
        const auto place = fragmentNumber(cell) <=> operand.number;
        return place < 0 ? -1 : place > 0 ? 1 : 0;
    }
    if (type == FieldType::Date) {
        const auto date = parseDate(fragmentText(cell)).value_or(Date());
        return orderInPeriod(QDate(1970, 1, 1).daysTo(date), operand.from, operand.to);
    }
    if (type == FieldType::DateTime) {
        const auto instant = parseInstant(fragmentText(cell)).value_or(Instant());
        return orderInPeriod(msSinceEpoch(instant), operand.from, operand.to);
    }
    return orderText(cell, operand);
}

std::optional<int> RowFilter::orderText(std::string_view cell, const Operand& operand)
{
    if (cell == operand.fragment) return 0;
    return fragmentText(cell).compare(operand.text, Qt::CaseInsensitive);
}

bool RowFilter::like(const FieldSource& field, RowNumber number, const Operand& operand) const
{
    if (field.storage == Storage::Polymorphic) {
        QByteArray text;
        appendValue(text, *m_organisation, field, number);
        return text != "null" && matchesLike(fragmentText(text.toStdString()), operand.text);
    }
    const std::string_view cell = m_organisation->table(field.object).row(number).cells.view(field.slot);
    return !cell.empty() && matchesLike(fragmentText(cell), operand.text);
}

} // namespace tieout::sandbox::salesforce
