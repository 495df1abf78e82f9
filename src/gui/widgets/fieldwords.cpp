// Names of fields, objects and ledger codes as words. Systems name their fields in code style; people read
// labels.
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/when.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

struct Word {
    const char16_t* name;
    const char* text;
};

// Where a system's own screens use another word than the name of the field.
constexpr Word kFields[] = {
    {u"UnitAmount", QT_TR_NOOP("Unit price")},
    {u"LineAmount", QT_TR_NOOP("Line amount")},
    {u"LineAmountTypes", QT_TR_NOOP("Amounts are")},
    {u"CurrencyCode", QT_TR_NOOP("Currency")},
    {u"CurrencyIsoCode", QT_TR_NOOP("Currency")},
    {u"DiscountRate", QT_TR_NOOP("Discount %")},
    {u"TaxType", QT_TR_NOOP("Tax rate")},
    {u"AccountCode", QT_TR_NOOP("Account")},
    {u"ContactNumber", QT_TR_NOOP("Contact number")},
    {u"ContactID", QT_TR_NOOP("Contact")},
    {u"InvoiceNumber", QT_TR_NOOP("Invoice number")},
    {u"EmailAddress", QT_TR_NOOP("E-mail")},
    {u"LineItems", QT_TR_NOOP("Line items")},
    {u"OpportunityLineItems", QT_TR_NOOP("Products")},
    {u"IsWon", QT_TR_NOOP("Won")},
    {u"StageName", QT_TR_NOOP("Stage")},
    {u"Type", QT_TR_NOOP("Kind of document")},
    {u"Url", QT_TR_NOOP("Link to the source")},
    {u"SystemModstamp", QT_TR_NOOP("Last changed")},
    {u"Id", QT_TR_NOOP("Record number")},
};

constexpr Word kValues[] = {
    {u"DRAFT", QT_TR_NOOP("Draft")},
    {u"SUBMITTED", QT_TR_NOOP("Awaiting approval")},
    {u"AUTHORISED", QT_TR_NOOP("Awaiting payment")},
    {u"PAID", QT_TR_NOOP("Paid")},
    {u"VOIDED", QT_TR_NOOP("Voided")},
    {u"DELETED", QT_TR_NOOP("Deleted")},
    {u"ACTIVE", QT_TR_NOOP("Active")},
    {u"ARCHIVED", QT_TR_NOOP("Archived")},
    {u"ACCREC", QT_TR_NOOP("Sales invoice")},
    {u"ACCPAY", QT_TR_NOOP("Bill")},
    {u"Exclusive", QT_TR_NOOP("Tax exclusive")},
    {u"Inclusive", QT_TR_NOOP("Tax inclusive")},
    {u"NoTax", QT_TR_NOOP("No tax")},
};

template<size_t N>
QString lookUp(const Word (&words)[N], QStringView name)
{
    for (const Word& word : words) {
        if (name == word.name) return say(word.text);
    }
    return {};
}

/// "BillingPostalCode__c" → "Billing postal code"
QString spelledOut(QString name)
{
    static const QRegularExpression custom(u"__c$"_s);
    static const QRegularExpression bound(
        u"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])"_s);
    name.remove(custom).replace(u'_', u' ');
    QStringList words = name.split(bound);
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] != words[i].toUpper() || words[i].size() == 1) words[i] = words[i].toLower();
    }
    return words.join(u' ');
}

/// An organisation's own words, columns of a table or a file: in whatever language they are.
const QStringList kTellTheirLabels{u"salesforce"_s, u"database"_s, u"files"_s};

void translateLabels(QList<model::Field>& fields)
{
    for (model::Field& field : fields) {
        field.label = translatedLabel(field.label);
        translateLabels(field.fields);
    }
}

} // namespace

model::ObjectSchema inReadersWords(model::ObjectSchema schema, const QString& system)
{
    if (kTellTheirLabels.contains(system)) return schema;
    schema.label = translatedLabel(schema.label);
    schema.labelPlural = translatedLabel(schema.labelPlural);
    translateLabels(schema.fields);
    return schema;
}

QString fieldName(const QString& name)
{
    const QString known = lookUp(kFields, name);
    return known.isEmpty() ? translatedLabel(spelledOut(name)) : known;
}

QString fieldLabel(const QString& path)
{
    static const QRegularExpression item(u"^(\\w+)\\[(\\d+)\\]$"_s);
    QStringList words;
    for (const QString& part : path.split(u'.')) {
        const QRegularExpressionMatch match = item.match(part);
        if (!match.hasMatch()) {
            words += fieldName(part);
        } else if (match.captured(1) == u"LineItems"_s) {
            words += say("Line %1").arg(match.captured(2));
        } else {
            words += fieldName(match.captured(1)) + u' ' + match.captured(2);
        }
    }
    return words.join(u" · "_s);
}

QString statusInWords(const QString& status)
{
    const QString known = lookUp(kValues, status);
    return known.isEmpty() ? status : known;
}

QString valueText(const QString& field, const model::Value& value, const QLocale& locale)
{
    using Kind = model::Value::Kind;
    switch (value.kind()) {
    case Kind::Blank:
        return say("(empty)");
    case Kind::Boolean:
        return *value.boolean() ? say("Yes") : say("No");
    case Kind::Number:
        return formatNumber(*value.number(), locale);
    case Kind::Date:
        return formatDay(*value.date(), locale);
    case Kind::Instant:
        return formatFull(*value.instant(), {}, locale);
    case Kind::List:
        return say("%Ln lines", "items of a list", int(value.list()->size()));
    case Kind::Record:
        return say("a record");
    case Kind::Text:
        break;
    }
    const QString last = field.section(u'.', -1);
    const bool coded = last.endsWith(u"Status"_s) || last == u"Type"_s || last == u"LineAmountTypes"_s;
    return coded ? statusInWords(*value.text()) : *value.text();
}

QString objectName(const QString& object, int count)
{
    if (object == u"Invoices"_s) return say("%Ln invoices", nullptr, count);
    if (object == u"Contacts"_s) return say("%Ln contacts", nullptr, count);
    if (object == u"Opportunity"_s) return say("%Ln deals", nullptr, count);
    if (object == u"Account"_s) return say("%Ln accounts", nullptr, count);
    return say("%Ln records", nullptr, count);
}

} // namespace tieout::gui
