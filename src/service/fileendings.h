#pragma once

#include "connectors/files/resultfile.h"
#include "model/run.h"
#include "service/environment.h"

namespace tieout::service {

/// How the rows of table files ended in a run, for the result file beside each: noted row by row and kept
/// small (about 30 bytes a row), for a file may have a million. Engine thread; lives as long as the run.
class FileEndings final
{
  public:
    explicit FileEndings(FileWords words);

    void note(const QString& rowId, model::Outcome outcome, const std::optional<Error>& reason);
    /// A problem that an earlier run left open; an ending of this run counts more.
    void notePrevious(const QString& rowId, model::Outcome outcome, const Error& reason);
    [[nodiscard]] connectors::RowEnding of(const QString& rowId) const;

  private:
    struct Kept {
        model::Outcome outcome;
        quint32 reason; ///< place in m_reasons; 0 = none
    };
    [[nodiscard]] quint32 reasonPlace(const Error& reason);

    FileWords m_words;
    QHash<quint64, Kept> m_rows; ///< by a hash of the row's id
    QStringList m_reasons{QString()};
    QHash<QString, quint32> m_places;
};

} // namespace tieout::service
