#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"

#include <QList>
#include <QString>

#include <memory>
#include <variant>

namespace tieout::model {

class Value;

/// The field names of a kind of record, in reading order. Made once per read plan and shared by all its
/// records, so that a record holds values only and a field is found by its slot.
class Shape final
{
  public:
    explicit Shape(QStringList names);
    [[nodiscard]] const QStringList& names() const { return m_names; }
    /// Slot of a name (exact), -1 when unknown. `hint` is tried first: answers mostly come in order.
    [[nodiscard]] int slot(QStringView name, int hint = 0) const;
    [[nodiscard]] int size() const { return int(m_names.size()); }

  private:
    QStringList m_names;
    QHash<QString, int> m_slots;
};
using ShapePtr = std::shared_ptr<const Shape>;

/// A record of some system: values by slot. Cheap to copy (shared); edited before it is shared.
class Record final
{
  public:
    Record() = default;
    explicit Record(ShapePtr shape);
    [[nodiscard]] bool isNull() const { return !m_shape; }
    [[nodiscard]] const ShapePtr& shape() const { return m_shape; }
    [[nodiscard]] const Value& at(int slot) const; ///< blank when out of range
    void set(int slot, Value value);
    /// By name; blank when the record has no such field.
    [[nodiscard]] const Value& value(QStringView name) const;
    /// "Account.Name": through nested records; blank when any part is missing.
    [[nodiscard]] const Value& path(QStringView dotted) const;
    [[nodiscard]] bool operator==(const Record& other) const;

  private:
    ShapePtr m_shape;
    std::shared_ptr<QList<Value>> m_values;
};

using ValueList = QList<Value>;

/// One value of a field. Blank is "no value"; text is Unicode; numbers are exact; a date is a calendar day
/// and an instant a point in UTC.
class Value final
{
  public:
    enum class Kind : quint8 { Blank, Boolean, Number, Text, Date, Instant, List, Record };

    Value() = default;
    Value(bool value)
        : m_value(value)
    {
    }
    Value(Decimal value)
        : m_value(value)
    {
    }
    Value(QString value)
        : m_value(std::move(value))
    {
    }
    Value(tieout::Date value)
        : m_value(value)
    {
    }
    Value(tieout::Instant value)
        : m_value(value)
    {
    }
    Value(ValueList list);
    Value(model::Record record);
    Value(const char*) = delete;
    Value(double) = delete;

    [[nodiscard]] Kind kind() const { return Kind(m_value.index()); }
    [[nodiscard]] bool isBlank() const { return kind() == Kind::Blank; }
    [[nodiscard]] bool isText() const { return kind() == Kind::Text; }
    [[nodiscard]] bool isNumber() const { return kind() == Kind::Number; }

    // Pointers to the content, null when the kind differs.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const Decimal* number() const { return std::get_if<Decimal>(&m_value); }
    [[nodiscard]] const QString* text() const { return std::get_if<QString>(&m_value); }
    [[nodiscard]] const tieout::Date* date() const { return std::get_if<tieout::Date>(&m_value); }
    [[nodiscard]] const tieout::Instant* instant() const { return std::get_if<tieout::Instant>(&m_value); }
    [[nodiscard]] const ValueList* list() const;
    [[nodiscard]] const model::Record* record() const;

    /// Plain, locale-free text for keys, hashes and technical details: "12.50", "2026-11-21", "true".
    [[nodiscard]] QString toPlainText() const;
    [[nodiscard]] bool operator==(const Value& other) const;

  private:
    std::variant<std::monostate, bool, Decimal, QString, tieout::Date, tieout::Instant,
                 std::shared_ptr<const ValueList>, std::shared_ptr<const model::Record>>
        m_value;
};

/// Canonical bytes: the same content gives the same bytes (numbers normalised, fields in shape order).
void appendCanonical(QByteArray& out, const Value& value);
[[nodiscard]] quint64 contentHash(const Value& value);

/// Kept copies (before-images, inputs of held records) as JSON: dates and instants are tagged
/// {"$date":"2026-11-21"} / {"$instant":"…Z"} so that they come back as what they were.
[[nodiscard]] Json toJson(const Value& value);
[[nodiscard]] Value fromJson(const Json& json);

} // namespace tieout::model
