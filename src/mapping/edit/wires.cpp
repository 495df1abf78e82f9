#include "mapping/edit/wires.h"

#include "formula/parser.h"
#include "mapping/edit/gist.h"
#include "mapping/edit/rulefields.h"
#include "mapping/grouping.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

namespace {

/// Fills a wiring rule by rule.
class Wirer final
{
  public:
    explicit Wirer(Wiring& wiring)
        : m_wiring(wiring)
    {
    }

    void rule(const PlacedRule& placed)
    {
        if (!placed.rule.note.isEmpty()) m_wiring.notes.insert(placed.key, placed.rule.note);
        if (placed.items) return list(placed);
        if (placed.rule.formula.isEmpty()) return; // a note
        m_filled.insert(TargetKey::parent(placed.key));
        const auto ast = formula::parse(placed.rule.formula);
        Chip chip = ast ? gistOf(*ast) : Chip{{}, Chip::Gist::Function, {}, {}};
        const Wire::Kind kind = chip.gist == Chip::Gist::None ? Wire::Kind::Copy : Wire::Kind::Formula;
        wires(placed, placed.rule.formula, kind);
        add(placed.key, std::move(chip));
    }

    void found(const QList<RuleFinding>& findings)
    {
        for (const RuleFinding& finding : findings) {
            if (finding.part == RulePart::Group) {
                m_wiring.group.append(finding);
            } else if (finding.finding.code == "target.required"_L1) {
                missing(finding.target);
            } else if (const int at = m_wiring.chipOf.value(finding.target, -1); at >= 0) {
                m_wiring.chips[at].findings.append(finding);
            }
        }
    }

  private:
    void list(const PlacedRule& placed)
    {
        m_filled.insert(TargetKey::parent(placed.key));
        m_filled.insert(placed.key);
        Chip chip{{}, Chip::Gist::Each, {}, {}};
        chip.fact = placed.items->list();
        wires(placed, placed.rule.each, Wire::Kind::Each);
        add(placed.key, std::move(chip));
    }

    void wires(const PlacedRule& placed, const QString& formula, Wire::Kind kind)
    {
        for (const QString& key : fieldsOf(formula, placed.scopes))
            m_wiring.wires.append({key, placed.key, kind});
    }

    void add(const QString& key, Chip chip)
    {
        chip.target = key;
        m_wiring.chipOf.insert(key, int(m_wiring.chips.size()));
        m_wiring.chips.append(std::move(chip));
    }

    /// Amber only where a sibling has a rule already.
    void missing(const QString& key)
    {
        const QString parent = TargetKey::parent(key);
        const bool begun = std::any_of(m_filled.cbegin(), m_filled.cend(), [&](const QString& filled) {
            return filled == parent || filled.startsWith(parent + u'.') || parent.isEmpty();
        });
        if (!begun) return;
        m_wiring.missing.append(key);
        if (!parent.isEmpty() && !m_wiring.missingParents.contains(parent))
            m_wiring.missingParents.append(parent);
    }

    Wiring& m_wiring;
    QSet<QString> m_filled; ///< lists and objects with a rule inside
};

} // namespace

void Wiring::mark(const RuleFinding& finding)
{
    if (!chipOf.contains(finding.target)) {
        chipOf.insert(finding.target, int(chips.size()));
        chips.append(Chip{finding.target, Chip::Gist::None, {}, {}});
    }
    chips[chipOf.value(finding.target)].findings.append(finding);
}

Wiring wiringOf(const model::MappingDocument& document, const model::ObjectSchema& source,
                const model::ObjectSchema& target, const LookupTables& tables)
{
    Wiring wiring;
    Wirer wirer(wiring);
    forEachRule(document, [&](const PlacedRule& placed) { wirer.rule(placed); });
    wirer.found(checkMapping(document, source, target, tables));
    return wiring;
}

} // namespace tieout::mapping
