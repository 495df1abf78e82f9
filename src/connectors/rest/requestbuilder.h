#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/reading/readplan.h"
#include "connectors/rest/requestdraft.h"

namespace tieout::connectors {

/// Where in a list a page starts, in all the ways systems count.
struct PagePlace {
    int index = 0;     ///< pages before it
    qint64 offset = 0; ///< records before it
    QString token;     ///< what the page before told, or its last key
};

/// Makes the requests of a read: addresses, queries, headers, bodies. Pure; borrowed values must outlive it.
class RequestBuilder final
{
  public:
    static constexpr qsizetype kLongestAddress = 16'000; ///< bytes; servers refuse from 16,384

    RequestBuilder(const Manifest& manifest, const ObjectSpec& object, Variables variables);

    /// Everything changed since `since` (empty = everything), one page of it. Errors: BadConfig
    /// "connector.setting-missing", "connector.query-too-long" (facts: object), "connector.cursor" (facts:
    /// text).
    [[nodiscard]] Result<net::HttpRequest> changes(const RecordPlan& plan, const Cursor& since,
                                                   const PagePlace& place, int pageSize) const;
    /// The query of changes() in the select language, for a job.
    [[nodiscard]] Result<QString> changesQuery(const RecordPlan& plan, const Cursor& since) const;
    /// As many of `ids` from `first` on as fit one request; `first` moves behind them.
    [[nodiscard]] Result<net::HttpRequest> byIds(const RecordPlan& plan, const QStringList& ids,
                                                 qsizetype& first) const;
    /// The record with this id, by the manifest's `one`.
    [[nodiscard]] Result<net::HttpRequest> byId(const QString& id) const;
    /// The ids of records deleted since.
    [[nodiscard]] Result<net::HttpRequest> tombstones(const Cursor& since) const;
    /// The next page of a system that names it; only on the address that this connection talks to already.
    /// Error: RemoteFault "answer.link" (facts: the link).
    [[nodiscard]] Result<net::HttpRequest> following(const QString& link) const;
    /// As many of `keys` (our external key) from `first` on as fit one request.
    [[nodiscard]] Result<net::HttpRequest> byKeys(const RecordPlan& plan, const QStringList& keys,
                                                  qsizetype& first, const PagePlace& place) const;
    /// With the headers that every request to an object carries.
    [[nodiscard]] Result<net::HttpRequest> plain(const RequestSpec& spec, const Pairs& query = {},
                                                 const Pairs& headers = {}) const;
    /// Without them: before an organisation is chosen.
    [[nodiscard]] static Result<net::HttpRequest> bare(const RequestSpec& spec, const Variables& variables);
    /// Where reading starts for a kept cursor: the overlap before it.
    [[nodiscard]] Result<Cursor> overlapped(const Cursor& cursor) const;

  private:
    [[nodiscard]] QString soqlText(const RecordPlan& plan, const QStringList& conditions) const;
    [[nodiscard]] Result<net::HttpRequest> soql(const RecordPlan& plan, const QStringList& conditions) const;
    [[nodiscard]] RequestDraft list(const RecordPlan& plan, const PagePlace& place, int pageSize) const;
    [[nodiscard]] Result<net::HttpRequest> finished(const RequestDraft& draft,
                                                    const Variables& variables) const;
    [[nodiscard]] Result<net::HttpRequest> where(const RecordPlan& plan, const QStringList& keys,
                                                 const PagePlace& place) const;

    const Manifest& m_manifest;
    const ObjectSpec& m_object;
    Variables m_variables;
};

} // namespace tieout::connectors
