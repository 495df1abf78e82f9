#pragma once

#include "connectors/rest/jobs/jobwatch.h"
#include "connectors/rest/reading/recordreader.h"

namespace tieout::connectors {

/// A long read as a job: the query is worked off by the system, its records come as tables, page by page in
/// the query's order. Engine thread; part of one read.
class QueryJob final
{
  public:
    QueryJob(std::shared_ptr<RestSession> session, const ObjectSpec& object, PlanPtr plan);

    /// Whether a read of this plan can be a job at all: a table has no lists.
    [[nodiscard]] static bool takes(const RecordPlan& plan);
    /// Opens the job and waits until its records are there. An error costs nothing: the read goes on page by
    /// page.
    [[nodiscard]] Task<Result<void>> begin(QString query, StopToken stop);
    /// The next records, or nullopt at the end. Errors: RemoteFault "answer.malformed", "answer.incomplete",
    /// or what the call met.
    [[nodiscard]] Task<Result<std::optional<DecodedPage>>> next(StopToken stop);

  private:
    [[nodiscard]] Result<net::HttpRequest> request() const;
    [[nodiscard]] Result<DecodedPage> decoded(const net::HttpResponse& response) const;

    std::shared_ptr<RestSession> m_session;
    const ObjectSpec& m_object;
    PlanPtr m_plan;
    const QueryJobSpec& m_spec;
    QString m_job;
    QString m_place; ///< of the next page
    qint64 m_total = -1;
    qint64 m_read = 0;
    bool m_isOver = false;
};

} // namespace tieout::connectors
