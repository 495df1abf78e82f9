#include "base/json.h"

#include <simdjson.h>

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kDeepest = 64;
constexpr qsizetype kListedNames = 12; ///< up to here a scan for a duplicate beats a set

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto last = text.find_last_not_of(kBlanks);
    if (last == std::string_view::npos) return {};
    return text.substr(0, last + 1);
}

/// A U+FEFF that begins a text is part of it; QString takes it for the mark of a file and drops it.
QString textOf(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    if (utf8.substr(0, 3) == "\xEF\xBB\xBF") text.prepend(QChar(0xFEFF));
    return text;
}

/// JSON's own number grammar; Decimal::parse takes more ("+1", ".5", "007").
bool isJsonNumber(std::string_view text)
{
    std::size_t next = 0;
    const auto peek = [&] { return next < text.size() ? text[next] : '\0'; };
    const auto digits = [&] {
        const std::size_t first = next;
        while (peek() >= '0' && peek() <= '9')
            ++next;
        return next > first;
    };
    if (peek() == '-') ++next;
    if (peek() == '0')
        ++next;
    else if (!digits())
        return false;
    if (peek() == '.') {
        ++next;
        if (!digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++next;
        if (peek() == '+' || peek() == '-') ++next;
        if (!digits()) return false;
    }
    return next == text.size();
}

/// Builds the tree of one document; errors name the byte where reading stopped.
class TreeReader final
{
  public:
    explicit TreeReader(QByteArrayView bytes)
        : m_text(bytes.data(), std::size_t(bytes.size()))
    {
    }

    [[nodiscard]] Result<Json> read()
    {
        auto error = m_parser.iterate(m_text).get(m_document);
        if (error) return syntax(error, end());
        ondemand::json_type type{};
        error = m_document.type().get(type);
        if (error) return syntax(error, position());
        if (type == ondemand::json_type::array || type == ondemand::json_type::object) return readRoot(type);
        return readRootScalar(type);
    }

  private:
    Result<Json> readRoot(ondemand::json_type type)
    {
        Result<Json> result;
        if (type == ondemand::json_type::array) {
            ondemand::array array;
            if (const auto error = m_document.get_array().get(array)) return syntax(error, end());
            result = readArray(array, 1);
        } else {
            ondemand::object object;
            if (const auto error = m_document.get_object().get(object)) return syntax(error, end());
            result = readObject(object, 1);
        }
        const char* rest = nullptr;
        if (result && !m_document.current_location().get(rest))
            return syntax("more follows the document", rest);
        return result;
    }

    Result<Json> readRootScalar(ondemand::json_type type)
    {
        std::string_view token;
        if (const auto error = m_document.raw_json_token().get(token)) return syntax(error, position());
        token = trimmed(token);
        const std::string_view whole = trimmed({m_text.data(), m_text.size()});
        if (token.data() + token.size() != whole.data() + whole.size()) {
            return syntax("more follows the document", token.data() + token.size());
        }
        if (type != ondemand::json_type::string) return readWord(token);
        std::string_view text;
        if (const auto error = m_document.get_string().get(text)) return syntax(error, token.data());
        return Json(textOf(text));
    }

    Result<Json> readValue(ondemand::value value, int depth)
    {
        ondemand::json_type type{};
        if (const auto error = value.type().get(type)) return syntax(error, position());
        switch (type) {
        case ondemand::json_type::array: {
            ondemand::array array;
            if (const auto error = value.get_array().get(array)) return syntax(error, position());
            return readArray(array, depth + 1);
        }
        case ondemand::json_type::object: {
            ondemand::object object;
            if (const auto error = value.get_object().get(object)) return syntax(error, position());
            return readObject(object, depth + 1);
        }
        case ondemand::json_type::string: {
            const char* const where = position();
            std::string_view text;
            if (const auto error = value.get_string().get(text)) return syntax(error, where);
            return Json(textOf(text));
        }
        default:
            return readWord(trimmed(value.raw_json_token()));
        }
    }

    Result<Json> readArray(ondemand::array array, int depth)
    {
        if (depth > kDeepest) return tooDeep();
        Json::Array items;
        for (auto item : array) {
            ondemand::value value;
            if (const auto error = item.get(value)) return syntax(error, position());
            auto read = readValue(value, depth);
            if (!read) return read;
            items.append(std::move(*read));
        }
        return Json(std::move(items));
    }

    Result<Json> readObject(ondemand::object object, int depth)
    {
        if (depth > kDeepest) return tooDeep();
        Json::Object members;
        QSet<QString> names;
        for (auto item : object) {
            ondemand::field field;
            if (const auto error = std::move(item).get(field)) return syntax(error, position());
            const char* const where = position();
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key)) return syntax(error, where);
            QString name = textOf(key);
            if (isKnown(name, members, names)) return duplicate(name, where);
            auto read = readValue(field.value(), depth);
            if (!read) return read;
            members.append({std::move(name), std::move(*read)});
        }
        return Json(std::move(members));
    }

    static bool isKnown(const QString& name, const Json::Object& members, QSet<QString>& names)
    {
        if (members.size() < kListedNames) {
            return std::any_of(members.begin(), members.end(),
                               [&](const Json::Member& member) { return member.first == name; });
        }
        if (names.isEmpty()) {
            for (const Json::Member& member : members)
                names.insert(member.first);
        }
        const qsizetype before = names.size();
        names.insert(name);
        return names.size() == before;
    }

    Result<Json> readWord(std::string_view token)
    {
        if (token == "null") return Json();
        if (token == "true") return Json(true);
        if (token == "false") return Json(false);
        if (!isJsonNumber(token)) return syntax("not a value", token.data());
        auto number = Decimal::parse(token);
        if (number) return Json(*number);
        return failAt(u"json.number"_s, u"a number with more than 38 digits"_s, token.data());
    }

    [[nodiscard]] const char* end() const { return m_text.data() + m_text.size(); }

    [[nodiscard]] const char* position()
    {
        const char* where = nullptr;
        if (m_document.current_location().get(where)) return end();
        return where;
    }

    [[nodiscard]] tl::unexpected<Error> failAt(const QString& code, const QString& what,
                                               const char* where) const
    {
        const qint64 byte = std::clamp<qint64>(where - m_text.data(), 0, qint64(m_text.size()));
        return fail(ErrorKind::RemoteFault, code, u"%1 at byte %2"_s.arg(what).arg(byte),
                    {QString::number(byte)});
    }

    [[nodiscard]] tl::unexpected<Error> syntax(const char* what, const char* where) const
    {
        return failAt(u"json.syntax"_s, QString::fromLatin1(what), where);
    }

    [[nodiscard]] tl::unexpected<Error> syntax(simdjson::error_code error, const char* where) const
    {
        return syntax(simdjson::error_message(error), where);
    }

    [[nodiscard]] tl::unexpected<Error> tooDeep()
    {
        return failAt(u"json.depth"_s, u"nested more than %1 deep"_s.arg(kDeepest), position());
    }

    [[nodiscard]] tl::unexpected<Error> duplicate(const QString& name, const char* where) const
    {
        return failAt(u"json.duplicate"_s, u"member \"%1\" twice"_s.arg(name.left(80)), where);
    }

    simdjson::padded_string m_text; // simdjson reads up to 64 bytes past the end
    ondemand::parser m_parser;
    ondemand::document m_document;
};

} // namespace

Result<Json> Json::parse(QByteArrayView bytes)
{
    return TreeReader(bytes).read();
}

} // namespace tieout
