#include "sandbox/harvest/rules.h"

#include "sandbox/harvest/printer.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr qint64 kLargestReceipt = 5'000'000;

void takeReceipt(Draft& draft)
{
    const Json& wish = draft.call.body.members[u"delete_receipt"];
    if (wish.toBool() || wish.toText() == u"true" || wish.toText() == u"1")
        draft.row.data.set(u"receipt"_s, Json());
    const auto& file = draft.call.body.file;
    if (!file || file->member != u"receipt") return;
    static const QStringList kEndings{u"png"_s, u"gif"_s, u"pdf"_s, u"jpg"_s, u"jpeg"_s};
    if (!kEndings.contains(file->name.section(u'.', -1).toLower()))
        draft.refuse(u"Receipt must be an image or a PDF"_s);
    if (file->bytes > kLargestReceipt) draft.refuse(u"Receipt is too large"_s);
    draft.row.data.set(
        u"receipt"_s,
        Json::object({{u"url"_s, u"https://practice.harvestapp.example/receipts/"_s + file->name},
                      {u"file_name"_s, file->name},
                      {u"file_size"_s, Json(file->bytes)},
                      {u"content_type"_s, file->contentType}}));
}

// The category's price makes the cost of counted things; other costs count as that many units.
void takeCost(Draft& draft, const Row& category)
{
    if (category.has(u"unit_price")) {
        const Decimal units = draft.row.number(u"units");
        if (!draft.row.has(u"units")) draft.refuse(u"Units can't be blank"_s);
        draft.row.data.set(u"total_cost"_s, Json(times(units, category.number(u"unit_price")).rounded(2)));
        return;
    }
    if (!draft.row.has(u"total_cost")) draft.refuse(u"Total cost can't be blank"_s);
    draft.row.data.set(u"total_cost"_s, Json(draft.row.number(u"total_cost").rounded(2)));
    draft.row.data.set(u"units"_s, draft.row[u"total_cost"]);
}

void checkExpense(Draft& draft)
{
    Call& call = draft.call;
    if (!draft.row.has(u"user_id")) draft.row.data.set(u"user_id"_s, Json(call.viewer.userId));
    const bool locked = draft.before && !lockedReason(call.books, Kind::Expense, *draft.before).isEmpty();
    if (locked) {
        // The service says nothing and leaves these two as they were.
        draft.row.data.set(u"project_id"_s, draft.before->data[u"project_id"]);
        draft.row.data.set(u"expense_category_id"_s, draft.before->data[u"expense_category_id"]);
    }
    const Row* project = needLink(draft, u"project_id", Kind::Project);
    const Row* category = needLink(draft, u"expense_category_id", Kind::ExpenseCategory);
    const Row* user = needLink(draft, u"user_id", Kind::User);
    if (draft.isNew() && project && !project->flag(u"is_active")) draft.refuse(u"Project is archived"_s);
    if (draft.isNew() && project && user &&
        !call.books.findAssignment(Kind::UserAssignment, project->id, user->id))
        draft.refuse(u"User is not assigned to this project"_s);
    takeReceipt(draft);
    if (category) takeCost(draft, *category);
}

QString expenseKeeps(const Call& call, const Row& row)
{
    const QString locked = lockedReason(call.books, Kind::Expense, row);
    const bool approved = row.flag(u"is_closed") && !row.has(u"invoice_id");
    if (locked.isEmpty() || (approved && call.viewer.isAdministrator())) return {};
    return u"This expense is locked: "_s + locked;
}

void checkCategory(Draft& draft)
{
    needUnique(draft, u"name", u"Name has already been taken"_s);
    const bool named = !draft.row.text(u"unit_name").isEmpty();
    if (named && !draft.row.has(u"unit_price")) draft.refuse(u"Unit price can't be blank"_s);
    if (!named && draft.row.has(u"unit_price")) draft.refuse(u"Unit name can't be blank"_s);
}

QString categoryKeeps(const Call& call, const Row& row)
{
    return call.books.any(Kind::Expense, u"expense_category_id", row.id)
               ? u"This expense category is not removable. It still has expenses."_s
               : QString();
}

} // namespace

Rules expenseRules(Kind kind)
{
    if (kind == Kind::Expense) return {checkExpense, nullptr, expenseKeeps, nullptr};
    return {checkCategory, nullptr, categoryKeeps, nullptr};
}

} // namespace tieout::sandbox::harvest
