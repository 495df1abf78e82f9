#pragma once

#include <QByteArray>

namespace tieout {

/// A token, password or verifier. It has no stream operator, no conversion and no place in a log: it can only
/// be handed over on purpose.
class Secret final
{
  public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    [[nodiscard]] const QByteArray& reveal() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] bool operator==(const Secret&) const = default;

  private:
    QByteArray m_bytes;
};

} // namespace tieout
