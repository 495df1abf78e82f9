#include "gui/connections/entrydialog.h"

#include "gui/connections/fielddelegate.h"
#include "gui/widgets/words.h"
#include "model/plainrecord.h"
#include "wording/sentences.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

/// A star where a new record cannot do without.
QString labelOf(const model::Field& field, bool isNew)
{
    const QString label = field.label.isEmpty() ? fieldName(field.name) : field.label;
    return isNew && field.requiredOnCreate ? label + u" *"_s : label;
}

const model::Field* fieldNamed(const QList<model::Field>& fields, const QString& name)
{
    for (const auto& field : fields)
        if (field.name == name) return &field;
    return nullptr;
}

} // namespace

EntryDialog::EntryDialog(service::Workbench& workbench, model::Connection connection,
                         model::ObjectSchema schema, const model::RecordSample::Item* item, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_connection(std::move(connection))
    , m_schema(std::move(schema))
    , m_banner(new Banner)
    , m_tree(new QTreeWidget)
    , m_addLine(makeButton(u"small"_s, tr("Add a line")))
    , m_signIn(makeButton(u"small"_s, tr("Sign in again")))
    , m_write(new PrimaryButton(buttonText(tr("Write to %1").arg(m_connection.organisation))))
    , m_entry(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    setAttribute(Qt::WA_DeleteOnClose);
    if (item) m_targetId = item->id;
    setWindowTitle(item ? tr("Change: %1").arg(m_schema.label) : tr("New: %1").arg(m_schema.label));
    resize(640, 620);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    auto* band = new Card;
    band->setBand(m_connection.colour);
    auto* inside = new QVBoxLayout(band);
    inside->setContentsMargins(16, 10, 16, 10);
    inside->addWidget(makeLabel(u"strong"_s, connectionTitle(m_workbench.systems(), m_connection)));
    inside->addWidget(
        makeParagraph(u"small"_s, item ? tr("Only lines that you change are sent.")
                                       : tr("Fill in what you need; lines with * must be filled.")));
    layout->addWidget(band);
    layout->addWidget(m_banner);
    m_tree->setAccessibleName(tr("Fields"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Field"), tr("Value")});
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_tree->setItemDelegate(new FieldDelegate(m_tree));
    m_tree->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_tree->setTabKeyNavigation(true);
    m_tree->setAlternatingRowColors(true);
    layout->addWidget(m_tree, 1);
    addFields(m_tree->invisibleRootItem(), m_schema.fields, item ? item->record : model::Record());
    m_before = filledIn(m_tree->invisibleRootItem());
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton({}, tr("Cancel"));
    buttons->addWidget(m_addLine);
    m_signIn->hide();
    buttons->addWidget(m_signIn);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        Q_EMIT permissionAsked();
        reject();
    });
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_write);
    layout->addLayout(buttons);
    m_addLine->setEnabled(false);
    m_addLine->setVisible(
        std::any_of(m_schema.fields.cbegin(), m_schema.fields.cend(), [](const auto& field) {
            return field.type == model::FieldType::List && !field.fields.isEmpty();
        }));
    if (m_tree->topLevelItemCount() > 0) m_tree->setCurrentItem(m_tree->topLevelItem(0), ValueColumn);
    m_tree->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &EntryDialog::send);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* current) {
        m_addLine->setEnabled(current && current->data(NameColumn, FieldKindRole).toInt() ==
                                             int(model::FieldType::List));
    });
    connect(m_addLine, &QPushButton::clicked, this, [this] {
        QTreeWidgetItem* list = m_tree->currentItem();
        if (!list) return;
        if (const auto* field =
                fieldNamed(m_schema.fields, list->data(NameColumn, FieldNameRole).toString())) {
            list->setExpanded(true);
            m_tree->setCurrentItem(addListLine(list, *field, {})->child(0));
        }
    });
}

void EntryDialog::addFields(QTreeWidgetItem* parent, const QList<model::Field>& fields,
                            const model::Record& known)
{
    for (const auto& field : fields) {
        if (field.readOnly || (!m_targetId.isEmpty() && field.createOnly)) continue;
        const model::Value& value = known.value(field.name);
        if (field.type == model::FieldType::List) {
            addList(parent, field, value);
            continue;
        }
        auto* item = new QTreeWidgetItem(parent, {labelOf(field, m_targetId.isEmpty()), {}});
        item->setData(NameColumn, FieldNameRole, field.name);
        item->setData(NameColumn, FieldKindRole, int(field.type));
        item->setToolTip(NameColumn, field.name);
        if (field.type == model::FieldType::Record) {
            const auto* inner = value.record();
            addFields(item, field.fields, inner ? *inner : model::Record());
            continue;
        }
        item->setText(ValueColumn, value.toPlainText());
        item->setData(ValueColumn, HintRole, hintOf(field, locale()));
        item->setData(ValueColumn, ChoicesRole,
                      field.type == model::FieldType::Boolean ? QStringList{u"true"_s, u"false"_s}
                                                              : field.values);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
}

void EntryDialog::addList(QTreeWidgetItem* parent, const model::Field& field, const model::Value& known)
{
    if (field.fields.isEmpty()) return; // lists of plain words are not entered by hand
    auto* item = new QTreeWidgetItem(parent, {labelOf(field, m_targetId.isEmpty()), {}});
    item->setData(NameColumn, FieldNameRole, field.name);
    item->setData(NameColumn, FieldKindRole, int(model::FieldType::List));
    if (!known.list()) return;
    for (const auto& line : *known.list())
        if (const auto* record = line.record()) addListLine(item, field, *record);
}

QTreeWidgetItem* EntryDialog::addListLine(QTreeWidgetItem* list, const model::Field& field,
                                          const model::Record& known)
{
    auto* line = new QTreeWidgetItem(list, {tr("Line %1").arg(list->childCount() + 1), {}});
    line->setData(NameColumn, ListLineRole, true);
    addFields(line, field.fields, known);
    line->setExpanded(true);
    return line;
}

Json EntryDialog::filledIn(QTreeWidgetItem* parent) const
{
    Json object;
    for (int i = 0; i < parent->childCount(); ++i) {
        QTreeWidgetItem* item = parent->child(i);
        const QString name = item->data(NameColumn, FieldNameRole).toString();
        const auto kind = model::FieldType(item->data(NameColumn, FieldKindRole).toInt());
        if (kind == model::FieldType::List) {
            Json lines;
            for (int line = 0; line < item->childCount(); ++line)
                if (Json filled = filledIn(item->child(line)); !filled.isNull()) lines.append(filled);
            if (!lines.isNull()) object.set(name, lines);
        } else if (kind == model::FieldType::Record) {
            if (Json inner = filledIn(item); !inner.isNull()) object.set(name, inner);
        } else if (!item->text(ValueColumn).isEmpty()) {
            object.set(name, Json(item->text(ValueColumn)));
        }
    }
    return object;
}

/// Of a change: what differs from what was shown; emptied lines are null.
Json EntryDialog::changedOf(const Json& filled) const
{
    if (m_targetId.isEmpty()) return filled;
    Json changed;
    for (const auto& [name, value] : filled.toObject())
        if (!(m_before[name] == value)) changed.set(name, value);
    for (const auto& [name, value] : m_before.toObject())
        if (!filled.contains(name)) changed.set(name, Json());
    return changed;
}

void EntryDialog::send()
{
    m_tree->setCurrentItem(nullptr); // ends an edit under way
    const Json changed = changedOf(filledIn(m_tree->invisibleRootItem()));
    if (changed.isNull())
        return m_banner->showProblem(tr("Nothing was filled in."), tr("Fill in at least one line."));
    const auto plain = model::recordFromPlain(m_schema.fields, changed);
    if (!plain) return tell(plain.error());
    model::EntryRequest request;
    request.object = m_schema.name;
    request.kind = m_targetId.isEmpty() ? model::EntryKind::Create : model::EntryKind::Update;
    request.id = m_entry;
    model::EntryRow row;
    row.targetId = m_targetId;
    row.record = plain->record;
    row.clear = plain->clear;
    row.title = plain->record.shape()->size() > 0 ? plain->record.at(0).toPlainText() : m_schema.label;
    request.rows = {row};
    m_write->setEnabled(false);
    m_answers.ask(m_workbench.enter(m_connection.id, request),
                  [this](const Result<model::EntryReport>& report) { ended(report); });
}

void EntryDialog::ended(const Result<model::EntryReport>& report)
{
    using Ended = model::RowOutcome::State;
    if (!report) {
        m_write->setEnabled(true);
        return tell(report.error());
    }
    const model::RowOutcome& outcome = report->outcomes.first();
    if (outcome.state == Ended::Written && !report->run.fault) {
        Q_EMIT written(outcome.targetId);
        return accept();
    }
    // Only what was surely refused may be sent again from here; it is another entry then.
    const bool refused = outcome.state == Ended::Rejected;
    m_write->setEnabled(refused);
    if (refused) m_entry = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (outcome.state == Ended::Uncertain)
        return m_banner->showProblem(
            tr("It is not known whether this was written."),
            tr("Look in %1 before you enter it again.").arg(m_connection.organisation));
    tell(report->run.fault.value_or(outcome.error));
}

void EntryDialog::tell(const Error& error)
{
    const auto sentence = wording::sentenceFor(error);
    m_signIn->setVisible(error.code == "connection.permission-missing"_L1);
    m_banner->showProblem(sentence.what + (sentence.why.isEmpty() ? QString() : u' ' + sentence.why),
                          sentence.fix);
}

} // namespace tieout::gui
