#include "mapping/grouping.h"

#include "formula/check.h"
#include "formula/parser.h"
#include "mapping/sourcepaths.h"

#include <QCryptographicHash>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;
using model::Grouping;
using model::Record;
using model::Value;

namespace {

model::ShapePtr groupShape(const Grouping& group)
{
    QStringList names = group.keys;
    for (const Grouping::Aggregate& aggregate : group.aggregates)
        names.append(aggregate.name);
    names.append(group.rows);
    return std::make_shared<const model::Shape>(names);
}

Value trimmed(const Value& value)
{
    return value.text() ? Value(value.text()->trimmed()) : value;
}

bool isNothing(const Value& value)
{
    return value.isBlank() || (value.text() && value.text()->isEmpty());
}

FieldType typeOf(const Grouping::Aggregate& aggregate, const QList<Field>& fields)
{
    const auto ast = formula::parse(aggregate.formula);
    if (!ast) return FieldType::Text;
    const quint16 kinds = formula::check(*ast, {&fields, nullptr}).type.kinds;
    if (kinds == formula::StaticType::Number) return FieldType::Number;
    if (kinds == formula::StaticType::Date) return FieldType::Date;
    if (kinds == formula::StaticType::Boolean) return FieldType::Boolean;
    return kinds == formula::StaticType::Instant ? FieldType::Instant : FieldType::Text;
}

} // namespace

model::ObjectSchema groupedSchema(const model::ObjectSchema& rows, const Grouping& group)
{
    model::ObjectSchema grouped = rows;
    grouped.fields.clear();
    for (const QString& key : group.keys) {
        if (const Field* field = rows.find(key)) {
            grouped.fields.append(*field);
            grouped.fields.last().name = key;
        }
    }
    Field list;
    list.name = list.label = group.rows;
    list.type = FieldType::List;
    list.fields = rows.fields;
    list.nullable = false;
    QList<Field> known = grouped.fields + QList<Field>{list};
    for (const Grouping::Aggregate& aggregate : group.aggregates) {
        Field field;
        field.name = field.label = aggregate.name;
        field.type = typeOf(aggregate, known);
        grouped.fields.append(field);
        known.append(field);
    }
    grouped.fields.append(list);
    return grouped;
}

Record groupWith(const Grouping& group, const QList<Value>& keys, const model::ValueList& rows)
{
    Record record(groupShape(group));
    for (int i = 0; i < int(keys.size()); ++i)
        record.set(i, keys[i]);
    record.set(record.shape()->size() - 1, Value(rows));
    return record;
}

Record groupOf(const Record& row, const Grouping& group)
{
    QList<Value> keys;
    for (const QString& key : group.keys)
        keys.append(trimmed(row.path(key)));
    return groupWith(group, keys, {Value(row)});
}

QStringList rowPaths(const QStringList& groupPaths, const Grouping& group)
{
    QStringList paths = group.keys;
    const QString rows = group.rows + u"[]."_s, plain = group.rows + u'.';
    for (const QString& path : groupPaths) {
        const QString inside = path.startsWith(rows)    ? path.sliced(rows.size())
                               : path.startsWith(plain) ? path.sliced(plain.size())
                                                        : QString();
        if (!inside.isEmpty() && !paths.contains(inside)) paths.append(inside);
    }
    return paths;
}

Collected<Aggregates> Aggregates::compile(const Grouping& group)
{
    Aggregates made;
    QList<Error> faults;
    for (const Grouping::Aggregate& aggregate : group.aggregates) {
        const auto ast = formula::parse(aggregate.formula);
        const auto findings = ast ? formula::check(*ast, {}).findings : QList{ast.error()};
        const auto wrong = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.severity == formula::Finding::Severity::Error;
        });
        if (wrong != findings.end()) {
            faults.append(formulaRefusal(*wrong, aggregate.formula, aggregate.name));
            continue;
        }
        made.m_names.append(aggregate.name);
        made.m_programs.push_back(formula::compile(*ast));
        made.m_paths += mapping::sourcePaths(*ast);
    }
    if (!faults.isEmpty()) return tl::unexpected(std::move(faults));
    // A row field read as part of the list is written without the sign: "Rows.Amount".
    const QString rows = group.rows + u'.';
    for (QString& path : made.m_paths)
        if (path.startsWith(rows)) path = group.rows + u"[]."_s + path.sliced(rows.size());
    return made;
}

Record Aggregates::filled(const Record& group, const formula::EvaluationContext& context,
                          QList<FieldError>& errors) const
{
    if (m_programs.empty() || group.isNull()) return group;
    Record full = group;
    formula::Evaluator evaluator(context);
    for (size_t i = 0; i < m_programs.size(); ++i) {
        const int slot = full.shape()->slot(m_names[qsizetype(i)]);
        if (slot < 0) continue;
        formula::Outcome outcome = evaluator.evaluate(m_programs[i], formula::Scope{&full});
        if (outcome.fault)
            errors.append({m_names[qsizetype(i)], m_programs[i].source(), *outcome.fault});
        else
            full.set(slot, std::move(outcome.value));
    }
    return full;
}

RowGrouper::RowGrouper(const Grouping& group, RowOrder order, GroupLimits limits)
    : m_group(group)
    , m_order(order)
    , m_limits(limits)
    , m_shape(groupShape(group))
{
}

Result<QList<Record>> RowGrouper::add(const Record& row)
{
    QList<Value> keys;
    QByteArray bytes;
    QStringList words;
    for (const QString& name : m_group.keys) {
        keys.append(trimmed(row.path(name)));
        model::appendCanonical(bytes, keys.last());
        words.append(keys.last().toPlainText());
    }
    if (std::all_of(keys.begin(), keys.end(), isNothing))
        return fail(ErrorKind::RowRejected, u"group.blank-key"_s, u"the row has nothing to group it by"_s,
                    {m_group.keys.join(u", "_s)});
    QList<Record> ended;
    if (m_order == RowOrder::ByKey && bytes != m_last && !m_last.isNull()) {
        m_given.insert(QCryptographicHash::hash(m_last, QCryptographicHash::Md5));
        if (m_given.size() > m_limits.groups)
            return fail(ErrorKind::BadConfig, u"group.too-many-groups"_s, u"too many groups in one read"_s,
                        {QString::number(m_limits.groups)});
        if (m_given.contains(QCryptographicHash::hash(bytes, QCryptographicHash::Md5)))
            return fail(ErrorKind::BadConfig, u"group.not-in-order"_s,
                        u"rows of one group do not follow each other"_s, {words.join(u", "_s)});
        ended = finish();
    }
    m_last = bytes;
    if (m_held >= m_limits.rows)
        return fail(ErrorKind::BadConfig, u"group.too-many-rows"_s, u"too many rows to hold at once"_s,
                    {QString::number(m_limits.rows)});
    ++m_held;
    const auto place = m_places.constFind(bytes);
    const size_t at = place == m_places.cend() ? m_open.size() : *place;
    if (at == m_open.size()) {
        m_places.insert(bytes, at);
        m_open.push_back({keys, {}});
    }
    m_open[at].rows.append(Value(row));
    m_place = qsizetype(at);
    return ended;
}

QList<Record> RowGrouper::finish()
{
    QList<Record> groups;
    groups.reserve(qsizetype(m_open.size()));
    for (Open& open : m_open)
        groups.append(made(std::move(open)));
    m_open.clear();
    m_places.clear();
    m_held = 0;
    return groups;
}

Record RowGrouper::made(Open open) const
{
    Record record(m_shape);
    for (int i = 0; i < int(open.keys.size()); ++i)
        record.set(i, std::move(open.keys[i]));
    record.set(m_shape->size() - 1, Value(std::move(open.rows)));
    return record;
}

} // namespace tieout::mapping
