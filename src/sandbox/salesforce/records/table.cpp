#include "sandbox/salesforce/records/table.h"

#include <algorithm>

namespace tieout::sandbox::salesforce {

Table::Table(int referenceCount)
    : m_links(size_t(referenceCount))
{
}

RowNumber Table::find(const RecordId& id) const
{
    if (m_idSlots.empty()) return kNoRow;
    const size_t mask = m_idSlots.size() - 1;
    for (size_t at = id.hash() & mask; m_idSlots[at] != kNoRow; at = (at + 1) & mask) {
        if (m_rows[m_idSlots[at]].id == id) return m_idSlots[at];
    }
    return kNoRow;
}

RowNumber Table::reference(RowNumber number, int slot) const
{
    return m_links[size_t(slot)].parent[number];
}

std::vector<RowNumber> Table::references(RowNumber number) const
{
    std::vector<RowNumber> all;
    all.reserve(m_links.size());
    for (const Links& links : m_links)
        all.push_back(links.parent[number]);
    return all;
}

RowNumber Table::firstChild(int slot, RowNumber parent) const
{
    const Links& links = m_links[size_t(slot)];
    return parent < links.first.size() ? links.first[parent] : kNoRow;
}

RowNumber Table::nextChild(int slot, RowNumber child) const
{
    return m_links[size_t(slot)].next[child];
}

RowNumber Table::append(Row row, std::span<const RowNumber> references)
{
    const RowNumber number = size();
    const qint64 stamp = row.stamp;
    m_rows.push_back(std::move(row));
    for (size_t slot = 0; slot < m_links.size(); ++slot) {
        m_links[slot].parent.push_back(kNoRow);
        m_links[slot].next.push_back(kNoRow);
        link(int(slot), number, references[slot]);
    }
    indexId(number);
    noteStamp(stamp, number);
    return number;
}

void Table::replace(RowNumber number, Row row, std::span<const RowNumber> references)
{
    if (number < m_keptRows && !m_saved.contains(number))
        m_saved.emplace(number, Saved{m_rows[number].copy(), this->references(number)});
    if (row.stamp != m_rows[number].stamp) noteStamp(row.stamp, number);
    m_rows[number] = std::move(row);
    for (size_t slot = 0; slot < m_links.size(); ++slot) {
        if (m_links[slot].parent[number] == references[slot]) continue;
        unlink(int(slot), number);
        link(int(slot), number, references[slot]);
    }
}

const std::vector<Table::Stamped>& Table::byStamp() const
{
    if (m_stamps.size() > 2 * m_rows.size() + 1024) {
        std::erase_if(m_stamps, [&](const Stamped& entry) { return m_rows[entry.row].stamp != entry.stamp; });
    }
    sortStamps();
    return m_stamps;
}

void Table::snapshot()
{
    m_saved.clear();
    m_keptRows = size();
    sortStamps();
}

void Table::reset()
{
    if (m_saved.empty() && m_keptRows == size()) return;
    for (auto& [number, saved] : m_saved)
        replace(number, std::move(saved.row), saved.references);
    m_saved.clear();
    std::vector<Row> rows = std::move(m_rows);
    std::vector<Links> links = std::move(m_links);
    m_rows.clear();
    m_links = std::vector<Links>(links.size());
    m_idSlots.clear();
    m_stamps.clear();
    m_stampsSorted = true;
    std::vector<RowNumber> references(links.size());
    for (RowNumber number = 0; number < m_keptRows; ++number) {
        for (size_t slot = 0; slot < links.size(); ++slot)
            references[slot] = links[slot].parent[number];
        append(std::move(rows[number]), references);
    }
    sortStamps();
}

void Table::link(int slot, RowNumber child, RowNumber parent)
{
    Links& links = m_links[size_t(slot)];
    links.parent[child] = parent;
    links.next[child] = kNoRow;
    if (parent == kNoRow) return;
    if (parent >= links.first.size()) {
        const size_t wanted = std::max(size_t(parent) + 1, links.first.size() * 2);
        links.first.resize(wanted, kNoRow);
        links.last.resize(wanted, kNoRow);
    }
    if (links.first[parent] == kNoRow)
        links.first[parent] = child;
    else
        links.next[links.last[parent]] = child;
    links.last[parent] = child;
}

void Table::unlink(int slot, RowNumber child)
{
    Links& links = m_links[size_t(slot)];
    const RowNumber parent = links.parent[child];
    links.parent[child] = kNoRow;
    if (parent == kNoRow) return;
    RowNumber before = kNoRow;
    for (RowNumber at = links.first[parent]; at != child; at = links.next[at])
        before = at;
    if (before == kNoRow)
        links.first[parent] = links.next[child];
    else
        links.next[before] = links.next[child];
    if (links.last[parent] == child) links.last[parent] = before;
    links.next[child] = kNoRow;
}

void Table::indexId(RowNumber number)
{
    if (m_idSlots.size() < m_rows.size() * 2) growIdIndex();
    const size_t mask = m_idSlots.size() - 1;
    size_t at = m_rows[number].id.hash() & mask;
    while (m_idSlots[at] != kNoRow && m_idSlots[at] != number)
        at = (at + 1) & mask;
    m_idSlots[at] = number;
}

void Table::growIdIndex()
{
    m_idSlots.assign(std::max<size_t>(1024, m_idSlots.size() * 2), kNoRow);
    const size_t mask = m_idSlots.size() - 1;
    for (RowNumber number = 0; number < size(); ++number) {
        size_t at = m_rows[number].id.hash() & mask;
        while (m_idSlots[at] != kNoRow)
            at = (at + 1) & mask;
        m_idSlots[at] = number;
    }
}

void Table::noteStamp(qint64 stamp, RowNumber number)
{
    if (!m_stamps.empty() && stamp <= m_stamps.back().stamp) m_stampsSorted = false;
    m_stamps.push_back({stamp, number});
}

void Table::sortStamps() const
{
    if (m_stampsSorted) return;
    std::sort(m_stamps.begin(), m_stamps.end(), [&](const Stamped& a, const Stamped& b) {
        return a.stamp != b.stamp ? a.stamp < b.stamp : m_rows[a.row].id < m_rows[b.row].id;
    });
    m_stampsSorted = true;
}

} // namespace tieout::sandbox::salesforce
