#include "gui/mapping/canvas/canvaswords.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kChipLetters = 80;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MappingCanvas)
};

QString sentence(const QString& code, const QStringList& facts)
{
    return wording::sentenceFor(errorOf(ErrorKind::BadConfig, code, {}, facts)).title;
}

const mapping::LiveValue* valueOf(const CanvasContent& content, Side side, const QString& key)
{
    const auto& values = side == Side::Source ? content.values.source : content.values.target;
    const auto found = values.constFind(key);
    return found == values.constEnd() ? nullptr : &*found;
}

QString sampleText(const mapping::TreeNode& node, const mapping::LiveValue& live, const QLocale& locale)
{
    if (live.lines >= 0) return Words::tr("%Ln lines", "items of a list", live.lines);
    if (node.isGroup()) return {};
    return oneLine(valueText(node.name, live.value, locale));
}

/// Of one target; "" when the sample went through.
QString faultText(const mapping::LiveValue& live)
{
    if (!live.fault) return {};
    const QString words =
        live.fault->code.isEmpty() ? QString() : sentence(live.fault->code, live.fault->facts);
    return words.isEmpty() ? formula::faultText(live.fault->kind) : words;
}

QString noteOn(const CanvasContent& content, Side side, const QString& key)
{
    constexpr int kMostLetters = 600;
    return side == Side::Target ? oneLine(content.wiring.notes.value(key), kMostLetters) : QString();
}

const formula::Finding* worstFinding(const CanvasContent& content, const QString& target)
{
    const int chip = content.wiring.chipOf.value(target, -1);
    if (chip < 0) return nullptr;
    const formula::Finding* worst = nullptr;
    for (const mapping::RuleFinding& found : content.wiring.chips[chip].findings) {
        if (!worst || found.finding.severity < worst->severity) worst = &found.finding;
    }
    return worst;
}

QStringList groupErrors(const CanvasContent& content)
{
    QStringList errors;
    for (const mapping::RuleFinding& found : content.wiring.group)
        if (found.finding.severity == formula::Finding::Severity::Error)
            errors += sentence(found.finding.code, found.finding.facts);
    return errors;
}

RowLook sourceLook(const CanvasContent& content, const mapping::TreeNode& node, const RowFacts& facts,
                   const QLocale& locale)
{
    RowLook look;
    look.label = oneLine(node.label);
    look.ghost = node.ghost;
    if (node.ghost) {
        look.value = shapeOf(Tone::Bad) + Words::tr("no longer there");
        look.valueTone = Tone::Bad;
        look.mark = RowLook::Mark::Problem;
    } else if (const mapping::LiveValue* live = valueOf(content, Side::Source, node.key)) {
        look.value = sampleText(node, *live, locale);
    }
    if (facts.problemInside) look.mark = RowLook::Mark::Problem;
    return look;
}

void setUnmappedValue(RowLook& look, const mapping::TreeNode& node, const RowFacts& facts)
{
    if (facts.missing) {
        look.value = Words::tr("choose…");
        look.valueTone = Tone::Warn;
        look.mark = RowLook::Mark::Amber;
    } else if (facts.incomplete) {
        look.value = Words::tr("incomplete");
        look.valueTone = Tone::Warn;
        look.mark = RowLook::Mark::Amber;
    } else if (node.readOnly) {
        look.value = Words::tr("filled by itself");
    } else if (!node.isGroup()) {
        look.value = Words::tr("not mapped");
    }
}

RowLook targetLook(const CanvasContent& content, const mapping::TreeNode& node, const RowFacts& facts,
                   const QLocale& locale)
{
    RowLook look;
    look.label = oneLine(node.label);
    look.ghost = node.ghost;
    look.required = node.required;
    look.note = content.wiring.notes.contains(node.key);
    const QString problem = problemAt(content, node.key);
    const mapping::LiveValue* live = valueOf(content, Side::Target, node.key);
    if (node.ghost) {
        look.value = shapeOf(Tone::Bad) + Words::tr("no longer there");
        look.valueTone = Tone::Bad;
        look.mark = RowLook::Mark::Problem;
    } else if (!facts.mapped || (facts.incomplete && problem.isEmpty())) {
        setUnmappedValue(look, node, facts);
        if (live && live->lines >= 0 && !facts.missing)
            look.value =
                sampleText(node, *live, locale) + (facts.incomplete ? Words::tr(", incomplete") : QString());
    } else if (!problem.isEmpty()) {
        look.value = shapeOf(Tone::Bad) + (live && live->fault ? faultText(*live) : problem);
        look.valueTone = Tone::Bad;
        look.mark = RowLook::Mark::Problem;
    } else if (live) {
        look.value = sampleText(node, *live, locale);
        look.valueTone = live->value.isBlank() && live->lines < 0 ? Tone::Muted : Tone::Plain;
    }
    if (!problem.isEmpty()) look.mark = RowLook::Mark::Problem;
    if (facts.problemInside)
        look.mark = RowLook::Mark::Problem;
    else if (facts.missingInside && look.mark == RowLook::Mark::None)
        look.mark = RowLook::Mark::Amber;
    return look;
}

/// As the field shows it: "Draft", not "DRAFT".
QString constantText(const CanvasContent& content, const mapping::Chip& chip)
{
    const mapping::TreeNode* node = content.target.find(chip.target);
    return oneLine(valueText(node ? node->name : QString(), model::Value(chip.fact), QLocale()),
                   kChipLetters);
}

/// "+ Account.Terms" with the field's label: "+ Payment terms".
QString arithmeticText(const CanvasContent& content, const mapping::Chip& chip)
{
    const QString sign = chip.fact.section(u' ', 0, 0);
    QString path = chip.fact.section(u' ', 1);
    while (path.startsWith(u'.'))
        path.remove(0, 1);
    for (const mapping::Wire& wire : content.wiring.wires) {
        if (wire.target != chip.target || (wire.source != path && !wire.source.endsWith(u'.' + path)))
            continue;
        if (const mapping::TreeNode* node = content.source.find(wire.source)) path = node->label;
        break;
    }
    return path.isEmpty() ? sign : sign + u' ' + oneLine(path, kChipLetters);
}

QStringList linked(const CanvasContent& content, Side side, const QString& key)
{
    QStringList names;
    for (const mapping::Wire& wire : content.wiring.wires) {
        if ((side == Side::Source ? wire.source : wire.target) != key) continue;
        const QString name =
            side == Side::Source ? content.target.words(wire.target) : content.source.words(wire.source);
        if (!names.contains(name)) names += name;
    }
    return names;
}

} // namespace

QString chipText(const CanvasContent& content, const mapping::Chip& chip)
{
    using Gist = mapping::Chip::Gist;
    switch (chip.gist) {
    case Gist::None:
        return {};
    case Gist::Constant:
        return u"= "_s + constantText(content, chip);
    case Gist::Lookup:
        return chip.fact.isEmpty() ? Words::tr("lookup") : oneLine(chip.fact, kChipLetters);
    case Gist::Linked:
        return chip.fact.isEmpty() ? Words::tr("linked")
                                   : oneLine(content.syncTitles.value(chip.fact, chip.fact), kChipLetters);
    case Gist::Round:
        return u"ROUND "_s + chip.fact;
    case Gist::Condition:
        return u"IF"_s;
    case Gist::IfEmpty:
        return Words::tr("IF empty");
    case Gist::Sum:
        return u"SUM"_s;
    case Gist::Text:
        return chip.fact == u"&"_s ? Words::tr("joined") : chip.fact;
    case Gist::Date:
        return chip.fact;
    case Gist::Function:
        return chip.fact.isEmpty() ? Words::tr("formula") : chip.fact;
    case Gist::Arithmetic:
        return arithmeticText(content, chip);
    case Gist::Each:
        return Words::tr("each line →");
    }
    return {};
}

QString oneLine(const QString& text, int most)
{
    QString line = text.left(most + 1);
    for (QChar& c : line) {
        const bool breaks = c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                            c == QChar::ParagraphSeparator;
        if (breaks) c = u' ';
    }
    if (line.size() > most) {
        line.truncate(line[most - 1].isHighSurrogate() ? most - 1 : most);
        line += u'…';
    }
    return line;
}

QString folded(const QString& text)
{
    constexpr qsizetype kWidth = 72;
    QStringList lines;
    for (QString line : text.split(u'\n')) {
        while (line.size() > kWidth) {
            const qsizetype blank = line.lastIndexOf(u' ', kWidth);
            if (blank <= 0) break;
            lines += line.left(blank);
            line.remove(0, blank + 1);
        }
        lines += line;
    }
    return lines.join(u'\n');
}

QString rowsChipText(const CanvasContent& content)
{
    const QString sign = groupErrors(content).isEmpty() ? QString() : shapeOf(Tone::Bad);
    return sign + Words::tr("rows → lines");
}

QString rowsTooltip(const CanvasContent& content)
{
    QStringList keys;
    for (const QString& key : content.groupKeys)
        keys += content.source.words(mapping::TargetKey::child({}, key));
    QStringList lines{Words::tr("Rows of the same %1 become one document").arg(keys.join(u", "_s))};
    for (const QString& error : groupErrors(content))
        lines += shapeOf(Tone::Bad) + error;
    return lines.join(u'\n');
}

QString bundleText(int wires)
{
    return Words::tr("%Ln fields", nullptr, wires);
}

QString stubText(const QString& label, int where, int wires)
{
    const QString sign = where < 0 ? u"↑ "_s : where > 0 ? u"↓ "_s : u"… "_s;
    const QString name = oneLine(label, kChipLetters);
    return wires > 1 ? u"%1%2 +%3"_s.arg(sign, name).arg(wires - 1) : sign + name;
}

RowLook rowLook(const CanvasContent& content, Side side, const mapping::TreeNode& node, const RowFacts& facts,
                const QLocale& locale)
{
    return side == Side::Source ? sourceLook(content, node, facts, locale)
                                : targetLook(content, node, facts, locale);
}

QString problemAt(const CanvasContent& content, const QString& target)
{
    const formula::Finding* worst = worstFinding(content, target);
    const bool isError = worst && worst->severity == formula::Finding::Severity::Error;
    if (isError) return sentence(worst->code, worst->facts);
    const mapping::LiveValue* live = valueOf(content, Side::Target, target);
    return live ? faultText(*live) : QString();
}

QString linkWords(const CanvasContent& content, Side side, const QString& key)
{
    const QStringList names = linked(content, side, key);
    if (side == Side::Source)
        return names.isEmpty() ? Words::tr("Not used") : Words::tr("Fills %1").arg(names.join(u", "_s));
    if (!names.isEmpty()) return Words::tr("Mapped from %1").arg(names.join(u", "_s));
    const int chip = content.wiring.chipOf.value(key, -1);
    if (chip < 0) return Words::tr("Not mapped");
    const QString how = chipText(content, content.wiring.chips[chip]);
    return how.isEmpty() ? Words::tr("Mapped") : Words::tr("Mapped: %1").arg(how);
}

QString tooltip(const CanvasContent& content, Side side, const mapping::TreeNode& node)
{
    QStringList lines{side == Side::Source ? content.source.words(node.key) : content.target.words(node.key)};
    lines += linkWords(content, side, node.key);
    const int chip = side == Side::Target ? content.wiring.chipOf.value(node.key, -1) : -1;
    if (chip >= 0) {
        for (const mapping::RuleFinding& found : content.wiring.chips[chip].findings)
            lines += shapeOf(found.finding.severity == formula::Finding::Severity::Error ? Tone::Bad
                                                                                         : Tone::Warn) +
                     sentence(found.finding.code, found.finding.facts);
    }
    if (const QString note = noteOn(content, side, node.key); !note.isEmpty())
        lines += Words::tr("Note: %1").arg(folded(note));
    if (node.ghost) lines += Words::tr("The other system does not have this field any more.");
    lines += Words::tr("Name in the system: %1").arg(node.name);
    return lines.join(u'\n');
}

QString asToolTip(const QString& text)
{
    return u"<p style='white-space:pre'>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString description(const CanvasContent& content, Side side, const mapping::TreeNode& node,
                    const RowFacts& facts)
{
    QStringList parts{linkWords(content, side, node.key)};
    if (node.required) parts += Words::tr("required");
    if (node.readOnly && side == Side::Target) parts += Words::tr("filled by the system itself");
    if (node.ghost) parts += Words::tr("no longer there");
    if (facts.incomplete) parts += Words::tr("incomplete");
    if (side == Side::Target) {
        if (const QString problem = problemAt(content, node.key); !problem.isEmpty()) parts += problem;
    }
    if (const QString note = noteOn(content, side, node.key); !note.isEmpty())
        parts += Words::tr("has a note: %1").arg(note);
    return parts.join(u"; "_s);
}

QString pickedUpHint(const CanvasContent& content, Side side, const QString& key)
{
    const mapping::FieldTree& tree = side == Side::Source ? content.source : content.target;
    const QString name =
        key.isEmpty() ? (side == Side::Source ? content.sourceTitle : content.targetTitle) : tree.words(key);
    return side == Side::Source ? Words::tr("Click where “%1” should go · Esc to leave it").arg(name)
                                : Words::tr("Click the field that fills “%1” · Esc to leave it").arg(name);
}

QString lackingHint(const CanvasContent& content, const QString& group)
{
    QStringList lacking;
    for (const QString& key : content.wiring.missing) {
        const mapping::TreeNode* missing = content.target.find(key);
        if (missing && mapping::TargetKey::parent(key) == group) lacking += missing->label;
    }
    const mapping::TreeNode* node = content.target.find(group);
    if (!node || lacking.isEmpty()) return {};
    return Words::tr("“%1” still needs: %2").arg(node->label, lacking.join(u", "_s));
}

QString movingHint(const CanvasContent& content, Side side, const QString& key)
{
    const mapping::FieldTree& tree = side == Side::Source ? content.source : content.target;
    return Words::tr("Click the field that takes the place of “%1” · Esc to leave it").arg(tree.words(key));
}

} // namespace tieout::gui
