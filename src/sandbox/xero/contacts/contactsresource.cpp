#include "sandbox/xero/contacts/contactsresource.h"

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/wire/batch.h"
#include "sandbox/xero/wire/listquery.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum ContactProperty : int {
    // The first ones are ContactText in its order.
    IdProperty = int(ContactText::Count),
    StatusProperty,
    SupplierProperty,
    CustomerProperty,
    UpdatedProperty,
};

WhereProperty resolve(QStringView path)
{
    static const MemberNames kOthers{u"ContactID", u"ContactStatus", u"IsSupplier", u"IsCustomer",
                                     u"UpdatedDateUTC"};
    static constexpr WhereType kTypes[] = {WhereType::Guid, WhereType::Text, WhereType::Bool, WhereType::Bool,
                                           WhereType::Moment};
    for (size_t text = 0; text <= size_t(ContactText::DefaultCurrency); ++text) {
        if (path.compare(kContactTextNames[text], Qt::CaseInsensitive) == 0)
            return {int(text), WhereType::Text};
    }
    const int other = kOthers.find(path);
    return other < 0 ? WhereProperty{} : WhereProperty{IdProperty + other, kTypes[other]};
}

WhereValue valueOf(const Contact& contact, int property)
{
    if (property < int(ContactText::Count)) {
        const QString& text = contact.texts[size_t(property)];
        return text.isEmpty() ? WhereValue() : WhereValue(text);
    }
    switch (property) {
    case IdProperty:
        return contact.id;
    case StatusProperty: {
        const std::string_view word = contactStatusName(contact.status);
        return QString::fromLatin1(word.data(), qsizetype(word.size()));
    }
    case SupplierProperty:
        return contact.isSupplier;
    case CustomerProperty:
        return contact.isCustomer;
    case UpdatedProperty:
        return contact.updated;
    default:
        return {};
    }
}

bool mentions(const Contact& contact, const QString& term)
{
    static constexpr ContactText kSearched[] = {ContactText::Name,          ContactText::FirstName,
                                                ContactText::LastName,      ContactText::ContactNumber,
                                                ContactText::CompanyNumber, ContactText::EmailAddress};
    return std::any_of(std::begin(kSearched), std::end(kSearched), [&](ContactText which) {
        return contact.text(which).contains(term, Qt::CaseInsensitive);
    });
}

// The rows worth looking at: hashes answer the questions that clients ask most.
std::vector<int> rowsToScan(const ContactBook& contacts, const Request& request, const ListQuery& query)
{
    std::vector<int> rows;
    const auto take = [&rows](int position) {
        if (position >= 0 && std::find(rows.begin(), rows.end(), position) == rows.end())
            rows.push_back(position);
    };
    if (const std::optional<QStringList> ids = queryList(request, u"IDs")) {
        for (const QString& id : *ids)
            take(contacts.byId(parseGuid(id)));
        return rows;
    }
    const auto names = query.where ? query.where->candidates(int(ContactText::Name)) : std::nullopt;
    if (names) {
        for (const WhereValue& name : *names) {
            for (const int position : contacts.allByName(std::get<QString>(name)))
                take(position);
        }
        return rows;
    }
    rows.resize(size_t(contacts.size()));
    for (size_t index = 0; index < rows.size(); ++index)
        rows[index] = int(index);
    return rows;
}

tl::expected<std::vector<int>, Response> select(const Call& call, const ListQuery& query)
{
    const ContactBook& contacts = call.tenant.contacts;
    const bool withArchived = queryFlag(call.request, u"includeArchived");
    const QString term = call.request.queryValue(u"searchTerm");
    const std::vector<int> scanned = rowsToScan(contacts, call.request, query);
    if (!query.paged && scanned.size() > size_t(call.tenant.organisation.unpagedLimit))
        return tl::unexpected(tooManyRowsReply());
    std::vector<int> rows;
    for (const int position : scanned) {
        const Contact& contact = contacts.at(position);
        if (!withArchived && contact.status != ContactStatus::Active) continue;
        if (query.modifiedSince && contact.updated < *query.modifiedSince) continue;
        if (!term.isEmpty() && !mentions(contact, term)) continue;
        if (query.where) {
            const Result<bool> matches =
                query.where->matches([&contact](int property) { return valueOf(contact, property); });
            if (!matches) return tl::unexpected(badExpressionReply(matches.error().text));
            if (!*matches) continue;
        }
        rows.push_back(position);
    }
    return rows;
}

bool isBefore(const ContactBook& contacts, const std::vector<OrderKey>& order, int left, int right)
{
    const Contact& first = contacts.at(left);
    const Contact& second = contacts.at(right);
    for (const OrderKey& key : order) {
        const int compared = compareValues(valueOf(first, key.property), valueOf(second, key.property));
        if (compared != 0) return key.descending ? compared > 0 : compared < 0;
    }
    if (order.empty() && first.updated != second.updated) return first.updated < second.updated;
    return first.id < second.id;
}

Response writeRows(const Call& call, const std::vector<int>& rows, ContactDetail detail,
                   std::optional<Pagination> pagination)
{
    QHash<int, ContactBalance> balances;
    if (detail == ContactDetail::Full) balances = openBalances(call.tenant, rows, call.now);
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, pagination});
    writer.beginArray("Contacts");
    for (const int position : rows) {
        const auto balance = balances.constFind(position);
        writer.beginObject();
        writeContact(writer, call.tenant, call.tenant.contacts.at(position), detail,
                     balance == balances.cend() ? nullptr : &*balance);
        writer.flag("HasValidationErrors", false);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response list(const Call& call)
{
    auto query = ListQuery::read(call.request, resolve, u"Contact");
    if (!query) return query.error();
    const bool summary = queryFlag(call.request, u"summaryOnly");
    auto rows = select(call, *query);
    if (!rows) return rows.error();
    const ContactBook& contacts = call.tenant.contacts;
    cutPage(*rows, *query,
            [&](int left, int right) { return isBefore(contacts, query->order, left, right); });
    const ContactDetail plain = query->paged ? ContactDetail::Full : ContactDetail::List;
    return writeRows(call, *rows, summary ? ContactDetail::Summary : plain,
                     query->paged ? std::optional(query->pagination) : std::nullopt);
}

Response save(const Call& call, WriteMode mode, int forced)
{
    const auto elements = readElements(call.request.body, u"Contacts", u"Contact");
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<ContactEdit> edits;
    edits.reserve(size_t(elements->size()));
    for (const Json& element : *elements)
        edits.push_back(readContactEdit(element, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    ContactDesk desk(call.tenant, call.guids, call.now);
    BatchAnswer answer(errorReport(call.request));
    for (const ContactEdit& edit : edits) {
        PreparedContact prepared = desk.prepare(edit, mode, forced);
        const QStringList errors = prepared.errors;
        const int position = errors.isEmpty() ? desk.commit(std::move(prepared)) : -1;
        const Contact& saved = position < 0 ? prepared.contact : call.tenant.contacts.at(position);
        writeContact(answer.beginRow(), call.tenant, saved, ContactDetail::Full);
        answer.endRow(errors, {});
    }
    return answer.finish("Contacts", {call.guids.next(), call.now, std::nullopt});
}

} // namespace

int contactNamed(const Tenant& tenant, const QString& segment)
{
    const QUuid id = parseGuid(segment);
    return id.isNull() ? tenant.contacts.byNumber(segment) : tenant.contacts.byId(id);
}

Response answerContacts(const Call& call)
{
    const QByteArray& method = call.request.method;
    const bool single = call.path.size() == 2;
    if (!single && method == "GET") return list(call);
    if (!single && method == "PUT") return save(call, WriteMode::Create, -1);
    if (!single && method == "POST") return save(call, WriteMode::Upsert, -1);
    const int position = single ? contactNamed(call.tenant, call.path[1]) : -1;
    if (single && method != "GET" && method != "POST") return notImplementedReply();
    if (!single) return notImplementedReply();
    if (position < 0) return notFoundReply();
    if (method == "GET") return writeRows(call, {position}, ContactDetail::Full, std::nullopt);
    return save(call, WriteMode::Upsert, position);
}

} // namespace tieout::sandbox::xero
