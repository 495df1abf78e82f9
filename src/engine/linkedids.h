#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace tieout::engine {

/// The parents that a run knows to be there: flow and source key → id in the target. Bounded: what is
/// forgotten is in the store. Engine thread; a copy is a picture of the moment, cheap until one of both
/// changes, and may be read by any thread.
class LinkedIds final
{
  public:
    void set(const QString& flow, const QString& key, const QString& targetId)
    {
        m_ids[flow].insert(key, targetId);
    }
    [[nodiscard]] std::optional<QString> find(const QString& flow, const QString& key) const
    {
        const auto ids = m_ids.constFind(flow);
        if (ids == m_ids.cend()) return {};
        const auto id = ids->constFind(key);
        return id == ids->cend() ? std::nullopt : std::optional<QString>(*id);
    }
    [[nodiscard]] bool contains(const QString& flow, const QString& key) const
    {
        return find(flow, key).has_value();
    }
    /// Called between pages, when nothing depends on what is forgotten.
    void trim()
    {
        constexpr qsizetype kMost = 20'000;
        for (auto& ids : m_ids)
            if (ids.size() > kMost) ids.clear();
    }

  private:
    QHash<QString, QHash<QString, QString>> m_ids;
};

} // namespace tieout::engine
