#pragma once

#include "connectors/rest/jobs/queryjob.h"
#include "connectors/rest/reading/recordreader.h"
#include "connectors/rest/schemabook.h"

namespace tieout::connectors {

/// What a read knows beside its request: the parent that it is made for.
struct ReadScope {
    Variables variables;                          ///< {parent.…}, {each}
    QList<std::pair<QString, model::Value>> told; ///< own fields that the parent tells
};

/// Where the answers of a read keep what a page needs.
[[nodiscard]] AnswerLayout layoutOf(const ReadSpec& read);

/// One read of a REST object, page by page, checked for completeness. Engine thread; owned by its caller,
/// keeps the session alive.
class RestPageStream final : public PageStream
{
  public:
    RestPageStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                   ReadRequest request, ReadScope scope = {});

    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    enum class State : quint8 { New, Reading, Job, Tombstones, Ended };

    [[nodiscard]] Task<Result<void>> prepare(StopToken stop);
    [[nodiscard]] Task<Result<DecodedPage>> fetchPage(StopToken stop);
    /// True when a job of the system reads the rest: the first page announced very many records.
    [[nodiscard]] Task<bool> goesOnAsJob(const DecodedPage* first, StopToken stop);
    [[nodiscard]] Task<Result<std::optional<Page>>> nextOfJob(StopToken stop);
    [[nodiscard]] Task<Result<Page>> fetchTombstones(StopToken stop);
    [[nodiscard]] Task<Result<void>> completeLists(DecodedPage* page, StopToken stop);
    [[nodiscard]] Result<DecodedPage> decoded(net::HttpResponse& response);
    [[nodiscard]] Result<net::HttpRequest> nextRequest();
    [[nodiscard]] RequestBuilder builder() const;
    /// True when the error can be cured by starting again with what is known now.
    [[nodiscard]] bool recover(const Error& error);
    /// The record that was asked for by its id is gone.
    [[nodiscard]] bool isGone(const Error& error) const;
    [[nodiscard]] Result<void> advance(const DecodedPage& page);
    [[nodiscard]] Result<bool> isLast(const DecodedPage& page) const;
    [[nodiscard]] Result<bool> isLastCounted(const DecodedPage& page) const;
    [[nodiscard]] Result<void> moveOn(const DecodedPage& page);
    [[nodiscard]] Result<void> advanceCursor(const DecodedPage& page);
    [[nodiscard]] Page finished(DecodedPage page) const;
    [[nodiscard]] AnswerLayout layout() const;
    [[nodiscard]] bool isOneByOne() const;
    void end();

    std::shared_ptr<RestSession> m_session;
    std::shared_ptr<SchemaBook> m_schemas;
    ReadRequest m_request;
    ReadScope m_scope;
    const ObjectSpec* m_spec = nullptr;
    PlanPtr m_plan;
    RecordReader m_reader;
    State m_state = State::New;
    Cursor m_from;    ///< where the present query starts
    Cursor m_reached; ///< stamp of the last record
    QString m_link;   ///< to the next page
    PagePlace m_place;
    qsizetype m_nextId = 0;
    qint64 m_readOfQuery = 0;
    Cursor m_restartedAt; ///< a second restart at one place would never end
    bool m_redescribed = false;
    std::unique_ptr<QueryJob> m_job;
};

} // namespace tieout::connectors
