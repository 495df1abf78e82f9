#include "connectors/check/jsonplaces.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

/// Goes through the text once. Lives on the stack.
class JsonPlaces::Scanner final
{
  public:
    Scanner(const QByteArray& text, QHash<QString, qsizetype>& places)
        : m_text(text)
        , m_places(places)
    {
    }

    void value(const QString& path, int depth)
    {
        skipBlank();
        if (!m_places.contains(path)) m_places.insert(path, m_at);
        if (depth > kDeepest || m_places.size() > kMost) {
            m_at = m_text.size();
            return;
        }
        if (peek() == '{')
            object(path, depth);
        else if (peek() == '[')
            array(path, depth);
        else if (peek() == '"')
            text();
        else
            word();
    }

  private:
    static constexpr int kDeepest = 64;
    static constexpr qsizetype kMost = 500'000;

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    void skipBlank()
    {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')
            ++m_at;
    }

    QByteArray text()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != '"')
            m_at += m_text.at(m_at) == '\\' ? 2 : 1;
        QByteArray found = m_text.mid(start, qMin(m_at, m_text.size()) - start);
        ++m_at;
        return found;
    }

    void word()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !strchr(",]} \n\r\t", m_text.at(m_at)))
            ++m_at;
        if (m_at == start) m_at = m_text.size(); // broken: nothing more can be known
    }

    void object(const QString& path, int depth)
    {
        ++m_at;
        while (m_at < m_text.size()) {
            skipBlank();
            if (peek() != '"') break;
            const qsizetype start = m_at;
            const QString inner = path + u'.' + QString::fromUtf8(text());
            m_places.insert(inner, start);
            skipBlank();
            if (peek() == ':') ++m_at;
            value(inner, depth + 1);
            skipBlank();
            if (peek() != ',') break;
            ++m_at;
        }
        if (peek() == '}') ++m_at;
    }

    void array(const QString& path, int depth)
    {
        ++m_at;
        for (int i = 0; m_at < m_text.size(); ++i) {
            skipBlank();
            if (peek() == ']') break;
            value(u"%1[%2]"_s.arg(path).arg(i), depth + 1);
            skipBlank();
            if (peek() != ',') break;
            ++m_at;
        }
        if (peek() == ']') ++m_at;
    }

    const QByteArray& m_text;
    QHash<QString, qsizetype>& m_places;
    qsizetype m_at = 0;
};

JsonPlaces::JsonPlaces(const QByteArray& text)
    : m_text(text)
{
    Scanner(m_text, m_bytes).value(u"$"_s, 0);
}

TextPlace JsonPlaces::of(QString path) const
{
    while (!path.isEmpty()) {
        const auto known = m_bytes.constFind(path);
        if (known != m_bytes.cend()) return ofByte(*known);
        const qsizetype dot = path.lastIndexOf(u'.');
        const qsizetype bracket = path.lastIndexOf(u'[');
        path.truncate(qMax<qsizetype>(0, qMax(dot, bracket)));
    }
    return {};
}

TextPlace JsonPlaces::ofByte(qsizetype byte) const
{
    const QByteArrayView before = QByteArrayView(m_text).first(qBound<qsizetype>(0, byte, m_text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(before.size() - lineStart) + 1};
}

} // namespace tieout::connectors
