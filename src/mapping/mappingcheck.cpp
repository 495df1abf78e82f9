#include "mapping/mappingcheck.h"

#include "formula/evaluator.h"
#include "formula/nearest.h"
#include "formula/parser.h"
#include "formula/program.h"
#include "formula/resultpieces.h"
#include "mapping/edit/ruleplace.h"
#include "mapping/edit/targetkey.h"
#include "mapping/grouping.h"
#include "mapping/rulecompiler.h"
#include "mapping/runcontext.h"
#include "mapping/targetpath.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Ast;
using formula::CheckScope;
using formula::Finding;
using formula::StaticType;
using model::Field;
using model::FieldType;
using model::MappedField;

namespace {

using Severity = Finding::Severity;

/// Kinds that the writer can turn into a field of this type.
quint16 acceptedKinds(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Enum:
    case FieldType::Id:
        return StaticType::Text | StaticType::Number | StaticType::Boolean | StaticType::Date |
               StaticType::Instant;
    case FieldType::Number:
    case FieldType::Money:
        return StaticType::Number | StaticType::Text;
    case FieldType::Boolean:
        return StaticType::Boolean | StaticType::Text;
    case FieldType::Date:
    case FieldType::Instant:
        return StaticType::Date | StaticType::Instant | StaticType::Text;
    default:
        return formula::kindsOf(type);
    }
}

/// A note alone fills nothing.
bool isRule(const MappedField& field)
{
    return !field.formula.isEmpty() || !field.each.isEmpty();
}

/// What a level fills: fields, and the objects that they are in.
struct Filled {
    QHash<QString, int> fields; ///< how many rules each has
    QSet<QString> single;       ///< by a formula, not line by line
    QSet<QString> objects;

    explicit Filled(const QList<MappedField>& rules)
    {
        for (const MappedField& rule : rules) {
            if (!isRule(rule)) continue;
            QString path = targetKeyOf(rule.to);
            ++fields[path];
            if (rule.each.isEmpty()) single.insert(path);
            while (!(path = TargetKey::parent(path)).isEmpty())
                objects.insert(path);
        }
    }
    /// Lists may be laid end to end; nothing else may have two rules.
    [[nodiscard]] bool isTwice(const QString& path) const
    {
        return objects.contains(path) || (fields.value(path) > 1 && single.contains(path));
    }
};

bool isTarget(const QString& to)
{
    const QStringList names = targetNames(to);
    return !names.contains(QString()) && names.size() <= kMaxTargetDepth;
}

/// Walks the rules with the source scope and the target members side by side.
class MappingChecker final
{
  public:
    explicit MappingChecker(const LookupTables& tables)
        : m_tables(tables)
    {
    }

    /// `members` null: nothing is known of the target here.
    void rules(const QList<MappedField>& fields, const CheckScope& scope, const QList<Field>* members,
               const QString& prefix)
    {
        const Filled filled(fields);
        QHash<QString, int> branches;
        for (const MappedField& field : fields) {
            const QString to = targetKeyOf(field.to);
            const QString path = prefix + TargetKey::withBranch(to, branches[to]++);
            if (isRule(field)) place(field, to, filled, path);
            rule(field, scope, members, path);
        }
        if (members) required(filled, *members, {}, prefix);
    }

    /// Aggregates of which nothing is known but their text.
    void group(const model::Grouping& group)
    {
        for (const model::Grouping::Aggregate& aggregate : group.aggregates)
            static_cast<void>(checked(formula::readThrough(aggregate.formula), {nullptr, nullptr},
                                      aggregate.name, RulePart::Group));
    }

    /// Keys against the rows; each aggregate against keys, rows and the aggregates before it.
    void group(const model::Grouping& group, const model::ObjectSchema& rows, const QList<Field>& grouped)
    {
        QStringList names;
        for (const Field& field : rows.fields)
            names.append(field.name);
        for (const QString& key : group.keys) {
            if (!rows.find(key))
                report({}, RulePart::Group, Severity::Error, u"formula.unknown-field"_s,
                       {key, formula::nearestName(key, names)});
        }
        QList<Field> known;
        for (const Field& field : grouped) {
            const bool total = std::any_of(group.aggregates.begin(), group.aggregates.end(),
                                           [&](const auto& one) { return one.name == field.name; });
            if (!total) known.append(field);
        }
        for (const model::Grouping::Aggregate& aggregate : group.aggregates) {
            static_cast<void>(checked(formula::readThrough(aggregate.formula), {&known, nullptr},
                                      aggregate.name, RulePart::Group));
            for (const Field& field : grouped)
                if (field.name == aggregate.name) known.append(field);
        }
    }

    QList<RuleFinding> take() { return std::move(m_findings); }

  private:
    void report(const QString& target, RulePart part, Severity severity, QString code, QStringList facts)
    {
        m_findings.append({target, part, {severity, {}, std::move(code), std::move(facts)}});
    }

    /// What a rule fills must be a field, and no other rule may fill it.
    void place(const MappedField& rule, const QString& to, const Filled& filled, const QString& path)
    {
        if (!isTarget(rule.to))
            report(path, RulePart::Target, Severity::Error, u"mapping.bad-target"_s, {rule.to});
        else if (filled.isTwice(to))
            report(path, RulePart::Target, Severity::Error, u"mapping.duplicate-target"_s,
                   {TargetKey::fieldPath(path)});
    }

    void rule(const MappedField& rule, const CheckScope& scope, const QList<Field>* members,
              const QString& path)
    {
        const Field* target = members ? formula::findField(*members, targetNames(rule.to)) : nullptr;
        if (!target && members && isTarget(rule.to))
            unknownTarget(rule, *members, path);
        else if (target && target->readOnly)
            report(path, RulePart::Target, Severity::Error, u"target.read-only"_s, {target->label});
        if (!rule.each.isEmpty()) return list(rule, scope, target, path);
        if (rule.formula.isEmpty()) return;
        const formula::Reading reading = formula::readThrough(rule.formula);
        const auto type = checked(reading, scope, path, RulePart::Formula);
        if (!type || (type->mayFail && failsAlways(reading.ast, path))) return;
        if (target) fits({reading.ast, scope}, *type, *target, path);
    }

    /// A formula that reads nothing gives the same error for every record.
    bool failsAlways(const Ast& ast, const QString& path)
    {
        if (!ast.references().isEmpty()) return false;
        const RunContext nothing;
        formula::Evaluator evaluator(nothing);
        const auto fault = evaluator.evaluate(formula::compile(ast), formula::Scope{}).fault;
        // What a run knows and this check does not: tables, links, settings. And errors that are meant.
        static const QStringList kMeant{u"formula.not-available"_s, u"formula.error-literal"_s};
        if (!fault || !fault->code.startsWith(u"formula."_s) || kMeant.contains(fault->code)) return false;
        m_findings.append({path, RulePart::Formula, {Severity::Error, fault->at, fault->code, fault->facts}});
        return true;
    }

    /// The type of a formula without errors.
    std::optional<StaticType> checked(const formula::Reading& reading, const CheckScope& scope,
                                      const QString& path, RulePart part)
    {
        const formula::CheckResult result = formula::checkReading(reading, scope);
        for (const Finding& finding : result.findings)
            m_findings.append({path, part, finding});
        for (const QString& table : reading.ast.firstArguments(u"LOOKUP")) {
            if (!m_tables.contains(table)) report(path, part, Severity::Error, u"lookup.no-table"_s, {table});
        }
        return result.hasErrors() ? std::nullopt : std::optional(result.type);
    }

    void unknownTarget(const MappedField& rule, const QList<Field>& members, const QString& path)
    {
        const QStringList parts = targetNames(rule.to);
        const Field* parent =
            parts.size() > 1 ? formula::findField(members, parts.first(parts.size() - 1)) : nullptr;
        QStringList names;
        for (const Field& field : parent ? parent->fields : members)
            names.append(field.name);
        report(path, RulePart::Target, Severity::Error, u"target.unknown"_s,
               {rule.to, formula::nearestName(parts.last(), names)});
    }

    void list(const MappedField& rule, const CheckScope& scope, const Field* target, const QString& path)
    {
        if (target && target->type != FieldType::List)
            report(path, RulePart::Target, Severity::Error, u"target.wrong-kind"_s,
                   {formula::kindWords(formula::kindsOf(target->type)), u"list"_s});
        const formula::Reading each = formula::readThrough(rule.each);
        static_cast<void>(checked(each, scope, path, RulePart::Each));
        CheckScope inner{each.findings.isEmpty() ? itemFields(each.ast, scope) : nullptr, &scope};
        if (!rule.filter.isEmpty())
            static_cast<void>(checked(formula::readThrough(rule.filter), inner, path, RulePart::Filter));
        if (!rule.sort.isEmpty())
            static_cast<void>(checked(formula::readThrough(rule.sort), inner, path, RulePart::Sort));
        if (++m_depth > kMaxListDepth)
            report(path, RulePart::Target, Severity::Error, u"mapping.too-deep"_s,
                   {TargetKey::fieldPath(path)});
        else
            rules(rule.fields, inner, target ? &target->fields : nullptr, path + u'.');
        --m_depth;
    }

    /// The members of the items, when the `each` is a plain reference.
    static const QList<Field>* itemFields(const Ast& each, const CheckScope& scope)
    {
        const formula::Node& root = each.node(each.root());
        if (root.kind != formula::NodeKind::Reference) return nullptr;
        const CheckScope* meant = &scope;
        for (int i = 0; i < root.path.up && meant; ++i)
            meant = meant->outer;
        if (!meant || !meant->fields) return nullptr;
        if (root.path.what == formula::FieldPath::What::Self) return meant->fields;
        const Field* field = formula::findField(*meant->fields, root.path.names);
        return field && !field->fields.isEmpty() ? &field->fields : nullptr;
    }

    /// A formula and what it can name.
    struct Written {
        const Ast& ast;
        const CheckScope& scope;
    };

    void fits(Written formula, const StaticType& type, const Field& target, const QString& path)
    {
        if (!type.can(acceptedKinds(target.type)))
            report(path, RulePart::Formula, Severity::Error, u"target.wrong-kind"_s,
                   {formula::kindWords(formula::kindsOf(target.type)), formula::kindWords(type.kinds)});
        if (type.mayFail)
            report(path, RulePart::Formula, Severity::Warning, u"target.may-fail"_s, {target.label});
        if (type.mayBeBlank && target.requiredOnCreate)
            report(path, RulePart::Formula, Severity::Warning, u"target.may-be-blank"_s, {target.label});
        const formula::Program program = formula::compile(formula.ast);
        if (const model::Value* constant = program.constant())
            return constantFits(*constant, target, path, {});
        for (const formula::ResultPiece& piece : formula::resultPieces(formula.ast, formula.scope)) {
            constantFits(piece.constant, target, path, piece.at);
            pieceFits(piece, target, path);
        }
    }

    void constantFits(const model::Value& constant, const Field& target, const QString& path,
                      formula::Span at)
    {
        const auto refuse = [&](const char16_t* code, QStringList facts) {
            m_findings.append(
                {path, RulePart::Formula, {Severity::Error, at, QString::fromUtf16(code), std::move(facts)}});
        };
        const QString text = constant.toPlainText();
        if (!target.values.isEmpty() && !text.isEmpty() && !target.values.contains(text))
            refuse(u"target.not-in-list", {text});
        if (target.maxLength > 0 && text.size() > target.maxLength)
            refuse(u"target.too-long", {QString::number(text.size()), QString::number(target.maxLength)});
        const Decimal* number = constant.number();
        if (number && target.decimals >= 0 && number->normalized().scale() > target.decimals)
            refuse(u"target.decimals", {text, QString::number(target.decimals)});
    }

    /// What the schema says of a field that goes into another one.
    void pieceFits(const formula::ResultPiece& piece, const Field& target, const QString& path)
    {
        const auto warn = [&](const char16_t* code, QStringList facts) {
            m_findings.append({path,
                               RulePart::Formula,
                               {Severity::Warning, piece.at, QString::fromUtf16(code), std::move(facts)}});
        };
        const auto isStrange = [&](const QString& value) { return !target.values.contains(value); };
        const auto strange = std::find_if(piece.values.begin(), piece.values.end(), isStrange);
        if (!target.values.isEmpty() && strange != piece.values.end())
            warn(u"target.may-not-be-in-list", {*strange});
        if (target.type == FieldType::Text && target.maxLength > 0 && piece.longest > target.maxLength)
            warn(u"target.may-be-too-long",
                 {QString::number(piece.longest), QString::number(target.maxLength)});
        if (target.decimals >= 0 && piece.decimals > target.decimals)
            warn(u"target.may-lose-decimals",
                 {QString::number(piece.decimals), QString::number(target.decimals)});
    }

    /// Required members without a rule; those of a nested object once one of its members has a rule.
    void required(const Filled& filled, const QList<Field>& members, const QString& inside,
                  const QString& prefix)
    {
        for (const Field& member : members) {
            const QString path = inside + TargetKey::child({}, member.name);
            if (filled.objects.contains(path))
                required(filled, member.fields, path + u'.', prefix);
            else if (member.requiredOnCreate && !member.readOnly && !filled.fields.contains(path))
                report(prefix + path, RulePart::Target, Severity::Error, u"target.required"_s,
                       {member.label});
        }
    }

    const LookupTables& m_tables;
    QList<RuleFinding> m_findings;
    int m_depth = 0; ///< lists around
};

} // namespace

QList<RuleFinding> checkMapping(const model::MappingDocument& document, const model::ObjectSchema* source,
                                const model::ObjectSchema* target, const LookupTables& tables)
{
    MappingChecker checker(tables);
    const bool grouped = source && document.group;
    const model::ObjectSchema groups =
        grouped ? groupedSchema(*source, *document.group) : model::ObjectSchema();
    if (grouped)
        checker.group(*document.group, *source, groups.fields);
    else if (document.group)
        checker.group(*document.group);
    const CheckScope root{grouped ? &groups.fields : source ? &source->fields : nullptr, nullptr};
    checker.rules(document.fields, root, target ? &target->fields : nullptr, {});
    return checker.take();
}

QList<RuleFinding> checkMapping(const model::MappingDocument& document, const model::ObjectSchema& source,
                                const model::ObjectSchema& target, const LookupTables& tables)
{
    return checkMapping(document, &source, &target, tables);
}

} // namespace tieout::mapping
