#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/reading/recordreader.h"

namespace tieout::connectors {

/// Reads the verdict of each row from the answer of a batch. Each is read, none assumed: an
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
        QString key;  ///< field that names the row: our key
        QString echo; ///< where the answer has it: inside an object when the field is wrapped
    };
    using Outcomes = QList<model::RowOutcome>;
    [[nodiscard]] const Layout& layout(const ObjectSpec& object, const WriteSpec& write);
    [[nodiscard]] Outcomes matched(const WriteSpec& write, const Layout& layout, const QList<WriteRow>& rows,
                                   const QList<model::Record>& answers) const;
    [[nodiscard]] model::RowOutcome judged(const WriteSpec& write, const Layout& layout, const WriteRow& row,
                                           const model::Record& answer) const;
    [[nodiscard]] model::RowOutcome refused(const WriteSpec& write, const model::Record& answer,
                                            const QStringList& messages) const;
    [[nodiscard]] Outcomes refusedElements(const WriteSpec& write, const Layout& layout,
                                           const QList<WriteRow>& rows,
                                           const QList<model::Record>& answers) const;
    [[nodiscard]] bool isEcho(const Layout& layout, const WriteRow& row, const model::Record& answer) const;

    const Manifest& m_manifest;
    RecordReader m_reader;
    QHash<const WriteSpec*, Layout> m_layouts;
};

/// The manifest's way to make a write; null when it has none.
[[nodiscard]] const WriteSpec* writeSpecOf(const Manifest& manifest, const PreparedWrite& write);

} // namespace tieout::connectors
