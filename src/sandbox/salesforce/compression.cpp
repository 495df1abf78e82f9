#include "sandbox/salesforce/compression.h"

#include <array>

namespace tieout::sandbox::salesforce {

namespace {

std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? (value >> 1) ^ 0xedb88320U : value >> 1;
        table[i] = value;
    }
    return table;
}

quint32 crc32(const QByteArray& bytes)
{
    static const std::array<quint32, 256> kTable = crcTable();
    quint32 crc = 0xffffffffU;
    for (const char c : bytes)
        crc = kTable[(crc ^ uchar(c)) & 0xffU] ^ (crc >> 8);
    return ~crc;
}

void appendLittle(QByteArray& out, quint32 value)
{
    for (int i = 0; i < 4; ++i)
        out.append(char(value >> (8 * i) & 0xffU));
}

} // namespace

QByteArray gzipped(const QByteArray& bytes)
{
    // qCompress writes its own length, a two-byte zlib head, the deflated bytes and a four-byte checksum:
    // gzip wants the middle.
    constexpr qsizetype kHead = 6;
    constexpr qsizetype kTail = 4;
    const QByteArray packed = qCompress(bytes);
    QByteArray out("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10);
    out.append(packed.constData() + kHead, packed.size() - kHead - kTail);
    appendLittle(out, crc32(bytes));
    appendLittle(out, quint32(bytes.size()));
    return out;
}

} // namespace tieout::sandbox::salesforce
