#pragma once

#include "sandbox/reply.h"

#include <algorithm>
#include <optional>

namespace tieout::sandbox::cin7 {

/// A member whatever the case of its name; null when absent.
[[nodiscard]] const Json& memberOf(const Json& object, QStringView name);
[[nodiscard]] bool hasMember(const Json& object, QStringView name);
/// Absent, null, or text of blanks.
[[nodiscard]] bool isBlank(const Json& value);
/// A number, also one that travels as text; nothing for anything else.
[[nodiscard]] std::optional<Decimal> amountOf(const Json& value);
/// 0 where there is no amount.
[[nodiscard]] Decimal amountOrZero(const Json& value);

// Sums and products of amounts; what does not fit 38 digits stays as it was.
[[nodiscard]] Decimal plus(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal minus(const Decimal& left, const Decimal& right);
[[nodiscard]] Decimal times(const Decimal& left, const Decimal& right);
/// A percentage of an amount in hundredths, half away from zero.
[[nodiscard]] Decimal share(const Decimal& amount, const Decimal& percent);
/// The part of a total that is tax at this percentage.
[[nodiscard]] Decimal taxWithin(const Decimal& total, const Decimal& percent);

/// What a kind of record says of one of its members, whatever the case of the name; null when it has none.
template<class Member>
[[nodiscard]] const Member* findMember(const QList<Member>& members, QStringView name)
{
    const auto found = std::find_if(members.begin(), members.end(), [name](const Member& member) {
        return name.compare(member.name, Qt::CaseInsensitive) == 0;
    });
    return found == members.end() ? nullptr : &*found;
}

/// A web page that says no more than its title.
[[nodiscard]] Response titlePage(int status, const QByteArray& title);

} // namespace tieout::sandbox::cin7
