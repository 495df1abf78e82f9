#pragma once

#include "base/date.h"
#include "model/value.h"

#include <QTimeZone>

#include <optional>

namespace tieout::formula {

/// What a lookup table answers.
struct LookupAnswer {
    enum class State : quint8 { Found, Default, NoRow, BlankKey, NoColumn, NoTable };
    State state = State::NoTable;
    model::Value value; ///< of Found and Default
    int row = -1;       ///< which row it was, from 0
};

/// The lookup table that CONVERT asks: "USD/AUD 2026-11-21" or "USD/AUD *" → 1.5312.
constexpr auto kRateTable = u"Exchange rates";

/// What formulas may ask about the world outside the record. One per run and thread; the engine gives its
/// own. The answers of one run never change, so that a run can be replayed.
class EvaluationContext
{
  public:
    virtual ~EvaluationContext() = default;
    /// `column` is empty for the table's first value column.
    [[nodiscard]] virtual LookupAnswer lookup(const QString& table, const QString& key,
                                              const QString& column) const = 0;
    /// The id in the target of the record that `flow` made for `key`; nothing when there is no link yet.
    [[nodiscard]] virtual std::optional<QString> linkedId(const QString& flow, const QString& key) const = 0;
    /// A setting of the organisation, "BaseCurrency"; nothing when there is no such setting.
    [[nodiscard]] virtual std::optional<model::Value> setting(const QString& name) const = 0;
    /// What one unit of `from` is worth in `to` (codes in upper case) on a day; nothing when nobody knows.
    /// Unless overridden, the lookup table kRateTable answers, see docs/formulas.md.
    [[nodiscard]] virtual std::optional<Decimal> rate(const QString& from, const QString& to, Date day) const;
    [[nodiscard]] virtual Instant runStart() const = 0;
    /// The organisation's zone: where TODAY() is and which day an instant falls on.
    [[nodiscard]] virtual const QTimeZone& zone() const = 0;
};

/// A context that knows nothing: no tables, links or settings, 1970, UTC. For constants and for tests.
class EmptyContext : public EvaluationContext
{
  public:
    [[nodiscard]] LookupAnswer lookup(const QString& table, const QString& key,
                                      const QString& column) const override;
    [[nodiscard]] std::optional<QString> linkedId(const QString& flow, const QString& key) const override;
    [[nodiscard]] std::optional<model::Value> setting(const QString& name) const override;
    [[nodiscard]] Instant runStart() const override;
    [[nodiscard]] const QTimeZone& zone() const override;

  private:
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace tieout::formula
