#include "mapping/edit/rulefields.h"

#include "formula/lexer.h"
#include "formula/parser.h"
#include "mapping/sourcepaths.h"

namespace tieout::mapping {

using formula::FieldPath;
using formula::TokenKind;

namespace {

/// The references of any text, broken ones too.
QList<FieldPath> referencesIn(const QString& formula)
{
    QList<FieldPath> paths;
    const QString text = formula.left(formula::kMaxFormulaLength);
    formula::Lexer lexer(text, {});
    for (qsizetype i = 0; i <= text.size(); ++i) { // a token is a character at least
        const formula::Token token = lexer.next();
        if (token.kind == TokenKind::End) break;
        if (token.kind == TokenKind::Reference) paths.append(token.path);
    }
    return paths;
}

} // namespace

QStringList fieldsOf(const QString& formula, const SourceScopes& scopes)
{
    QStringList keys;
    if (formula.isEmpty()) return keys;
    for (const FieldPath& path : referencesIn(formula)) {
        for (const QString& key : scopes.keysOf(path))
            if (!key.isEmpty() && !keys.contains(key)) keys.append(key);
    }
    return keys;
}

QList<SourceField> fieldsRead(const PlacedRule& placed)
{
    QList<SourceField> fields;
    const auto add = [&](const QStringList& keys, const QString& list) {
        for (const QString& key : keys)
            if (const SourceField field{key, key == list}; !fields.contains(field)) fields.append(field);
    };
    const QString list = placed.items ? placed.items->list() : QString();
    add(fieldsOf(placed.rule.formula, placed.scopes), {});
    add(fieldsOf(placed.rule.each, placed.scopes), list);
    if (placed.items) {
        add(fieldsOf(placed.rule.filter, *placed.items), {});
        add(fieldsOf(placed.rule.sort, *placed.items), {});
    }
    return fields;
}

} // namespace tieout::mapping
