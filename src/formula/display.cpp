#include "formula/display.h"

#include "formula/fieldpath.h"
#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// A text far beyond the language's limit is translated up to here and kept as it is behind.
constexpr qsizetype kMostTranslated = 4 * kMaxFormulaLength;

/// The piece in which a cursor lies: its index, or the one before it (-1 = none).
template<class Start>
qsizetype pieceBefore(const QList<Translation::Stretch>& stretches, qint32 cursor, Start start)
{
    const auto behind =
        std::upper_bound(stretches.begin(), stretches.end(), cursor,
                         [&](qint32 at, const Translation::Stretch& s) { return at < start(s); });
    return std::distance(stretches.begin(), behind) - 1;
}

qint32 moved(qint32 cursor, Span from, Span to)
{
    if (cursor >= from.end()) return cursor - from.end() + to.end();
    return to.start + std::min(cursor - from.start, to.length);
}

} // namespace

/// Copies a text and writes some of its pieces anew.
class Translator final
{
  public:
    explicit Translator(const QString& source)
        : m_source(source)
    {
    }

    void replace(Span at, const QString& with)
    {
        copyUpTo(at.start);
        const Span to{qint32(m_made.m_text.size()), qint32(with.size())};
        if (QStringView(m_source).mid(at.start, at.length) != with) m_made.m_stretches.append({at, to});
        m_made.m_text += with;
        m_copied = at.end();
    }

    void report(Finding finding) { m_made.m_findings.append(std::move(finding)); }

    Translation finish()
    {
        copyUpTo(qint32(m_source.size()));
        return std::move(m_made);
    }

  private:
    void copyUpTo(qint32 end)
    {
        m_made.m_text += QStringView(m_source).mid(m_copied, end - m_copied);
        m_copied = end;
    }

    const QString& m_source;
    Translation m_made;
    qint32 m_copied = 0;
};

Notation notationFor(QChar decimalPoint)
{
    return {decimalPoint, decimalPoint == u',' ? QChar(u';') : QChar(u','), Notation::Names::Labels};
}

qint32 Translation::forward(qint32 cursor) const
{
    const qsizetype piece = pieceBefore(m_stretches, cursor, [](const Stretch& s) { return s.from.start; });
    return piece < 0 ? cursor : moved(cursor, m_stretches[piece].from, m_stretches[piece].to);
}

qint32 Translation::back(qint32 cursor) const
{
    const qsizetype piece = pieceBefore(m_stretches, cursor, [](const Stretch& s) { return s.to.start; });
    return piece < 0 ? cursor : moved(cursor, m_stretches[piece].to, m_stretches[piece].from);
}

Span Translation::forward(Span span) const
{
    const qint32 start = forward(span.start);
    return {start, forward(span.end()) - start};
}

Span Translation::back(Span span) const
{
    const qint32 start = back(span.start);
    return {start, back(span.end()) - start};
}

namespace {

QString piece(const QString& text, const Token& token)
{
    return text.mid(token.at.start, token.at.length);
}

/// A point without digits behind it ("1.", "1.e3") has no counterpart with a comma.
QString withPoint(QString number, QChar from, QChar to)
{
    if (from == to) return number;
    number.replace(u".e"_s, u"e"_s, Qt::CaseInsensitive);
    if (number.endsWith(u'.')) number.chop(1);
    return number.replace(from, to);
}

} // namespace

Translation toDisplay(const QString& stored, const DisplayStyle& style)
{
    Translator translator(stored);
    Lexer lexer(QStringView(stored).left(kMostTranslated), Notation{});
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::Reference)
            translator.replace(token.at, u'[' + displayedPath(token.path, style.scope) + u']');
        else if (token.kind == TokenKind::Separator)
            translator.replace(token.at, style.notation.separator);
        else if (token.kind == TokenKind::Number)
            translator.replace(token.at, withPoint(piece(stored, token), u'.', style.notation.decimalPoint));
    }
    return translator.finish();
}

Translation toStored(const QString& displayed, const DisplayStyle& style)
{
    Notation notation = style.notation;
    notation.names = Notation::Names::Labels;
    Translator translator(displayed);
    Lexer lexer(QStringView(displayed).left(kMostTranslated), notation);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::Separator) translator.replace(token.at, u","_s);
        if (token.kind == TokenKind::Number)
            translator.replace(token.at, withPoint(piece(displayed, token), notation.decimalPoint, u'.'));
        if (token.kind != TokenKind::Reference) continue;
        const auto resolved = resolveDisplayedPath(token.path.names.first(), style.scope);
        if (!resolved) continue;
        if (resolved->unknown >= 0)
            translator.report({Finding::Severity::Error,
                               token.at,
                               u"formula.unknown-field"_s,
                               {resolved->path.names[resolved->unknown], resolved->nearest}});
        translator.replace(token.at, u'[' + fieldPathText(resolved->path) + u']');
    }
    return translator.finish();
}

} // namespace tieout::formula
