#pragma once

#include "formula/span.h"

#include <QString>

#include <optional>

namespace tieout::formula {

/// How well a name answers what was typed; smaller is better.
struct Match {
    enum class Grade : quint8 { Exact, Prefix, WordStart, Inside, Near };
    Grade grade = Grade::Prefix;
    int apart = 0; ///< of Near: edits; of WordStart and Inside: where it begins
    Span at;       ///< the fitting part of the name; empty for Near

    [[nodiscard]] bool operator<(const Match& other) const
    {
        return grade != other.grade ? grade < other.grade : apart < other.apart;
    }
};

/// Case and accents of what was typed do not matter; nothing typed fits all. Words start behind blanks, signs
/// and at capitals: "cd" is no match for "CloseDate", "date" is.
[[nodiscard]] std::optional<Match> matchName(const QString& typed, const QString& name);
/// A name that was misspelt; nothing for less than three letters. Slower, for when nothing else matches.
[[nodiscard]] std::optional<Match> nearMatch(const QString& typed, const QString& name);

} // namespace tieout::formula
