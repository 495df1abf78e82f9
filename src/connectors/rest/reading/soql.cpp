#include "connectors/rest/reading/soql.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

void addFields(const RecordPlan& plan, const QString& prefix, const QString& ofChildren, QStringList& out)
{
    for (const PlannedField& field : plan.fields) {
        const QString name = QString::fromStdString(field.name);
        if (field.type == FieldType::Record && field.inner) {
            addFields(*field.inner, prefix + name + u'.', ofChildren, out);
        } else if (field.type == FieldType::List && field.inner) {
            if (!field.inner->fields.empty())
                out << u"(SELECT %1 FROM %2%3 ORDER BY Id)"_s.arg(
                    soqlFields(*field.inner, ofChildren), name,
                    ofChildren.isEmpty() ? QString() : u" WHERE "_s + ofChildren);
        } else {
            out << prefix + name;
        }
    }
}

} // namespace

QString soqlLiteral(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s)
        .replace(u'\'', u"\\'"_s)
        .replace(u'\n', u"\\n"_s)
        .replace(u'\r', u"\\r"_s);
    return u'\'' + escaped + u'\'';
}

QString soqlFields(const RecordPlan& plan, const QString& ofChildren)
{
    QStringList fields;
    addFields(plan, {}, ofChildren, fields);
    return fields.join(u", ");
}

QString SoqlQuery::text() const
{
    QString query = u"SELECT "_s + fields + u" FROM "_s + from;
    if (!conditions.isEmpty()) query += u" WHERE "_s + conditions.join(u" AND ");
    if (!order.isEmpty()) query += u" ORDER BY "_s + order.join(u", ");
    return query;
}

QString soqlIn(const QString& field, const QStringList& values)
{
    QStringList literals;
    for (const QString& value : values)
        literals << soqlLiteral(value);
    return field + u" IN ("_s + literals.join(u",") + u')';
}

} // namespace tieout::connectors
