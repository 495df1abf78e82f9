#include "auth/secretparts.h"

#include "auth/vault.h"
#include "base/ids.h"

namespace tieout::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kMark = "tieout-parts:";
constexpr int kMostParts = 64;

QString generationOf(const QByteArray& secret)
{
    return sha256Hex(secret).left(32);
}

} // namespace

SecretParts splitSecret(const QByteArray& secret, qsizetype entryLimit)
{
    SecretParts split;
    // A short secret that looks like a head would be misread: it goes the long way too.
    if (secret.size() <= entryLimit && !secret.startsWith(kMark)) {
        split.head = secret;
        return split;
    }
    for (qsizetype at = 0; at < secret.size(); at += entryLimit)
        split.parts.append(secret.mid(at, entryLimit));
    split.generation = generationOf(secret);
    split.head =
        kMark.toByteArray() + QByteArray::number(split.parts.size()) + ':' + split.generation.toLatin1();
    return split;
}

std::optional<PartsHead> readHead(const QByteArray& head)
{
    if (!head.startsWith(kMark)) return std::nullopt;
    const QList<QByteArray> words = head.mid(kMark.size()).split(':');
    PartsHead parts;
    if (words.size() != 2) return parts;
    parts.count = qMin(words[0].toInt(), kMostParts);
    parts.generation = QString::fromLatin1(words[1]);
    return parts;
}

Result<QByteArray> joinSecret(const PartsHead& head, const QList<QByteArray>& parts)
{
    const QByteArray secret = parts.join();
    if (parts.isEmpty() || parts.size() != head.count || generationOf(secret) != head.generation)
        return fail(vaultNotFound(u"(parts)"_s));
    return secret;
}

QString partKey(const QString& key, const QString& generation, int index)
{
    return u"%1#%2#%3"_s.arg(key, generation, QString::number(index + 1));
}

} // namespace tieout::auth
