#pragma once

#include "base/json.h"
#include "base/result.h"
#include "model/words.h"

#include <QSet>
#include <QStringList>

namespace tieout::model {

/// Takes the members of one object of a configuration document. The first wrong member is remembered with its
/// JSON path; reading goes on with defaults, so that a reader is a flat list of members with one check at its
/// end.
class ObjectReader final
{
  public:
    ObjectReader(const Json& json, QString code, QString path);

    void text(const QString& name, QString& target);
    void number(const QString& name, int& target, int least, int most);
    void flag(const QString& name, bool& target);
    void texts(const QString& name, QStringList& target);
    template<class Enum, std::size_t Count>
    void word(const QString& name, Enum& target, const Words<Enum, Count>& words)
    {
        QString spelled = wordFor(words, target);
        text(name, spelled);
        if (const auto value = valueFor(words, spelled))
            target = *value;
        else
            reject(name, QStringLiteral("unknown word \"%1\"").arg(spelled.left(40)));
    }
    /// An array of objects; `read(const Json&, QString path)` gives a Result of one.
    template<class Item, class Read>
    void list(const QString& name, QList<Item>& target, Read read)
    {
        const Json& items = take(name);
        if (items.isNull()) return;
        if (!items.isArray()) return reject(name, QStringLiteral("must be a list"));
        for (qsizetype i = 0; i < items.size(); ++i) {
            auto item = read(items.at(i), QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i));
            if (!item) return adopt(std::move(item.error()));
            target.append(std::move(*item));
        }
    }
    /// A nested object; absent leaves the target alone.
    template<class Item, class Read>
    void object(const QString& name, Item& target, Read read)
    {
        const Json& json = take(name);
        if (json.isNull()) return;
        auto item = read(json, pathOf(name));
        if (!item) return adopt(std::move(item.error()));
        target = std::move(*item);
    }

    [[nodiscard]] bool has(const QString& name) const { return m_json.contains(name); }
    /// The member as it is; counts as read.
    [[nodiscard]] const Json& take(const QString& name);
    void require(const QString& name, const QString& value);
    void reject(const QString& name, const QString& why);
    void adopt(Error error);

    /// Members nobody took, in their order; null when there are none.
    [[nodiscard]] Json rest() const;
    /// An error for the first member that nobody took.
    void refuseRest();
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] QString pathOf(const QString& name) const;

  private:
    const Json& m_json;
    QString m_code;
    QString m_path;
    QSet<QString> m_taken;
    std::optional<Error> m_error;
};

/// Writes members in call order and leaves out what equals the default.
class ObjectWriter final
{
  public:
    void put(const QString& name, Json value) { m_members.append({name, std::move(value)}); }
    void text(const QString& name, const QString& value, const QString& standard = {})
    {
        if (value != standard) put(name, Json(value));
    }
    void number(const QString& name, int value, int standard)
    {
        if (value != standard) put(name, Json(value));
    }
    void flag(const QString& name, bool value, bool standard)
    {
        if (value != standard) put(name, Json(value));
    }
    void texts(const QString& name, const QStringList& values);
    template<class Item, class Write>
    void list(const QString& name, const QList<Item>& items, Write write)
    {
        if (items.isEmpty()) return;
        Json::Array array;
        for (const Item& item : items)
            array.append(write(item));
        put(name, Json(std::move(array)));
    }
    void members(const Json& object);
    [[nodiscard]] Json take() { return Json(std::move(m_members)); }

  private:
    Json::Object m_members;
};

} // namespace tieout::model
