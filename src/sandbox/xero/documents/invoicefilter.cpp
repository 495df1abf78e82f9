#include "sandbox/xero/documents/invoicefilter.h"

#include "sandbox/xero/wire/requestreader.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum Property : int {
    Id,
    Type,
    Number,
    Reference,
    Status,
    DateProperty,
    DueDate,
    AmountDue,
    AmountPaid,
    AmountCredited,
    Total,
    SubTotal,
    TotalTax,
    CurrencyCode,
    Updated,
    SentToContact,
    AmountTypes,
    HasAttachments,
    FullyPaidOn,
    Url,
    ContactId,
    ContactName,
    ContactNumber,
};

constexpr WhereType kTypes[] = {
    WhereType::Guid,   WhereType::Text,   WhereType::Text,   WhereType::Text,   WhereType::Text,
    WhereType::Moment, WhereType::Moment, WhereType::Number, WhereType::Number, WhereType::Number,
    WhereType::Number, WhereType::Number, WhereType::Number, WhereType::Text,   WhereType::Moment,
    WhereType::Bool,   WhereType::Text,   WhereType::Bool,   WhereType::Moment, WhereType::Text,
    WhereType::Guid,   WhereType::Text,   WhereType::Text,
};

WhereValue amountOf(const Invoice& invoice, int property)
{
    switch (property) {
    case AmountDue:
        return invoice.amountDue();
    case AmountPaid:
        return invoice.amountPaid;
    case AmountCredited:
        return invoice.amountCredited;
    case Total:
        return invoice.total;
    case SubTotal:
        return invoice.subTotal;
    case TotalTax:
        return invoice.totalTax;
    default:
        return {};
    }
}

} // namespace

WhereProperty InvoiceFilter::resolve(QStringView path)
{
    static const MemberNames kNames{u"InvoiceID",
                                    u"Type",
                                    u"InvoiceNumber",
                                    u"Reference",
                                    u"Status",
                                    u"Date",
                                    u"DueDate",
                                    u"AmountDue",
                                    u"AmountPaid",
                                    u"AmountCredited",
                                    u"Total",
                                    u"SubTotal",
                                    u"TotalTax",
                                    u"CurrencyCode",
                                    u"UpdatedDateUTC",
                                    u"SentToContact",
                                    u"LineAmountTypes",
                                    u"HasAttachments",
                                    u"FullyPaidOnDate",
                                    u"Url",
                                    u"Contact.ContactID",
                                    u"Contact.Name",
                                    u"Contact.ContactNumber"};
    const int number = kNames.find(path);
    return number < 0 ? WhereProperty{} : WhereProperty{number, kTypes[number]};
}

InvoiceFilter::InvoiceFilter(const Call& call, const ListQuery& query)
    : m_call(call)
    , m_query(query)
    , m_term(call.request.queryValue(u"searchTerm"))
    , m_ownOnly(queryFlag(call.request, u"createdByMyApp"))
{
    if (const std::optional<QStringList> ids = queryList(call.request, u"ContactIDs")) {
        m_contacts.emplace();
        for (const QString& id : *ids)
            m_contacts->insert(call.tenant.contacts.byId(parseGuid(id)));
    }
    if (const std::optional<QStringList> words = queryList(call.request, u"Statuses")) {
        m_statuses.emplace();
        for (const QString& word : *words) {
            if (const std::optional<InvoiceStatus> status = statusFromName(word))
                m_statuses->insert(int(*status));
        }
    }
}

const Contact& InvoiceFilter::contactOf(const Invoice& invoice) const
{
    return m_call.tenant.contacts.at(invoice.contact);
}

WhereValue InvoiceFilter::valueOf(const Invoice& invoice, int property) const
{
    switch (property) {
    case Id:
        return invoice.id;
    case Type:
        return whereWord(typeName(invoice.type));
    case Number:
        return whereText(invoice.number);
    case Reference:
        return whereText(invoice.reference);
    case Status:
        return whereWord(statusName(invoice.status));
    case DateProperty:
        return whereDay(invoice.date);
    case DueDate:
        return whereDay(invoice.dueDate);
    case CurrencyCode:
        return m_call.tenant.chart.currencies()[size_t(invoice.currency)].code;
    case Updated:
        return invoice.updated;
    case SentToContact:
        return invoice.sentToContact;
    case AmountTypes:
        return whereWord(amountTypesName(invoice.amountTypes));
    case HasAttachments:
        return m_call.tenant.hasAttachments(invoice.id);
    case FullyPaidOn:
        return whereDay(invoice.fullyPaidOn);
    case Url:
        return whereText(invoice.url);
    case ContactId:
        return contactOf(invoice).id;
    case ContactName:
        return whereText(contactOf(invoice).name());
    case ContactNumber:
        return whereText(contactOf(invoice).number());
    default:
        return amountOf(invoice, property);
    }
}

// Hashes answer the questions by id and number; everything else is a pass over the book.
std::vector<int> InvoiceFilter::rowsToScan() const
{
    const InvoiceBook& invoices = m_call.tenant.invoices;
    std::vector<int> rows;
    QSet<int> taken;
    const auto take = [&rows, &taken](int position) {
        if (position < 0 || taken.contains(position)) return;
        taken.insert(position);
        rows.push_back(position);
    };
    const auto ids = m_query.where ? m_query.where->candidates(Id) : std::nullopt;
    const auto numbers = m_query.where ? m_query.where->candidates(Number) : std::nullopt;
    if (const std::optional<QStringList> listed = queryList(m_call.request, u"IDs")) {
        for (const QString& id : *listed)
            take(invoices.byId(parseGuid(id)));
    } else if (const std::optional<QStringList> named = queryList(m_call.request, u"InvoiceNumbers")) {
        for (const QString& number : *named) {
            for (const int position : invoices.allByNumber(number))
                take(position);
        }
    } else if (ids) {
        for (const WhereValue& id : *ids)
            take(invoices.byId(std::get<QUuid>(id)));
    } else if (numbers) {
        for (const WhereValue& number : *numbers) {
            for (const int position : invoices.allByNumber(std::get<QString>(number)))
                take(position);
        }
    } else {
        rows.resize(size_t(invoices.size()));
        for (size_t index = 0; index < rows.size(); ++index)
            rows[index] = int(index);
    }
    return rows;
}

Result<bool> InvoiceFilter::matches(const Invoice& invoice) const
{
    if (m_query.modifiedSince && invoice.updated < *m_query.modifiedSince) return false;
    if (m_statuses && !m_statuses->contains(int(invoice.status))) return false;
    if (m_ownOnly && !invoice.madeByApp) return false;
    if (m_contacts && !m_contacts->contains(invoice.contact)) return false;
    if (!m_term.isEmpty() && !invoice.number.contains(m_term, Qt::CaseInsensitive) &&
        !invoice.reference.contains(m_term, Qt::CaseInsensitive))
        return false;
    if (!m_query.where) return true;
    return m_query.where->matches([this, &invoice](int property) { return valueOf(invoice, property); });
}

tl::expected<std::vector<int>, Response> InvoiceFilter::select() const
{
    const std::vector<int> scanned = rowsToScan();
    if (!m_query.paged && scanned.size() > size_t(m_call.tenant.organisation.unpagedLimit))
        return tl::unexpected(tooManyRowsReply());
    std::vector<int> rows;
    for (const int position : scanned) {
        const Result<bool> matched = matches(m_call.tenant.invoices.at(position));
        if (!matched) return tl::unexpected(badExpressionReply(matched.error().text));
        if (*matched) rows.push_back(position);
    }
    return rows;
}

bool InvoiceFilter::isBefore(int left, int right) const
{
    const Invoice& first = m_call.tenant.invoices.at(left);
    const Invoice& second = m_call.tenant.invoices.at(right);
    for (const OrderKey& key : m_query.order) {
        const int compared = compareValues(valueOf(first, key.property), valueOf(second, key.property));
        if (compared != 0) return key.descending ? compared > 0 : compared < 0;
    }
    if (m_query.order.empty() && first.updated != second.updated) return first.updated < second.updated;
    return first.id < second.id;
}

} // namespace tieout::sandbox::xero
