#include "sandbox/tray/graphdocument.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

constexpr qsizetype kMaxDocument = 200'000;
constexpr int kMaxDepth = 30;

struct Token {
    enum class Kind : quint8 { End, Name, Text, Number, Sign };
    Kind kind = Kind::End;
    QString text;
    qsizetype at = 0;
};

/// A selection before fragments are spread and variables are filled in.
struct Selection {
    QString spread; ///< name of a fragment; "" with no name: inline
    bool isInline = false;
    GraphField field;
    QList<Selection> inside;
};

struct Definition {
    QString kind;
    QString name;
    Json defaults = Json::object();
    QList<Selection> selections;
};

class Reader final
{
  public:
    Reader(const QString& document, const Json& variables)
        : m_text(document)
        , m_variables(variables)
    {
        advance();
    }

    [[nodiscard]] bool read(QList<Definition>& definitions)
    {
        while (m_token.kind != Token::Kind::End && m_problem.isEmpty())
            definitions.append(definition());
        return m_problem.isEmpty();
    }
    [[nodiscard]] QString problem() const { return m_problem; }

  private:
    void refuse()
    {
        if (m_problem.isEmpty())
            m_problem = u"Syntax Error: Unexpected \"%1\" at %2."_s.arg(m_token.text).arg(m_token.at);
        m_token = {};
    }
    [[nodiscard]] bool isSign(QChar sign) const
    {
        return m_token.kind == Token::Kind::Sign && m_token.text == sign;
    }
    bool take(QChar sign)
    {
        if (!isSign(sign)) return false;
        advance();
        return true;
    }
    void need(QChar sign)
    {
        if (!take(sign)) refuse();
    }
    QString name()
    {
        const QString text = m_token.text;
        if (m_token.kind != Token::Kind::Name)
            refuse();
        else
            advance();
        return text;
    }

    void advance();
    void readText();
    Definition definition();
    void variableDefinitions(Definition& made);
    void typeReference();
    void directives();
    QList<Selection> selectionSet(int depth);
    Selection selection(int depth);
    Json value(int depth);

    const QString& m_text;
    const Json& m_variables;
    Json m_defaults = Json::object();
    qsizetype m_at = 0;
    Token m_token;
    QString m_problem;
};

void Reader::advance()
{
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'#') {
            while (m_at < m_text.size() && m_text[m_at] != u'\n')
                ++m_at;
        } else if (c.isSpace() || c == u',' || c == QChar(0xfeff)) {
            ++m_at;
        } else {
            break;
        }
    }
    m_token = {Token::Kind::End, {}, m_at};
    if (m_at >= m_text.size()) return;
    const QChar first = m_text[m_at];
    const qsizetype begin = m_at;
    if (first == u'"') {
        readText();
        return;
    }
    const auto run = [&](auto test) {
        while (m_at < m_text.size() && test(m_text[m_at]))
            ++m_at;
        m_token.text = m_text.sliced(begin, m_at - begin);
    };
    if (first.isLetter() || first == u'_') {
        m_token.kind = Token::Kind::Name;
        run([](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    } else if (first.isDigit() || first == u'-') {
        m_token.kind = Token::Kind::Number;
        run([](QChar c) { return c.isDigit() || u"-+.eE"_s.contains(c); });
    } else {
        m_token.kind = Token::Kind::Sign;
        m_token.text = first;
        m_at += 1;
        if (m_text.sliced(begin).startsWith(u"...")) {
            m_token.text = u"…"_s;
            m_at = begin + 3;
        }
    }
}

void Reader::readText()
{
    m_token.kind = Token::Kind::Text;
    const bool block = QStringView(m_text).sliced(m_at).startsWith(u"\"\"\"");
    m_at += block ? 3 : 1;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        const bool ends = block ? QStringView(m_text).sliced(m_at).startsWith(u"\"\"\"") : c == u'"';
        if (ends) {
            m_at += block ? 3 : 1;
            return;
        }
        if (!block && c == u'\\' && m_at + 1 < m_text.size()) {
            ++m_at;
            const QChar escaped = m_text[m_at];
            m_token.text += escaped == u'n' ? QChar(u'\n') : escaped == u't' ? QChar(u'\t') : escaped;
        } else {
            m_token.text += c;
        }
        ++m_at;
    }
    refuse(); // no end
}

Definition Reader::definition()
{
    Definition made;
    if (isSign(u'{')) {
        made.kind = u"query"_s;
        made.selections = selectionSet(0);
        return made;
    }
    made.kind = name();
    if (made.kind == u"fragment") {
        made.name = name();
        name(); // on
        name(); // the type
    } else {
        if (made.kind != u"query" && made.kind != u"mutation") refuse();
        if (m_token.kind == Token::Kind::Name) made.name = name();
        variableDefinitions(made);
    }
    directives();
    m_defaults = made.defaults;
    made.selections = selectionSet(0);
    return made;
}

void Reader::variableDefinitions(Definition& made)
{
    if (!take(u'(')) return;
    while (m_problem.isEmpty() && !isSign(u')')) {
        need(u'$');
        const QString variable = name();
        need(u':');
        typeReference();
        if (take(u'=')) made.defaults.set(variable, value(0));
        directives();
    }
    need(u')');
}

void Reader::typeReference()
{
    if (take(u'[')) {
        typeReference();
        need(u']');
    } else {
        name();
    }
    take(u'!');
}

void Reader::directives()
{
    while (m_problem.isEmpty() && take(u'@')) {
        name();
        if (!take(u'(')) continue;
        while (m_problem.isEmpty() && !isSign(u')')) {
            name();
            need(u':');
            static_cast<void>(value(0));
        }
        need(u')');
    }
}

QList<Selection> Reader::selectionSet(int depth)
{
    QList<Selection> all;
    need(u'{');
    if (depth > kMaxDepth) refuse();
    while (m_problem.isEmpty() && !isSign(u'}'))
        all.append(selection(depth));
    need(u'}');
    if (all.isEmpty()) refuse();
    return all;
}

Selection Reader::selection(int depth)
{
    Selection made;
    if (take(u'…')) {
        made.isInline = isSign(u'{') || m_token.text == u"on";
        if (!made.isInline) {
            made.spread = name();
            directives();
            return made;
        }
        if (m_token.text == u"on") {
            name();
            name();
        }
        directives();
        made.inside = selectionSet(depth + 1);
        return made;
    }
    made.field.name = name();
    made.field.alias = made.field.name;
    if (take(u':')) made.field.name = name();
    if (take(u'(')) {
        while (m_problem.isEmpty() && !isSign(u')')) {
            const QString argument = name();
            need(u':');
            made.field.arguments.set(argument, value(0));
        }
        need(u')');
    }
    directives();
    if (isSign(u'{')) made.inside = selectionSet(depth + 1);
    return made;
}

Json Reader::value(int depth)
{
    if (depth > kMaxDepth) {
        refuse();
        return {};
    }
    if (take(u'$')) {
        const QString variable = name();
        return m_variables.contains(variable) ? m_variables[variable] : m_defaults[variable];
    }
    if (take(u'[')) {
        Json list = Json::array();
        while (m_problem.isEmpty() && !isSign(u']'))
            list.append(value(depth + 1));
        need(u']');
        return list;
    }
    if (take(u'{')) {
        Json object = Json::object();
        while (m_problem.isEmpty() && !isSign(u'}')) {
            const QString member = name();
            need(u':');
            object.set(member, value(depth + 1));
        }
        need(u'}');
        return object;
    }
    const Token token = m_token;
    if (token.kind == Token::Kind::Sign || token.kind == Token::Kind::End) {
        refuse();
        return {};
    }
    advance();
    if (token.kind == Token::Kind::Text) return Json(token.text);
    if (token.kind == Token::Kind::Number)
        return Json(Decimal::parse(QStringView(token.text)).value_or(Decimal()));
    if (token.text == u"true" || token.text == u"false") return Json(token.text == u"true");
    return token.text == u"null" ? Json() : Json(token.text);
}

using Fragments = QHash<QString, QList<Selection>>;

QString spread(const QList<Selection>& selections, const Fragments& fragments, int depth,
               QList<GraphField>& fields)
{
    if (depth > kMaxDepth) return u"The document is nested too deeply."_s;
    for (const Selection& selection : selections) {
        if (selection.isInline) {
            if (QString problem = spread(selection.inside, fragments, depth + 1, fields); !problem.isEmpty())
                return problem;
        } else if (!selection.spread.isEmpty()) {
            if (!fragments.contains(selection.spread))
                return u"Unknown fragment \"%1\"."_s.arg(selection.spread);
            QString problem = spread(fragments[selection.spread], fragments, depth + 1, fields);
            if (!problem.isEmpty()) return problem;
        } else {
            GraphField field = selection.field;
            QString problem = spread(selection.inside, fragments, depth + 1, field.fields);
            if (!problem.isEmpty()) return problem;
            fields.append(field);
        }
    }
    return {};
}

} // namespace

tl::expected<GraphOperation, QString> readGraphOperation(const QString& document, const QString& name,
                                                         const Json& variables)
{
    if (document.size() > kMaxDocument) return tl::unexpected(u"The document is too large."_s);
    Reader reader(document, variables);
    QList<Definition> definitions;
    if (!reader.read(definitions)) return tl::unexpected(reader.problem());
    Fragments fragments;
    const Definition* chosen = nullptr;
    for (const Definition& definition : std::as_const(definitions)) {
        if (definition.kind == u"fragment")
            fragments.insert(definition.name, definition.selections);
        else if (!chosen && (name.isEmpty() || definition.name == name))
            chosen = &definition;
    }
    if (!chosen) return tl::unexpected(u"Must provide an operation."_s);
    GraphOperation operation;
    operation.mutation = chosen->kind == u"mutation";
    const QString problem = spread(chosen->selections, fragments, 0, operation.fields);
    if (!problem.isEmpty()) return tl::unexpected(problem);
    return operation;
}

} // namespace tieout::sandbox::tray
