#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/recordreader.h"

namespace tieout::connectors {

/// Reads the verdict of each row from the answer of a batch, by position. Each is read, none assumed: an
/// answer with a row too many or too few, an id that is missing or zero, an echo that is not the row that was
/// sent leave the rows Uncertain. Made once per connector; engine thread.
class RowVerdicts final
{
  public:
    explicit RowVerdicts(const Manifest& manifest);

    /// One outcome per row of `write`. Error: Uncertain "answer.malformed" | "answer.incomplete" |
    /// "answer.shape" when the answer of the batch cannot be read as a whole.
    [[nodiscard]] Result<QList<model::RowOutcome>> read(const PreparedWrite& write,
                                                        const net::HttpResponse& response);

  private:
    struct Layout {
        PlanPtr plan;
        QString echo; ///< field that names the row: our key
    };
    [[nodiscard]] const Layout& layout(const ObjectSpec& object, const WriteSpec& write);
    [[nodiscard]] model::RowOutcome judged(const WriteSpec& write, const Layout& layout, const WriteRow& row,
                                           const model::Record& answer) const;
    [[nodiscard]] model::RowOutcome refused(const WriteSpec& write, const model::Record& answer,
                                            const QStringList& messages) const;
    [[nodiscard]] QList<model::RowOutcome> refusedElements(const WriteSpec& write, const Layout& layout,
                                                           const QList<WriteRow>& rows,
                                                           const QList<model::Record>& answers) const;
    [[nodiscard]] bool isEcho(const Layout& layout, const WriteRow& row, const model::Record& answer) const;

    const Manifest& m_manifest;
    RecordReader m_reader;
    QHash<const WriteSpec*, Layout> m_layouts;
};

} // namespace tieout::connectors
