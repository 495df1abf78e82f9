#include "engine/plan/recordcheck.h"

#include "engine/plan/toldbyfacts.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Field;

namespace {

Error refused(const QString& code, const QStringList& facts)
{
    return toldByFacts(ErrorKind::RowRejected, code, facts);
}

} // namespace

RecordCheck::RecordCheck(model::ObjectSchema schema, connectors::ReferenceData reference)
    : m_schema(std::move(schema))
    , m_reference(std::move(reference))
{
}

std::optional<Error> RecordCheck::check(const model::Record& record, connectors::Operation operation,
                                        Periods periods)
{
    m_periods = periods;
    return checkFields(record, m_schema.fields, operation);
}

const RecordCheck::FieldPlan& RecordCheck::planFor(const model::Record& record, const QList<Field>& fields)
{
    const auto known = m_plans.constFind(record.shape().get());
    if (known != m_plans.cend()) return *known;
    FieldPlan plan;
    for (const auto& name : record.shape()->names()) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
        plan += field == fields.end() ? nullptr : &*field;
    }
    m_shapes += record.shape();
    return *m_plans.insert(record.shape().get(), plan);
}

std::optional<Error> RecordCheck::checkFields(const model::Record& record, const QList<Field>& fields,
                                              connectors::Operation operation)
{
    if (record.isNull()) return {};
    const FieldPlan plan = planFor(record, fields);
    if (operation == connectors::Operation::Create) {
        for (const auto& field : fields)
            if (field.requiredOnCreate && record.value(field.name).isBlank())
                return refused(u"check.required"_s, {field.label});
    }
    for (int slot = 0; slot < plan.size(); ++slot) {
        if (!plan[slot]) continue;
        if (auto error = checkValue(record.at(slot), *plan[slot], operation)) return error;
    }
    return checkTaxForAccount(record);
}

std::optional<Error> RecordCheck::checkValue(const model::Value& value, const Field& field,
                                             connectors::Operation operation)
{
    if (value.isBlank()) return {};
    if (const auto* record = value.record()) return checkFields(*record, field.fields, operation);
    if (const auto* list = value.list()) {
        if (list->isEmpty() && field.requiredOnCreate) return refused(u"check.required"_s, {field.label});
        for (const auto& item : *list)
            if (const auto* record = item.record())
                if (auto error = checkFields(*record, field.fields, operation)) return error;
        return {};
    }
    if (const auto* text = value.text()) {
        if (field.requiredOnCreate && text->trimmed().isEmpty())
            return refused(u"check.required"_s, {field.label});
        if (field.maxLength > 0 && text->size() > field.maxLength)
            return refused(u"check.too-long"_s,
                           {field.label, QString::number(field.maxLength), QString::number(text->size())});
        if (!field.values.isEmpty() && !field.values.contains(*text))
            return refused(u"check.choice"_s, {field.label, *text});
        if (!field.ref.isEmpty()) return checkReference(*text, field);
    }
    if (const auto* number = value.number()) {
        if (field.decimals >= 0 && number->normalized().scale() > field.decimals)
            return refused(u"check.decimals"_s, {field.label, QString::number(field.decimals)});
    }
    if (const auto* date = value.date(); date && field.ref == "PeriodLock"_L1 && m_periods == Periods::Closed)
        return checkLockDate(*date);
    return {};
}

std::optional<Error> RecordCheck::checkReference(const QString& code, const Field& field) const
{
    if (field.ref == "Currencies"_L1) {
        if (!m_reference.currencies.isEmpty() && !m_reference.currencies.contains(code))
            return refused(u"check.currency"_s, {code});
    } else if (field.ref == "TaxRates"_L1) {
        const auto& rates = m_reference.taxRates;
        if (!rates.isEmpty() &&
            std::none_of(rates.begin(), rates.end(), [&](const auto& rate) { return rate.code == code; }))
            return refused(u"check.tax-rate"_s, {code});
    } else if (field.ref == "Accounts"_L1) {
        const auto& accounts = m_reference.accounts;
        const auto account =
            std::find_if(accounts.begin(), accounts.end(), [&](const auto& a) { return a.code == code; });
        if (!accounts.isEmpty() && account == accounts.end()) return refused(u"check.account"_s, {code});
        if (account != accounts.end() && !account->active)
            return refused(u"check.account-archived"_s, {code});
    }
    return {};
}

std::optional<Error> RecordCheck::checkTaxForAccount(const model::Record& line) const
{
    const auto& tax = line.value(u"TaxType");
    const auto& code = line.value(u"AccountCode");
    if (tax.isBlank() || code.isBlank()) return {};
    const auto& accounts = m_reference.accounts;
    const auto& rates = m_reference.taxRates;
    const auto account = std::find_if(accounts.begin(), accounts.end(),
                                      [&](const auto& a) { return a.code == code.toPlainText(); });
    const auto rate =
        std::find_if(rates.begin(), rates.end(), [&](const auto& r) { return r.code == tax.toPlainText(); });
    if (account == accounts.end() || rate == rates.end() || rate->classes.isEmpty()) return {};
    if (rate->classes.contains(account->accountClass)) return {};
    return refused(u"check.tax-for-account"_s,
                   {rate->name.isEmpty() ? rate->code : rate->name, account->code});
}

std::optional<Error> RecordCheck::checkLockDate(Date date) const
{
    const Date locked = connectors::lastClosedDay(m_reference);
    if (!locked.isValid() || date > locked) return {};
    return refused(u"check.lock-date"_s, {formatDate(date), formatDate(locked)});
}

} // namespace tieout::engine
