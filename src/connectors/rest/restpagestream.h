#pragma once

#include "connectors/rest/recordreader.h"
#include "connectors/rest/schemabook.h"

namespace tieout::connectors {

/// One read of a REST object, page by page, checked for completeness. Engine thread; owned by its caller,
/// keeps the session alive.
class RestPageStream final : public PageStream
{
  public:
    RestPageStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                   ReadRequest request);

    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    enum class State : quint8 { New, Reading, Ended };

    [[nodiscard]] Task<Result<void>> prepare(StopToken stop);
    [[nodiscard]] Task<Result<DecodedPage>> fetchPage(StopToken stop);
    [[nodiscard]] Task<Result<void>> completeLists(DecodedPage* page, StopToken stop);
    [[nodiscard]] Result<net::HttpRequest> nextRequest();
    /// True when the error can be cured by starting again with what is known now.
    [[nodiscard]] bool recover(const Error& error);
    [[nodiscard]] Result<void> advance(const DecodedPage& page);
    [[nodiscard]] Result<void> advanceNumbered(const DecodedPage& page);
    [[nodiscard]] Result<void> advanceCursor(const DecodedPage& page);
    [[nodiscard]] AnswerLayout layout() const;

    std::shared_ptr<RestSession> m_session;
    std::shared_ptr<SchemaBook> m_schemas;
    ReadRequest m_request;
    const ObjectSpec* m_spec = nullptr;
    PlanPtr m_plan;
    RecordReader m_reader;
    State m_state = State::New;
    Cursor m_from;    ///< where the present query starts
    Cursor m_reached; ///< stamp of the last record
    QString m_next;   ///< link to the next page
    int m_pageNumber = 1;
    qsizetype m_nextId = 0;
    qint64 m_readOfQuery = 0;
    Cursor m_restartedAt; ///< a second restart at one place would never end
    bool m_redescribed = false;
};

} // namespace tieout::connectors
