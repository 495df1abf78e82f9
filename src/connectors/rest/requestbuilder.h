#pragma once

#include "connectors/rest/readplan.h"

namespace tieout::connectors {

/// Makes the requests of a read: addresses, queries, headers. Pure; borrowed values must outlive it.
class RequestBuilder final
{
  public:
    static constexpr qsizetype kLongestAddress = 16'000; ///< bytes; servers refuse from 16,384

    RequestBuilder(const Manifest& manifest, const ObjectSpec& object,
                   const QHash<QString, QString>& variables);

    /// Everything changed since `since` (empty = everything), page `number` from 1. Errors: BadConfig
    /// "connector.setting-missing", "connector.query-too-long" (facts: object), "connector.cursor" (facts:
    /// text).
    [[nodiscard]] Result<net::HttpRequest> changes(const RecordPlan& plan, const Cursor& since, int number,
                                                   int pageSize) const;
    /// As many of `ids` from `first` on as fit one request; `first` moves behind them.
    [[nodiscard]] Result<net::HttpRequest> byIds(const RecordPlan& plan, const QStringList& ids,
                                                 qsizetype& first) const;
    /// The next page of a system that names it; only on the address that this connection talks to already.
    /// Error: RemoteFault "answer.link" (facts: the link).
    [[nodiscard]] Result<net::HttpRequest> following(const QString& link) const;
    /// As many of `keys` (our external key) from `first` on as fit one request.
    [[nodiscard]] Result<net::HttpRequest> byKeys(const QStringList& keys, qsizetype& first, int page) const;
    /// With the headers that every request to an object carries.
    [[nodiscard]] Result<net::HttpRequest> plain(const RequestSpec& spec, const Pairs& query = {},
                                                 const Pairs& headers = {}) const;
    /// Without them: before an organisation is chosen.
    [[nodiscard]] static Result<net::HttpRequest> bare(const RequestSpec& spec, const Pairs& query,
                                                       const Pairs& headers,
                                                       const QHash<QString, QString>& variables);
    /// Where reading starts for a kept cursor: the overlap before it.
    [[nodiscard]] Result<Cursor> overlapped(const Cursor& cursor) const;

  private:
    [[nodiscard]] Result<net::HttpRequest> soql(const RecordPlan& plan, const QStringList& conditions) const;
    [[nodiscard]] Pairs pageQuery(int number, int pageSize) const;

    const Manifest& m_manifest;
    const ObjectSpec& m_object;
    const QHash<QString, QString>& m_variables;
};

} // namespace tieout::connectors
