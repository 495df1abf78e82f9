#include "mapping/edit/sourceswap.h"

#include "formula/lexer.h"
#include "mapping/edit/ruleplace.h"
#include "mapping/edit/targetkey.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::Grouping;
using model::MappedField;

namespace {

/// Key of the source tree → key that takes its place.
using Places = QList<std::pair<QString, QString>>;

/// The key with a lost one at its start taken for the other; nothing when it is another field.
std::optional<QString> renamed(const QString& key, const Places& places)
{
    for (const auto& [from, to] : places) {
        if (key == from) return to;
        if (key.startsWith(from + u'.')) return to + key.mid(from.size());
    }
    return std::nullopt;
}

QString rewritten(const QString& text, const SourceScopes& scopes, const Places& places)
{
    QString result = text;
    QList<std::pair<formula::Span, QString>> changes;
    // Inside a lost list its fields are named as seen from an item; `each` leads to the other list by then.
    const bool isInside = renamed(scopes.list(), places).has_value();
    formula::Lexer lexer(text, {});
    for (formula::Token token = lexer.next(); token.kind != formula::TokenKind::End; token = lexer.next()) {
        if (token.kind != formula::TokenKind::Reference) continue;
        for (const QString& key : scopes.keysOf(token.path)) {
            const std::optional<QString> now = renamed(key, places);
            const bool isWhole = std::any_of(places.begin(), places.end(),
                                             [&key](const auto& place) { return place.first == key; });
            if (!now || (isInside && !isWhole)) continue;
            changes.append({token.at, scopes.reference(*now)});
            break;
        }
    }
    for (qsizetype i = changes.size(); i-- > 0;)
        result.replace(changes[i].first.start, changes[i].first.length, changes[i].second);
    return result;
}

void rewrite(QList<MappedField>& fields, const SourceScopes& scopes, const Places& places)
{
    for (MappedField& rule : fields) {
        const SourceScopes items = scopes.inside(rule.each); // as the texts are written now
        rule.formula = rewritten(rule.formula, scopes, places);
        rule.each = rewritten(rule.each, scopes, places);
        rule.filter = rewritten(rule.filter, items, places);
        rule.sort = rewritten(rule.sort, items, places);
        rewrite(rule.fields, items, places);
    }
}

/// The row's field that a key of the source tree stands for: of a group key and of a field of the rows.
std::optional<QString> rowField(const Grouping& group, const QString& key)
{
    const QString rows = TargetKey::child({}, group.rows) + u'.';
    if (key.startsWith(rows)) return key.sliced(rows.size());
    for (const QString& name : group.keys)
        if (TargetKey::child({}, name) == key) return name;
    return std::nullopt;
}

/// The group's own names; gives what that means for the formulas.
Places regrouped(Grouping& group, const QString& from, const QString& to)
{
    const std::optional<QString> lost = rowField(group, from), found = rowField(group, to);
    const qsizetype at = lost && found && lost != found ? group.keys.indexOf(*lost) : -1;
    if (at < 0) return {{from, to}};
    if (group.keys.contains(*found))
        group.keys.removeAt(at);
    else
        group.keys[at] = *found;
    const QString rows = TargetKey::child({}, group.rows) + u'.';
    return {{TargetKey::child({}, *lost), TargetKey::child({}, *found)}, {rows + *lost, rows + *found}};
}

/// Keys that another field replaced: at the same place among as many.
QList<std::pair<QString, QString>> replacedKeys(const std::optional<Grouping>& before,
                                                const std::optional<Grouping>& after)
{
    QList<std::pair<QString, QString>> replaced;
    if (!before || !after || before->keys.size() != after->keys.size()) return replaced;
    for (qsizetype i = 0; i < before->keys.size(); ++i) {
        const QString &lost = before->keys[i], &found = after->keys[i];
        if (!after->keys.contains(lost) && !before->keys.contains(found)) replaced.append({lost, found});
    }
    return replaced;
}

/// What a flow says of its source beside its mapping.
void rename(model::Flow& flow, const QString& lost, const QString& found)
{
    for (QString* path : {&flow.sourceKey, &flow.sourceVersion})
        if (*path == lost) *path = found;
    const Places places{{TargetKey::child({}, lost), TargetKey::child({}, found)}};
    for (QString* text : {&flow.sourceTitle, &flow.sourceParty})
        *text = rewritten(*text, SourceScopes(), places);
    for (model::SkipRule& rule : flow.skip)
        rule.formula = rewritten(rule.formula, SourceScopes(), places);
}

} // namespace

void takeMapping(model::Flow& sync, model::MappingDocument document)
{
    for (const auto& [lost, found] : replacedKeys(sync.mapping.group, document.group)) {
        rename(sync, lost, found);
        for (model::Flow& parent : sync.parents) {
            rename(parent, lost, found);
            parent.mapping = withSource(std::move(parent.mapping), TargetKey::child({}, lost),
                                        TargetKey::child({}, found));
        }
    }
    sync.mapping = std::move(document);
}

model::MappingDocument withSource(model::MappingDocument document, const QString& from, const QString& to)
{
    if (from == to) return document;
    Places places{{from, to}};
    if (document.group) {
        places = regrouped(*document.group, from, to);
        for (Grouping::Aggregate& total : document.group->aggregates)
            total.formula = rewritten(total.formula, SourceScopes(), places);
    }
    rewrite(document.fields, SourceScopes(), places);
    return document;
}

} // namespace tieout::mapping
