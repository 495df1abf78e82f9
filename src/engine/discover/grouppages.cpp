#include "engine/discover/grouppages.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

GroupPages::GroupPages(const model::Grouping& group, QString sourceKey)
    : m_group(group)
    , m_sourceKey(std::move(sourceKey))
    , m_grouper(group, mapping::RowOrder::AnyOrder)
{
}

Result<void> GroupPages::add(connectors::Page page)
{
    for (qsizetype i = 0; i < page.records.size(); ++i) {
        ++m_rows;
        const auto added = m_grouper.add(page.records[i]);
        if (!added && added.error().kind != ErrorKind::RowRejected) return tl::unexpected(added.error());
        if (!added) {
            hold(page.records[i], added.error());
            continue;
        }
        const auto fault = page.faults.constFind(i);
        const qsizetype place = m_grouper.placeOfLast();
        if (fault != page.faults.cend() && !m_faults.contains(place)) m_faults.insert(place, *fault);
    }
    m_cursor = std::move(page.cursor);
    return {};
}

void GroupPages::hold(const model::Record& row, const Error& error)
{
    model::Record named = mapping::groupWith(m_group, QList<model::Value>(), {model::Value(row)});
    const int slot = named.shape()->slot(m_sourceKey);
    if (slot >= 0) named.set(slot, model::Value(u"#%1"_s.arg(m_rows)));
    m_alone.faults.insert(m_alone.records.size(), error);
    m_alone.records.append(std::move(named));
}

Result<connectors::Page> GroupPages::finish(const QStringList& wanted)
{
    const QList<model::Record> groups = m_grouper.finish();
    const QSet<QString> due(wanted.cbegin(), wanted.cend());
    connectors::Page page;
    QSet<QString> names;
    const auto take = [&](const model::Record& group, const Error* fault) {
        const QString name = group.path(m_sourceKey).toPlainText();
        const bool known = names.contains(name);
        names.insert(name);
        if (!due.isEmpty() && !due.contains(name)) return !known;
        if (fault) page.faults.insert(page.records.size(), *fault);
        page.records.append(group);
        return !known;
    };
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const auto fault = m_faults.constFind(i);
        if (!take(groups[i], fault == m_faults.cend() ? nullptr : &*fault))
            return fail(ErrorKind::BadConfig, u"group.same-source"_s, u"two groups of one name"_s,
                        {groups[i].path(m_sourceKey).toPlainText(), m_sourceKey});
    }
    for (qsizetype i = 0; i < m_alone.records.size(); ++i) {
        const Error fault = m_alone.faults.value(i);
        static_cast<void>(take(m_alone.records[i], &fault));
    }
    page.cursor = m_cursor;
    page.total = page.records.size();
    return page;
}

} // namespace tieout::engine
