#include "base/redact.h"

#include <QStringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tieout {

namespace {

constexpr auto kMark = "•••";
constexpr qsizetype kLookAhead = 4096; ///< read past the cut, so that half a token is still seen as one
constexpr int kTokenLength = 32;       ///< shorter runs are names, numbers and record ids
constexpr int kCredentialLength = 12;  ///< behind "Bearer" and the like

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isAlnum(c) || c == '_' || c == '-';
}

/// What tokens are made of: base64, base64url, JWT and Salesforce session ids; no slash, paths would match.
bool isTokenCharacter(char c)
{
    return isNameCharacter(c) || c == '.' || c == '!' || c == '~' || c == '+' || c == '=';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool looksLikeToken(QByteArrayView run)
{
    if (run.size() < kTokenLength) return false;
    if (run.startsWith("eyJ")) return true;
    bool upper = false;
    bool lower = false;
    bool digit = false;
    for (const char c : run) {
        upper = upper || (c >= 'A' && c <= 'Z');
        lower = lower || (c >= 'a' && c <= 'z');
        digit = digit || (c >= '0' && c <= '9');
    }
    return upper && lower && digit;
}

bool isScheme(QByteArrayView word)
{
    return word.compare("bearer", Qt::CaseInsensitive) == 0 ||
           word.compare("basic", Qt::CaseInsensitive) == 0 || word.compare("oauth", Qt::CaseInsensitive) == 0;
}

/// One pass over the text: words are looked at for what follows them, everything else is copied.
class Redactor final
{
  public:
    explicit Redactor(QByteArrayView text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    [[nodiscard]] QByteArray run()
    {
        while (m_next < m_text.size()) {
            if (isTokenCharacter(m_text[m_next]))
                word();
            else
                copy(1);
        }
        return m_out;
    }

  private:
    [[nodiscard]] char at(qsizetype index) const { return index < m_text.size() ? m_text[index] : '\0'; }

    void copy(qsizetype count)
    {
        m_out.append(m_text.sliced(m_next, std::min(count, m_text.size() - m_next)));
        m_next += count;
    }

    void hide(qsizetype end)
    {
        if (end <= m_next) return;
        m_out.append(kMark);
        m_next = end;
    }

    void word()
    {
        qsizetype nameEnd = m_next;
        while (isNameCharacter(at(nameEnd)))
            ++nameEnd;
        const QByteArrayView name = m_text.sliced(m_next, nameEnd - m_next);
        if (!name.isEmpty() && hideMember(name, nameEnd)) return;
        if (isScheme(name) && isBlank(at(nameEnd))) return credential(nameEnd);
        qsizetype runEnd = m_next;
        while (isTokenCharacter(at(runEnd)))
            ++runEnd;
        const QByteArrayView run = m_text.sliced(m_next, runEnd - m_next);
        // "name=value" is a name first; its value is looked at when the pass gets there.
        if (looksLikeToken(run))
            hide(runEnd);
        else
            copy(std::max<qsizetype>(1, name.size()));
    }

    void credential(qsizetype schemeEnd)
    {
        qsizetype first = schemeEnd;
        while (isBlank(at(first)))
            ++first;
        qsizetype end = first;
        while (isTokenCharacter(at(end)) || at(end) == '/')
            ++end;
        copy(first - m_next);
        if (end - first >= kCredentialLength) hide(end);
    }

    /// `"name": …`, `name=…`, `Name: …`, `<name>…`: copies the name and hides the value of a secret one.
    bool hideMember(QByteArrayView name, qsizetype nameEnd)
    {
        const bool inTag = m_next > 0 && m_text[m_next - 1] == '<' && at(nameEnd) == '>';
        qsizetype mark = nameEnd;
        if (at(mark) == '\\') ++mark; // JSON inside a JSON text
        const bool quoted = at(mark) == '"' || at(mark) == '\'';
        mark = quoted ? mark + 1 : nameEnd;
        while (isBlank(at(mark)))
            ++mark;
        const char sign = inTag ? '>' : at(mark);
        if (sign != ':' && sign != '=' && sign != '>') return false;
        if (sign == '>' && !inTag) return false;
        if (!isSecretName(QString::fromLatin1(name))) return false;
        // A ledger's "code" is an account or an error; OAuth's travels in queries and forms.
        if (sign != '=' && name == "code") return false;
        qsizetype first = (inTag ? nameEnd : mark) + 1;
        while (isBlank(at(first)) || (quoted && (at(first) == '\n' || at(first) == '\r')))
            ++first;
        copy(first - m_next);
        hideValue(sign, quoted);
        return true;
    }

    void hideValue(char sign, bool quotedName)
    {
        const char opening = at(m_next);
        if (sign == '>') return hide(untilAnyOf("<"));
        if (opening == '"' || opening == '\'' || opening == '\\') return hideQuoted();
        if (opening == '{' || opening == '[') return hide(afterBrackets());
        if (sign == '=') return hide(untilAnyOf("&; \t\r\n\"'<>,"));
        hide(quotedName ? untilAnyOf(",}] \t\r\n") : untilAnyOf("\r\n"));
    }

    void hideQuoted()
    {
        const bool escaped = at(m_next) == '\\';
        const char quote = at(m_next + (escaped ? 1 : 0));
        copy(escaped ? 2 : 1);
        qsizetype end = m_next;
        for (; end < m_text.size(); ++end) {
            if (m_text[end] == quote) break;
            if (m_text[end] != '\\') continue;
            if (escaped && at(end + 1) == quote) break;
            ++end;
        }
        hide(std::min(end, m_text.size()));
    }

    [[nodiscard]] qsizetype afterBrackets() const
    {
        int depth = 0;
        bool inText = false;
        for (qsizetype i = m_next; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = !inText;
            else if (inText)
                continue;
            else if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return i + 1;
        }
        return m_text.size();
    }

    [[nodiscard]] qsizetype untilAnyOf(QByteArrayView ends) const
    {
        qsizetype end = m_next;
        while (end < m_text.size() && !ends.contains(m_text[end]))
            ++end;
        return end;
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_next = 0;
};

} // namespace

bool isSecretName(QStringView name)
{
    if (name == u"code") return true;
    QString plain;
    plain.reserve(name.size());
    for (const QChar c : name) {
        if (c != u'-' && c != u'_') plain.append(c.toLower());
    }
    // How a token is used is no secret.
    static const std::array kHarmlessEndings{u"type"_s, u"url"_s, u"uri"_s, u"endpoint"_s, u"expiry"_s};
    for (const QString& ending : kHarmlessEndings) {
        if (plain.endsWith(ending)) return false;
    }
    static const std::array kParts{u"token"_s,        u"secret"_s,        u"password"_s,  u"passwd"_s,
                                   u"passphrase"_s,   u"authorization"_s, u"cookie"_s,    u"apikey"_s,
                                   u"credential"_s,   u"privatekey"_s,    u"sessionid"_s, u"assertion"_s,
                                   u"codeverifier"_s, u"signature"_s};
    return std::any_of(kParts.begin(), kParts.end(),
                       [&](const QString& part) { return plain.contains(part); });
}

QByteArray redacted(QByteArrayView text, qsizetype limit)
{
    const qsizetype room = std::max<qsizetype>(0, limit);
    QByteArray out = Redactor(text.first(std::min(text.size(), room + kLookAhead))).run();
    if (out.size() <= room) return out;
    qsizetype end = room;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80)
        --end; // never half a character
    out.truncate(end);
    return out;
}

} // namespace tieout
