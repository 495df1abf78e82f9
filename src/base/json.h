#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <variant>

namespace tieout {

/// A JSON document as a value. Numbers keep every digit. Object members keep their order and their duplicates
/// are refused on reading. For documents of bounded size: manifests, mappings, configuration, the practice
/// company. Record pages are decoded without this tree (connectors/rest).
class Json final
{
  public:
    using Array = QList<Json>;
    using Member = std::pair<QString, Json>;
    using Object = QList<Member>;
    enum class Kind : quint8 { Null, Bool, Number, Text, Array, Object };

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value);
    Json(int value);
    Json(qint64 value);
    Json(Decimal value);
    Json(QString value);
    Json(const char16_t* value);
    Json(Array value);
    Json(Object value);
    Json(double) = delete; ///< money never is a double

    [[nodiscard]] static Json object(std::initializer_list<Member> members = {});
    [[nodiscard]] static Json array(std::initializer_list<Json> items = {});

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isNull() const { return kind() == Kind::Null; }
    [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }
    [[nodiscard]] bool isText() const { return kind() == Kind::Text; }
    [[nodiscard]] bool isNumber() const { return kind() == Kind::Number; }
    [[nodiscard]] bool isBool() const { return kind() == Kind::Bool; }

    // Readers give a default when the kind differs.
    [[nodiscard]] bool toBool(bool fallback = false) const;
    [[nodiscard]] Decimal toDecimal(Decimal fallback = {}) const;
    [[nodiscard]] qint64 toInteger(qint64 fallback = 0) const;
    [[nodiscard]] QString toText(const QString& fallback = {}) const;
    [[nodiscard]] const Array& toArray() const&;   ///< empty when not an array
    [[nodiscard]] const Object& toObject() const&; ///< empty when not an object

    /// Member of an object; a shared null when absent or not an object.
    [[nodiscard]] const Json& operator[](QStringView name) const&;
    [[nodiscard]] const Json& at(qsizetype index) const&; ///< shared null when out of range

    // A temporary gives its parts away: a loop over `answer().toArray()` must not outlive what it walks.
    [[nodiscard]] Array toArray() && { return std::as_const(*this).toArray(); }
    [[nodiscard]] Object toObject() && { return std::as_const(*this).toObject(); }
    [[nodiscard]] Json operator[](QStringView name) && { return std::as_const(*this)[name]; }
    [[nodiscard]] Json at(qsizetype index) && { return std::as_const(*this).at(index); }

    [[nodiscard]] bool contains(QStringView name) const;
    [[nodiscard]] qsizetype size() const; ///< of an array or object, else 0

    /// Adds or replaces a member; a null turns into an object first.
    void set(const QString& name, Json value);
    /// The member for editing, added as null when absent.
    [[nodiscard]] Json& member(const QString& name);
    void remove(QStringView name);
    /// Appends to an array; a null turns into an array first.
    void append(Json value);
    [[nodiscard]] Array& editArray();

    [[nodiscard]] bool operator==(const Json& other) const;

    /// Depth ≤ 64. Error: RemoteFault "json.syntax" | "json.depth" | "json.duplicate" | "json.number"; the
    /// text and the first fact name the byte where reading stopped.
    [[nodiscard]] static Result<Json> parse(QByteArrayView bytes);
    [[nodiscard]] QByteArray toBytes() const;       ///< compact
    [[nodiscard]] QByteArray toPrettyBytes() const; ///< two-space indent, final newline

  private:
    std::variant<std::monostate, bool, Decimal, QString, std::shared_ptr<Array>, std::shared_ptr<Object>>
        m_value;
};

/// Writes JSON text straight into a buffer (rapidjson's Writer inside); for request bodies of many records.
class JsonWriter final
{
  public:
    JsonWriter();
    ~JsonWriter();
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QStringView name);
    void null();
    void value(bool value);
    void value(qint64 value);
    void value(const Decimal& value); ///< as a number, every digit
    void value(QStringView value);
    void raw(QByteArrayView json); ///< already valid JSON
    void json(const Json& value);
    [[nodiscard]] QByteArray take(); ///< the text; the writer is empty again

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout
