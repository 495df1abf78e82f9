#include "mapping/edit/ruleplace.h"

#include "mapping/edit/targetkey.h"
#include "mapping/targetpath.h"

#include <QHash>

namespace tieout::mapping {

using model::MappedField;

namespace {

bool isList(const MappedField& rule)
{
    return !rule.each.isEmpty() || !rule.fields.isEmpty();
}

void visitLevel(const QList<MappedField>& fields, const QString& prefix, const SourceScopes& scopes,
                const std::function<void(const PlacedRule&)>& visit)
{
    QHash<QString, int> branches;
    for (const MappedField& rule : fields) {
        const QString to = targetKeyOf(rule.to);
        const QString key = prefix + TargetKey::withBranch(to, branches[to]++);
        if (!isList(rule)) {
            visit({rule, key, scopes, nullptr});
            continue;
        }
        const SourceScopes items = scopes.inside(rule.each);
        visit({rule, key, scopes, &items});
        visitLevel(rule.fields, key + u'.', items, visit);
    }
}

/// Lists are entered before a dotted rule of the same beginning is looked for.
bool follow(const QList<MappedField>& fields, const QStringList& parts, qsizetype from, std::vector<int>& way)
{
    QString to;
    for (qsizetype i = from; i < parts.size(); ++i) {
        to += (to.isEmpty() ? QString() : QString(u'.')) + TargetKey::fieldPath(parts[i]);
        const int at = branchAt(fields, to, TargetKey::branch(parts[i]));
        if (at < 0) continue;
        way.push_back(at);
        if (i + 1 == parts.size() || (isList(fields[at]) && follow(fields[at].fields, parts, i + 1, way)))
            return true;
        way.pop_back();
    }
    return false;
}

} // namespace

QString targetKeyOf(const QString& to)
{
    const bool plain = std::none_of(
        to.cbegin(), to.cend(), [](QChar c) { return c == u'#' || c == u'\'' || c == u'[' || c == u']'; });
    return plain ? to : targetPath(targetNames(to));
}

void forEachRule(const model::MappingDocument& document, const std::function<void(const PlacedRule&)>& visit)
{
    visitLevel(document.fields, {}, {}, visit);
}

int branchAt(const QList<MappedField>& fields, const QString& to, int branch)
{
    for (int i = 0; i < int(fields.size()); ++i) {
        if ((fields[i].to == to || targetKeyOf(fields[i].to) == to) && branch-- == 0) return i;
    }
    return -1;
}

std::optional<std::vector<int>> wayTo(const model::MappingDocument& document, const QString& targetKey)
{
    std::vector<int> way;
    if (!follow(document.fields, TargetKey::parts(targetKey), 0, way)) return std::nullopt;
    return way;
}

const MappedField* ruleAt(const model::MappingDocument& document, const QString& targetKey)
{
    const auto way = wayTo(document, targetKey);
    if (!way) return nullptr;
    const QList<MappedField>* fields = &document.fields;
    const MappedField* rule = nullptr;
    for (const int at : *way) {
        rule = &(*fields)[at];
        fields = &rule->fields;
    }
    return rule;
}

} // namespace tieout::mapping
