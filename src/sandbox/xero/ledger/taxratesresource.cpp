#include "sandbox/xero/ledger/taxratesresource.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum TaxField : int { NameField, TaxTypeField, ComponentsField, StatusField, ReportField };

const FieldTable& taxFields()
{
    static const FieldTable kFields{{u"Name", FieldKind::Text},
                                    {u"TaxType", FieldKind::Text},
                                    {u"TaxComponents", FieldKind::Part},
                                    {u"Status", FieldKind::Text},
                                    {u"ReportTaxType", FieldKind::Text}};
    return kFields;
}

constexpr std::string_view kStatusNames[] = {"ACTIVE", "DELETED", "ARCHIVED", "PENDING"};

/// A rate as lists see it: rates have neither id nor stamp.
struct TaxRow {
    const TaxRate* rate = nullptr;
    QUuid id;
    Instant updated{};
};

constexpr Column<TaxRow> kColumns[] = {
    {u"Name", WhereType::Text, [](const Tenant&, const TaxRow& row) { return whereText(row.rate->name); }},
    {u"TaxType", WhereType::Text,
     [](const Tenant&, const TaxRow& row) { return whereText(row.rate->taxType); }},
    {u"ReportTaxType", WhereType::Text,
     [](const Tenant&, const TaxRow& row) { return whereText(row.rate->reportTaxType); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const TaxRow& row) { return whereWord(kStatusNames[size_t(row.rate->status)]); }},
    {u"EffectiveRate", WhereType::Number,
     [](const Tenant&, const TaxRow& row) { return WhereValue(row.rate->percent); }},
};

std::vector<TaxComponent> readComponents(const Json& json, ValueReader& reader)
{
    static const FieldTable kFields{{u"Name", FieldKind::Text},
                                    {u"Rate", FieldKind::Number},
                                    {u"IsCompound", FieldKind::Flag},
                                    {u"IsNonRecoverable", FieldKind::Flag}};
    std::vector<TaxComponent> components;
    for (const Fields& fields : readParts(json, kFields, reader))
        components.push_back({fields.text(0).value_or(QString()),
                              fields.number(1).value_or(Decimal()).rounded(4), fields.flag(2).value_or(false),
                              fields.flag(3).value_or(false)});
    return components;
}

// A compound component taxes the others too.
Decimal effectiveRate(const std::vector<TaxComponent>& components)
{
    Decimal plain;
    Decimal compound;
    for (const TaxComponent& component : components) {
        Decimal& sum = component.compound ? compound : plain;
        sum = sumOf(sum, component.rate);
    }
    const Decimal onTop =
        plain.times(compound).value_or(Decimal()).times(Decimal::fromScaled(1, 2)).value_or(Decimal());
    return sumOf(sumOf(plain, compound), onTop).rounded(4).normalized();
}

bool keepsComponents(const std::vector<TaxComponent>& before, const std::vector<TaxComponent>& after)
{
    return std::all_of(before.begin(), before.end(), [&after](const TaxComponent& old) {
        return std::any_of(after.begin(), after.end(),
                           [&old](const TaxComponent& kept) { return kept.name == old.name; });
    });
}

int locate(const Chart& chart, const Fields& fields)
{
    if (const auto type = fields.text(TaxTypeField); type && !type->isEmpty()) return chart.taxRate(*type);
    const QString name = fields.text(NameField).value_or(QString());
    for (size_t index = 0; index < chart.taxRates().size(); ++index) {
        const TaxRate& rate = chart.taxRates()[index];
        if (rate.status != TaxStatus::Deleted && rate.name.compare(name, Qt::CaseInsensitive) == 0)
            return int(index);
    }
    return -1;
}

void applyComponents(TaxRate& rate, const Fields& fields, bool isNew, ValueReader& reader,
                     QStringList& errors)
{
    if (!fields.has(ComponentsField)) {
        if (isNew) errors << u"Tax components must be specified."_s;
        return;
    }
    const std::vector<TaxComponent> components = readComponents(fields.part(ComponentsField), reader);
    const bool usable =
        !components.empty() &&
        std::all_of(components.begin(), components.end(), [](const TaxComponent& part) {
            return !part.name.isEmpty() && !part.rate.isNegative() && part.rate <= Decimal(100);
        });
    if (!usable) errors << u"Tax components must have a name and a rate from 0 to 100."_s;
    if (!isNew && !keepsComponents(rate.components, components))
        errors << u"Tax components cannot be renamed or removed."_s;
    rate.components = components;
    rate.percent = effectiveRate(components);
}

void applyStatus(TaxRate& rate, const Fields& fields, QStringList& errors)
{
    const std::optional<QString> status = fields.text(StatusField);
    if (!status) return;
    for (size_t index = 0; index < std::size(kStatusNames); ++index) {
        if (*status != QLatin1StringView(kStatusNames[index].data())) continue;
        rate.status = TaxStatus(index);
        return;
    }
    errors << u"Tax rate status must be valid."_s;
}

QString nextTaxType(const Chart& chart)
{
    for (int number = 1;; ++number) {
        const QString type = u"TAX"_s + QString::number(number).rightJustified(3, u'0');
        if (chart.taxRate(type) < 0) return type;
    }
}

void apply(const Tenant& tenant, TaxRate& rate, const Fields& fields, bool isNew, ValueReader& reader,
           QStringList& errors)
{
    fields.take(NameField, rate.name);
    fields.take(ReportField, rate.reportTaxType);
    const bool statusOnly = !isNew && fields.has(StatusField) && !fields.has(ComponentsField);
    if (!statusOnly) applyComponents(rate, fields, isNew, reader, errors);
    applyStatus(rate, fields, errors);
    if (rate.name.isEmpty()) errors << u"Tax rate name must be specified."_s;
    if (rate.reportTaxType.isEmpty() && tenant.organisation.version != "US"_L1)
        errors << u"ReportTaxType must be specified."_s;
}

void setUses(TaxRate& rate)
{
    const bool income = rate.reportTaxType.contains("OUTPUT"_L1) || rate.reportTaxType.contains("SALES"_L1);
    rate.assets = rate.equity = rate.liabilities = true;
    rate.expenses = !income;
    rate.revenue = income || rate.reportTaxType.isEmpty() || rate.reportTaxType == "NONE"_L1;
}

Response save(const Call& call, bool creates)
{
    Chart& chart = call.tenant.chart;
    const auto saveOne = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        QStringList errors;
        const int position = locate(chart, fields);
        const bool isNew = position < 0;
        TaxRate rate = isNew ? TaxRate() : chart.taxRates()[size_t(position)];
        if (isNew) rate.system = false;
        if (creates && !isNew) errors << u"Tax rate name must be unique."_s;
        if (!isNew && rate.system) errors << u"System tax rates cannot be updated."_s;
        if (errors.isEmpty()) apply(call.tenant, rate, fields, isNew, reader, errors);
        if (errors.isEmpty() && reader.fault().isEmpty()) {
            setUses(rate);
            if (isNew) rate.taxType = nextTaxType(chart);
            if (isNew)
                chart.addTaxRate(rate);
            else
                chart.replaceTaxRate(position, rate);
        }
        writeTaxRate(answer.beginRow(), rate);
        answer.endRow(errors, {});
    };
    return saveElements(call, "TaxRates", u"TaxRate", taxFields(), ErrorReport::Summarised, saveOne);
}

Response list(const Call& call, int single)
{
    std::vector<TaxRow> rows;
    for (const TaxRate& rate : call.tenant.chart.taxRates())
        rows.push_back({&rate, {}, {}});
    const auto choice = chooseRows<TaxRow>(
        call, int(rows.size()), [&rows](int at) -> const TaxRow& { return rows[size_t(at)]; },
        std::span(kColumns), {.type = u"TaxRate", .pages = false},
        [&](const TaxRow& row) {
            return single < 0 ? row.rate->status != TaxStatus::Deleted
                              : row.rate == rows[size_t(single)].rate;
        });
    if (!choice) return choice.error();
    return rowsReply(call, "TaxRates", *choice, [&rows](ReplyWriter& writer, int position) {
        writeTaxRate(writer, *rows[size_t(position)].rate);
    });
}

} // namespace

void writeTaxRate(ReplyWriter& writer, const TaxRate& rate)
{
    writer.text("Name", rate.name);
    if (!rate.taxType.isEmpty()) writer.text("TaxType", rate.taxType);
    if (!rate.reportTaxType.isEmpty()) writer.text("ReportTaxType", rate.reportTaxType);
    writer.flag("CanApplyToAssets", rate.assets);
    writer.flag("CanApplyToEquity", rate.equity);
    writer.flag("CanApplyToExpenses", rate.expenses);
    writer.flag("CanApplyToLiabilities", rate.liabilities);
    writer.flag("CanApplyToRevenue", rate.revenue);
    const Decimal percent = rate.percent.rounded(4);
    writer.number("DisplayTaxRate", percent);
    writer.number("EffectiveRate", percent);
    writer.ascii("Status", kStatusNames[size_t(rate.status)]);
    writer.beginArray("TaxComponents");
    for (const TaxComponent& component : rate.components) {
        writer.beginObject();
        writer.text("Name", component.name);
        writer.number("Rate", component.rate.rounded(4));
        writer.flag("IsCompound", component.compound);
        writer.flag("IsNonRecoverable", component.nonRecoverable);
        writer.endObject();
    }
    writer.endArray();
}

Response answerTaxRates(const Call& call)
{
    const QByteArray& method = call.request.method;
    const bool single = call.path.size() == 2;
    if (!single && (method == "PUT" || method == "POST")) return save(call, method == "PUT");
    if (method != "GET") return notImplementedReply();
    const int position = single ? call.tenant.chart.taxRate(call.path[1]) : -1;
    if (single && position < 0) return notFoundReply();
    return list(call, position);
}

} // namespace tieout::sandbox::xero
