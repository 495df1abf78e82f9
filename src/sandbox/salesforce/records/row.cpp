#include "sandbox/salesforce/records/row.h"

#include <cstring>

namespace tieout::sandbox::salesforce {

PackedCells::PackedCells(const std::vector<std::string>& cells)
{
    size_t count = cells.size();
    while (count > 0 && cells[count - 1].empty())
        --count;
    size_t bytes = 0;
    for (size_t i = 0; i < count; ++i)
        bytes += cells[i].size();
    m_count = quint16(count);
    m_endWidth = bytes > 0xffff ? 4 : 2;
    m_size = quint32(headSize() + bytes);
    m_block.reset(new char[m_size]);
    quint32 at = 0;
    for (size_t i = 0; i < count; ++i) {
        std::memcpy(m_block.get() + headSize() + at, cells[i].data(), cells[i].size());
        at += quint32(cells[i].size());
        if (m_endWidth == 2) {
            const auto narrow = quint16(at);
            std::memcpy(m_block.get() + i * 2, &narrow, 2);
        } else {
            std::memcpy(m_block.get() + i * 4, &at, 4);
        }
    }
}

PackedCells PackedCells::copy() const
{
    PackedCells twin;
    twin.m_size = m_size;
    twin.m_count = m_count;
    twin.m_endWidth = m_endWidth;
    if (m_block) {
        twin.m_block.reset(new char[m_size]);
        std::memcpy(twin.m_block.get(), m_block.get(), m_size);
    }
    return twin;
}

std::string_view PackedCells::view(int cell) const
{
    if (cell < 0 || cell >= m_count) return {};
    const quint32 from = cell == 0 ? 0 : end(quint32(cell) - 1);
    return {m_block.get() + headSize() + from, end(quint32(cell)) - from};
}

std::vector<std::string> PackedCells::unpack(int cellCount) const
{
    std::vector<std::string> cells(static_cast<size_t>(cellCount));
    for (int i = 0; i < cellCount; ++i)
        cells[size_t(i)] = std::string(view(i));
    return cells;
}

quint32 PackedCells::end(quint32 cell) const
{
    if (m_endWidth == 2) {
        quint16 narrow = 0;
        std::memcpy(&narrow, m_block.get() + cell * 2, 2);
        return narrow;
    }
    quint32 wide = 0;
    std::memcpy(&wide, m_block.get() + cell * 4, 4);
    return wide;
}

size_t PackedCells::headSize() const
{
    return size_t(m_count) * m_endWidth;
}

Row Row::copy() const
{
    Row twin;
    twin.id = id;
    twin.deleted = deleted;
    twin.purged = purged;
    twin.archived = archived;
    twin.created = created;
    twin.modified = modified;
    twin.stamp = stamp;
    twin.createdBy = createdBy;
    twin.modifiedBy = modifiedBy;
    twin.cells = cells.copy();
    return twin;
}

} // namespace tieout::sandbox::salesforce
