#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace tieout {

/// Source of chance: jitter, ids, secrets. Tests give a seeded one.
class Random
{
  public:
    virtual ~Random() = default;
    /// 0 ≤ result < bound.
    [[nodiscard]] virtual quint64 below(quint64 bound) = 0;
    /// Bytes fit for keys: OAuth verifiers and states.
    [[nodiscard]] virtual QByteArray secretBytes(int count) = 0;
};

/// The operating system's generator.
class SystemRandom final : public Random
{
  public:
    [[nodiscard]] quint64 below(quint64 bound) override;
    [[nodiscard]] QByteArray secretBytes(int count) override;
};

/// Repeatable; for simulations and the practice company. Never for secrets of a real system.
class SeededRandom final : public Random
{
  public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 below(quint64 bound) override;
    [[nodiscard]] QByteArray secretBytes(int count) override;

  private:
    quint64 m_state;
};

} // namespace tieout
