#pragma once

#include "formula/evaluator.h"
#include "formula/parser.h"

#include <QMap>

namespace tieout::formula {

/// Evaluates a formula in one line: "12.5" for a value, "#N/A" for an error. Dates as 2026-11-21, lists as
/// {1;2}.
inline QString written(const model::Value& value)
{
    if (const model::ValueList* items = value.list()) {
        QStringList texts;
        for (const model::Value& item : *items)
            texts.append(written(item));
        return u'{' + texts.join(u';') + u'}';
    }
    if (value.record()) return QStringLiteral("<record>");
    return toText(value);
}

/// A context with one of everything.
class ProbeContext final : public EmptyContext
{
  public:
    LookupAnswer lookup(const QString& table, const QString& key, const QString& column) const override
    {
        if (table != QStringLiteral("Regions")) return {};
        LookupAnswer answer;
        answer.state =
            column == QStringLiteral("None") ? LookupAnswer::State::NoColumn : LookupAnswer::State::NoRow;
        if (key.isEmpty()) answer.state = LookupAnswer::State::BlankKey;
        if (key == QStringLiteral("AU"))
            answer = {LookupAnswer::State::Found, model::Value(QStringLiteral("OUTPUT")), 0};
        return answer;
    }
    std::optional<QString> linkedId(const QString& flow, const QString& key) const override
    {
        return flow == QStringLiteral("contacts") && key == QStringLiteral("A1")
                   ? std::optional(QStringLiteral("C-9"))
                   : std::nullopt;
    }
    std::optional<model::Value> setting(const QString& name) const override
    {
        return name == QStringLiteral("BaseCurrency") ? std::optional(model::Value(QStringLiteral("AUD")))
                                                      : std::nullopt;
    }
    Instant runStart() const override { return *parseInstant(u"2026-11-20T22:30:00Z"); }
    const QTimeZone& zone() const override { return m_zone; }

  private:
    QTimeZone m_zone = QTimeZone("Australia/Sydney");
};

/// A record from names and values.
inline model::Record recordOf(const QList<std::pair<QString, model::Value>>& members)
{
    QStringList names;
    for (const auto& member : members)
        names.append(member.first);
    model::Record record(std::make_shared<const model::Shape>(names));
    for (int i = 0; i < int(members.size()); ++i)
        record.set(i, members[i].second);
    return record;
}

struct Probe {
    QString text;
    std::optional<Fault> fault;
};

inline Probe probe(const QString& formula, const model::Record& record = {})
{
    const auto ast = parse(formula);
    if (!ast) return {QStringLiteral("syntax: ") + ast.error().code, std::nullopt};
    const Program program = compile(*ast);
    const ProbeContext context;
    Evaluator evaluator(context);
    const Outcome outcome = evaluator.evaluate(program, Scope{&record});
    if (outcome.fault) return {faultText(outcome.fault->kind), *outcome.fault};
    return {written(outcome.value), std::nullopt};
}

} // namespace tieout::formula
