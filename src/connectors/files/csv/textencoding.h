#pragma once

#include "connectors/files/filesettings.h"

#include <string_view>

namespace tieout::connectors {

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view bytes);
[[nodiscard]] bool isAscii(std::string_view bytes);

/// Text of a cell. UTF-8 that is none is read as Windows-1252, so that a person sees what stands there, and
/// `damaged` is set. UTF-16 files are UTF-8 by the time they come here.
[[nodiscard]] QString decoded(std::string_view bytes, TextEncoding encoding, bool* damaged);

/// What the first bytes of a text file say about its encoding.
struct EncodingGuess {
    TextEncoding encoding = TextEncoding::Utf8;
    int confidence = 0;
    int markBytes = 0; ///< length of a byte order mark
    bool binary = false;
    size_t mixedAt = 0; ///< byte where text of another encoding begins; 0 = none
};
/// Whether more of the file follows: then its head may end within a character.
enum class Rest : quint8 { None, Follows };
[[nodiscard]] EncodingGuess guessEncoding(std::string_view head, Rest rest);

} // namespace tieout::connectors
