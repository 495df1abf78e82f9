#include "gui/mapping/canvas/sourceswap.h"

#include "formula/lexer.h"
#include "mapping/edit/ruleplace.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// The key with `from` at its start taken for `to`; nothing when it is another field.
std::optional<QString> renamed(const QString& key, const QString& from, const QString& to)
{
    if (key == from) return to;
    if (key.startsWith(from + u'.')) return to + key.mid(from.size());
    return std::nullopt;
}

QString rewritten(const QString& text, const mapping::SourceScopes& scopes, const QString& from,
                  const QString& to)
{
    QString result = text;
    QList<std::pair<formula::Span, QString>> changes;
    // Inside a lost list its fields are named as seen from an item; `each` leads to the other list by then.
    const bool isInside = renamed(scopes.list(), from, to).has_value();
    formula::Lexer lexer(text, {});
    for (formula::Token token = lexer.next(); token.kind != formula::TokenKind::End; token = lexer.next()) {
        if (token.kind != formula::TokenKind::Reference) continue;
        for (const QString& key : scopes.keysOf(token.path)) {
            const std::optional<QString> now = renamed(key, from, to);
            if (!now || (isInside && key != from)) continue;
            changes.append({token.at, scopes.reference(*now)});
            break;
        }
    }
    for (qsizetype i = changes.size(); i-- > 0;)
        result.replace(changes[i].first.start, changes[i].first.length, changes[i].second);
    return result;
}

} // namespace

SourceSwap swapped(const model::MappingDocument& document, const QString& from, const QString& to)
{
    SourceSwap swap;
    const auto changed = [&](const QString& text, const mapping::SourceScopes& scopes) {
        const QString next = text.isEmpty() ? text : rewritten(text, scopes, from, to);
        return next == text ? QString() : next;
    };
    mapping::forEachRule(document, [&](const mapping::PlacedRule& placed) {
        const QString formula = changed(placed.rule.formula, placed.scopes);
        const QString each = changed(placed.rule.each, placed.scopes);
        if (!formula.isEmpty() || !each.isEmpty()) swap.rules += {placed.key, formula, each};
        if (!placed.items) return;
        const QString filter = changed(placed.rule.filter, *placed.items);
        const QString sort = changed(placed.rule.sort, *placed.items);
        if (!filter.isEmpty()) swap.filters += {placed.key, filter};
        if (!sort.isEmpty()) swap.sorts += {placed.key, sort};
    });
    return swap;
}

} // namespace tieout::gui
