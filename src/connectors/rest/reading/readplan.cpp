#include "connectors/rest/reading/readplan.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

/// Whether a record has to have what is asked of it.
enum class Need : quint8 { Always, MayLack };

/// The paths of a read as a tree, in order of first mention.
struct Want {
    QString name;
    bool optional = true; ///< every path through here may be missing
    std::vector<Want> inner;

    Want& child(const QString& wanted)
    {
        for (Want& known : inner) {
            if (known.name == wanted) return known;
        }
        inner.push_back({wanted, true, {}});
        return inner.back();
    }
};

void addPath(Want& root, const QString& path, Need need)
{
    const bool optional = need == Need::MayLack;
    Want* at = &root;
    const QStringList parts = path.split(u'.');
    for (const QString& part : parts) {
        at = &at->child(part);
        at->optional = at->optional && optional;
    }
}

/// A list or record that is asked for as a whole: its plain members.
void addAllMembers(Want& want, const Field& field)
{
    for (const Field& member : field.fields) {
        if (member.type != FieldType::Record && member.type != FieldType::List)
            want.child(member.name).optional = want.optional;
    }
}

const Field* fieldNamed(const QList<Field>& fields, const QString& name)
{
    const auto it =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return it == fields.end() ? nullptr : &*it;
}

bool isNested(const Field& field)
{
    return field.type == FieldType::Record || field.type == FieldType::List;
}

/// Turns wants into plans against one schema.
class Planner final
{
  public:
    Planner(const model::ObjectSchema& schema, const ObjectSpec& spec)
        : m_schema(schema)
        , m_spec(spec)
    {
    }

    [[nodiscard]] Result<PlanPtr> plan(Want root)
    {
        for (qsizetype i = 0, count = qsizetype(root.inner.size()); i < count; ++i)
            addFoldSources(root, i);
        if (m_spec.read) {
            for (const auto& [field, from] : m_spec.read->inherit + m_spec.read->per.take)
                m_unread.insert(field);
            if (!m_spec.read->nameAs.isEmpty()) m_unread.insert(m_spec.read->nameAs);
        }
        return level(root, m_schema.fields, {});
    }

  private:
    void addFoldSources(Want& root, qsizetype index)
    {
        const auto fold = m_spec.folds.constFind(root.inner[size_t(index)].name);
        if (fold == m_spec.folds.cend()) return;
        const bool optional = root.inner[size_t(index)].optional;
        for (const QString& member : {fold->key, fold->member}) {
            Want& list = root.child(fold->list);
            list.optional = list.optional && optional;
            list.child(member).optional = optional;
        }
    }

    /// What a lifted field of this level is made from is read too, also when nobody declared it.
    void addLiftSources(Want& want, const QString& prefix)
    {
        for (size_t i = 0, count = want.inner.size(); i < count; ++i) {
            const auto lift = m_spec.lifts.constFind(prefix + want.inner[i].name);
            if (lift == m_spec.lifts.cend()) continue;
            for (const QString& source : lift->from) {
                addPath(want, source, Need::MayLack);
                QString path = prefix;
                for (const QString& part : source.split(u'.')) {
                    m_sources.insert(path + part);
                    path += part + u'.';
                }
            }
        }
    }

    [[nodiscard]] static Field undeclared(const Want& want)
    {
        Field field;
        field.name = want.name;
        field.label = want.name;
        field.type = want.inner.empty() ? FieldType::Text : FieldType::Record;
        return field;
    }

    /// Slots, level by level, of a dotted path inside a plan; empty when the answer has no such thing.
    [[nodiscard]] static std::vector<int> slotsOf(const RecordPlan& plan, const QString& dotted)
    {
        std::vector<int> slots;
        const RecordPlan* at = &plan;
        const QStringList parts = dotted.split(u'.');
        for (const QString& part : parts) {
            const int slot = at ? at->shape->slot(part) : -1;
            if (slot < 0) return {};
            slots.push_back(slot);
            const auto inner = std::find_if(at->fields.begin(), at->fields.end(),
                                            [&](const PlannedField& field) { return field.slot == slot; });
            at = inner == at->fields.end() ? nullptr : inner->inner.get();
        }
        return slots;
    }

    void addLifts(RecordPlan& plan, const QString& prefix) const
    {
        const QStringList& names = plan.shape->names();
        for (int slot = 0; slot < names.size(); ++slot) {
            const auto lift = m_spec.lifts.constFind(prefix + names.at(slot));
            if (lift == m_spec.lifts.cend()) continue;
            PlannedLift planned;
            planned.slot = slot;
            planned.joined = lift->joined;
            for (const QString& source : lift->from)
                planned.sources.push_back(slotsOf(plan, source));
            plan.lifts.push_back(std::move(planned));
        }
    }

    /// A field whose value does not stand in the record itself.
    [[nodiscard]] bool isElsewhere(const QString& path, bool isTop) const
    {
        return m_spec.lifts.contains(path) ||
               (isTop && (m_spec.folds.contains(path) || m_unread.contains(path)));
    }

    [[nodiscard]] Result<PlanPtr> level(Want& want, const QList<Field>& fields, const QString& prefix)
    {
        addLiftSources(want, prefix);
        auto plan = std::make_shared<RecordPlan>();
        QStringList names;
        for (Want& wanted : want.inner) {
            const QString path = prefix + wanted.name;
            const int slot = int(names.size());
            names << wanted.name;
            if (isElsewhere(path, prefix.isEmpty())) continue;
            const Field* field = fieldNamed(fields, wanted.name);
            const Field made = undeclared(wanted);
            if (!field && m_sources.contains(path)) field = &made;
            if (!field || (!wanted.inner.empty() && !isNested(*field))) {
                if (wanted.optional) continue;
                return fail(ErrorKind::BadConfig, u"connector.unknown-field"_s,
                            u"%1 has no field %2"_s.arg(m_schema.name, path),
                            {path, m_schema.label, m_schema.name});
            }
            Result<PlannedField> planned = member(wanted, *field, slot, path);
            if (!planned) return fail(planned.error());
            plan->fields.push_back(std::move(*planned));
        }
        plan->shape = std::make_shared<model::Shape>(names);
        if (prefix.isEmpty()) addFolds(*plan);
        addLifts(*plan, prefix);
        return PlanPtr(plan);
    }

    [[nodiscard]] Result<PlannedField> member(Want& want, const Field& field, int slot, const QString& path)
    {
        PlannedField planned;
        planned.name = want.name.toStdString();
        planned.label = field.label;
        planned.slot = slot;
        planned.type = field.type;
        planned.wrap = m_spec.wraps.value(path).toStdString();
        if (!isNested(field)) return planned;
        if (want.inner.empty()) addAllMembers(want, field);
        Result<PlanPtr> inner = level(want, field.fields, path + u'.');
        if (!inner) return fail(inner.error());
        planned.inner = *inner;
        return planned;
    }

    void addFolds(RecordPlan& plan) const
    {
        for (auto it = m_spec.folds.cbegin(); it != m_spec.folds.cend(); ++it) {
            const int slot = plan.shape->slot(it.key());
            if (slot < 0) continue;
            const auto list =
                std::find_if(plan.fields.begin(), plan.fields.end(),
                             [&](const PlannedField& field) { return field.name == it->list.toStdString(); });
            if (list == plan.fields.end() || !list->inner) continue;
            const model::Shape& shape = *list->inner->shape;
            plan.folds.push_back({slot, list->slot, shape.slot(it->key), shape.slot(it->member), it->values});
        }
    }

    const model::ObjectSchema& m_schema;
    const ObjectSpec& m_spec;
    QSet<QString> m_unread;  ///< told by the parent or by the place in the answer
    QSet<QString> m_sources; ///< read for the sake of lifted fields
};

} // namespace

QString plainPath(QString path)
{
    return path.remove(u"[]"_s);
}

QSet<QString> mayLack(const ObjectSpec& spec, const QStringList& optional)
{
    QSet<QString> paths;
    for (const QString& path : optional)
        paths.insert(plainPath(path));
    if (spec.discover && !spec.identity.externalKey.isEmpty()) paths.insert(spec.identity.externalKey);
    return paths;
}

Result<PlanPtr> planRead(const model::ObjectSchema& schema, const ObjectSpec& spec, const QStringList& paths,
                         const QStringList& optional)
{
    Want root;
    const QSet<QString> absent = mayLack(spec, optional);
    for (const QString& path : paths)
        addPath(root, plainPath(path), absent.contains(plainPath(path)) ? Need::MayLack : Need::Always);
    QStringList own{spec.identity.remoteId, spec.version.field};
    if (spec.read) own << spec.read->cursor.field << spec.read->page.key;
    for (const QString& path : std::as_const(own)) {
        if (!path.isEmpty()) addPath(root, path, Need::Always);
    }
    if (spec.read && !spec.read->deletes.field.isEmpty())
        addPath(root, spec.read->deletes.field, Need::MayLack);
    return Planner(schema, spec).plan(std::move(root));
}

PlanPtr planOf(const QList<std::pair<QString, FieldType>>& paths)
{
    model::ObjectSchema schema;
    QStringList names;
    for (const auto& [path, type] : paths) {
        if (path.isEmpty()) continue;
        names << path;
        const QStringList parts = path.split(u'.');
        QList<Field>* fields = &schema.fields;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isList = parts.at(i).endsWith(u"[]");
            Field field;
            field.name = isList ? parts.at(i).chopped(2) : parts.at(i);
            field.type = isList ? FieldType::List : i + 1 < parts.size() ? FieldType::Record : type;
            const auto same = std::find_if(fields->begin(), fields->end(),
                                           [&](const Field& known) { return known.name == field.name; });
            const qsizetype at = same == fields->end() ? fields->size() : same - fields->begin();
            if (same == fields->end()) fields->append(field);
            fields = &(*fields)[at].fields;
        }
    }
    const Result<PlanPtr> plan = planRead(schema, ObjectSpec(), names, {});
    return plan ? *plan : nullptr;
}

} // namespace tieout::connectors
