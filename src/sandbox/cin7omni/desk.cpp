#include "sandbox/cin7omni/desk.h"

#include "sandbox/cin7/wire.h"
#include "sandbox/cin7omni/stockmoves.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7omni {

using cin7::amountOrZero;
using cin7::findMember;
using cin7::hasMember;
using cin7::isBlank;
using cin7::memberOf;

namespace {

/// An id, also one that travels as text; 0 for anything else.
qint64 idOf(const Json& value)
{
    return amountOrZero(value).toInteger().value_or(0);
}

std::optional<Json> shaped(const Member& member, const Json& value, QStringList& errors)
{
    if (value.isNull()) return Json();
    switch (member.shape) {
    case Shape::Text: {
        const QString text = value.isNumber() ? value.toDecimal().toString() : value.toText();
        if (!value.isText() && !value.isNumber()) break;
        if (member.longest > 0 && text.size() > member.longest) {
            errors.append(u"The field %1 must be a string with a maximum length of %2."_s.arg(member.name)
                              .arg(member.longest));
            return {};
        }
        const auto word = std::find_if(member.words.begin(), member.words.end(), [&](const QString& each) {
            return each.compare(text, Qt::CaseInsensitive) == 0;
        });
        if (!member.words.isEmpty() && word == member.words.end() && !text.isEmpty()) break;
        return Json(word == member.words.end() ? text : *word);
    }
    case Shape::Number:
        if (const auto number = cin7::amountOf(value)) return Json(*number);
        break;
    case Shape::Flag:
        if (value.isBool()) return value;
        break;
    case Shape::Moment:
        if (const auto instant = parseInstant(value.toText())) return Json(formatInstantSeconds(*instant));
        if (const auto date = parseDate(value.toText())) return Json(formatDate(*date) + u"T00:00:00Z"_s);
        break;
    case Shape::Object:
        if (value.isObject()) return value;
        break;
    case Shape::List:
        if (value.isArray()) return value;
        break;
    }
    errors.append(u"The value '%1' is not valid for %2."_s.arg(
        value.isText() ? value.toText() : QString::fromUtf8(value.toBytes().left(60)), member.name));
    return {};
}

QString statusOf(const Json& order)
{
    if (order[u"isVoid"].toBool()) return u"VOID"_s;
    return order[u"isApproved"].toBool() ? u"APPROVED"_s : u"DRAFT"_s;
}

} // namespace

Decimal percentOf(const Json& taxRate)
{
    const Decimal rate = amountOrZero(taxRate);
    const bool isFraction = !rate.isZero() && rate.abs() < Decimal(1);
    return isFraction ? cin7::times(rate, Decimal(100)) : rate;
}

Verdict Desk::create(Kind kind, const Json& sent)
{
    Draft draft{kind, sent, nullptr, Json::object(), {}};
    return keep(draft);
}

Verdict Desk::change(Kind kind, const Json& sent)
{
    const qint64 id = idOf(memberOf(sent, u"id"));
    const Json* before = m_books.find(kind, id);
    if (!before) {
        return {id, {}, {id == 0 ? u"The Id field is required."_s : u"Id %1 was not found."_s.arg(id)}};
    }
    const Json kept = *before;
    Draft draft{kind, sent, &kept, kept, {}};
    return keep(draft);
}

Verdict Desk::remove(Kind kind, qint64 id)
{
    const Json* row = m_books.find(kind, id);
    if (!row) return {id, {}, {u"Id %1 was not found."_s.arg(id)}};
    const Verdict verdict{id, (*row)[factsOf(kind).code].toText(), {}};
    const qint64 order = kind == Kind::Payments ? (*row)[u"orderId"].toInteger() : 0;
    m_books.shelf(kind).remove(QString::number(id));
    const auto owner = m_books.findOrder(order);
    if (owner && m_modes.paymentsTouchOrders)
        m_books.shelf(owner->first).set(QString::number(order), u"modifiedDate"_s, Json(stamp()));
    return verdict;
}

Verdict Desk::keep(Draft& draft)
{
    if (!draft.sent.isObject()) return {0, {}, {u"The row is not an object."_s}};
    takeMembers(factsOf(draft.kind).members, draft.sent, draft.row, draft.errors);
    for (const Member& member : factsOf(draft.kind).members) {
        if (member.required && isBlank(draft.row[member.name]) && isBlank(memberOf(draft.sent, member.name)))
            draft.errors.append(u"The %1 field is required."_s.arg(member.name));
    }
    if (draft.errors.isEmpty()) check(draft);
    const QString code = draft.row[factsOf(draft.kind).code].toText();
    if (!draft.errors.isEmpty()) return {draft.row[u"id"].toInteger(), code, draft.errors};
    if (!draft.before) {
        draft.row.set(u"id"_s, Json(m_books.newId(draft.kind)));
        draft.row.set(u"createdDate"_s, Json(stamp()));
    }
    draft.row.set(u"modifiedDate"_s, Json(stamp()));
    const qint64 id = draft.row[u"id"].toInteger();
    m_books.shelf(draft.kind).put(QString::number(id), draft.row);
    if (m_modes.movesStock) StockMoves(m_books, m_now).turn(draft.kind, draft.before, draft.row);
    if (draft.kind == Kind::Products) takeOptions(draft, id);
    if (draft.kind == Kind::ProductOptions && !draft.before)
        m_books.linkOption(draft.row[u"productId"].toInteger(), id);
    return {id, code, {}};
}

void Desk::takeMembers(const QList<Member>& members, const Json& sent, Json& row, QStringList& errors) const
{
    for (const auto& [name, value] : sent.toObject()) {
        const Member* member = findMember(members, name);
        if (!member || member->readOnly) continue;
        if (auto taken = shaped(*member, value, errors)) row.set(member->name, *taken);
    }
}

void Desk::check(Draft& draft)
{
    switch (draft.kind) {
    case Kind::Contacts:
        return checkContact(draft);
    case Kind::SalesOrders:
    case Kind::PurchaseOrders:
    case Kind::CreditNotes:
    case Kind::Quotes:
        return checkOrder(draft);
    case Kind::Payments:
        return checkPayment(draft);
    case Kind::Products:
        return checkProduct(draft);
    case Kind::ProductOptions:
        return checkOption(draft);
    case Kind::BranchTransfers:
    case Kind::Adjustments:
    case Kind::ProductionJobs:
        return checkMove(draft);
    case Kind::ProductCategories:
        needUnique(draft, u"name"_s, u"category name"_s);
        [[fallthrough]];
    default:
        if (draft.row[u"isActive"].isNull()) draft.row.set(u"isActive"_s, Json(true));
    }
}

void Desk::needUnique(Draft& draft, const QString& member, const QString& label)
{
    const QString text = draft.row[member].toText();
    if (text.isEmpty()) return;
    const Json* other = m_books.shelf(draft.kind).findBy(member, text);
    if (other && (*other)[u"id"] != draft.row[u"id"])
        draft.errors.append(u"A record with the %1 '%2' already exists."_s.arg(label, text));
}

void Desk::needKnown(Draft& draft, const QString& member, Kind kind, const QString& label)
{
    const Json& id = draft.row[member];
    if (!id.isNull() && !m_books.find(kind, id.toInteger()))
        draft.errors.append(u"The %1 %2 was not found."_s.arg(label).arg(id.toInteger()));
}

void Desk::checkContact(Draft& draft)
{
    needUnique(draft, u"email"_s, u"email"_s);
    if (draft.row[u"isActive"].isNull()) draft.row.set(u"isActive"_s, Json(true));
    const Decimal off = amountOrZero(draft.row[u"percentageOff"]);
    if (off.isNegative() || off > Decimal(100))
        draft.errors.append(u"The field percentageOff must be between 0 and 100."_s);
}

bool Desk::takeReference(Draft& draft)
{
    Json& row = draft.row;
    if (draft.before && (*draft.before)[u"isVoid"].toBool()) {
        draft.errors.append(u"The order is void and cannot be changed."_s);
        return false;
    }
    if (row[u"reference"].toText().isEmpty()) row.set(u"reference"_s, Json(m_books.newReference(draft.kind)));
    needUnique(draft, u"reference"_s, u"reference"_s);
    return true;
}

void Desk::checkOrder(Draft& draft)
{
    Json& row = draft.row;
    if (!takeReference(draft)) return;
    takePartner(draft);
    if (row[u"isApproved"].isNull()) row.set(u"isApproved"_s, Json(true));
    if (row[u"stage"].isNull()) row.set(u"stage"_s, Json(u"New"_s));
    if (row[u"taxStatus"].isNull()) row.set(u"taxStatus"_s, Json(u"Excl"_s));
    if (row[u"currencyCode"].isNull()) row.set(u"currencyCode"_s, Json(u"AUD"_s));
    if (row[u"currencyRate"].isNull()) row.set(u"currencyRate"_s, Json(1));
    if (row[u"branchId"].isNull() && !m_books.shelf(Kind::Branches).entries().isEmpty())
        row.set(u"branchId"_s, m_books.shelf(Kind::Branches).entries().first().row[u"id"]);
    needKnown(draft, u"branchId"_s, Kind::Branches, u"branch"_s);
    if (row[u"accountingAttributes"].isNull()) {
        row.set(u"accountingAttributes"_s,
                Json::object({{u"importDate"_s, Json()}, {u"accountingImportStatus"_s, u"NotImported"_s}}));
    }
    takeLines(draft, u"lineItems"_s);
    addUp(draft);
    row.set(u"status"_s, Json(statusOf(row)));
    if (row[u"isVoid"].toBool()) row.set(u"cancellationDate"_s, Json(stamp()));
    const bool isCredit = draft.kind == Kind::CreditNotes;
    const QString number = isCredit ? u"creditNoteNumber"_s : u"invoiceNumber"_s;
    const Json& dated = isCredit ? row[u"creditNoteDate"] : row[u"invoiceDate"];
    if (draft.errors.isEmpty() && !dated.isNull() && row[number].isNull())
        row.set(number, Json(m_books.newInvoiceNumber()));
}

// By id, else by e-mail; the order keeps the contact's names as they were at the time.
void Desk::takePartner(Draft& draft)
{
    Json& row = draft.row;
    const Json* partner = nullptr;
    if (!row[u"memberId"].isNull()) {
        partner = m_books.find(Kind::Contacts, row[u"memberId"].toInteger());
    } else if (!row[u"memberEmail"].toText().isEmpty()) {
        partner = m_books.shelf(Kind::Contacts).findBy(u"email", row[u"memberEmail"].toText());
    } else {
        draft.errors.append(u"The memberId or memberEmail field is required."_s);
        return;
    }
    if (!partner) {
        draft.errors.append(u"The member was not found."_s);
        return;
    }
    const QString wanted = draft.kind == Kind::PurchaseOrders ? u"Supplier"_s : u"Customer"_s;
    if ((*partner)[u"type"].toText() != wanted) {
        draft.errors.append(u"The member is not a %1."_s.arg(wanted));
        return;
    }
    row.set(u"memberId"_s, (*partner)[u"id"]);
    row.set(u"memberEmail"_s, (*partner)[u"email"]);
    for (const QString& name : {u"firstName"_s, u"lastName"_s, u"company"_s, u"email"_s, u"phone"_s}) {
        if (row[name].isNull()) row.set(name, (*partner)[name]);
    }
}

void Desk::takeLines(Draft& draft, const QString& member)
{
    if (!hasMember(draft.sent, member)) return;
    const Json old = draft.before ? (*draft.before)[member] : Json();
    const auto byId = [&old](qint64 id) {
        const auto& lines = old.toArray();
        return std::find_if(lines.begin(), lines.end(),
                            [id](const Json& line) { return line[u"id"].toInteger() == id; });
    };
    Json lines = Json::array();
    QSet<qint64> named;
    for (const Json& sent : memberOf(draft.sent, member).toArray()) {
        const qint64 id = idOf(memberOf(sent, u"id"));
        const auto kept = byId(id);
        const bool isKept = id != 0 && kept != old.toArray().end();
        if (id != 0 && !isKept) draft.errors.append(u"The line item %1 was not found."_s.arg(id));
        Json line = isKept ? *kept : Json::object();
        takeMembers(lineMembers(), sent, line, draft.errors);
        if (!isKept) {
            line.set(u"id"_s, Json(m_books.newLineId()));
            line.set(u"createdDate"_s, Json(stamp()));
        }
        named.insert(line[u"id"].toInteger());
        nameLine(line, draft.errors);
        lines.append(line);
    }
    if (!m_modes.dropUnsentLines) {
        for (const Json& line : old.toArray()) {
            if (!named.contains(line[u"id"].toInteger())) lines.append(line);
        }
    }
    draft.row.set(member, lines);
}

// What is sold: by option id, else by code. A line without either is a text line.
void Desk::nameLine(Json& line, QStringList& errors) const
{
    const Json* option = nullptr;
    const QString code = line[u"code"].toText();
    if (!line[u"productOptionId"].isNull()) {
        option = m_books.find(Kind::ProductOptions, line[u"productOptionId"].toInteger());
    } else if (!code.isEmpty()) {
        option = m_books.shelf(Kind::ProductOptions).findBy(u"productOptionCode", code);
    } else {
        return;
    }
    if (!option) {
        errors.append(u"The product '%1' was not found."_s.arg(
            code.isEmpty() ? QString::number(line[u"productOptionId"].toInteger()) : code));
        return;
    }
    const Json* product = m_books.find(Kind::Products, (*option)[u"productId"].toInteger());
    line.set(u"productOptionId"_s, (*option)[u"id"]);
    line.set(u"productId"_s, (*option)[u"productId"]);
    line.set(u"code"_s, (*option)[u"productOptionCode"]);
    if (product) line.set(u"styleCode"_s, (*product)[u"styleCode"]);
    if (product && line[u"name"].isNull()) line.set(u"name"_s, (*product)[u"name"]);
    if (line[u"unitPrice"].isNull()) line.set(u"unitPrice"_s, (*option)[u"retailPrice"]);
}

void Desk::addUp(Draft& draft) const
{
    Json& row = draft.row;
    Decimal products;
    for (const Json& line : row[u"lineItems"].toArray()) {
        const Decimal worth = cin7::times(amountOrZero(line[u"qty"]), amountOrZero(line[u"unitPrice"]));
        products = cin7::plus(products, cin7::minus(worth, amountOrZero(line[u"discount"])));
    }
    products = products.rounded(2);
    Decimal total = cin7::minus(products, amountOrZero(row[u"discountTotal"]));
    total = cin7::plus(total, amountOrZero(row[u"freightTotal"]));
    total = cin7::plus(total, amountOrZero(row[u"surcharge"]));
    const QString status = row[u"taxStatus"].toText();
    if (status == u"Excl" || status == u"2")
        total = cin7::plus(total, cin7::share(total, percentOf(row[u"taxRate"])));
    row.set(u"productTotal"_s, Json(products));
    row.set(u"total"_s, Json(total.rounded(2)));
}

void Desk::checkPayment(Draft& draft)
{
    const qint64 id = draft.row[u"orderId"].toInteger();
    const auto owner = m_books.findOrder(id);
    if (!owner) {
        draft.errors.append(u"The order %1 was not found."_s.arg(id));
        return;
    }
    const Json order = *m_books.find(owner->first, id);
    if (order[u"isVoid"].toBool()) {
        draft.errors.append(u"The order is void and cannot be changed."_s);
        return;
    }
    draft.row.set(u"orderRef"_s, order[u"reference"]);
    if (draft.row[u"paymentDate"].isNull()) draft.row.set(u"paymentDate"_s, Json(stamp()));
    if (draft.row[u"orderType"].isNull()) {
        draft.row.set(u"orderType"_s, Json(owner->first == Kind::SalesOrders      ? u"SalesOrder"_s
                                           : owner->first == Kind::PurchaseOrders ? u"PurchaseOrder"_s
                                                                                  : u"CreditNote"_s));
    }
    if (m_modes.paymentsTouchOrders)
        m_books.shelf(owner->first).set(QString::number(id), u"modifiedDate"_s, Json(stamp()));
}

void Desk::checkProduct(Draft& draft)
{
    needUnique(draft, u"styleCode"_s, u"styleCode"_s);
    needKnown(draft, u"supplierId"_s, Kind::Contacts, u"supplier"_s);
    if (draft.row[u"status"].isNull()) draft.row.set(u"status"_s, Json(u"Public"_s));
}

void Desk::checkOption(Draft& draft)
{
    needKnown(draft, u"productId"_s, Kind::Products, u"product"_s);
    needUnique(draft, u"productOptionCode"_s, u"productOptionCode"_s);
    if (draft.row[u"status"].isNull()) draft.row.set(u"status"_s, Json(u"Active"_s));
    for (const QString& count : {u"stockAvailable"_s, u"stockOnHand"_s}) {
        if (draft.row[count].isNull()) draft.row.set(count, Json(0));
    }
}

void Desk::checkMove(Draft& draft)
{
    Json& row = draft.row;
    if (!takeReference(draft)) return;
    for (const QString& branch : {u"branchId"_s, u"sourceBranchId"_s, u"destinationBranchId"_s})
        needKnown(draft, branch, Kind::Branches, u"branch"_s);
    if (row[u"isApproved"].isNull()) row.set(u"isApproved"_s, Json(true));
    takeLines(draft, u"lineItems"_s);
    row.set(u"status"_s, Json(statusOf(row)));
}

// A product comes with its options; one that names none gets one that sells under its style code.
void Desk::takeOptions(const Draft& draft, qint64 product)
{
    m_books.shelf(Kind::Products).set(QString::number(product), u"productOptions"_s, Json());
    const Json& sent = memberOf(draft.sent, u"productOptions");
    Json wanted = sent;
    if (!draft.before && sent.size() == 0)
        wanted = Json::array({Json::object({{u"productOptionCode"_s, draft.row[u"styleCode"]}})});
    for (const Json& each : wanted.toArray()) {
        Json option = each;
        option.set(u"productId"_s, Json(product));
        const bool isKnown = idOf(memberOf(option, u"id")) != 0;
        const Verdict verdict =
            isKnown ? change(Kind::ProductOptions, option) : create(Kind::ProductOptions, option);
        Q_UNUSED(verdict)
    }
}

} // namespace tieout::sandbox::cin7omni
