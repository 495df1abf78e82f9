#pragma once

#include "base/json.h"

#include <QSet>

#include <functional>
#include <initializer_list>

namespace tieout::connectors {

/// Text pairs in the order of the document.
using Pairs = QList<std::pair<QString, QString>>;

enum class Presence : quint8 { Required, Optional };

/// Reads one JSON object of a manifest and notes every fault with its JSON path: a missing or mistyped
/// member, a word outside the vocabulary and, at the end, each member that nobody asked for. Any thread;
/// lives on the stack.
class StrictObject final
{
  public:
    StrictObject(const Json& json, QString path, QStringList& faults);

    [[nodiscard]] bool has(QStringView name) const { return m_json.contains(name); }
    [[nodiscard]] QString text(QStringView name);
    [[nodiscard]] QString text(QStringView name, const QString& fallback);
    [[nodiscard]] int integer(QStringView name, int fallback);
    [[nodiscard]] bool flag(QStringView name);
    [[nodiscard]] QStringList texts(QStringView name);
    [[nodiscard]] QList<int> integers(QStringView name);
    /// An object of texts.
    [[nodiscard]] Pairs pairs(QStringView name);
    [[nodiscard]] Json any(QStringView name);

    template<class E>
    [[nodiscard]] E choice(QStringView name, std::initializer_list<std::pair<QStringView, E>> words,
                           E fallback)
    {
        const QString word = text(name, {});
        if (word.isEmpty()) return fallback;
        for (const auto& [known, value] : words) {
            if (known == word) return value;
        }
        fault(name, QStringLiteral("unknown word \"%1\"").arg(word));
        return fallback;
    }

    using Reader = std::function<void(StrictObject&)>;
    using NamedReader = std::function<void(const QString&, StrictObject&)>;
    void object(QStringView name, Presence presence, const Reader& read);
    /// An array of objects; absent means none.
    void each(QStringView name, const Reader& read);
    /// An object whose members are objects under names of their own.
    void members(QStringView name, const NamedReader& read);

    /// The members of this object, which are objects under names of their own.
    void inner(const NamedReader& read);

    void fault(QStringView name, const QString& what);
    /// Notes the members that were not read. Called by object(), each() and members() for their inner
    /// objects.
    void finish();

  private:
    [[nodiscard]] const Json& take(QStringView name);

    const Json& m_json;
    QString m_path;
    QStringList& m_faults;
    QSet<QString> m_read;
};

} // namespace tieout::connectors
