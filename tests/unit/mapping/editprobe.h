#pragma once

#include "mapping/edit/fieldtree.h"
#include "mapping/edit/mappingdraft.h"
#include "unit/mapping/mappingprobe.h"

namespace tieout::mapping {

inline model::Field fieldOf(const QString& name, model::FieldType type, bool required = false,
                            const QList<model::Field>& fields = {})
{
    model::Field field;
    field.name = name;
    field.label = name;
    field.type = type;
    field.requiredOnCreate = required;
    field.nullable = !required;
    field.fields = fields;
    return field;
}

/// Deals with products, which have parts.
inline model::ObjectSchema dealSchema()
{
    using T = model::FieldType;
    const auto s = [](const char16_t* text) { return QString::fromUtf16(text); };
    model::ObjectSchema schema;
    schema.name = s(u"Deal");
    schema.fields = {
        fieldOf(s(u"Id"), T::Id, true),
        fieldOf(s(u"Name"), T::Text),
        fieldOf(s(u"CloseDate"), T::Date, true),
        fieldOf(s(u"Amount"), T::Money),
        fieldOf(s(u"Account"), T::Record, false,
                {fieldOf(s(u"Name"), T::Text, true), fieldOf(s(u"Country"), T::Text)}),
        fieldOf(s(u"Products"), T::List, false,
                {fieldOf(s(u"Code"), T::Text), fieldOf(s(u"Quantity"), T::Number, true),
                 fieldOf(s(u"Price"), T::Money, true),
                 fieldOf(s(u"Parts"), T::List, false, {fieldOf(s(u"N"), T::Number)})}),
        fieldOf(s(u"Inv. No"), T::Text),
    };
    return schema;
}

/// Invoices with lines, which have tracking.
inline model::ObjectSchema invoiceSchema()
{
    using T = model::FieldType;
    const auto s = [](const char16_t* text) { return QString::fromUtf16(text); };
    model::ObjectSchema schema;
    schema.name = s(u"Invoice");
    model::Field status = fieldOf(s(u"Status"), T::Enum);
    status.values = {s(u"DRAFT"), s(u"SUBMITTED")};
    model::Field total = fieldOf(s(u"Total"), T::Money);
    total.readOnly = true;
    schema.fields = {
        fieldOf(s(u"Date"), T::Date, true),
        fieldOf(s(u"Reference"), T::Text),
        fieldOf(s(u"Contact"), T::Record, true,
                {fieldOf(s(u"ContactNumber"), T::Text, true), fieldOf(s(u"Name"), T::Text)}),
        fieldOf(s(u"LineItems"), T::List, false,
                {fieldOf(s(u"Description"), T::Text, true), fieldOf(s(u"Quantity"), T::Number),
                 fieldOf(s(u"UnitAmount"), T::Money),
                 fieldOf(s(u"Tracking"), T::List, false, {fieldOf(s(u"Option"), T::Text)})}),
        status,
        total,
    };
    return schema;
}

inline void openOn(MappingDraft& draft, const model::MappingDocument& document)
{
    draft.open(document);
    draft.setLists(sourceTree(dealSchema(), document).lists(), targetTree(invoiceSchema(), document).lists());
}

/// The rules of a document as short lines: "LineItems.Quantity =[Quantity]".
inline QStringList lines(const model::MappingDocument& document)
{
    QStringList shown;
    forEachRule(document, [&](const PlacedRule& placed) {
        const model::MappedField& rule = placed.rule;
        QString line =
            placed.key + u' ' + (rule.each.isEmpty() ? rule.formula : QStringLiteral("each ") + rule.each);
        if (!rule.filter.isEmpty()) line += QStringLiteral(" filter ") + rule.filter;
        if (!rule.note.isEmpty()) line += QStringLiteral(" note ") + rule.note;
        shown.append(line);
    });
    return shown;
}

} // namespace tieout::mapping
