#pragma once

#include "base/date.h"
#include "sandbox/practiceclock.h"
#include "sandbox/salesforce/records/objectindex.h"
#include "sandbox/salesforce/records/table.h"
#include "sandbox/salesforce/schema/administration.h"
#include "sandbox/salesforce/schema/schema.h"

#include <QMultiHash>

namespace tieout::sandbox::salesforce {

/// A row being made or changed: cells and references by slot.
struct Draft {
    std::vector<std::string> cells;
    std::vector<RowNumber> references;
};

/// Stamps and author of a row that arrives with its history (loading); otherwise the clock gives them.
struct RowHistory {
    qint64 created = 0;
    qint64 modified = 0;
    qint64 stamp = 0;
};

/// The data of one Salesforce organisation: schema, tables, ids and stamps. Checks nothing (see
/// RecordWriter); keeps indexes, derived fields of a row and strictly growing stamps. Owned by the system,
/// one thread.
class Organisation final
{
  public:
    explicit Organisation(const PracticeClock& clock);

    [[nodiscard]] const Schema& schema() const { return m_schema; }
    [[nodiscard]] const ObjectType& type(int object) const { return m_schema.object(object); }
    [[nodiscard]] const Table& table(int object) const { return m_tables[size_t(object)]; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] qint64 schemaChanged() const { return m_schemaChanged; }

    // Cells by field name; for code that knows the standard objects. Cheap enough for writes, not for
    // queries.
    [[nodiscard]] std::string_view cell(int object, RowNumber row, QStringView field) const;
    [[nodiscard]] RowNumber reference(int object, RowNumber row, QStringView field) const;
    void setCell(int object, Draft& draft, QStringView field, std::string fragment) const;
    void setReference(int object, Draft& draft, QStringView field, RowNumber row) const;
    [[nodiscard]] std::string_view draftCell(int object, const Draft& draft, QStringView field) const;
    [[nodiscard]] RowNumber draftReference(int object, const Draft& draft, QStringView field) const;

    [[nodiscard]] Draft blank(int object) const;
    [[nodiscard]] Draft edit(int object, RowNumber row) const;
    /// With no id one is made; with no history the row is stamped now.
    RowNumber insert(int object, Draft draft, const RecordId& id = {}, const RowHistory* history = nullptr);
    void update(int object, RowNumber row, const Draft& draft, const RowHistory* history = nullptr);
    void remove(int object, RowNumber row);
    void undelete(int object, RowNumber row);
    /// Gone for good: no query sees it any more, the log of deletions does.
    void purge(int object, RowNumber row);
    /// A new stamp for a row that changed through another one.
    void touch(int object, RowNumber row);

    /// Rows with a later stamp are not committed yet, as far as queries can see.
    [[nodiscard]] qint64 horizon() const
    {
        return m_administration.commitLagMs == 0 ? std::numeric_limits<qint64>::max()
                                                 : msSinceEpoch(now()) - m_administration.commitLagMs;
    }
    [[nodiscard]] const Administration& administration() const { return m_administration; }
    [[nodiscard]] Administration& editAdministration() { return m_administration; }

    /// Switches a feature on or off.
    void setFeature(Feature feature, bool on);
    /// For changes of what is described; notes the time.
    [[nodiscard]] Schema& editSchema();
    /// Shows and hides the fields made at run time by the permissions that the signed-in user has.
    void applyFieldPermissions();
    /// Brings the rows of CustomField up to the custom fields there are.
    void listCustomFields();
    int addCustomField(int object, Field field);
    Field& editField(int object, int field);
    /// Rows whose cell equals `text` without case, deleted ones left out. Indexed from the first call on.
    [[nodiscard]] std::vector<RowNumber> rowsWith(int object, int field, const QString& text) const;

    /// From `begin` on every change can be taken back, until the outermost `commit`. `rollback` undoes what
    /// came after its own `begin`, whose mark it is given.
    [[nodiscard]] size_t begin();
    void commit();
    void rollback(size_t mark);

    [[nodiscard]] RowNumber user() const { return m_user; }    ///< who is signed in
    [[nodiscard]] RowNumber organization() const { return 0; } ///< the only row of Organization
    [[nodiscard]] RowNumber standardBook() const { return 0; } ///< the first row of Pricebook2
    /// By the cell that names it on an opportunity; kNoRow when unknown.
    [[nodiscard]] RowNumber stageNamed(std::string_view fragment) const;

    void snapshot();
    void reset();

  private:
    struct Undo {
        int object = -1;
        RowNumber row = kNoRow;
        std::optional<Row> before; ///< nothing: the row was inserted
        std::vector<RowNumber> references;
    };
    using ValueIndex =
        QMultiHash<QString, RowNumber>; // case-folded text; entries of changed rows stay behind

    void replace(int object, RowNumber number, Row row, std::span<const RowNumber> references);
    [[nodiscard]] bool isArchived(int object, const Draft& draft) const;
    void indexValues(int object, RowNumber row);
    [[nodiscard]] qint64 nextStamp();
    void seed();
    void seedStages();
    void seedCurrencies();
    void seedPermissions();
    void seedTerritories();

    const PracticeClock& m_clock;
    Schema m_schema;
    Schema m_keptSchema;
    Administration m_administration;
    Administration m_keptAdministration;
    std::vector<Table> m_tables;
    std::vector<quint64> m_lastIds;
    qint64 m_lastStamp = 0;
    qint64 m_schemaChanged = 0;
    RowNumber m_user = kNoRow;
    std::vector<Undo> m_undo;
    int m_undoDepth = 0;
    mutable QHash<std::pair<int, int>, ValueIndex> m_valueIndexes; // by object and field
};

} // namespace tieout::sandbox::salesforce
