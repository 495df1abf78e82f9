#include "connectors/sql/dialects.h"
#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

QString milliseconds(std::chrono::seconds limit)
{
    return QString::number(limit.count() * 1000);
}

bool isText(const SqlColumn& column)
{
    return column.kind == ColumnKind::Text &&
           (column.type == u"text" || column.type == u"bpchar" || column.type.startsWith(u"character"_s));
}

/// '{"a","b\"c",NULL}': an array's own notation, itself bound as one text.
QString arrayText(const WriteCells& cells, qsizetype column)
{
    QString text = u"{"_s;
    qsizetype size = 2;
    for (const auto& row : cells)
        size += row[column] ? row[column]->size() + 4 : 5;
    text.reserve(size);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) text += u',';
        const auto& cell = cells[i][column];
        if (!cell) {
            text += u"NULL"_s;
            continue;
        }
        text += u'"';
        for (const QChar c : *cell) {
            if (c == u'"' || c == u'\\') text += u'\\';
            text += c;
        }
        text += u'"';
    }
    return text + u'}';
}

/// "unnest(CAST(? AS text[]), …) WITH ORDINALITY AS v(c0, c1, place)"
QString arraysText(qsizetype columns)
{
    QStringList arrays;
    QStringList names;
    for (qsizetype i = 0; i < columns; ++i) {
        arrays += u"CAST(? AS text[])"_s;
        names += u'c' + QString::number(i);
    }
    return u"unnest("_s + arrays.join(u", "_s) + u") WITH ORDINALITY AS v("_s + names.join(u", "_s) +
           u", place)"_s;
}

} // namespace

QStringList PostgresDialect::sessionSetup(const SqlSettings& settings) const
{
    return {u"SET datestyle TO 'ISO, YMD'"_s,
            u"SET TIME ZONE 'UTC'"_s,
            u"SET bytea_output TO 'hex'"_s,
            u"?SET extra_float_digits TO 1"_s,
            u"SET statement_timeout TO "_s + milliseconds(settings.queryLimit),
            u"SET lock_timeout TO "_s + milliseconds(settings.lockLimit),
            u"?SET idle_in_transaction_session_timeout TO "_s + milliseconds(settings.queryLimit),
            u"SET default_transaction_read_only TO "_s + (settings.readOnly ? u"on"_s : u"off"_s)};
}

QString PostgresDialect::versionQuery() const
{
    return u"SHOW server_version"_s;
}

QString PostgresDialect::productName(const QString& version) const
{
    return u"PostgreSQL "_s + version.section(u' ', 0, 0);
}

QString PostgresDialect::encryptionQuery() const
{
    // Servers before 9.5 lack the view; the driver insisted on encryption already.
    return {};
}

QStringList PostgresDialect::beginStatements() const
{
    // A constraint that is looked at only on commit would refuse a whole batch for one row.
    return {u"BEGIN"_s, u"SET CONSTRAINTS ALL IMMEDIATE"_s};
}

QString PostgresDialect::cellText(const SqlColumn& column) const
{
    const QString name = quoted(column.name);
    switch (column.kind) {
    case ColumnKind::Bytes:
        return u"encode(substring(%1 FROM 1 FOR %2), 'hex')"_s.arg(name).arg(kMostCharacters / 2 + 1);
    case ColumnKind::Text:
    case ColumnKind::Other:
        if (column.maxLength > 0 && column.maxLength <= kMostCharacters) return name + u"::text"_s;
        return u"left(%1::text, %2)"_s.arg(name).arg(kMostCharacters + 1);
    default:
        return positionText(column);
    }
}

QString PostgresDialect::positionText(const SqlColumn& column) const
{
    // Money prints in the server's language; as a number it does not.
    if (column.type == u"money") return quoted(column.name) + u"::numeric::text"_s;
    return quoted(column.name) + u"::text"_s;
}

QString PostgresDialect::castOf(const SqlColumn& column, const QString& text) const
{
    // A cast to a text type of limited length would cut silently; assigning checks the length.
    if (isText(column)) return text;
    if (column.type == u"money") return u"CAST(CAST(%1 AS numeric) AS money)"_s.arg(text);
    return u"CAST("_s + text + u" AS "_s + column.type + u')';
}

QString PostgresDialect::marker(const SqlColumn& column) const
{
    return isText(column) ? u"CAST(? AS text)"_s : castOf(column, u"?"_s);
}

QString PostgresDialect::returningText(const WriteShape& shape, const QString& prefix) const
{
    QStringList cells;
    if (!prefix.isEmpty()) cells += prefix;
    for (const int column : shape.returning) {
        const SqlColumn& described = shape.table->columns[column];
        const QString name = u"t."_s + quoted(described.name);
        cells += described.type == u"money" ? name + u"::numeric::text"_s : name + u"::text"_s;
    }
    return cells.isEmpty() ? QString() : u" RETURNING "_s + cells.join(u", "_s);
}

QString PostgresDialect::insertText(const WriteShape& shape, qsizetype rows) const
{
    Q_UNUSED(rows)
    QStringList cells;
    for (qsizetype i = 0; i < shape.columns.size(); ++i)
        cells += castOf(shape.table->columns[shape.columns[i]], u"v.c%1"_s.arg(i));
    return u"INSERT INTO "_s + tableText(shape.table->name) + u" AS t ("_s +
           quotedNames(*shape.table, shape.columns).join(u", "_s) + u") SELECT "_s + cells.join(u", "_s) +
           u" FROM "_s + arraysText(shape.columns.size()) + u" ORDER BY v.place"_s + conflictText(shape) +
           returningText(shape, {});
}

QVariantList PostgresDialect::insertValues(const WriteShape& shape, const WriteCells& cells) const
{
    QVariantList values;
    for (qsizetype i = 0; i < shape.columns.size(); ++i)
        values += QVariant(arrayText(cells, i));
    return values;
}

QString PostgresDialect::updateText(const WriteShape& shape) const
{
    QStringList sets;
    QStringList where;
    for (qsizetype i = 0; i < shape.columns.size(); ++i) {
        const SqlColumn& column = shape.table->columns[shape.columns[i]];
        const QString cell = castOf(column, u"v.c%1"_s.arg(i));
        if (shape.conflict.contains(shape.columns[i]))
            where += u"t."_s + quoted(column.name) + u" = "_s + cell;
        else
            sets += quoted(column.name) + u" = "_s + cell;
    }
    return u"UPDATE "_s + tableText(shape.table->name) + u" AS t SET "_s + sets.join(u", "_s) + u" FROM "_s +
           arraysText(shape.columns.size()) + u" WHERE "_s + where.join(u" AND "_s) +
           returningText(shape, u"v.place::text"_s);
}

} // namespace tieout::connectors
