#include "mapping/fieldfit.h"

namespace tieout::mapping {

using model::FieldType;
using model::Value;

namespace {

constexpr qsizetype kDayLength = 10; // 2026-11-21

FieldFit asNumber(const Value& value)
{
    const QString* text = value.text();
    if (!text) return {value.isNumber(), {}};
    const QString trimmed = text->trimmed();
    if (trimmed.isEmpty()) return {};
    const auto number = Decimal::parse(trimmed);
    return number ? FieldFit{true, Value(*number)} : FieldFit{false, {}};
}

FieldFit asDay(const Value& value, FieldType type)
{
    const QString* text = value.text();
    if (!text) return {value.date() || value.instant(), {}};
    const QString trimmed = text->trimmed();
    if (trimmed.isEmpty()) return {};
    const bool ends = trimmed.size() == kDayLength ||
                      (trimmed.size() > kDayLength && trimmed[kDayLength] == QLatin1Char('T'));
    if (!ends) return {false, {}};
    const auto day = parseDate(QStringView(trimmed).left(kDayLength));
    if (!day) return {false, {}};
    return type == FieldType::Date ? FieldFit{true, Value(*day)} : FieldFit();
}

} // namespace

FieldFit fieldFit(const Value& value, FieldType type)
{
    if (value.isBlank() || value.list() || value.record()) return {};
    if (type == FieldType::Number || type == FieldType::Money) return asNumber(value);
    if (type == FieldType::Date || type == FieldType::Instant) return asDay(value, type);
    return {};
}

} // namespace tieout::mapping
