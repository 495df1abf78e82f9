#pragma once

#include "sandbox/salesforce/records/recordid.h"

#include <memory>
#include <string>
#include <vector>

namespace tieout::sandbox::salesforce {

/// A row's number in its table; rows never move.
using RowNumber = quint32;
inline constexpr RowNumber kNoRow = 0xffffffffU;

/// The cells of one row packed into one block: JSON fragments end to end behind a table of their ends.
class PackedCells final
{
  public:
    PackedCells() = default;
    explicit PackedCells(const std::vector<std::string>& cells);
    [[nodiscard]] PackedCells copy() const;

    /// Empty (null) beyond the last cell kept.
    [[nodiscard]] std::string_view view(int cell) const;
    [[nodiscard]] std::vector<std::string> unpack(int cellCount) const;

  private:
    [[nodiscard]] quint32 end(quint32 cell) const;
    [[nodiscard]] size_t headSize() const;

    std::unique_ptr<char[]> m_block;
    quint32 m_size = 0;
    quint16 m_count = 0;
    quint16 m_endWidth = 2; // bytes of one end: 2, or 4 for rows over 64 KB
};

struct Row {
    RecordId id;
    bool deleted = false;
    bool purged = false;   ///< gone for good, or a hole left by a rollback: no query sees it
    bool archived = false; ///< an old activity: only queryAll sees it
    qint64 created = 0;    // milliseconds since 1970, as the next two
    qint64 modified = 0;
    qint64 stamp = 0;
    RowNumber createdBy = kNoRow;
    RowNumber modifiedBy = kNoRow;
    PackedCells cells;

    [[nodiscard]] Row copy() const;
};

} // namespace tieout::sandbox::salesforce
