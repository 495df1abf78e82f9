#include "engine/plan/typedtarget.h"

#include "engine/plan/toldbyfacts.h"
#include "mapping/fieldfit.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Record;
using model::Value;

namespace {

/// Kinds whose values must be of them, and those that hold others.
bool matters(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Money || type == FieldType::Date ||
           type == FieldType::Instant || type == FieldType::Record || type == FieldType::List;
}

Error misfit(FieldType type, const QString& label, const Value& value)
{
    const bool number = type == FieldType::Number || type == FieldType::Money;
    const QString code = number ? u"check.not-a-number"_s : u"check.not-a-date"_s;
    const QStringList facts{label, value.toPlainText().trimmed()};
    return toldByFacts(ErrorKind::RowRejected, code, facts);
}

} // namespace

TypedTarget::TypedTarget(const mapping::RuleGroup& rules, const model::ObjectSchema& target)
{
    add(rules, target.fields);
}

void TypedTarget::add(const mapping::RuleGroup& rules, const QList<model::Field>& fields)
{
    QList<Slot> typed;
    for (const mapping::Rule& rule : rules.rules) {
        const QString& name = rules.shape->names()[rule.slot];
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == name; });
        if (field == fields.end() || !matters(field->type)) continue;
        typed.append({rule.slot, field->type, field->label});
        if (rule.kind == mapping::Rule::Kind::Object) add(rule.object, field->fields);
        for (const mapping::ListSource& source : rule.sources)
            add(source.item, field->fields);
    }
    m_shapes += rules.shape;
    m_slots.insert(rules.shape.get(), typed);
}

std::optional<Error> TypedTarget::apply(Record& document) const
{
    std::optional<Error> wrong;
    auto changed = fitted(document, wrong);
    if (changed && !wrong) document = std::move(*changed);
    return wrong;
}

std::optional<Value> TypedTarget::fitted(const Value& value, const Slot& slot,
                                         std::optional<Error>& wrong) const
{
    if (const Record* record = value.record()) {
        auto changed = fitted(*record, wrong);
        return changed ? std::optional<Value>(std::move(*changed)) : std::nullopt;
    }
    if (const model::ValueList* list = value.list()) {
        std::optional<model::ValueList> changed;
        for (qsizetype i = 0; i < list->size() && !wrong; ++i) {
            auto item = fitted(list->at(i), slot, wrong);
            if (!item) continue;
            if (!changed) changed = *list;
            (*changed)[i] = std::move(*item);
        }
        return changed ? std::optional<Value>(std::move(*changed)) : std::nullopt;
    }
    auto fit = mapping::fieldFit(value, slot.type);
    if (!fit.fits) wrong = misfit(slot.type, slot.label, value);
    return std::move(fit.instead);
}

/// Never in place: parts of the record may be shared with the source.
std::optional<Record> TypedTarget::fitted(const Record& record, std::optional<Error>& wrong) const
{
    const auto known = m_slots.constFind(record.shape().get());
    if (known == m_slots.cend()) return {};
    std::optional<Record> changed;
    for (const Slot& slot : *known) {
        auto value = fitted(record.at(slot.slot), slot, wrong);
        if (wrong) return {};
        if (!value) continue;
        if (!changed) {
            changed.emplace(record.shape());
            for (int i = 0; i < record.shape()->size(); ++i)
                changed->set(i, record.at(i));
        }
        changed->set(slot.slot, std::move(*value));
    }
    return changed;
}

} // namespace tieout::engine
