#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/query/queryplan.h"

namespace tieout {
class Json;
}

namespace tieout::sandbox::salesforce {

/// /search with SOSL and /parameterizedSearch: words looked for in the texts of records. Owned by the system.
class SearchService final
{
  public:
    explicit SearchService(const Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    [[nodiscard]] Response search(const Request& request, const QByteArray& servicePath) const;
    [[nodiscard]] Response parameterized(const Request& request, const QByteArray& servicePath) const;

  private:
    enum class Group : quint8 { All, Name, Email, Phone };
    /// Where to look and what to show, as a query without its words.
    struct Target {
        QString soql;
    };
    struct Order {
        QString words;
        Group group = Group::All;
        std::vector<Target> targets; ///< none: every object that can be searched
        int limit = 2000;
    };

    [[nodiscard]] static tl::expected<Order, Response> parse(const QString& sosl);
    [[nodiscard]] static std::optional<Group> groupNamed(const QString& name);
    [[nodiscard]] static tl::expected<Order, Response> fromParameters(const Request& request);
    [[nodiscard]] static tl::expected<Order, Response> fromBody(const Json& body);
    [[nodiscard]] Response carryOut(Order order, const QByteArray& servicePath) const;
    [[nodiscard]] bool found(int object, RowNumber row, const QStringList& patterns, Group group) const;

    const Organisation& m_organisation;
};

} // namespace tieout::sandbox::salesforce
