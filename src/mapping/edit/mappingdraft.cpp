#include "mapping/edit/mappingdraft.h"

#include "mapping/edit/ruleeditor.h"
#include "mapping/edit/sourceswap.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::MappedField;
using model::MappingDocument;

namespace {

constexpr qsizetype kMaxPaste = 4 * 1024 * 1024; ///< bytes

Error refusedPaste(const Error& cause)
{
    Error error =
        errorOf(ErrorKind::BadConfig, u"mapping.paste"_s, u"the text holds no rules: "_s + cause.text);
    error.cause = std::make_shared<const Error>(cause);
    return error;
}

} // namespace

MappingDraft::MappingDraft(QObject* parent)
    : QObject(parent)
{
}

void MappingDraft::open(MappingDocument document)
{
    m_saved = document;
    m_now = {std::move(document), {}};
    m_before.clear();
    m_after.clear();
    m_typing.clear();
    Q_EMIT changed();
}

void MappingDraft::setLists(const QStringList& source, const QStringList& target)
{
    m_lists = {source, target};
}

bool MappingDraft::isModified() const
{
    return m_now.document != m_saved;
}

void MappingDraft::markSaved()
{
    m_saved = m_now.document;
    m_typing.clear();
    Q_EMIT changed();
}

const MappedField* MappingDraft::rule(const QString& target) const
{
    return ruleAt(m_now.document, target);
}

QStringList MappingDraft::targets() const
{
    QStringList keys;
    forEachRule(m_now.document, [&](const PlacedRule& placed) { keys.append(placed.key); });
    return keys;
}

std::optional<Edit> MappingDraft::undoable() const
{
    return m_before.isEmpty() ? std::nullopt : std::optional(m_now.edit);
}

std::optional<Edit> MappingDraft::redoable() const
{
    return m_after.isEmpty() ? std::nullopt : std::optional(m_after.last().edit);
}

QList<Edit> MappingDraft::history() const
{
    QList<Edit> edits;
    for (qsizetype i = 1; i < m_before.size(); ++i)
        edits.append(m_before[i].edit);
    if (!m_before.isEmpty()) edits.append(m_now.edit);
    return edits;
}

void MappingDraft::undo()
{
    if (m_before.isEmpty()) return;
    m_typing.clear();
    m_after.append(std::move(m_now));
    m_now = m_before.takeLast();
    Q_EMIT changed();
}

void MappingDraft::redo()
{
    if (m_after.isEmpty()) return;
    m_typing.clear();
    m_before.append(std::move(m_now));
    m_now = m_after.takeLast();
    Q_EMIT changed();
}

/// The document that an edit starts from: while typing goes on, that of before the typing, so that a formula
/// emptied and written again keeps its place.
const MappingDocument& MappingDraft::base(const QString& typing) const
{
    const bool goesOn = !typing.isEmpty() && typing == m_typing && !m_before.isEmpty();
    return goesOn ? m_before.last().document : m_now.document;
}

void MappingDraft::commit(MappingDocument document, Edit edit, const QString& typing)
{
    const bool goesOn = !typing.isEmpty() && typing == m_typing && !m_before.isEmpty();
    if (document == m_now.document) return;
    if (goesOn && document == m_before.last().document) { // typed back: no step is left
        m_now = m_before.takeLast();
        m_typing.clear();
        Q_EMIT changed();
        return;
    }
    if (!goesOn) m_before.append(std::move(m_now));
    m_now = {std::move(document), std::move(edit)};
    m_after.clear();
    m_typing = typing;
    Q_EMIT changed();
}

void MappingDraft::settle()
{
    m_typing.clear();
}

void MappingDraft::map(const QString& source, const QString& target, Joining joining)
{
    if (target.isEmpty()) return;
    RuleEditor editor(m_now.document, m_lists);
    const bool list = editor.isList(target);
    const MappedField* before = rule(target);
    const bool joins = joining != Joining::Replace && before && !before->formula.isEmpty();
    editor.map(source, target, joining);
    if (list) return commit(editor.take(), {Edit::Kind::Each, {target}});
    commit(editor.take(), {joins ? Edit::Kind::Combine : Edit::Kind::Map, {source, target}});
}

void MappingDraft::setFormula(const QString& target, const QString& formula)
{
    if (target.isEmpty()) return;
    const QString typing = u"formula "_s + target;
    RuleEditor editor(base(typing), m_lists);
    editor.setFormula(target, formula);
    commit(editor.take(), {Edit::Kind::Formula, {target}}, typing);
}

void MappingDraft::setEach(const QString& list, const QString& each)
{
    if (list.isEmpty()) return;
    RuleEditor editor(m_now.document, m_lists);
    editor.setEach(list, each);
    commit(editor.take(), {Edit::Kind::Each, {list}});
}

void MappingDraft::addBranch(const QString& list, const QString& each)
{
    if (list.isEmpty()) return;
    RuleEditor editor(m_now.document, m_lists);
    editor.addBranch(list, each);
    commit(editor.take(), {Edit::Kind::Each, {list}});
}

void MappingDraft::setFilter(const QString& list, const QString& formula)
{
    const QString typing = u"filter "_s + list;
    RuleEditor editor(base(typing), m_lists);
    MappedField* rule = editor.find(list);
    if (!rule || rule->each.isEmpty()) return;
    rule->filter = RuleEditor::stored(formula);
    commit(editor.take(), {Edit::Kind::Each, {list}}, typing);
}

void MappingDraft::setSort(const QString& list, const QString& formula)
{
    const QString typing = u"sort "_s + list;
    RuleEditor editor(base(typing), m_lists);
    MappedField* rule = editor.find(list);
    if (!rule || rule->each.isEmpty()) return;
    rule->sort = RuleEditor::stored(formula);
    commit(editor.take(), {Edit::Kind::Each, {list}}, typing);
}

void MappingDraft::setWhenEmpty(const QString& target, model::WhenEmpty whenEmpty)
{
    RuleEditor editor(m_now.document, m_lists);
    MappedField* rule = editor.find(target);
    if (!rule) return;
    rule->whenEmpty = whenEmpty;
    commit(editor.take(), {Edit::Kind::WhenEmpty, {target}});
}

void MappingDraft::setNote(const QString& target, const QString& note)
{
    if (target.isEmpty()) return;
    const QString typing = u"note "_s + target;
    RuleEditor editor(base(typing), m_lists);
    editor.setNote(target, note);
    commit(editor.take(), {Edit::Kind::Note, {target}}, typing);
}

void MappingDraft::setGroup(const std::optional<model::Grouping>& group)
{
    MappingDocument document = m_now.document;
    document.group = group;
    commit(std::move(document), {Edit::Kind::Group, {}});
}

void MappingDraft::remove(const QStringList& targets)
{
    RuleEditor editor(m_now.document, m_lists);
    const int count = editor.remove(targets);
    commit(editor.take(), {Edit::Kind::Remove, {targets.value(0), QString::number(count)}});
}

void MappingDraft::move(const QString& target, const QString& newTarget)
{
    if (target.isEmpty() || newTarget.isEmpty()) return;
    RuleEditor editor(m_now.document, m_lists);
    editor.move(target, newTarget);
    commit(editor.take(), {Edit::Kind::Move, {target, newTarget}});
}

bool MappingDraft::replaceSource(const QString& lost, const QString& found)
{
    MappingDocument document = withSource(m_now.document, lost, found);
    const bool changes = document != m_now.document;
    commit(std::move(document), {Edit::Kind::Move, {lost, found, u"source"_s}});
    return changes;
}

void MappingDraft::add(const QList<ProposedRule>& rules, Edit as)
{
    RuleEditor editor(m_now.document, m_lists);
    for (const ProposedRule& rule : rules)
        editor.put(rule);
    commit(editor.take(), std::move(as));
}

QString MappingDraft::copied(const QStringList& targets) const
{
    return QString::fromUtf8(model::toJson(RuleEditor::copied(m_now.document, targets)).toPrettyBytes());
}

Result<void> MappingDraft::paste(const QString& text, const QString& into)
{
    if (text.size() > kMaxPaste) return fail(refusedPaste(errorOf(ErrorKind::Bug, {}, u"too long"_s)));
    const auto json = Json::parse(text.toUtf8());
    if (!json) return fail(refusedPaste(json.error()));
    const auto rules = model::mappingFromJson(*json);
    if (!rules) return fail(refusedPaste(rules.error()));
    if (rules->fields.isEmpty()) return fail(refusedPaste(errorOf(ErrorKind::Bug, {}, u"no rules"_s)));
    RuleEditor editor(m_now.document, m_lists);
    editor.paste(*rules, into);
    commit(editor.take(), {Edit::Kind::Paste, {QString::number(rules->fields.size())}});
    return {};
}

void MappingDraft::restore(MappingDocument document, int version)
{
    commit(std::move(document), {Edit::Kind::Restore, {QString::number(version)}});
}

} // namespace tieout::mapping
