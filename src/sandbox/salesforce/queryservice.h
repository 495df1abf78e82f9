#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/queryplan.h"

#include <deque>

namespace tieout::sandbox::salesforce {

/// GET /query and /queryAll with their locators. A locator keeps row numbers, not rows. Owned by the system.
class QueryService final
{
  public:
    explicit QueryService(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// `rest` is what follows /query: nothing, or a locator.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest,
                                  const QByteArray& servicePath, Deleted deleted);
    /// Child rows count towards the size of a page, as wide queries do at the service.
    void setEarlyPaging(bool early) { m_earlyPaging = early; }
    void clear() { m_cursors.clear(); }

  private:
    struct Cursor {
        QByteArray key;
        QueryPlan plan;
        std::vector<RowNumber> rows;
        Deleted deleted = Deleted::Hidden;
        size_t batch = 0;
        Instant opened{};
    };

    [[nodiscard]] Response open(const Request& request, const QByteArray& servicePath, Deleted deleted);
    [[nodiscard]] Response next(const QString& locator, const QByteArray& servicePath);
    [[nodiscard]] Response counted(const QueryPlan& plan, Deleted deleted) const;
    [[nodiscard]] size_t pageEnd(const Cursor& cursor, size_t from) const;
    [[nodiscard]] Response page(const Cursor& cursor, size_t from, const QByteArray& servicePath);
    [[nodiscard]] const Cursor& keep(Cursor cursor);

    const Organisation& m_organisation;
    std::deque<Cursor> m_cursors; // oldest first
    quint64 m_lastCursor = 0;
    qsizetype m_lastPageBytes = 0;
    bool m_earlyPaging = false;
};

} // namespace tieout::sandbox::salesforce
