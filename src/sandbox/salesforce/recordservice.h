#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/recordwriter.h"

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

  private:
    [[nodiscard]] Response objectRoot(const Request& request, int object, const QByteArray& servicePath);
    [[nodiscard]] Response describe(const Request& request, int object, const QByteArray& servicePath) const;
    [[nodiscard]] Response create(const Request& request, int object, const QByteArray& servicePath);
    [[nodiscard]] Response one(const Request& request, int object, const QString& id,
                               const QByteArray& servicePath);
    [[nodiscard]] Response read(const Request& request, int object, RowNumber row,
                                const QByteArray& servicePath) const;
    [[nodiscard]] Response byExternalId(const Request& request, int object, const QStringList& rest,
                                        const QByteArray& servicePath, int version);
    [[nodiscard]] Response severalFound(int object, const std::vector<RowNumber>& rows,
                                        const QByteArray& servicePath) const;
    [[nodiscard]] Response changes(const Request& request, int object, bool deletions) const;

    Organisation& m_organisation;
    RecordWriter m_writer;
};

/// The body as an object, or the answer to send.
[[nodiscard]] tl::expected<Json, Response> bodyObject(const Request& request);

} // namespace tieout::sandbox::salesforce
