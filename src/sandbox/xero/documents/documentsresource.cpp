#include "sandbox/xero/documents/documentsresource.h"

#include "sandbox/xero/documents/documentdesk.h"
#include "sandbox/xero/documents/documentrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum WhereType;

const Contact& contactOf(const Tenant& tenant, const Document& row)
{
    return tenant.contacts.at(row.contact);
}

WhereValue currencyOf(const Tenant& tenant, const Document& row)
{
    return tenant.chart.currencies()[size_t(row.currency)].code;
}

WhereValue bankAccountOf(const Tenant& tenant, const Document& row)
{
    return row.bankAccount < 0 ? WhereValue() : WhereValue(tenant.chart.account(row.bankAccount).id);
}

// The first two take the kind's own names; see `columnsOf`.
constexpr Column<Document> kColumns[] = {
    {u"ID", Guid, [](const Tenant&, const Document& row) { return WhereValue(row.id); }},
    {u"Number", Text, [](const Tenant&, const Document& row) { return whereText(row.number); }},
    {u"Type", Text, [](const Tenant&, const Document& row) { return whereText(row.type); }},
    {u"Status", Text, [](const Tenant&, const Document& row) { return whereWord(statusName(row.status)); }},
    {u"Reference", Text, [](const Tenant&, const Document& row) { return whereText(row.reference); }},
    {u"Date", Moment, [](const Tenant&, const Document& row) { return whereDay(row.date); }},
    {u"Total", Number, [](const Tenant&, const Document& row) { return WhereValue(row.total); }},
    {u"RemainingCredit", Number,
     [](const Tenant&, const Document& row) { return WhereValue(row.remaining()); }},
    {u"IsReconciled", Bool, [](const Tenant&, const Document& row) { return WhereValue(row.reconciled); }},
    {u"CurrencyCode", Text, currencyOf},
    {u"UpdatedDateUTC", Moment, [](const Tenant&, const Document& row) { return WhereValue(row.updated); }},
    {u"BankAccount.AccountID", Guid, bankAccountOf},
    {u"Contact.ContactID", Guid,
     [](const Tenant& tenant, const Document& row) { return WhereValue(contactOf(tenant, row).id); }},
    {u"Contact.Name", Text,
     [](const Tenant& tenant, const Document& row) { return whereText(contactOf(tenant, row).name()); }},
    {u"Contact.ContactNumber", Text,
     [](const Tenant& tenant, const Document& row) { return whereText(contactOf(tenant, row).number()); }},
};

std::vector<Column<Document>> columnsOf(const DocumentRules& rules)
{
    std::vector<Column<Document>> columns(std::begin(kColumns), std::end(kColumns));
    columns[0].name = rules.idName;
    columns[1].name = rules.numberName.isEmpty() ? QStringView(u"ID") : rules.numberName;
    return columns;
}

// A stated range that is not a day filters nothing.
bool within(const Request& request, QStringView from, QStringView to, Date date)
{
    const Result<Date> first = parseDate(request.queryValue(from));
    const Result<Date> last = parseDate(request.queryValue(to));
    return (!first || date >= *first) && (!last || date <= *last);
}

/// The list parameters that some kinds have beside `where`.
class DocumentParameters final
{
  public:
    explicit DocumentParameters(const Call& call)
        : m_call(call)
        , m_references(queryList(call.request, u"References"))
        , m_numbers(queryList(call.request, u"InvoiceNumbers"))
        , m_statuses(queryList(call.request, u"Status"))
        , m_quoteNumber(call.request.queryValue(u"QuoteNumber"))
        , m_contact(call.request.queryValue(u"ContactID"))
    {
    }

    [[nodiscard]] bool keep(const Document& row) const
    {
        if (m_references && !m_references->contains(row.reference)) return false;
        if (m_numbers && !m_numbers->contains(row.reference)) return false;
        if (row.kind != DocumentKind::PurchaseOrder && row.kind != DocumentKind::Quote) return true;
        const std::string_view word = statusName(row.status);
        if (m_statuses && !m_statuses->contains(QLatin1StringView(word.data(), qsizetype(word.size()))))
            return false;
        if (!within(m_call.request, u"DateFrom", u"DateTo", row.date)) return false;
        if (row.kind != DocumentKind::Quote) return true;
        if (!m_quoteNumber.isEmpty() && !row.number.contains(m_quoteNumber, Qt::CaseInsensitive))
            return false;
        if (!m_contact.isEmpty() && m_call.tenant.contacts.at(row.contact).id != parseGuid(m_contact))
            return false;
        return within(m_call.request, u"ExpiryDateFrom", u"ExpiryDateTo", row.dueDate);
    }

  private:
    const Call& m_call;
    std::optional<QStringList> m_references;
    std::optional<QStringList> m_numbers;
    std::optional<QStringList> m_statuses;
    QString m_quoteNumber;
    QString m_contact;
};

Response show(const Call& call, const DocumentRules& rules, const RowChoice& choice, DocumentDetail detail)
{
    const int decimals = unitDecimals(call.request);
    const DocumentBook& book = call.tenant.documents(rules.kind);
    return rowsReply(call, rules.arrayKey, choice, [&](ReplyWriter& writer, int position) {
        const Document& document = book.at(position);
        writeDocument(writer, call.tenant, document, position, &call.tenant.contacts.at(document.contact),
                      detail, decimals);
    });
}

Response list(const Call& call, const DocumentRules& rules)
{
    const DocumentBook& book = call.tenant.documents(rules.kind);
    const std::vector<Column<Document>> columns = columnsOf(rules);
    const DocumentParameters parameters(call);
    const ListHabits habits{.type = rules.element,
                            .alwaysPaged = rules.alwaysPaged,
                            .tellsPages = rules.kind != DocumentKind::Quote,
                            .filters = rules.kind != DocumentKind::Quote &&
                                       rules.kind != DocumentKind::PurchaseOrder};
    const auto choice = chooseRows<Document>(
        call, book.size(), [&book](int at) -> const Document& { return book.at(at); },
        std::span<const Column<Document>>(columns), habits,
        [&parameters](const Document& row) { return parameters.keep(row); });
    if (!choice) return choice.error();
    const bool full = choice->paged || rules.kind == DocumentKind::Quote;
    return show(call, rules, *choice, full ? DocumentDetail::Full : DocumentDetail::List);
}

void writeOutcome(ReplyWriter& writer, const Call& call, const DocumentRules& rules,
                  const DocumentOutcome& outcome, int decimals)
{
    const Tenant& tenant = call.tenant;
    const Document& document =
        outcome.position < 0 ? outcome.echo : tenant.documents(rules.kind).at(outcome.position);
    const Contact* contact = outcome.contact ? &*outcome.contact : nullptr;
    if (!contact && document.contact >= 0) contact = &tenant.contacts.at(document.contact);
    writeDocument(writer, tenant, document, outcome.position, contact, DocumentDetail::Full, decimals);
}

Response save(const Call& call, const DocumentRules& rules, WriteMode mode, int forced)
{
    const auto elements = readElements(call.request.body, rules.array, rules.element);
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<DocumentEdit> edits;
    edits.reserve(size_t(elements->size()));
    for (const Json& element : *elements)
        edits.push_back(readDocumentEdit(rules, element, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    const int decimals = unitDecimals(call.request);
    DocumentDesk desk(call.tenant, call.guids, call.now, rules.kind, decimals);
    BatchAnswer answer(errorReport(call.request));
    for (const DocumentEdit& edit : edits) {
        const DocumentOutcome outcome = desk.save(edit, mode, forced);
        writeOutcome(answer.beginRow(), call, rules, outcome, decimals);
        answer.endRow(outcome.errors, outcome.warnings);
    }
    return answer.finish(rules.arrayKey, {call.guids.next(), call.now, std::nullopt});
}

/// Prepayments and overpayments come from bank transactions only.
enum class Written : quint8 { ByCalls, Elsewhere };

Response answer(const Call& call, DocumentKind kind, Written written)
{
    const DocumentRules& rules = rulesOf(kind);
    const QByteArray& method = call.request.method;
    const bool writes = written == Written::ByCalls && (method == "PUT" || method == "POST");
    if (method != "GET" && !writes) return notImplementedReply();
    if (call.path.size() == 1) {
        if (method == "GET") return list(call, rules);
        return save(call, rules, method == "PUT" ? WriteMode::Create : WriteMode::Upsert, -1);
    }
    if (method == "PUT") return notImplementedReply();
    const int position = documentNamed(call.tenant, kind, call.path[1]);
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, rules, {{position}, std::nullopt}, DocumentDetail::Full);
    return save(call, rules, WriteMode::Upsert, position);
}

} // namespace

int documentNamed(const Tenant& tenant, DocumentKind kind, const QString& segment)
{
    const QUuid id = parseGuid(segment);
    const DocumentBook& book = tenant.documents(kind);
    return id.isNull() ? book.byNumber(segment) : book.byId(id);
}

Response answerCreditNotes(const Call& call)
{
    return answer(call, DocumentKind::CreditNote, Written::ByCalls);
}

Response answerPurchaseOrders(const Call& call)
{
    return answer(call, DocumentKind::PurchaseOrder, Written::ByCalls);
}

Response answerQuotes(const Call& call)
{
    return answer(call, DocumentKind::Quote, Written::ByCalls);
}

Response answerBankTransactions(const Call& call)
{
    return answer(call, DocumentKind::BankTransaction, Written::ByCalls);
}

Response answerPrepayments(const Call& call)
{
    return answer(call, DocumentKind::Prepayment, Written::Elsewhere);
}

Response answerOverpayments(const Call& call)
{
    return answer(call, DocumentKind::Overpayment, Written::Elsewhere);
}

} // namespace tieout::sandbox::xero
