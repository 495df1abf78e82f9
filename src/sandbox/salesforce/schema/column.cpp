#include "sandbox/salesforce/schema/column.h"

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

/// The part of `date` that a SOQL date function means; weeks begin with the first of the year or month.
qint64 partOf(SoqlFunction part, const QDate& date, int hour)
{
    switch (part) {
    case SoqlFunction::CalendarYear:
    case SoqlFunction::FiscalYear:
        return date.year();
    case SoqlFunction::CalendarQuarter:
    case SoqlFunction::FiscalQuarter:
        return (date.month() + 2) / 3;
    case SoqlFunction::CalendarMonth:
    case SoqlFunction::FiscalMonth:
        return date.month();
    case SoqlFunction::DayInMonth:
        return date.day();
    case SoqlFunction::DayInWeek:
        return date.dayOfWeek() % 7 + 1;
    case SoqlFunction::DayInYear:
        return date.dayOfYear();
    case SoqlFunction::WeekInMonth:
        return (date.day() + 6) / 7;
    case SoqlFunction::WeekInYear:
        return (date.dayOfYear() + 6) / 7;
    case SoqlFunction::HourInDay:
        return hour;
    default:
        return QDate(1970, 1, 1).daysTo(date);
    }
}

/// {"city":…,"street":…} out of the cells from the compound field's slot on; "null" when all are empty.
void appendAddress(QByteArray& out, const PackedCells& cells, int slot)
{
    // In the order in which the service writes them.
    static constexpr std::pair<const char*, int> kMembers[] = {
        {"\"city\":", 1},   {",\"country\":", 4},   {",\"countryCode\":", 6}, {",\"postalCode\":", 3},
        {",\"state\":", 2}, {",\"stateCode\":", 5}, {",\"street\":", 0},
    };
    bool any = false;
    for (const auto& [key, part] : kMembers)
        any = any || !cells.view(slot + part).empty();
    if (!any) {
        out.append("null");
        return;
    }
    out.append('{');
    for (const auto& [key, part] : kMembers) {
        const std::string_view cell = cells.view(slot + part);
        out.append(key);
        if (cell.empty())
            out.append("null");
        else
            out.append(cell.data(), qsizetype(cell.size()));
    }
    out.append(",\"geocodeAccuracy\":null,\"latitude\":null,\"longitude\":null}");
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

/// "What.Name": only what every record has can be asked of one that may be any object's.
SoqlResult<Column> throughPolymorphic(const Schema& schema, int object, int via, Column column,
                                      const SoqlPath& path, const SoqlQuery& query)
{
    const Field& field = schema.object(object).field(via);
    column.field = FieldSource(schema, object, field);
    const QString last = path.parts.last();
    const bool direct =
        path.parts[path.parts.size() - 2].compare(field.relationshipName, Qt::CaseInsensitive) == 0;
    if (direct && last.compare(u"Name", Qt::CaseInsensitive) == 0) {
        column.field.aspect = FieldSource::Aspect::Name;
        column.name = u"Name"_s;
    } else if (direct && last.compare(u"Type", Qt::CaseInsensitive) == 0) {
        column.field.aspect = FieldSource::Aspect::Type;
        column.name = u"Type"_s;
    } else if (direct && last.compare(u"Id", Qt::CaseInsensitive) == 0) {
        column.name = u"Id"_s;
        return column;
    } else {
        return tl::unexpected(noSuchColumn(query, path, last, u"Name"_s));
    }
    column.field.type = FieldType::Text;
    return column;
}

void appendPlace(QByteArray& out, const Organisation& organisation, const FieldSource& source,
                 const Place& place);

} // namespace

FieldSource::FieldSource(const Schema& schema, int objectIndex, const Field& fieldOf)
    : object(objectIndex)
    , slot(fieldOf.slot)
    , storage(fieldOf.storage)
    , type(fieldOf.type)
    , target(fieldOf.referenceTo.isEmpty() ? -1 : schema.find(fieldOf.referenceTo))
{
    for (const QString& name : fieldOf.targets)
        targets.push_back(schema.find(name));
}

Place placeOf(const Organisation& organisation, const FieldSource& reference, RowNumber row)
{
    const Table& table = organisation.table(reference.object);
    for (size_t i = 0; i < reference.targets.size(); ++i) {
        const RowNumber target = table.reference(row, reference.slot + int(i));
        if (target != kNoRow && reference.targets[i] >= 0) return {reference.targets[i], target};
    }
    return {};
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

namespace {

void appendPlace(QByteArray& out, const Organisation& organisation, const FieldSource& source,
                 const Place& place)
{
    if (place.row == kNoRow) {
        out.append("null");
        return;
    }
    const ObjectType& type = organisation.type(place.object);
    switch (source.aspect) {
    case FieldSource::Aspect::Id:
        appendId(out, organisation.table(place.object).row(place.row).id);
        return;
    case FieldSource::Aspect::Type:
        appendQuoted(out, type.name);
        return;
    case FieldSource::Aspect::Name:
        const int name = type.nameField();
        if (name < 0)
            out.append("null");
        else
            appendValue(out, organisation, FieldSource(organisation.schema(), place.object, type.field(name)),
                        place.row);
        return;
    }
}

int three(auto order)
{
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// Blank cells come first.
int compareCells(FieldType type, std::string_view left, std::string_view right)
{
    if (left.empty() || right.empty() || left == right) return int(!left.empty()) - int(!right.empty());
    switch (type) {
    case FieldType::Currency:
    case FieldType::Number:
    case FieldType::Percent:
    case FieldType::Integer:
        return three(fragmentNumber(left) <=> fragmentNumber(right));
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
        return left < right ? -1 : 1;
    default:
        return three(fragmentText(left).compare(fragmentText(right), Qt::CaseInsensitive));
    }
}

} // namespace

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
    case Storage::Polymorphic:
        appendPlace(out, organisation, source, placeOf(organisation, source, number));
        return;
    case Storage::Compound:
        appendAddress(out, row.cells, source.slot);
        return;
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

std::optional<qint64> Column::datePart(const Organisation& organisation, RowNumber start) const
{
    const RowNumber row = rowFor(organisation, start);
    if (row == kNoRow) return {};
    QByteArray json;
    appendValue(json, organisation, field, row);
    if (json.size() < 12) return {};
    const QString text = QString::fromLatin1(json.mid(1, json.size() - 2));
    if (field.type == FieldType::Date) {
        const auto date = parseDate(text);
        return date ? std::optional(partOf(part, *date, 0)) : std::nullopt;
    }
    const auto instant = parseInstant(text);
    if (!instant) return {};
    const auto hour = msSinceEpoch(*instant) / 3'600'000 % 24;
    return partOf(part, utcDate(*instant), int(hour));
}

std::string Column::value(const Organisation& organisation, RowNumber start) const
{
    if (part == SoqlFunction::DayOnly) {
        const auto day = datePart(organisation, start);
        return day ? dateFragment(QDate(1970, 1, 1).addDays(*day)) : std::string();
    }
    if (isDatePart(part)) {
        const auto number = datePart(organisation, start);
        return number ? std::to_string(*number) : std::string();
    }
    const RowNumber row = rowFor(organisation, start);
    if (row == kNoRow) return {};
    QByteArray json;
    appendValue(json, organisation, field, row);
    return json == "null" ? std::string() : json.toStdString();
}

SoqlResult<Column> Column::find(const Organisation& organisation, int object, const SoqlPath& path,
                                SoqlFunction part, const SoqlQuery& query)
{
    auto column = find(organisation, object, path, query);
    if (!column) return column;
    const FieldType type = column->field.type;
    const bool date = type == FieldType::Date || type == FieldType::DateTime;
    const bool needsTime = part == SoqlFunction::HourInDay || part == SoqlFunction::DayOnly;
    if (isDatePart(part) && (!date || (needsTime && type != FieldType::DateTime))) {
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, path.at,
                                            u"Invalid field type for the date function: "_s + column->name));
    }
    column->part = part;
    return column;
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
        if (via >= 0 && schema.object(object).field(via).storage == Storage::Polymorphic)
            return throughPolymorphic(schema, object, via, std::move(column), path, query);
        if (via < 0) return tl::unexpected(noSuchRelationship(query, path, name));
        column.hops.emplace_back(schema, object, schema.object(object).field(via));
        object = column.hops.back().target;
        if (qsizetype(column.hops.size()) > kMaxParents)
            return tl::unexpected(noSuchRelationship(query, path, name));
    }
    const ObjectType& type = schema.object(object);
    const int field = type.lookUp(path.parts.last());
    if (field < 0) return tl::unexpected(noSuchColumn(query, path, path.parts.last(), type.name));
    column.field = FieldSource(schema, object, type.field(field));
    column.name = type.field(field).name;
    return column;
}

int compareColumn(const Organisation& organisation, const Column& column, RowNumber left, RowNumber right)
{
    if (isDatePart(column.part)) {
        const auto a = column.datePart(organisation, left);
        const auto b = column.datePart(organisation, right);
        return a == b ? 0 : a < b ? -1 : 1;
    }
    left = column.rowFor(organisation, left);
    right = column.rowFor(organisation, right);
    if (left == kNoRow || right == kNoRow) return int(left != kNoRow) - int(right != kNoRow);
    const Table& table = organisation.table(column.field.object);
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
    case Storage::Polymorphic:
    case Storage::Compound: {
        QByteArray a;
        QByteArray b;
        appendValue(a, organisation, column.field, left);
        appendValue(b, organisation, column.field, right);
        if (a == "null" || b == "null") return int(a != "null") - int(b != "null");
        return three(QString::fromUtf8(a).compare(QString::fromUtf8(b), Qt::CaseInsensitive));
    }
    case Storage::Cell:
        break;
    }
    return compareCells(column.field.type, table.row(left).cells.view(column.field.slot),
                        table.row(right).cells.view(column.field.slot));
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
