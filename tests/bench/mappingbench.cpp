// Speed of a mapping on one core: JSON line → record → mapped record → JSON, and of compile + check. Prints
// one JSON object; ends with 1 when a total is not exactly what the sums say.
#include "base/json.h"
#include "mapping/compiledmapping.h"
#include "mapping/mappingcheck.h"
#include "mapping/runcontext.h"
#include "model/plainrecord.h"
#include "model/recordline.h"

#include <QElapsedTimer>

#include <cstdio>
#include <ctime>
#include <random>

using namespace tieout;
using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

/// Header and lines of an invoice: 15 fields, lines among them.
const char* const kMapping = R"json({
  "from": "Opportunity", "to": "Invoices", "version": 1,
  "fields": [
    { "to": "Reference", "formula": "=[Id]" },
    { "to": "Contact.Name", "formula": "=TRIM([Account.Name])" },
    { "to": "Contact.EmailAddress", "formula": "=LOWER(TRIM([Contact.Email]))" },
    { "to": "Date", "formula": "=[CloseDate]" },
    { "to": "DueDate", "formula": "=[CloseDate] + IF(ISBLANK([Account.Terms__c]), 30, [Account.Terms__c])" },
    { "to": "CurrencyCode", "formula": "=UPPER([CurrencyIsoCode])" },
    { "to": "Status", "formula": "=IF([StageName] = \"Closed Won\", \"AUTHORISED\", \"DRAFT\")" },
    { "to": "Total",
      "formula": "=SUM(ROUND([Lines.Quantity] * [Lines.UnitPrice] * (100 - [Lines.Discount]) / 100, 2))" },
    { "to": "LineItems", "each": "[Lines]", "fields": [
      { "to": "Description", "formula": "=TRIM(IF(ISBLANK([Description]), [PricebookEntry.Product2.Name], [Description]))" },
      { "to": "ItemCode", "formula": "=[PricebookEntry.ProductCode]" },
      { "to": "Quantity", "formula": "=[Quantity]" },
      { "to": "UnitAmount", "formula": "=ROUND([UnitPrice], 4)" },
      { "to": "TaxType", "formula": "=LOOKUP(\"Region to tax rate\", [..Account.BillingCountryCode])" },
      { "to": "LineAmount", "formula": "=ROUND([Quantity] * [UnitPrice] * (100 - [Discount]) / 100, 2)" } ] } ] })json";

struct Deal {
    QByteArray line;
    qint64 totalCents = 0;
};

/// Deals in the shape that a REST query of Salesforce returns; sums in whole cents, by integers alone.
class Deals final
{
  public:
    Deal next()
    {
        static const char* const kStages[] = {"Closed Won", "Negotiation", "Prospecting", "Closed Lost"};
        static const char* const kCurrencies[] = {"AUD", "eur", "GBP", "NOK", "PLN", "usd"};
        static const char* const kCountries[] = {"AU", "IE", "GB", "NO", "PL", "US"};
        const int region = below(6);
        const QByteArray number = QByteArray::number(m_number++);
        Deal deal;
        QByteArray& out = deal.line;
        out.reserve(2048);
        out += R"({"Id":"0060000)" + number.rightJustified(8, '0') + R"(AAA","Name":"Łódź Tekstyl – deal )" +
               number;
        out += R"(","StageName":")" + QByteArray(kStages[below(4)]) + R"(","CloseDate":"2026-)";
        out += two(1 + below(12)) + '-' + two(1 + below(28)) + R"(","Amount":)" +
               QByteArray::number(below(900'000)) + '.' + two(below(100));
        out += R"(,"CurrencyIsoCode":")" + QByteArray(kCurrencies[region]);
        out +=
            R"(","SystemModstamp":"2026-03-12T00:00:00.000+0000","Account":{"Id":"001000000003146AAA","Name":"  O'Brien “Łódź” )";
        out += number + R"( ","BillingStreet":"147 Main St","BillingCity":"Łódź","BillingCountryCode":")" +
               kCountries[region];
        out += R"(","BillingPostalCode":"13146","Phone":null,"Terms__c":)" +
               QByteArray(below(3) ? "60" : "null") + "},\"Contact\":";
        if (below(2))
            out += R"({"FirstName":"Ann","LastName":"Smith","Email":" Ann)" + number + R"(@Example.TEST "})";
        else
            out += "null";
        out +=
            R"(,"Owner":{"Name":"Rep 2"},"OpportunityLineItems":null,"Lines":{"totalSize":4,"done":true,"records":[)";
        const int lines = 1 + below(5);
        for (int i = 0; i < lines; ++i)
            deal.totalCents += addLine(out, i);
        out += "]}}";
        return deal;
    }

  private:
    int below(int end) { return int(m_random() % quint32(end)); }
    static QByteArray two(int number) { return QByteArray::number(number).rightJustified(2, '0'); }

    qint64 addLine(QByteArray& out, int number)
    {
        const qint64 quantity = 1 + below(20), price = 100 + below(50'000),
                     discount = below(3) ? 0 : below(40);
        if (number > 0) out += ',';
        out +=
            R"({"Id":"00k000000000000AAA","PricebookEntry":{"ProductCode":"WID-2","Product2":{"Name":"Widget, \"large\"","Taxable__c":true}},"Quantity":)";
        out += QByteArray::number(quantity) + R"(,"UnitPrice":)" + QByteArray::number(price / 100) + '.' +
               two(int(price % 100));
        out += R"(,"Discount":)" + (discount ? QByteArray::number(discount) : QByteArray("null"));
        out += R"(,"Description":)" + QByteArray(below(2) ? "\"  line of the deal \"}" : "null}");
        const qint64 hundredths = quantity * price * (100 - discount);
        return (hundredths + 50) / 100;
    }

    std::mt19937 m_random{7};
    int m_number = 0;
};

model::Field field(const QString& name, FieldType type, const QList<model::Field>& fields = {})
{
    model::Field made;
    made.name = made.label = name;
    made.type = type;
    made.fields = fields;
    return made;
}

model::ObjectSchema dealSchema()
{
    model::ObjectSchema schema;
    schema.fields = {
        field(u"Id"_s, FieldType::Id),
        field(u"StageName"_s, FieldType::Text),
        field(u"CloseDate"_s, FieldType::Date),
        field(u"CurrencyIsoCode"_s, FieldType::Text),
        field(u"Account"_s, FieldType::Record,
              {field(u"Name"_s, FieldType::Text), field(u"BillingCountryCode"_s, FieldType::Text),
               field(u"Terms__c"_s, FieldType::Number)}),
        field(u"Contact"_s, FieldType::Record, {field(u"Email"_s, FieldType::Text)}),
        field(u"Lines"_s, FieldType::List,
              {field(u"PricebookEntry"_s, FieldType::Record,
                     {field(u"ProductCode"_s, FieldType::Text),
                      field(u"Product2"_s, FieldType::Record, {field(u"Name"_s, FieldType::Text)})}),
               field(u"Quantity"_s, FieldType::Number), field(u"UnitPrice"_s, FieldType::Money),
               field(u"Discount"_s, FieldType::Number), field(u"Description"_s, FieldType::Text)})};
    return schema;
}

mapping::RunContext context()
{
    model::LookupTable table;
    table.name = u"Region to tax rate"_s;
    table.valueLabel = u"Tax rate"_s;
    table.rows = {
        {u"AU"_s, u"OUTPUT"_s}, {u"IE"_s, u"ECOUTPUT"_s}, {u"N*"_s, u"EXEMPTOUTPUT"_s}, {u"*"_s, u"NONE"_s}};
    mapping::RunContext made;
    made.tables = std::make_shared<const mapping::LookupTables>(QList{table});
    return made;
}

/// Milliseconds to compile and check 300 rules against schemas of as many fields; the best of several, since
/// the machine does other things too.
qint64 compileMicroseconds()
{
    model::ObjectSchema source, target;
    model::MappingDocument document;
    for (int i = 0; i < 300; ++i) {
        const QString name = u"Field%1"_s.arg(i);
        source.fields.append(field(name, i % 3 ? FieldType::Text : FieldType::Number));
        target.fields.append(field(name, FieldType::Text));
        model::MappedField rule;
        rule.to = name;
        rule.formula =
            i % 3 ? u"=IF(ISBLANK([%1]), \"none\", UPPER(TRIM([%1])) & \" \" & LEFT([Field1], 3))"_s.arg(name)
                  : u"=ROUND([%1] * 1.1 + [Field0], 2)"_s.arg(name);
        document.fields.append(rule);
    }
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer since;
        since.start();
        const auto mapping = mapping::CompiledMapping::compile(document);
        const auto findings = mapping::checkMapping(document, source, target, {});
        if (!mapping || std::any_of(findings.begin(), findings.end(), [](const auto& one) {
                return one.finding.severity == formula::Finding::Severity::Error;
            }))
            qFatal("300 rules do not compile");
        best = std::min(best, since.nsecsElapsed() / 1000);
    }
    return best;
}

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const auto document = model::mappingFromJson(Json::parse(kMapping).value()).value();
    const auto mapping = mapping::CompiledMapping::compile(document);
    if (!mapping) qFatal("%s", qPrintable(mapping.error().text));
    const mapping::RunContext run = context();
    const model::ObjectSchema schema = dealSchema();
    model::RecordLineReader reader(mapping->requiredSourcePaths(), &schema);

    Deals deals;
    std::vector<Deal> all;
    all.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back(deals.next());

    std::vector<Decimal> totals;
    totals.reserve(size_t(count));
    QByteArray last;
    qint64 written = 0;
    JsonWriter writer;
    const int total = mapping->targetShape()->slot(u"Total");
    QElapsedTimer since;
    since.start();
    const std::clock_t cpu = std::clock();
    for (const Deal& deal : all) {
        const auto record = reader.read(deal.line);
        if (!record) qFatal("%s", qPrintable(record.error().text));
        const mapping::MappedResult result = mapping->map(*record, run);
        if (!result.isComplete()) qFatal("%s", qPrintable(toError(result.errors.first()).text));
        model::writePlain(writer, model::Value(result.target));
        last = writer.take();
        written += last.size();
        totals.push_back(*result.target.at(total).number());
    }
    const qint64 elapsed = since.nsecsElapsed();
    const qint64 worked = qint64(std::clock() - cpu) * 1'000'000 / CLOCKS_PER_SEC; // microseconds

    int wrong = 0;
    for (size_t i = 0; i < all.size(); ++i)
        wrong += totals[i] == Decimal::fromScaled(all[i].totalCents, 2) ? 0 : 1;
    const qint64 compile = compileMicroseconds();
    std::fprintf(stderr, "%s\n", last.constData());
    std::printf("{\"records\":%d,\"recordsPerSecond\":%lld,\"recordsPerCpuSecond\":%lld,\"writtenMb\":%lld,"
                "\"wrongTotals\":%d,"
                "\"compileAndCheck300RulesMs\":%.1f}\n",
                count, (long long)(qint64(count) * 1'000'000'000 / std::max<qint64>(1, elapsed)),
                (long long)(qint64(count) * 1'000'000 / std::max<qint64>(1, worked)),
                (long long)(written >> 20), wrong, double(compile) / 1000);
    return wrong == 0 ? 0 : 1;
}
