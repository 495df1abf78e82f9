#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// /composite/sobjects: up to 200 rows a call, an outcome for each. Owned by the system.
class CollectionService final
{
  public:
    explicit CollectionService(Organisation& organisation)
        : m_organisation(organisation)
        , m_writer(organisation)
    {
    }

    /// `rest` is what follows /composite/sobjects.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest,
                                  const QByteArray& servicePath);

  private:
    struct Outcome {
        int object = -1;
        WriteResult result;
    };
    /// One row of the request; carried out by `write`.
    using WriteRow = std::function<Outcome(const Json& row)>;

    /// Whether the answer tells which rows are new.
    enum class Created : quint8 { Untold, Told };

    [[nodiscard]] Response writeRows(const Request& request, const WriteRow& write, Created created);
    [[nodiscard]] Response removeRows(const Request& request);
    [[nodiscard]] Response readRows(const Request& request, int object, const QByteArray& servicePath) const;
    /// `mark`: all rows or none, back to there.
    [[nodiscard]] Response answer(const std::vector<Outcome>& outcomes, std::optional<size_t> mark,
                                  Created created);
    [[nodiscard]] Outcome createRow(const Json& row);
    [[nodiscard]] Outcome updateRow(const Json& row);
    [[nodiscard]] Outcome upsertRow(const Json& row, int object, int field);
    [[nodiscard]] Outcome removeRow(const QString& id);
    [[nodiscard]] int objectOf(const Json& row, Outcome& outcome) const;

    Organisation& m_organisation;
    RecordWriter m_writer;
};

} // namespace tieout::sandbox::salesforce
