#include "connectors/rest/recordreader.h"

#include "connectors/rest/wirevalue.h"

#include <simdjson.h>

#include <array>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;
using model::FieldType;
using model::Record;
using model::Value;
using model::ValueList;
using simdjson::error_code;

namespace {

/// Our own verdicts beside simdjson's: what was wrong is kept in the reader.
constexpr error_code kWrongShape = simdjson::INCORRECT_TYPE;

std::string_view trimmed(std::string_view token)
{
    const size_t end = token.find_last_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view() : token.substr(0, end + 1);
}

/// A member path of at most two steps, in UTF-8.
struct MemberPath {
    std::string first;
    std::string second;

    explicit MemberPath(const QString& dotted)
        : first(dotted.section(u'.', 0, 0).toStdString())
        , second(dotted.section(u'.', 1).toStdString())
    {
    }
};

struct Envelope {
    explicit Envelope(const AnswerLayout& layout)
        : records(layout.records.toStdString())
        , members{MemberPath(layout.total), MemberPath(layout.pageCount), MemberPath(layout.pageSize),
                  MemberPath(layout.next), MemberPath(layout.done)}
    {
    }
    enum Member : size_t { Total, PageCount, PageSize, Next, Done };
    std::string records;
    std::array<MemberPath, 5> members;
};

void keepMember(DecodedPage& page, size_t member, const Value& value)
{
    const auto number = [&]() -> std::optional<qint64> {
        return value.number() ? value.number()->toInteger() : std::nullopt;
    };
    switch (member) {
    case Envelope::Total:
        page.total = number();
        break;
    case Envelope::PageCount:
        page.pageCount = number();
        break;
    case Envelope::PageSize:
        page.pageSize = number();
        break;
    case Envelope::Next:
        page.next = value.text() ? *value.text() : QString();
        break;
    case Envelope::Done:
        if (value.boolean()) page.done = *value.boolean();
        break;
    default:
        break;
    }
}

void fold(Record& record, const PlannedFold& fold)
{
    const ValueList* list = record.at(fold.listSlot).list();
    if (!list) return;
    for (const QString& key : fold.keys) {
        for (const Value& item : *list) {
            const Record* entry = item.record();
            const QString* found = entry ? entry->at(fold.keySlot).text() : nullptr;
            if (!found || *found != key || entry->at(fold.valueSlot).isBlank()) continue;
            record.set(fold.slot, entry->at(fold.valueSlot));
            return;
        }
    }
}

} // namespace

class RecordReader::Impl final
{
  public:
    [[nodiscard]] Result<DecodedPage> decode(QByteArray body, const RecordPlan& plan,
                                             const AnswerLayout& layout)
    {
        m_page = {};
        m_fault.clear();
        m_foundRecords = false;
        const error_code error = run(body, plan, layout);
        if (error == simdjson::SUCCESS && m_foundRecords) return std::exchange(m_page, {});
        m_page = {};
        if (error == simdjson::SUCCESS)
            return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"no member "_s + layout.records,
                        {layout.records});
        if (!m_fault.isEmpty()) return fail(ErrorKind::RemoteFault, m_fault, m_faultText, {m_faultText});
        return fail(ErrorKind::RemoteFault, u"answer.malformed"_s,
                    QString::fromLatin1(simdjson::error_message(error)));
    }

  private:
    [[nodiscard]] error_code run(QByteArray& body, const RecordPlan& plan, const AnswerLayout& layout)
    {
        const qsizetype size = body.size();
        body.reserve(size + qsizetype(simdjson::SIMDJSON_PADDING)); // read past the end, never used
        od::document document;
        SIMDJSON_TRY(m_parser.iterate(body.constData(), size_t(size), size_t(body.capacity())).get(document));
        if (layout.records.isEmpty()) {
            od::array array;
            SIMDJSON_TRY(document.get_array().get(array));
            SIMDJSON_TRY(readRecords(array, plan));
        } else {
            od::object object;
            SIMDJSON_TRY(document.get_object().get(object));
            SIMDJSON_TRY(readEnvelope(object, plan, Envelope(layout)));
        }
        const char* rest = nullptr;
        const error_code end = document.current_location().get(rest);
        return end == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    [[nodiscard]] error_code readEnvelope(od::object& object, const RecordPlan& plan,
                                          const Envelope& envelope)
    {
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            if (key == envelope.records) {
                od::array array;
                od::json_type type;
                SIMDJSON_TRY(value.type().get(type));
                if (type != od::json_type::array) continue; // missing, as far as completeness goes
                SIMDJSON_TRY(value.get_array().get(array));
                SIMDJSON_TRY(readRecords(array, plan));
            } else {
                SIMDJSON_TRY(readMember(key, value, envelope));
            }
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readMember(std::string_view key, od::value& value, const Envelope& envelope)
    {
        od::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        for (size_t i = 0; i < envelope.members.size(); ++i) {
            const MemberPath& path = envelope.members[i];
            if (path.first.empty() || path.first != key) continue;
            if (path.second.empty()) {
                Value found;
                SIMDJSON_TRY(readScalar(value, type, FieldType::Number, found));
                keepMember(m_page, i, found);
                return simdjson::SUCCESS;
            }
            if (type != od::json_type::object) return simdjson::SUCCESS;
            od::object inner;
            SIMDJSON_TRY(value.get_object().get(inner));
            return readInnerMembers(inner, key, envelope);
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readInnerMembers(od::object& object, std::string_view outer,
                                              const Envelope& envelope)
    {
        const std::string first(outer);
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            for (size_t i = 0; i < envelope.members.size(); ++i) {
                if (envelope.members[i].first != first || envelope.members[i].second != key) continue;
                od::json_type type;
                SIMDJSON_TRY(value.type().get(type));
                Value found;
                SIMDJSON_TRY(readScalar(value, type, FieldType::Number, found));
                keepMember(m_page, i, found);
                break;
            }
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readRecords(od::array& array, const RecordPlan& plan)
    {
        m_foundRecords = true;
        for (auto item : array) {
            od::object object;
            const error_code error = item.get_object().get(object);
            if (error == simdjson::INCORRECT_TYPE) return wrongShape(u"a record"_s);
            SIMDJSON_TRY(error);
            Record record(plan.shape);
            SIMDJSON_TRY(readRecord(object, plan, record, Depth::Top));
            m_page.records.append(std::move(record));
        }
        return simdjson::SUCCESS;
    }

    enum class Depth : quint8 { Top, Nested };

    [[nodiscard]] error_code readRecord(od::object& object, const RecordPlan& plan, Record& record,
                                        Depth depth)
    {
        const size_t count = plan.fields.size();
        size_t expected = 0;
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            size_t at = expected;
            size_t tried = 0;
            while (tried < count && plan.fields[at].name != key) {
                ++tried;
                at = at + 1 == count ? 0 : at + 1;
            }
            if (tried == count) continue;
            expected = at + 1 == count ? 0 : at + 1;
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            Value read;
            SIMDJSON_TRY(readField(value, plan.fields[at], read, depth));
            record.set(plan.fields[at].slot, std::move(read));
        }
        for (const PlannedFold& planned : plan.folds)
            fold(record, planned);
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readField(od::value& value, const PlannedField& field, Value& out, Depth depth)
    {
        od::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        const bool nested = field.type == FieldType::List || field.type == FieldType::Record;
        if (type == od::json_type::object) {
            od::object object;
            SIMDJSON_TRY(value.get_object().get(object));
            if (!field.wrap.empty()) return readWrapped(object, field, out);
            if (field.type == FieldType::List) return readWrappedList(object, field, out, depth);
            if (!nested) return wrongShape(field.label);
            Record record(field.inner->shape);
            SIMDJSON_TRY(readRecord(object, *field.inner, record, Depth::Nested));
            out = Value(std::move(record));
            return simdjson::SUCCESS;
        }
        if (type == od::json_type::array) {
            if (field.type != FieldType::List) return wrongShape(field.label);
            od::array array;
            SIMDJSON_TRY(value.get_array().get(array));
            ValueList list;
            SIMDJSON_TRY(readList(array, field, list));
            out = Value(std::move(list));
            return simdjson::SUCCESS;
        }
        SIMDJSON_TRY(readScalar(value, type, field.type, out));
        return nested && !out.isBlank() ? wrongShape(field.label) : simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readWrapped(od::object& object, const PlannedField& field, Value& out)
    {
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            if (key != field.wrap) continue;
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            od::json_type type;
            SIMDJSON_TRY(value.type().get(type));
            if (type == od::json_type::object || type == od::json_type::array) return wrongShape(field.label);
            SIMDJSON_TRY(readScalar(value, type, field.type, out));
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readList(od::array& array, const PlannedField& field, ValueList& list)
    {
        for (auto item : array) {
            od::value value;
            SIMDJSON_TRY(item.get(value));
            od::json_type type;
            SIMDJSON_TRY(value.type().get(type));
            if (type == od::json_type::array) return wrongShape(field.label);
            if (type != od::json_type::object) {
                Value scalar;
                SIMDJSON_TRY(readScalar(value, type, FieldType::Text, scalar));
                list.append(std::move(scalar));
                continue;
            }
            od::object object;
            SIMDJSON_TRY(value.get_object().get(object));
            Record record(field.inner->shape);
            SIMDJSON_TRY(readRecord(object, *field.inner, record, Depth::Nested));
            list.append(Value(std::move(record)));
        }
        return simdjson::SUCCESS;
    }

    /// {"totalSize":n,"done":true,"records":[…]}: the list inside is what counts.
    [[nodiscard]] error_code readWrappedList(od::object& object, const PlannedField& field, Value& out,
                                             Depth depth)
    {
        ValueList list;
        Value total;
        Value done;
        Value next;
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            od::json_type type;
            SIMDJSON_TRY(value.type().get(type));
            if (key == "records" && type == od::json_type::array) {
                od::array array;
                SIMDJSON_TRY(value.get_array().get(array));
                SIMDJSON_TRY(readList(array, field, list));
            } else if (key == "totalSize") {
                SIMDJSON_TRY(readScalar(value, type, FieldType::Number, total));
            } else if (key == "done") {
                SIMDJSON_TRY(readScalar(value, type, FieldType::Boolean, done));
            } else if (key == "nextRecordsUrl") {
                SIMDJSON_TRY(readScalar(value, type, FieldType::Text, next));
            }
        }
        SIMDJSON_TRY(checkWrappedList(list.size(), field, total, done, next, depth));
        out = Value(std::move(list));
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code checkWrappedList(qsizetype count, const PlannedField& field, const Value& total,
                                              const Value& done, const Value& next, Depth depth)
    {
        const bool complete = next.isBlank() && (!done.boolean() || *done.boolean());
        if (complete) {
            if (total.number() && *total.number() != Decimal(qint64(count))) return incomplete(field.label);
            return simdjson::SUCCESS;
        }
        if (depth != Depth::Top || !next.text()) return incomplete(field.label);
        m_page.continuations.append({m_page.records.size(), field.slot, *next.text()});
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readScalar(od::value& value, od::json_type type, FieldType wanted, Value& out)
    {
        switch (type) {
        case od::json_type::string: {
            std::string_view text;
            SIMDJSON_TRY(value.get_string().get(text));
            out = wireText(text, wanted);
            return simdjson::SUCCESS;
        }
        case od::json_type::number: {
            out = wireNumber(trimmed(value.raw_json_token()), wanted);
            return out.isBlank() ? simdjson::NUMBER_ERROR : simdjson::SUCCESS;
        }
        case od::json_type::boolean: {
            bool flag = false;
            SIMDJSON_TRY(value.get_bool().get(flag));
            out = Value(flag);
            return simdjson::SUCCESS;
        }
        case od::json_type::null: {
            out = Value();
            return trimmed(value.raw_json_token()) == "null" ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
        }
        default:
            return simdjson::SUCCESS;
        }
    }

    [[nodiscard]] error_code wrongShape(const QString& what)
    {
        m_fault = u"answer.shape"_s;
        m_faultText = what;
        return kWrongShape;
    }

    [[nodiscard]] error_code incomplete(const QString& what)
    {
        m_fault = u"answer.incomplete"_s;
        m_faultText = what;
        return simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
    }

    od::parser m_parser;
    DecodedPage m_page;
    QString m_fault;
    QString m_faultText;
    bool m_foundRecords = false;
};

RecordReader::RecordReader()
    : m_impl(std::make_unique<Impl>())
{
}

RecordReader::~RecordReader() = default;

Result<DecodedPage> RecordReader::decode(QByteArray body, const PlanPtr& plan, const AnswerLayout& layout)
{
    return m_impl->decode(std::move(body), *plan, layout);
}

Result<DecodedPage> RecordReader::decodeList(QByteArray body, const PlanPtr& plan, int slot)
{
    for (const PlannedField& field : plan->fields) {
        if (field.slot != slot || !field.inner) continue;
        return m_impl->decode(std::move(body), *field.inner,
                              {u"records"_s, u"totalSize"_s, {}, {}, u"nextRecordsUrl"_s, u"done"_s});
    }
    return fail(ErrorKind::Bug, u"reader.slot"_s, u"no list in slot %1"_s.arg(slot));
}

} // namespace tieout::connectors
