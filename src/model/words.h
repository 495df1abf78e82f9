#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace tieout::model {

/// The words of an enumeration as documents and the store write them.
template<class Enum, std::size_t Count>
using Words = std::array<std::pair<Enum, const char16_t*>, Count>;

template<class Enum, std::size_t Count>
[[nodiscard]] QString wordFor(const Words<Enum, Count>& words, Enum value)
{
    for (const auto& [known, word] : words) {
        if (known == value) return QString::fromUtf16(word);
    }
    return {};
}

template<class Enum, std::size_t Count>
[[nodiscard]] std::optional<Enum> valueFor(const Words<Enum, Count>& words, QStringView word)
{
    for (const auto& [value, known] : words) {
        if (QStringView(known) == word) return value;
    }
    return std::nullopt;
}

} // namespace tieout::model
