#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout {

/// Finds the members of JSON objects by name when most objects of a list name them in the same order: the
/// next one wanted is nearly always the next one found. Lives for one object.
template<typename Member>
class MemberOrder final
{
  public:
    /// Members have a `name`; borrowed.
    explicit MemberOrder(const std::vector<Member>& members)
        : m_members(members)
    {
    }

    /// Null when no member is called so.
    [[nodiscard]] const Member* find(std::string_view name)
    {
        const std::size_t count = m_members.size();
        for (std::size_t tried = 0, at = m_next; tried < count; ++tried, at = after(at)) {
            if (m_members[at].name != name) continue;
            m_next = after(at);
            return &m_members[at];
        }
        return nullptr;
    }

  private:
    [[nodiscard]] std::size_t after(std::size_t at) const { return at + 1 == m_members.size() ? 0 : at + 1; }

    const std::vector<Member>& m_members;
    std::size_t m_next = 0;
};

} // namespace tieout
