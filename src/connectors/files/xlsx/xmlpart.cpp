#include "connectors/files/xlsx/xmlpart.h"

#include <zip.h>

#include <cstring>

namespace tieout::connectors {

namespace {

/// A tag's attributes are compared with each other by the XML reader, so tags are kept short. The longest
/// text is a cell of 32,767 characters, each written as a reference.
constexpr qint64 kLongestTag = 8 * 1024;
constexpr qint64 kLongestText = 512 * 1024;

} // namespace

XmlPart::XmlPart(zip_file* file, qint64 most)
    : m_file(file)
    , m_left(most)
{
}

XmlPart::~XmlPart()
{
    zip_fclose(m_file);
}

/// After "<!": a comment or character data passes like text of limited length, a document type does not.
bool XmlPart::stepBang(char byte)
{
    if (byte != '-' && byte != '[') {
        m_refusal = XmlRefusal::Doctype;
        return false;
    }
    m_state = State::Other;
    return true;
}

bool XmlPart::step(char byte)
{
    ++m_run;
    switch (m_state) {
    case State::Text:
    case State::Other:
        break;
    case State::TagStart:
        m_state = byte == '!' ? State::Bang : State::Tag;
        break;
    case State::Bang:
        return stepBang(byte);
    case State::Tag:
        if (byte == '"') m_state = State::DoubleQuoted;
        if (byte == '\'') m_state = State::SingleQuoted;
        break;
    case State::SingleQuoted:
        if (byte == '\'') m_state = State::Tag;
        return true;
    case State::DoubleQuoted:
        if (byte == '"') m_state = State::Tag;
        return true;
    }
    // Inside a comment or character data tags do not count; taking them for tags only makes this stricter.
    if (byte == '<') {
        m_state = State::TagStart;
        m_run = 0;
    } else if (byte == '>' && m_state != State::Text) {
        m_state = State::Text;
        m_run = 0;
    }
    return true;
}

const char* XmlPart::skipText(const char* at, const char* end)
{
    const auto* next = static_cast<const char*>(std::memchr(at, '<', size_t(end - at)));
    const char* stop = next ? next : end;
    m_run += stop - at;
    return stop;
}

bool XmlPart::check(const char* data, qint64 size)
{
    if (std::memchr(data, 0, size_t(size))) {
        m_refusal = XmlRefusal::NotXml;
        return false;
    }
    const char* const end = data + size;
    for (const char* at = data; at < end;) {
        if (m_state == State::Text) {
            at = skipText(at, end);
            if (m_run > kLongestText) break;
            if (at == end) return true;
        }
        if (!step(*at++)) return false;
        if (m_run > (m_state == State::Text || m_state == State::Other ? kLongestText : kLongestTag)) break;
    }
    const bool isText = m_state == State::Text || m_state == State::Other;
    if (m_run <= (isText ? kLongestText : kLongestTag)) return true;
    m_refusal = XmlRefusal::NotXml;
    return false;
}

qint64 XmlPart::readData(char* data, qint64 most)
{
    if (m_refusal != XmlRefusal::None) return -1;
    const qint64 got = zip_fread(m_file, data, zip_uint64_t(most));
    if (got < 0) m_refusal = XmlRefusal::Damaged;
    if (got > m_left) m_refusal = XmlRefusal::TooLarge;
    if (m_refusal != XmlRefusal::None) return -1;
    m_left -= got;
    if (got > 0 && !check(data, got)) return -1;
    return got;
}

qint64 XmlPart::writeData(const char* data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace tieout::connectors
