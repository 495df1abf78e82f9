#pragma once

#include "sandbox/harvest/bodyreader.h"
#include "sandbox/harvest/books.h"

#include <QSet>

namespace tieout::sandbox::harvest {

/// Who is asking, from the token's person.
struct Viewer {
    enum class Level : quint8 { Member, Manager, Administrator };
    qint64 userId = 0;
    Level level = Level::Member;
    QSet<QString> extras;  ///< "billable_rates_manager" and the like
    QSet<qint64> projects; ///< that a manager manages

    [[nodiscard]] bool isAdministrator() const { return level == Level::Administrator; }
    [[nodiscard]] bool may(const QString& extra) const { return isAdministrator() || extras.contains(extra); }
    [[nodiscard]] bool manages(qint64 project) const
    {
        return isAdministrator() || projects.contains(project);
    }
};

/// What the documentation leaves open, each way on a switch.
struct Modes {
    bool retryAfter = true;     ///< off: a refused call is an empty web page without the header
    bool echoDeleted = true;    ///< a deletion answers with the record; off: with an empty body
    bool refusePerPage = false; ///< per_page over 2,000 is refused; off: it counts as 2,000
    int reportSpanStatus = 422; ///< of a report over more than a year
};

/// One request on its way through the account's books. Borrowed parts; lives for the call.
struct Call {
    const Request& request;
    QStringList path; ///< behind /v2
    SentBody body;
    Viewer viewer;
    Books& books;
    const Modes& modes;
    Instant now{};
    QByteArray baseUrl;
    QList<std::pair<Kind, qint64>> imported = {}; ///< entries and expenses that the new invoice takes in

    [[nodiscard]] bool is(const char* method) const { return request.method == method; }
};

/// The day in the account's own time zone.
[[nodiscard]] Date localDate(Instant instant);
/// "14:59" or "2:59pm", as the account's clock has it.
[[nodiscard]] QString clockText(Instant instant, const Json& company);
[[nodiscard]] QString clockText(int minutes, const Json& company);
/// Minutes after midnight of either form.
[[nodiscard]] std::optional<int> clockMinutes(const QString& text);

/// A number as the service prints it: 5 stays 5, fractions end at their last digit, 288.90 is 288.9.
[[nodiscard]] Decimal printed(const Decimal& value);
[[nodiscard]] Decimal plus(const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal minus(const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal times(const Decimal& a, const Decimal& b);
/// `percent` of `amount`, to cents.
[[nodiscard]] Decimal percentOf(const Decimal& amount, const Decimal& percent);

} // namespace tieout::sandbox::harvest
