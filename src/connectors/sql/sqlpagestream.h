#pragma once

#include "connectors/sql/sqlread.h"
#include "connectors/sql/sqltables.h"

namespace tieout::connectors {

/// One read of a table under way. Engine thread; owned by whoever reads.
class SqlPageStream final : public PageStream
{
  public:
    SqlPageStream(std::shared_ptr<SqlTables> tables, ReadRequest request);
    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    enum class State : quint8 { New, Walking, Ids, Streaming, Ended };

    [[nodiscard]] Task<Result<void>> prepare(StopToken stop);
    [[nodiscard]] Task<Result<SqlRows>> fetch(StopToken stop);
    [[nodiscard]] Task<Result<SqlRows>> fetchOrDescribe(StopToken stop);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Page pageOf(const SqlRows& rows);

    std::shared_ptr<SqlTables> m_tables;
    ReadRequest m_request;
    State m_state = State::New;
    TableUse m_use;
    SqlReadPlanPtr m_plan;
    SqlPosition m_position;
    QStringList m_asked; ///< ids of the page under way
    qsizetype m_nextId = 0;
    qint64 m_streamed = 0;
    int m_limit = 0;
    std::shared_ptr<SqlLine> m_own; ///< of a table that is read in one go
};

} // namespace tieout::connectors
