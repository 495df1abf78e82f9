#pragma once

#include "gui/mapping/canvas/canvascontent.h"
#include "gui/mapping/canvas/mappingcanvas.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/runcontext.h"

namespace tieout::gui::closedwon {

using namespace Qt::StringLiterals;

inline model::Field field(const QString& name, const QString& label, model::FieldType type,
                          const QList<model::Field>& members = {})
{
    model::Field made;
    made.name = name;
    made.label = label;
    made.type = type;
    made.fields = members;
    return made;
}

inline model::Field required(model::Field made)
{
    made.requiredOnCreate = true;
    made.nullable = false;
    return made;
}

/// A deal with its account and products.
inline model::ObjectSchema deal()
{
    using T = model::FieldType;
    model::ObjectSchema schema;
    schema.name = u"Opportunity"_s;
    schema.label = u"Opportunity"_s;
    schema.fields = {
        field(u"Number"_s, u"Number"_s, T::Text),
        field(u"Name"_s, u"Name"_s, T::Text),
        field(u"StageName"_s, u"Stage"_s, T::Text),
        required(field(u"CloseDate"_s, u"Close date"_s, T::Date)),
        field(u"Amount"_s, u"Amount"_s, T::Money),
        field(u"Currency"_s, u"Currency"_s, T::Text),
        field(u"Account"_s, u"Account"_s, T::Record,
              {field(u"Name"_s, u"Name"_s, T::Text),
               field(u"BillingCountry"_s, u"Billing country"_s, T::Text),
               required(field(u"Terms"_s, u"Payment terms"_s, T::Number))}),
        field(u"Products"_s, u"Products"_s, T::List,
              {field(u"Description"_s, u"Description"_s, T::Text),
               field(u"ProductName"_s, u"Product name"_s, T::Text),
               field(u"Quantity"_s, u"Quantity"_s, T::Number), field(u"Price"_s, u"Sales price"_s, T::Money),
               field(u"Discount"_s, u"Discount"_s, T::Number)})};
    return schema;
}

inline model::ObjectSchema invoice()
{
    using T = model::FieldType;
    model::ObjectSchema schema;
    schema.name = u"Invoices"_s;
    schema.label = u"Invoice"_s;
    model::Field id = field(u"InvoiceID"_s, u"Invoice id"_s, T::Id);
    id.readOnly = true;
    schema.fields = {
        field(u"Contact"_s, u"Contact"_s, T::Record, {required(field(u"Name"_s, u"Name"_s, T::Text))}),
        field(u"Reference"_s, u"Reference"_s, T::Text),
        required(field(u"Date"_s, u"Date"_s, T::Date)),
        field(u"DueDate"_s, u"Due date"_s, T::Date),
        field(u"CurrencyCode"_s, u"Currency"_s, T::Text),
        field(u"Status"_s, u"Status"_s, T::Text),
        field(u"BrandingTheme"_s, u"Branding theme"_s, T::Text),
        field(u"LineItems"_s, u"Line items"_s, T::List,
              {field(u"Description"_s, u"Description"_s, T::Text),
               field(u"Quantity"_s, u"Quantity"_s, T::Number),
               field(u"UnitAmount"_s, u"Unit price"_s, T::Money),
               field(u"DiscountRate"_s, u"Discount %"_s, T::Number),
               required(field(u"AccountCode"_s, u"Account"_s, T::Text)),
               field(u"TaxType"_s, u"Tax rate"_s, T::Text),
               field(u"Tracking"_s, u"Tracking: Region"_s, T::Text)}),
        id};
    return schema;
}

inline model::MappedField rule(const QString& to, const QString& formula)
{
    model::MappedField made;
    made.to = to;
    made.formula = formula;
    return made;
}

inline model::MappingDocument empty()
{
    model::MappingDocument document;
    document.from = u"Opportunity"_s;
    document.to = u"Invoices"_s;
    return document;
}

inline model::MappingDocument complete()
{
    model::MappingDocument document = empty();
    model::MappedField lines;
    lines.to = u"LineItems"_s;
    lines.each = u"[Products]"_s;
    lines.fields = {rule(u"Description"_s, u"=IF(ISBLANK([Description]), [ProductName], [Description])"_s),
                    rule(u"Quantity"_s, u"=[Quantity]"_s),
                    rule(u"UnitAmount"_s, u"=ROUND([Price], 4)"_s),
                    rule(u"DiscountRate"_s, u"=[Discount]"_s),
                    rule(u"AccountCode"_s, u"=\"200\""_s),
                    rule(u"TaxType"_s, u"=LOOKUP(\"Region to tax rate\", [..Account.BillingCountry])"_s)};
    document.fields = {rule(u"Contact.Name"_s, u"=[Account.Name]"_s),
                       rule(u"Reference"_s, u"=[Number]"_s),
                       rule(u"Date"_s, u"=[CloseDate]"_s),
                       rule(u"DueDate"_s, u"=[CloseDate] + [Account.Terms]"_s),
                       rule(u"CurrencyCode"_s, u"=[Currency]"_s),
                       rule(u"Status"_s, u"=\"DRAFT\""_s),
                       lines};
    return document;
}

inline model::Record record(const QStringList& names, const QList<model::Value>& values)
{
    model::Record made(std::make_shared<model::Shape>(names));
    for (int i = 0; i < int(values.size()); ++i)
        made.set(i, values[i]);
    return made;
}

inline model::Value number(const char* text)
{
    return *Decimal::parse(std::string_view(text));
}

inline model::Record sample()
{
    const QStringList names{u"Description"_s, u"ProductName"_s, u"Quantity"_s, u"Price"_s, u"Discount"_s};
    model::ValueList products;
    for (int i = 0; i < 4; ++i)
        products +=
            record(names, {model::Value(), u"Widget, large"_s, number("17"), number("378.32"), number("16")});
    const model::Record account =
        record({u"Name"_s, u"BillingCountry"_s, u"Terms"_s}, {u"Łódź Tekstyl 3146"_s, u"PL"_s, number("60")});
    return record({u"Number"_s, u"Name"_s, u"StageName"_s, u"CloseDate"_s, u"Amount"_s, u"Currency"_s,
                   u"Account"_s, u"Products"_s},
                  {u"OPP-1042"_s, u"Łódź Tekstyl – deal 0"_s, u"Closed Won"_s, *parseDate(u"2026-03-12"),
                   number("19217.84"), u"PLN"_s, account, products});
}

/// What the editor does around a canvas: answers each change of the draft with new content.
class Desk final
{
  public:
    explicit Desk(MappingCanvas& canvas, model::ObjectSchema source = deal(),
                  model::ObjectSchema target = invoice())
        : m_canvas(canvas)
        , m_source(std::move(source))
        , m_target(std::move(target))
    {
        model::LookupTable table;
        table.name = u"Region to tax rate"_s;
        table.rows = {{u"PL"_s, u"Zero-rated export"_s}, {u"AU"_s, u"GST on income"_s}};
        m_context.tables = std::make_shared<mapping::LookupTables>(QList{table});
        QObject::connect(&m_draft, &mapping::MappingDraft::changed, &m_canvas, [this] { answer(); });
        m_canvas.setDraft(&m_draft);
    }

    void open(const model::MappingDocument& document, model::Record record = sample())
    {
        m_sample = std::move(record);
        m_draft.open(document);
        m_draft.setLists(mapping::sourceTree(m_source, document).lists(),
                         mapping::targetTree(m_target, document).lists());
        answer();
    }

    void setReadOnly(bool readOnly)
    {
        m_readOnly = readOnly;
        answer();
    }

    [[nodiscard]] mapping::MappingDraft& draft() { return m_draft; }
    [[nodiscard]] QString formula(const QString& target) const
    {
        const model::MappedField* found = m_draft.rule(target);
        return !found ? QString() : found->each.isEmpty() ? found->formula : found->each;
    }

    void answer()
    {
        const model::MappingDocument& document = m_draft.document();
        auto content = std::make_shared<CanvasContent>();
        content->source = mapping::sourceTree(m_source, document);
        content->target = mapping::targetTree(m_target, document);
        content->wiring = mapping::wiringOf(document, m_source, m_target, *m_context.tables);
        content->values = mapping::liveValues(document, m_sample, m_context);
        content->sourceTitle = m_source.label;
        content->targetTitle = m_target.label;
        content->sampleTitle = u"OPP-1042"_s;
        content->targetColour = 0;
        content->readOnly = m_readOnly;
        if (document.group) content->groupKeys = document.group->keys;
        m_canvas.setContent(std::move(content));
    }

  private:
    MappingCanvas& m_canvas;
    model::ObjectSchema m_source;
    model::ObjectSchema m_target;
    mapping::RunContext m_context;
    mapping::MappingDraft m_draft;
    model::Record m_sample;
    bool m_readOnly = false;
};

} // namespace tieout::gui::closedwon
