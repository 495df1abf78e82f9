#pragma once

#include "base/json.h"

#include <functional>
#include <memory>
#include <optional>

namespace tieout::sandbox::cin7omni {

/// A condition of the "where" parameter, read once and asked for every row: = <> > < >= <=, IS [NOT] NULL,
/// [NOT] LIKE with % and _, [NOT] IN, AND, OR, NOT and brackets. Names and texts are compared without case.
class Where final
{
  public:
    /// Nothing when the text is not a condition, names a member that `known` refuses, or is nested too
    /// deeply.
    [[nodiscard]] static std::optional<Where> parse(QStringView text,
                                                    const std::function<bool(QStringView)>& known);
    ~Where();
    Where(Where&&) noexcept;
    Where& operator=(Where&&) noexcept;
    [[nodiscard]] bool matches(const Json& row) const;

    struct Node;

  private:
    explicit Where(std::unique_ptr<Node> root);
    std::unique_ptr<Node> m_root;
};

/// Below, equal or above zero as the left value sorts before, with or behind the right one; nothing when one
/// of them is null.
[[nodiscard]] std::optional<int> compareValues(const Json& left, const Json& right);

} // namespace tieout::sandbox::cin7omni
