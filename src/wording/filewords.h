#pragma once

#include "model/filesniff.h"
#include "model/run.h"

namespace tieout::wording {

// Words about table files: what was found out about one, and what its result file says. Any thread.

/// One property of a file: what it is, how sure that is, and a piece of the file that shows it.
struct FileFinding {
    enum class Sureness : quint8 { Told, Sure, Likely, Asked };
    QString setting; ///< of the connection, to say otherwise: "delimiter"; empty = none
    QString label;   ///< "Separator"
    QString value;   ///< "Semicolon"
    QString written; ///< "03/04/2026"; empty = nothing shows it
    QString read;    ///< "3 April 2026", as it is taken
    Sureness sureness = Sureness::Sure;

    bool operator==(const FileFinding&) const = default;
};

/// In the order in which a file is understood. Dates in words, so that day and month cannot be confused.
[[nodiscard]] QList<FileFinding> findingsOf(const model::FileSniff& sniff);
[[nodiscard]] QString surenessWord(FileFinding::Sureness sureness);
/// "text", "date": of a column.
[[nodiscard]] QString columnKind(model::FieldType type);

/// What became of a record, in a list.
[[nodiscard]] QString outcomeWord(model::Outcome outcome);
/// Of a row, in its result file; without an outcome an earlier run ended it.
[[nodiscard]] QString outcomeInFile(std::optional<model::Outcome> outcome);
[[nodiscard]] QString reasonInFile(const Error& error);

} // namespace tieout::wording
