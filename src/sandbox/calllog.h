#pragma once

#include "base/date.h"
#include "sandbox/message.h"

#include <QHash>

#include <deque>

namespace tieout {
class JsonWriter;
}

namespace tieout::sandbox {

struct CallFilter {
    QString system;    ///< empty: all
    quint64 since = 0; ///< calls with a larger number
    bool countsOnly = false;
};

/// Everything that was called, the newest 200,000 with counters over all. Owned by the practice company.
class CallLog final
{
  public:
    void note(const QString& system, const Request& request, const Response& response, const QString& fault,
              Instant at);
    void clear();
    /// {"total", "dropped", "counts": {system: {method: n}}, "calls": […]}
    [[nodiscard]] QByteArray toJson(const CallFilter& filter) const;

  private:
    struct Call {
        quint64 number = 0;
        QString system; // shared texts
        QString fault;
        QByteArray method;
        QByteArray path;
        QByteArray query;
        QByteArray idempotencyKey;
        int status = 0;
        qint64 requestBytes = 0;
        qint64 bytes = 0;
        Instant at{};
    };

    static void writeCall(JsonWriter& writer, const Call& call);

    std::deque<Call> m_calls;
    QHash<QString, QHash<QByteArray, qint64>> m_counts; // system → method
    quint64 m_lastNumber = 0;
};

} // namespace tieout::sandbox
