#include "formula/criterion.h"

#include "formula/coerce.h"
#include "formula/limits.h"
#include "formula/operators.h"
#include "formula/wildcard.h"

namespace tieout::formula {

using model::Value;

namespace {

/// "100" is the number, "2026-11-21" the date, "true" a truth, anything else the text.
Value readValue(const QString& text)
{
    if (const auto number = numberFromText(text)) return Value(*number);
    if (const auto date = parseDate(text)) return Value(*date);
    if (const auto truth = toBoolean(Value(text))) return Value(*truth);
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace

Criterion::Criterion(const Value& wanted, const QTimeZone& zone)
    : m_wanted(wanted)
    , m_zone(zone)
{
    m_spelling = toText(wanted);
    if (!wanted.text()) return;
    QString text = *wanted.text();
    for (BinaryOp op : {BinaryOp::NotEqual, BinaryOp::LessEqual, BinaryOp::GreaterEqual, BinaryOp::Less,
                        BinaryOp::Greater, BinaryOp::Equal}) {
        if (!QStringView(text).startsWith(symbol(op))) continue;
        m_op = op;
        text = text.mid(symbol(op).size());
        break;
    }
    m_wanted = readValue(text);
    m_spelling = text.trimmed();
}

bool Criterion::equals(const Value& value) const
{
    if (m_wanted.isBlank() || value.isBlank()) return isEmptyValue(value) == isEmptyValue(m_wanted);
    const QString* text = value.text();
    if (!text) return equalValues(value, m_wanted, m_zone);
    // Account codes are texts: "200" means the text 200 as well as the number, but never the text 0200.
    if (m_wanted.number() || m_wanted.boolean())
        return text->trimmed().compare(m_spelling, Qt::CaseInsensitive) == 0;
    const bool pattern =
        m_wanted.text() && m_wanted.text()->size() <= kMaxCriterion && text->size() <= kMaxWildcardText;
    return pattern ? matchesWildcard(*text, *m_wanted.text()) : equalValues(value, m_wanted, m_zone);
}

bool Criterion::accepts(const Value& value) const
{
    if (m_op == BinaryOp::Equal || m_op == BinaryOp::NotEqual)
        return equals(value) == (m_op == BinaryOp::Equal);
    if (value.isBlank() || value.isText() != m_wanted.isText()) return false;
    const auto order = compareValues(value, m_wanted, m_zone);
    if (!order) return false;
    switch (m_op) {
    case BinaryOp::Less:
        return *order < 0;
    case BinaryOp::LessEqual:
        return *order <= 0;
    case BinaryOp::Greater:
        return *order > 0;
    default:
        return *order >= 0;
    }
}

} // namespace tieout::formula
