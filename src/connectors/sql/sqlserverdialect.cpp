#include "connectors/sql/cataloguereader.h"
#include "connectors/sql/dialects.h"
#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

ColumnKind kindOf(const QString& type)
{
    static const QHash<QString, ColumnKind> kinds{{u"tinyint"_s, ColumnKind::Number},
                                                  {u"smallint"_s, ColumnKind::Number},
                                                  {u"int"_s, ColumnKind::Number},
                                                  {u"bigint"_s, ColumnKind::Number},
                                                  {u"decimal"_s, ColumnKind::Number},
                                                  {u"numeric"_s, ColumnKind::Number},
                                                  {u"money"_s, ColumnKind::Number},
                                                  {u"smallmoney"_s, ColumnKind::Number},
                                                  {u"timestamp"_s, ColumnKind::Number},
                                                  {u"float"_s, ColumnKind::Approximate},
                                                  {u"real"_s, ColumnKind::Approximate},
                                                  {u"bit"_s, ColumnKind::Boolean},
                                                  {u"date"_s, ColumnKind::Date},
                                                  {u"datetimeoffset"_s, ColumnKind::Instant},
                                                  {u"datetime"_s, ColumnKind::LocalTime},
                                                  {u"datetime2"_s, ColumnKind::LocalTime},
                                                  {u"smalldatetime"_s, ColumnKind::LocalTime},
                                                  {u"binary"_s, ColumnKind::Bytes},
                                                  {u"varbinary"_s, ColumnKind::Bytes},
                                                  {u"image"_s, ColumnKind::Bytes},
                                                  {u"geometry"_s, ColumnKind::Other},
                                                  {u"geography"_s, ColumnKind::Other},
                                                  {u"hierarchyid"_s, ColumnKind::Other},
                                                  {u"sql_variant"_s, ColumnKind::Other},
                                                  {u"xml"_s, ColumnKind::Other}};
    return kinds.value(type, ColumnKind::Text);
}

QString onlyText(const std::optional<TableName>& only)
{
    return only ? u" AND s.name = ? AND o.name = ?"_s : QString();
}

const QString kObjects = u" FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id "_s;
const QString kReadable = u" WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0"_s;

void fillColumn(const SqlRow& row, SqlColumn& column)
{
    column.type = row.text(3);
    column.kind = kindOf(column.type);
    const bool wide = column.type == u"nvarchar" || column.type == u"nchar";
    const qint64 bytes = row.integer(4);
    if (column.kind == ColumnKind::Text && bytes > 0) column.maxLength = int(wide ? bytes / 2 : bytes);
    if (column.kind == ColumnKind::Number) {
        column.precision = int(row.integer(5));
        column.scale = int(row.integer(6));
    }
    column.nullable = row.flag(7);
    column.identity = row.flag(8);
    const bool rowVersion = column.type == u"timestamp";
    if (rowVersion) column.scale = 0;
    column.generated = column.identity || row.flag(9) || rowVersion;
    column.hasDefault = column.generated || row.flag(10);
}

} // namespace

QString SqlServerDialect::quoted(const QString& name) const
{
    QString inner = name;
    return u'[' + inner.replace(u']', u"]]"_s) + u']';
}

QStringList SqlServerDialect::sessionSetup(const SqlSettings& settings) const
{
    return {u"SET ANSI_NULLS ON"_s, u"SET ANSI_WARNINGS ON"_s, u"SET DATEFORMAT ymd"_s,
            u"SET LOCK_TIMEOUT "_s + QString::number(settings.lockLimit.count() * 1000)};
}

QString SqlServerDialect::versionQuery() const
{
    return u"SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(40))"_s;
}

QString SqlServerDialect::productName(const QString& version) const
{
    return u"SQL Server "_s + version;
}

QStringList SqlServerDialect::beginStatements() const
{
    return {u"BEGIN TRANSACTION"_s};
}

QString SqlServerDialect::commitStatement() const
{
    return u"COMMIT TRANSACTION"_s;
}

QString SqlServerDialect::cellText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    if (column.kind == ColumnKind::Bytes)
        return u"CONVERT(nvarchar(max), CONVERT(varbinary(max), SUBSTRING(%1, 1, %2)), 2)"_s.arg(name).arg(
            kMostCharacters / 2 + 1);
    if (column.kind == ColumnKind::Text || column.kind == ColumnKind::Other)
        return u"LEFT(CONVERT(nvarchar(max), %1), %2)"_s.arg(name).arg(kMostCharacters + 1);
    return positionText(column);
}

QString SqlServerDialect::positionText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    if (column.type == u"timestamp") return u"CONVERT(nvarchar(20), CONVERT(bigint, %1))"_s.arg(name);
    if (column.type == u"money" || column.type == u"smallmoney")
        return u"CONVERT(nvarchar(40), %1, 2)"_s.arg(name);
    switch (column.kind) {
    case ColumnKind::Approximate:
        return u"CONVERT(nvarchar(40), %1, 3)"_s.arg(name);
    case ColumnKind::Date:
        return u"CONVERT(nvarchar(10), %1, 23)"_s.arg(name);
    case ColumnKind::Instant:
        return u"CONVERT(nvarchar(40), %1, 127)"_s.arg(name);
    case ColumnKind::LocalTime:
        return u"CONVERT(nvarchar(40), %1, 126)"_s.arg(name);
    default:
        return u"CONVERT(nvarchar(max), %1)"_s.arg(name);
    }
}

QString SqlServerDialect::marker(const SqlColumn& column) const
{
    if (column.type == u"timestamp") return u"CONVERT(binary(8), CONVERT(bigint, ?))"_s;
    switch (column.kind) {
    case ColumnKind::Number:
        if (column.scale == 0)
            return u"CONVERT(%1, ?)"_s.arg(column.precision > 19 ? u"decimal(38)"_s : u"bigint"_s);
        return u"CONVERT(decimal(38,%1), ?)"_s.arg(std::clamp(column.scale, 0, 37));
    case ColumnKind::Date:
        return u"CONVERT(date, ?, 23)"_s;
    case ColumnKind::Instant:
        return u"CONVERT(datetimeoffset, ?, 127)"_s;
    case ColumnKind::LocalTime:
        return u"CONVERT(datetime2, ?, 126)"_s;
    default:
        return u"?"_s;
    }
}

QString SqlServerDialect::selectText(const QString& cells, const QString& from, int limit) const
{
    const QString top = limit > 0 ? u"TOP (%1) "_s.arg(limit) : QString();
    return u"SELECT "_s + top + cells + u" FROM "_s + from;
}

QString SqlServerDialect::insertText(const WriteShape& shape, qsizetype rows) const
{
    if (shape.conflict.isEmpty()) return SqlDialect::insertText(shape, rows);
    const QStringList names = quotedNames(*shape.table, shape.columns);
    QStringList markers;
    QStringList given;
    QStringList sets;
    QStringList same;
    for (qsizetype i = 0; i < shape.columns.size(); ++i) {
        markers += writeMarker(shape.table->columns[shape.columns[i]]);
        given += u"v."_s + names[i];
        if (shape.conflict.contains(shape.columns[i]))
            same += u"t."_s + names[i] + u" = v."_s + names[i];
        else
            sets += names[i] + u" = v."_s + names[i];
    }
    const QString row = u'(' + markers.join(u", "_s) + u')';
    const QString all = QStringList(rows, row).join(u", "_s);
    const QString update =
        sets.isEmpty() ? QString() : u" WHEN MATCHED THEN UPDATE SET "_s + sets.join(u", "_s);
    // The lock keeps another program from adding the row between the look and the insert.
    return u"MERGE INTO "_s + tableText(shape.table->name) + u" WITH (HOLDLOCK) AS t USING (VALUES "_s + all +
           u") AS v ("_s + names.join(u", "_s) + u") ON "_s + same.join(u" AND "_s) + update +
           u" WHEN NOT MATCHED THEN INSERT ("_s + names.join(u", "_s) + u") VALUES ("_s +
           given.join(u", "_s) + u");"_s;
}

QString SqlServerDialect::conflictText(const WriteShape& shape) const
{
    Q_UNUSED(shape)
    return {};
}

Result<QList<SqlTable>> SqlServerDialect::tables(SqlSession& session,
                                                 const std::optional<TableName>& only) const
{
    CatalogueReader reader(session);
    const QVariantList values = only ? QVariantList{only->schema, only->name} : QVariantList{};
    const QString where = kReadable + onlyText(only);
    const QString may =
        u"COALESCE(HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', '%1'), 0)"_s;
    auto read = reader.tables(u"SELECT s.name, o.name, o.type, "_s + may.arg(u"INSERT"_s) + u", "_s +
                                  may.arg(u"UPDATE"_s) + kObjects + where + u" ORDER BY 1, 2"_s,
                              values, [](const SqlRow& row, SqlTable& table) {
                                  table.view = row.text(2).trimmed() == u"V";
                                  table.insertable = row.flag(3);
                                  table.updatable = row.flag(4);
                              });
    if (!read) return fail(read.error());
    read = reader.columns(
        u"SELECT s.name, o.name, c.name, TYPE_NAME(c.system_type_id), c.max_length, c.precision, "
        "c.scale, c.is_nullable, c.is_identity, c.is_computed, "
        "CASE WHEN c.default_object_id <> 0 THEN 1 ELSE 0 END"_s +
            kObjects + u"JOIN sys.columns c ON c.object_id = o.object_id"_s + where +
            u" ORDER BY 1, 2, c.column_id"_s,
        values, fillColumn);
    if (!read) return fail(read.error());
    read = reader.keys(u"SELECT s.name, o.name, i.name, i.is_primary_key, c.name"_s + kObjects +
                           u"JOIN sys.indexes i ON i.object_id = o.object_id JOIN sys.index_columns k ON "
                           "k.object_id = i.object_id AND k.index_id = i.index_id JOIN sys.columns c ON "
                           "c.object_id = k.object_id AND c.column_id = k.column_id"_s +
                           where +
                           u" AND i.is_unique = 1 AND i.has_filter = 0 AND k.is_included_column = 0 "
                           "ORDER BY 1, 2, 3, k.key_ordinal"_s,
                       values);
    if (!read) return fail(read.error());
    read = reader.references(
        u"SELECT s.name, o.name, c.name, rs.name, ro.name"_s + kObjects +
            u"JOIN sys.foreign_key_columns f ON f.parent_object_id = o.object_id "
            "JOIN sys.columns c ON c.object_id = o.object_id AND c.column_id = f.parent_column_id "
            "JOIN sys.objects ro ON ro.object_id = f.referenced_object_id "
            "JOIN sys.schemas rs ON rs.schema_id = ro.schema_id"_s +
            where,
        values);
    if (!read) return fail(read.error());
    return reader.takeTables();
}

} // namespace tieout::connectors
