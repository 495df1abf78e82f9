#include "engine/whatif/triedgroups.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using Tried = TwoMappings::Tried;

namespace {

std::optional<Error> faultOf(const connectors::Page& page, qsizetype at)
{
    const auto fault = page.faults.constFind(at);
    return fault == page.faults.cend() ? std::nullopt : std::optional(*fault);
}

} // namespace

TriedGroups::TriedGroups(const model::Flow& before, const model::Flow& after)
    : m_alike(before.mapping.group == after.mapping.group && before.sourceKey == after.sourceKey)
{
    m_before.sourceKey = before.sourceKey;
    m_after.sourceKey = after.sourceKey;
    if (before.mapping.group && !m_alike) m_before.groups.emplace(*before.mapping.group, before.sourceKey);
    if (after.mapping.group) m_after.groups.emplace(*after.mapping.group, after.sourceKey);
}

Result<void> TriedGroups::add(Side& side, connectors::Page page)
{
    if (side.groups) return side.groups->add(std::move(page));
    constexpr qsizetype most = mapping::GroupLimits().rows;
    const qsizetype known = side.rows.records.size();
    if (known + page.records.size() > most)
        return fail(ErrorKind::BadConfig, u"group.too-many-rows"_s, u"too many rows to hold at once"_s,
                    {QString::number(most)});
    for (auto fault = page.faults.cbegin(); fault != page.faults.cend(); ++fault)
        side.rows.faults.insert(known + fault.key(), fault.value());
    side.rows.records += page.records;
    return {};
}

Result<void> TriedGroups::add(connectors::Page page)
{
    if (!m_alike && !m_savedFault) {
        if (const auto added = add(m_before, page); !added) {
            m_savedFault = added.error();
            m_before = {};
        }
    }
    return add(m_after, std::move(page));
}

Result<connectors::Page> TriedGroups::finish(Side& side, const QStringList& wanted)
{
    if (side.groups) return side.groups->finish(wanted);
    const QSet<QString> due(wanted.cbegin(), wanted.cend());
    connectors::Page page;
    for (qsizetype i = 0; i < side.rows.records.size(); ++i) {
        const model::Record& row = side.rows.records[i];
        if (!due.isEmpty() && !due.contains(row.path(side.sourceKey).toPlainText())) continue;
        if (const auto fault = faultOf(side.rows, i)) page.faults.insert(page.records.size(), *fault);
        page.records += row;
    }
    return page;
}

Result<QList<Tried>> TriedGroups::finish(const QStringList& wanted)
{
    const auto after = finish(m_after, wanted);
    if (!after) return tl::unexpected(after.error());
    connectors::Page before;
    if (!m_alike && !m_savedFault) {
        auto made = finish(m_before, wanted);
        if (made)
            before = std::move(*made);
        else
            m_savedFault = made.error();
    }
    QHash<QString, qsizetype> places;
    for (qsizetype i = before.records.size(); i-- > 0;)
        places.insert(before.records[i].path(m_before.sourceKey).toPlainText(), i);
    QList<Tried> tried;
    tried.reserve(after->records.size());
    for (qsizetype i = 0; i < after->records.size(); ++i) {
        const model::Record& record = after->records[i];
        const auto fault = faultOf(*after, i);
        if (m_alike) {
            tried.append({record, record, fault, fault});
            continue;
        }
        const qsizetype at = places.value(record.path(m_after.sourceKey).toPlainText(), -1);
        places.remove(record.path(m_after.sourceKey).toPlainText());
        if (at < 0)
            tried.append({{}, record, {}, fault});
        else
            tried.append({before.records[at], record, faultOf(before, at), fault});
    }
    for (qsizetype i = 0; i < before.records.size(); ++i) {
        if (places.value(before.records[i].path(m_before.sourceKey).toPlainText(), -1) == i)
            tried.append({before.records[i], {}, faultOf(before, i), {}});
    }
    return tried;
}

} // namespace tieout::engine
