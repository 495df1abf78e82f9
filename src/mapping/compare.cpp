#include "mapping/compare.h"

#include "mapping/edit/ruleplace.h"
#include "mapping/edit/targetkey.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::MappedField;
using model::MappingDocument;
using Kind = DocumentChange::Kind;

namespace {

QString wordOf(model::WhenEmpty rule)
{
    switch (rule) {
    case model::WhenEmpty::Clear:
        return u"clear"_s;
    case model::WhenEmpty::Hold:
        return u"hold"_s;
    case model::WhenEmpty::Leave:
        break;
    }
    return u"leave"_s;
}

QString textOf(const Json& json)
{
    return json.isNull() ? QString() : QString::fromUtf8(json.toBytes());
}

/// What fills the field of a rule.
QString contentOf(const MappedField& field)
{
    return field.each.isEmpty() ? field.formula : field.each;
}

bool fillsAlike(MappedField one, const MappedField& other)
{
    one.to = other.to;
    return one == other && !contentOf(one).isEmpty();
}

/// The rules of one list or of the document, side by side.
struct Level {
    const QList<MappedField>& before;
    const QList<MappedField>& after;
    QString parentBefore;
    QString parentAfter;
};

constexpr int kNone = -1;

/// For each rule of `after` the rule of `before` that it was, or kNone.
class Pairing final
{
  public:
    explicit Pairing(const Level& level)
        : m_level(level)
        , m_pairs(size_t(level.after.size()), kNone)
        , m_taken(size_t(level.before.size()), false)
    {
        const auto sameField = [](const MappedField& b, const MappedField& a) { return b.to == a.to; };
        pair([](const MappedField& b, const MappedField& a) { return b == a; });
        pair([&](const MappedField& b, const MappedField& a) { return sameField(b, a) && b.each == a.each; });
        pair(sameField);
        pair(fillsAlike);
    }
    [[nodiscard]] int before(qsizetype after) const { return m_pairs[size_t(after)]; }
    [[nodiscard]] bool isRemoved(qsizetype before) const { return !m_taken[size_t(before)]; }

  private:
    template<class Same>
    void pair(Same same)
    {
        for (size_t a = 0; a < m_pairs.size(); ++a) {
            if (m_pairs[a] != kNone) continue;
            for (size_t b = 0; b < m_taken.size(); ++b) {
                if (m_taken[b] || !same(m_level.before[qsizetype(b)], m_level.after[qsizetype(a)])) continue;
                m_pairs[a] = int(b);
                m_taken[b] = true;
                break;
            }
        }
    }

    const Level& m_level;
    std::vector<int> m_pairs;
    std::vector<bool> m_taken;
};

/// Which rules kept their order: the longest run of rising places; the others were moved.
std::vector<bool> keptOrder(const std::vector<int>& places)
{
    std::vector<size_t> ends; ///< by length, the element that a run of that length ends with
    std::vector<size_t> previous(places.size(), places.size());
    for (size_t i = 0; i < places.size(); ++i) {
        if (places[i] == kNone) continue;
        const auto at = std::lower_bound(ends.begin(), ends.end(), places[i],
                                         [&](size_t end, int place) { return places[end] < place; });
        if (at != ends.begin()) previous[i] = *std::prev(at);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(places.size(), false);
    for (size_t i = ends.empty() ? places.size() : ends.back(); i < places.size(); i = previous[i])
        kept[i] = true;
    return kept;
}

QStringList keysOf(const QList<MappedField>& fields, const QString& parent)
{
    QStringList keys;
    QHash<QString, int> branches;
    for (const MappedField& field : fields) {
        const QString to = targetKeyOf(field.to);
        const QString name = TargetKey::withBranch(to, branches[to]++);
        keys += parent.isEmpty() ? name : parent + u'.' + name;
    }
    return keys;
}

/// Walks both documents and writes down what differs. One use.
class Comparison final
{
  public:
    [[nodiscard]] QList<DocumentChange> run(const MappingDocument& before, const MappingDocument& after)
    {
        changed({}, DocumentPart::From, before.from, after.from);
        changed({}, DocumentPart::To, before.to, after.to);
        changed({}, DocumentPart::Group, textOf(model::toJson(before)[u"group"]),
                textOf(model::toJson(after)[u"group"]));
        others({}, before.extra, after.extra);
        compare({before.fields, after.fields, {}, {}});
        return std::move(m_changes);
    }

  private:
    void compare(const Level& level)
    {
        const Pairing pairing(level);
        const QStringList before = keysOf(level.before, level.parentBefore);
        const QStringList after = keysOf(level.after, level.parentAfter);
        std::vector<int> places;
        for (qsizetype a = 0; a < level.after.size(); ++a)
            places.push_back(pairing.before(a));
        const std::vector<bool> kept = keptOrder(places);
        qsizetype left = 0; ///< rules of `before` up to here are written down when they were removed
        const auto removedUpTo = [&](qsizetype end) {
            for (; left < end; ++left)
                if (pairing.isRemoved(left)) whole(Kind::Removed, level.before[left], before[left]);
        };
        for (qsizetype a = 0; a < level.after.size(); ++a) {
            const int b = pairing.before(a);
            if (b == kNone) {
                whole(Kind::Added, level.after[a], after[a]);
                continue;
            }
            if (kept[size_t(a)]) removedUpTo(b);
            if (level.before[b].to != level.after[a].to)
                add(Kind::Moved, after[a], DocumentPart::Target, before[b], after[a]);
            else if (!kept[size_t(a)])
                add(Kind::Moved, after[a], DocumentPart::Order, b > 0 ? before[b - 1] : QString(),
                    a > 0 ? after[a - 1] : QString());
            rule(level.before[b], level.after[a], before[b], after[a]);
        }
        removedUpTo(level.before.size());
    }

    void rule(const MappedField& before, const MappedField& after, const QString& keyBefore,
              const QString& key)
    {
        changed(key, DocumentPart::Formula, before.formula, after.formula);
        changed(key, DocumentPart::Each, before.each, after.each);
        changed(key, DocumentPart::Filter, before.filter, after.filter);
        changed(key, DocumentPart::Sort, before.sort, after.sort);
        changed(key, DocumentPart::WhenEmpty, wordOf(before.whenEmpty), wordOf(after.whenEmpty));
        changed(key, DocumentPart::Note, before.note, after.note);
        others(key, before.extra, after.extra);
        compare({before.fields, after.fields, keyBefore, key});
    }

    void whole(Kind kind, const MappedField& field, const QString& key)
    {
        const QString content = contentOf(field);
        const bool added = kind == Kind::Added;
        add(kind, key, DocumentPart::Rule, added ? QString() : content, added ? content : QString());
        const QStringList keys = keysOf(field.fields, key);
        for (qsizetype i = 0; i < keys.size(); ++i)
            whole(kind, field.fields[i], keys[i]);
    }

    void others(const QString& key, const Json& before, const Json& after)
    {
        QStringList names;
        for (const Json* side : {&before, &after})
            for (const Json::Member& member : side->toObject())
                if (!names.contains(member.first)) names += member.first;
        for (const QString& name : std::as_const(names)) {
            if (before[name] == after[name] && before.contains(name) == after.contains(name)) continue;
            add(Kind::Changed, key, DocumentPart::Other,
                before.contains(name) ? textOf(before[name]) : QString(),
                after.contains(name) ? textOf(after[name]) : QString());
            m_changes.last().member = name;
        }
    }

    void changed(const QString& key, DocumentPart part, const QString& before, const QString& after)
    {
        if (before != after) add(Kind::Changed, key, part, before, after);
    }

    void add(Kind kind, const QString& key, DocumentPart part, const QString& before, const QString& after)
    {
        m_changes.append({kind, key, part, before, after, {}});
    }

    QList<DocumentChange> m_changes;
};

} // namespace

QList<DocumentChange> compareDocuments(const MappingDocument& before, const MappingDocument& after)
{
    return Comparison().run(before, after);
}

} // namespace tieout::mapping
