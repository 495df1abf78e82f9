#include "connectors/sql/sqltable.h"

#include <QUrl>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

QString quotedPart(const QString& part)
{
    if (!part.contains(u'.') && !part.contains(u'"')) return part;
    QString inner = part;
    return u'"' + inner.replace(u'"', u"\"\""_s) + u'"';
}

/// Reads one part of an object name from `at`; false when a quote is left open.
bool takePart(const QString& text, qsizetype& at, QString& part)
{
    if (at >= text.size() || text[at] != u'"') {
        const qsizetype dot = text.indexOf(u'.', at);
        part = text.mid(at, dot < 0 ? -1 : dot - at);
        at = dot < 0 ? text.size() : dot;
        return true;
    }
    for (++at; at < text.size(); ++at) {
        if (text[at] != u'"') {
            part += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == u'"') {
            part += text[at++];
        } else {
            ++at;
            return true;
        }
    }
    return false;
}

FieldType fieldType(const SqlColumn& column)
{
    switch (column.kind) {
    case ColumnKind::Number:
    case ColumnKind::Approximate:
        return FieldType::Number;
    case ColumnKind::Boolean:
        return FieldType::Boolean;
    case ColumnKind::Date:
        return FieldType::Date;
    case ColumnKind::Instant:
        return FieldType::Instant;
    case ColumnKind::Enum:
        return FieldType::Enum;
    case ColumnKind::Text:
    case ColumnKind::LocalTime:
    case ColumnKind::Bytes:
    case ColumnKind::Other:
        return FieldType::Text;
    }
    return FieldType::Text;
}

bool canOrder(const SqlColumn& column)
{
    return column.kind != ColumnKind::Bytes && column.kind != ColumnKind::Other &&
           column.kind != ColumnKind::Boolean;
}

Result<int> chosen(const SqlTable& table, const QString& column)
{
    const int position = table.column(columnName(column));
    if (position >= 0 && canOrder(table.columns[position])) return position;
    return fail(ErrorKind::BadConfig, u"sql.chosen-column"_s, u"no usable column "_s + column,
                {column, plainLabel(table.name.name)});
}

QList<int> positionsOf(const SqlTable& table, const QStringList& columns)
{
    QList<int> positions;
    for (const QString& column : columns)
        positions += table.column(column);
    return positions;
}

/// The primary key, else a unique key without blanks.
QList<int> ownKey(const SqlTable& table)
{
    if (!table.primaryKey.isEmpty()) return positionsOf(table, table.primaryKey);
    for (const QStringList& key : table.uniqueKeys) {
        const QList<int> positions = positionsOf(table, key);
        const bool fit = std::all_of(positions.begin(), positions.end(), [&](int position) {
            return position >= 0 && !table.columns[position].nullable && canOrder(table.columns[position]);
        });
        if (fit) return positions;
    }
    return {};
}

int ownExternalKey(const TableUse& use)
{
    const SqlTable& table = use.table;
    for (const QStringList& key : table.uniqueKeys) {
        const int position = key.size() == 1 ? table.column(key.first()) : -1;
        if (position >= 0 && table.columns[position].kind == ColumnKind::Text && !use.key.contains(position))
            return position;
    }
    if (use.key.size() != 1) return -1;
    const SqlColumn& column = table.columns[use.key.first()];
    return column.identity || column.generated || column.hasDefault ? -1 : use.key.first();
}

} // namespace

int SqlTable::column(const QString& wanted) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].name == wanted) return i;
    }
    return -1;
}

bool TableUse::isUnique(const QList<int>& columns) const
{
    QStringList names;
    for (const int position : columns)
        names += table.columns[position].name;
    const QSet<QString> wanted(names.begin(), names.end());
    const auto same = [&](const QStringList& unique) {
        return QSet<QString>(unique.begin(), unique.end()) == wanted;
    };
    return same(table.primaryKey) || std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), same);
}

Result<TableUse> useOf(SqlTable table, const TableChoice& choice)
{
    TableUse use;
    use.table = std::move(table);
    use.onExisting = choice.onExisting;
    for (const QString& column : choice.key) {
        const auto position = chosen(use.table, column);
        if (!position) return fail(position.error());
        use.key += *position;
    }
    if (use.key.isEmpty()) use.key = ownKey(use.table);
    if (!choice.change.isEmpty()) {
        const auto position = chosen(use.table, choice.change);
        if (!position) return fail(position.error());
        use.change = *position;
    }
    if (!choice.externalKey.isEmpty()) {
        const auto position = chosen(use.table, choice.externalKey);
        if (!position) return fail(position.error());
        use.externalKey = *position;
    } else {
        use.externalKey = ownExternalKey(use);
    }
    return use;
}

QString objectName(const TableName& name)
{
    return quotedPart(name.schema) + u'.' + quotedPart(name.name);
}

std::optional<TableName> parseObjectName(const QString& object)
{
    TableName name;
    qsizetype at = 0;
    if (!takePart(object, at, name.schema) || at >= object.size() || object[at] != u'.') return {};
    ++at;
    if (!takePart(object, at, name.name) || at != object.size()) return {};
    if (name.schema.isEmpty() || name.name.isEmpty()) return {};
    return name;
}

QString fieldName(const QString& column)
{
    QString name;
    name.reserve(column.size());
    for (const QChar c : column) {
        if (c == u'.' || c == u'[' || c == u']' || c == u'%' || c == u'$')
            name += u'%' + QString::number(c.unicode(), 16).toUpper();
        else
            name += c;
    }
    return name;
}

QString columnName(const QString& field)
{
    return field.contains(u'%') ? QUrl::fromPercentEncoding(field.toUtf8()) : field;
}

QString plainLabel(const QString& name)
{
    QString words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool hump = i > 0 && c.isUpper() &&
                          (name[i - 1].isLower() ||
                           (i + 1 < name.size() && name[i + 1].isLower() && name[i - 1].isUpper()));
        if (hump && !words.endsWith(u' ')) words += u' ';
        if (c == u'_' || c == u'-' || c.isSpace()) {
            if (!words.isEmpty() && !words.endsWith(u' ')) words += u' ';
            continue;
        }
        const bool acronym =
            c.isUpper() &&
            ((i + 1 < name.size() && name[i + 1].isUpper()) ||
             (i > 0 && name[i - 1].isUpper() && (i + 1 == name.size() || !name[i + 1].isLower())));
        words += acronym ? c : c.toLower();
    }
    words = words.trimmed();
    if (words.isEmpty()) return name;
    words[0] = words[0].toUpper();
    return words;
}

model::ObjectSchema schemaOf(const TableUse& use, const SqlSettings& settings)
{
    const SqlTable& table = use.table;
    model::ObjectSchema schema;
    schema.name = objectName(table.name);
    schema.label = schema.labelPlural = plainLabel(table.name.name);
    schema.readable = true;
    schema.creatable = table.insertable && !use.key.isEmpty() && !settings.readOnly;
    schema.updatable = table.updatable && !use.key.isEmpty() && !settings.readOnly;
    if (!use.key.isEmpty()) {
        model::Field key;
        key.name = kKeyField;
        key.label = u"Key of the row"_s;
        key.type = FieldType::Id;
        key.readOnly = true;
        key.nullable = false;
        schema.fields += key;
    }
    for (const SqlColumn& column : table.columns) {
        model::Field field;
        field.name = fieldName(column.name);
        field.label = plainLabel(column.name);
        if (column.kind == ColumnKind::Approximate) field.label += u" (approximate: not for money)"_s;
        field.type = fieldType(column);
        field.nullable = column.nullable;
        field.readOnly = column.generated || column.kind == ColumnKind::Bytes ||
                         column.kind == ColumnKind::Other || (!schema.creatable && !schema.updatable);
        field.requiredOnCreate = !column.nullable && !column.hasDefault && !field.readOnly;
        field.maxLength = column.maxLength;
        field.decimals = column.kind == ColumnKind::Number ? column.scale : -1;
        field.values = column.values;
        field.ref = column.ref;
        field.createOnly = use.key.contains(table.column(column.name)) && !field.readOnly;
        schema.fields += field;
    }
    return schema;
}

QString joinedKey(const QStringList& parts)
{
    if (parts.size() == 1) return parts.first();
    QStringList escaped;
    for (QString part : parts)
        escaped += part.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s);
    return escaped.join(u'|');
}

QStringList keyParts(const QString& key)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i] == u'\\' && i + 1 < key.size())
            parts.last() += key[++i];
        else if (key[i] == u'|')
            parts += QString();
        else
            parts.last() += key[i];
    }
    return parts;
}

QStringList changeColumns(const SqlTable& table)
{
    static const QStringList likely{u"updated"_s,    u"modified"_s,       u"changed"_s,    u"lastupdate"_s,
                                    u"lastchange"_s, u"systemmodstamp"_s, u"rowversion"_s, u"timestamp"_s};
    QStringList best;
    QStringList rest;
    for (const SqlColumn& column : table.columns) {
        const bool time = column.kind == ColumnKind::Instant || column.kind == ColumnKind::LocalTime;
        const bool counter = column.kind == ColumnKind::Number && column.scale == 0;
        QString plain = column.name.toLower();
        plain.remove(u'_');
        const bool named = std::any_of(likely.begin(), likely.end(),
                                       [&](const QString& word) { return plain.contains(word); });
        if (named && (time || counter))
            best += column.name;
        else if (time)
            rest += column.name;
    }
    return best + rest;
}

} // namespace tieout::connectors
