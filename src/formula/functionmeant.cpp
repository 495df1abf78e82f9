#include "formula/functionmeant.h"

#include "formula/functions.h"
#include "formula/nearest.h"

namespace tieout::formula {

namespace {

struct OtherName {
    const char16_t* name;
    const char16_t* meant;
};

/// What Excel calls these functions in German, and lookups over cell ranges.
constexpr OtherName kOtherNames[] = {
    {u"ABRUNDEN", u"ROUNDDOWN"},
    {u"ANZAHL", u"COUNT"},
    {u"ANZAHL2", u"COUNTA"},
    {u"ARBEITSTAG", u"WORKDAY"},
    {u"AUFRUNDEN", u"ROUNDUP"},
    {u"DATUM", u"DATE"},
    {u"DATWERT", u"DATEVALUE"},
    {u"EDATUM", u"EDATE"},
    {u"EINDEUTIG", u"UNIQUE"},
    {u"ERSETZEN", u"REPLACE"},
    {u"ERSTERWERT", u"SWITCH"},
    {u"FALSCH", u"FALSE"},
    {u"FEST", u"FIXED"},
    {u"FINDEN", u"FIND"},
    {u"GANZZAHL", u"INT"},
    {u"GLÄTTEN", u"TRIM"},
    {u"GROSS", u"UPPER"},
    {u"GROSS2", u"PROPER"},
    {u"HEUTE", u"TODAY"},
    {u"HLOOKUP", u"LOOKUP"},
    {u"IDENTISCH", u"EXACT"},
    {u"ISTFEHLER", u"ISERROR"},
    {u"ISTLEER", u"ISBLANK"},
    {u"ISTZAHL", u"ISNUMBER"},
    {u"JAHR", u"YEAR"},
    {u"JETZT", u"NOW"},
    {u"KALENDERWOCHE", u"WEEKNUM"},
    {u"KLEIN", u"LOWER"},
    {u"KÜRZEN", u"TRUNC"},
    {u"LINKS", u"LEFT"},
    {u"LÄNGE", u"LEN"},
    {u"MITTELWERT", u"AVERAGE"},
    {u"MITTELWERTWENN", u"AVERAGEIF"},
    {u"MONAT", u"MONTH"},
    {u"MONATSENDE", u"EOMONTH"},
    {u"NETTOARBEITSTAGE", u"NETWORKDAYS"},
    {u"NICHT", u"NOT"},
    {u"OBERGRENZE", u"CEILING"},
    {u"ODER", u"OR"},
    {u"POTENZ", u"POWER"},
    {u"PRODUKT", u"PRODUCT"},
    {u"RECHTS", u"RIGHT"},
    {u"REST", u"MOD"},
    {u"RUNDEN", u"ROUND"},
    {u"SORTIEREN", u"SORT"},
    {u"STUNDE", u"HOUR"},
    {u"SUCHEN", u"SEARCH"},
    {u"SUMME", u"SUM"},
    {u"SUMMENPRODUKT", u"SUMPRODUCT"},
    {u"SUMMEWENN", u"SUMIF"},
    {u"SUMMEWENNS", u"SUMIFS"},
    {u"SVERWEIS", u"LOOKUP"},
    {u"SÄUBERN", u"CLEAN"},
    {u"TAG", u"DAY"},
    {u"TAGE", u"DAYS"},
    {u"TEIL", u"MID"},
    {u"TEXTKETTE", u"CONCAT"},
    {u"TEXTVERKETTEN", u"TEXTJOIN"},
    {u"UND", u"AND"},
    {u"UNTERGRENZE", u"FLOOR"},
    {u"VERGLEICH", u"MATCH"},
    {u"VERKETTEN", u"CONCAT"},
    {u"VERWEIS", u"LOOKUP"},
    {u"VLOOKUP", u"LOOKUP"},
    {u"VRUNDEN", u"MROUND"},
    {u"WAHL", u"CHOOSE"},
    {u"WAHR", u"TRUE"},
    {u"WECHSELN", u"SUBSTITUTE"},
    {u"WENN", u"IF"},
    {u"WENNFEHLER", u"IFERROR"},
    {u"WENNNV", u"IFNA"},
    {u"WENNS", u"IFS"},
    {u"WERT", u"VALUE"},
    {u"WOCHENTAG", u"WEEKDAY"},
    {u"WURZEL", u"SQRT"},
    {u"XODER", u"XOR"},
    {u"XVERWEIS", u"XLOOKUP"},
    {u"ZÄHLENWENN", u"COUNTIF"},
    {u"ZÄHLENWENNS", u"COUNTIFS"},
};

} // namespace

QString functionMeant(const QString& name)
{
    for (const OtherName& other : kOtherNames) {
        if (name == QStringView(other.name)) return QString::fromUtf16(other.meant);
    }
    return nearestName(name, functionNames());
}

} // namespace tieout::formula
