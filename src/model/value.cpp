#include "model/value.h"

#include "base/ids.h"

#include <QHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace tieout::model {

static_assert(sizeof(Value) <= 32, "a record of forty fields is to stay near a kilobyte");

namespace {

const Value& blank()
{
    static const Value value;
    return value;
}

/// A QString over borrowed characters, for a lookup only.
QString borrowed(QStringView name)
{
    return QString::fromRawData(name.data(), name.size());
}

} // namespace

Shape::Shape(QStringList names)
    : m_names(std::move(names))
{
    m_slots.reserve(m_names.size());
    for (int i = 0; i < size(); ++i) {
        if (!m_slots.contains(m_names.at(i))) m_slots.insert(m_names.at(i), i);
    }
}

int Shape::slot(QStringView name, int hint) const
{
    if (hint >= 0 && hint < size() && m_names.at(hint) == name) return hint;
    return m_slots.value(borrowed(name), -1);
}

Record::Record(ShapePtr shape)
    : m_shape(std::move(shape))
{
    if (m_shape) m_values = std::make_shared<QList<Value>>(m_shape->size());
}

const Value& Record::at(int slot) const
{
    return m_values && slot >= 0 && slot < m_values->size() ? m_values->at(slot) : blank();
}

void Record::set(int slot, Value value)
{
    Q_ASSERT(m_values && slot >= 0 && slot < m_values->size());
    if (m_values.use_count() > 1) m_values = std::make_shared<QList<Value>>(*m_values);
    (*m_values)[slot] = std::move(value);
}

const Value& Record::value(QStringView name) const
{
    return m_shape ? at(m_shape->slot(name)) : blank();
}

const Value& Record::path(QStringView dotted) const
{
    const Record* record = this;
    for (;;) {
        if (!record->m_shape) return blank();
        // A flat source may have a dot in a name.
        if (const int slot = record->m_shape->slot(dotted); slot >= 0) return record->at(slot);
        const qsizetype dot = dotted.indexOf(u'.');
        if (dot < 0) return blank();
        record = record->value(dotted.first(dot)).record();
        if (!record) return blank();
        dotted = dotted.sliced(dot + 1);
    }
}

bool Record::operator==(const Record& other) const
{
    if (m_values == other.m_values) return true;
    const qsizetype size = m_values ? m_values->size() : 0;
    if (size != (other.m_values ? other.m_values->size() : 0)) return false;
    if (size == 0) return true;
    return (m_shape == other.m_shape || m_shape->names() == other.m_shape->names()) &&
           *m_values == *other.m_values;
}

Value::Value(ValueList list)
    : m_value(std::make_shared<const ValueList>(std::move(list)))
{
}

Value::Value(model::Record record)
    : m_value(std::make_shared<const model::Record>(std::move(record)))
{
}

const ValueList* Value::list() const
{
    const auto* value = std::get_if<std::shared_ptr<const ValueList>>(&m_value);
    return value ? value->get() : nullptr;
}

const model::Record* Value::record() const
{
    const auto* value = std::get_if<std::shared_ptr<const model::Record>>(&m_value);
    return value ? value->get() : nullptr;
}

bool Value::operator==(const Value& other) const
{
    if (kind() != other.kind()) return false;
    switch (kind()) {
    case Kind::List:
        return *list() == *other.list();
    case Kind::Record:
        return *record() == *other.record();
    default:
        return m_value == other.m_value;
    }
}

QString Value::toPlainText() const
{
    switch (kind()) {
    case Kind::Blank:
        return {};
    case Kind::Boolean:
        return *boolean() ? u"true"_s : u"false"_s;
    case Kind::Number:
        return number()->toString();
    case Kind::Text:
        return *text();
    case Kind::Date:
        return formatDate(*date());
    case Kind::Instant:
        return formatInstant(*instant());
    case Kind::List: {
        QStringList items;
        for (const Value& item : *list())
            items.append(item.toPlainText());
        return items.join(u", "_s);
    }
    case Kind::Record:
        return QString::fromUtf8(toJson(*this).toBytes());
    }
    return {};
}

namespace {

void appendWord(QByteArray& out, quint64 word)
{
    const quint64 little = qToLittleEndian(word);
    out.append(reinterpret_cast<const char*>(&little), sizeof little);
}

/// Length, then UTF-16 in little-endian order: no conversion on the machines we have.
void appendText(QByteArray& out, const QString& text)
{
    appendWord(out, quint64(text.size()));
    if constexpr (QSysInfo::ByteOrder == QSysInfo::LittleEndian) {
        out.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    } else {
        for (const QChar character : text) {
            out.append(char(character.cell()));
            out.append(char(character.row()));
        }
    }
}

} // namespace

void appendCanonical(QByteArray& out, const Value& value)
{
    // A letter for the kind, then content whose end is known from its beginning: no two values give the same
    // bytes.
    switch (value.kind()) {
    case Value::Kind::Blank:
        out.append('z');
        break;
    case Value::Kind::Boolean:
        out.append(*value.boolean() ? "b1" : "b0");
        break;
    case Value::Kind::Number:
        out.append('n');
        value.number()->normalized().appendTo(out);
        out.append(';');
        break;
    case Value::Kind::Text:
        out.append('t');
        appendText(out, *value.text());
        break;
    case Value::Kind::Date:
        out.append('d');
        appendWord(out, quint64(value.date()->toJulianDay()));
        break;
    case Value::Kind::Instant:
        out.append('i');
        appendWord(out, quint64(msSinceEpoch(*value.instant())));
        break;
    case Value::Kind::List:
        out.append('l');
        appendWord(out, quint64(value.list()->size()));
        for (const Value& item : *value.list())
            appendCanonical(out, item);
        break;
    case Value::Kind::Record: {
        const Record& record = *value.record();
        const int size = record.shape() ? record.shape()->size() : 0;
        out.append('r');
        appendWord(out, quint64(size));
        for (int i = 0; i < size; ++i) {
            appendText(out, record.shape()->names().at(i));
            appendCanonical(out, record.at(i));
        }
        break;
    }
    }
}

quint64 contentHash(const Value& value)
{
    QByteArray bytes;
    bytes.reserve(512);
    appendCanonical(bytes, value);
    return tieout::contentHash(QByteArrayView(bytes));
}

} // namespace tieout::model
