#pragma once

#include "sandbox/cin7core/books.h"
#include "sandbox/message.h"

namespace tieout::sandbox::cin7core {

/// One call on its way through the desks. Lives for it.
struct Call {
    const Request& request;
    QString path; ///< behind the version: "sale/invoice"
    Json body;
    Books& books;
    const Modes& modes;
    Instant now;

    [[nodiscard]] bool isRead() const { return request.method == "GET"; }
    [[nodiscard]] bool isPost() const { return request.method == "POST"; }
    [[nodiscard]] bool isPut() const { return request.method == "PUT"; }
    [[nodiscard]] bool isDelete() const { return request.method == "DELETE"; }
    [[nodiscard]] QString parameter(QStringView name) const { return request.queryValue(name); }
};

/// What is wrong with a body, in the order it was found.
class Problems final
{
  public:
    void add(const QString& text, int code = 400) { m_found.append({code, text}); }
    [[nodiscard]] bool isEmpty() const { return m_found.isEmpty(); }
    /// 400 with the first two: the rest shows when those are mended.
    [[nodiscard]] Response reply(const Modes& modes) const;

  private:
    QList<std::pair<int, QString>> m_found;
};

[[nodiscard]] Response refusal(const Call& call, const QString& text, int code = 400);
/// Page and Limit over rows that are ready.
[[nodiscard]] Response envelope(const Call& call, const QString& list, const QList<Json>& rows,
                                bool total = true);
/// Whether a day may not be written to any more; says so in `problems`.
void checkLockDate(const Call& call, const Json& date, Problems& problems);

} // namespace tieout::sandbox::cin7core
