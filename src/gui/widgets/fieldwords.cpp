// Names of fields, objects and ledger codes as words. Systems name their fields in code style; people read
// labels.
#include "gui/widgets/words.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/when.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

struct Word {
    const char16_t* name;
    const char* text;
};

// Where a system's own screens use another word than the name of the field.
constexpr std::array kFields{
    Word{u"UnitAmount", QT_TRANSLATE_NOOP("Words", "Unit price")},
    Word{u"LineAmount", QT_TRANSLATE_NOOP("Words", "Line amount")},
    Word{u"LineAmountTypes", QT_TRANSLATE_NOOP("Words", "Amounts are")},
    Word{u"CurrencyCode", QT_TRANSLATE_NOOP("Words", "Currency")},
    Word{u"CurrencyIsoCode", QT_TRANSLATE_NOOP("Words", "Currency")},
    Word{u"DiscountRate", QT_TRANSLATE_NOOP("Words", "Discount %")},
    Word{u"TaxType", QT_TRANSLATE_NOOP("Words", "Tax rate")},
    Word{u"AccountCode", QT_TRANSLATE_NOOP("Words", "Account")},
    Word{u"ContactNumber", QT_TRANSLATE_NOOP("Words", "Contact number")},
    Word{u"ContactID", QT_TRANSLATE_NOOP("Words", "Contact")},
    Word{u"InvoiceNumber", QT_TRANSLATE_NOOP("Words", "Invoice number")},
    Word{u"EmailAddress", QT_TRANSLATE_NOOP("Words", "E-mail")},
    Word{u"LineItems", QT_TRANSLATE_NOOP("Words", "Line items")},
    Word{u"OpportunityLineItems", QT_TRANSLATE_NOOP("Words", "Products")},
    Word{u"IsWon", QT_TRANSLATE_NOOP("Words", "Won")},
    Word{u"StageName", QT_TRANSLATE_NOOP("Words", "Stage")},
    Word{u"Type", QT_TRANSLATE_NOOP("Words", "Kind of document")},
    Word{u"Url", QT_TRANSLATE_NOOP("Words", "Link to the source")},
    Word{u"SystemModstamp", QT_TRANSLATE_NOOP("Words", "Last changed")},
    Word{u"Id", QT_TRANSLATE_NOOP("Words", "Record number")},
};

constexpr std::array kValues{
    Word{u"DRAFT", QT_TRANSLATE_NOOP("Words", "Draft")},
    Word{u"SUBMITTED", QT_TRANSLATE_NOOP("Words", "Awaiting approval")},
    Word{u"AUTHORISED", QT_TRANSLATE_NOOP("Words", "Awaiting payment")},
    Word{u"PAID", QT_TRANSLATE_NOOP("Words", "Paid")},
    Word{u"VOIDED", QT_TRANSLATE_NOOP("Words", "Voided")},
    Word{u"DELETED", QT_TRANSLATE_NOOP("Words", "Deleted")},
    Word{u"ACTIVE", QT_TRANSLATE_NOOP("Words", "Active")},
    Word{u"ARCHIVED", QT_TRANSLATE_NOOP("Words", "Archived")},
    Word{u"ACCREC", QT_TRANSLATE_NOOP("Words", "Sales invoice")},
    Word{u"ACCPAY", QT_TRANSLATE_NOOP("Words", "Bill")},
    Word{u"Exclusive", QT_TRANSLATE_NOOP("Words", "Tax exclusive")},
    Word{u"Inclusive", QT_TRANSLATE_NOOP("Words", "Tax inclusive")},
    Word{u"NoTax", QT_TRANSLATE_NOOP("Words", "No tax")},
};

template<size_t N>
QString lookUp(const std::array<Word, N>& words, QStringView name)
{
    for (const Word& word : words) {
        if (name == word.name) return QCoreApplication::translate("Words", word.text);
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

} // namespace

QString fieldName(const QString& name)
{
    const QString known = lookUp(kFields, name);
    return known.isEmpty() ? spelledOut(name) : known;
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
            words += QCoreApplication::translate("Words", "Line %1").arg(match.captured(2));
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
        return QCoreApplication::translate("Words", "(empty)");
    case Kind::Boolean:
        return *value.boolean() ? QCoreApplication::translate("Words", "Yes")
                                : QCoreApplication::translate("Words", "No");
    case Kind::Number:
        return formatNumber(*value.number(), locale);
    case Kind::Date:
        return formatDay(*value.date(), locale);
    case Kind::Instant:
        return formatFull(*value.instant(), {}, locale);
    case Kind::List:
        return QCoreApplication::translate("Words", "%Ln lines", "items of a list",
                                           int(value.list()->size()));
    case Kind::Record:
        return QCoreApplication::translate("Words", "a record");
    case Kind::Text:
        break;
    }
    const QString last = field.section(u'.', -1);
    const bool coded = last.endsWith(u"Status"_s) || last == u"Type"_s || last == u"LineAmountTypes"_s;
    return coded ? statusInWords(*value.text()) : *value.text();
}

QString objectName(const QString& object, int count)
{
    const auto say = [count](const char* text) {
        return QCoreApplication::translate("Words", text, nullptr, count);
    };
    if (object == u"Invoices"_s) return say(QT_TRANSLATE_NOOP("Words", "%Ln invoices"));
    if (object == u"Contacts"_s) return say(QT_TRANSLATE_NOOP("Words", "%Ln contacts"));
    if (object == u"Opportunity"_s) return say(QT_TRANSLATE_NOOP("Words", "%Ln deals"));
    if (object == u"Account"_s) return say(QT_TRANSLATE_NOOP("Words", "%Ln accounts"));
    return say(QT_TRANSLATE_NOOP("Words", "%Ln records"));
}

} // namespace tieout::gui
