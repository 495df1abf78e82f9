#pragma once

#include <QRegularExpression>

#include <optional>

namespace tieout::formula {

/// The compiled pattern, null when it is wrong or too long. Matching stops after a bounded number of steps
/// and then counts as "no match". The pointer lives until the thread has asked for kKeptPatterns others.
[[nodiscard]] const QRegularExpression* compiledRegex(const QString& pattern);
/// The pattern as the author wrote it.
[[nodiscard]] QString regexText(const QRegularExpression& regex);
/// Every match replaced; $1 … $9 in `with` are its groups. Nothing when the result is longer than `limit`.
[[nodiscard]] std::optional<QString> replacedByRegex(const QString& text, const QRegularExpression& regex,
                                                     const QString& with, qsizetype limit);

} // namespace tieout::formula
