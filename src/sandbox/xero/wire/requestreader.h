#pragma once

#include "base/date.h"
#include "base/json.h"

#include <QUuid>

#include <vector>

namespace tieout::sandbox::xero {

/// The member names of one object, found without case: requests may spell them either way. Built once,
/// read-only.
class MemberNames final
{
  public:
    /// `names[i]` has number i.
    explicit MemberNames(std::initializer_list<QStringView> names);
    MemberNames() = default;
    /// Gives the next number.
    void add(QStringView name);
    [[nodiscard]] int find(QStringView name) const; ///< -1 when unknown

  private:
    struct Entry {
        QStringView name;
        int number;
    };
    std::vector<std::vector<Entry>> m_byLength;
    int m_next = 0;
};

/// Member of an object by its name without case; a shared null when absent.
[[nodiscard]] const Json& memberOf(const Json& json, QStringView name);

/// Reads values of a request: lenient in form (a number may come as text), exact in content. A null counts as
/// absent. What cannot be read at all is remembered and refuses the whole request. Lives for one request.
class ValueReader final
{
  public:
    [[nodiscard]] std::optional<QString> text(const Json& value);
    [[nodiscard]] std::optional<Decimal> number(const Json& value);
    [[nodiscard]] std::optional<bool> flag(const Json& value);
    /// "2026-11-21", an ISO instant (its UTC day) or "/Date(ms)/".
    [[nodiscard]] std::optional<Date> day(const Json& value);
    [[nodiscard]] std::optional<QUuid> guid(const Json& value); ///< the zero GUID counts as absent
    void refuse(const QString& message);
    [[nodiscard]] const QString& fault() const { return m_fault; } ///< empty when all was readable

  private:
    QString m_fault;
};

} // namespace tieout::sandbox::xero
