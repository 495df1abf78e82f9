// Sentences about records: checks before writing, recognising, mapping, lookups and formulas.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"check.required", T("“%1” is missing"), T("The other system does not accept the record without it."),
     T("Fill it in the source record, or give the field a value on the Map step."), Remedy::OpenSync},
    {"check.too-long", T("A text is too long"),
     T("“%1” allows %2 characters; the record has %3. Tieout does not cut text by itself."),
     T("Shorten the text in the source record, or use LEFT on the Map step."), Remedy::OpenSync,
     T("“%1” is too long")},
    {"check.decimals", T("Too many digits after the point"),
     T("The field keeps %2 digits; rounding changes amounts, so nothing was rounded."),
     T("Correct the figure, or use ROUND on the Map step."), Remedy::OpenSync,
     T("“%1” has too many digits after the point")},
    {"check.choice", T("“%2” is not a choice of “%1”"), T("The field takes only values of its own list."),
     T("Correct the record, or translate the value with a lookup table."), Remedy::OpenSync},
    {"check.currency", T("Currency %1 is not switched on"),
     T("The organisation does not use this currency yet."),
     T("Add the currency in the ledger's settings, then press Retry."), Remedy::Retry},
    {"check.tax-rate", T("Tax rate “%1” does not exist"),
     T("The organisation has no tax rate of this name, or it is archived."),
     T("Correct the lookup table, or add the tax rate in the ledger, then press Retry."), Remedy::Retry},
    {"check.tax-for-account", T("Tax rate “%1” is not allowed on account %2"),
     T("Each account accepts only some tax rates."),
     T("Choose another tax rate in the lookup table, or allow it on the account, then press Retry."),
     Remedy::Retry},
    {"check.account", T("Account %1 does not exist"), T("The chart of accounts has no account of this code."),
     T("Correct the account on the Map step or in the lookup table, or add it in the ledger."),
     Remedy::OpenSync},
    {"check.account-archived", T("Account %1 is archived"), T("Archived accounts take no entries."),
     T("Choose another account, or restore it in the ledger, then press Retry."), Remedy::OpenSync},
    {"check.lock-date", T("The date is in a closed period"), T("The books are closed up to %2."),
     T("Move the date, or ask whoever closed the period, then press Retry."), Remedy::Retry,
     T("Date %1 is in a closed period")},
    {"check.negative-total", T("The total is below zero"),
     T("An invoice cannot be negative; a refund is a credit note."),
     T("Look at the lines of the source record, then press Retry."), Remedy::Retry,
     T("The document's total is below zero (%1)")},
    {"ledger.tax-rate", T("Tax rate “%1” does not exist"), T("The total cannot be computed without it."),
     T("Correct the lookup table, or add the tax rate in the ledger, then press Retry."), Remedy::Retry},
    {"match.several", T("Several records could be the same"),
     T("%2 records of the other system fit equally well: %1. A guess could write to the wrong one."),
     T("Say which one it is, or have a new one made. Or correct the data: "
       "if they are duplicates, merge them or archive the spare ones in the other system, then press Retry. "
       "If "
       "they are different, change what they share there, so that only one fits."),
     Remedy::Retry, T("Several records could be the same: %1")},
    {"match.several@Contacts", T("Several contacts could be this customer"),
     T("%2 contacts in the other system fit equally well: %1. A guess could bill the wrong customer."),
     T("Say which one it is, or have a new one made. Or correct the data: "
       "if they are the same customer, merge them in the other system, then press Retry. If they are "
       "different, "
       "leave the customer's e-mail address on the right one only."),
     Remedy::Retry, T("Several contacts could be this customer: %1")},
    {"match.weak", T("A similar record exists"),
     T("“%1” in the other system looks alike, but nothing else shows that it is the same one."),
     T("Say that it is this one, or have a new one made. Or correct the data: "
       "if it is the same one, make a field agree that the Match step of this sync calls sure, then press "
       "Retry. "
       "If it is another one, change one of the names."),
     Remedy::Retry, T("A similar record exists: %1")},
    {"match.weak@Contacts", T("A contact has the same name"),
     T("The contact “%1” in the other system has the same name, but nothing else shows that it is the same "
       "customer."),
     T("Say that it is this one, or have a new one made. Or correct the data: "
       "if it is the same customer, give both the same e-mail address or the same postal code, then press "
       "Retry. "
       "If it is another one, change one of the names."),
     Remedy::Retry, T("A contact has the same name: %1")},
    {"match.taken", T("Two source records want the same record"),
     T("“%1” in the other system already belongs to the source record %2, and one record cannot stand for "
       "two."),
     T("Have a new one made. Or correct the data: "
       "if the two source records are the same, merge or remove one of them, then press Retry. If they are "
       "different, change what they share (number, name or e-mail address) in one of them."),
     Remedy::Retry, T("“%1” already belongs to another record (%2)")},
    {"match.taken@Contacts", T("Two customers want the same contact"),
     T("The contact “%1” already belongs to the customer %2 of the source. It serves both only if you say "
       "so."),
     T("Say that it is this one, or have a new one made. Or correct the data: "
       "if both are the same customer, merge them in the source, then press Retry. If they are different, "
       "give one of them "
       "another e-mail address, name or postal code."),
     Remedy::Retry, T("The contact “%1” already belongs to another customer (%2)")},
    {"target.edited", T("Changed on both sides"),
     T("Somebody changed it in the other system since the last write. It was not overwritten."),
     T("Compare both records, make them agree, then press Retry."), Remedy::Retry,
     T("%1 was changed on both sides")},
    {"target.gone", T("Gone in the other system"),
     T("It was deleted or voided there after Tieout had written it."),
     T("Restore it there, or skip this record with a reason."), Remedy::None,
     T("%1 no longer exists in the other system")},
    {"target.not-editable", T("Can no longer be changed"),
     T("Paid, voided or locked documents stay as they are."),
     T("Undo the payment there or write a credit note by hand, then skip this record with a reason."),
     Remedy::None, T("%1 can no longer be changed (%2)")},
    {"target.warning", T("Saved, with a remark"),
     T("The record was written; the other system only remarks on it."), T("Look at the remark."),
     Remedy::None},
    {"target.decimals", T("“%1” keeps fewer digits than the formula gives"), T(""),
     T("Use ROUND on the Map step."), Remedy::OpenSync},
    {"target.may-be-blank", T("“%1” may stay empty"), T("The formula can give nothing for some records."),
     T("Give it a value for that case on the Map step."), Remedy::OpenSync},
    {"target.may-fail", T("The formula of “%1” may fail for some records"), T(""),
     T("Open the Map step and look at the formula."), Remedy::OpenSync},
    {"target.not-in-list", T("“%1” is not a choice of the field"),
     T("The field takes only values of its own list."), T("Choose a value of the list on the Map step."),
     Remedy::OpenSync},
    {"target.read-only", T("“%1” cannot be written"), T("The other system fills this field itself."),
     T("Take it out on the Map step."), Remedy::OpenSync},
    {"target.required", T("“%1” must be mapped"), T("The other system does not accept a record without it."),
     T("Map it on the Map step."), Remedy::OpenSync},
    {"target.too-long", T("The text for “%1” is longer than the field"), T(""),
     T("Shorten it on the Map step."), Remedy::OpenSync},
    {"target.unknown", T("The other system has no field “%1”"), T("It was renamed or removed there."),
     T("Choose another field on the Map step."), Remedy::OpenSync},
    {"target.wrong-kind", T("The value does not fit the field “%1”"),
     T("For example text where a number belongs."), T("Open the Map step and look at the formula."),
     Remedy::OpenSync},
    {"lookup.no-row", T("No row for “%2” in “%1”"),
     T("“%2” has no row in the lookup table “%1”, and this sync holds records rather than guess."),
     T("Add the row once; every record held for it is planned again."), Remedy::AddLookupRow},
    {"lookup.no-table", T("The lookup table “%1” is missing"), T("A formula of the mapping uses it."),
     T("Add the table on the Lookups screen, or change the formula."), Remedy::OpenSync},
    {"lookup.no-column", T("The lookup table “%1” has no column “%2”"),
     T("A formula of the mapping uses it."), T("Correct the formula on the Map step."), Remedy::OpenSync},
    {"lookup.blank-key", T("Nothing to look up in “%1”"),
     T("The field that is looked up is empty in this record."),
     T("Fill the field in the source record, then press Retry."), Remedy::Retry},
    {"lookup.syntax", T("A lookup table cannot be read"), T("Its stored form is damaged."),
     T("Save the table again on the Lookups screen."), Remedy::None},
    {"linked.not-yet", T("A record that belongs to it is not written yet"),
     T("For example the contact of an invoice. It was held or failed itself."),
     T("Solve that problem first; this record follows by itself."), Remedy::Retry},
    {"linked.blank-key", T("The record that belongs to it is not named"),
     T("For example a deal without an account, so there is no contact."),
     T("Fill the field in the source record, then press Retry."), Remedy::Retry},
    {"org.no-setting", T("The organisation does not tell “%1”"),
     T("A formula asks for a setting that is not there."), T("Correct the formula on the Map step."),
     Remedy::OpenSync},
    {"rule.no-longer", T("It no longer meets this sync's rule, but was written before"),
     T("For example a deal that is not won any more and already has an invoice. Nothing was changed."),
     T("Decide in the other system (void or keep), then skip this with a reason."), Remedy::None},
    {"source.no-id", T("The source record has no number of its own"),
     T("Without it the record cannot be recognised again."),
     T("Show the technical details to that system's support."), Remedy::None},
    {"source.deleted", T("Deleted in the source, but written before"),
     T("The record was deleted there after Tieout had written it. Nothing is deleted in the other system."),
     T("If it was deleted on purpose, void or remove the %1 by hand, then skip this with a reason. If not, "
       "restore the record in the source: the next run takes it up again by itself."),
     Remedy::None, T("It was deleted in the source; the %1 %2 is still there")},
    {"source.all-gone", T("The source shows none of its records any more"),
     T("That is more often a lost right or a filter than a deletion, so nothing was marked as deleted."),
     T("Look whether the person who signed in may still see these records."), Remedy::OpenConnections},
    {"mapping.formula", T("The formula for “%1” does not work: %3"), T("Formula: %2"),
     T("Correct it on the Map step."), Remedy::OpenSync},
    {"mapping.empty", T("A value is empty that must not be"),
     T("The mapping says to hold a record whose value is empty."),
     T("Fill the field in the source record, then press Retry."), Remedy::Retry,
     T("“%1” is empty and must not be")},
    {"mapping.syntax", T("The mapping cannot be read"), T("Its stored form is damaged."),
     T("Restore the sync from its template or from a backup."), Remedy::OpenSync},
    {"mapping.bad-target", T("A mapping line names no field"), T(""), T("Correct the line on the Map step."),
     Remedy::OpenSync},
    {"mapping.duplicate-target", T("A field is mapped twice"), T("Only one line may fill a field."),
     T("Remove one of the lines on the Map step."), Remedy::OpenSync},
    {"mapping.too-deep", T("Lists in the mapping are nested too deep"), T(""),
     T("Simplify the lines on the Map step."), Remedy::OpenSync},
    {"mapping.unknown-target", T("No formula fills this field"), T(""), T("Map the field on the Map step."),
     Remedy::OpenSync},
    {"date.syntax", T("A date cannot be read"), T("The source gives a text that is not a date."),
     T("Correct the date in the source record, then press Retry."), Remedy::Retry},
    {"instant.syntax", T("A time cannot be read"),
     T("The source gives a text that is not a date with a time."),
     T("Correct it in the source record, then press Retry."), Remedy::Retry},
    {"decimal.syntax", T("An amount cannot be read"), T("The source gives a text that is not a number."),
     T("Correct the amount in the source record, then press Retry."), Remedy::Retry},
    {"decimal.overflow", T("A number is too large"), T("More than 38 digits cannot be computed exactly."),
     T("Correct the figure in the source record, then press Retry."), Remedy::Retry},
    {"decimal.division-by-zero", T("A formula divides by zero"),
     T("A figure that it divides by is zero in this record."),
     T("Correct the record, or use IF on the Map step."), Remedy::OpenSync},
};

} // namespace

std::span<const SentenceEntry> recordSentences()
{
    return kEntries;
}

} // namespace tieout::wording
