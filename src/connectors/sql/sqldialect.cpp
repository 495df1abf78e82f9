#include "connectors/sql/sqldialect.h"

#include "connectors/sql/dialects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

std::unique_ptr<SqlDialect> SqlDialect::make(SqlDialectId id)
{
    switch (id) {
    case SqlDialectId::Postgres:
        return std::make_unique<PostgresDialect>();
    case SqlDialectId::MySql:
        return std::make_unique<MySqlDialect>();
    case SqlDialectId::Sqlite:
        return std::make_unique<SqliteDialect>();
    case SqlDialectId::SqlServer:
        return std::make_unique<SqlServerDialect>();
    }
    return std::make_unique<PostgresDialect>();
}

QString SqlDialect::quoted(const QString& name) const
{
    QString inner = name;
    return u'"' + inner.replace(u'"', u"\"\""_s) + u'"';
}

QString SqlDialect::tableText(const TableName& name) const
{
    return quoted(name.schema) + u'.' + quoted(name.name);
}

QString SqlDialect::boundText(const QString& text, const SqlColumn& column) const
{
    Q_UNUSED(column)
    return text;
}

QString SqlDialect::selectText(const QString& cells, const QString& from, int limit) const
{
    QString text = u"SELECT "_s + cells + u" FROM "_s + from;
    if (limit > 0) text += u" LIMIT "_s + QString::number(limit);
    return text;
}

QStringList SqlDialect::quotedNames(const SqlTable& table, const QList<int>& columns) const
{
    QStringList names;
    for (const int column : columns)
        names += quoted(table.columns[column].name);
    return names;
}

QString SqlDialect::insertText(const WriteShape& shape, qsizetype rows) const
{
    QStringList markers;
    for (const int column : shape.columns)
        markers += writeMarker(shape.table->columns[column]);
    const QString row = u'(' + markers.join(u", "_s) + u')';
    QString text = u"INSERT INTO "_s + tableText(shape.table->name) + u" ("_s +
                   quotedNames(*shape.table, shape.columns).join(u", "_s) + u") VALUES "_s;
    text.reserve(text.size() + rows * (row.size() + 2) + 200);
    for (qsizetype i = 0; i < rows; ++i)
        text += i == 0 ? row : u", "_s + row;
    return text + conflictText(shape);
}

QVariantList SqlDialect::insertValues(const WriteShape& shape, const WriteCells& cells) const
{
    QVariantList values;
    values.reserve(cells.size() * shape.columns.size());
    for (const auto& row : cells) {
        for (qsizetype i = 0; i < shape.columns.size(); ++i)
            values +=
                row[i] ? QVariant(boundText(*row[i], shape.table->columns[shape.columns[i]])) : QVariant();
    }
    return values;
}

QString SqlDialect::updateText(const WriteShape& shape) const
{
    QStringList sets;
    QStringList where;
    for (const int column : shape.columns) {
        const SqlColumn& described = shape.table->columns[column];
        const QString name = quoted(described.name) + u" = "_s;
        if (shape.conflict.contains(column))
            where += name + marker(described);
        else
            sets += name + writeMarker(described);
    }
    return u"UPDATE "_s + tableText(shape.table->name) + u" SET "_s + sets.join(u", "_s) + u" WHERE "_s +
           where.join(u" AND "_s);
}

QString SqlDialect::conflictText(const WriteShape& shape) const
{
    if (shape.conflict.isEmpty()) return {};
    QStringList sets;
    for (const int column : shape.columns) {
        const QString name = quoted(shape.table->columns[column].name);
        if (!shape.conflict.contains(column)) sets += name + u" = EXCLUDED."_s + name;
    }
    const QStringList keys = quotedNames(*shape.table, shape.conflict);
    if (sets.isEmpty()) sets += keys.first() + u" = EXCLUDED."_s + keys.first();
    return u" ON CONFLICT ("_s + keys.join(u", "_s) + u") DO UPDATE SET "_s + sets.join(u", "_s);
}

} // namespace tieout::connectors
