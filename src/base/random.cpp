#include "base/random.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace tieout {

namespace {

/// Uniform in 0…bound−1: draws from the part of the range that `bound` does not divide are thrown away.
template<class Draw>
quint64 uniformBelow(quint64 bound, Draw draw)
{
    if (bound == 0) return 0;
    const quint64 unfair = (std::numeric_limits<quint64>::max() - bound + 1) % bound;
    for (;;) {
        const quint64 value = draw();
        if (value >= unfair) return value % bound;
    }
}

template<class Draw>
QByteArray bytesFrom(int count, Draw draw)
{
    QByteArray bytes(std::max(0, count), Qt::Uninitialized);
    quint64 word = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) word = draw();
        bytes[i] = char(word & 0xff);
        word >>= 8;
    }
    return bytes;
}

/// SplitMix64 (Steele, Lea, Flood 2014): tiny, equal on every platform.
quint64 nextWord(quint64& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    quint64 word = state;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
    return word ^ (word >> 31);
}

} // namespace

quint64 SystemRandom::below(quint64 bound)
{
    return uniformBelow(bound, [] { return QRandomGenerator::system()->generate64(); });
}

QByteArray SystemRandom::secretBytes(int count)
{
    return bytesFrom(count, [] { return QRandomGenerator::system()->generate64(); });
}

quint64 SeededRandom::below(quint64 bound)
{
    return uniformBelow(bound, [this] { return nextWord(m_state); });
}

QByteArray SeededRandom::secretBytes(int count)
{
    return bytesFrom(count, [this] { return nextWord(m_state); });
}

} // namespace tieout
