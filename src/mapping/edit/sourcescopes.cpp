#include "mapping/edit/sourcescopes.h"

#include "formula/parser.h"
#include "mapping/sourcepaths.h"
#include "mapping/targetpath.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::FieldPath;
using formula::Node;
using formula::NodeKind;

namespace {

/// The bracket that ends the reference begun at `open`.
qsizetype closing(const QString& text, qsizetype open)
{
    for (qsizetype i = open + 1; i < text.size(); ++i) {
        if (text[i] == u'\'')
            ++i;
        else if (text[i] == u']')
            return i;
    }
    return -1;
}

} // namespace

SourceScopes SourceScopes::inside(const QString& each) const
{
    SourceScopes inner = *this;
    QList<Names> starts;
    if (const auto ast = formula::parse(each)) {
        for (const int index : handedOn(*ast)) {
            for (const QString& key : keysOf(ast->node(index).path)) {
                const Names start = key.isEmpty() ? Names() : targetNames(key);
                if (!starts.contains(start)) starts.append(start);
            }
        }
    }
    inner.m_scopes.append(starts);
    return inner;
}

QString SourceScopes::reference(const QString& sourceKey) const
{
    if (sourceKey.isEmpty())
        return m_scopes.size() == 1 ? u"[.]"_s : u'[' + QString(2 * (m_scopes.size() - 1), u'.') + u']';
    const Names names = targetNames(sourceKey);
    for (qsizetype i = m_scopes.size() - 1; i >= 0; --i) {
        for (const Names& start : m_scopes[i]) {
            if (start.size() >= names.size() || names.first(start.size()) != start) continue;
            const QString up(2 * (m_scopes.size() - 1 - i), u'.');
            return u'[' + up + targetPath(names.sliced(start.size())) + u']';
        }
    }
    return u"[%1]"_s.arg(sourceKey);
}

QStringList SourceScopes::keysOf(const FieldPath& path) const
{
    QStringList keys;
    const qsizetype at = m_scopes.size() - 1 - path.up;
    if (at < 0 || path.what == FieldPath::What::LineNumber) return keys;
    for (const Names& start : m_scopes[at]) {
        const Names names = path.what == FieldPath::What::Self ? start : start + path.names;
        keys.append(names.isEmpty() ? QString() : targetPath(names));
    }
    return keys;
}

QString SourceScopes::list() const
{
    const QList<Names>& starts = m_scopes.last();
    return starts.isEmpty() || starts.first().isEmpty() ? QString() : targetPath(starts.first());
}

QString SourceScopes::rewritten(const QString& formula, const SourceScopes& other) const
{
    if (*this == other) return formula;
    const auto ast = formula::parse(formula);
    if (!ast) return formula;
    std::vector<const Node*> references;
    for (const Node& node : ast->nodes()) {
        if (node.kind == NodeKind::Reference && node.path.what == FieldPath::What::Field)
            references.push_back(&node);
    }
    std::sort(references.begin(), references.end(),
              [](const Node* a, const Node* b) { return a->at.start > b->at.start; });
    QString text = formula;
    for (const Node* node : references) {
        const QStringList keys = keysOf(node->path);
        if (keys.isEmpty()) continue;
        // The author's own parentheses belong to the node's place: only what is between the brackets goes.
        const qsizetype open = text.indexOf(u'[', node->at.start);
        const qsizetype close = open < 0 ? -1 : closing(text, open);
        if (close > 0) text.replace(open, close + 1 - open, other.reference(keys.first()));
    }
    return text;
}

} // namespace tieout::mapping
