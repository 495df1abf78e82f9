#pragma once

#include "base/date.h"
#include "base/json.h"
#include "sandbox/harvest/kinds.h"

#include <QHash>
#include <QMap>

#include <array>

namespace tieout::sandbox::harvest {

/// One record. `data` holds the members under their kept names; what is absent is null.
struct Row {
    qint64 id = 0;
    Instant created{};
    Instant updated{};
    Json data;

    [[nodiscard]] const Json& operator[](QStringView name) const { return data[name]; }
    [[nodiscard]] QString text(QStringView name) const { return data[name].toText(); }
    [[nodiscard]] bool flag(QStringView name) const { return data[name].toBool(); }
    [[nodiscard]] qint64 integer(QStringView name) const { return data[name].toInteger(); }
    [[nodiscard]] Decimal number(QStringView name) const { return data[name].toDecimal(); }
    [[nodiscard]] bool has(QStringView name) const { return !data[name].isNull(); }
};

using Rows = QMap<qint64, Row>;

/// Everything one Harvest account holds. A value whose copies share until they are changed: copies are
/// snapshots. Owned by the system.
class Books final
{
  public:
    Books();

    [[nodiscard]] const Rows& rows(Kind kind) const { return m_rows[size_t(kind)]; }
    /// Null when there is none; valid until the next change of the kind.
    [[nodiscard]] const Row* find(Kind kind, qint64 id) const;
    /// Gives the id; defaults of the kind that `data` lacks are filled in.
    qint64 add(Kind kind, Json data, Instant at);
    void replace(Kind kind, const Row& row);
    void set(Kind kind, qint64 id, const QString& name, Json value, Instant at);
    void remove(Kind kind, qint64 id);
    void removeWhere(Kind kind, QStringView member, qint64 id);
    [[nodiscard]] bool any(Kind kind, QStringView member, qint64 id) const;
    /// The assignment of a task or a person (`kind`) to a project; null when there is none.
    [[nodiscard]] const Row* findAssignment(Kind kind, qint64 project, qint64 other) const;
    [[nodiscard]] QString userName(qint64 id) const;

    Json company;
    Json outbox = Json::array(); ///< every e-mail that would have left the house
    qint64 lastLineId = 53'341'600;

  private:
    using Pairs = QHash<std::pair<qint64, qint64>, qint64>;
    [[nodiscard]] Pairs* pairsOf(Kind kind);
    [[nodiscard]] static std::pair<qint64, qint64> pairOf(Kind kind, const Row& row);
    void forget(Kind kind, const Row& row);

    std::array<Rows, kKindCount> m_rows;
    std::array<qint64, kKindCount> m_lastIds{};
    Pairs m_taskAssignments; // project and task
    Pairs m_userAssignments; // project and person
};

} // namespace tieout::sandbox::harvest
