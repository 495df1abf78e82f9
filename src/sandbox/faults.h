#pragma once

#include "base/json.h"
#include "base/random.h"
#include "sandbox/message.h"

#include <QRegularExpression>

namespace tieout::sandbox {

enum class FaultKind : quint8 {
    Status,
    Html,
    Slow,
    Hang,
    CutBefore,
    CutAfter,
    Truncate,
    ExpireTokens,
    Revoke,
    RateMinute,
    RateDay,
    RateConcurrent,
};

/// One switched-on fault. Requests it does not match pass by untouched.
struct FaultRule {
    quint64 number = 0;
    QString system;             ///< empty: every system
    QRegularExpression pattern; ///< on the path; matches anything when empty
    QByteArray method;          ///< empty: any
    FaultKind kind = FaultKind::Status;
    int status = 0; ///< 0: the kind's own
    std::optional<int> retryAfter;
    std::optional<QByteArray> body;
    std::chrono::milliseconds delay{2000};
    qint64 left = -1; ///< times it still strikes; -1 for ever
    qint64 every = 1; ///< strikes each n-th matching request
    qint64 seen = 0;  ///< matching requests so far
    quint32 perMillion = 1'000'000;
};

[[nodiscard]] QString faultKindName(FaultKind kind);

/// The faults that are on, and what they do to an answer. Owned by the practice company; chance comes from
/// its seed.
class Faults final
{
  public:
    explicit Faults(Random& random)
        : m_random(random)
    {
    }

    /// Switches one on from the JSON of POST /_practice/faults. Error: BadConfig "practice.fault".
    [[nodiscard]] Result<void> add(const Json& json);
    void clear() { m_rules.clear(); }
    [[nodiscard]] Json active() const;

    /// The fault that strikes this request, if any; counts it.
    [[nodiscard]] std::optional<FaultRule> strike(const QString& system, const Request& request);

  private:
    Random& m_random;
    std::vector<FaultRule> m_rules;
    quint64 m_lastNumber = 0;
};

/// The answer that a fault gives instead of the system's; nothing for kinds that act on the real one.
[[nodiscard]] std::optional<Response> faultAnswer(const FaultRule& rule, const QString& system);
/// Changes the system's own answer: slow, truncated, cut after the commit.
void applyToAnswer(const FaultRule& rule, Response& response);

} // namespace tieout::sandbox
