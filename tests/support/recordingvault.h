#pragma once

#include "auth/vault.h"

#include <QHash>
#include <QList>

#include <deque>

namespace tieout::support {

/// A vault in memory that keeps a log ("read k", "write k", "remove k") and fails on request.
class RecordingVault final : public auth::Vault
{
  public:
    [[nodiscard]] Task<Result<Secret>> read(QString key) override
    {
        m_log.append(QStringLiteral("read ") + key);
        if (auto error = nextFailure()) co_return fail(std::move(*error));
        const auto found = m_secrets.constFind(key);
        if (found == m_secrets.constEnd()) co_return fail(auth::vaultNotFound(key));
        co_return *found;
    }
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override
    {
        m_log.append(QStringLiteral("write ") + key);
        if (auto error = nextFailure()) co_return fail(std::move(*error));
        m_secrets.insert(key, std::move(secret));
        co_return Result<void>();
    }
    [[nodiscard]] Task<Result<void>> remove(QString key) override
    {
        m_log.append(QStringLiteral("remove ") + key);
        if (auto error = nextFailure()) co_return fail(std::move(*error));
        m_secrets.remove(key);
        co_return Result<void>();
    }

    /// The next calls fail so, in order; nullopt lets one pass.
    void failNext(std::optional<Error> error) { m_failures.push_back(std::move(error)); }
    void put(const QString& key, Secret secret) { m_secrets.insert(key, std::move(secret)); }
    [[nodiscard]] Secret stored(const QString& key) const { return m_secrets.value(key); }
    [[nodiscard]] bool has(const QString& key) const { return m_secrets.contains(key); }
    [[nodiscard]] const QStringList& log() const { return m_log; }
    void clearLog() { m_log.clear(); }

  private:
    [[nodiscard]] std::optional<Error> nextFailure()
    {
        if (m_failures.empty()) return std::nullopt;
        auto error = std::move(m_failures.front());
        m_failures.pop_front();
        return error;
    }

    QHash<QString, Secret> m_secrets;
    QStringList m_log;
    std::deque<std::optional<Error>> m_failures;
};

} // namespace tieout::support
