#include "connectors/sql/cataloguereader.h"
#include "connectors/sql/dialects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Header sizes and packing of pg_attribute.atttypmod.
constexpr int kModifierHeader = 4;

ColumnKind kindOf(const QString& type, const QString& category, const QString& family)
{
    static const QHash<QString, ColumnKind> kinds{
        {u"int2"_s, ColumnKind::Number},         {u"int4"_s, ColumnKind::Number},
        {u"int8"_s, ColumnKind::Number},         {u"numeric"_s, ColumnKind::Number},
        {u"money"_s, ColumnKind::Number},        {u"oid"_s, ColumnKind::Number},
        {u"float4"_s, ColumnKind::Approximate},  {u"float8"_s, ColumnKind::Approximate},
        {u"bool"_s, ColumnKind::Boolean},        {u"date"_s, ColumnKind::Date},
        {u"timestamptz"_s, ColumnKind::Instant}, {u"timestamp"_s, ColumnKind::LocalTime},
        {u"bytea"_s, ColumnKind::Bytes}};
    if (family == u"e") return ColumnKind::Enum;
    const auto known = kinds.constFind(type);
    if (known != kinds.cend()) return *known;
    // Arrays, composites, geometry, ranges and bits have notations of their own.
    if (category == u"A" || category == u"C" || category == u"G" || category == u"R" || category == u"V" ||
        category == u"P")
        return ColumnKind::Other;
    return ColumnKind::Text;
}

void takeLimits(SqlColumn& column, const QString& type, int modifier)
{
    if (type == u"int2" || type == u"int4" || type == u"int8" || type == u"oid") {
        column.scale = 0;
        column.precision = type == u"int2" ? 5 : type == u"int8" ? 19 : 10;
    } else if (type == u"money") {
        column.scale = 2;
    } else if (modifier >= kModifierHeader) {
        const int packed = modifier - kModifierHeader;
        if (type == u"varchar" || type == u"bpchar") column.maxLength = packed;
        if (type == u"numeric") {
            column.precision = (packed >> 16) & 0xffff;
            column.scale = packed & 0x7ff;
            if (column.scale >= 1024) column.scale = 0; // rounds to tens and more
        }
    }
}

QString onlyText(const std::optional<TableName>& only)
{
    return only
               ? u" AND n.nspname = ? AND c.relname = ?"_s
               : u" AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'"_s;
}

QVariantList onlyValues(const std::optional<TableName>& only)
{
    return only ? QVariantList{only->schema, only->name} : QVariantList{};
}

const QString kTables =
    u"SELECT n.nspname, c.relname, c.relkind::text, obj_description(c.oid, 'pg_class'), "
    "has_table_privilege(c.oid, 'INSERT')::int, has_table_privilege(c.oid, 'UPDATE')::int, "
    "pg_relation_is_updatable(c.oid, false) "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition "
    "AND has_schema_privilege(n.oid, 'USAGE') "
    "AND has_any_column_privilege(c.oid, 'SELECT')"_s;

const QString kColumns =
    u"SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, -1), "
    "COALESCE(b.typname, y.typname), COALESCE(b.typcategory, y.typcategory)::text, "
    "COALESCE(b.typtype, y.typtype)::text, "
    "CASE WHEN y.typtype = 'd' THEN y.typtypmod ELSE a.atttypmod END, "
    "(a.attnotnull OR y.typnotnull)::int, (a.atthasdef OR a.attidentity <> '' OR y.typdefault IS NOT "
    "NULL)::int, "
    "a.attidentity::text, a.attgenerated::text, col_description(c.oid, a.attnum), "
    "CASE WHEN y.typtype = 'e' OR b.typtype = 'e' THEN array_to_string(ARRAY(SELECT e.enumlabel FROM pg_enum "
    "e "
    "WHERE e.enumtypid = COALESCE(b.oid, y.oid) ORDER BY e.enumsortorder), chr(31)) END "
    "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    "JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_type b ON y.typtype = 'd' AND b.oid = y.typbasetype "
    "WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND NOT c.relispartition AND has_column_privilege(c.oid, a.attnum, 'SELECT')"_s;

const QString kKeys =
    u"SELECT n.nspname, c.relname, i.indexrelid::text, i.indisprimary::int, a.attname "
    "FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    "CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place) "
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum "
    "WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL "
    "AND k.place <= i.indnkeyatts"_s;

const QString kReferences =
    u"SELECT n.nspname, c.relname, a.attname, fn.nspname, fc.relname "
    "FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid JOIN pg_namespace n ON n.oid = "
    "c.relnamespace "
    "JOIN pg_class fc ON fc.oid = r.confrelid JOIN pg_namespace fn ON fn.oid = fc.relnamespace "
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = r.conkey[1] "
    "WHERE r.contype = 'f' AND cardinality(r.conkey) = 1"_s;

/// Bits of pg_relation_is_updatable.
constexpr int kUpdates = 4;
constexpr int kInserts = 8;

} // namespace

Result<QList<SqlTable>> PostgresDialect::tables(SqlSession& session,
                                                const std::optional<TableName>& only) const
{
    CatalogueReader reader(session);
    const QVariantList values = onlyValues(only);
    const QString suffix = onlyText(only);
    auto read =
        reader.tables(kTables + suffix + u" ORDER BY 1, 2"_s, values, [](const SqlRow& row, SqlTable& table) {
            const QString kind = row.text(2);
            const auto does = row.integer(6);
            table.view = kind == u"v" || kind == u"m";
            table.comment = row.text(3);
            table.insertable = row.flag(4) && (does & kInserts) != 0;
            table.updatable = row.flag(5) && (does & kUpdates) != 0;
        });
    if (!read) return fail(read.error());
    read = reader.columns(kColumns + suffix + u" ORDER BY 1, 2, a.attnum"_s, values,
                          [](const SqlRow& row, SqlColumn& column) {
                              const QString type = row.text(4);
                              column.type = row.text(3);
                              column.kind = kindOf(type, row.text(5), row.text(6));
                              takeLimits(column, type, int(row.integer(7)));
                              column.nullable = !row.flag(8);
                              column.hasDefault = row.flag(9);
                              column.identity = !row.text(10).isEmpty();
                              column.generated = row.text(10) == u"a" || !row.text(11).isEmpty();
                              column.comment = row.text(12);
                              if (!row.isNull(13)) column.values = row.text(13).split(QChar(31));
                          });
    if (!read) return fail(read.error());
    if (read = reader.keys(kKeys + suffix + u" ORDER BY 1, 2, 3, k.place"_s, values); !read)
        return fail(read.error());
    if (read = reader.references(kReferences + suffix, values); !read) return fail(read.error());
    return reader.takeTables();
}

} // namespace tieout::connectors
