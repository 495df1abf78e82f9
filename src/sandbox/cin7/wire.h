#pragma once

#include "sandbox/jsonreply.h"

#include <optional>

namespace tieout::sandbox::cin7 {

/// A member whatever the case of its name; null when absent.
[[nodiscard]] const Json& memberOf(const Json& object, QStringView name);
[[nodiscard]] bool hasMember(const Json& object, QStringView name);
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

using sandbox::jsonReply;
[[nodiscard]] Response plainReply(int status, const QByteArray& text);
[[nodiscard]] Response pageReply(int status, const QByteArray& title);

} // namespace tieout::sandbox::cin7
