#pragma once

#include "connectors/rest/jobs/jobwatch.h"

namespace tieout::connectors {

/// One job that takes rows: opened empty, which changes nothing; filled; closed; asked until it is over; its
/// results read into a verdict per row. Engine thread; lives for one call of the connector.
class IngestJob final
{
  public:
    using Outcomes = QList<model::RowOutcome>;

    IngestJob(std::shared_ptr<RestSession> session, const ObjectSpec& object, const WriteSpec& write);

    /// Its name. An attempt whose answer is lost leaves an empty job behind, which the system clears away.
    [[nodiscard]] Task<Result<QString>> open(StopToken stop);
    /// Carries the rows to an open job and waits for their verdicts. Errors: nothing was written.
    [[nodiscard]] Task<Result<Outcomes>> send(PreparedWrite write, StopToken stop);
    /// The verdicts of a job that was opened before; see Connector::settleJob.
    [[nodiscard]] Task<Result<Outcomes>> settle(QString job, QList<WriteRow> rows, StopToken stop);

  private:
    [[nodiscard]] Result<net::HttpRequest> request(const RequestSpec& spec, const QString& job) const;
    /// True when it is sure that nothing of the job was or will be worked off.
    [[nodiscard]] Task<bool> takenBack(QString job, StopToken stop);
    [[nodiscard]] Task<Result<JobReport>> closed(QString job, StopToken stop);
    [[nodiscard]] Task<Result<Outcomes>> verdicts(QString job, QList<WriteRow> rows, JobReport report,
                                                  StopToken stop);

    std::shared_ptr<RestSession> m_session;
    const ObjectSpec& m_object;
    const WriteSpec& m_write;
    const IngestSpec& m_spec;
    JobWatch m_watch;
};

} // namespace tieout::connectors
