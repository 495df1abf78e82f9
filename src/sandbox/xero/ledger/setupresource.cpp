#include "sandbox/xero/ledger/setupresource.h"

#include "sandbox/xero/wire/fields.h"
#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

/// What an import did, as the answer counts it.
struct ImportCounts {
    qint64 total = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 system = 0;
    qint64 errored = 0;
};

const FieldTable& accountFields()
{
    static const FieldTable kFields{{u"Code", FieldKind::Text},
                                    {u"Name", FieldKind::Text},
                                    {u"Type", FieldKind::Text},
                                    {u"TaxType", FieldKind::Text},
                                    {u"Description", FieldKind::Text}};
    return kFields;
}

void importAccount(const Call& call, const Fields& fields, ImportCounts& counts)
{
    Chart& chart = call.tenant.chart;
    const int position = chart.accountByCode(fields.text(0).value_or(QString()));
    Account account = position < 0 ? Account() : chart.account(position);
    ++counts.total;
    if (!account.systemAccount.isEmpty()) {
        ++counts.system;
        return;
    }
    fields.take(0, account.code);
    fields.take(1, account.name);
    fields.take(2, account.type);
    fields.take(3, account.taxType);
    fields.take(4, account.description);
    const std::optional<AccountClass> accountClass = classOfType(account.type);
    if (account.code.isEmpty() || account.name.isEmpty() || !accountClass ||
        chart.taxRate(account.taxType) < 0) {
        ++counts.errored;
        return;
    }
    account.accountClass = *accountClass;
    account.updated = call.now;
    if (position >= 0) {
        chart.replaceAccount(position, std::move(account));
        ++counts.updated;
        return;
    }
    account.id = call.guids.next();
    account.created = call.now;
    chart.addAccount(std::move(account));
    ++counts.created;
}

} // namespace

Response answerSetup(const Call& call)
{
    if (call.request.method != "POST" || call.path.size() != 1) return notImplementedReply();
    const Result<Json> body = Json::parse(call.request.body);
    if (!body) return unreadableReply(body.error().text);
    const Json& part = memberOf(*body, u"Accounts");
    ValueReader reader;
    const std::vector<Fields> accounts = readParts(part, accountFields(), reader);
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    if (!body->isObject() || body->size() == 0) return nothingDoneReply(u"Setup");
    ImportCounts counts;
    for (const Fields& fields : accounts)
        importAccount(call, fields, counts);
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginObject("ImportSummary");
    writer.beginObject("Accounts");
    for (const auto& [key, value] : {std::pair<std::string_view, qint64>{"Total", counts.total},
                                     {"New", counts.created},
                                     {"Updated", counts.updated},
                                     {"Deleted", 0},
                                     {"Locked", 0},
                                     {"System", counts.system},
                                     {"Errored", counts.errored}})
        writer.number(key, value);
    writer.flag("Present", part.isArray());
    writer.number("NewOrUpdated", counts.created + counts.updated);
    writer.endObject();
    writer.beginObject("Organisation");
    writer.flag("Present", !memberOf(*body, u"ConversionDate").isNull());
    writer.endObject();
    writer.endObject();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

} // namespace tieout::sandbox::xero
