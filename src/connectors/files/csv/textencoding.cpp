#include "connectors/files/csv/textencoding.h"

#include <QStringConverter>

#include <array>
#include <cstring>

namespace tieout::connectors {

namespace {

/// The characters of Windows-1252 at 0x80…0x9F; undefined ones stay the control they are in Latin-1.
constexpr std::array<char16_t, 32> kWindows{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                            0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows(std::string_view bytes)
{
    QString text(qsizetype(bytes.size()), Qt::Uninitialized);
    QChar* out = text.data();
    for (const char byte : bytes) {
        const auto unit = static_cast<unsigned char>(byte);
        *out++ = QChar(unit >= 0x80 && unit < 0xA0 ? kWindows[unit - 0x80] : char16_t(unit));
    }
    return text;
}

/// Length of the sequence at `at`, 0 when it is wrong, -1 when the end cuts it.
int sequenceAt(std::string_view bytes, size_t at)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return 1;
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    for (int i = 1; i < length; ++i) {
        if (at + size_t(i) >= bytes.size()) return -1;
        const unsigned char next = byte(at + size_t(i));
        if ((next & 0xC0) != 0x80) return 0;
        if (i > 1) continue;
        if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F) || (lead == 0xF0 && next < 0x90) ||
            (lead == 0xF4 && next > 0x8F))
            return 0;
    }
    return length;
}

/// Every other byte is zero in UTF-16 text of Western languages.
std::optional<TextEncoding> wideByZeros(std::string_view head)
{
    if (head.size() < 4) return std::nullopt;
    std::array<size_t, 2> zeros{};
    for (size_t i = 0; i < head.size(); ++i)
        zeros[i % 2] += head[i] == 0;
    const size_t half = head.size() / 2;
    if (zeros[1] * 10 > half * 6 && zeros[0] * 10 < half) return TextEncoding::Utf16Le;
    if (zeros[0] * 10 > half * 6 && zeros[1] * 10 < half) return TextEncoding::Utf16Be;
    return std::nullopt;
}

/// Position of the first byte that is not UTF-8, or the size. A sequence that the end cuts is fine when more
/// follows.
size_t utf8Until(std::string_view bytes, Rest rest)
{
    for (size_t at = 0; at < bytes.size();) {
        const int length = sequenceAt(bytes, at);
        if (length == 0 || (length < 0 && rest == Rest::None)) return at;
        if (length < 0) break;
        at += size_t(length);
    }
    return bytes.size();
}

} // namespace

bool isAscii(std::string_view bytes)
{
    size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if (word & 0x8080808080808080ULL) return false;
    }
    for (; i < bytes.size(); ++i) {
        if (bytes[i] & '\x80') return false;
    }
    return true;
}

bool isUtf8(std::string_view bytes)
{
    return isAscii(bytes) || utf8Until(bytes, Rest::None) == bytes.size();
}

QString decoded(std::string_view bytes, TextEncoding encoding, bool* damaged)
{
    if (isAscii(bytes) || encoding == TextEncoding::Latin1)
        return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    if (encoding == TextEncoding::Windows1252) return fromWindows(bytes);
    if (utf8Until(bytes, Rest::None) == bytes.size())
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    if (damaged) *damaged = true;
    return fromWindows(bytes);
}

EncodingGuess guessEncoding(std::string_view head, Rest rest)
{
    EncodingGuess guess;
    const auto starts = [&](std::string_view mark) { return head.substr(0, mark.size()) == mark; };
    if (starts("\xEF\xBB\xBF")) {
        guess.confidence = 100;
        guess.markBytes = 3;
    } else if (starts("\xFF\xFE") || starts("\xFE\xFF")) {
        return {starts("\xFF\xFE") ? TextEncoding::Utf16Le : TextEncoding::Utf16Be, 100, 2, false, 0};
    } else if (head.find('\0') != std::string_view::npos) {
        if (const auto wide = wideByZeros(head)) return {*wide, 90, 0, false, 0};
        guess.binary = true;
        return guess;
    }
    const size_t until = utf8Until(head, rest);
    const bool anyWide = !isAscii(head.substr(size_t(guess.markBytes), until - size_t(guess.markBytes)));
    if (until == head.size()) {
        if (guess.confidence == 0) guess.confidence = anyWide ? 99 : 95;
        return guess;
    }
    if (anyWide || guess.markBytes) {
        guess.mixedAt = until;
        guess.confidence = 60;
        return guess;
    }
    guess.encoding = TextEncoding::Windows1252;
    guess.confidence = 80;
    return guess;
}

} // namespace tieout::connectors
