#pragma once

#include "gui/closedwon.h"
#include "gui/mapping/worksheet.h"

namespace tieout::gui::closedwon {

inline model::LookupTable regions()
{
    model::LookupTable table;
    table.name = u"Region to tax rate"_s;
    table.keyLabel = u"Billing country"_s;
    table.valueLabel = u"Tax rate"_s;
    for (const QString& key : {u"AU"_s, u"NZ"_s, u"GB"_s})
        table.rows += model::LookupTable::Row{key, u"GST on income"_s};
    table.rows += model::LookupTable::Row{u"PL"_s, u"Zero-rated export"_s};
    return table;
}

inline service::MappingBench bench(const model::MappingDocument& document)
{
    service::MappingBench bench;
    bench.flow = u"closed-won-to-invoice"_s;
    bench.title = u"Closed-won deals → invoices"_s;
    bench.document = document;
    bench.source.schema = deal();
    bench.source.title = u"Salesforce · Practice Ltd"_s;
    bench.target.schema = invoice();
    bench.target.title = u"Xero · Demo Company (AU)"_s;
    bench.lookups = {regions()};
    bench.settings.insert(u"BaseCurrency"_s, model::Value(u"AUD"_s));
    bench.zone = u"Australia/Sydney"_s;
    bench.linkable = {u"accounts-to-contacts"_s};
    return bench;
}

inline void fill(Worksheet& sheet, const model::MappingDocument& document)
{
    sheet.open(bench(document), 0);
    service::SampleRecord record;
    record.choice = {u"OPP-1042"_s, u"OPP-1042"_s};
    record.record = sample();
    sheet.setSample(record);
}

} // namespace tieout::gui::closedwon
