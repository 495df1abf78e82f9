#pragma once

#include "base/result.h"
#include "mapping/edit/joining.h"
#include "mapping/edit/ruleplace.h"

namespace tieout::mapping {

struct ProposedRule;

/// Makes one edit in a copy of a document, by the keys of both trees. A value on the stack of MappingDraft.
class RuleEditor final
{
  public:
    RuleEditor(model::MappingDocument document, const ListPlaces& lists)
        : m_document(std::move(document))
        , m_lists(lists)
    {
    }
    [[nodiscard]] model::MappingDocument take() { return std::move(m_document); }

    void map(const QString& source, const QString& target, Joining joining);
    void setFormula(const QString& target, const QString& formula);
    void setEach(const QString& list, const QString& each);
    void addBranch(const QString& list, const QString& each);
    /// Null when no rule stands there. Valid until the next call.
    [[nodiscard]] model::MappedField* find(const QString& target);
    void setNote(const QString& target, const QString& note);
    /// A key of an object takes the rules of its members along. Gives how many rules went.
    int remove(const QStringList& targets);
    void move(const QString& target, const QString& newTarget);
    void put(const ProposedRule& rule);
    void paste(const model::MappingDocument& rules, const QString& into);

    [[nodiscard]] bool isList(const QString& target) const;
    /// `targets` as a document of their own; `extra` says where each stood.
    [[nodiscard]] static model::MappingDocument copied(const model::MappingDocument& document,
                                                       const QStringList& targets);
    /// With its "=" and without blanks before it; empty when nothing but "=" is there.
    [[nodiscard]] static QString stored(const QString& formula);

  private:
    struct Made {
        model::MappedField* rule;
        SourceScopes scopes; ///< where the rule's formula stands
    };
    /// The rule at `target`, made when there is none, with the lists around it; `source` says what these are
    /// made of.
    [[nodiscard]] Made made(const QString& target, const QString& source = {});
    [[nodiscard]] QString eachFor(const QStringList& parts, qsizetype at, const QString& source,
                                  const SourceScopes& scopes) const;
    [[nodiscard]] QStringList keysWithin(const QStringList& targets) const;
    void moveOne(const QString& target, const QString& newTarget);
    void removeAt(std::vector<int> way);
    static void rescope(model::MappedField& rule, const SourceScopes& from, const SourceScopes& to);

    model::MappingDocument m_document;
    const ListPlaces& m_lists;
};

} // namespace tieout::mapping
