#include "gui/mapping/changewords.h"

#include "formula/display.h"
#include "gui/mapping/rulescope.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"
#include "mapping/edit/mappingdraft.h"
#include "mapping/edit/targetkey.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {

using mapping::DocumentChange;
using mapping::DocumentPart;
using mapping::TargetKey;
using Kind = DocumentChange::Kind;

namespace {

const model::Field* memberOf(const QList<model::Field>& fields, const QString& name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&name](const model::Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString whenEmptyWords(const QString& stored)
{
    if (stored == "hold"_L1) return say("hold the record");
    if (stored == "clear"_L1) return say("empty the field");
    return say("leave the field as it is");
}

struct Wording {
    DocumentPart part;
    const char* words;
};

constexpr Wording kChanged[] = {
    {DocumentPart::Formula, QT_TR_NOOP("Formula changed")},
    {DocumentPart::WhenEmpty, QT_TR_NOOP("When it is empty")},
    {DocumentPart::Each, QT_TR_NOOP("Its lines come from")},
    {DocumentPart::Filter, QT_TR_NOOP("Which lines count")},
    {DocumentPart::Sort, QT_TR_NOOP("Order of the lines")},
    {DocumentPart::Note, QT_TR_NOOP("Note changed")},
    {DocumentPart::Target, QT_TR_NOOP("Moved to another field")},
    {DocumentPart::Order, QT_TR_NOOP("Stands after another field")},
    {DocumentPart::From, QT_TR_NOOP("Reads something else")},
    {DocumentPart::To, QT_TR_NOOP("Writes something else")},
    {DocumentPart::Group, QT_TR_NOOP("How rows become one document")},
    {DocumentPart::Other, QT_TR_NOOP("Something a newer Tieout uses")},
};

QString whatOf(const DocumentChange& change)
{
    if (change.kind == Kind::Added) return say("New");
    if (change.kind == Kind::Removed) return say("Removed");
    const auto known = std::find_if(std::begin(kChanged), std::end(kChanged),
                                    [&change](const Wording& each) { return each.part == change.part; });
    return known == std::end(kChanged) ? QString() : say(known->words);
}

Tone toneOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Tone::Ok;
    case Kind::Removed:
        return Tone::Bad;
    case Kind::Moved:
        return Tone::Muted;
    case Kind::Changed:
        break;
    }
    return Tone::Accent;
}

} // namespace

ChangeWords::ChangeWords()
    : m_before(std::make_unique<mapping::MappingDraft>())
    , m_after(std::make_unique<mapping::MappingDraft>())
{
}

ChangeWords::~ChangeWords() = default;

void ChangeWords::setSchemas(model::ObjectSchema source, model::ObjectSchema target)
{
    m_source = std::move(source);
    m_target = std::move(target);
}

void ChangeWords::setDocuments(const model::MappingDocument& before, const model::MappingDocument& after)
{
    m_before->open(before);
    m_after->open(after);
}

QString ChangeWords::field(const QString& targetKey) const
{
    if (targetKey.isEmpty()) return gui::say("The whole mapping");
    QStringList words;
    const QList<model::Field>* level = &m_target.fields;
    for (const QString& part : TargetKey::parts(targetKey)) {
        const QString name = TargetKey::fieldPath(part);
        const model::Field* known = level ? memberOf(*level, name) : nullptr;
        QString word = known && !known->label.isEmpty() ? known->label : fieldName(name);
        if (const int branch = TargetKey::branch(part); branch > 0)
            word += u' ' + m_locale.toString(branch + 1);
        words += word;
        level = known ? &known->fields : nullptr;
    }
    return words.join(u" › "_s);
}

QString ChangeWords::formula(const QString& stored, const DocumentChange& change, Side side) const
{
    if (stored.isEmpty() || m_source.fields.isEmpty()) return stored;
    const bool before = side == Side::Before;
    const QString key = before && change.part == DocumentPart::Target ? change.before : change.target;
    const bool ofItems = change.part == DocumentPart::Filter || change.part == DocumentPart::Sort;
    const RuleScope scope(before ? *m_before : *m_after, m_source, key,
                          ofItems ? mapping::RulePart::Filter : mapping::RulePart::Formula);
    formula::DisplayStyle style;
    const QString point = m_locale.decimalPoint();
    style.notation = formula::notationFor(point.isEmpty() ? QChar(u'.') : point.front());
    style.scope = scope.scope();
    return formula::toDisplay(stored, style).text();
}

QString ChangeWords::grouping(const DocumentChange& change, Side side) const
{
    const auto& group = (side == Side::Before ? *m_before : *m_after).document().group;
    if (!group) return gui::say("Each record becomes a document.");
    QStringList keys, totals;
    for (const QString& key : group->keys) {
        const model::Field* field = memberOf(m_source.fields, key);
        keys += field && !field->label.isEmpty() ? field->label : fieldName(key);
    }
    for (const model::Grouping::Aggregate& total : group->aggregates)
        totals += total.name + u' ' + formula(total.formula, change, side);
    return groupingInWords(keys, totals);
}

QString ChangeWords::content(const DocumentChange& change, Side side) const
{
    const QString& text = side == Side::Before ? change.before : change.after;
    switch (change.part) {
    case DocumentPart::Rule:
    case DocumentPart::Formula:
    case DocumentPart::Each:
    case DocumentPart::Filter:
    case DocumentPart::Sort:
        return formula(text, change, side);
    case DocumentPart::WhenEmpty:
        return whenEmptyWords(text);
    case DocumentPart::Target:
        return field(text);
    case DocumentPart::Order:
        return text.isEmpty() ? gui::say("first") : field(text);
    case DocumentPart::Group:
        return grouping(change, side);
    case DocumentPart::Other: // nothing that people read
        return {};
    default:
        return text;
    }
}

ChangeWords::Line ChangeWords::line(const DocumentChange& change) const
{
    Line line;
    line.field = field(change.target);
    line.what = whatOf(change);
    if (!change.member.isEmpty()) line.what += u" ("_s + change.member + u')';
    line.tone = toneOf(change.kind);
    if (change.kind != Kind::Added) line.before = content(change, Side::Before);
    if (change.kind != Kind::Removed) line.after = content(change, Side::After);
    return line;
}

} // namespace tieout::gui
