#include "sandbox/xero/ledger/trackingresource.h"

#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kMostActive = 2;
constexpr int kMostCategories = 4;
constexpr qsizetype kMaxName = 100;

/// A category as lists see it.
struct CategoryRow {
    const TrackingCategory* category = nullptr;
    QUuid id;
    Instant updated{};
};

constexpr Column<CategoryRow> kColumns[] = {
    {u"Name", WhereType::Text,
     [](const Tenant&, const CategoryRow& row) { return whereText(row.category->name); }},
    {u"TrackingCategoryID", WhereType::Guid,
     [](const Tenant&, const CategoryRow& row) { return WhereValue(row.id); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const CategoryRow& row) {
         return whereWord(settingStatusName(row.category->status));
     }},
};

const FieldTable& nameFields()
{
    static const FieldTable kFields{{u"Name", FieldKind::Text}, {u"Status", FieldKind::Text}};
    return kFields;
}

void applyName(const Fields& fields, QString& name, SettingStatus& status, QStringView what,
               QStringList& errors)
{
    fields.take(0, name);
    name = name.trimmed();
    if (name.isEmpty()) errors << u"%1 name must be specified."_s.arg(what);
    if (name.size() > kMaxName) errors << u"%1 name must not exceed 100 characters."_s.arg(what);
    const std::optional<QString> word = fields.text(1);
    if (!word || word->isEmpty()) return;
    const std::optional<SettingStatus> read = settingStatusFromName(*word);
    if (read)
        status = *read;
    else
        errors << u"%1 status must be valid."_s.arg(what);
}

bool isUsed(const Tenant& tenant, int category, int option)
{
    const auto marked = [&](const auto& marks) {
        return std::any_of(marks.begin(), marks.end(), [&](const TrackingMark& mark) {
            return mark.category == category && (option < 0 || mark.option == option);
        });
    };
    const auto uses = [&](const std::vector<DocumentLine>& lines) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const DocumentLine& line) { return marked(line.tracking); });
    };
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        if (uses(tenant.invoices.at(position).lines)) return true;
    }
    for (const DocumentBook& book : tenant.documentBooks) {
        for (int position = 0; position < book.size(); ++position) {
            if (uses(book.at(position).lines)) return true;
        }
    }
    return false;
}

void writeOption(ReplyWriter& writer, const TrackingOption& option)
{
    writer.guid("TrackingOptionID", option.id);
    writer.text("Name", option.name);
    writer.ascii("Status", settingStatusName(option.status));
    writer.flag("HasValidationErrors", false);
    writer.flag("IsDeleted", option.status == SettingStatus::Deleted);
    writer.flag("IsArchived", option.status == SettingStatus::Archived);
    writer.flag("IsActive", option.status == SettingStatus::Active);
}

Response list(const Call& call, int single)
{
    const bool withArchived = queryFlag(call.request, u"includeArchived") || single >= 0;
    std::vector<CategoryRow> rows;
    for (const TrackingCategory& category : call.tenant.tracking.categories())
        rows.push_back({&category, category.id, {}});
    const auto shown = [&](const CategoryRow& row) {
        if (single >= 0) return row.category == rows[size_t(single)].category;
        return row.category->status == SettingStatus::Active ||
               (withArchived && row.category->status == SettingStatus::Archived);
    };
    const auto choice = chooseRows<CategoryRow>(
        call, int(rows.size()), [&rows](int at) -> const CategoryRow& { return rows[size_t(at)]; },
        std::span(kColumns), {.type = u"TrackingCategory", .pages = false}, shown);
    if (!choice) return choice.error();
    return rowsReply(call, "TrackingCategories", *choice, [&](ReplyWriter& writer, int position) {
        writeTrackingCategory(writer, *rows[size_t(position)].category,
                              withArchived ? RowDetail::Whole : RowDetail::Head);
    });
}

void checkCategory(const TrackingBook& book, const TrackingCategory& category, int position,
                   QStringList& errors)
{
    const int holder = book.activeByName(category.name);
    if (category.status == SettingStatus::Active && holder >= 0 && holder != position)
        errors << u"A tracking category with the name '%1' already exists."_s.arg(category.name);
    const bool becomesActive =
        category.status == SettingStatus::Active &&
        (position < 0 || book.categories()[size_t(position)].status != SettingStatus::Active);
    if (becomesActive && book.activeCount() >= kMostActive)
        errors << u"You can only have 2 active tracking categories."_s;
    const auto kept =
        std::count_if(book.categories().begin(), book.categories().end(),
                      [](const TrackingCategory& other) { return other.status != SettingStatus::Deleted; });
    if (position < 0 && kept >= kMostCategories) errors << u"You can only have 4 tracking categories."_s;
}

Response saveCategory(const Call& call, int position)
{
    TrackingBook& book = call.tenant.tracking;
    const auto save = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        QStringList errors;
        TrackingCategory category = position < 0 ? TrackingCategory() : book.categories()[size_t(position)];
        applyName(fields, category.name, category.status, u"Tracking category", errors);
        if (errors.isEmpty()) checkCategory(book, category, position, errors);
        if (errors.isEmpty()) {
            if (position < 0) {
                category.id = call.guids.next();
                book.add(category);
            } else {
                book.category(position) = category;
            }
        }
        writeTrackingCategory(answer.beginRow(), category, RowDetail::Whole);
        answer.endRow(errors, {});
    };
    return saveElements(call, "TrackingCategories", u"TrackingCategory", nameFields(),
                        ErrorReport::Summarised, save);
}

Response removeCategory(const Call& call, int position)
{
    if (isUsed(call.tenant, position, -1))
        return exceptionReply(10, u"ValidationException",
                              u"A tracking category that is used on transactions cannot be deleted.");
    call.tenant.tracking.category(position).status = SettingStatus::Deleted;
    return list(call, position);
}

Response saveOption(const Call& call, int position, int option)
{
    TrackingCategory& category = call.tenant.tracking.category(position);
    const auto save = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        QStringList errors;
        TrackingOption changed = option < 0 ? TrackingOption() : category.options[size_t(option)];
        applyName(fields, changed.name, changed.status, u"Tracking option", errors);
        const int holder = TrackingBook::optionByName(category, changed.name);
        if (holder >= 0 && holder != option)
            errors << u"A tracking option with the name '%1' already exists."_s.arg(changed.name);
        if (errors.isEmpty()) {
            if (option < 0) {
                changed.id = call.guids.next();
                category.options.push_back(changed);
            } else {
                category.options[size_t(option)] = changed;
            }
        }
        writeOption(answer.beginRow(), changed);
        answer.endRow(errors, {});
    };
    return saveElements(call, "Options", u"TrackingOption", nameFields(), ErrorReport::Summarised, save);
}

Response removeOption(const Call& call, int position, int option)
{
    if (isUsed(call.tenant, position, option))
        return exceptionReply(10, u"ValidationException",
                              u"A tracking option that is used on transactions cannot be deleted.");
    TrackingOption& deleted = call.tenant.tracking.category(position).options[size_t(option)];
    deleted.status = SettingStatus::Deleted;
    return rowsReply(call, "Options", {{option}, std::nullopt},
                     [&deleted](ReplyWriter& writer, int) { writeOption(writer, deleted); });
}

Response answerOptions(const Call& call, int category)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 3)
        return method == "PUT" ? saveOption(call, category, -1) : notImplementedReply();
    const TrackingCategory& owner = call.tenant.tracking.categories()[size_t(category)];
    const int option = TrackingBook::optionById(owner, parseGuid(call.path[3]));
    if (option < 0) return notFoundReply();
    if (method == "POST") return saveOption(call, category, option);
    return method == "DELETE" ? removeOption(call, category, option) : notImplementedReply();
}

} // namespace

void writeTrackingCategory(ReplyWriter& writer, const TrackingCategory& category, RowDetail detail)
{
    writer.text("Name", category.name);
    writer.ascii("Status", settingStatusName(category.status));
    writer.guid("TrackingCategoryID", category.id);
    writer.beginArray("Options");
    for (const TrackingOption& option : category.options) {
        const bool shown = option.status == SettingStatus::Active ||
                           (detail == RowDetail::Whole && option.status == SettingStatus::Archived);
        if (!shown) continue;
        writer.beginObject();
        writeOption(writer, option);
        writer.endObject();
    }
    writer.endArray();
}

Response answerTracking(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call, -1);
        return method == "PUT" ? saveCategory(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.tracking.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (call.path.size() > 2) {
        const bool options = call.path[2].compare("Options"_L1, Qt::CaseInsensitive) == 0;
        return options && call.path.size() <= 4 ? answerOptions(call, position) : notFoundReply();
    }
    if (method == "GET") return list(call, position);
    if (method == "DELETE") return removeCategory(call, position);
    return method == "POST" ? saveCategory(call, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
