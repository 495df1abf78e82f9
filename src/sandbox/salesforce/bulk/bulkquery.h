#pragma once

#include "sandbox/salesforce/bulk/bulkshelf.h"
#include "sandbox/salesforce/query/queryplan.h"

namespace tieout::sandbox::salesforce {

/// /jobs/query of the Bulk API 2.0: queries whose rows are fetched as CSV, page by page. A job is complete at
/// its second poll, whatever the clock says. Owned by the system.
class BulkQuery final
{
  public:
    explicit BulkQuery(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// `rest` is what follows /jobs/query.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest, int version);
    /// Rows of a page whose client names no number; 0: all in one.
    void setPageRows(qint64 rows) { m_pageRows = rows; }
    [[nodiscard]] int jobCount() const { return m_jobs.count(); }
    void clear() { m_jobs.clear(); }

  private:
    struct Shown {
        QByteArray name; ///< "Account.Name"
        Column column;
    };
    struct Job : BulkJob {
        std::shared_ptr<QueryPlan> plan;
        std::vector<Shown> columns;
        std::vector<RowNumber> rows;
    };

    [[nodiscard]] Response open(const Request& request, int version);
    [[nodiscard]] std::optional<Response> compile(Job& job, const QString& text) const;
    [[nodiscard]] SoqlResult<Shown> shown(const SoqlQuery& query, const SoqlItem& item, int object) const;
    [[nodiscard]] Response results(const Request& request, const Job& job) const;
    [[nodiscard]] QByteArray cell(const Column& column, RowNumber row) const;
    [[nodiscard]] Response changeState(const Request& request, Job& job) const;
    void advance(Job& job) const;

    const Organisation& m_organisation;
    JobShelf<Job> m_jobs;
    qint64 m_pageRows = 0;
};

} // namespace tieout::sandbox::salesforce
