#include "base/ids.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <bit>

namespace tieout {

QString sha256Hex(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

QString fingerprintHex(std::initializer_list<QByteArrayView> parts)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QByteArrayView part : parts)
        hash.addData(part);
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray base64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

quint64 contentHash(QByteArrayView bytes, quint64 seed)
{
    constexpr quint64 kPrime = 1099511628211ULL;
    constexpr quint64 kSpread = 0x9e3779b97f4a7c15ULL;
    quint64 hash = seed ^ (quint64(bytes.size()) * kSpread);
    const char* next = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 8; next += 8, left -= 8) {
        hash = std::rotl(hash ^ (qFromLittleEndian<quint64>(next) * kSpread), 27) * kPrime;
    }
    for (; left > 0; ++next, --left)
        hash = (hash ^ static_cast<unsigned char>(*next)) * kPrime;
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

} // namespace tieout
