#include "connectors/rest/writing/bodywriter.h"

#include "connectors/rest/reading/wirevalue.h"

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
    BodyWriter(const ObjectSpec& object, InstantFormat instants, JsonWriter& out)
        : m_object(object)
        , m_instants(instants)
        , m_out(out)
    {
    }

    void row(const WriteSpec& write, Operation operation, const WriteRow& row)
    {
        m_out.beginObject();
        m_idMember = row.targetId.isEmpty() ? QString() : write.body.id;
        if (!m_idMember.isEmpty()) {
            m_out.key(m_idMember);
            m_out.value(QStringView(row.targetId));
        }
        const bool isNew = operation == Operation::Create || operation == Operation::Upsert;
        if (isNew || operation == Operation::Action) constants(write.body.defaults, row.target);
        constants(write.body.each, row.target);
        if (write.body.wrap.isEmpty()) constants(write.body.top, row.target); // beside the only row
        members(row.target, {});
        folded(row.target);
        for (const QString& field : row.clear)
            cleared(field);
        m_out.endObject();
    }

  private:
    /// What the manifest adds to a row that does not have it.
    void constants(const Json& values, const Record& record)
    {
        for (const auto& [name, value] : values.toObject()) {
            if (!record.value(name).isBlank()) continue;
            m_out.key(name);
            m_out.json(value);
        }
    }

    void members(const Record& record, const QString& prefix)
    {
        if (record.isNull()) return;
        const QStringList& names = record.shape()->names();
        for (int slot = 0; slot < names.size(); ++slot) {
            const QString& name = names.at(slot);
            const Value& value = record.at(slot);
            if (value.isBlank()) continue;
            const bool isTop = prefix.isEmpty();
            if (isTop && (m_object.folds.contains(name) || m_object.addressOnly.contains(name))) continue;
            if (isTop && !m_idMember.isEmpty() && name == m_object.identity.remoteId) continue;
            m_out.key(name);
            member(value, prefix + name);
        }
    }

    void member(const Value& value, const QString& path)
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
                member(item, path);
            m_out.endArray();
        } else if (const Record* record = value.record()) {
            m_out.beginObject();
            members(*record, path + u'.');
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
            instant(*value.instant());
            break;
        case Value::Kind::Blank:
        case Value::Kind::List:
        case Value::Kind::Record:
            m_out.null();
            break;
        }
    }

    void instant(Instant instant)
    {
        const QString text = wireInstant(instant, m_instants);
        const bool isNumber =
            m_instants == InstantFormat::UnixSeconds || m_instants == InstantFormat::UnixMilliseconds;
        if (isNumber)
            m_out.raw(text.toLatin1());
        else
            m_out.value(QStringView(text));
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
    InstantFormat m_instants;
    JsonWriter& m_out;
    QString m_idMember; ///< that the present row's id went to
};

/// Opens the objects on the way to a dotted member; gives how many.
qsizetype openMembers(const QString& dotted, const Json& beside, JsonWriter& out)
{
    if (dotted.isEmpty()) return 0;
    const QStringList parts = dotted.split(u'.');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        out.beginObject();
        if (i == 0) {
            for (const auto& [name, value] : beside.toObject()) {
                out.key(name);
                out.json(value);
            }
        }
        out.key(parts.at(i));
    }
    return parts.size();
}

} // namespace

QByteArray writeBody(const Manifest& manifest, const ObjectSpec& object, const WriteSpec& write,
                     Operation operation, const QList<WriteRow>& rows)
{
    using Shape = BodySpec::Shape;
    const BodySpec& spec = write.body;
    if (spec.shape == Shape::None) return spec.top.isNull() ? QByteArray() : spec.top.toBytes();
    JsonWriter out;
    BodyWriter body(object, manifest.instants, out);
    const qsizetype opened = openMembers(spec.wrap, spec.top, out);
    if (spec.shape == Shape::List) out.beginArray();
    for (const WriteRow& row : rows)
        body.row(write, operation, row);
    if (spec.shape == Shape::List) out.endArray();
    for (qsizetype i = 0; i < opened; ++i)
        out.endObject();
    return out.take();
}

} // namespace tieout::connectors
