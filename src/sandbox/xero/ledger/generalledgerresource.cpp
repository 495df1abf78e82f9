#include "sandbox/xero/ledger/generalledgerresource.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/documents/linerows.h"
#include "sandbox/xero/ledger/postings.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr size_t kPerCall = 100;

void writeLine(ReplyWriter& writer, const Tenant& tenant, const LedgerLine& line, const QUuid& id)
{
    const Account& account = tenant.chart.account(line.account);
    writer.beginObject();
    writer.guid("JournalLineID", id);
    writer.guid("AccountID", account.id);
    writer.text("AccountCode", account.code);
    writer.text("AccountType", account.type);
    writer.text("AccountName", account.name);
    writer.text("Description", line.description);
    writer.number("NetAmount", line.net.rounded(2));
    writer.number("GrossAmount", sumOf(line.net, line.tax).rounded(2));
    writer.number("TaxAmount", line.tax.rounded(2));
    if (line.taxRate >= 0) {
        const TaxRate& rate = tenant.chart.taxRates()[size_t(line.taxRate)];
        writer.text("TaxType", rate.taxType);
        writer.text("TaxName", rate.name);
    }
    writeTracking(writer, tenant.tracking, line.tracking, "TrackingCategories");
    writer.endObject();
}

void writeJournal(ReplyWriter& writer, const Tenant& tenant, const GeneralJournal& journal)
{
    const LedgerEntry& entry = journal.entry;
    writer.guid("JournalID", journal.id);
    writer.day("JournalDate", entry.date);
    writer.number("JournalNumber", qint64(journal.number));
    writer.instant("CreatedDateUTC", entry.changed);
    if (!entry.reference.isEmpty()) writer.text("Reference", entry.reference);
    writer.guid("SourceID", entry.source);
    writer.ascii("SourceType", entry.sourceType);
    writer.beginArray("JournalLines");
    for (size_t index = 0; index < entry.lines.size(); ++index)
        writeLine(writer, tenant, entry.lines[index],
                  QUuid::createUuidV5(journal.id, QByteArray::number(qint64(index))));
    writer.endArray();
}

Response show(const Call& call, std::vector<int> positions)
{
    return rowsReply(call, "Journals", {std::move(positions), std::nullopt},
                     [&call](ReplyWriter& writer, int position) {
                         writeJournal(writer, call.tenant, call.tenant.ledger.journals()[size_t(position)]);
                     });
}

void follow(const Call& call)
{
    call.tenant.ledger.follow(ledgerEntriesOf(call.tenant));
}

Response list(const Call& call)
{
    const auto query = ListQuery::read(
        call.request, [](QStringView) { return WhereProperty{}; }, u"Journal");
    if (!query) return query.error();
    const std::vector<GeneralJournal>& journals = call.tenant.ledger.journals();
    const size_t offset = size_t(std::max(0, call.request.queryValue(u"offset").toInt()));
    // What is already in the ledger never changes: a walk through old journals need not look at the
    // documents.
    if (query->modifiedSince || journals.size() < offset + kPerCall) follow(call);
    const bool paymentsOnly = queryFlag(call.request, u"paymentsOnly");
    std::vector<int> positions;
    for (size_t at = offset; at < journals.size() && positions.size() < kPerCall; ++at) {
        const LedgerEntry& entry = journals[at].entry;
        if (query->modifiedSince && entry.changed < *query->modifiedSince) continue;
        if (paymentsOnly && !std::string_view(entry.sourceType).ends_with("PAYMENT")) continue;
        positions.push_back(int(at));
    }
    return show(call, std::move(positions));
}

int journalNamed(const Tenant& tenant, const QString& segment)
{
    const std::vector<GeneralJournal>& journals = tenant.ledger.journals();
    const QUuid id = parseGuid(segment);
    const int number = segment.toInt();
    if (id.isNull()) return number > 0 && size_t(number) <= journals.size() ? number - 1 : -1;
    const auto found = std::find_if(journals.begin(), journals.end(),
                                    [&id](const GeneralJournal& journal) { return journal.id == id; });
    return found == journals.end() ? -1 : int(found - journals.begin());
}

} // namespace

Response answerGeneralLedger(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    if (call.path.size() == 1) return list(call);
    follow(call);
    const int position = journalNamed(call.tenant, call.path[1]);
    return position < 0 ? notFoundReply() : show(call, {position});
}

} // namespace tieout::sandbox::xero
