#pragma once

#include "connectors/files/celltext.h"

#include <array>

namespace tieout::connectors {

/// A number as people write it ("(1.234,56)", "€ 12", "1 234.5-") in plain notation, on the stack.
class PlainNumber final
{
  public:
    PlainNumber(std::string_view text, DecimalMark mark);
    [[nodiscard]] bool isNumber() const { return m_isNumber; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] bool hasMark() const { return m_hasMark; } ///< a point or comma stands in it
    [[nodiscard]] bool hasLeadingZero() const { return m_leadingZero; }
    [[nodiscard]] std::string_view text() const { return {m_text.data(), m_size}; }

  private:
    [[nodiscard]] std::string_view withoutSigns(std::string_view text);
    [[nodiscard]] bool takeBody(std::string_view body, char mark);
    [[nodiscard]] bool takeGroups(std::string_view& body, char mark);
    [[nodiscard]] bool takeExponent(std::string_view body);
    [[nodiscard]] bool put(char character);

    std::array<char, 80> m_text{};
    size_t m_size = 0;
    bool m_isNumber = false;
    bool m_tooLong = false;
    bool m_hasMark = false;
    bool m_leadingZero = false;
    bool m_negative = false;
};

} // namespace tieout::connectors
