#include "sandbox/salesforce/column.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qsizetype kMaxParents = 5;

void appendId(QByteArray& out, const RecordId& id)
{
    const qsizetype at = out.size();
    out.resize(at + 20);
    char* to = out.data() + at;
    to[0] = '"';
    id.writeTo(to + 1);
    to[19] = '"';
}

void appendStamp(QByteArray& out, qint64 ms)
{
    const qsizetype at = out.size();
    out.resize(at + 30);
    char* to = out.data() + at;
    to[0] = '"';
    writeStamp(to + 1, ms);
    to[29] = '"';
}

qint64 moment(const FieldSource& source, const Row& row)
{
    switch (source.storage) {
    case Storage::Created:
        return row.created;
    case Storage::Modified:
        return row.modified;
    default:
        return row.stamp;
    }
}

} // namespace

FieldSource::FieldSource(const Schema& schema, int objectIndex, const Field& fieldOf)
    : object(objectIndex)
    , slot(fieldOf.slot)
    , storage(fieldOf.storage)
    , type(fieldOf.type)
    , target(fieldOf.referenceTo.isEmpty() ? -1 : schema.find(fieldOf.referenceTo))
{
}

RowNumber follow(const Organisation& organisation, const FieldSource& reference, RowNumber row)
{
    const Table& table = organisation.table(reference.object);
    switch (reference.storage) {
    case Storage::Reference:
        return table.reference(row, reference.slot);
    case Storage::CreatedBy:
        return table.row(row).createdBy;
    case Storage::ModifiedBy:
        return table.row(row).modifiedBy;
    default:
        return kNoRow;
    }
}

void appendValue(QByteArray& out, const Organisation& organisation, const FieldSource& source,
                 RowNumber number)
{
    const Row& row = organisation.table(source.object).row(number);
    switch (source.storage) {
    case Storage::Cell: {
        const std::string_view cell = row.cells.view(source.slot);
        if (!cell.empty())
            out.append(cell.data(), qsizetype(cell.size()));
        else
            out.append(source.type == FieldType::Boolean ? "false" : "null");
        return;
    }
    case Storage::Id:
        appendId(out, row.id);
        return;
    case Storage::Deleted:
        out.append(row.deleted ? "true" : "false");
        return;
    case Storage::Created:
    case Storage::Modified:
    case Storage::Stamp:
        appendStamp(out, moment(source, row));
        return;
    case Storage::Reference:
    case Storage::CreatedBy:
    case Storage::ModifiedBy: {
        const RowNumber target = follow(organisation, source, number);
        if (target == kNoRow)
            out.append("null");
        else
            appendId(out, organisation.table(source.target).row(target).id);
        return;
    }
    }
}

RowNumber Column::rowFor(const Organisation& organisation, RowNumber row) const
{
    for (const FieldSource& hop : hops) {
        row = follow(organisation, hop, row);
        if (row == kNoRow) return kNoRow;
    }
    return row;
}

SoqlResult<Column> Column::find(const Organisation& organisation, int object, const SoqlPath& path,
                                const SoqlQuery& query)
{
    const Schema& schema = organisation.schema();
    qsizetype first = 0;
    const QString& opening = path.parts.first();
    const bool namesObject = opening.compare(query.alias, Qt::CaseInsensitive) == 0 ||
                             opening.compare(schema.object(object).name, Qt::CaseInsensitive) == 0;
    if (path.parts.size() > 1 && namesObject && schema.object(object).findRelationship(opening) < 0)
        first = 1;
    Column column;
    for (; first < path.parts.size() - 1; ++first) {
        const QString& name = path.parts[first];
        const int via = schema.object(object).findRelationship(name);
        if (via < 0) return tl::unexpected(noSuchRelationship(query, path, name));
        column.hops.emplace_back(schema, object, schema.object(object).field(via));
        object = column.hops.back().target;
        if (qsizetype(column.hops.size()) > kMaxParents)
            return tl::unexpected(noSuchRelationship(query, path, name));
    }
    const ObjectType& type = schema.object(object);
    const int field = type.find(path.parts.last());
    if (field < 0) return tl::unexpected(noSuchColumn(query, path, path.parts.last(), type.name));
    column.field = FieldSource(schema, object, type.field(field));
    column.name = type.field(field).name;
    return column;
}

int compareColumn(const Organisation& organisation, const Column& column, RowNumber left, RowNumber right)
{
    left = column.rowFor(organisation, left);
    right = column.rowFor(organisation, right);
    if (left == kNoRow || right == kNoRow) return int(left != kNoRow) - int(right != kNoRow);
    const Table& table = organisation.table(column.field.object);
    const auto three = [](auto order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
    switch (column.field.storage) {
    case Storage::Id:
        return three(table.row(left).id <=> table.row(right).id);
    case Storage::Deleted:
        return int(table.row(left).deleted) - int(table.row(right).deleted);
    case Storage::Created:
    case Storage::Modified:
    case Storage::Stamp:
        return three(moment(column.field, table.row(left)) <=> moment(column.field, table.row(right)));
    case Storage::Reference:
    case Storage::CreatedBy:
    case Storage::ModifiedBy: {
        const RowNumber a = follow(organisation, column.field, left);
        const RowNumber b = follow(organisation, column.field, right);
        if (a == kNoRow || b == kNoRow) return int(a != kNoRow) - int(b != kNoRow);
        const Table& targets = organisation.table(column.field.target);
        return three(targets.row(a).id <=> targets.row(b).id);
    }
    case Storage::Cell:
        break;
    }
    const std::string_view a = table.row(left).cells.view(column.field.slot);
    const std::string_view b = table.row(right).cells.view(column.field.slot);
    if (a.empty() || b.empty() || a == b) return int(!a.empty()) - int(!b.empty());
    switch (column.field.type) {
    case FieldType::Currency:
    case FieldType::Number:
    case FieldType::Percent:
    case FieldType::Integer:
        return three(fragmentNumber(a) <=> fragmentNumber(b));
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
        return a < b ? -1 : 1;
    default:
        return three(fragmentText(a).compare(fragmentText(b), Qt::CaseInsensitive));
    }
}

SoqlFault noSuchColumn(const SoqlQuery& query, const SoqlPath& path, const QString& column,
                       const QString& entity)
{
    return SoqlFault::at(
        u"INVALID_FIELD"_s, query.text, path.at,
        u"No such column '"_s + column + u"' on entity '"_s + entity +
            u"'. If you are attempting to use a custom field, be sure to append the '__c' after "
            "the custom field name. Please reference your WSDL or the describe call for the "
            "appropriate names."_s);
}

SoqlFault noSuchRelationship(const SoqlQuery& query, const SoqlPath& path, const QString& name)
{
    return SoqlFault::at(
        u"INVALID_FIELD"_s, query.text, path.at,
        u"Didn't understand relationship '"_s + name +
            u"' in field path. If you are attempting to use a custom relationship, be sure to "
            "append the '__r' after the custom relationship name. Please reference your WSDL or "
            "the describe call for the appropriate names."_s);
}

} // namespace tieout::sandbox::salesforce
