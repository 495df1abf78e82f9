#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <string_view>

namespace tieout::sandbox::salesforce {

/// A record's id: the 15 case-sensitive characters. The three check characters are made when it is written.
struct RecordId {
    std::array<char, 15> text{};

    /// 15 or 18 letters and digits; of 18 the last three are not looked at.
    [[nodiscard]] static std::optional<RecordId> parse(QStringView id);
    [[nodiscard]] static RecordId make(std::string_view prefix, quint64 number);

    [[nodiscard]] bool isNull() const { return text[0] == '\0'; }
    [[nodiscard]] std::string_view prefix() const { return {text.data(), 3}; }
    [[nodiscard]] std::string_view view() const { return {text.data(), text.size()}; }
    /// The 18 characters.
    void writeTo(char* out) const;
    [[nodiscard]] QString toString() const;
    [[nodiscard]] size_t hash() const { return std::hash<std::string_view>()(view()); }

    auto operator<=>(const RecordId&) const = default;
};

} // namespace tieout::sandbox::salesforce
