#include "sandbox/salesforce/organisation.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

Organisation::Organisation(const PracticeClock& clock)
    : m_clock(clock)
    , m_schema(Schema::standard())
{
    for (int i = 0; i < m_schema.objectCount(); ++i)
        m_tables.emplace_back(m_schema.object(i).referenceCount);
    m_lastIds.assign(m_tables.size(), 0);
    m_schemaChanged = msSinceEpoch(clock.now());
    seed();
    snapshot();
}

std::string_view Organisation::cell(int object, RowNumber row, QStringView field) const
{
    const int index = type(object).find(field);
    return index < 0 ? std::string_view() : table(object).row(row).cells.view(type(object).field(index).slot);
}

RowNumber Organisation::reference(int object, RowNumber row, QStringView field) const
{
    return table(object).reference(row, type(object).field(type(object).find(field)).slot);
}

void Organisation::setCell(int object, Draft& draft, QStringView field, std::string fragment) const
{
    draft.cells[size_t(type(object).field(type(object).find(field)).slot)] = std::move(fragment);
}

void Organisation::setReference(int object, Draft& draft, QStringView field, RowNumber row) const
{
    draft.references[size_t(type(object).field(type(object).find(field)).slot)] = row;
}

std::string_view Organisation::draftCell(int object, const Draft& draft, QStringView field) const
{
    return draft.cells[size_t(type(object).field(type(object).find(field)).slot)];
}

RowNumber Organisation::draftReference(int object, const Draft& draft, QStringView field) const
{
    return draft.references[size_t(type(object).field(type(object).find(field)).slot)];
}

Draft Organisation::blank(int object) const
{
    Draft draft;
    draft.cells.resize(size_t(type(object).cellCount));
    draft.references.assign(size_t(type(object).referenceCount), kNoRow);
    for (const Field& field : type(object).fields) {
        if (field.storage == Storage::Cell && field.type == FieldType::Boolean)
            draft.cells[size_t(field.slot)] = boolFragment(false);
    }
    return draft;
}

Draft Organisation::edit(int object, RowNumber row) const
{
    return {table(object).row(row).cells.unpack(type(object).cellCount), table(object).references(row)};
}

RowNumber Organisation::insert(int object, Draft draft, const RecordId& id, const RowHistory* history)
{
    Row row;
    row.id = id;
    Table& table = m_tables[size_t(object)];
    const QByteArray& prefix = type(object).keyPrefix;
    while (row.id.isNull() || table.find(row.id) != kNoRow)
        row.id = RecordId::make({prefix.constData(), 3}, ++m_lastIds[size_t(object)]);
    if (history) {
        row.created = history->created;
        row.modified = history->modified;
        row.stamp = history->stamp;
        m_lastStamp = std::max(m_lastStamp, row.stamp);
    } else {
        row.created = row.modified = row.stamp = nextStamp();
    }
    row.createdBy = row.modifiedBy = m_user;
    row.archived = isArchived(object, draft);
    row.cells = PackedCells(draft.cells);
    const RowNumber number = table.append(std::move(row), draft.references);
    if (m_undoDepth > 0) m_undo.push_back({object, number, {}, {}});
    indexValues(object, number);
    return number;
}

void Organisation::update(int object, RowNumber number, const Draft& draft, const RowHistory* history)
{
    const Row& old = table(object).row(number);
    Row row;
    row.id = old.id;
    row.deleted = old.deleted;
    row.created = old.created;
    row.createdBy = old.createdBy;
    row.modifiedBy = m_user;
    row.archived = isArchived(object, draft);
    if (history) {
        row.modified = history->modified;
        row.stamp = history->stamp;
        m_lastStamp = std::max(m_lastStamp, row.stamp);
    } else {
        row.modified = row.stamp = nextStamp();
    }
    row.cells = PackedCells(draft.cells);
    replace(object, number, std::move(row), draft.references);
    indexValues(object, number);
}

void Organisation::remove(int object, RowNumber number)
{
    Row row = table(object).row(number).copy();
    row.deleted = true;
    row.modified = row.stamp = nextStamp();
    row.modifiedBy = m_user;
    replace(object, number, std::move(row), table(object).references(number));
}

void Organisation::undelete(int object, RowNumber number)
{
    Row row = table(object).row(number).copy();
    row.deleted = false;
    row.modified = row.stamp = nextStamp();
    replace(object, number, std::move(row), table(object).references(number));
    indexValues(object, number);
}

void Organisation::purge(int object, RowNumber number)
{
    Row row = table(object).row(number).copy();
    if (!row.deleted) row.modified = row.stamp = nextStamp();
    row.deleted = true;
    row.purged = true;
    replace(object, number, std::move(row), table(object).references(number));
}

bool Organisation::isArchived(int object, const Draft& draft) const
{
    return (object == kTask || object == kEvent) && draftCell(object, draft, u"IsArchived") == "true";
}

void Organisation::touch(int object, RowNumber number)
{
    update(object, number, edit(object, number));
}

std::vector<RowNumber> Organisation::rowsWith(int object, int field, const QString& text) const
{
    const Table& rows = table(object);
    const int slot = type(object).field(field).slot;
    const auto key = std::pair(object, field);
    if (!m_valueIndexes.contains(key)) {
        ValueIndex index;
        for (RowNumber row = 0; row < rows.size(); ++row) {
            const std::string_view cell = rows.row(row).cells.view(slot);
            if (!cell.empty()) index.insert(fragmentText(cell).toCaseFolded(), row);
        }
        m_valueIndexes.insert(key, std::move(index));
    }
    const QString folded = text.toCaseFolded();
    const QList<RowNumber> candidates = m_valueIndexes[key].values(folded);
    std::vector<RowNumber> found;
    for (const RowNumber row : candidates) {
        const Row& candidate = rows.row(row);
        if (!candidate.deleted && !candidate.purged &&
            fragmentText(candidate.cells.view(slot)).toCaseFolded() == folded)
            found.push_back(row);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

size_t Organisation::begin()
{
    ++m_undoDepth;
    return m_undo.size();
}

void Organisation::commit()
{
    if (--m_undoDepth == 0) m_undo.clear();
}

void Organisation::rollback(size_t mark)
{
    while (m_undo.size() > mark) {
        Undo undo = std::move(m_undo.back());
        m_undo.pop_back();
        Table& table = m_tables[size_t(undo.object)];
        if (undo.before) {
            table.replace(undo.row, std::move(*undo.before), undo.references);
            continue;
        }
        Row hole;
        hole.deleted = true;
        hole.purged = true;
        const std::vector<RowNumber> none(size_t(type(undo.object).referenceCount), kNoRow);
        table.replace(undo.row, std::move(hole), none);
    }
    commit();
}

RowNumber Organisation::stageNamed(std::string_view fragment) const
{
    const Table& stages = table(kStage);
    for (RowNumber row = 0; row < stages.size(); ++row) {
        if (cell(kStage, row, u"ApiName") == fragment) return row;
    }
    return kNoRow;
}

void Organisation::snapshot()
{
    m_keptSchema = m_schema;
    m_keptAdministration = m_administration;
    for (Table& table : m_tables)
        table.snapshot();
}

void Organisation::reset()
{
    m_schema = m_keptSchema;
    m_administration = m_keptAdministration;
    for (Table& table : m_tables)
        table.reset();
    m_valueIndexes.clear();
    m_undo.clear();
    m_undoDepth = 0;
}

void Organisation::replace(int object, RowNumber number, Row row, std::span<const RowNumber> references)
{
    Table& table = m_tables[size_t(object)];
    if (m_undoDepth > 0)
        m_undo.push_back({object, number, table.row(number).copy(), table.references(number)});
    table.replace(number, std::move(row), references);
}

void Organisation::indexValues(int object, RowNumber row)
{
    for (auto index = m_valueIndexes.begin(); index != m_valueIndexes.end(); ++index) {
        if (index.key().first != object) continue;
        const std::string_view cell =
            table(object).row(row).cells.view(type(object).field(index.key().second).slot);
        if (!cell.empty()) index->insert(fragmentText(cell).toCaseFolded(), row);
    }
}

qint64 Organisation::nextStamp()
{
    m_lastStamp = std::max(m_lastStamp + 1, msSinceEpoch(m_clock.now()));
    return m_lastStamp;
}

void Organisation::seed()
{
    Draft org = blank(kOrganization);
    setCell(kOrganization, org, u"Name", textFragment(u"Harbour & Vale Trading (practice)"));
    setCell(kOrganization, org, u"Country", textFragment(u"AU"));
    setCell(kOrganization, org, u"TimeZoneSidKey", textFragment(u"Australia/Sydney"));
    setCell(kOrganization, org, u"LanguageLocaleKey", textFragment(u"en_US"));
    setCell(kOrganization, org, u"OrganizationType", textFragment(u"Enterprise Edition"));
    setCell(kOrganization, org, u"InstanceName", textFragment(u"PRC1"));
    setCell(kOrganization, org, u"DefaultCurrencyIsoCode", textFragment(u"AUD"));
    // Everything that the organisation is born with carries a stamp of long ago, so that no poll sees it as
    // new.
    const qint64 born = msSinceEpoch(Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 1)));
    const RowHistory history{born, born, born};
    insert(kOrganization, org, {}, &history);

    Draft admin = blank(kUser);
    setCell(kUser, admin, u"Name", textFragment(u"Robin Practice"));
    setCell(kUser, admin, u"FirstName", textFragment(u"Robin"));
    setCell(kUser, admin, u"LastName", textFragment(u"Practice"));
    setCell(kUser, admin, u"Username", textFragment(u"robin@practice.example"));
    setCell(kUser, admin, u"Email", textFragment(u"robin@practice.example"));
    setCell(kUser, admin, u"Alias", textFragment(u"robin"));
    setCell(kUser, admin, u"IsActive", boolFragment(true));
    setCell(kUser, admin, u"TimeZoneSidKey", textFragment(u"Australia/Sydney"));
    setCell(kUser, admin, u"LocaleSidKey", textFragment(u"en_AU"));
    setCell(kUser, admin, u"CurrencyIsoCode", textFragment(u"AUD"));
    m_user = 0;
    insert(kUser, admin, {}, &history);

    Draft book = blank(kPricebook);
    setCell(kPricebook, book, u"Name", textFragment(u"Standard Price Book"));
    setCell(kPricebook, book, u"IsActive", boolFragment(true));
    setCell(kPricebook, book, u"IsStandard", boolFragment(true));
    insert(kPricebook, book, {}, &history);
    seedStages();
    seedCurrencies();
    seedPermissions();
    seedTerritories();
}

void Organisation::seedStages()
{
    struct Stage {
        const char16_t* name;
        int probability;
        bool closed;
        bool won;
    };
    static constexpr Stage kStages[] = {
        {u"Prospecting", 10, false, false},    {u"Qualification", 20, false, false},
        {u"Needs Analysis", 35, false, false}, {u"Proposal", 60, false, false},
        {u"Negotiation", 80, false, false},    {u"Closed Won", 100, true, true},
        {u"Closed Lost", 0, true, false},
    };
    const qint64 born = table(kUser).row(0).stamp;
    const RowHistory history{born, born, born};
    int order = 0;
    for (const Stage& stage : kStages) {
        Draft draft = blank(kStage);
        setCell(kStage, draft, u"MasterLabel", textFragment(stage.name));
        setCell(kStage, draft, u"ApiName", textFragment(stage.name));
        setCell(kStage, draft, u"IsActive", boolFragment(true));
        setCell(kStage, draft, u"SortOrder", std::to_string(++order));
        setCell(kStage, draft, u"IsClosed", boolFragment(stage.closed));
        setCell(kStage, draft, u"IsWon", boolFragment(stage.won));
        setCell(kStage, draft, u"DefaultProbability", std::to_string(stage.probability));
        setCell(kStage, draft, u"ForecastCategory",
                textFragment(stage.won      ? u"Closed"
                             : stage.closed ? u"Omitted"
                                            : u"Pipeline"));
        insert(kStage, draft, {}, &history);
    }
}

void Organisation::seedCurrencies()
{
    struct Currency {
        const char16_t* code;
        const char* rate; // for one Australian dollar
        int places;
    };
    static constexpr Currency kCurrencies[] = {
        {u"AUD", "1", 2},     {u"NZD", "1.085", 2}, {u"USD", "0.655", 2}, {u"EUR", "0.605", 2},
        {u"GBP", "0.515", 2}, {u"NOK", "6.9", 2},   {u"PLN", "2.6", 2},   {u"JPY", "97.5", 0},
    };
    const qint64 born = table(kUser).row(0).stamp;
    const RowHistory history{born, born, born};
    for (const Currency& currency : kCurrencies) {
        Draft draft = blank(kCurrencyType);
        setCell(kCurrencyType, draft, u"IsoCode", textFragment(currency.code));
        setCell(kCurrencyType, draft, u"ConversionRate", currency.rate);
        setCell(kCurrencyType, draft, u"DecimalPlaces", std::to_string(currency.places));
        setCell(kCurrencyType, draft, u"IsActive", boolFragment(true));
        setCell(kCurrencyType, draft, u"IsCorporate", boolFragment(QStringView(currency.code) == u"AUD"));
        insert(kCurrencyType, draft, {}, &history);
    }
}

} // namespace tieout::sandbox::salesforce
