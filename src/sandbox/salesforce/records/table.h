#pragma once

#include "sandbox/salesforce/records/row.h"

#include <map>
#include <span>

namespace tieout::sandbox::salesforce {

/// The rows of one object with their indexes: by id, by SystemModstamp, and children by parent. Rows are
/// added and replaced, never taken out; a deleted row carries a mark. Owned by the organisation, one thread.
class Table final
{
  public:
    struct Stamped {
        qint64 stamp = 0;
        RowNumber row = kNoRow;
    };

    explicit Table(int referenceCount);

    [[nodiscard]] RowNumber size() const { return RowNumber(m_rows.size()); }
    [[nodiscard]] const Row& row(RowNumber number) const { return m_rows[number]; }
    [[nodiscard]] RowNumber find(const RecordId& id) const; ///< kNoRow when unknown
    [[nodiscard]] RowNumber reference(RowNumber number, int slot) const;
    [[nodiscard]] std::vector<RowNumber> references(RowNumber number) const;

    /// Rows of this table whose reference `slot` is `parent`, oldest link first.
    [[nodiscard]] RowNumber firstChild(int slot, RowNumber parent) const;
    [[nodiscard]] RowNumber nextChild(int slot, RowNumber child) const;

    RowNumber append(Row row, std::span<const RowNumber> references);
    void replace(RowNumber number, Row row, std::span<const RowNumber> references);

    /// Every row once, by (stamp, id). Entries whose stamp is not the row's present one are stale: skip them.
    [[nodiscard]] const std::vector<Stamped>& byStamp() const;

    /// Keeps the present state; `reset` returns to it.
    void snapshot();
    void reset();

  private:
    struct Links {
        std::vector<RowNumber> parent;
        std::vector<RowNumber> next;
        std::vector<RowNumber> first; // by the parent's row number, as is `last`
        std::vector<RowNumber> last;
    };
    struct Saved {
        Row row;
        std::vector<RowNumber> references;
    };

    void link(int slot, RowNumber child, RowNumber parent);
    void unlink(int slot, RowNumber child);
    void indexId(RowNumber number);
    void growIdIndex();
    void noteStamp(qint64 stamp, RowNumber number);
    void sortStamps() const;

    std::vector<Row> m_rows;
    std::vector<Links> m_links;       // by reference slot
    std::vector<RowNumber> m_idSlots; // open addressing, a power of two
    mutable std::vector<Stamped> m_stamps;
    mutable bool m_stampsSorted = true;
    RowNumber m_keptRows = 0;
    std::map<RowNumber, Saved> m_saved; // kept rows as they were before their first change
};

} // namespace tieout::sandbox::salesforce
