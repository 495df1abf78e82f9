#include "sandbox/xero/organisation/guids.h"

#include <cstring>

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kPlainLength = 36;
constexpr char kHex[] = "0123456789abcdef";

void appendHex(std::string& out, quint64 value, int digits)
{
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out.push_back(kHex[(value >> shift) & 0xf]);
}

} // namespace

GuidSource::GuidSource(Random& random)
    : m_state(0)
{
    const QByteArray seed = random.secretBytes(sizeof m_state);
    std::memcpy(&m_state, seed.constData(), std::min<size_t>(sizeof m_state, size_t(seed.size())));
}

// splitmix64: fast and well spread; nothing here guards a real secret.
quint64 GuidSource::word()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

QUuid GuidSource::next()
{
    const quint64 high = word();
    const quint64 low = word();
    const auto byte = [low](int index) { return uchar(low >> (index * 8)); };
    return QUuid(uint(high >> 32), ushort(high >> 16), ushort((high & 0x0fff) | 0x4000),
                 uchar((byte(7) & 0x3f) | 0x80), byte(6), byte(5), byte(4), byte(3), byte(2), byte(1),
                 byte(0));
}

QUuid parseGuid(QStringView text)
{
    if (text.startsWith(u'{') && text.endsWith(u'}')) text = text.sliced(1, text.size() - 2);
    if (text.size() != kPlainLength) return {};
    return QUuid::fromString(text);
}

void appendGuid(std::string& out, const QUuid& guid)
{
    appendHex(out, guid.data1, 8);
    out.push_back('-');
    appendHex(out, guid.data2, 4);
    out.push_back('-');
    appendHex(out, guid.data3, 4);
    out.push_back('-');
    for (int index = 0; index < 8; ++index) {
        if (index == 2) out.push_back('-');
        appendHex(out, guid.data4[index], 2);
    }
}

QString guidText(const QUuid& guid)
{
    return guid.toString(QUuid::WithoutBraces);
}

} // namespace tieout::sandbox::xero
