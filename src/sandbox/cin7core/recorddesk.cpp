#include "sandbox/cin7core/recorddesk.h"

#include "sandbox/cin7/wire.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::findMember;
using cin7::isBlank;
using cin7::memberOf;

namespace {

constexpr int kMostHooksPerType = 5;

/// A member whose text must be the name of a row of another kind.
struct Reference {
    const char16_t* member;
    Kind kind;
    const char16_t* name;
};

constexpr Reference kReferences[] = {
    {u"Category", Kind::Category, u"Name"},
    {u"Brand", Kind::Brand, u"Name"},
    {u"UOM", Kind::Unit, u"Name"},
    {u"PaymentTerm", Kind::PaymentTerm, u"Name"},
    {u"TaxRule", Kind::Tax, u"Name"},
    {u"SaleTaxRule", Kind::Tax, u"Name"},
    {u"PurchaseTaxRule", Kind::Tax, u"Name"},
    {u"AccountReceivable", Kind::Account, u"Code"},
    {u"AccountPayable", Kind::Account, u"Code"},
    {u"RevenueAccount", Kind::Account, u"Code"},
    {u"Account", Kind::Account, u"Code"},
    {u"DefaultLocation", Kind::Location, u"Name"},
};

bool isHidden(const Call& call, Kind kind, const Json& row)
{
    const bool canBe = kind == Kind::Customer || kind == Kind::Supplier || kind == Kind::Product;
    return canBe && row[u"Status"].toText() == u"Deprecated" &&
           call.parameter(u"IncludeDeprecated").compare(u"true", Qt::CaseInsensitive) != 0;
}

bool passes(const Call& call, const KindFacts& facts, const Json& row)
{
    for (const QString& filter : facts.filters.split(u' ', Qt::SkipEmptyParts)) {
        const QString wanted = call.parameter(filter);
        if (wanted.isEmpty()) continue;
        const Json& value = memberOf(row, filter);
        const QString text = value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toText();
        const bool isId = filter.endsWith(u"ID") || filter == u"Status" || value.isBool();
        if (isId ? text.compare(wanted, Qt::CaseInsensitive) != 0
                 : !text.startsWith(wanted, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

Response listOf(const Call& call, Kind kind)
{
    const KindFacts& facts = factsOf(kind);
    QString since;
    if (!facts.since.isEmpty() && !call.parameter(facts.since).isEmpty()) {
        const auto instant = parseInstant(call.parameter(facts.since));
        const auto date = parseDate(call.parameter(facts.since));
        if (!instant && !date) return refusal(call, u"%1 is not a valid date."_s.arg(facts.since));
        since = instant ? stampOf(*instant) : formatDate(*date);
    }
    QList<Json> rows;
    for (const cin7::Shelf::Entry& entry : call.books.shelf(kind).entries()) {
        if (isHidden(call, kind, entry.row) || !passes(call, facts, entry.row)) continue;
        if (!since.isEmpty() && entry.row[u"LastModifiedOn"].toText() < since) continue;
        rows.append(entry.row);
    }
    return envelope(call, facts.list, rows, kind != Kind::CustomerCredit);
}

void checkReferences(const Call& call, const Json& row, Problems& problems)
{
    for (const Reference& reference : kReferences) {
        const QString text = row[QStringView(reference.member)].toText();
        if (text.isEmpty()) continue;
        const Json* found = call.books.shelf(reference.kind).findBy(QStringView(reference.name), text);
        const QString label = QString::fromUtf16(reference.member);
        if (!found || (reference.kind == Kind::PaymentTerm && !(*found)[u"IsActive"].toBool()))
            problems.add(u"%1 '%2' not found"_s.arg(label, text), 404);
        else if ((label == u"AccountReceivable" || label == u"AccountPayable") &&
                 (*found)[u"SystemAccount"].toText().isEmpty())
            problems.add(u"%1 must be a system account"_s.arg(label));
    }
}

void checkKind(const Call& call, Kind kind, const Json& row, bool isNew, Problems& problems)
{
    if (kind == Kind::Journal) {
        Decimal debit;
        Decimal credit;
        for (const Json& line : row[u"Lines"].toArray()) {
            debit = cin7::plus(debit, cin7::amountOrZero(line[u"Debit"]));
            credit = cin7::plus(credit, cin7::amountOrZero(line[u"Credit"]));
        }
        if (debit != credit) problems.add(u"Total debit must be equal to total credit"_s);
        checkLockDate(call, row[u"EffectiveDate"], problems);
    }
    if (kind == Kind::Webhook && isNew) {
        const auto& hooks = call.books.shelf(Kind::Webhook).entries();
        const auto same = std::count_if(hooks.begin(), hooks.end(), [&row](const cin7::Shelf::Entry& hook) {
            return hook.row[u"Type"] == row[u"Type"];
        });
        if (same >= kMostHooksPerType)
            problems.add(u"Only %1 webhooks of type '%2' are allowed"_s.arg(kMostHooksPerType)
                             .arg(row[u"Type"].toText()));
    }
    if (kind == Kind::Account && !isNew && call.modes.accountingLinked)
        problems.add(u"Accounts cannot be changed while the accounting integration is connected"_s);
}

void takeMembers(const KindFacts& facts, const Json& sent, Json& row, Problems& problems)
{
    for (const auto& [name, value] : sent.toObject()) {
        const Member* member = findMember(facts.members, name);
        if (!member || member->readOnly) continue;
        if (member->isNumber && !value.isNull() && !cin7::amountOf(value)) {
            problems.add(u"%1 has an incorrect value '%2'"_s.arg(member->name, value.toText().left(40)));
            continue;
        }
        row.set(member->name, member->isNumber && !value.isNull() ? Json(*cin7::amountOf(value)) : value);
    }
    for (const Member& member : facts.members) {
        if (member.required && isBlank(row[member.name])) problems.add(u"%1 is required"_s.arg(member.name));
    }
}

/// Sub-records get ids of their own.
void nameParts(Books& books, Json& row)
{
    for (const QString& list : {u"Addresses"_s, u"Contacts"_s}) {
        if (row[list].isNull()) continue;
        Json parts = Json::array();
        for (Json part : row[list].toArray()) {
            if (part[u"ID"].toText().isEmpty()) part.set(u"ID"_s, Json(books.newGuid()));
            parts.append(part);
        }
        row.set(list, parts);
    }
}

void nameRow(Books& books, Kind kind, Json& row)
{
    const QString key = factsOf(kind).key;
    if (kind != Kind::Account) row.set(key, Json(books.newGuid()));
    if (kind == Kind::Journal) row.set(u"JournalNumber"_s, Json(books.newNumber(u"JR"_s)));
    if (kind == Kind::Webhook && row[u"IsActive"].isNull()) row.set(u"IsActive"_s, Json(true));
    if (kind == Kind::PaymentTerm && row[u"IsActive"].isNull()) row.set(u"IsActive"_s, Json(true));
    if (kind == Kind::Tax && row[u"IsActive"].isNull()) row.set(u"IsActive"_s, Json(true));
}

Response save(Call& call, Kind kind)
{
    const KindFacts& facts = factsOf(kind);
    if (!call.body.isObject()) return refusal(call, u"The request body must be an object"_s);
    const QString id = memberOf(call.body, facts.key).toText();
    const bool isNew = call.isPost();
    const Json* before = isNew ? nullptr : call.books.find(kind, id);
    if (!isNew && !before) return refusal(call, u"%1 with ID '%2' not found"_s.arg(facts.path, id), 404);
    Json row = before ? *before : Json::object();
    Problems problems;
    takeMembers(facts, call.body, row, problems);
    const Json* other =
        facts.name.isEmpty() ? nullptr : call.books.shelf(kind).findBy(facts.name, row[facts.name].toText());
    if (other && (isNew || (*other)[facts.key] != row[facts.key]))
        problems.add(u"%1 '%2' already exists"_s.arg(facts.name, row[facts.name].toText()));
    checkReferences(call, row, problems);
    checkKind(call, kind, row, isNew, problems);
    if (!problems.isEmpty()) return problems.reply(call.modes);
    if (isNew) nameRow(call.books, kind, row);
    if (kind == Kind::Account)
        row.set(u"DisplayName"_s, Json(row[u"Code"].toText() + u": "_s + row[u"Name"].toText()));
    nameParts(call.books, row);
    if (findMember(facts.members, u"LastModifiedOn")) row.set(u"LastModifiedOn"_s, Json(stampOf(call.now)));
    call.books.put(kind, row[facts.key].toText(), row);
    if (kind == Kind::Customer || kind == Kind::Supplier || kind == Kind::Product) {
        const QString type = kind == Kind::Customer   ? u"Customer"_s
                             : kind == Kind::Supplier ? u"Supplier"_s
                                                      : u"Product"_s;
        call.books.events.append(
            Json::object({{u"Type"_s, Json(type + u"/Updated"_s)}, {u"ID"_s, row[u"ID"]}}));
    }
    return facts.wrapsWrites ? envelope(call, facts.list, {row}) : jsonReply(200, row);
}

Response remove(Call& call, Kind kind)
{
    const KindFacts& facts = factsOf(kind);
    QString id = call.parameter(u"ID");
    if (id.isEmpty()) id = call.parameter(facts.key);
    const Json* row = call.books.find(kind, id);
    if (!row) return refusal(call, u"%1 with ID '%2' not found"_s.arg(facts.path, id), 404);
    for (const Reference& reference : kReferences) {
        if (reference.kind != kind) continue;
        const QString name = (*row)[QStringView(reference.name)].toText();
        for (const Kind user : {Kind::Customer, Kind::Supplier, Kind::Product}) {
            if (call.books.shelf(user).findBy(QStringView(reference.member), name))
                return refusal(call, u"'%1' is used and cannot be deleted"_s.arg(name));
        }
    }
    call.books.shelf(kind).remove(id.toLower());
    return jsonReply(200, Json::object({{u"Success"_s, Json(true)}}));
}

} // namespace

Response answerRecords(Call& call, Kind kind)
{
    const QString verb = call.isRead() ? u"G"_s : call.isPost() ? u"P"_s : call.isPut() ? u"U"_s : u"D"_s;
    if (!factsOf(kind).verbs.contains(verb)) return textReply(405, "Method Not Allowed");
    if (call.isRead()) return listOf(call, kind);
    return call.isDelete() ? remove(call, kind) : save(call, kind);
}

} // namespace tieout::sandbox::cin7core
