#include "connectors/rest/reading/recordreader.h"

#include "base/memberorder.h"
#include "connectors/rest/reading/answerenvelope.h"
#include "connectors/rest/reading/derivedfields.h"
#include "connectors/rest/reading/wirevalue.h"

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
    enum class Depth : quint8 { Top, Nested };

    [[nodiscard]] error_code run(QByteArray& body, const RecordPlan& plan, const AnswerLayout& layout)
    {
        const qsizetype size = body.size();
        body.reserve(size + qsizetype(simdjson::SIMDJSON_PADDING)); // read past the end, never used
        od::document document;
        SIMDJSON_TRY(m_parser.iterate(body.constData(), size_t(size), size_t(body.capacity())).get(document));
        const Envelope envelope(layout);
        keepPlaces(plan, layout);
        od::json_type type;
        SIMDJSON_TRY(document.type().get(type));
        if (envelope.path.empty() && type == od::json_type::array) {
            od::array array;
            SIMDJSON_TRY(document.get_array().get(array));
            SIMDJSON_TRY(readRecords(array, plan, envelope));
        } else if (type == od::json_type::object) {
            od::object object;
            SIMDJSON_TRY(document.get_object().get(object));
            if (envelope.path.empty() && envelope.isRecord) {
                SIMDJSON_TRY(readOne(object, plan));
            } else {
                Sought sought;
                for (size_t i = 0; i < sought.size(); ++i)
                    sought[i] = !envelope.members[i].empty();
                SIMDJSON_TRY(walk(object, plan, envelope, 0, !envelope.path.empty(), sought));
            }
        } else {
            return simdjson::INCORRECT_TYPE;
        }
        const char* rest = nullptr;
        const error_code end = document.current_location().get(rest);
        return end == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    void keepPlaces(const RecordPlan& plan, const AnswerLayout& layout)
    {
        m_nameSlot = layout.nameAs.isEmpty() ? -1 : plan.shape->slot(layout.nameAs);
        m_inherited.clear();
        for (const auto& [field, member] : layout.inherit) {
            const int slot = plan.shape->slot(field);
            if (slot >= 0) m_inherited.push_back({member.toStdString(), slot});
        }
    }

    /// One object on the way to the records, or beside them: what the envelope names in it.
    [[nodiscard]] error_code walk(od::object& object, const RecordPlan& plan, const Envelope& envelope,
                                  size_t depth, bool onPath, const Sought& sought)
    {
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            const bool here = onPath && depth < envelope.path.size() && envelope.path[depth].name == key;
            Sought below{};
            bool isSought = false;
            for (size_t i = 0; i < sought.size(); ++i) {
                const auto& parts = envelope.members[i];
                below[i] = sought[i] && depth < parts.size() && parts[depth] == key;
                isSought = isSought || below[i];
            }
            if (!here && !isSought) continue;
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            SIMDJSON_TRY(step(value, plan, envelope, depth, here, below));
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code step(od::value& value, const RecordPlan& plan, const Envelope& envelope,
                                  size_t depth, bool here, const Sought& sought)
    {
        od::json_type type;
        SIMDJSON_TRY(value.type().get(type));
        if (type == od::json_type::object) {
            od::object object;
            SIMDJSON_TRY(value.get_object().get(object));
            const bool isLast = here && depth + 1 == envelope.path.size();
            if (isLast && envelope.path[depth].through == AnswerStep::Through::Members)
                return readMembers(object, plan);
            if (isLast && envelope.isRecord) return readOne(object, plan);
            return walk(object, plan, envelope, depth + 1, here && !isLast, sought);
        }
        if (type == od::json_type::array) {
            if (!here) return simdjson::SUCCESS;
            od::array array;
            SIMDJSON_TRY(value.get_array().get(array));
            if (depth + 1 == envelope.path.size()) return readRecords(array, plan, envelope);
            if (envelope.path[depth].through != AnswerStep::Through::Items) return simdjson::SUCCESS;
            return readEach(array, plan, envelope, depth + 1);
        }
        for (size_t i = 0; i < sought.size(); ++i) {
            if (!sought[i] || depth + 1 != envelope.members[i].size()) continue;
            Value found;
            SIMDJSON_TRY(readScalar(value, type, memberType(i), found));
            keepMember(m_page, i, found);
            return simdjson::SUCCESS;
        }
        return simdjson::SUCCESS;
    }

    /// An item of a list of records.
    template<class Item>
    [[nodiscard]] error_code objectOf(Item&& item, od::object& object)
    {
        const error_code error = item.get_object().get(object);
        return error == simdjson::INCORRECT_TYPE ? wrongShape(u"a record"_s) : error;
    }

    /// Through every item of a list; what its records inherit may stand before or behind them.
    [[nodiscard]] error_code readEach(od::array& array, const RecordPlan& plan, const Envelope& envelope,
                                      size_t depth)
    {
        m_foundRecords = true;
        for (auto item : array) {
            od::object object;
            SIMDJSON_TRY(objectOf(item, object));
            const qsizetype first = m_page.records.size();
            std::vector<std::pair<int, Value>> told;
            for (auto member : object) {
                std::string_view key;
                SIMDJSON_TRY(member.unescaped_key().get(key));
                const bool here = envelope.path[depth].name == key;
                const int slot = inheritedSlot(key);
                if (!here && slot < 0) continue;
                od::value value;
                SIMDJSON_TRY(member.value().get(value));
                if (here) {
                    SIMDJSON_TRY(step(value, plan, envelope, depth, true, Sought{}));
                    continue;
                }
                od::json_type type;
                SIMDJSON_TRY(value.type().get(type));
                Value found;
                if (type == od::json_type::object || type == od::json_type::array) continue;
                SIMDJSON_TRY(readScalar(value, type, FieldType::Text, found));
                told.emplace_back(slot, std::move(found));
            }
            for (qsizetype i = first; i < m_page.records.size(); ++i) {
                for (const auto& [slot, value] : told)
                    m_page.records[i].set(slot, value);
                if (!told.empty()) liftAll(m_page.records[i], plan);
            }
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] int inheritedSlot(std::string_view key) const
    {
        for (const auto& [name, slot] : m_inherited) {
            if (name == key) return slot;
        }
        return -1;
    }

    /// {"name": {…}, …}: each member is a record.
    [[nodiscard]] error_code readMembers(od::object& object, const RecordPlan& plan)
    {
        m_foundRecords = true;
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
            od::object inner;
            const error_code error = item.value().get_object().get(inner);
            if (error == simdjson::INCORRECT_TYPE) return wrongShape(name);
            SIMDJSON_TRY(error);
            Record record(plan.shape);
            SIMDJSON_TRY(readRecord(inner, plan, record, Depth::Nested));
            if (m_nameSlot >= 0) record.set(m_nameSlot, Value(name));
            liftAll(record, plan);
            m_page.records.append(std::move(record));
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readOne(od::object& object, const RecordPlan& plan)
    {
        m_foundRecords = true;
        Record record(plan.shape);
        SIMDJSON_TRY(readRecord(object, plan, record, Depth::Top));
        m_page.records.append(std::move(record));
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readRecords(od::array& array, const RecordPlan& plan, const Envelope& envelope)
    {
        m_foundRecords = true;
        for (auto item : array) {
            od::object object;
            SIMDJSON_TRY(objectOf(item, object));
            if (!envelope.element.empty()) {
                od::object inner;
                const error_code found =
                    object.find_field_unordered(envelope.element).get_object().get(inner);
                if (found == simdjson::NO_SUCH_FIELD || found == simdjson::INCORRECT_TYPE)
                    return wrongShape(QString::fromStdString(envelope.element));
                SIMDJSON_TRY(found);
                SIMDJSON_TRY(readOne(inner, plan));
                continue;
            }
            Record record(plan.shape);
            SIMDJSON_TRY(readRecord(object, plan, record, Depth::Top));
            m_page.records.append(std::move(record));
        }
        return simdjson::SUCCESS;
    }

    [[nodiscard]] error_code readRecord(od::object& object, const RecordPlan& plan, Record& record,
                                        Depth depth)
    {
        MemberOrder order(plan.fields);
        for (auto item : object) {
            std::string_view key;
            SIMDJSON_TRY(item.unescaped_key().get(key));
            const PlannedField* field = order.find(key);
            if (!field) continue;
            od::value value;
            SIMDJSON_TRY(item.value().get(value));
            Value read;
            SIMDJSON_TRY(readField(value, *field, read, depth));
            record.set(field->slot, std::move(read));
        }
        foldAll(record, plan);
        liftAll(record, plan);
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
    int m_nameSlot = -1;
    std::vector<std::pair<std::string, int>> m_inherited; ///< member of the enclosing object → slot
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
        return m_impl->decode(
            std::move(body), *field.inner,
            {u"records"_s, u"totalSize"_s, {}, {}, u"nextRecordsUrl"_s, u"done"_s, {}, {}, {}, {}});
    }
    return fail(ErrorKind::Bug, u"reader.slot"_s, u"no list in slot %1"_s.arg(slot));
}

} // namespace tieout::connectors
