#include "formula/criterion.h"

#include "formula/coerce.h"
#include "formula/limits.h"
#include "formula/operators.h"
#include "formula/wildcard.h"

namespace tieout::formula {

using model::Value;

namespace {

/// "100" is the number, "2026-11-21" the date, anything else the text.
Value readValue(const QString& text)
{
    if (const auto number = numberFromText(text)) return Value(*number);
    if (const auto date = parseDate(text)) return Value(*date);
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace

Criterion::Criterion(const Value& wanted, const QTimeZone& zone)
    : m_wanted(wanted)
    , m_zone(zone)
{
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
}

bool Criterion::accepts(const Value& value) const
{
    if (m_op == BinaryOp::Equal || m_op == BinaryOp::NotEqual) {
        const bool pattern = m_wanted.text() && value.text() && m_wanted.text()->size() <= kMaxCriterion &&
                             value.text()->size() <= kMaxWildcardText;
        const bool same = pattern ? matchesWildcard(*value.text(), *m_wanted.text())
                          : m_wanted.isBlank() || value.isBlank()
                              ? isEmptyValue(value) == isEmptyValue(m_wanted)
                              : equalValues(value, m_wanted, m_zone);
        return same == (m_op == BinaryOp::Equal);
    }
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
