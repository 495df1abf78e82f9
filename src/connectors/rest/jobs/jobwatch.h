#pragma once

#include "connectors/rest/restsession.h"

namespace tieout::connectors {

/// What a job says of itself.
struct JobReport {
    enum class Phase : quint8 { Open, Working, Done, Failed, Gone };
    Phase phase = Phase::Working;
    QString message;       ///< why it was given up
    qint64 processed = -1; ///< rows; negative = not told
    qint64 refused = -1;
};

/// Asks for a job's state until it is over, with growing waits. Engine thread; part of its job.
class JobWatch final
{
  public:
    JobWatch(std::shared_ptr<RestSession> session, const ObjectSpec& object, const JobStateSpec& spec);

    /// One look. A job that the system does not know is Gone; a word that the manifest does not know is
    /// RemoteFault "answer.shape".
    [[nodiscard]] Task<Result<JobReport>> look(QString job, StopToken stop);
    /// Looks until it is no longer Working. Still Working: patience is at its end, or a stop was asked for.
    [[nodiscard]] Task<Result<JobReport>> ended(QString job, StopToken stop);

  private:
    [[nodiscard]] Result<JobReport> reportIn(const QByteArray& body) const;

    std::shared_ptr<RestSession> m_session;
    const ObjectSpec& m_object;
    const JobStateSpec& m_spec;
};

/// The request that opens a job: the manifest's body with the members of the operation.
[[nodiscard]] Result<net::HttpRequest> openingRequest(const RestSession& session, const RequestSpec& spec,
                                                      const Json& members);
/// Opens a job; its name. Opening changes nothing and may be repeated.
[[nodiscard]] Task<Result<QString>> openJobWith(std::shared_ptr<RestSession> session, QString object,
                                                net::HttpRequest request, QString idMember, StopToken stop);

} // namespace tieout::connectors
