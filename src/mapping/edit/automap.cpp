#include "mapping/edit/automap.h"

#include "mapping/edit/businesswords.h"
#include "mapping/edit/fieldtree.h"
#include "mapping/edit/rulefields.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

constexpr int kSure = 95, kNamed = 90, kUsed = 85, kUsedElsewhere = 70, kMeant = 75, kMeantByPart = 65,
              kAlike = 45;

struct Side {
    FieldTree tree;
    std::vector<QString> full; ///< with the label of the object around: "account name"
    std::vector<int> fullMeanings;
    std::vector<QString> words; ///< of each label
    std::vector<QString> names; ///< of each name
    std::vector<int> meanings;  ///< of label or name
    std::vector<QString> lists; ///< key of the innermost list around; empty at the top

    explicit Side(FieldTree made)
        : tree(std::move(made))
    {
        for (const TreeNode& node : tree.nodes()) {
            words.push_back(plainWords(node.label));
            names.push_back(plainWords(node.name));
            const int byLabel = meaningOf(words.back());
            meanings.push_back(byLabel >= 0 ? byLabel : meaningOf(names.back()));
            const bool alone = node.parent < 0 || tree.nodes()[size_t(node.parent)].isList();
            full.push_back(alone ? words.back() : words[size_t(node.parent)] + u' ' + words.back());
            fullMeanings.push_back(meaningOf(full.back()));
            const bool inList = node.parent >= 0 && tree.nodes()[size_t(node.parent)].isList();
            lists.push_back(node.parent < 0 ? QString()
                            : inList        ? tree.nodes()[size_t(node.parent)].key
                                            : lists[size_t(node.parent)]);
        }
    }
    const TreeNode& node(size_t at) const { return tree.nodes()[at]; }
};

bool isNumber(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Money;
}

bool isMoment(FieldType type)
{
    return type == FieldType::Date || type == FieldType::Instant;
}

bool takes(FieldType target, FieldType source)
{
    if (target == FieldType::Id || source == FieldType::Record || source == FieldType::List) return false;
    if (isNumber(target)) return isNumber(source);
    if (isMoment(target)) return isMoment(source);
    if (target == FieldType::Boolean) return source == FieldType::Boolean;
    if (target == FieldType::Enum) return source == FieldType::Enum || source == FieldType::Text;
    return target == FieldType::Text && source != FieldType::Boolean;
}

/// Whether `key` lies within `group`; the top holds everything.
bool within(const QString& key, const QString& group)
{
    return group.isEmpty() || key.startsWith(group + u'.');
}

/// Makes the proposals of one call.
class Matcher final
{
  public:
    Matcher(const AutoMapInput& input, const QString& sourceGroup, const QString& targetGroup)
        : m_input(input)
        , m_source(sourceTree(*input.source, *input.document))
        , m_target(targetTree(*input.target, *input.document))
        , m_sourceGroup(sourceGroup)
        , m_targetGroup(targetGroup)
    {
        forEachRule(*input.document, [&](const PlacedRule& placed) {
            if (placed.items) m_lists.insert(placed.key, {placed.items->list(), *placed.items});
            if (placed.items || !placed.rule.formula.isEmpty()) m_taken.insert(placed.key);
            for (const SourceField& field : fieldsRead(placed))
                m_used.insert(field.key);
        });
    }

    QList<Suggestion> run()
    {
        if (!m_targetGroup.isEmpty()) pairGroups();
        for (size_t i = 0; i < m_target.tree.nodes().size(); ++i) {
            const TreeNode& node = m_target.node(i);
            if (node.ghost || !within(node.key, m_targetGroup) || m_taken.contains(node.key)) continue;
            if (node.isList())
                list(i);
            else if (!node.isGroup() && !node.readOnly)
                field(i);
        }
        return std::move(m_found);
    }

  private:
    struct PairedList {
        QString source;
        SourceScopes items;
    };
    struct Best {
        int source = -1;
        int confidence = 0;
        PairReason reason = PairReason::SameName;
    };

    void pairGroups()
    {
        const int source = m_source.tree.indexOf(m_sourceGroup);
        const int target = m_target.tree.indexOf(m_targetGroup);
        if (source < 0 || target < 0 || m_taken.contains(m_targetGroup)) return;
        if (m_source.node(size_t(source)).isList() && m_target.node(size_t(target)).isList())
            propose(size_t(target), {source, kSure, PairReason::SameName});
    }

    const SourceScopes& scopesOf(const QString& list) const
    {
        static const SourceScopes kTop;
        const auto found = m_lists.constFind(list);
        return found == m_lists.cend() ? kTop : found->items;
    }

    /// A list of the target goes through the one list of the source that is named like it, or the only one.
    void list(size_t target)
    {
        const QString& around = m_target.lists[target];
        if (!around.isEmpty() && !m_lists.contains(around)) return;
        const QString inside = m_lists.value(around).source;
        Best best;
        int lists = 0;
        for (size_t i = 0; i < m_source.tree.nodes().size(); ++i) {
            const TreeNode& node = m_source.node(i);
            if (!node.isList() || node.ghost || m_source.lists[i] != inside ||
                !within(node.key, m_sourceGroup))
                continue;
            ++lists;
            const Best one = named(i, target);
            if (one.confidence > best.confidence) best = one;
            if (best.source < 0) best.source = int(i);
        }
        if (best.confidence > 0)
            propose(target, best);
        else if (lists == 1 && around.isEmpty() && targetLists() == 1)
            propose(target, {best.source, kAlike, PairReason::SimilarValues});
    }

    int targetLists() const
    {
        return int(std::count_if(m_target.tree.nodes().begin(), m_target.tree.nodes().end(),
                                 [](const TreeNode& node) { return node.isList() && node.depth == 0; }));
    }

    void field(size_t target)
    {
        const QString& around = m_target.lists[target];
        if (!around.isEmpty() && !m_lists.contains(around)) return; // a list that nothing fills
        if (before(target)) return;
        const QString from = m_lists.value(around).source;
        Best best;
        for (size_t i = 0; i < m_source.tree.nodes().size(); ++i) {
            const TreeNode& node = m_source.node(i);
            if (node.ghost || node.isGroup() || m_source.lists[i] != from ||
                !within(node.key, m_sourceGroup) || !takes(m_target.node(target).type, node.type))
                continue;
            Best one = named(i, target);
            if (one.confidence == 0)
                one = alike(i, target);
            else if (contradicts(i, target))
                continue;
            const bool nearer = one.confidence == best.confidence && best.source >= 0 &&
                                node.depth < m_source.node(size_t(best.source)).depth;
            if (one.confidence > best.confidence || nearer) best = one;
        }
        if (best.confidence > 0) propose(target, best);
    }

    /// The group around a field, list items aside, says what "Name" is the name of.
    static int meaningAround(const Side& side, size_t at)
    {
        const int parent = side.node(at).parent;
        return parent < 0 || side.node(size_t(parent)).isList() ? -1 : side.meanings[size_t(parent)];
    }

    Best named(size_t source, size_t target) const
    {
        const QString &label = m_source.words[source], &name = m_source.names[source];
        const bool same = label == m_target.words[target] || name == m_target.names[target] ||
                          label == m_target.names[target] || name == m_target.words[target];
        const int aroundSource = meaningAround(m_source, source),
                  aroundTarget = meaningAround(m_target, target);
        const bool top = m_source.node(source).parent < 0 && m_target.node(target).parent < 0;
        const bool together = aroundSource >= 0 && aroundSource == aroundTarget;
        const bool paired = !m_targetGroup.isEmpty() || !m_source.lists[source].isEmpty();
        if (same) {
            // "Name" of the owner is not the name of the contact.
            if (!top && !together && !paired && label == "name"_L1) return {};
            const bool sure = top || together || paired;
            return {int(source), sure ? kSure : kNamed - m_source.node(source).depth, PairReason::SameName};
        }
        const int meaning = m_source.meanings[source];
        if (meaning >= 0 && meaning == m_target.meanings[target]) {
            const bool apart = aroundTarget >= 0 && !together && !paired;
            return {int(source), apart ? kMeantByPart : kMeant, PairReason::SameMeaning};
        }
        // "Account › Name" and "Contact name".
        if (m_source.full[source] == m_target.full[target]) return {int(source), kSure, PairReason::SameName};
        const int whole = m_source.fullMeanings[source];
        const bool meant =
            whole >= 0 && (whole == m_target.fullMeanings[target] || whole == m_target.meanings[target]);
        return meant ? Best{int(source), kMeantByPart, PairReason::SameMeaning} : Best{};
    }

    /// The sample's text in a source field; null when there is none.
    const QString* sampleText(size_t source) const
    {
        const model::Record* record = &m_input.sample;
        const QString& list = m_source.lists[source];
        QString path = m_source.node(source).key;
        if (!list.isEmpty()) {
            const model::ValueList* items = m_input.sample.path(list).list();
            record = items && !items->isEmpty() ? items->first().record() : nullptr;
            path = path.sliced(list.size() + 1);
        }
        return record && !record->isNull() ? record->path(path).text() : nullptr;
    }

    static bool knows(const Field& field, const QString& value)
    {
        return field.values.contains(value.trimmed(), Qt::CaseInsensitive);
    }

    /// The target takes certain words only, and the source is known to hold others.
    bool contradicts(size_t source, size_t target) const
    {
        const Field* to = m_target.node(target).field;
        const Field* from = m_source.node(source).field;
        if (!to || !from || to->values.isEmpty()) return false;
        if (const QString* text = sampleText(source); text && !text->isEmpty()) return !knows(*to, *text);
        return !from->values.isEmpty() &&
               std::none_of(from->values.begin(), from->values.end(),
                            [&](const QString& value) { return knows(*to, value); });
    }

    /// The sample's text is one of the words that the target knows.
    Best alike(size_t source, size_t target) const
    {
        const Field* field = m_target.node(target).field;
        if (!field || field->values.isEmpty() || m_used.contains(m_source.node(source).key)) return {};
        const QString* text = sampleText(source);
        return text && knows(*field, *text) ? Best{int(source), kAlike, PairReason::SimilarValues} : Best{};
    }

    /// A rule for this place in an earlier mapping of the same two objects, if all that it reads is here.
    bool before(size_t target)
    {
        const QString& key = m_target.node(target).key;
        for (const model::MappingDocument& earlier : m_input.earlier) {
            const bool samePair = earlier.from == m_input.source->name && earlier.to == m_input.target->name;
            if (earlier.to != m_input.target->name) continue;
            QString formula;
            QStringList reads;
            forEachRule(earlier, [&](const PlacedRule& placed) {
                if (placed.key != key || placed.rule.formula.isEmpty()) return;
                formula = placed.scopes.rewritten(placed.rule.formula, scopesOf(m_target.lists[target]));
                reads = fieldsOf(placed.rule.formula, placed.scopes);
            });
            const bool readable = std::all_of(reads.begin(), reads.end(), [&](const QString& read) {
                const TreeNode* node = m_source.tree.find(read);
                return node && !node->ghost && within(read, m_sourceGroup);
            });
            if (formula.isEmpty() || !readable || (reads.isEmpty() && !samePair)) continue;
            m_found.append({reads.value(0),
                            {key, formula, {}},
                            PairReason::UsedBefore,
                            samePair ? kUsed : kUsedElsewhere});
            return true;
        }
        return false;
    }

    void propose(size_t target, const Best& best)
    {
        const TreeNode& to = m_target.node(target);
        const TreeNode& from = m_source.node(size_t(best.source));
        const SourceScopes& scopes = scopesOf(m_target.lists[target]);
        const QString reference = scopes.reference(from.key);
        Suggestion made{from.key, {to.key, {}, {}}, best.reason, best.confidence};
        if (to.isList()) {
            made.rule.each = reference;
            m_lists.insert(to.key, {from.key, scopes.inside(reference)});
            m_taken.insert(to.key);
        } else {
            made.rule.formula = u'=' + reference;
            const bool finer = to.field && from.field && to.field->decimals >= 0 && isNumber(from.type) &&
                               from.field->decimals > to.field->decimals;
            if (finer) made.rule.formula = u"=ROUND(%1, %2)"_s.arg(reference).arg(to.field->decimals);
        }
        m_used.insert(from.key);
        m_found.append(std::move(made));
    }

    const AutoMapInput& m_input;
    Side m_source;
    Side m_target;
    QString m_sourceGroup;
    QString m_targetGroup;
    QHash<QString, PairedList> m_lists; ///< of the target that are filled, by the draft or a proposal
    QSet<QString> m_taken;
    QSet<QString> m_used;
    QList<Suggestion> m_found;
};

} // namespace

QList<Suggestion> autoMap(const AutoMapInput& input, const QString& sourceGroup, const QString& targetGroup)
{
    if (!input.source || !input.target || !input.document) return {};
    return Matcher(input, sourceGroup, targetGroup).run();
}

} // namespace tieout::mapping
