#include "sandbox/cin7/shelf.h"

namespace tieout::sandbox::cin7 {

const Json* Shelf::find(const QString& id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_entries.at(*place).row;
}

const Json* Shelf::findBy(QStringView member, QStringView text) const
{
    for (const Entry& entry : m_entries) {
        if (entry.row[member].toText().compare(text, Qt::CaseInsensitive) == 0) return &entry.row;
    }
    return nullptr;
}

void Shelf::put(const QString& id, const Json& row)
{
    const auto place = m_places.constFind(id);
    if (place != m_places.cend()) {
        m_entries[*place].row = row;
        return;
    }
    m_places.insert(id, m_entries.size());
    m_entries.append({id, row});
}

void Shelf::set(const QString& id, const QString& member, Json value)
{
    const auto place = m_places.constFind(id);
    if (place != m_places.cend()) m_entries[*place].row.set(member, std::move(value));
}

void Shelf::remove(const QString& id)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend()) return;
    m_entries.removeAt(*place);
    m_places.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        m_places.insert(m_entries.at(i).id, i);
}

} // namespace tieout::sandbox::cin7
