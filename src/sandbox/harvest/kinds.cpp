#include "sandbox/harvest/kinds.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

constexpr auto kText = Shape::Text;
constexpr auto kNumber = Shape::Number;
constexpr auto kInteger = Shape::Integer;
constexpr auto kFlag = Shape::Flag;
constexpr auto kDate = Shape::Date;
constexpr auto kMoment = Shape::Moment;
constexpr auto kTexts = Shape::Texts;
constexpr auto kObject = Shape::Object;
constexpr auto kLink = Shape::Link;
constexpr auto kYes = u"true";
constexpr auto kNo = u"false";

constexpr Member link(const char16_t* name, Kind target, const char16_t* shown, quint8 rules = kPlain)
{
    return {name, kLink, rules, nullptr, target, shown};
}

constexpr Member kClient[] = {
    {u"name", kText, kRequired},
    {u"is_active", kFlag, kPlain, kYes},
    {u"address"},
    {u"statement_key", kText, kReadOnly},
    {u"currency"},
};

constexpr Member kContact[] = {
    link(u"client", Kind::Client, u"id name", kRequired),
    {u"title"},
    {u"first_name", kText, kRequired},
    {u"last_name"},
    {u"email"},
    {u"phone_office"},
    {u"phone_mobile"},
    {u"fax"},
};

constexpr Member kTask[] = {
    {u"name", kText, kRequired},         {u"billable_by_default", kFlag, kPlain, kYes},
    {u"default_hourly_rate", kNumber},   {u"is_default", kFlag, kPlain, kNo},
    {u"is_active", kFlag, kPlain, kYes},
};

constexpr Member kProject[] = {
    {u"name", kText, kRequired},
    {u"code"},
    {u"is_active", kFlag, kPlain, kYes},
    {u"is_billable", kFlag, kRequired},
    {u"is_fixed_fee", kFlag, kPlain, kNo},
    {u"bill_by", kText, kRequired},
    {u"budget", kNumber},
    {u"budget_by", kText, kRequired},
    {u"budget_is_monthly", kFlag, kPlain, kNo},
    {u"notify_when_over_budget", kFlag, kPlain, kNo},
    {u"over_budget_notification_percentage", kNumber, kPlain, u"80.0"},
    {u"show_budget_to_all", kFlag, kPlain, kNo},
    {u"starts_on", kDate},
    {u"ends_on", kDate},
    {u"over_budget_notification_date", kDate, kReadOnly},
    {u"notes"},
    {u"cost_budget", kNumber},
    {u"cost_budget_include_expenses", kFlag, kPlain, kNo},
    {u"hourly_rate", kNumber},
    {u"fee", kNumber},
    link(u"client", Kind::Client, u"id name currency", kRequired),
};

constexpr Member kTaskAssignment[] = {
    {u"is_active", kFlag, kPlain, kYes},
    {u"billable", kFlag},
    {u"hourly_rate", kNumber},
    {u"budget", kNumber},
    link(u"project", Kind::Project, u"id name code", kReadOnly),
    link(u"task", Kind::Task, u"id name", kRequired | kCreateOnly),
};

constexpr Member kUserAssignment[] = {
    {u"is_active", kFlag, kPlain, kYes},
    {u"is_project_manager", kFlag, kPlain, kNo},
    {u"use_default_rates", kFlag, kPlain, kYes},
    {u"hourly_rate", kNumber},
    {u"budget", kNumber},
    link(u"project", Kind::Project, u"id name code", kReadOnly),
    link(u"user", Kind::User, u"id name", kRequired | kCreateOnly),
};

constexpr Member kRole[] = {
    {u"name", kText, kRequired},
    {u"user_ids", Shape::Ids, kPlain, u"[]"},
};

constexpr Member kUser[] = {
    {u"first_name", kText, kRequired},
    {u"last_name", kText, kRequired},
    {u"email", kText, kRequired},
    {u"telephone"},
    {u"timezone", kText, kPlain, u"\"Sydney\""},
    {u"has_access_to_all_future_projects", kFlag, kPlain, kNo},
    {u"is_contractor", kFlag, kPlain, kNo},
    {u"is_active", kFlag, kPlain, kYes},
    {u"weekly_capacity", kInteger, kPlain, u"126000"},
    {u"default_hourly_rate", kNumber},
    {u"cost_rate", kNumber},
    {u"roles", kTexts, kPlain, u"[]"},
    {u"access_roles", kTexts, kPlain, u"[\"member\"]"},
    {u"avatar_url", kText, kReadOnly},
    {u"teammate_ids", Shape::Ids, kReadOnly | kHidden},
};

constexpr Member kRate[] = {
    {u"amount", kNumber, kRequired | kCreateOnly},
    {u"start_date", kDate, kCreateOnly},
    {u"end_date", kDate, kReadOnly},
    link(u"user", Kind::User, u"id", kReadOnly | kHidden),
};

constexpr Member kExpenseCategory[] = {
    {u"name", kText, kRequired},
    {u"unit_name"},
    {u"unit_price", kNumber},
    {u"is_active", kFlag, kPlain, kYes},
};

constexpr Member kExpense[] = {
    {u"notes"},
    {u"total_cost", kNumber},
    {u"units", kNumber},
    {u"is_closed", kFlag, kReadOnly, kNo},
    {u"is_locked", kFlag, kReadOnly},
    {u"is_billed", kFlag, kReadOnly},
    {u"locked_reason", kText, kReadOnly},
    {u"spent_date", kDate, kRequired},
    {u"billable", kFlag, kPlain, kYes},
    {u"receipt", kObject, kReadOnly},
    link(u"user", Kind::User, u"id name", kCreateOnly),
    {u"user_assignment", kObject, kReadOnly},
    link(u"project", Kind::Project, u"id name code", kRequired),
    link(u"expense_category", Kind::ExpenseCategory, u"id name unit_price unit_name", kRequired),
    {u"client", kObject, kReadOnly},
    link(u"invoice", Kind::Invoice, u"id number", kReadOnly),
};

constexpr Member kInvoiceItemCategory[] = {
    {u"name", kText, kRequired},
    {u"use_as_service", kFlag, kReadOnly, kNo},
    {u"use_as_expense", kFlag, kReadOnly, kNo},
};

constexpr Member kEstimateItemCategory[] = {{u"name", kText, kRequired}};

constexpr Member kInvoice[] = {
    {u"client_key", kText, kReadOnly},
    {u"number"},
    {u"purchase_order"},
    {u"amount", kNumber, kReadOnly},
    {u"due_amount", kNumber, kReadOnly},
    {u"tax", kNumber},
    {u"tax_amount", kNumber, kReadOnly},
    {u"tax2", kNumber},
    {u"tax2_amount", kNumber, kReadOnly},
    {u"discount", kNumber},
    {u"discount_amount", kNumber, kReadOnly},
    {u"subject"},
    {u"notes"},
    {u"state", kText, kReadOnly},
    {u"period_start", kDate, kReadOnly},
    {u"period_end", kDate, kReadOnly},
    {u"issue_date", kDate},
    {u"due_date", kDate},
    {u"payment_term"},
    {u"payment_options", kTexts, kPlain, u"[]"},
    {u"sent_at", kMoment, kReadOnly},
    {u"paid_at", kMoment, kReadOnly},
    {u"closed_at", kMoment, kReadOnly},
    {u"recurring_invoice_id", kInteger, kReadOnly},
    {u"paid_date", kDate, kReadOnly},
    {u"currency"},
    link(u"client", Kind::Client, u"id name", kRequired),
    link(u"estimate", Kind::Estimate, u"id"),
    {u"retainer", kObject, kReadOnly},
    link(u"creator", Kind::User, u"id name", kReadOnly),
    {u"line_items", kObject, kReadOnly, u"[]"},
};

constexpr Member kInvoiceMessage[] = {
    {u"sent_by", kText, kReadOnly},
    {u"sent_by_email", kText, kReadOnly},
    {u"sent_from", kText, kReadOnly},
    {u"sent_from_email", kText, kReadOnly},
    {u"include_link_to_client_invoice", kFlag, kPlain, kNo},
    {u"send_me_a_copy", kFlag, kPlain, kNo},
    {u"thank_you", kFlag, kPlain, kNo},
    {u"reminder", kFlag, kReadOnly, kNo},
    {u"send_reminder_on", kDate, kReadOnly},
    {u"event_type"},
    {u"recipients", kObject, kReadOnly, u"[]"},
    {u"subject"},
    {u"body"},
    {u"attach_pdf", kFlag, kPlain, kNo},
    link(u"invoice", Kind::Invoice, u"id", kReadOnly | kHidden),
};

constexpr Member kInvoicePayment[] = {
    {u"amount", kNumber, kRequired},
    {u"paid_at", kMoment},
    {u"paid_date", kDate},
    {u"recorded_by", kText, kReadOnly},
    {u"recorded_by_email", kText, kReadOnly},
    {u"notes"},
    {u"transaction_id", kText, kReadOnly},
    {u"payment_gateway", kObject, kReadOnly, u"{\"id\":null,\"name\":null}"},
    link(u"invoice", Kind::Invoice, u"id", kReadOnly | kHidden),
};

constexpr Member kEstimate[] = {
    {u"client_key", kText, kReadOnly},
    {u"number"},
    {u"purchase_order"},
    {u"amount", kNumber, kReadOnly},
    {u"tax", kNumber},
    {u"tax_amount", kNumber, kReadOnly},
    {u"tax2", kNumber},
    {u"tax2_amount", kNumber, kReadOnly},
    {u"discount", kNumber},
    {u"discount_amount", kNumber, kReadOnly},
    {u"subject"},
    {u"notes"},
    {u"state", kText, kReadOnly},
    {u"issue_date", kDate},
    {u"sent_at", kMoment, kReadOnly},
    {u"accepted_at", kMoment, kReadOnly},
    {u"declined_at", kMoment, kReadOnly},
    {u"currency"},
    link(u"client", Kind::Client, u"id name", kRequired),
    link(u"creator", Kind::User, u"id name", kReadOnly),
    {u"line_items", kObject, kReadOnly, u"[]"},
};

constexpr Member kEstimateMessage[] = {
    {u"sent_by", kText, kReadOnly},
    {u"sent_by_email", kText, kReadOnly},
    {u"sent_from", kText, kReadOnly},
    {u"sent_from_email", kText, kReadOnly},
    {u"send_me_a_copy", kFlag, kPlain, kNo},
    {u"event_type"},
    {u"recipients", kObject, kReadOnly, u"[]"},
    {u"subject"},
    {u"body"},
    link(u"estimate", Kind::Estimate, u"id", kReadOnly | kHidden),
};

constexpr Member kTimeEntry[] = {
    {u"spent_date", kDate, kRequired},
    {u"hours", kNumber},
    {u"hours_without_timer", kNumber, kReadOnly},
    {u"rounded_hours", kNumber, kReadOnly},
    {u"notes"},
    {u"is_locked", kFlag, kReadOnly},
    {u"locked_reason", kText, kReadOnly},
    {u"is_closed", kFlag, kReadOnly, kNo},
    {u"is_billed", kFlag, kReadOnly},
    {u"timer_started_at", kMoment, kReadOnly},
    {u"started_time", Shape::Clock},
    {u"ended_time", Shape::Clock},
    {u"is_running", kFlag, kReadOnly},
    {u"billable", kFlag, kReadOnly},
    {u"budgeted", kFlag, kReadOnly},
    {u"billable_rate", kNumber, kReadOnly},
    {u"cost_rate", kNumber, kReadOnly},
    link(u"user", Kind::User, u"id name", kCreateOnly),
    {u"client", kObject, kReadOnly},
    link(u"project", Kind::Project, u"id name code", kRequired),
    link(u"task", Kind::Task, u"id name", kRequired),
    {u"user_assignment", kObject, kReadOnly},
    {u"task_assignment", kObject, kReadOnly},
    link(u"invoice", Kind::Invoice, u"id number", kReadOnly),
    {u"external_reference", kObject, kReadOnly},
};

// In the order of Kind.
constexpr KindFacts kFacts[kKindCount] = {
    {u"client", u"clients", true, true, Order::Newest, u"is_active", kClient},
    {u"contact", u"contacts", true, true, Order::Newest, u"client_id", kContact},
    {u"task", u"tasks", true, true, Order::Newest, u"is_active", kTask},
    {u"project", u"projects", true, true, Order::Newest, u"is_active client_id", kProject},
    {u"task_assignment", u"task_assignments", true, true, Order::Newest, u"is_active", kTaskAssignment},
    {u"user_assignment", u"user_assignments", true, true, Order::Newest, u"is_active user_id",
     kUserAssignment},
    {u"role", u"roles", true, false, Order::Newest, u"", kRole},
    {u"user", u"users", true, true, Order::Newest, u"is_active", kUser},
    {u"billable_rate", u"billable_rates", true, false, Order::OldestStart, u"", kRate},
    {u"cost_rate", u"cost_rates", true, false, Order::OldestStart, u"", kRate},
    {u"expense_category", u"expense_categories", true, true, Order::Newest, u"is_active", kExpenseCategory},
    {u"expense", u"expenses", false, true, Order::SpentDate,
     u"user_id client_id project_id is_billed from to", kExpense},
    {u"invoice_item_category", u"invoice_item_categories", true, true, Order::Newest, u"",
     kInvoiceItemCategory},
    {u"estimate_item_category", u"estimate_item_categories", true, true, Order::Newest, u"",
     kEstimateItemCategory},
    {u"invoice", u"invoices", false, true, Order::IssueDate, u"client_id project_id state from to", kInvoice},
    {u"invoice_message", u"invoice_messages", true, true, Order::Newest, u"", kInvoiceMessage},
    {u"invoice_payment", u"invoice_payments", true, true, Order::Newest, u"", kInvoicePayment},
    {u"estimate", u"estimates", false, true, Order::IssueDate, u"client_id state from to", kEstimate},
    {u"estimate_message", u"estimate_messages", true, true, Order::Newest, u"", kEstimateMessage},
    {u"time_entry", u"time_entries", false, true, Order::SpentDate,
     u"user_id client_id project_id task_id external_reference_id is_billed is_running from to", kTimeEntry},
};

} // namespace

const KindFacts& factsOf(Kind kind)
{
    return kFacts[size_t(kind)];
}

const Member* memberOf(const KindFacts& facts, QStringView name)
{
    for (const Member& member : facts.members) {
        if (name == QStringView(member.name)) return &member;
    }
    return nullptr;
}

QString keptName(const Member& member)
{
    const QString name = QString::fromUtf16(member.name);
    return member.shape == Shape::Link ? name + u"_id"_s : name;
}

QString labelOf(QStringView keptName)
{
    QString label = (keptName.endsWith(u"_id") ? keptName.chopped(3) : keptName).toString();
    label.replace(u'_', u' ');
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    return label;
}

} // namespace tieout::sandbox::harvest
