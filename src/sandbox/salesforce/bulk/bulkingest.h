#pragma once

#include "sandbox/salesforce/bulk/bulkshelf.h"
#include "sandbox/salesforce/records/recordwriter.h"

namespace tieout::sandbox::salesforce {

/// /jobs/ingest of the Bulk API 2.0: jobs that take rows as CSV and tell what became of each. A job is worked
/// off at its second poll, whatever the clock says. Owned by the system.
class BulkIngest final
{
  public:
    explicit BulkIngest(Organisation& organisation)
        : m_organisation(organisation)
        , m_writer(organisation)
    {
    }

    /// `rest` is what follows /jobs/ingest.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest, int version);
    [[nodiscard]] int jobCount() const { return m_jobs.count(); }
    void clear() { m_jobs.clear(); }

  private:
    struct Outcome {
        qsizetype start = 0; ///< of the row in the upload
        QByteArray id;
        bool created = false;
        QString error;
    };
    struct Job : BulkJob {
        int object = -1;
        int key = -1; ///< the field of an upsert
        bool uploaded = false;
        QByteArray data;
        std::vector<QByteArray> columns;
        std::vector<Outcome> outcomes;
    };
    enum class Results : quint8 { Successful, Failed, Unprocessed };

    [[nodiscard]] Response open(const Request& request, int version);
    [[nodiscard]] Response ofJob(const Request& request, Job& job, const QStringList& rest);
    [[nodiscard]] Response upload(const Request& request, Job& job);
    [[nodiscard]] Response changeState(const Request& request, Job& job);
    [[nodiscard]] Response results(const Job& job, Results which) const;
    [[nodiscard]] Json describe(const Job& job) const;
    void advance(Job& job);
    void process(Job& job);
    /// Why no row can be read at all; empty when they can.
    [[nodiscard]] QString columnFault(const Job& job) const;
    [[nodiscard]] WriteResult write(const Job& job, const std::vector<QByteArray>& cells);
    [[nodiscard]] WriteResult change(const Job& job, const QString& id, const Json& fields);
    [[nodiscard]] static Json fieldsOf(const Job& job, const std::vector<QByteArray>& cells);

    Organisation& m_organisation;
    RecordWriter m_writer;
    JobShelf<Job> m_jobs;
};

} // namespace tieout::sandbox::salesforce
