#include "sandbox/harvest/books.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

// Far apart, so that an id of one kind is never one of another; time entries need more than 32 bits.
constexpr qint64 kFirstIds[kKindCount] = {
    5'735'770,  4'706'470,  8'083'360,  14'307'910, 155'505'010, 125'068'550,   1'782'950,
    1'782'880,  1'836'460,  2'836'460,  4'195'920,  15'296'420,  1'466'290,     1'378'700,
    13'150'450, 27'835'200, 10'112'850, 1'439'810,  2'666'230,   2'836'708'720,
};

} // namespace

Books::Books()
{
    std::copy(std::begin(kFirstIds), std::end(kFirstIds), m_lastIds.begin());
}

const Row* Books::find(Kind kind, qint64 id) const
{
    const Rows& all = rows(kind);
    const auto found = all.constFind(id);
    return found == all.cend() ? nullptr : &*found;
}

qint64 Books::add(Kind kind, Json data, Instant at)
{
    for (const Member& member : factsOf(kind).members) {
        const QString name = QString::fromUtf16(member.name);
        if (member.fallback && !data.contains(name))
            data.set(name, Json::parse(QString::fromUtf16(member.fallback).toUtf8()).value_or(Json()));
    }
    qint64& last = m_lastIds[size_t(kind)];
    last += 1 + last % 3; // other accounts take ids too
    const Row row{last, at, at, std::move(data)};
    m_rows[size_t(kind)].insert(last, row);
    if (Pairs* pairs = pairsOf(kind)) pairs->insert(pairOf(kind, row), last);
    return last;
}

void Books::replace(Kind kind, const Row& row)
{
    m_rows[size_t(kind)].insert(row.id, row);
}

void Books::set(Kind kind, qint64 id, const QString& name, Json value, Instant at)
{
    const auto found = m_rows[size_t(kind)].find(id);
    if (found == m_rows[size_t(kind)].end()) return;
    found->data.set(name, std::move(value));
    found->updated = at;
}

void Books::remove(Kind kind, qint64 id)
{
    if (const Row* row = find(kind, id)) forget(kind, *row);
    m_rows[size_t(kind)].remove(id);
}

void Books::removeWhere(Kind kind, QStringView member, qint64 id)
{
    m_rows[size_t(kind)].removeIf([&](const auto& entry) {
        const bool gone = entry.value().integer(member) == id;
        if (gone) forget(kind, entry.value());
        return gone;
    });
}

bool Books::any(Kind kind, QStringView member, qint64 id) const
{
    const Rows& all = rows(kind);
    return std::any_of(all.cbegin(), all.cend(), [&](const Row& row) { return row.integer(member) == id; });
}

const Row* Books::findAssignment(Kind kind, qint64 project, qint64 other) const
{
    const Pairs& pairs = kind == Kind::TaskAssignment ? m_taskAssignments : m_userAssignments;
    return find(kind, pairs.value({project, other}));
}

Books::Pairs* Books::pairsOf(Kind kind)
{
    if (kind == Kind::TaskAssignment) return &m_taskAssignments;
    return kind == Kind::UserAssignment ? &m_userAssignments : nullptr;
}

std::pair<qint64, qint64> Books::pairOf(Kind kind, const Row& row)
{
    return {row.integer(u"project_id"),
            row.integer(kind == Kind::TaskAssignment ? QStringView(u"task_id") : QStringView(u"user_id"))};
}

void Books::forget(Kind kind, const Row& row)
{
    if (Pairs* pairs = pairsOf(kind)) pairs->remove(pairOf(kind, row));
}

QString Books::userName(qint64 id) const
{
    const Row* user = find(Kind::User, id);
    return user ? u"%1 %2"_s.arg(user->text(u"first_name"), user->text(u"last_name")) : QString();
}

} // namespace tieout::sandbox::harvest
