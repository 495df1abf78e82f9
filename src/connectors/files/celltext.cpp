#include "connectors/files/celltext.h"

#include "connectors/files/csv/textencoding.h"
#include "connectors/files/datetext.h"
#include "connectors/files/numbertext.h"

#include <cstring>

namespace tieout::connectors {

using model::FieldType;
using model::Value;

namespace {

Value textOf(std::string_view text)
{
    return text.empty() ? Value() : Value(decoded(text, TextEncoding::Utf8, nullptr));
}

Value numberValue(std::string_view text, DecimalMark mark, CellFault* fault)
{
    // Most numbers are plain already.
    const bool plain = mark != DecimalMark::Comma && std::memchr(text.data(), 'e', text.size()) == nullptr;
    if (plain && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'))) {
        if (const Result<Decimal> number = Decimal::parse(text)) return *number;
    }
    const PlainNumber written(text, mark);
    if (written.isNumber() && !written.isTooLong()) {
        if (const Result<Decimal> number = Decimal::parse(written.text())) return *number;
    }
    *fault = written.isNumber() ? CellFault::NumberTooLong : CellFault::Number;
    return textOf(text);
}

/// "2026-11-21" without any search.
std::optional<Date> isoDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {};
    constexpr int kStarts[] = {0, 5, 8};
    constexpr int kSizes[] = {4, 2, 2};
    for (int part = 0; part < 3; ++part) {
        for (int i = 0; i < kSizes[part]; ++i) {
            const char byte = text[size_t(kStarts[part] + i)];
            if (byte < '0' || byte > '9') return std::nullopt;
            parts[part] = parts[part] * 10 + (byte - '0');
        }
    }
    const Date day(parts[0], parts[1], parts[2]);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

Value dateValue(std::string_view text, FieldType type, DateOrder order, CellFault* fault)
{
    if (type == FieldType::Date) {
        if (const auto day = isoDay(text)) return *day;
    }
    const auto parts = datePartsOf(text);
    if (!parts) {
        *fault = CellFault::Date;
        return textOf(text);
    }
    const Date day = dayOf(*parts, order);
    if (!day.isValid()) {
        *fault = CellFault::DateImpossible;
        return textOf(text);
    }
    if (type == FieldType::Date) return day;
    const auto time = timeOfDay(parts->time).value_or(TimeOfDay{});
    constexpr qint64 kDay = 86'400'000;
    return instantFromMs(Date(1970, 1, 1).daysTo(day) * kDay + time.ms - time.offsetMs);
}

Value booleanValue(std::string_view text, CellFault* fault)
{
    char word[8] = {};
    for (size_t i = 0; i < text.size() && i < sizeof word - 1; ++i)
        word[i] = text[i] >= 'A' && text[i] <= 'Z' ? char(text[i] + 32) : text[i];
    const std::string_view lower(word, std::min(text.size(), sizeof word - 1));
    if (text.size() < sizeof word) {
        if (lower == "true" || lower == "yes" || lower == "1") return true;
        if (lower == "false" || lower == "no" || lower == "0") return false;
    }
    *fault = CellFault::Boolean;
    return textOf(text);
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char byte) {
        return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
    };
    constexpr std::string_view kNoBreak = "\xC2\xA0";
    for (;;) {
        if (!text.empty() && isBlank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && isBlank(text.back()))
            text.remove_suffix(1);
        else if (text.substr(0, 2) == kNoBreak)
            text.remove_prefix(2);
        else if (text.size() >= 2 && text.substr(text.size() - 2) == kNoBreak)
            text.remove_suffix(2);
        else
            return text;
    }
}

Value cellValue(std::string_view text, FieldType type, const ReadStyle& style, CellFault* fault)
{
    if (type == FieldType::Text) return textOf(text);
    const std::string_view core = trimmed(text);
    if (core.empty()) return {};
    switch (type) {
    case FieldType::Number:
    case FieldType::Money:
        return numberValue(core, style.decimals, fault);
    case FieldType::Date:
    case FieldType::Instant:
        return dateValue(core, type, style.dates, fault);
    case FieldType::Boolean:
        return booleanValue(core, fault);
    default:
        return textOf(text);
    }
}

} // namespace tieout::connectors
