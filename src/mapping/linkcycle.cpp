#include "mapping/linkcycle.h"

#include "formula/parser.h"
#include "mapping/edit/ruleplace.h"

#include <QSet>

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::Flow;

namespace {

struct LinkRule {
    QString flow;
    QString target;
};

QList<LinkRule> linkRules(const model::MappingDocument& document)
{
    QList<LinkRule> rules;
    forEachRule(document, [&](const PlacedRule& placed) {
        for (const QString& formula :
             {placed.rule.formula, placed.rule.each, placed.rule.filter, placed.rule.sort}) {
            if (!formula.contains("LINKED"_L1, Qt::CaseInsensitive)) continue;
            const auto ast = formula::parse(formula);
            if (!ast) continue;
            for (const QString& flow : ast->firstArguments(u"LINKED"))
                rules.append({flow, placed.key});
        }
    });
    return rules;
}

/// Walks from flow to flow; `way` is where it came from.
class CycleSearch final
{
  public:
    explicit CycleSearch(const QList<Flow>& flows)
    {
        for (const Flow& flow : flows)
            add(flow);
    }

    Result<void> run()
    {
        for (const QString& id : std::as_const(m_order)) {
            if (auto done = visit(id); !done) return done;
        }
        return {};
    }

  private:
    void add(const Flow& flow)
    {
        if (m_links.contains(flow.id)) return;
        m_order.append(flow.id);
        m_titles.insert(flow.id, flow.title.isEmpty() ? flow.id : flow.title);
        m_links.insert(flow.id, linkRules(flow.mapping));
        for (const Flow& parent : flow.parents)
            add(parent);
    }

    Result<void> visit(const QString& id)
    {
        if (m_done.contains(id)) return {};
        m_way.append(id);
        const QList<LinkRule> links = m_links.value(id);
        for (const LinkRule& link : links) {
            if (const qsizetype from = m_way.indexOf(link.flow); from >= 0) return refused(from, link);
            if (auto done = visit(link.flow); !done) return done;
        }
        m_way.removeLast();
        m_done.insert(id);
        return {};
    }

    Result<void> refused(qsizetype from, const LinkRule& link) const
    {
        QStringList names;
        for (const QString& id : m_way.sliced(from) + QStringList{link.flow})
            names.append(m_titles.value(id, id));
        return fail(ErrorKind::BadConfig, u"linked.cycle"_s, u"syncs wait for each other"_s,
                    {names.join(u" › "_s), link.target});
    }

    QStringList m_order;
    QStringList m_way;
    QSet<QString> m_done;
    QHash<QString, QString> m_titles;
    QHash<QString, QList<LinkRule>> m_links;
};

} // namespace

QStringList linkedFlows(const model::MappingDocument& document)
{
    QStringList flows;
    for (const LinkRule& rule : linkRules(document))
        if (!flows.contains(rule.flow)) flows.append(rule.flow);
    return flows;
}

Result<void> refuseLinkCycles(const QList<Flow>& flows)
{
    return CycleSearch(flows).run();
}

} // namespace tieout::mapping
