#include "gui/mapping/rulewords.h"

#include "formula/parser.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using mapping::Edit;

namespace {

constexpr int kMostErrors = 3; ///< told in the formula bar

QString sourceWords(const Worksheet& sheet, const QString& key)
{
    const QString words = sheet.content()->source.words(key);
    return words.isEmpty() ? fieldLabel(key) : words;
}

QString targetWords(const Worksheet& sheet, const QString& key)
{
    const QString words = sheet.targetWords(key);
    return words.isEmpty() ? fieldLabel(key) : words;
}

/// The only node of a formula that is nothing but one thing.
const formula::Node* onlyNode(const formula::Parsed& ast)
{
    return ast && ast->nodes().size() == 1 ? &ast->node(0) : nullptr;
}

QString link(const QString& table)
{
    return u"<a href=\"lookup:%1\">%2</a>"_s.arg(QString::fromUtf8(table.toUtf8().toPercentEncoding()),
                                                 table.toHtmlEscaped());
}

QString inQuotes(const QString& text)
{
    return say("“%1”").arg(text.toHtmlEscaped());
}

/// Finds values of pieces of a formula among the steps of its evaluation.
class Steps final
{
  public:
    Steps(const formula::Ast& ast, const QList<formula::TraceStep>& steps)
        : m_ast(ast)
        , m_steps(steps)
    {
    }
    [[nodiscard]] const formula::TraceStep* of(int node) const
    {
        const formula::Span at = m_ast.node(node).at;
        for (const formula::TraceStep& step : m_steps) {
            if (step.at == at) return &step;
        }
        return nullptr;
    }
    [[nodiscard]] QString text(int node) const
    {
        const formula::Node& found = m_ast.node(node);
        if (found.kind == formula::NodeKind::Text) return found.text;
        const formula::TraceStep* step = of(node);
        return step && !step->fault ? step->value.toPlainText() : QString();
    }

  private:
    const formula::Ast& m_ast;
    const QList<formula::TraceStep>& m_steps;
};

QString lookupFact(const Worksheet& sheet, const Steps& steps, const formula::Node& call)
{
    if (call.children.size() < 2) return {};
    const QString table = steps.text(call.children[0]);
    const QString key = steps.text(call.children[1]);
    using State = formula::LookupAnswer::State;
    const formula::LookupAnswer answer = sheet.tables().find(table, key);
    if (answer.state == State::Found)
        //: %1 is a value of the sample, %2 a number, %3 the lookup table
        return say("%1 found in row %2 of %3")
            .arg(inQuotes(key), QLocale().toString(answer.row + 1), link(table));
    if (answer.state == State::Default)
        return say("%1 has no row in %2: its default is used").arg(inQuotes(key), link(table));
    return {};
}

QString linkedFact(const Worksheet& sheet, const Steps& steps, const formula::Node& call)
{
    if (call.children.size() < 2) return {};
    const QString flow = steps.text(call.children[0]);
    const QString key = steps.text(call.children[1]);
    const QString title = sheet.flowTitle(flow).isEmpty() ? flow : sheet.flowTitle(flow);
    const bool known = !sheet.sample().links.value(flow).value(key).isEmpty();
    //: %1 is a sync that makes records for this one
    return known ? say("linked by %1").arg(inQuotes(title))
                 : say("found or made by %1 during the run").arg(inQuotes(title));
}

/// The fields that a formula reads with their values: "Close date: 12 Mar 2026".
QStringList readFacts(const Steps& steps, const formula::Ast& ast, const RuleScope& scope)
{
    constexpr qsizetype kNamed = 3;
    QStringList facts;
    for (int i = 0; i < int(ast.nodes().size()) && facts.size() < kNamed; ++i) {
        const formula::Node& node = ast.node(i);
        if (node.kind != formula::NodeKind::Reference) continue;
        const formula::TraceStep* step = steps.of(i);
        if (!step || step->fault) continue;
        const QString fact =
            //: a field and its value in the sample
            say("%1: %2").arg(formula::displayedPath(node.path, scope.scope()).toHtmlEscaped(),
                              valueText(node.path.dotted(), step->value, QLocale()).toHtmlEscaped());
        if (!facts.contains(fact)) facts += fact;
    }
    return facts;
}

QStringList storyFacts(const Worksheet& sheet, const QString& target, const QString& formula)
{
    const formula::Parsed ast = formula::parse(formula);
    if (!ast) return {};
    if (ast->references().isEmpty() && ast->firstArguments(u"ORG").isEmpty())
        return {say("The same for every record")};
    const RuleScope scope = sheet.scope(target);
    if (const formula::Node* node = onlyNode(ast); node && node->kind == formula::NodeKind::Reference)
        return {say("Taken from %1 as it is")
                    .arg(formula::displayedPath(node->path, scope.scope()).toHtmlEscaped())};
    const Result<mapping::Explanation> explanation = sheet.explain(target);
    if (!explanation) return {};
    const Steps steps(*ast, explanation->steps);
    QStringList facts;
    for (const formula::Node& node : ast->nodes()) {
        if (node.kind != formula::NodeKind::Call) continue;
        QString fact;
        if (node.text == u"LOOKUP"_s) fact = lookupFact(sheet, steps, node);
        if (node.text == u"LINKED"_s) fact = linkedFact(sheet, steps, node);
        if (!fact.isEmpty()) facts += fact;
    }
    return facts.isEmpty() ? readFacts(steps, *ast, scope) : facts;
}

/// What is wrong, without the point: more may follow.
QString sentenceOf(const Error& error)
{
    QString words = wording::sentenceFor(error).what;
    while (words.endsWith(u'.'))
        words.chop(1);
    return words;
}

QString emptyFact(model::WhenEmpty whenEmpty)
{
    switch (whenEmpty) {
    case model::WhenEmpty::Leave:
        return say("Empty for this record: the field is left as it is");
    case model::WhenEmpty::Clear:
        return say("Empty for this record: the field is emptied");
    case model::WhenEmpty::Hold:
        return say("Empty for this record: it is held for you");
    }
    return {};
}

RuleStory unmappedStory(const Worksheet& sheet, const mapping::TreeNode& node)
{
    if (node.readOnly) return {Tone::Muted, say("The other system fills this field itself.").toHtmlEscaped()};
    if (sheet.isMissing(node.key))
        return {Tone::Warn, say("This field must have a value. Drag a field here, press M to choose one, or "
                                "type a formula.")
                                .toHtmlEscaped()};
    return {Tone::Muted,
            say("Not mapped. Drag a field here, press M to choose one, or type a formula.").toHtmlEscaped()};
}

} // namespace

QString findingInWords(const formula::Finding& finding)
{
    if (finding.code == u"target.may-fail"_s) return say("May fail for some records, which are held then");
    if (finding.code == u"target.may-be-blank"_s) return say("May be empty for some records");
    const Error error = formula::toError(finding, {});
    // The only fix that is a question offers the name that was probably meant.
    const QString offered = wording::sentenceFor(error).fix;
    return offered.endsWith(u'?') ? sentenceOf(error) + u". "_s + offered : sentenceOf(error);
}

QString faultInWords(const formula::Fault& fault)
{
    return sentenceOf(errorOf(ErrorKind::RowRejected, fault.code, {}, fault.facts));
}

QString whenEmptyInWords(model::WhenEmpty whenEmpty)
{
    switch (whenEmpty) {
    case model::WhenEmpty::Leave:
        return say("leave as it is");
    case model::WhenEmpty::Clear:
        return say("empty the field");
    case model::WhenEmpty::Hold:
        return say("hold the record");
    }
    return {};
}

QString editInWords(const Edit& edit, const Worksheet& sheet)
{
    const auto source = [&](int i) { return sourceWords(sheet, edit.facts.value(i)); };
    const auto target = [&](int i) { return targetWords(sheet, edit.facts.value(i)); };
    const auto count = [&](int i) { return edit.facts.value(i).toInt(); };
    switch (edit.kind) {
    case Edit::Kind::Map:
        //: names of steps for Undo and Redo; %1 and %2 are fields
        return say("map %1 to %2").arg(source(0), target(1));
    case Edit::Kind::Combine:
        return say("add %1 to %2").arg(source(0), target(1));
    case Edit::Kind::Formula:
        return say("formula of %1").arg(target(0));
    case Edit::Kind::Each:
        return say("lines of %1").arg(target(0));
    case Edit::Kind::Group:
        return say("rows into one document");
    case Edit::Kind::WhenEmpty:
        return say("when %1 is empty").arg(target(0));
    case Edit::Kind::Note:
        return say("note on %1").arg(target(0));
    case Edit::Kind::Remove:
        return count(1) > 1 ? say("remove %Ln rules", nullptr, count(1))
                            : say("remove the rule of %1").arg(target(0));
    case Edit::Kind::Pair:
        return say("pair %1 with %2").arg(source(0), target(1));
    case Edit::Kind::Suggestions:
        return say("%Ln suggestions", nullptr, count(0));
    case Edit::Kind::Paste:
        return say("paste %Ln rules", nullptr, count(0));
    case Edit::Kind::Move: // a third fact says that both are fields of the source
        return edit.facts.size() > 2 ? say("use %2 in place of %1").arg(source(0), source(1))
                                     : say("move %1 to %2").arg(target(0), target(1));
    case Edit::Kind::Restore:
        return say("go back to version %1").arg(edit.facts.value(0));
    }
    return {};
}

QString liveText(const mapping::TreeNode& node, const mapping::LiveValue* live)
{
    if (!live) return {};
    if (live->fault) return formula::faultText(live->fault->kind);
    if (live->lines >= 0) return say("%Ln lines", "items of a list", live->lines);
    if (live->value.isBlank() || (live->value.text() && live->value.text()->isEmpty())) return {};
    if (live->value.record()) return {};
    return valueText(node.name, live->value, QLocale());
}

QString ruleInWords(const Worksheet& sheet, const QString& target)
{
    const model::MappedField* rule = sheet.draft().rule(target);
    if (!rule) return {};
    if (!rule->each.isEmpty()) {
        const formula::Parsed each = formula::parse(rule->each);
        const formula::Node* node = onlyNode(each);
        if (node && node->kind == formula::NodeKind::Reference &&
            node->path.what == formula::FieldPath::What::Self)
            return say("one line for the record itself");
        const RuleScope scope = sheet.scope(target);
        const QString list = node && node->kind == formula::NodeKind::Reference
                                 ? formula::displayedPath(node->path, scope.scope())
                                 : sheet.displayed(rule->each, target);
        //: %1 is a list of the source, such as Products
        return say("one line for each of %1").arg(list);
    }
    const formula::Parsed ast = formula::parse(rule->formula);
    if (const formula::Node* node = onlyNode(ast)) {
        if (node->kind == formula::NodeKind::Reference && node->path.what == formula::FieldPath::What::Field)
            return formula::displayedPath(node->path, sheet.scope(target).scope());
        const mapping::TreeNode* field = sheet.target(target);
        if (node->kind == formula::NodeKind::Text && field)
            //: a fixed value that every record gets
            return say("always “%1”").arg(valueText(field->name, model::Value(node->text), QLocale()));
    }
    return sheet.displayed(rule->formula, target);
}

QString sourcesInWords(const Worksheet& sheet, const QString& target)
{
    const model::MappedField* rule = sheet.draft().rule(target);
    if (!rule) return {};
    const formula::Parsed ast = formula::parse(rule->formula);
    const formula::Node* node = onlyNode(ast);
    if (!rule->each.isEmpty() || (node && node->kind == formula::NodeKind::Text))
        return ruleInWords(sheet, target);
    if (node && node->kind == formula::NodeKind::Number)
        //: a fixed number that every record gets
        return say("always %1").arg(sheet.displayed(rule->formula, target).mid(1));
    QStringList labels;
    for (const mapping::Wire& wire : sheet.content()->wiring.wires) {
        const QString label = wire.target == target ? sourceWords(sheet, wire.source) : QString();
        if (!label.isEmpty() && !labels.contains(label)) labels += label;
    }
    //: of a formula that reads no field, such as =TODAY()
    return labels.isEmpty() ? say("no field") : labels.join(u", "_s);
}

QString formulaInWords(const Worksheet& sheet, const QString& target)
{
    const model::MappedField* rule = sheet.draft().rule(target);
    if (!rule) return {};
    if (rule->each.isEmpty()) return sheet.displayed(rule->formula, target);
    QStringList words;
    if (!rule->filter.isEmpty())
        words += say("only where %1").arg(sheet.displayed(rule->filter, target, mapping::RulePart::Filter));
    if (!rule->sort.isEmpty())
        words += say("sorted by %1").arg(sheet.displayed(rule->sort, target, mapping::RulePart::Sort));
    return words.join(u"; "_s);
}

bool isPlainRule(const model::MappedField& rule)
{
    const formula::Parsed ast = formula::parse(rule.formula);
    const formula::Node* node = onlyNode(ast);
    using Kind = formula::NodeKind;
    return node && (node->kind == Kind::Reference || node->kind == Kind::Text || node->kind == Kind::Number);
}

QString groupingInWords(const QStringList& keys, const QStringList& totals)
{
    const QString same = keys.join(u", "_s);
    return totals.isEmpty() ? say("Rows of the same %1 become one document.").arg(same)
                            //: %2 lists names with their formulas
                            : say("Rows of the same %1 become one document, with the totals %2.")
                                  .arg(same, totals.join(u"; "_s));
}

QStringList errorsInWords(const QList<mapping::RuleFinding>& findings)
{
    QStringList errors;
    for (const mapping::RuleFinding& found : findings) {
        const QString words = found.finding.severity == formula::Finding::Severity::Error
                                  ? findingInWords(found.finding)
                                  : QString();
        if (!words.isEmpty() && !errors.contains(words)) errors += words;
    }
    return errors;
}

RuleStory ruleStory(const Worksheet& sheet, const QString& target)
{
    const mapping::TreeNode* node = sheet.target(target);
    if (!node) return {};
    if (node->ghost)
        return {Tone::Bad, say("The other system does not know this field any more. Move its rule to another "
                               "field, or remove it.")
                               .toHtmlEscaped()};
    const QList<mapping::RuleFinding> findings = sheet.findings(target);
    if (const QStringList errors = errorsInWords(findings); !errors.isEmpty()) {
        const int more = int(errors.size() - kMostErrors);
        const QString told = errors.mid(0, kMostErrors).join(u" · "_s).toHtmlEscaped();
        return {Tone::Bad, more > 0 ? say("%1 (and %Ln more)", nullptr, more).arg(told) : told};
    }
    const model::MappedField* rule = sheet.draft().rule(target);
    if (!rule || (rule->formula.isEmpty() && rule->each.isEmpty())) return unmappedStory(sheet, *node);
    const mapping::LiveValue* live = sheet.value(target);
    if (live && live->fault) {
        QString text = faultInWords(*live->fault).toHtmlEscaped();
        if (live->fault->code.startsWith(u"lookup."_s) && !live->fault->facts.isEmpty())
            text += u" · "_s + link(live->fault->facts.first());
        return {Tone::Bad, text};
    }
    QStringList facts;
    if (!rule->each.isEmpty()) {
        const QString words = ruleInWords(sheet, target);
        facts += words.left(1).toUpper().toHtmlEscaped() + words.mid(1).toHtmlEscaped();
        if (!rule->filter.isEmpty()) facts += say("only some, by a condition");
        if (!rule->sort.isEmpty()) facts += say("sorted");
    } else if (live && liveText(*node, live).isEmpty() && !sheet.sample().record.isNull()) {
        facts += emptyFact(rule->whenEmpty);
    } else {
        facts += storyFacts(sheet, target, rule->formula);
    }
    const int lines = sheet.linesAround(target);
    if (lines >= 0) facts += say("used on %Ln lines", nullptr, lines);
    for (const mapping::RuleFinding& warning : findings)
        facts += shapeOf(Tone::Warn) + findingInWords(warning.finding).toHtmlEscaped();
    const RuleStory story{Tone::Muted, facts.join(u" · "_s)};
    return story;
}

} // namespace tieout::gui
