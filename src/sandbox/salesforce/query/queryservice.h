#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/query/aggregateplan.h"

#include <deque>

namespace tieout::sandbox::salesforce {

/// GET /query and /queryAll with their locators. A locator keeps row numbers, not rows. Owned by the system.
class QueryService final : private ChildPages
{
  public:
    explicit QueryService(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// `rest` is what follows /query: nothing, or a locator.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest,
                                  const QByteArray& servicePath, Deleted deleted,
                                  Surface surface = Surface::Data);
    /// Child rows count towards the size of a page, as wide queries do at the service.
    void setEarlyPaging(bool early) { m_earlyPaging = early; }
    void clear();

  private:
    struct Cursor {
        QByteArray key;
        std::shared_ptr<QueryPlan> plan;
        std::vector<RowNumber> rows;
        Deleted deleted = Deleted::Hidden;
        size_t batch = 0;
        Instant opened{};
    };
    /// Shared: writing a page of one may push out the oldest.
    using Kept = std::shared_ptr<const Cursor>;

    [[nodiscard]] Response open(const Request& request, const QByteArray& servicePath, Deleted deleted,
                                Surface surface);
    [[nodiscard]] Response next(const QString& locator, const QByteArray& servicePath);
    [[nodiscard]] Response summedUp(const SoqlQuery& query, Deleted deleted) const;
    [[nodiscard]] Kept cursorOf(const QByteArray& key) const;
    [[nodiscard]] Response counted(const QueryPlan& plan, Deleted deleted) const;
    [[nodiscard]] size_t pageEnd(const Cursor& cursor, size_t from) const;
    [[nodiscard]] Response page(const Cursor& cursor, size_t from, const QByteArray& servicePath);
    [[nodiscard]] Kept keep(Cursor cursor);
    [[nodiscard]] QByteArray newKey();

    // While a page is written: for the children that do not fit.
    [[nodiscard]] size_t pageSize() const override { return m_writing.batch; }
    [[nodiscard]] QByteArray keep(const std::shared_ptr<QueryPlan>& plan,
                                  std::vector<RowNumber> rows) override;
    struct Writing {
        QByteArray servicePath;
        Deleted deleted = Deleted::Hidden;
        size_t batch = 0;
    };

    const Organisation& m_organisation;
    std::deque<Kept> m_cursors;      // oldest first
    std::deque<Kept> m_childCursors; // likewise; of sub-queries
    Writing m_writing;
    quint64 m_lastCursor = 0;
    qsizetype m_lastPageBytes = 0;
    bool m_earlyPaging = false;
};

} // namespace tieout::sandbox::salesforce
