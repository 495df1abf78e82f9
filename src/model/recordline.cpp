#include "model/recordline.h"

#include "base/memberorder.h"

#include <simdjson.h>

namespace tieout::model {

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;
using simdjson::error_code;

namespace {

constexpr int kDeepest = 64;
constexpr size_t kMostShapes = 4096;

/// What is wanted of an object, and how to read it.
struct Wanted {
    std::string name;
    FieldType type = FieldType::Text;
    bool whole = false; ///< everything in it
    ShapePtr shape;     ///< of its members, by slot as in `members`
    std::vector<Wanted> members;
};

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view trimmed(std::string_view token)
{
    const size_t end = token.find_last_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view() : token.substr(0, end + 1);
}

void want(Wanted& at, const QStringList& names, qsizetype from, const QList<Field>* fields)
{
    const QString name = names[from].endsWith("[]"_L1) ? names[from].chopped(2) : names[from];
    const Field* field = nullptr;
    if (fields) {
        for (const Field& one : *fields)
            if (one.name == name) field = &one;
    }
    const std::string key = name.toStdString();
    auto member = std::find_if(at.members.begin(), at.members.end(),
                               [&](const Wanted& one) { return one.name == key; });
    if (member == at.members.end()) {
        at.members.push_back({key, field ? field->type : FieldType::Text, false, {}, {}});
        member = at.members.end() - 1;
    }
    if (from + 1 == names.size())
        member->whole = true;
    else
        want(*member, names, from + 1, field ? &field->fields : nullptr);
}

void shape(Wanted& at)
{
    QStringList names;
    for (Wanted& member : at.members) {
        names.append(QString::fromStdString(member.name));
        if (!member.members.empty()) shape(member);
    }
    at.shape = std::make_shared<const Shape>(names);
}

} // namespace

class RecordLineReader::Impl final
{
  public:
    Impl(const QStringList& paths, const ObjectSchema* schema)
    {
        for (const QString& path : paths)
            want(m_wanted, path.split(u'.'), 0, schema ? &schema->fields : nullptr);
        shape(m_wanted);
    }

    Result<Record> read(QByteArrayView line)
    {
        // simdjson reads past the end; the buffer is kept from line to line.
        const size_t size = size_t(line.size());
        if (m_buffer.size() < size + simdjson::SIMDJSON_PADDING)
            m_buffer.resize(size + size / 2 + simdjson::SIMDJSON_PADDING);
        std::copy_n(line.data(), size, m_buffer.data());
        Record record;
        m_inside = false;
        const error_code error = run(size, record);
        if (error == simdjson::SUCCESS) return record;
        return refused(error);
    }

  private:
    [[nodiscard]] tl::unexpected<Error> refused(error_code error) const
    {
        const QString text = QString::fromLatin1(simdjson::error_message(error));
        const auto line = [&](QString code, const QStringList& facts = {}) {
            return fail(ErrorKind::RowRejected, std::move(code), text, facts);
        };
        switch (error) {
        case simdjson::EMPTY:
        case simdjson::UNCLOSED_STRING:
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
            return line(u"record.cut-off"_s);
        case simdjson::UTF8_ERROR:
            return line(u"record.encoding"_s);
        case simdjson::NUMBER_ERROR:
            return line(u"record.number"_s);
        case simdjson::STRING_ERROR:
            return line(u"record.text"_s);
        case simdjson::TRAILING_CONTENT:
            return line(u"record.several"_s);
        case simdjson::DEPTH_ERROR:
            return line(u"record.too-deep"_s, {QString::number(kDeepest)});
        default:
            return m_inside ? line(u"record.line"_s, {text}) : line(u"record.no-object"_s);
        }
    }

    error_code run(size_t size, Record& record)
    {
        od::document document;
        SIMDJSON_TRY(m_parser.iterate(m_buffer.data(), size, m_buffer.size()).get(document));
        od::object object;
        SIMDJSON_TRY(document.get_object().get(object));
        m_inside = true;
        SIMDJSON_TRY(readMembers(object, m_wanted, record, 1));
        const char* rest = nullptr;
        const error_code end = document.current_location().get(rest);
        return end == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    error_code readMembers(od::object& object, const Wanted& wanted, Record& record, int depth)
    {
        record = Record(wanted.shape);
        MemberOrder order(wanted.members);
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            const Wanted* member = order.find(key);
            if (!member) continue;
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            Value read;
            SIMDJSON_TRY(readValue(value, *member, read, depth));
            record.set(int(member - wanted.members.data()), std::move(read));
        }
        return simdjson::SUCCESS;
    }

    error_code readValue(od::value& value, const Wanted& wanted, Value& out, int depth)
    {
        od::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type == od::json_type::object) {
            od::object object;
            SIMDJSON_TRY(value.get_object().get(object));
            return readObject(object, wanted, out, depth + 1);
        }
        if (type == od::json_type::array) {
            od::array array;
            SIMDJSON_TRY(value.get_array().get(array));
            return readList(array, wanted, out, depth + 1);
        }
        return readScalar(value, type, wanted.type, out);
    }

    /// {"records":[…]} counts as the list where a list belongs, and wherever it stands without a schema.
    error_code readObject(od::object& object, const Wanted& wanted, Value& out, int depth)
    {
        if (depth > kDeepest) return simdjson::DEPTH_ERROR;
        od::array records;
        const bool wrapped =
            wanted.type != FieldType::Record &&
            object.find_field_unordered("records").get_array().get(records) == simdjson::SUCCESS;
        if (wrapped) {
            SIMDJSON_TRY(readList(records, wanted, out, depth));
            return object.reset().error();
        }
        SIMDJSON_TRY(object.reset().error());
        if (wanted.members.empty()) return readAny(object, out, depth);
        Record record;
        SIMDJSON_TRY(readMembers(object, wanted, record, depth));
        out = Value(std::move(record));
        return simdjson::SUCCESS;
    }

    error_code readList(od::array& array, const Wanted& wanted, Value& out, int depth)
    {
        if (depth > kDeepest) return simdjson::DEPTH_ERROR;
        ValueList items;
        for (auto item : array) {
            od::value value;
            SIMDJSON_TRY(item.get(value));
            Value read;
            SIMDJSON_TRY(readValue(value, wanted, read, depth));
            items.append(std::move(read));
        }
        out = Value(std::move(items));
        return simdjson::SUCCESS;
    }

    error_code readScalar(od::value& value, od::json_type type, FieldType as, Value& out)
    {
        if (type == od::json_type::string) {
            std::string_view text;
            SIMDJSON_TRY(value.get_string().get(text));
            return readText(text, as, out);
        }
        const std::string_view token = trimmed(value.raw_json_token());
        if (type == od::json_type::number) {
            const auto number = Decimal::parse(token);
            if (!number) return simdjson::NUMBER_ERROR;
            out = Value(*number);
        } else if (token == "true" || token == "false") {
            out = Value(token == "true");
        } else if (token != "null") {
            return simdjson::INCORRECT_TYPE;
        }
        return simdjson::SUCCESS;
    }

    static error_code readText(std::string_view utf8, FieldType as, Value& out)
    {
        QString text = textOf(utf8);
        if (as == FieldType::Date) {
            if (const auto date = parseDate(text)) {
                out = Value(*date);
                return simdjson::SUCCESS;
            }
        } else if (as == FieldType::Instant) {
            if (const auto instant = parseInstant(text)) {
                out = Value(*instant);
                return simdjson::SUCCESS;
            }
        }
        out = Value(std::move(text));
        return simdjson::SUCCESS;
    }

    /// An object of which nothing is known.
    error_code readAny(od::object& object, Value& out, int depth)
    {
        static const Wanted kAny;
        QStringList names;
        ValueList values;
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            names.append(textOf(key));
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            Value read;
            SIMDJSON_TRY(readValue(value, kAny, read, depth));
            values.append(std::move(read));
        }
        Record record(shapeOf(names));
        for (qsizetype i = 0; i < values.size(); ++i)
            record.set(int(i), std::move(values[i]));
        out = Value(std::move(record));
        return simdjson::SUCCESS;
    }

    ShapePtr shapeOf(const QStringList& names)
    {
        const auto found = m_shapes.constFind(names);
        if (found != m_shapes.cend()) return *found;
        if (size_t(m_shapes.size()) >= kMostShapes) m_shapes.clear();
        return *m_shapes.insert(names, std::make_shared<const Shape>(names));
    }

    Wanted m_wanted;
    od::parser m_parser;
    std::vector<char> m_buffer;
    QHash<QStringList, ShapePtr> m_shapes;
    bool m_inside = false; ///< an object has begun
};

RecordLineReader::RecordLineReader(const QStringList& paths, const ObjectSchema* schema)
    : m_impl(std::make_unique<Impl>(paths, schema))
{
}

RecordLineReader::~RecordLineReader() = default;

Result<Record> RecordLineReader::read(QByteArrayView line)
{
    return m_impl->read(line);
}

} // namespace tieout::model
