#pragma once

#include "connectors/manifestparts.h"

namespace tieout::connectors {

/// Variables of one request: settings, and what the call is about.
using Variables = QHash<QString, QString>;

/// A request in the making: what the manifest says, and what the call adds. Lives on the stack.
class RequestDraft final
{
  public:
    /// `filterJoin` joins two texts for one query parameter; empty: the later one replaces.
    explicit RequestDraft(const RequestSpec& spec, QString filterJoin = {});

    /// A query parameter, or a dotted place in the body of a request that has one.
    void put(const QString& name, const Json& value);
    void addHeaders(const Pairs& headers);
    /// Errors: BadConfig "connector.setting-missing" (facts: the variable). A query value or header whose
    /// {since} is empty is left out.
    [[nodiscard]] Result<net::HttpRequest> finish(const Variables& variables) const;

  private:
    [[nodiscard]] Result<Pairs> query(const Variables& variables) const;
    [[nodiscard]] Result<QByteArray> body(const Variables& variables) const;

    const RequestSpec& m_spec;
    QString m_filterJoin;
    Pairs m_query;
    Pairs m_headers;
    QList<std::pair<QString, Json>> m_body;
};

/// Sets a member at a dotted place, making the objects on the way.
void setAt(Json& object, const QString& dotted, Json value);

} // namespace tieout::connectors
