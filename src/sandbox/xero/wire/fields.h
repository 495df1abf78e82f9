#pragma once

#include "sandbox/xero/wire/requestreader.h"

#include <variant>

namespace tieout::sandbox::xero {

enum class FieldKind : quint8 { Text, Number, Flag, Day, Guid, Part };

/// The members that a request may state for one kind of object. Built once per kind, read-only.
class FieldTable final
{
  public:
    struct Field {
        QStringView name;
        FieldKind kind;
    };
    FieldTable(std::initializer_list<Field> fields);
    [[nodiscard]] size_t size() const { return m_kinds.size(); }
    [[nodiscard]] int find(QStringView name) const { return m_names.find(name); }
    [[nodiscard]] FieldKind kind(int field) const { return m_kinds[size_t(field)]; }

  private:
    MemberNames m_names;
    std::vector<FieldKind> m_kinds;
};

/// One object of a request, its members converted once by its table; what is absent or null reads as nothing.
/// `field` numbers are positions in the table. A value that lives for one request.
class Fields final
{
  public:
    Fields() = default;
    [[nodiscard]] static Fields read(const Json& json, const FieldTable& table, ValueReader& reader);

    [[nodiscard]] bool has(int field) const;
    [[nodiscard]] std::optional<QString> text(int field) const { return as<QString>(field); }
    [[nodiscard]] std::optional<Decimal> number(int field) const { return as<Decimal>(field); }
    [[nodiscard]] std::optional<bool> flag(int field) const { return as<bool>(field); }
    [[nodiscard]] std::optional<Date> day(int field) const { return as<Date>(field); }
    [[nodiscard]] std::optional<QUuid> guid(int field) const { return as<QUuid>(field); }
    [[nodiscard]] Json part(int field) const { return as<Json>(field).value_or(Json()); }
    /// Overwrites `target` when the request states the text.
    void take(int field, QString& target) const;

  private:
    using Value = std::variant<std::monostate, QString, Decimal, bool, Date, QUuid, Json>;

    template<class T>
    [[nodiscard]] std::optional<T> as(int field) const
    {
        if (size_t(field) >= m_values.size()) return std::nullopt;
        const T* value = std::get_if<T>(&m_values[size_t(field)]);
        return value ? std::optional<T>(*value) : std::nullopt;
    }

    std::vector<Value> m_values;
};

/// The objects of an array member; anything else in it is left out.
[[nodiscard]] std::vector<Fields> readParts(const Json& array, const FieldTable& table, ValueReader& reader);

} // namespace tieout::sandbox::xero
