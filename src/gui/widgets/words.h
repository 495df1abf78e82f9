#pragma once

#include "gui/widgets/tokens.h"

#include "model/problem.h"
#include "model/schedule.h"
#include "service/workbench.h"

#include <QLocale>

namespace tieout::gui {

/// A state as the reader sees it: tone for the shape and colour, and the word.
struct State {
    Tone tone = Tone::Muted;
    QString word;
    [[nodiscard]] QString shaped() const; ///< "▲ 14 held"
};

[[nodiscard]] State stateOf(const service::FlowSummary& flow);
[[nodiscard]] State stateOf(const model::RunReport& run);
[[nodiscard]] State stateOf(const model::Connection& connection);
/// Why a connection's sign-in ended, in one sentence; empty when it has not, or nobody said.
[[nodiscard]] QString whyLost(const model::Connection& connection);
/// Of one record; in a preview it says what would happen.
[[nodiscard]] State stateOf(model::Outcome outcome, model::RunMode mode);
/// Of a problem, with whether anything was written: "Held · nothing was posted".
[[nodiscard]] State stateOf(const model::Problem& problem);

[[nodiscard]] QString systemTitle(const QList<service::SystemInfo>& systems, const QString& id);
/// "Xero · Demo Company (AU)".
[[nodiscard]] QString connectionTitle(const QList<service::SystemInfo>& systems,
                                      const model::Connection& connection);
/// With the labels of manifests in the reader's language. Where the system tells the labels itself, they
/// stay.
[[nodiscard]] model::ObjectSchema inReadersWords(model::ObjectSchema schema, const QString& system);
/// A field as words: "LineItems[1].UnitAmount" → "Line 1 · Unit price".
[[nodiscard]] QString fieldLabel(const QString& path);
/// The last part of a path as words, without the lists around it.
[[nodiscard]] QString fieldName(const QString& name);
/// A value as people write it; codes that Xero shows in words are in words ("Awaiting payment").
[[nodiscard]] QString valueText(const QString& field, const model::Value& value, const QLocale& locale);
/// "24 invoices", "1 deal".
[[nodiscard]] QString objectName(const QString& object, int count);
/// "Every day at 09:00", in words.
[[nodiscard]] QString scheduleInWords(const model::ScheduleRule& rule, const QLocale& locale);
[[nodiscard]] QString triggerInWords(model::RunTrigger trigger);
/// A document status of a ledger: "DRAFT" → "Draft".
[[nodiscard]] QString statusInWords(const QString& status);

} // namespace tieout::gui
