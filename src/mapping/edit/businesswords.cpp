#include "mapping/edit/businesswords.h"

#include <QHash>

namespace tieout::mapping {

using namespace Qt::StringLiterals;

namespace {

/// One line for each meaning.
const char16_t* const kMeanings[] = {
    u"invoice date|date|close date|closed date|issue date|issued|issued on|doc date|document "
    u"date|transaction date|"
    u"bill date|order date|posted date",
    u"due date|due|payment due|payment due date|pay by|due on",
    u"invoice number|number|invoice no|inv no|doc number|document number|bill number|invoice|order "
    u"number|sales order",
    u"reference|ref|your reference|customer reference|po number|purchase order|purchase order "
    u"number|customer order no",
    u"contact|account|customer|client|company|debtor|organisation|organization|party|payee|vendor|supplier",
    u"contact name|account name|customer name|client name|company name|organisation name|name|trading name",
    u"email|email address|e mail|mail|primary email",
    u"phone|phone number|telephone|tel|business phone|mobile|mobile phone",
    u"fax|fax number",
    u"website|web site|url|homepage",
    u"first name|given name|forename",
    u"last name|surname|family name",
    u"street|address line 1|address line1|address 1|address|billing street|mailing street|billing "
    u"address|line 1",
    u"city|town|suburb|billing city|mailing city",
    u"region|state|province|county|billing state|mailing state|state province",
    u"postal code|postcode|zip|zip code|post code|billing postal code|mailing postal code|billing zip",
    u"country|country code|billing country|billing country code|mailing country",
    u"currency|currency code|currency iso code|iso currency",
    u"exchange rate|currency rate|conversion rate|fx rate",
    u"amount|total|total amount|grand total|invoice total|sum",
    u"sub total|subtotal|net|net amount|amount before tax|total excluding tax",
    u"total tax|tax|tax amount|vat|gst|vat amount|gst amount|sales tax",
    u"quantity|qty|hours|units|number of units|amount of units",
    u"unit amount|unit price|price|rate|sales price|unit cost|billable rate|list price|price each",
    u"line amount|total price|line total|extended price",
    u"description|details|notes|memo|narrative|line description|product description|item description",
    u"discount|discount rate|discount percent|discount percentage",
    u"account code|gl code|gl account|nominal code|ledger account|ledger code|account number",
    u"item code|product code|sku|item|code|stock code|part number|item number",
    u"tax type|tax code|tax rate|vat code|gst code|tax treatment|tax rule",
    u"status|stage|stage name|state of document",
    u"tax number|abn|vat number|vat id|tax id|gst number|company number|ein",
    u"line items|lines|items|products|opportunity line items|order lines|invoice lines|opportunity "
    u"products|rows|"
    u"order items|stock receipts",
    u"payment terms|terms|credit terms|days to pay",
    u"project|project name|job|job name",
    u"branding theme|brand|template",
    u"tracking|tracking categories|department|class|cost centre|cost center",
    u"bank account number|bank account|iban|bank account details",
    u"owner|sales person|salesperson|sales rep|account manager|representative",
};

QHash<QString, int> index()
{
    QHash<QString, int> known;
    int number = 0;
    for (const char16_t* const line : kMeanings) {
        const QStringList names = QString::fromUtf16(line).split(u'|');
        for (const QString& name : names)
            known.insert(name, number);
        ++number;
    }
    return known;
}

} // namespace

QString plainWords(const QString& name)
{
    QString text = name;
    if (text.endsWith("__c"_L1) || text.endsWith("__r"_L1)) text.chop(3);
    QString words;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool startsWord = i > 0 && c.isUpper() &&
                                (text[i - 1].isLower() ||
                                 (i + 1 < text.size() && text[i + 1].isLower() && text[i - 1].isUpper()));
        if (startsWord) words += u' ';
        words += c.isLetterOrNumber() ? c.toCaseFolded() : QChar(u' ');
    }
    return words.simplified();
}

int meaningOf(const QString& plainWords)
{
    static const QHash<QString, int> kIndex = index();
    return kIndex.value(plainWords, -1);
}

} // namespace tieout::mapping
