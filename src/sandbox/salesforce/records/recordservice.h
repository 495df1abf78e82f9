#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/records/recordwriter.h"

#include <deque>

namespace tieout::sandbox::salesforce {

/// Everything below /sobjects: describes, single rows, upsert by external id, updated and deleted lists.
/// Owned by the system.
class RecordService final
{
  public:
    explicit RecordService(Organisation& organisation)
        : m_organisation(organisation)
        , m_writer(organisation)
    {
    }

    /// `rest` is what follows /sobjects.
    [[nodiscard]] Response handle(const Request& request, const QStringList& rest,
                                  const QByteArray& servicePath, int version);
    /// GET /recent: what was worked on last, newest first.
    [[nodiscard]] Response recent(const Request& request, const QByteArray& servicePath) const;
    void clear() { m_recent.clear(); }

  private:
    struct Visit {
        int object = -1;
        RowNumber row = kNoRow;
    };

    [[nodiscard]] Response objectRoot(const Request& request, int object, const QByteArray& servicePath);
    [[nodiscard]] Response describe(const Request& request, int object, const QByteArray& servicePath) const;
    [[nodiscard]] Response create(const Request& request, int object, const QByteArray& servicePath);
    /// The field keeps bytes, which have an address of their own.
    [[nodiscard]] bool hasBytes(int object, const QString& name) const;
    [[nodiscard]] Response content(int object, const QString& id) const;
    [[nodiscard]] Response one(const Request& request, int object, const QString& id,
                               const QByteArray& servicePath);
    [[nodiscard]] Response read(const Request& request, int object, RowNumber row,
                                const QByteArray& servicePath) const;
    [[nodiscard]] Response byExternalId(const Request& request, int object, const QStringList& rest,
                                        const QByteArray& servicePath, int version);
    [[nodiscard]] Response severalFound(int object, const std::vector<RowNumber>& rows,
                                        const QByteArray& servicePath) const;
    [[nodiscard]] Response everything(const Request& request, const QByteArray& servicePath) const;
    [[nodiscard]] std::optional<Response> unmet(const Request& request, int object, RowNumber row) const;
    void visit(const Request& request, int object, RowNumber row);
    /// Of one object, or of all when it is -1.
    [[nodiscard]] QByteArray recentItems(int object, size_t most, const QByteArray& servicePath) const;
    [[nodiscard]] Response changes(const Request& request, int object, bool deletions) const;

    Organisation& m_organisation;
    RecordWriter m_writer;
    std::deque<Visit> m_recent; // newest first
};

/// The body as an object, or the answer to send.
[[nodiscard]] tl::expected<Json, Response> bodyObject(const Request& request);

} // namespace tieout::sandbox::salesforce
