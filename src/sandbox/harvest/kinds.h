#pragma once

#include <QList>
#include <QString>

#include <span>

namespace tieout::sandbox::harvest {

/// The kinds of record that the practice Harvest keeps.
enum class Kind : quint8 {
    Client,
    Contact,
    Task,
    Project,
    TaskAssignment,
    UserAssignment,
    Role,
    User,
    BillableRate,
    CostRate,
    ExpenseCategory,
    Expense,
    InvoiceItemCategory,
    EstimateItemCategory,
    Invoice,
    InvoiceMessage,
    InvoicePayment,
    Estimate,
    EstimateMessage,
    TimeEntry,
};
inline constexpr int kKindCount = int(Kind::TimeEntry) + 1;

enum class Shape : quint8 {
    Text,
    Number,
    Integer,
    Flag,
    Date,
    Moment,
    Clock, ///< "14:59" or "2:59pm"
    Texts,
    Ids,
    Object,
    Link, ///< kept and written as <name>_id, shown as an object
};

enum MemberRule : quint8 {
    kPlain = 0,
    kRequired = 1,   ///< on create; never blank afterwards
    kReadOnly = 2,   ///< ignored when sent
    kCreateOnly = 4, ///< ignored in a change
    kHidden = 8,     ///< kept but not shown
};

struct Member {
    const char16_t* name;
    Shape shape = Shape::Text;
    quint8 rules = kPlain;
    const char16_t* fallback = nullptr; ///< JSON that a new record starts with
    Kind target = Kind::Client;         ///< of a link
    const char16_t* shown = nullptr;    ///< members of the linked record that appear
};

enum class Order : quint8 {
    Newest,
    IssueDate, ///< newest first
    SpentDate, ///< newest first
    OldestStart,
};

struct KindFacts {
    const char16_t* singular;
    const char16_t* plural; ///< key of the list
    bool cursors;           ///< pages by an opaque cursor as well
    bool updatedSince;      ///< takes that parameter
    Order order;
    const char16_t* filters; ///< blank-separated parameters
    std::span<const Member> members;
};

[[nodiscard]] const KindFacts& factsOf(Kind kind);
[[nodiscard]] const Member* memberOf(const KindFacts& facts, QStringView name);
/// The name a member is kept and written under: links end in "_id".
[[nodiscard]] QString keptName(const Member& member);
/// "client_id" → "Client", "first_name" → "First name".
[[nodiscard]] QString labelOf(QStringView keptName);

} // namespace tieout::sandbox::harvest
