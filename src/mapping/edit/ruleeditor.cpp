#include "mapping/edit/ruleeditor.h"

#include "formula/parser.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/edit/targetkey.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::NodeKind;
using model::MappedField;

namespace {

const QString kScopes = u"scopes"_s; ///< in a copied document: the `each` formulas around each rule

bool startsBelow(const QString& key, const QString& above)
{
    return key.size() > above.size() && key.startsWith(above) && key[above.size()] == u'.';
}

/// "=[First]" and "[Last]" → =[First] & " " & [Last]
QString joined(const QString& formula, const QString& reference, Joining joining)
{
    const bool numbers = joining == Joining::Numbers;
    const auto ast = formula::parse(formula);
    QString before = formula.sliced(1).trimmed();
    const int own = formula::precedence(numbers ? formula::BinaryOp::Add : formula::BinaryOp::Concat);
    if (!ast) {
        before = u'(' + before + u')';
    } else {
        const formula::Node& root = ast->node(ast->root());
        const bool loose = root.kind == NodeKind::Binary && !root.parenthesised;
        if (loose && formula::precedence(root.op) < own) before = u'(' + before + u')';
    }
    return u'=' + before + (numbers ? u" + "_s : u" & \" \" & "_s) + reference;
}

/// The target path between the innermost list and the key's end, and the list.
QString member(const QStringList& parts, qsizetype from, qsizetype to)
{
    QStringList names;
    for (qsizetype i = from; i <= to; ++i)
        names.append(TargetKey::fieldPath(parts[i]));
    return names.join(u'.');
}

/// After the last sibling for the same field, else at the end.
int placeFor(const QList<MappedField>& fields, const QString& to)
{
    int at = int(fields.size());
    for (int i = 0; i < int(fields.size()); ++i) {
        if (fields[i].to == to) at = i + 1;
    }
    return at;
}

SourceScopes scopesOf(const Json& eaches)
{
    SourceScopes scopes;
    for (const Json& each : eaches.toArray())
        scopes = scopes.inside(each.toText());
    return scopes;
}

} // namespace

QString RuleEditor::stored(const QString& formula)
{
    const QString text = formula.trimmed();
    if (text.isEmpty() || text == u'=') return {};
    if (!text.startsWith(u'=')) return u'=' + formula;
    return formula.sliced(formula.indexOf(u'='));
}

bool RuleEditor::isList(const QString& target) const
{
    if (m_lists.target.contains(TargetKey::fieldPath(target))) return true;
    const MappedField* rule = ruleAt(m_document, target);
    return rule && (!rule->each.isEmpty() || !rule->fields.isEmpty());
}

MappedField* RuleEditor::find(const QString& target)
{
    const auto way = wayTo(m_document, target);
    if (!way) return nullptr;
    QList<MappedField>* fields = &m_document.fields;
    MappedField* rule = nullptr;
    for (const int at : *way) {
        rule = &(*fields)[at];
        fields = &rule->fields;
    }
    return rule;
}

/// The list of the source that a list of the target, made for a field inside it, goes through: as many lists
/// as the source offers from the outside in, the innermost for the last; then the record or line itself.
QString RuleEditor::eachFor(const QStringList& parts, qsizetype at, const QString& source,
                            const SourceScopes& scopes) const
{
    QStringList offered;
    const QString here = scopes.list();
    for (const QString& list : m_lists.source) {
        if (startsBelow(source, list) && (here.isEmpty() || startsBelow(list, here))) offered.append(list);
    }
    if (offered.isEmpty()) return u"[.]"_s;
    std::sort(offered.begin(), offered.end(),
              [](const QString& a, const QString& b) { return a.size() < b.size(); });
    int inside = 0; // lists of the target still to be made further in
    for (qsizetype i = at + 1; i + 1 < parts.size(); ++i) {
        if (m_lists.target.contains(member(parts, 0, i))) ++inside;
    }
    return scopes.reference(inside == 0 ? offered.last() : offered.first());
}

RuleEditor::Made RuleEditor::made(const QString& target, const QString& source)
{
    QList<MappedField>* fields = &m_document.fields;
    SourceScopes scopes;
    if (const auto way = wayTo(m_document, target)) {
        for (size_t i = 0; i + 1 < way->size(); ++i) {
            MappedField& list = (*fields)[(*way)[i]];
            scopes = scopes.inside(list.each);
            fields = &list.fields;
        }
        return {&(*fields)[way->back()], scopes};
    }
    const QStringList parts = TargetKey::parts(target);
    qsizetype from = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString to = member(parts, from, i);
        const bool last = i + 1 == parts.size();
        int at = branchAt(*fields, to, TargetKey::branch(parts[i]));
        const bool known = m_lists.target.contains(member(parts, 0, i));
        const bool list = at >= 0 && !(*fields)[at].each.isEmpty();
        if (!last && !list && !known) continue;
        if (at < 0) {
            at = placeFor(*fields, to);
            MappedField rule;
            rule.to = to;
            fields->insert(at, rule);
        }
        MappedField& rule = (*fields)[at];
        if (last) return {&rule, scopes};
        if (rule.each.isEmpty()) {
            rule.each = eachFor(parts, i, source, scopes);
            rule.formula.clear();
        }
        scopes = scopes.inside(rule.each);
        fields = &rule.fields;
        from = i + 1;
    }
    Q_UNREACHABLE(); // the last part always ends it; callers refuse empty keys
}

void RuleEditor::map(const QString& source, const QString& target, Joining joining)
{
    const bool list = isList(target);
    const MappedField* there = ruleAt(m_document, target);
    if (list && joining != Joining::Replace && there && !there->each.isEmpty())
        return addBranch(target, made(target, source).scopes.reference(source));
    const Made at = made(target, source);
    const QString reference = at.scopes.reference(source);
    if (list) {
        at.rule->each = reference;
        at.rule->formula.clear();
    } else if (joining == Joining::Replace || at.rule->formula.isEmpty()) {
        at.rule->formula = u'=' + reference;
    } else {
        at.rule->formula = joined(at.rule->formula, reference, joining);
    }
}

void RuleEditor::setFormula(const QString& target, const QString& formula)
{
    const QString text = stored(formula);
    if (!text.isEmpty()) {
        MappedField& rule = *made(target).rule;
        if (rule.each.isEmpty()) rule.formula = text;
        return;
    }
    MappedField* rule = find(target);
    if (!rule || !rule->each.isEmpty()) return;
    rule->formula.clear();
    if (rule->note.isEmpty() && rule->extra.isNull()) removeAt(*wayTo(m_document, target));
}

void RuleEditor::setEach(const QString& list, const QString& each)
{
    const QString text = each.trimmed();
    if (text.isEmpty()) {
        static_cast<void>(remove({list}));
        return;
    }
    MappedField& rule = *made(list).rule;
    rule.each = text;
    rule.formula.clear();
}

void RuleEditor::addBranch(const QString& list, const QString& each)
{
    if (each.trimmed().isEmpty()) return;
    const QStringList parts = TargetKey::parts(list);
    const QString above = TargetKey::parent(list);
    const QString first = (above.isEmpty() ? QString() : above + u'.') + TargetKey::fieldPath(parts.last());
    int branch = 0;
    while (ruleAt(m_document, TargetKey::withBranch(first, branch)))
        ++branch;
    setEach(TargetKey::withBranch(first, branch), each);
}

void RuleEditor::setNote(const QString& target, const QString& note)
{
    MappedField* rule = note.isEmpty() ? find(target) : made(target).rule;
    if (!rule) return;
    rule->note = note;
    const bool bare = rule->formula.isEmpty() && rule->each.isEmpty() && rule->extra.isNull();
    if (note.isEmpty() && bare) removeAt(*wayTo(m_document, target));
}

void RuleEditor::removeAt(std::vector<int> way)
{
    QList<MappedField>* fields = &m_document.fields;
    for (size_t i = 0; i + 1 < way.size(); ++i)
        fields = &(*fields)[way[i]].fields;
    fields->removeAt(way.back());
}

/// Each key that has a rule, and for objects those of their members; lists stand for what is in them.
QStringList RuleEditor::keysWithin(const QStringList& targets) const
{
    QStringList found;
    forEachRule(m_document, [&](const PlacedRule& placed) {
        const bool meant = std::any_of(targets.begin(), targets.end(), [&](const QString& target) {
            return placed.key == target || startsBelow(placed.key, target);
        });
        const bool held = !found.isEmpty() && startsBelow(placed.key, found.last());
        if (meant && !held) found.append(placed.key);
    });
    return found;
}

int RuleEditor::remove(const QStringList& targets)
{
    const QStringList keys = keysWithin(targets);
    std::vector<std::vector<int>> ways;
    for (const QString& key : keys)
        ways.push_back(*wayTo(m_document, key));
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end()); // two rules of one key
    for (auto way = ways.rbegin(); way != ways.rend(); ++way)
        removeAt(*way);
    return int(ways.size());
}

void RuleEditor::rescope(MappedField& rule, const SourceScopes& from, const SourceScopes& to)
{
    if (from == to) return;
    rule.formula = from.rewritten(rule.formula, to);
    if (rule.each.isEmpty()) return;
    const SourceScopes inner = from.inside(rule.each);
    rule.each = from.rewritten(rule.each, to);
    const SourceScopes innerTo = to.inside(rule.each);
    rule.filter = inner.rewritten(rule.filter, innerTo);
    rule.sort = inner.rewritten(rule.sort, innerTo);
    for (MappedField& field : rule.fields)
        rescope(field, inner, innerTo);
}

void RuleEditor::moveOne(const QString& target, const QString& newTarget)
{
    const auto way = wayTo(m_document, target);
    if (!way || target == newTarget || startsBelow(newTarget, target)) return;
    const Made from = made(target);
    MappedField rule = *from.rule;
    removeAt(*way);
    const Made at = made(newTarget);
    rule.to = at.rule->to;
    rescope(rule, from.scopes, at.scopes);
    *at.rule = std::move(rule);
    const auto newWay = wayTo(m_document, newTarget);
    const bool siblings =
        newWay && newWay->size() == way->size() && std::equal(way->begin(), way->end() - 1, newWay->begin());
    if (!siblings) return;
    QList<MappedField>* fields = &m_document.fields; // among siblings it keeps its place in the order
    for (size_t i = 0; i + 1 < way->size(); ++i)
        fields = &(*fields)[(*way)[i]].fields;
    fields->move(newWay->back(), std::min(way->back(), int(fields->size()) - 1));
}

void RuleEditor::move(const QString& target, const QString& newTarget)
{
    if (startsBelow(newTarget, target)) return;
    const QStringList keys = keysWithin({target});
    for (const QString& key : keys)
        moveOne(key, newTarget + key.sliced(target.size()));
}

void RuleEditor::put(const ProposedRule& proposed)
{
    if (proposed.target.isEmpty()) return;
    if (!proposed.each.isEmpty()) return setEach(proposed.target, proposed.each);
    setFormula(proposed.target, proposed.formula);
}

model::MappingDocument RuleEditor::copied(const model::MappingDocument& document, const QStringList& targets)
{
    model::MappingDocument copy;
    copy.from = document.from;
    copy.to = document.to;
    copy.version = document.version;
    Json::Array scopes;
    const ListPlaces none;
    const QStringList keys = RuleEditor(document, none).keysWithin(targets);
    for (const QString& key : keys) {
        const auto way = *wayTo(document, key);
        const QList<MappedField>* fields = &document.fields;
        Json around = Json::array();
        for (size_t i = 0; i + 1 < way.size(); ++i) {
            around.append(Json((*fields)[way[i]].each));
            fields = &(*fields)[way[i]].fields;
        }
        copy.fields.append((*fields)[way.back()]);
        scopes.append(around);
    }
    copy.extra.set(kScopes, Json(std::move(scopes)));
    return copy;
}

void RuleEditor::paste(const model::MappingDocument& rules, const QString& into)
{
    QHash<QString, int> branches;
    for (qsizetype i = 0; i < rules.fields.size(); ++i) {
        MappedField rule = rules.fields[i];
        const QString to = targetKeyOf(rule.to);
        const QString field = into.isEmpty() ? to : into + u'.' + to;
        const Made at = made(TargetKey::withBranch(field, branches[field]++));
        rescope(rule, scopesOf(rules.extra[kScopes].at(i)), at.scopes);
        rule.to = at.rule->to;
        *at.rule = std::move(rule);
    }
    // A list pasted with fewer `each` than it had: the rest of the old ones go.
    for (auto field = branches.cbegin(); field != branches.cend(); ++field) {
        const QString next = TargetKey::withBranch(field.key(), field.value());
        while (wayTo(m_document, next))
            static_cast<void>(remove({next}));
    }
}

} // namespace tieout::mapping
