#include "sandbox/harvest/access.h"

#include "sandbox/harvest/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

using Level = Viewer::Level;

struct Area {
    const char16_t* path;
    Level read;
    Level write;
    const char16_t* readExtra; ///< lets a manager in who has it; null: every manager
    const char16_t* writeExtra;
    const char16_t* feature; ///< company switch; null: none
};

constexpr auto kMember = Level::Member;
constexpr auto kManager = Level::Manager;
constexpr auto kAdministrator = Level::Administrator;

constexpr Area kAreas[] = {
    {u"company", kMember, kAdministrator, nullptr, nullptr, nullptr},
    {u"time_entries", kMember, kMember, nullptr, nullptr, nullptr},
    {u"expenses", kMember, kMember, nullptr, nullptr, u"expense_feature"},
    {u"expense_categories", kMember, kAdministrator, nullptr, nullptr, u"expense_feature"},
    {u"clients", kManager, kManager, nullptr, u"client_and_task_manager", nullptr},
    {u"contacts", kManager, kManager, nullptr, u"client_and_task_manager", nullptr},
    {u"tasks", kManager, kManager, nullptr, u"client_and_task_manager", nullptr},
    {u"projects", kManager, kManager, nullptr, nullptr, nullptr},
    {u"task_assignments", kManager, kAdministrator, nullptr, nullptr, nullptr},
    {u"user_assignments", kManager, kAdministrator, nullptr, nullptr, nullptr},
    {u"users", kManager, kAdministrator, nullptr, nullptr, nullptr},
    {u"roles", kAdministrator, kAdministrator, nullptr, nullptr, nullptr},
    {u"reports", kManager, kAdministrator, nullptr, nullptr, nullptr},
    {u"invoices", kManager, kManager, u"managed_projects_invoice_manager",
     u"managed_projects_invoice_manager", u"invoice_feature"},
    {u"invoice_item_categories", kManager, kAdministrator, u"managed_projects_invoice_manager", nullptr,
     u"invoice_feature"},
    {u"estimates", kManager, kManager, u"estimates_manager", u"estimates_manager", u"estimate_feature"},
    {u"estimate_item_categories", kManager, kAdministrator, u"estimates_manager", nullptr,
     u"estimate_feature"},
};

const Area* areaOf(const QString& path)
{
    for (const Area& area : kAreas) {
        if (path == QStringView(area.path)) return &area;
    }
    return nullptr;
}

// A person's own affairs need no right.
bool isOwn(const Call& call)
{
    const QStringList& path = call.path;
    if (path.value(0) != u"users" || !call.is("GET")) return false;
    return path.value(1) == u"me" || path.value(1).toLongLong() == call.viewer.userId;
}

qint64 clientOfProject(const Books& books, qint64 project)
{
    const Row* row = books.find(Kind::Project, project);
    return row ? row->integer(u"client_id") : 0;
}

bool managesClient(const Call& call, qint64 client)
{
    return std::any_of(call.viewer.projects.begin(), call.viewer.projects.end(),
                       [&](qint64 project) { return clientOfProject(call.books, project) == client; });
}

} // namespace

Viewer viewerOf(const Books& books, qint64 userId)
{
    Viewer viewer;
    viewer.userId = userId;
    const Row* user = books.find(Kind::User, userId);
    if (!user) return viewer;
    for (const Json& role : (*user)[u"access_roles"].toArray()) {
        const QString name = role.toText();
        if (name == u"administrator")
            viewer.level = Level::Administrator;
        else if (name == u"manager")
            viewer.level = Level::Manager;
        else
            viewer.extras.insert(name);
    }
    if (viewer.level != Level::Manager) return viewer;
    for (const Row& assignment : books.rows(Kind::UserAssignment)) {
        if (assignment.integer(u"user_id") == userId && assignment.flag(u"is_project_manager"))
            viewer.projects.insert(assignment.integer(u"project_id"));
    }
    return viewer;
}

std::optional<Response> refuseAccess(const Call& call)
{
    const Area* area = areaOf(call.path.value(0));
    if (!area) return {};
    if (area->feature && !call.books.company[QStringView(area->feature)].toBool())
        return notAuthorizedReply(u"This module is switched off for your account."_s);
    if (call.viewer.isAdministrator() || isOwn(call)) return {};
    const bool reading = call.is("GET");
    const Level needed = reading ? area->read : area->write;
    const char16_t* const extra = reading ? area->readExtra : area->writeExtra;
    const bool high = call.viewer.level >= needed;
    if (high && (!extra || call.viewer.may(QString::fromUtf16(extra)))) return {};
    return notAuthorizedReply(needed == kAdministrator
                                  ? u"You need to be an Administrator to do this."_s
                                  : u"You need to be a Manager with the right permissions to do this."_s);
}

bool maySee(const Call& call, Kind kind, const Row& row)
{
    const Viewer& viewer = call.viewer;
    if (viewer.isAdministrator()) return true;
    switch (kind) {
    case Kind::TimeEntry:
    case Kind::Expense:
        return row.integer(u"user_id") == viewer.userId || viewer.manages(row.integer(u"project_id"));
    case Kind::Project:
        return viewer.manages(row.id);
    case Kind::TaskAssignment:
    case Kind::UserAssignment:
        return viewer.manages(row.integer(u"project_id")) || row.integer(u"user_id") == viewer.userId;
    case Kind::Client:
        return viewer.may(u"client_and_task_manager"_s) || managesClient(call, row.id);
    case Kind::Contact:
    case Kind::Invoice:
    case Kind::Estimate:
        return viewer.may(u"client_and_task_manager"_s) || managesClient(call, row.integer(u"client_id"));
    default:
        return true;
    }
}

bool mayChange(const Call& call, Kind kind, const Row& row)
{
    const Viewer& viewer = call.viewer;
    if (viewer.isAdministrator()) return true;
    if (kind == Kind::TimeEntry || kind == Kind::Expense)
        return row.integer(u"user_id") == viewer.userId || viewer.may(u"time_and_expenses_manager"_s);
    if (kind == Kind::Project) return viewer.manages(row.id) || viewer.may(u"project_creator"_s);
    return maySee(call, kind, row);
}

} // namespace tieout::sandbox::harvest
