#pragma once

#include "base/json.h"
#include "sandbox/salesforce/bulk/bulkjob.h"
#include "sandbox/salesforce/replies.h"

#include <deque>

namespace tieout::sandbox::salesforce {

/// The jobs of one kind, oldest first; when there are too many, the oldest makes room. Part of its service.
template<class Job>
class JobShelf final
{
  public:
    /// The job that `rest` names; or the answer, when nobody knows it, it is of another version, or the
    /// request was to remove it.
    [[nodiscard]] tl::expected<Job*, Response> find(const Request& request, const QStringList& rest,
                                                    int version)
    {
        const QByteArray id = rest.first().toLatin1();
        const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& job) {
            return job.id == id || (id.size() == 15 && job.id.startsWith(id));
        });
        if (found == m_jobs.end()) return tl::unexpected(notFoundReply());
        if (found->version != version) return tl::unexpected(wrongVersionReply(found->version));
        if (rest.size() > 1 || request.method != "DELETE") return &*found;
        if (!found->isOver())
            return tl::unexpected(jobStateReply(QStringLiteral("Only a job that is over can be deleted")));
        m_jobs.erase(found);
        return tl::unexpected(emptyReply(204));
    }

    /// Keeps a new job under the next number.
    [[nodiscard]] Job& keep(Job job, Instant now)
    {
        char id[18];
        RecordId::make("750", ++m_last).writeTo(id);
        job.id = QByteArray(id, 18);
        job.created = job.changed = now;
        if (m_jobs.size() >= kMost) m_jobs.pop_front();
        m_jobs.push_back(std::move(job));
        return m_jobs.back();
    }

    /// The answer to a listing; `show` describes one job.
    template<class Show>
    [[nodiscard]] Response list(Show show) const
    {
        Json records = Json::array();
        for (const Job& job : m_jobs)
            records.append(show(job));
        const Json listed = Json::object({{QStringLiteral("done"), Json(true)},
                                          {QStringLiteral("records"), records},
                                          {QStringLiteral("nextRecordsUrl"), Json()}});
        return jsonReply(200, listed.toBytes());
    }

    [[nodiscard]] const std::deque<Job>& all() const { return m_jobs; }
    [[nodiscard]] int count() const { return int(m_last); } ///< ever kept
    void clear() { m_jobs.clear(); }

  private:
    static constexpr size_t kMost = 200;
    std::deque<Job> m_jobs;
    quint64 m_last = 0;
};

} // namespace tieout::sandbox::salesforce
