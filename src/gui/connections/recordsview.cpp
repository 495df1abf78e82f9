#include "gui/connections/recordsview.h"

#include "gui/connections/entrydialog.h"
#include "gui/connections/filesdialog.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"
#include "model/attachedfile.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

constexpr int kShownRecords = 100;
constexpr int kMostColumns = 6;

bool isPlain(const model::Field& field)
{
    return field.type != model::FieldType::List && field.type != model::FieldType::Record;
}

/// The columns that tell most: plain fields with a value in some record; record numbers come last.
QList<model::Field> columnsOf(const model::RecordSample& sample)
{
    QList<model::Field> columns, ids;
    for (const auto& field : sample.schema.fields) {
        if (!isPlain(field)) continue;
        const bool filled =
            std::any_of(sample.items.cbegin(), sample.items.cend(),
                        [&field](const auto& item) { return !item.record.value(field.name).isBlank(); });
        if (!filled) continue;
        (field.type == model::FieldType::Id ? ids : columns) += field;
    }
    return (columns + ids).mid(0, kMostColumns);
}

/// Each column's share of the width, by its longest text.
QList<int> sharesOf(const QStandardItemModel& rows)
{
    constexpr int kLeast = 8;
    constexpr int kMost = 26;
    constexpr int kMargins = 3;
    QList<int> shares;
    for (int column = 0; column < rows.columnCount(); ++column) {
        qsizetype letters = rows.headerData(column, Qt::Horizontal).toString().size();
        for (int row = 0; row < rows.rowCount(); ++row)
            letters = std::max(letters, rows.index(row, column).data().toString().size());
        shares += -std::clamp(int(letters), kLeast, kMost) - kMargins;
    }
    return shares;
}

QString labelOf(const model::Field& field)
{
    return field.label.isEmpty() ? fieldName(field.name) : field.label;
}

QStandardItem* readOnlyItem(const QString& text, bool figure = false)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    if (figure) {
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setData(true, FigureRole);
    }
    return item;
}

/// All fields of a record, one a line; members of lists and records by their path.
void addFacts(QStandardItemModel& facts, const QList<model::Field>& fields, const model::Record& record,
              const QString& prefix, const QLocale& locale)
{
    for (const auto& field : fields) {
        const model::Value& value = record.value(field.name);
        if (value.isBlank()) continue;
        const QString label = prefix + labelOf(field);
        if (const auto* inner = value.record()) {
            addFacts(facts, field.fields, *inner, label + u" · "_s, locale);
        } else if (const auto* list = value.list()) {
            int number = 0;
            for (const auto& item : *list) {
                const QString line = u"%1 %2"_s.arg(label).arg(++number);
                if (const auto* entry = item.record())
                    addFacts(facts, field.fields, *entry, line + u" · "_s, locale);
                else
                    facts.appendRow({readOnlyItem(line), readOnlyItem(valueText(field.name, item, locale))});
            }
        } else {
            auto* name = readOnlyItem(label);
            name->setToolTip(field.name);
            facts.appendRow({name, readOnlyItem(valueText(field.name, value, locale))});
        }
    }
}

} // namespace

RecordsView::RecordsView(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeObjects());
    layout->addWidget(makeRecords(), 1);
}

QWidget* RecordsView::makeObjects()
{
    auto* card = new Card;
    card->setFixedWidth(260);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the kinds of records"));
    m_search->setClearButtonEnabled(true);
    m_objects = new QListWidget;
    m_objects->setAccessibleName(tr("Kinds of records"));
    m_objects->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_search);
    layout->addWidget(m_objects, 1);
    connect(m_search, &QLineEdit::textChanged, this, &RecordsView::narrow);
    connect(m_objects, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item) choose(item->data(Qt::UserRole).toString());
    });
    return card;
}

QWidget* RecordsView::makeRecords()
{
    m_stack = new QStackedWidget;
    m_stack->addWidget(new Skeleton(8));
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    m_heading = makeLabel(u"heading"_s, {});
    m_count = makeLabel(u"muted"_s, {});
    m_open = makeButton(u"small"_s, tr("Open in the system"));
    m_files = makeButton(u"small"_s, tr("Files…"));
    m_new = makeButton(u"small"_s, tr("New record…"));
    m_change = makeButton(u"small"_s, tr("Change…"));
    line->addWidget(m_heading);
    line->addWidget(m_count);
    line->addStretch(1);
    for (QPushButton* button : {m_open, m_files, m_change, m_new})
        line->addWidget(button);
    layout->addLayout(line);
    m_readOnly =
        makeParagraph(u"small"_s, tr("Read-only: to enter or change records here, let Tieout write to this "
                                     "connection on its card."));
    layout->addWidget(m_readOnly);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    m_records = new TableView(tr("Records"));
    m_rows = new QStandardItemModel(this);
    m_records->setModel(m_rows);
    m_details = new TableView(tr("All fields of the chosen record"));
    m_facts = new QStandardItemModel(0, 2, this);
    m_details->setModel(m_facts);
    m_details->setColumns({-2, -3});
    split->addWidget(m_records);
    split->addWidget(m_details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    layout->addWidget(split, 1);
    m_stack->addWidget(body);
    m_stack->addWidget(new EmptyState(u"empty"_s, tr("Nothing here yet"),
                                      tr("The system has no records of this kind, or the sign-in may not "
                                         "see them.")));
    m_stack->addWidget(makeNoPermission());
    connect(m_records, &TableView::rowChosen, this, &RecordsView::fillDetails);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const int row = m_records->currentIndex().row();
        if (row >= 0 && row < m_sample.items.size()) m_desk.openLink(QUrl(m_sample.items[row].link));
    });
    connect(m_files, &QPushButton::clicked, this, &RecordsView::showFiles);
    connect(m_new, &QPushButton::clicked, this, [this] { enter(-1); });
    connect(m_change, &QPushButton::clicked, this, [this] { enter(m_records->currentIndex().row()); });
    connect(m_records, &TableView::rowOpened, this, [this](int row) {
        if (m_sample.schema.updatable && mayWrite()) enter(row);
    });
    return m_stack;
}

void RecordsView::show(const model::Connection& connection)
{
    m_connection = connection;
    m_object.clear();
    m_sample = {};
    m_objects->clear();
    m_search->clear();
    m_stack->setCurrentIndex(0);
    const quint64 asked = ++m_asked;
    m_answers.ask(m_desk.workbench->objects(connection.id),
                  [this, asked](const Result<QList<model::ObjectSchema>>& objects) {
                      if (asked != m_asked) return;
                      if (!objects) return Q_EMIT failed(objects.error());
                      fillObjects(*objects);
                  });
}

void RecordsView::fillObjects(const QList<model::ObjectSchema>& objects)
{
    std::vector<std::pair<QString, QString>> readable; // what it is called, its name
    for (const auto& object : objects) {
        const QString label = inReadersWords(object, m_connection.system).labelPlural;
        if (object.readable) readable.emplace_back(label.isEmpty() ? object.name : label, object.name);
    }
    const QString first =
        readable.empty() ? QString() : readable.front().second; // the same in every language
    std::ranges::stable_sort(readable, [](const auto& one, const auto& other) {
        return one.first.localeAwareCompare(other.first) < 0;
    });
    QListWidgetItem* chosen = nullptr;
    for (const auto& [label, name] : readable) {
        auto* item = new QListWidgetItem(label);
        item->setData(Qt::UserRole, name);
        item->setToolTip(label);
        m_objects->addItem(item);
        if (name == first) chosen = item;
    }
    m_objects->setCurrentItem(chosen);
    m_objects->scrollToItem(chosen);
    m_objects->setFocus();
    if (m_objects->count() == 0) m_stack->setCurrentIndex(2);
}

void RecordsView::narrow(const QString& words)
{
    for (int row = 0; row < m_objects->count(); ++row) {
        QListWidgetItem* item = m_objects->item(row);
        item->setHidden(!item->text().contains(words, Qt::CaseInsensitive));
    }
}

void RecordsView::choose(const QString& object)
{
    m_object = object;
    reload();
}

void RecordsView::reload()
{
    m_stack->setCurrentIndex(0);
    model::SampleRequest request;
    request.object = m_object;
    request.limit = kShownRecords;
    const quint64 asked = ++m_asked;
    m_answers.ask(m_desk.workbench->sample(m_connection.id, request),
                  [this, asked](const Result<model::RecordSample>& sample) {
                      if (asked != m_asked) return;
                      m_sample = sample ? *sample : model::RecordSample();
                      m_sample.schema = inReadersWords(std::move(m_sample.schema), m_connection.system);
                      fillRecords();
                      if (!sample && sample.error().code == "connection.permission-missing"_L1)
                          return m_stack->setCurrentIndex(3);
                      if (!sample) Q_EMIT failed(sample.error());
                      if (sample) showWritten(std::exchange(m_written, QString()));
                  });
}

void RecordsView::showWritten(const QString& id)
{
    if (id.isEmpty()) return;
    for (int row = 0; row < m_sample.items.size(); ++row)
        if (m_sample.items[row].id == id) return m_records->selectRow(row);
    model::SampleRequest request;
    request.object = m_object;
    request.ids = {id};
    m_answers.ask(m_desk.workbench->sample(m_connection.id, request),
                  [this, asked = m_asked](const Result<model::RecordSample>& sample) {
                      if (asked != m_asked || !sample || sample->items.isEmpty()) return;
                      m_sample.items.prepend(sample->items.first());
                      fillRecords();
                  });
}

QWidget* RecordsView::makeNoPermission()
{
    auto* page =
        new EmptyState(u"connections"_s, tr("One more permission is needed"),
                       tr("Your syncs do not need these records, so the sign-in does not cover them. "
                          "Sign in again to look at them; everything else stays as it is."));
    connect(page->addAction(tr("Sign in again")), &QPushButton::clicked, this,
            [this] { Q_EMIT permissionAsked(m_connection.id, m_object); });
    return page;
}

bool RecordsView::mayWrite() const
{
    return (m_connection.writable || m_connection.practice) && m_desk.workbench->canWrite(m_connection.id);
}

void RecordsView::fillRecords()
{
    const QList<model::Field> columns = columnsOf(m_sample);
    m_heading->setText(m_sample.schema.labelPlural.isEmpty() ? m_object : m_sample.schema.labelPlural);
    m_count->setText(m_sample.more ? tr("the first %Ln", nullptr, int(m_sample.items.size()))
                                   : tr("%Ln records", nullptr, int(m_sample.items.size())));
    m_rows->clear();
    QStringList titles;
    for (const auto& field : columns)
        titles += labelOf(field);
    m_rows->setHorizontalHeaderLabels(titles);
    for (const auto& item : m_sample.items) {
        QList<QStandardItem*> cells;
        for (const auto& field : columns)
            cells +=
                readOnlyItem(valueText(field.name, item.record.value(field.name), locale()),
                             field.type == model::FieldType::Money || field.type == model::FieldType::Number);
        m_rows->appendRow(cells);
    }
    m_records->setColumns(sharesOf(*m_rows));
    m_files->setVisible(m_desk.workbench->fileAccess(m_connection.id, m_object).list);
    m_new->setVisible(m_sample.schema.creatable && mayWrite());
    m_change->setVisible(m_sample.schema.updatable && mayWrite());
    m_readOnly->setVisible((m_sample.schema.creatable || m_sample.schema.updatable) && !mayWrite());
    m_stack->setCurrentIndex(m_sample.items.isEmpty() && !m_sample.schema.creatable ? 2 : 1);
    if (!m_sample.items.isEmpty()) m_records->selectRow(0);
    fillDetails(m_sample.items.isEmpty() ? -1 : 0);
}

void RecordsView::enter(int row)
{
    const bool change = row >= 0 && row < m_sample.items.size();
    auto* dialog = new EntryDialog(*m_desk.workbench, m_connection, m_sample.schema,
                                   change ? &m_sample.items[row] : nullptr, this);
    connect(dialog, &EntryDialog::written, this, [this](const QString& id) {
        m_written = id;
        reload();
    });
    connect(dialog, &EntryDialog::written, this, &RecordsView::succeeded);
    connect(dialog, &EntryDialog::permissionAsked, this,
            [this] { Q_EMIT permissionAsked(m_connection.id, m_object); });
    dialog->open();
}

void RecordsView::showFiles()
{
    const int row = m_records->currentIndex().row();
    if (row < 0 || row >= m_sample.items.size()) return;
    auto* dialog =
        new FilesDialog(*m_desk.workbench, m_connection, m_sample.schema, m_sample.items[row], this);
    connect(dialog, &FilesDialog::permissionAsked, this,
            [this] { Q_EMIT permissionAsked(m_connection.id, m_object + u".files"_s); });
    dialog->open();
}

void RecordsView::fillDetails(int row)
{
    m_facts->clear();
    m_facts->setHorizontalHeaderLabels({tr("Field"), tr("Value")});
    const bool chosen = row >= 0 && row < m_sample.items.size();
    m_open->setEnabled(chosen && !m_sample.items[row].link.isEmpty());
    m_change->setEnabled(chosen);
    m_files->setEnabled(chosen);
    if (!chosen) return;
    addFacts(*m_facts, m_sample.schema.fields, m_sample.items[row].record, {}, locale());
    m_details->setColumns({-2, -3});
}

} // namespace tieout::gui
