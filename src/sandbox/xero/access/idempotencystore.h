#pragma once

#include "base/date.h"
#include "sandbox/message.h"

#include <QHash>

#include <deque>

namespace tieout::sandbox::xero {

/// Answers kept by Idempotency-Key for six minutes from the first call, errors included. One per app: a key
/// is not bound to an organisation. Owned by the system.
class IdempotencyStore final
{
  public:
    enum class Match : quint8 { New, Same, Different };
    struct Found {
        Match match = Match::New;
        quint64 requestHash = 0; ///< to hand back to `keep`
        Response answer;         ///< with Same
    };

    [[nodiscard]] Found find(const QByteArray& key, const Request& request, Instant now);
    void keep(const QByteArray& key, quint64 requestHash, const Response& answer, Instant now);
    void clear();

  private:
    struct Entry {
        quint64 requestHash = 0;
        Instant expires{};
        Response answer;
    };
    void dropOld(Instant now);
    void dropFirst();

    QHash<QByteArray, Entry> m_entries;
    std::deque<QByteArray> m_order; // oldest first; the life is the same for all
    qint64 m_bytes = 0;
};

} // namespace tieout::sandbox::xero
