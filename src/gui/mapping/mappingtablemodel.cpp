#include "gui/mapping/mappingtablemodel.h"

#include "gui/mapping/canvas/canvaswords.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using Show = MappingCanvas::Show;

namespace {

/// For a narrow column; what it stands for is in the tooltip and when it is edited.
QString whenEmptyInShort(model::WhenEmpty whenEmpty)
{
    switch (whenEmpty) {
    case model::WhenEmpty::Leave:
        //: in a narrow column, of a field whose source is empty: it is left as it is
        return say("leave");
    case model::WhenEmpty::Clear:
        //: in a narrow column, of a field whose source is empty: it is emptied
        return say("empty it");
    case model::WhenEmpty::Hold:
        //: in a narrow column, of a field whose source is empty: the record is held
        return say("hold");
    }
    return {};
}

} // namespace

MappingTableModel::MappingTableModel(Worksheet& sheet, QObject* parent)
    : QAbstractTableModel(parent)
    , m_sheet(sheet)
{
    m_keys = visibleKeys();
    connect(&m_sheet, &Worksheet::refreshed, this, &MappingTableModel::refresh);
}

void MappingTableModel::setShow(Show show)
{
    m_show = show;
    refresh();
}

void MappingTableModel::setSearch(Side side, const QString& text)
{
    (side == Side::Source ? m_sourceSearch : m_targetSearch) = text.trimmed();
    refresh();
}

void MappingTableModel::refresh()
{
    const QStringList keys = visibleKeys();
    if (keys == m_keys) {
        if (!keys.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(int(keys.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

QStringList MappingTableModel::visibleKeys() const
{
    const auto& nodes = m_sheet.content()->target.nodes();
    std::vector<bool> shown(nodes.size(), false);
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (!fits(nodes[i]) || !found(nodes[i])) continue;
        shown[i] = true;
        for (int up = nodes[i].parent; up >= 0 && !shown[size_t(up)]; up = nodes[size_t(up)].parent)
            shown[size_t(up)] = true;
    }
    QStringList keys;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (shown[i]) keys += nodes[i].key;
    }
    return keys;
}

bool MappingTableModel::fits(const mapping::TreeNode& node) const
{
    const bool mapped = m_sheet.draft().rule(node.key);
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Unmapped:
        return !mapped && !node.readOnly && (!node.isGroup() || node.isList());
    case Show::Required:
        return node.required || m_sheet.isMissing(node.key);
    case Show::Problems:
        return m_sheet.hasProblem(node.key) || m_sheet.isMissing(node.key);
    }
    return true;
}

bool MappingTableModel::found(const mapping::TreeNode& node) const
{
    const auto holds = [](const QString& text, const QString& wanted) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    if (!m_targetSearch.isEmpty() && !holds(node.label, m_targetSearch) && !holds(node.name, m_targetSearch))
        return false;
    return m_sourceSearch.isEmpty() || holds(sourcesInWords(m_sheet, node.key), m_sourceSearch) ||
           holds(formulaInWords(m_sheet, node.key), m_sourceSearch);
}

int MappingTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int MappingTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MappingTableModel::sampleIn(const Worksheet& sheet, const QString& target)
{
    constexpr qsizetype kNamed = 3;
    QStringList texts;
    const CanvasContent& content = *sheet.content();
    for (const mapping::Wire& wire : content.wiring.wires) {
        if (wire.target != target || texts.size() >= kNamed) continue;
        const mapping::TreeNode* node = content.source.find(wire.source);
        const auto live = content.values.source.constFind(wire.source);
        if (!node || live == content.values.source.constEnd()) continue;
        const QString text = liveText(*node, &*live);
        texts += text.isEmpty() ? tr("(empty)") : text;
    }
    return texts.join(u" · "_s);
}

QString MappingTableModel::sampleOut(const Worksheet& sheet, const mapping::TreeNode& node)
{
    const model::MappedField* rule = sheet.draft().rule(node.key);
    if (!rule || (rule->formula.isEmpty() && rule->each.isEmpty())) return {};
    const mapping::LiveValue* live = sheet.value(node.key);
    if (!live) return {};
    const QString text = liveText(node, live);
    return text.isEmpty() ? tr("(empty)") : text;
}

QString MappingTableModel::problem(const Worksheet& sheet, const mapping::TreeNode& node, Tone& tone)
{
    tone = Tone::Plain;
    if (sheet.isMissing(node.key)) {
        tone = Tone::Warn;
        return tr("must have a value");
    }
    if (node.ghost) {
        tone = Tone::Bad;
        return tr("not known any more");
    }
    const QList<mapping::RuleFinding> findings = sheet.findings(node.key);
    using Severity = formula::Finding::Severity;
    const bool error = !findings.isEmpty() && findings.first().finding.severity == Severity::Error;
    const mapping::LiveValue* live = sheet.value(node.key);
    if (!error && live && live->fault) {
        tone = Tone::Bad;
        return faultInWords(*live->fault);
    }
    if (findings.isEmpty()) return {};
    tone = error ? Tone::Bad : Tone::Warn;
    const QString first = findingInWords(findings.first().finding);
    const int more = error ? int(errorsInWords(findings).size()) - 1 : 0;
    //: %1 is what is wrong with a rule; the others are in the tooltip
    return more > 0 ? tr("%1 (and %Ln more)", nullptr, more).arg(first) : first;
}

QString MappingTableModel::text(const mapping::TreeNode& node, int column) const
{
    const model::MappedField* rule = m_sheet.draft().rule(node.key);
    const bool mapped = rule && (!rule->formula.isEmpty() || !rule->each.isEmpty());
    Tone tone = Tone::Plain;
    switch (column) {
    case Target:
        return node.required ? node.label + u" *"_s : node.label;
    case From:
        return mapped                             ? sourcesInWords(m_sheet, node.key)
               : node.isGroup() && !node.isList() ? QString()
               : node.readOnly                    ? tr("filled by the other system")
                                                  : tr("not mapped");
    case Formula: // a field or a fixed value as it is has none
        return mapped && !isPlainRule(*rule) ? formulaInWords(m_sheet, node.key) : QString();
    case SampleIn:
        return sampleIn(m_sheet, node.key);
    case SampleOut:
        return sampleOut(m_sheet, node);
    case WhenEmpty:
        return mapped ? whenEmptyInWords(rule->whenEmpty) : QString();
    case Note:
        return rule ? rule->note : QString();
    case Problem: {
        const QString words = problem(m_sheet, node, tone);
        return words.isEmpty() ? words : shapeOf(tone) + words; // never by colour alone
    }
    default:
        return {};
    }
}

QString MappingTableModel::spoken(const mapping::TreeNode& node, int column) const
{
    if (column != Target)
        return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + text(node, column);
    QStringList parts{m_sheet.targetWords(node.key)};
    if (node.required) parts += tr("required");
    if (node.isList()) parts += tr("list");
    if (node.ghost) parts += tr("not known any more");
    const QString from = text(node, From);
    if (!from.isEmpty()) parts += tr("from: %1").arg(from);
    const model::MappedField* rule = m_sheet.draft().rule(node.key);
    const QString formula = text(node, Formula);
    if (!formula.isEmpty()) parts += tr("formula: %1").arg(formula);
    if (rule && !rule->note.isEmpty()) parts += tr("has a note: %1").arg(rule->note);
    Tone tone = Tone::Plain;
    const QString wrong = problem(m_sheet, node, tone);
    if (!wrong.isEmpty()) parts += tr("problem: %1").arg(wrong);
    return parts.join(u", "_s);
}

QString MappingTableModel::toolTip(const mapping::TreeNode& node, int column) const
{
    const model::MappedField* rule = m_sheet.draft().rule(node.key);
    if (column == Target && rule && !rule->note.isEmpty())
        return asToolTip(node.name + u'\n' + tr("Note: %1").arg(folded(rule->note)));
    if (column == Target) return node.name;
    const QStringList errors = column == Problem ? errorsInWords(m_sheet.findings(node.key)) : QStringList();
    return errors.size() > 1 ? asToolTip(shapeOf(Tone::Bad) + errors.join(u'\n' + shapeOf(Tone::Bad)))
                             : text(node, column);
}

QVariant MappingTableModel::data(const QModelIndex& index, int role) const
{
    const mapping::TreeNode* node = m_sheet.content()->target.find(key(index.row()));
    if (!node) return {};
    const int column = index.column();
    const model::MappedField* rule = m_sheet.draft().rule(node->key);
    const bool mapped = rule && (!rule->formula.isEmpty() || !rule->each.isEmpty());
    Tone tone = Tone::Plain;
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhenEmpty) return mapped ? whenEmptyInShort(rule->whenEmpty) : QString();
        return text(*node, column).replace(u'\n', u' ');
    case Qt::EditRole:
        if (column != Formula) return text(*node, column);
        return !rule ? QString() : rule->each.isEmpty() ? rule->formula : rule->each;
    case Qt::ToolTipRole:
        return toolTip(*node, column);
    case Qt::AccessibleTextRole:
        return spoken(*node, column);
    case Qt::TextAlignmentRole: {
        using Type = model::FieldType;
        const bool amount = node->type == Type::Money || node->type == Type::Number;
        return (column == SampleIn || column == SampleOut) && amount ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                     : QVariant();
    }
    case FigureRole:
        return column == SampleOut || column == SampleIn;
    case StrongRole:
        return column == Target && node->isGroup();
    case IndentRole:
        return column == Target ? node->depth : 0;
    case QuietRole:
        return column == SampleIn || column == WhenEmpty || column == Note || (column == From && !mapped);
    case ToneRole:
        if (column != Problem) return {};
        static_cast<void>(problem(m_sheet, *node, tone));
        return tone == Tone::Plain ? QVariant() : QVariant(int(tone));
    default:
        return {};
    }
}

QVariant MappingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Target: {
        const QString title = m_sheet.bench().target.schema.label;
        return title.isEmpty() ? tr("Field") : tr("Field of %1").arg(title);
    }
    case From:
        return tr("Comes from");
    case Formula:
        return tr("Formula");
    case SampleIn:
        return tr("Sample in");
    case SampleOut:
        return tr("Sample out");
    case WhenEmpty:
        return tr("When empty");
    case Note:
        return tr("Note");
    case Problem:
        return tr("Problem");
    default:
        return {};
    }
}

Qt::ItemFlags MappingTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const mapping::TreeNode* node = m_sheet.content()->target.find(key(index.row()));
    if (!node || m_sheet.isReadOnly() || node->readOnly) return flags;
    const model::MappedField* rule = m_sheet.draft().rule(node->key);
    const bool mapped = rule && (!rule->formula.isEmpty() || !rule->each.isEmpty());
    const bool fillable = node->isList() || !node->isGroup() || mapped;
    if (index.column() == Formula && fillable) flags |= Qt::ItemIsEditable;
    if (index.column() == Note && fillable) flags |= Qt::ItemIsEditable;
    if (index.column() == WhenEmpty && mapped) flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace tieout::gui
