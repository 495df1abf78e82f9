#include "base/json.h"

#include <QStringConverter>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace tieout {

namespace {

/// Puts Json and texts into either of rapidjson's writers.
template<class Writer>
class Emitter final
{
  public:
    explicit Emitter(Writer& writer)
        : m_writer(writer)
    {
    }

    void text(QStringView value)
    {
        const auto length = encode(value);
        m_writer.String(m_bytes.constData(), length);
    }

    void key(QStringView value)
    {
        const auto length = encode(value);
        m_writer.Key(m_bytes.constData(), length);
    }

    void number(const Decimal& value)
    {
        m_bytes.resize(0);
        value.appendTo(m_bytes);
        m_writer.RawValue(m_bytes.constData(), std::size_t(m_bytes.size()), rapidjson::kNumberType);
    }

    void json(const Json& value)
    {
        switch (value.kind()) {
        case Json::Kind::Null:
            m_writer.Null();
            break;
        case Json::Kind::Bool:
            m_writer.Bool(value.toBool());
            break;
        case Json::Kind::Number:
            number(value.toDecimal());
            break;
        case Json::Kind::Text:
            text(value.toText());
            break;
        case Json::Kind::Array:
            m_writer.StartArray();
            for (const Json& item : value.toArray())
                json(item);
            m_writer.EndArray();
            break;
        case Json::Kind::Object:
            m_writer.StartObject();
            for (const auto& [name, member] : value.toObject()) {
                key(name);
                json(member);
            }
            m_writer.EndObject();
            break;
        }
    }

  private:
    /// UTF-8 into a buffer that is kept; unpaired surrogates become U+FFFD.
    rapidjson::SizeType encode(QStringView value)
    {
        if (m_bytes.size() < m_encoder.requiredSpace(value.size()))
            m_bytes.resize(m_encoder.requiredSpace(value.size()));
        m_encoder.resetState();
        const char* const end = m_encoder.appendToBuffer(m_bytes.data(), value);
        return rapidjson::SizeType(end - m_bytes.constData());
    }

    Writer& m_writer;
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    QByteArray m_bytes;
};

QByteArray bytesOf(const rapidjson::StringBuffer& buffer)
{
    return QByteArray(buffer.GetString(), qsizetype(buffer.GetSize()));
}

} // namespace

class JsonWriter::Impl
{
  public:
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
    Emitter<rapidjson::Writer<rapidjson::StringBuffer>> emitter{writer};
};

JsonWriter::JsonWriter()
    : m_impl(std::make_unique<Impl>())
{
}

JsonWriter::~JsonWriter() = default;

void JsonWriter::beginObject()
{
    m_impl->writer.StartObject();
}

void JsonWriter::endObject()
{
    m_impl->writer.EndObject();
}

void JsonWriter::beginArray()
{
    m_impl->writer.StartArray();
}

void JsonWriter::endArray()
{
    m_impl->writer.EndArray();
}

void JsonWriter::key(QStringView name)
{
    m_impl->emitter.key(name);
}

void JsonWriter::null()
{
    m_impl->writer.Null();
}

void JsonWriter::value(bool value)
{
    m_impl->writer.Bool(value);
}

void JsonWriter::value(qint64 value)
{
    m_impl->writer.Int64(value);
}

void JsonWriter::value(const Decimal& value)
{
    m_impl->emitter.number(value);
}

void JsonWriter::value(QStringView value)
{
    m_impl->emitter.text(value);
}

void JsonWriter::raw(QByteArrayView json)
{
    m_impl->writer.RawValue(json.data(), std::size_t(json.size()), rapidjson::kObjectType);
}

void JsonWriter::json(const Json& value)
{
    m_impl->emitter.json(value);
}

QByteArray JsonWriter::take()
{
    QByteArray text = bytesOf(m_impl->buffer);
    m_impl->buffer.Clear();
    m_impl->writer.Reset(m_impl->buffer);
    return text;
}

QByteArray Json::toBytes() const
{
    JsonWriter writer;
    writer.json(*this);
    return writer.take();
}

QByteArray Json::toPrettyBytes() const
{
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    Emitter emitter(writer);
    emitter.json(*this);
    return bytesOf(buffer) + '\n';
}

} // namespace tieout
