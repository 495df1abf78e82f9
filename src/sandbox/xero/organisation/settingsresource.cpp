#include "sandbox/xero/organisation/settingsresource.h"

#include "sandbox/xero/expenses/claimrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

std::string_view actionStatus(bool allowed)
{
    return allowed ? "ALLOWED" : "NOT-ALLOWED";
}

Response writeActions(const Call& call)
{
    const QSet<QString>& refused = call.tenant.organisation.refusedActions;
    static constexpr std::pair<std::string_view, bool> kActions[] = {
        {"ApproveTransactionsBeforePeriodLockDate", false},
        {"AttachFilesIntoInvoice", true},
        {"CreateApprovedBill", true},
        {"CreateApprovedInvoice", true},
        {"CreateDraftInvoice", true},
        {"CreateInvoicePayment", true},
        {"UseMulticurrency", true},
    };
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("Actions");
    for (const auto& [name, allowed] : kActions) {
        writer.beginObject();
        writer.ascii("Name", name);
        const QString action = QString::fromLatin1(name.data(), qsizetype(name.size()));
        writer.ascii("Status", actionStatus(allowed && !refused.contains(action)));
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

/// A list of settings: rows read through `value`, written by `write`, in their own order unless asked.
template<class Row, class Value, class Write>
Response writeList(const Call& call, std::string_view array, const std::vector<Row>& all,
                   const ListQuery& query, const Value& value, const Write& write)
{
    std::vector<const Row*> rows;
    for (const Row& row : all) {
        if (query.where) {
            const Result<bool> matches =
                query.where->matches([&](int property) { return value(row, property); });
            if (!matches) return badExpressionReply(matches.error().text);
            if (!*matches) continue;
        }
        rows.push_back(&row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const Row* left, const Row* right) {
        for (const OrderKey& key : query.order) {
            const int compared = compareValues(value(*left, key.property), value(*right, key.property));
            if (compared != 0) return key.descending ? compared > 0 : compared < 0;
        }
        return false;
    });
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray(array);
    for (const Row* row : rows) {
        writer.beginObject();
        write(writer, *row);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

WhereProperty textProperty(const MemberNames& names, QStringView path)
{
    const int number = names.find(path);
    return {number, WhereType::Text};
}

Response addCurrency(const Call& call)
{
    const auto elements = readElements(call.request.body, u"Currencies", u"Currency");
    if (!elements) return elements.error();
    ValueReader reader;
    QString code;
    for (const Json::Member& member : elements->first().toObject()) {
        if (member.first.compare("Code"_L1, Qt::CaseInsensitive) == 0)
            code = reader.text(member.second).value_or(QString());
    }
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    QStringList errors;
    if (!dayRate(call.tenant.organisation.baseCurrency, code))
        errors << u"Currency code must be valid."_s;
    else
        call.tenant.chart.addCurrency({code, code});
    BatchAnswer answer(ErrorReport::Summarised);
    answer.beginRow().text("Code", code);
    answer.endRow(errors, {});
    return answer.finish("Currencies", {call.guids.next(), call.now, std::nullopt});
}

// Only Britain has the construction industry scheme; the practice companies are not in it.
Response organisationCis(const Call& call)
{
    const Organisation& organisation = call.tenant.organisation;
    const bool asked = call.path[2].compare("CISSettings"_L1, Qt::CaseInsensitive) == 0 &&
                       parseGuid(call.path[1]) == organisation.id;
    if (!asked || organisation.version != "UK"_L1) return notFoundReply();
    ReplyWriter writer; // bare: without the envelope of the others
    writer.beginObject();
    writer.beginArray("CISSettings");
    writer.beginObject();
    writer.flag("CISContractorEnabled", false);
    writer.flag("CISSubContractorEnabled", false);
    writer.endObject();
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

} // namespace

Response answerInvoiceReminders(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    if (call.path.size() != 2 || call.path[1].compare("Settings"_L1, Qt::CaseInsensitive) != 0)
        return notFoundReply();
    RowChoice choice;
    choice.rows = {0};
    return rowsReply(call, "InvoiceReminders", choice,
                     [](ReplyWriter& writer, int) { writer.flag("Enabled", false); });
}

Response answerOrganisation(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    if (call.path.size() == 2 && call.path[1].compare("Actions"_L1, Qt::CaseInsensitive) == 0)
        return writeActions(call);
    if (call.path.size() == 3) return organisationCis(call);
    if (call.path.size() != 1) return notFoundReply();
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("Organisations");
    writer.beginObject();
    writeOrganisation(writer, call.tenant.organisation);
    writer.endObject();
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response answerCurrencies(const Call& call)
{
    static const MemberNames kNames{u"Code", u"Description"};
    if (call.path.size() != 1) return notFoundReply();
    if (call.request.method == "PUT") return addCurrency(call);
    if (call.request.method != "GET") return notImplementedReply();
    auto query = ListQuery::read(
        call.request, [](QStringView path) { return textProperty(kNames, path); }, u"Currency");
    if (!query) return query.error();
    return writeList(
        call, "Currencies", call.tenant.chart.currencies(), *query,
        [](const Currency& currency, int property) {
            return WhereValue(property == 0 ? currency.code : currency.description);
        },
        [](ReplyWriter& writer, const Currency& currency) {
            writer.text("Code", currency.code);
            writer.text("Description", currency.description);
        });
}

Response answerUsers(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    const QUuid wanted = call.path.size() == 2 ? parseGuid(call.path[1]) : QUuid();
    bool found = call.path.size() == 1;
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("Users");
    for (const OrganisationUser& user : call.tenant.organisation.users) {
        if (call.path.size() == 2 && user.id != wanted) continue;
        found = true;
        writer.beginObject();
        writeUser(writer, call.tenant, user);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return found ? jsonReply(200, writer.bytes()) : notFoundReply();
}

Response answerBrandingThemes(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    const QUuid wanted = call.path.size() == 2 ? parseGuid(call.path[1]) : QUuid();
    RowChoice choice;
    for (qsizetype index = 0; index < call.tenant.themes.size(); ++index) {
        if (call.path.size() == 1 || call.tenant.themes[index].id == wanted)
            choice.rows.push_back(int(index));
    }
    if (choice.rows.empty()) return notFoundReply();
    return rowsReply(call, "BrandingThemes", choice, [&call](ReplyWriter& writer, int position) {
        const BrandingTheme& theme = call.tenant.themes[position];
        writer.guid("BrandingThemeID", theme.id);
        writer.text("Name", theme.name);
        writer.ascii("Type", "INVOICE");
        writer.number("SortOrder", qint64(position));
        writer.instant("CreatedDateUTC", call.tenant.organisation.created);
    });
}

} // namespace tieout::sandbox::xero
