#pragma once

#include "base/date.h"
#include "sandbox/cin7/shelf.h"
#include "sandbox/cin7core/kinds.h"

#include <array>

namespace tieout::sandbox::cin7core {

enum class LimitCostume : quint8 { Text503, Status429, List400 };
enum class UnknownPath : quint8 { NotFound, WebPage, Redirect };

/// What the facts about Cin7 Core leave open, as switches.
struct Modes {
    LimitCostume limit = LimitCostume::Status429;
    UnknownPath unknownPath = UnknownPath::NotFound;
    bool limitByAccount = false;    ///< all applications share one count
    qint64 mostRows = 1000;         ///< of a page; 100 in older accounts
    bool singleErrors = false;      ///< a refusal is one object instead of a list
    bool accountingLinked = false;  ///< accounts cannot be changed
    bool movesStock = true;         ///< ordering, shipping and receiving change the availability
    bool webhooksTwice = false;     ///< each event is told twice
    bool webhooksBackwards = false; ///< of several events the last comes first
};

/// Everything one Cin7 Core account holds. A value whose copies are snapshots. Owned by the system.
class Books final
{
  public:
    [[nodiscard]] const cin7::Shelf& shelf(Kind kind) const { return m_shelves[size_t(kind)]; }
    [[nodiscard]] cin7::Shelf& shelf(Kind kind) { return m_shelves[size_t(kind)]; }
    [[nodiscard]] QString newGuid();
    /// "SO-00001": the next number of a series.
    [[nodiscard]] QString newNumber(const QString& series);
    /// Ids are compared without case.
    [[nodiscard]] const Json* find(Kind kind, const QString& id) const
    {
        return shelf(kind).find(id.toLower());
    }
    void put(Kind kind, const QString& id, const Json& row) { shelf(kind).put(id.toLower(), row); }
    [[nodiscard]] Decimal taxPercent(const QString& rule) const;

    Json company;
    Json events = Json::array(); ///< what webhooks would be told

  private:
    std::array<cin7::Shelf, kKindCount> m_shelves;
    QHash<QString, qint64> m_series;
    qint64 m_lastGuid = 0;
};

/// "2026-06-30T02:00:00.000": universal time that does not say so.
[[nodiscard]] QString stampOf(Instant instant);
[[nodiscard]] inline QString zeroGuid()
{
    return QStringLiteral("00000000-0000-0000-0000-000000000000");
}

} // namespace tieout::sandbox::cin7core
