#pragma once

#include "connectors/rest/reading/restpagestream.h"

#include <deque>

namespace tieout::connectors {

/// The read of an object of a manifest: the one door for streams, whatever they are made of.
[[nodiscard]] std::unique_ptr<PageStream> openRead(std::shared_ptr<RestSession> session,
                                                   std::shared_ptr<SchemaBook> schemas, ReadRequest request);

/// A read that is made once per record of another object, or per word of a setting: the payments of each
/// invoice. The cursor moves behind a page of parents when all their children have been read. Engine thread;
/// owned by its caller.
class RestChildStream final : public PageStream
{
  public:
    RestChildStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                    ReadRequest request);

    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    void openParents();
    /// The next parents, or an end that is noted.
    [[nodiscard]] Task<Result<void>> fetchParents(StopToken stop);
    void openChild();
    [[nodiscard]] QStringList parentFields() const;
    [[nodiscard]] bool isByChange() const;
    [[nodiscard]] std::optional<Page> lastWord();

    std::shared_ptr<RestSession> m_session;
    std::shared_ptr<SchemaBook> m_schemas;
    ReadRequest m_request;
    const ReadSpec& m_read;
    std::unique_ptr<PageStream> m_parents;
    std::deque<ReadScope> m_waiting;
    std::unique_ptr<RestPageStream> m_child;
    Cursor m_safe;    ///< everything up to here has been read
    Cursor m_pending; ///< of the parents whose children are being read
    Cursor m_told;    ///< of the last page that went out
    bool m_opened = false;
    bool m_noMoreParents = false;
    bool m_ended = false;
};

} // namespace tieout::connectors
