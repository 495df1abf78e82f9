#include "connectors/rest/bodywriter.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Record;
using model::Value;

namespace {

/// Writes one row after the other into a JsonWriter.
class BodyWriter final
{
  public:
    BodyWriter(const ObjectSpec& object, JsonWriter& out)
        : m_object(object)
        , m_out(out)
    {
    }

    void row(const WriteSpec& write, Operation operation, const WriteRow& row)
    {
        m_out.beginObject();
        if (operation == Operation::Update) {
            m_out.key(m_object.identity.remoteId);
            m_out.value(QStringView(row.targetId));
        }
        if (operation == Operation::Create) defaults(write, row.target);
        members(row.target, {}, operation);
        folded(row.target);
        for (const QString& field : row.clear)
            cleared(field);
        m_out.endObject();
    }

  private:
    void defaults(const WriteSpec& write, const Record& record)
    {
        for (const auto& [name, text] : write.defaults) {
            if (!record.value(name).isBlank()) continue;
            m_out.key(name);
            m_out.value(QStringView(text));
        }
    }

    void members(const Record& record, const QString& prefix, Operation operation)
    {
        if (record.isNull()) return;
        const QStringList& names = record.shape()->names();
        for (int slot = 0; slot < names.size(); ++slot) {
            const QString& name = names.at(slot);
            const Value& value = record.at(slot);
            if (value.isBlank()) continue;
            const bool isTop = prefix.isEmpty();
            if (isTop && m_object.folds.contains(name)) continue;
            if (isTop && operation == Operation::Update && name == m_object.identity.remoteId) continue;
            m_out.key(name);
            member(value, prefix + name, operation);
        }
    }

    void member(const Value& value, const QString& path, Operation operation)
    {
        const auto wrap = m_object.wraps.constFind(path);
        if (wrap != m_object.wraps.cend() && value.isText()) {
            m_out.beginObject();
            m_out.key(*wrap);
            plain(value);
            m_out.endObject();
        } else if (const model::ValueList* list = value.list()) {
            m_out.beginArray();
            for (const Value& item : *list)
                member(item, path, operation);
            m_out.endArray();
        } else if (const Record* record = value.record()) {
            m_out.beginObject();
            members(*record, path + u'.', operation);
            m_out.endObject();
        } else {
            plain(value);
        }
    }

    void plain(const Value& value)
    {
        switch (value.kind()) {
        case Value::Kind::Boolean:
            m_out.value(*value.boolean());
            break;
        case Value::Kind::Number:
            m_out.value(*value.number());
            break;
        case Value::Kind::Text:
            m_out.value(QStringView(*value.text()));
            break;
        case Value::Kind::Date:
            m_out.value(QStringView(formatDate(*value.date())));
            break;
        case Value::Kind::Instant:
            m_out.value(QStringView(formatInstant(*value.instant())));
            break;
        case Value::Kind::Blank:
        case Value::Kind::List:
        case Value::Kind::Record:
            m_out.null();
            break;
        }
    }

    /// Fields that live in a list of records, gathered by list and key.
    void folded(const Record& record)
    {
        QMap<QString, QMap<QString, QList<std::pair<QString, Value>>>> lists;
        QHash<QString, QString> keyNames;
        for (auto it = m_object.folds.cbegin(); it != m_object.folds.cend(); ++it) {
            const Value& value = record.value(it.key());
            // A list that is mapped itself has the last word.
            if (value.isBlank() || !record.value(it->list).isBlank()) continue;
            lists[it->list][it->values.first()].append({it->member, value});
            keyNames.insert(it->list, it->key);
        }
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            m_out.key(list.key());
            m_out.beginArray();
            for (auto entry = list->begin(); entry != list->end(); ++entry) {
                m_out.beginObject();
                m_out.key(keyNames.value(list.key()));
                m_out.value(QStringView(entry.key()));
                std::sort(entry->begin(), entry->end(),
                          [](const auto& a, const auto& b) { return a.first < b.first; });
                for (const auto& [name, value] : std::as_const(*entry)) {
                    m_out.key(name);
                    plain(value);
                }
                m_out.endObject();
            }
            m_out.endArray();
        }
    }

    void cleared(const QString& name)
    {
        const auto field = std::find_if(m_object.fields.begin(), m_object.fields.end(),
                                        [&](const model::Field& known) { return known.name == name; });
        if (m_object.folds.contains(name)) return; // the list keeps what is not sent
        m_out.key(name);
        const bool isText = field != m_object.fields.end() &&
                            (field->type == FieldType::Text || field->type == FieldType::Enum);
        if (isText)
            m_out.value(QStringView(u""));
        else
            m_out.null();
    }

    const ObjectSpec& m_object;
    JsonWriter& m_out;
};

} // namespace

QByteArray writeBody(const ObjectSpec& object, const WriteSpec& write, Operation operation,
                     const QList<WriteRow>& rows)
{
    JsonWriter out;
    BodyWriter body(object, out);
    out.beginObject();
    out.key(write.wrap);
    out.beginArray();
    for (const WriteRow& row : rows)
        body.row(write, operation, row);
    out.endArray();
    out.endObject();
    return out.take();
}

} // namespace tieout::connectors
