#include "connectors/sql/cataloguereader.h"
#include "connectors/sql/dialects.h"
#include "connectors/sql/sqlvalue.h"

#include <QRegularExpression>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// SQLite keeps other numbers than whole ones as binary floating point, good for so many digits.
constexpr int kSafeDigits = 15;

struct DeclaredType {
    QString word;
    int first = 0; ///< of "(first, second)"
    int second = -1;
};

DeclaredType declaredType(const QString& declaration)
{
    static const QRegularExpression form(
        u"^\\s*([^(]*?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?\\s*$"_s);
    const auto match = form.match(declaration.toUpper());
    DeclaredType type{match.captured(1)};
    if (!match.captured(2).isEmpty()) type.first = match.captured(2).toInt();
    if (!match.captured(3).isEmpty()) type.second = match.captured(3).toInt();
    return type;
}

/// By the declared word, as people mean it; where there is none, by the rules of affinity
/// (sqlite.org/datatype3.html).
void takeType(SqlColumn& column, const QString& declaration)
{
    const DeclaredType type = declaredType(declaration);
    const QString& word = type.word;
    column.type = word;
    if (word.contains(u"BOOL"_s)) {
        column.kind = ColumnKind::Boolean;
    } else if (word == u"DATE") {
        column.kind = ColumnKind::Date;
    } else if (word.contains(u"WITH TIME ZONE"_s) || word == u"TIMESTAMPTZ") {
        column.kind = ColumnKind::Instant;
    } else if (word.contains(u"DATETIME"_s) || word.contains(u"TIMESTAMP"_s)) {
        column.kind = ColumnKind::LocalTime;
    } else if (word.contains(u"INT"_s)) {
        column.kind = ColumnKind::Number;
        column.scale = 0;
        column.precision = 19;
    } else if (word.contains(u"CHAR"_s) || word.contains(u"CLOB"_s) || word.contains(u"TEXT"_s)) {
        column.kind = ColumnKind::Text;
        column.maxLength = type.first;
    } else if (word.contains(u"BLOB"_s)) {
        column.kind = ColumnKind::Bytes;
    } else if (word.contains(u"DEC"_s) || word.contains(u"NUM"_s)) {
        const bool bounded = type.first > 0 && type.first <= kSafeDigits;
        column.kind = bounded ? ColumnKind::Number : ColumnKind::Approximate;
        column.precision = type.first;
        column.scale = type.first > 0 ? std::max(type.second, 0) : -1;
    } else if (word.contains(u"REAL"_s) || word.contains(u"FLOA"_s) || word.contains(u"DOUB"_s)) {
        column.kind = ColumnKind::Approximate;
    } else {
        column.kind = ColumnKind::Text;
    }
}

/// Tables of the file itself; "sqlite_…" are the system's.
const QString kTables = u"SELECT 'main', m.name, m.type FROM main.sqlite_master m "
                        "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s;

} // namespace

QString SqliteDialect::quoted(const QString& name) const
{
    // Not double quotes: SQLite takes such a name for a text when there is no column of that name.
    QString inner = name;
    return u'`' + inner.replace(u'`', u"``"_s) + u'`';
}

QStringList SqliteDialect::sessionSetup(const SqlSettings& settings) const
{
    QStringList statements{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA temp_store = MEMORY"_s,
                           u"PRAGMA trusted_schema = OFF"_s};
    if (settings.readOnly) statements += u"PRAGMA query_only = ON"_s;
    return statements;
}

QString SqliteDialect::versionQuery() const
{
    // Reads the file's header, so that a file of another kind is noticed now.
    return u"SELECT sqlite_version(), (SELECT COUNT(*) FROM sqlite_master)"_s;
}

QString SqliteDialect::productName(const QString& version) const
{
    return u"SQLite "_s + version;
}

QStringList SqliteDialect::beginStatements() const
{
    // At once for writing: a reader that wants to write later can be refused for good.
    return {u"BEGIN IMMEDIATE"_s};
}

QString SqliteDialect::cellText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    if (column.kind == ColumnKind::Bytes)
        return u"hex(substr(CAST(%1 AS BLOB), 1, %2))"_s.arg(name).arg(kMostCharacters / 2 + 1);
    // A column of any type may hold a text of any length.
    return u"substr(CAST(%1 AS TEXT), 1, %2)"_s.arg(name).arg(kMostCharacters + 1);
}

QString SqliteDialect::positionText(const SqlColumn& column) const
{
    return u"CAST(%1 AS TEXT)"_s.arg(quoted(column.name));
}

QString SqliteDialect::marker(const SqlColumn& column) const
{
    // The column's affinity converts the bound text as it converted what is stored.
    if (column.kind == ColumnKind::Number && column.scale == 0) return u"CAST(? AS INTEGER)"_s;
    if (column.kind == ColumnKind::Number || column.kind == ColumnKind::Approximate)
        return u"CAST(? AS NUMERIC)"_s;
    return u"?"_s;
}

QString SqliteDialect::writeMarker(const SqlColumn& column) const
{
    Q_UNUSED(column)
    return u"?"_s;
}

Result<QList<SqlTable>> SqliteDialect::tables(SqlSession& session, const std::optional<TableName>& only) const
{
    CatalogueReader reader(session);
    if (only && only->schema != u"main") return QList<SqlTable>();
    const QVariantList values = only ? QVariantList{only->name} : QVariantList{};
    const QString suffix = only ? u" AND m.name = ?"_s : QString();
    const QString from = u" FROM ("_s + kTables + suffix + u") m, "_s;
    auto read =
        reader.tables(kTables + suffix + u" ORDER BY 2"_s, values, [](const SqlRow& row, SqlTable& table) {
            table.view = row.text(2) == u"view";
            table.insertable = table.updatable = !table.view;
        });
    if (!read) return fail(read.error());
    // hidden 2 and 3: computed columns.
    read = reader.columns(
        u"SELECT 'main', m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden"_s + from +
            u"pragma_table_xinfo(m.name) c WHERE c.hidden <> 1 ORDER BY m.name, c.cid"_s,
        values, [](const SqlRow& row, SqlColumn& column) {
            takeType(column, row.text(3));
            column.nullable = !row.flag(4) && row.integer(6) == 0;
            column.hasDefault = !row.isNull(5);
            column.generated = row.integer(7) >= 2;
        });
    if (!read) return fail(read.error());
    read = reader.keys(u"SELECT 'main', m.name, '', 1, c.name"_s + from +
                           u"pragma_table_xinfo(m.name) c WHERE c.pk > 0 ORDER BY m.name, c.pk"_s,
                       values);
    if (!read) return fail(read.error());
    read = reader.keys(
        u"SELECT 'main', m.name, i.name, 0, c.name"_s + from +
            u"pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE i.\"unique\" = 1 "
            "AND i.origin <> 'pk' AND i.partial = 0 AND NOT EXISTS (SELECT 1 FROM "
            "pragma_index_info(i.name) x WHERE x.name IS NULL) ORDER BY m.name, i.name, c.seqno"_s,
        values);
    if (!read) return fail(read.error());
    read = reader.references(u"SELECT 'main', m.name, f.\"from\", 'main', f.\"table\""_s + from +
                                 u"pragma_foreign_key_list(m.name) f WHERE (SELECT COUNT(*) FROM "
                                 "pragma_foreign_key_list(m.name) g WHERE g.id = f.id) = 1"_s,
                             values);
    if (!read) return fail(read.error());
    QList<SqlTable> found = reader.takeTables();
    for (SqlTable& table : found) {
        // A whole-number key numbers itself (sqlite.org/rowidtable.html).
        const int key = table.primaryKey.size() == 1 ? table.column(table.primaryKey.first()) : -1;
        if (key < 0 || table.columns[key].type != u"INTEGER") continue;
        table.columns[key].identity = table.columns[key].hasDefault = true;
    }
    return found;
}

} // namespace tieout::connectors
