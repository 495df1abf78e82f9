#include "gui/mapping/worksheet.h"

#include "mapping/edit/misfits.h"
#include "mapping/edit/rulefaults.h"
#include "mapping/grouping.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using mapping::TargetKey;

namespace {

formula::Notation notationHere()
{
    const QString point = QLocale().decimalPoint();
    return formula::notationFor(point.isEmpty() ? QChar(u'.') : point.front());
}

} // namespace

Worksheet::Worksheet(QObject* parent)
    : QObject(parent)
    , m_content(std::make_shared<CanvasContent>())
{
    m_context.tables = std::make_shared<mapping::LookupTables>();
    m_context.links = [this](const QString& flow, const QString& key) -> std::optional<QString> {
        const QString known = m_sample.links.value(flow).value(key);
        return known.isEmpty() ? tr("made by the run") : known;
    };
    connect(&m_draft, &mapping::MappingDraft::changed, this, &Worksheet::recompute);
}

void Worksheet::open(service::MappingBench bench, int targetColour)
{
    m_colour = targetColour;
    m_sample = {};
    m_line = 0;
    m_readOnly = !bench.faults.isEmpty();
    setBench(std::move(bench));
    const QSignalBlocker quiet(&m_draft);
    m_draft.open(m_bench.document);
    recompute();
}

void Worksheet::refresh(service::MappingBench bench)
{
    setBench(std::move(bench));
    recompute();
}

void Worksheet::setBench(service::MappingBench bench)
{
    m_bench = std::move(bench);
    m_context.tables = std::make_shared<mapping::LookupTables>(m_bench.lookups);
    m_context.settings = m_bench.settings;
    m_context.startedAt =
        Instant(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())); // for TODAY() in the sample
    const QTimeZone zone(m_bench.zone.toLatin1());
    m_context.organisationZone = zone.isValid() ? zone : QTimeZone::utc();
}

void Worksheet::setSample(service::SampleRecord sample)
{
    m_sample = std::move(sample);
    m_line = 0;
    recompute();
}

void Worksheet::setLine(int line)
{
    m_line = std::max(0, line);
    recompute();
}

void Worksheet::recompute()
{
    auto content = std::make_shared<CanvasContent>();
    const model::MappingDocument& document = m_draft.document();
    content->source = mapping::sourceTree(m_bench.source.schema, document);
    content->target = mapping::targetTree(m_bench.target.schema, document);
    m_draft.setLists(content->source.lists(), content->target.lists());
    content->wiring =
        mapping::wiringOf(document, m_bench.source.schema, m_bench.target.schema, *m_context.tables);
    for (const mapping::RuleFinding& fault : mapping::faultyRules(document, m_bench.faults))
        content->wiring.mark(fault);
    content->values = mapping::liveValues(document, m_sample.record, m_context, m_line);
    mapping::markMisfits(content->values, content->target);
    content->sourceTitle = m_bench.source.schema.label;
    content->targetTitle = m_bench.target.schema.label;
    content->sampleTitle = m_sample.choice.title;
    if (document.group) content->groupKeys = document.group->keys;
    content->targetColour = m_colour;
    content->syncTitles = m_flowTitles;
    content->readOnly = m_readOnly;
    m_content = std::move(content);
    Q_EMIT refreshed();
}

const mapping::TreeNode* Worksheet::target(const QString& key) const
{
    return m_content->target.find(key);
}

QString Worksheet::targetWords(const QString& key) const
{
    return m_content->target.words(key);
}

QList<mapping::RuleFinding> Worksheet::findings(const QString& target) const
{
    const int chip = m_content->wiring.chipOf.value(target, -1);
    if (chip < 0) return {};
    QList<mapping::RuleFinding> findings = m_content->wiring.chips[chip].findings;
    std::stable_sort(findings.begin(), findings.end(), [](const auto& one, const auto& other) {
        return one.finding.severity < other.finding.severity;
    });
    return findings;
}

const mapping::LiveValue* Worksheet::value(const QString& target) const
{
    const auto found = m_content->values.target.constFind(target);
    return found == m_content->values.target.constEnd() ? nullptr : &*found;
}

bool Worksheet::isMissing(const QString& target) const
{
    return m_content->wiring.missing.contains(target);
}

bool Worksheet::hasProblem(const QString& target) const
{
    const mapping::TreeNode* node = this->target(target);
    if (node && node->ghost) return true;
    const mapping::LiveValue* live = value(target);
    if (live && live->fault) return true;
    const QList<mapping::RuleFinding> found = findings(target);
    return !found.isEmpty() && found.first().finding.severity == formula::Finding::Severity::Error;
}

int Worksheet::problems() const
{
    int count = 0;
    for (const mapping::TreeNode& node : m_content->target.nodes())
        count += hasProblem(node.key) ? 1 : 0;
    return count;
}

int Worksheet::linesAround(const QString& target) const
{
    for (QString key = TargetKey::parent(target); !key.isEmpty(); key = TargetKey::parent(key)) {
        const mapping::LiveValue* live = value(key);
        if (live && live->lines >= 0) return live->lines;
    }
    return -1;
}

RuleScope Worksheet::scope(const QString& target, mapping::RulePart part) const
{
    return RuleScope(m_draft, m_bench.source.schema, target, part);
}

FormulaWorld Worksheet::world(const QString& target, mapping::RulePart part) const
{
    FormulaWorld world;
    world.scope = scope(target, part);
    world.notation = notationHere();
    for (const model::LookupTable& table : m_bench.lookups) {
        world.tables += table.name;
        if (!table.valueLabel.isEmpty()) world.columns[table.name] = {table.valueLabel};
        QStringList& keys = world.keys[table.name];
        for (const model::LookupTable::Row& row : table.rows)
            keys += row.key;
    }
    for (const QString& flow : m_bench.linkable)
        world.flows += formula::NamedThing{flow, flowTitle(flow)};
    QStringList settings = m_bench.settings.keys();
    settings.sort();
    for (const QString& setting : std::as_const(settings))
        world.settings += formula::NamedThing{setting, {}};
    return world;
}

QString Worksheet::displayed(const QString& stored, const QString& target, mapping::RulePart part) const
{
    if (stored.isEmpty()) return {};
    const RuleScope around = scope(target, part);
    return formula::toDisplay(stored, {notationHere(), around.scope()}).text();
}

Result<mapping::Explanation> Worksheet::explain(const QString& target) const
{
    // Only this rule and the lists around it: as fast as one formula, whatever the others are like.
    const model::MappedField* rule = m_draft.rule(target);
    if (!rule || m_sample.record.isNull())
        return fail(ErrorKind::BadConfig, u"mapping.unknown-target"_s, u"nothing to explain"_s, {target});
    model::MappedField field = *rule;
    QString inside = target;
    QString path;
    for (QString key = TargetKey::parent(target); !key.isEmpty(); key = TargetKey::parent(key)) {
        const model::MappedField* around = m_draft.rule(key);
        if (!around || around->each.isEmpty()) continue;
        path.prepend(u"[%1]."_s.arg(m_line + 1) + field.to);
        model::MappedField list = *around;
        list.fields = {field};
        field = list;
        inside = key;
    }
    model::MappingDocument document = m_draft.document();
    document.fields = {field};
    const model::Record record =
        document.group ? mapping::groupOf(m_sample.record, *document.group) : m_sample.record;
    return mapping::explain(document, record, m_context, field.to + path);
}

QString Worksheet::flowTitle(const QString& flow) const
{
    return m_flowTitles.value(flow);
}

} // namespace tieout::gui
