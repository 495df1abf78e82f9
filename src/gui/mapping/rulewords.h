#pragma once

#include "gui/mapping/worksheet.h"
#include "gui/widgets/tokens.h"

namespace tieout::gui {

/// A finding or a fault in one sentence, for people who keep books.
[[nodiscard]] QString findingInWords(const formula::Finding& finding);
[[nodiscard]] QString faultInWords(const formula::Fault& fault);
/// Everything that is wrong with a rule, each thing once; nothing when there are only warnings.
[[nodiscard]] QStringList errorsInWords(const QList<mapping::RuleFinding>& findings);

/// "leave the field as it is"
[[nodiscard]] QString whenEmptyInWords(model::WhenEmpty whenEmpty);
/// "Map Close date to Date", for Undo and Redo.
[[nodiscard]] QString editInWords(const mapping::Edit& edit, const Worksheet& sheet);

/// A value of the sample as it is shown: in the reader's format, codes in words, "4 lines" for a list; empty
/// when there is none.
[[nodiscard]] QString liveText(const mapping::TreeNode& node, const mapping::LiveValue* live);

/// What fills a target: a field's label, a fixed value in quotes, the formula in the reader's form, "each of
/// Products".
[[nodiscard]] QString ruleInWords(const Worksheet& sheet, const QString& target);
/// Where the value of a target comes from: the fields by their labels, a fixed value in quotes, "one line for
/// each of Products".
[[nodiscard]] QString sourcesInWords(const Worksheet& sheet, const QString& target);
/// What is computed on the way, in the reader's form; of a list which lines count and how they are sorted.
[[nodiscard]] QString formulaInWords(const Worksheet& sheet, const QString& target);
/// Whether nothing is computed: a field or a fixed value as it is.
[[nodiscard]] bool isPlainRule(const model::MappedField& rule);
/// "Rows of the same Invoice no. become one document."
[[nodiscard]] QString groupingInWords(const QStringList& keys, const QStringList& totals);

/// One line about a rule with the sample: what is wrong, or how the value came about.
struct RuleStory {
    Tone tone = Tone::Muted;
    QString html; ///< links: "lookup:" and the table's name
};
[[nodiscard]] RuleStory ruleStory(const Worksheet& sheet, const QString& target);

} // namespace tieout::gui
