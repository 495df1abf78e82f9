#include "connectors/sql/cataloguereader.h"
#include "connectors/sql/dialects.h"
#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

ColumnKind kindOf(const QString& type, const QString& fullType)
{
    static const QHash<QString, ColumnKind> kinds{
        {u"tinyint"_s, ColumnKind::Number},     {u"smallint"_s, ColumnKind::Number},
        {u"mediumint"_s, ColumnKind::Number},   {u"int"_s, ColumnKind::Number},
        {u"bigint"_s, ColumnKind::Number},      {u"decimal"_s, ColumnKind::Number},
        {u"year"_s, ColumnKind::Number},        {u"float"_s, ColumnKind::Approximate},
        {u"double"_s, ColumnKind::Approximate}, {u"date"_s, ColumnKind::Date},
        {u"timestamp"_s, ColumnKind::Instant},  {u"datetime"_s, ColumnKind::LocalTime},
        {u"enum"_s, ColumnKind::Enum},          {u"binary"_s, ColumnKind::Bytes},
        {u"varbinary"_s, ColumnKind::Bytes},    {u"tinyblob"_s, ColumnKind::Bytes},
        {u"blob"_s, ColumnKind::Bytes},         {u"mediumblob"_s, ColumnKind::Bytes},
        {u"longblob"_s, ColumnKind::Bytes},     {u"bit"_s, ColumnKind::Other},
        {u"geometry"_s, ColumnKind::Other},     {u"point"_s, ColumnKind::Other}};
    if (fullType.startsWith(u"tinyint(1)"_s)) return ColumnKind::Boolean;
    if (fullType == u"bit(1)") return ColumnKind::Boolean;
    return kinds.value(type, ColumnKind::Text);
}

/// enum('a','it''s') → a, it's
QStringList enumValues(const QString& fullType)
{
    QStringList values;
    bool inside = false;
    for (qsizetype i = fullType.indexOf(u'('); i >= 0 && i < fullType.size(); ++i) {
        const QChar c = fullType[i];
        if (!inside) {
            if (c == u'\'') {
                inside = true;
                values += QString();
            }
        } else if (c == u'\'' && i + 1 < fullType.size() && fullType[i + 1] == u'\'') {
            values.last() += fullType[++i];
        } else if (c == u'\'') {
            inside = false;
        } else {
            values.last() += c;
        }
    }
    return values;
}

QString onlyText(const std::optional<TableName>& only, const QString& alias)
{
    return only ? u" AND %1.table_schema = ? AND %1.table_name = ?"_s.arg(alias)
                : u" AND %1.table_schema = DATABASE()"_s.arg(alias);
}

/// What this user may do is told by grants on the server, the database or the table. A server that tells
/// nothing (rights by role) is believed to allow it: trying shows.
Result<void> takeRights(SqlSession& session, QList<SqlTable>& tables)
{
    const QString me = u"CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', "
                       "SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')"_s;
    const QString sql =
        u"SELECT '', '', privilege_type FROM information_schema.user_privileges WHERE grantee = %1 "
        "UNION ALL SELECT table_schema, '', privilege_type FROM "
        "information_schema.schema_privileges WHERE grantee = %1 "
        "UNION ALL SELECT table_schema, table_name, privilege_type FROM "
        "information_schema.table_privileges WHERE grantee = %1"_s.arg(me);
    struct Right {
        QString schema;
        QString table;
        QString what;
    };
    QList<Right> rights;
    auto read = session.query(sql, {}, [&](const SqlRow& row) {
        rights += {row.text(0), row.text(1), row.text(2)};
        return true;
    });
    if (!read) return read;
    for (SqlTable& table : tables) {
        const auto may = [&](const QString& what) {
            bool told = false;
            for (const Right& right : rights) {
                const bool here = (right.schema.isEmpty() || right.schema == table.name.schema) &&
                                  (right.table.isEmpty() || right.table == table.name.name);
                if (here && right.what == what) return true;
                told = told || (here && right.what == u"SELECT");
            }
            return !told;
        };
        table.insertable = table.insertable && may(u"INSERT"_s);
        table.updatable = table.updatable && may(u"UPDATE"_s);
    }
    return {};
}

void fillColumn(const SqlRow& row, SqlColumn& column)
{
    const QString type = row.text(3).toLower();
    const QString full = row.text(4);
    const QString extra = row.text(10).toLower();
    column.type = type;
    column.kind = kindOf(type, full);
    column.isUnsigned = full.contains(u"unsigned"_s);
    if (column.kind == ColumnKind::Text && (type == u"char" || type == u"varchar"))
        column.maxLength = int(row.integer(5));
    if (column.kind == ColumnKind::Number) {
        column.precision = int(row.integer(6));
        column.scale = int(row.integer(7));
    }
    if (column.kind == ColumnKind::Enum) column.values = enumValues(full);
    column.nullable = row.flag(8);
    column.identity = extra.contains(u"auto_increment"_s);
    column.generated = extra.contains(u"generated"_s) && !extra.contains(u"default_generated"_s);
    column.hasDefault = column.identity || !row.isNull(9) || extra.contains(u"default_generated"_s);
    column.comment = row.text(11);
}

} // namespace

QString MySqlDialect::quoted(const QString& name) const
{
    QString inner = name;
    return u'`' + inner.replace(u'`', u"``"_s) + u'`';
}

QStringList MySqlDialect::sessionSetup(const SqlSettings& settings) const
{
    const QString lock = QString::number(settings.lockLimit.count());
    const QString limit = QString::number(settings.queryLimit.count());
    // Without strict mode a value that does not fit is cut and kept.
    QStringList statements{
        u"SET NAMES utf8mb4"_s,
        u"SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'"_s,
        u"SET SESSION time_zone = '+00:00'"_s,
        u"SET SESSION innodb_lock_wait_timeout = "_s + lock,
        u"SET SESSION lock_wait_timeout = "_s + lock,
        u"?SET SESSION max_statement_time = "_s + limit,
        u"?SET SESSION max_execution_time = "_s + limit + u"000"_s,
        u"?SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"_s};
    if (settings.readOnly) statements += u"SET SESSION TRANSACTION READ ONLY"_s;
    return statements;
}

QString MySqlDialect::versionQuery() const
{
    return u"SELECT VERSION()"_s;
}

QString MySqlDialect::productName(const QString& version) const
{
    const bool maria = version.contains(u"MariaDB"_s, Qt::CaseInsensitive);
    return (maria ? u"MariaDB "_s : u"MySQL "_s) + version.section(u'-', 0, 0);
}

QString MySqlDialect::encryptionQuery() const
{
    return u"SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'SSL_CIPHER'"_s;
}

QString MySqlDialect::cellText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    if (column.kind == ColumnKind::Bytes)
        return u"HEX(LEFT(%1, %2))"_s.arg(name).arg(kMostCharacters / 2 + 1);
    if (column.kind != ColumnKind::Text) return positionText(column);
    if (column.maxLength > 0 && column.maxLength <= kMostCharacters) return name;
    return u"LEFT(%1, %2)"_s.arg(name).arg(kMostCharacters + 1);
}

QString MySqlDialect::positionText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    if (column.type == u"bit") return u"CAST(%1 + 0 AS CHAR)"_s.arg(name);
    if (column.type == u"geometry" || column.type == u"point")
        return u"LEFT(ST_AsText(%1), 1000)"_s.arg(name);
    return column.kind == ColumnKind::Text ? name : u"CAST(%1 AS CHAR)"_s.arg(name);
}

QString MySqlDialect::marker(const SqlColumn& column) const
{
    switch (column.kind) {
    case ColumnKind::Number:
        // A text beside a number would be compared as binary floating point.
        if (column.scale > 0 || column.precision > 18)
            return u"CAST(? AS DECIMAL(65,%1))"_s.arg(std::clamp(column.scale, 0, 30));
        return column.isUnsigned ? u"CAST(? AS UNSIGNED)"_s : u"CAST(? AS SIGNED)"_s;
    case ColumnKind::Date:
        return u"CAST(? AS DATE)"_s;
    case ColumnKind::Instant:
    case ColumnKind::LocalTime:
        return u"CAST(? AS DATETIME(6))"_s;
    default:
        return u"?"_s;
    }
}

QString MySqlDialect::writeMarker(const SqlColumn& column) const
{
    return column.type == u"bit" ? u"CAST(? AS UNSIGNED)"_s : u"?"_s;
}

QString MySqlDialect::boundText(const QString& text, const SqlColumn& column) const
{
    const bool time = column.kind == ColumnKind::Instant || column.kind == ColumnKind::LocalTime;
    if (!time || text.size() < 19 || text[10] != u'T') return text;
    QString plain = text;
    plain[10] = u' ';
    if (plain.endsWith(u'Z')) plain.chop(1); // the session's zone is UTC
    return plain;
}

QString MySqlDialect::conflictText(const WriteShape& shape) const
{
    if (shape.conflict.isEmpty()) return {};
    QStringList sets;
    for (const int column : shape.columns) {
        const QString name = quoted(shape.table->columns[column].name);
        if (!shape.conflict.contains(column)) sets += name + u" = VALUES("_s + name + u')';
    }
    if (sets.isEmpty()) {
        const QString name = quoted(shape.table->columns[shape.conflict.first()].name);
        sets += name + u" = "_s + name;
    }
    return u" ON DUPLICATE KEY UPDATE "_s + sets.join(u", "_s);
}

Result<QList<SqlTable>> MySqlDialect::tables(SqlSession& session, const std::optional<TableName>& only) const
{
    CatalogueReader reader(session);
    const QVariantList values = only ? QVariantList{only->schema, only->name} : QVariantList{};
    auto read =
        reader.tables(u"SELECT t.table_schema, t.table_name, t.table_type, t.engine, t.table_comment, "
                      "COALESCE(v.is_updatable, 'YES'), COALESCE(e.transactions, 'YES') "
                      "FROM information_schema.tables t "
                      "LEFT JOIN information_schema.views v ON v.table_schema = t.table_schema AND "
                      "v.table_name = t.table_name "
                      "LEFT JOIN information_schema.engines e ON e.engine = t.engine "
                      "WHERE t.table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')"_s +
                          onlyText(only, u"t"_s) + u" ORDER BY 1, 2"_s,
                      values, [](const SqlRow& row, SqlTable& table) {
                          table.view = row.text(2) == u"VIEW";
                          table.comment = table.view ? QString() : row.text(4);
                          table.insertable = table.updatable = row.flag(5);
                          table.transactional = row.flag(6);
                      });
    if (!read) return fail(read.error());
    read = reader.columns(
        u"SELECT c.table_schema, c.table_name, c.column_name, c.data_type, c.column_type, "
        "c.character_maximum_length, c.numeric_precision, c.numeric_scale, c.is_nullable, "
        "c.column_default, c.extra, c.column_comment FROM information_schema.columns c WHERE 1 = 1"_s +
            onlyText(only, u"c"_s) + u" ORDER BY 1, 2, c.ordinal_position"_s,
        values, fillColumn);
    if (!read) return fail(read.error());
    // An index over the start of a text does not tell whole texts apart.
    read = reader.keys(
        u"SELECT s.table_schema, s.table_name, s.index_name, "
        "CASE WHEN s.index_name = 'PRIMARY' THEN 1 ELSE 0 END, s.column_name "
        "FROM information_schema.statistics s WHERE s.non_unique = 0 AND NOT EXISTS "
        "(SELECT 1 FROM information_schema.statistics p WHERE p.table_schema = s.table_schema AND "
        "p.table_name = s.table_name AND p.index_name = s.index_name AND "
        "(p.sub_part IS NOT NULL OR p.column_name IS NULL))"_s +
            onlyText(only, u"s"_s) + u" ORDER BY 1, 2, 3, s.seq_in_index"_s,
        values);
    if (!read) return fail(read.error());
    read =
        reader.references(u"SELECT k.table_schema, k.table_name, k.column_name, k.referenced_table_schema, "
                          "k.referenced_table_name FROM information_schema.key_column_usage k "
                          "WHERE k.referenced_table_name IS NOT NULL"_s +
                              onlyText(only, u"k"_s),
                          values);
    if (!read) return fail(read.error());
    QList<SqlTable> found = reader.takeTables();
    if (read = takeRights(session, found); !read) return fail(read.error());
    return found;
}

} // namespace tieout::connectors
