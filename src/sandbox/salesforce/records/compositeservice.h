#pragma once

#include "base/json.h"
#include "sandbox/message.h"
#include "sandbox/salesforce/organisation.h"

#include <functional>

namespace tieout::sandbox::salesforce {

/// POST /composite, /composite/batch and /composite/graph: several calls in one. Owned by the system.
class CompositeService final
{
  public:
    using Dispatch = std::function<Response(const Request&)>;

    /// `dispatch` answers one part as if it had come alone.
    CompositeService(Organisation& organisation, Dispatch dispatch)
        : m_organisation(organisation)
        , m_dispatch(std::move(dispatch))
    {
    }

    [[nodiscard]] Response composite(const Request& request);
    [[nodiscard]] Response batch(const Request& request);
    /// Graphs of rows: each is saved whole or not at all, the others stand by themselves.
    [[nodiscard]] Response graph(const Request& request);

  private:
    using Answers = QHash<QString, Json>;

    enum class Filling : quint8 { Url, Body };
    /// What a failure means for the other parts.
    enum class Bond : quint8 {
        None,
        AllOrNone, ///< it undoes and halts them
    };
    struct Part {
        Json answer;
        bool failed = false;
    };
    struct Parts {
        Json answers; ///< of all in order
        bool anyFailed = false;
    };

    /// Why the parts cannot be worked off at all.
    [[nodiscard]] static std::optional<Response> refusal(const Json& calls);
    [[nodiscard]] Parts workOff(const Request& whole, const Json& calls, Bond bond);
    [[nodiscard]] Part part(const Request& whole, const Json& call, const Answers& answers);
    [[nodiscard]] static bool fillReferences(QByteArray& text, const Answers& answers, Filling filling);

    Organisation& m_organisation;
    Dispatch m_dispatch;
};

} // namespace tieout::sandbox::salesforce
