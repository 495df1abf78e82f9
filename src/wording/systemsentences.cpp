// Sentences for what the connected systems refuse. "Why" is completed with the system's own words.
#include "wording/sentencetable.h"

#include <QtGlobal>

#define T(text) QT_TRANSLATE_NOOP("Sentences", text)

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"xero.account-number-taken", T("Another contact has this account number"), T(""), T("Change one of the numbers in Xero, then press Retry."), Remedy::Retry},
    {"xero.account-unknown", T("Xero does not know this account"), T(""), T("Correct the account on the Map step or in the lookup table."), Remedy::OpenSync},
    {"xero.body-unreadable", T("Xero could not read the record"), T(""), T("Press Retry. If it stays, send us the technical details."), Remedy::Retry},
    {"xero.concurrent-limit", T("Xero is busy with other calls of yours"), T(""), T("Nothing to do: it goes on in a moment."), Remedy::None},
    {"xero.contact-archived", T("The contact is archived in Xero"), T(""), T("Restore the contact in Xero, then press Retry."), Remedy::Retry},
    {"xero.contact-missing", T("The contact no longer exists in Xero"), T(""), T("Restore the contact in Xero, then press Retry."), Remedy::Retry},
    {"xero.contact-name-taken", T("Another contact has this name"), T("Names of contacts are unique in Xero."), T("Rename or merge the contact in Xero, then press Retry."), Remedy::Retry},
    {"xero.contact-number-taken", T("Another contact has this contact number"), T("Contact numbers are unique in Xero."), T("Merge the contacts in Xero, then press Retry."), Remedy::Retry},
    {"xero.currency-not-enabled", T("The currency is not switched on in Xero"), T(""), T("Add the currency in Xero's settings, then press Retry."), Remedy::Retry},
    {"xero.day-limit", T("Xero's calls for today are used up"), T("Xero allows 5,000 calls a day for each organisation."), T("Nothing to do: the syncs go on when the day is over."), Remedy::None},
    {"xero.discount-too-large", T("A discount is larger than the line"), T(""), T("Correct the discount in the source record, then press Retry."), Remedy::Retry},
    {"xero.email-invalid", T("The e-mail address is not valid"), T(""), T("Correct the address in the source record, then press Retry."), Remedy::Retry},
    {"xero.field-missing", T("A field that Xero needs is empty"), T(""), T("Fill it in the source record or on the Map step."), Remedy::OpenSync},
    {"xero.high-volume", T("Xero takes no more for the moment"), T(""), T("Nothing to do: it goes on by itself."), Remedy::None},
    {"xero.invoice-number-taken", T("Another invoice has this number"), T("Invoice numbers are unique in Xero."), T("Look at the invoice in Xero: if it is the same sale, skip this record with a reason."), Remedy::None},
    {"xero.item-unknown", T("Xero does not know this item"), T(""), T("Add the item in Xero, or correct the item code on the Map step, then press Retry."), Remedy::OpenSync},
    {"xero.key-reused", T("Xero saw this delivery before with other content"), T("Nothing was written twice."), T("Press Retry: the record is planned and sent afresh."), Remedy::Retry},
    {"xero.lines-missing", T("The invoice has no lines"), T(""), T("Add products to the source record, then press Retry."), Remedy::Retry},
    {"xero.lock-date", T("The date is in a period that is closed in Xero"), T(""), T("Move the date, or ask whoever closed the period, then press Retry."), Remedy::Retry},
    {"xero.maintenance", T("Xero is down for maintenance"), T(""), T("Nothing to do: it is tried again."), Remedy::None},
    {"xero.minute-limit", T("Xero asks to wait a minute"), T("Xero allows 60 calls a minute."), T("Nothing to do: it goes on by itself."), Remedy::None},
    {"xero.name-characters", T("The name has characters that Xero does not take"), T(""), T("Remove them in the source record, then press Retry."), Remedy::Retry},
    {"xero.negative-total", T("The document's total is below zero"), T("An invoice cannot be negative; a refund is a credit note."), T("Look at the lines of the source record, then press Retry."), Remedy::Retry},
    {"xero.not-editable", T("The document can no longer be changed in Xero"), T("Paid, voided or locked documents stay as they are."), T("Correct it in Xero by hand, then skip this record with a reason."), Remedy::None},
    {"xero.not-found", T("Xero does not find the record"), T("It was deleted, or belongs to another organisation."), T("Look in Xero, then press Retry."), Remedy::Retry},
    {"xero.not-implemented", T("Xero does not offer this"), T(""), T("Send us the technical details."), Remedy::None},
    {"xero.organisation-offline", T("The organisation is not available in Xero"), T(""), T("Nothing to do: it is tried again. If it stays, ask Xero's support."), Remedy::Retry},
    {"xero.plan-limit", T("The organisation's Xero plan does not allow more"), T("For example the number of invoices a month."), T("Change the plan in Xero, then press Retry."), Remedy::Retry},
    {"xero.query-syntax", T("Xero did not understand the question"), T(""), T("Send us the technical details."), Remedy::None},
    {"xero.record-gone", T("The record was deleted or merged in Xero"), T(""), T("Restore it in Xero, or skip this record with a reason."), Remedy::None},
    {"xero.request-refused", T("Xero refused"), T(""), T("Correct what Xero names, then press Retry."), Remedy::Retry},
    {"xero.rows-refused", T("Xero refused some records"), T(""), T("Correct what Xero names, then press Retry."), Remedy::Retry},
    {"xero.scope-missing", T("The sign-in does not cover this"), T("A permission was not given when somebody signed in."), T("Sign in again and allow everything that is asked."), Remedy::SignIn},
    {"xero.server-error", T("Xero had a fault of its own"), T(""), T("Nothing to do: it is tried again."), Remedy::Retry},
    {"xero.signed-out", T("The sign-in to Xero has ended"), T(""), T("Sign in again; waiting syncs go on by themselves."), Remedy::SignIn},
    {"xero.status-not-allowed", T("Xero does not allow this change of status"), T(""), T("Change the status in Xero by hand, then press Retry."), Remedy::Retry},
    {"xero.tax-type-for-account", T("The tax rate is not allowed on the account"), T("Each account accepts only some tax rates."), T("Choose another tax rate in the lookup table, or allow it on the account in Xero, then press Retry."), Remedy::Retry},
    {"xero.tax-type-unknown", T("Xero does not know this tax rate"), T(""), T("Correct the lookup table, or add the tax rate in Xero, then press Retry."), Remedy::Retry},
    {"xero.tenant-not-connected", T("The sign-in no longer reaches this organisation"), T("Somebody disconnected Tieout in Xero."), T("Sign in again and choose the organisation."), Remedy::SignIn},
    {"xero.text-too-long", T("A text is longer than Xero allows"), T(""), T("Shorten it in the source record, then press Retry."), Remedy::Retry},
    {"xero.token-expired", T("The sign-in to Xero has ended"), T("Xero ends a sign-in that was not used for 60 days."), T("Sign in again; waiting syncs go on by themselves."), Remedy::SignIn},
    {"xero.total-differs", T("The total does not equal its lines"), T("Xero computes another total than the record says."), T("Look at the lines and the discount of the source record, then press Retry."), Remedy::Retry},
    {"xero.user-not-permitted", T("The person who signed in may not do this in Xero"), T(""), T("Give the person the right in Xero, or sign in as somebody who has it."), Remedy::SignIn},
    {"xero.validation", T("Xero refused the record"), T(""), T("Correct what Xero names in the source record or the mapping, then press Retry."), Remedy::Retry},
    {"salesforce.address-too-long", T("Too many fields in one question to Salesforce"), T(""), T("Map fewer fields on the Map step."), Remedy::OpenSync},
    {"salesforce.api-disabled", T("The Salesforce edition or user has no access for programs"), T(""), T("Ask whoever administers Salesforce to allow it for this user."), Remedy::None},
    {"salesforce.concurrent-limit", T("Salesforce is busy with other long questions"), T(""), T("Nothing to do: it goes on in a moment."), Remedy::None},
    {"salesforce.day-limit", T("Salesforce's calls for today are used up"), T("Salesforce allows a number of calls in 24 hours for the whole organisation."), T("Nothing to do: the syncs go on when calls are free again."), Remedy::None},
    {"salesforce.invalid-field", T("Salesforce does not know a field"), T("It was renamed or removed, or the person who signed in may not see it."), T("Choose another field on the Map step, or ask for the right to see it."), Remedy::OpenSync},
    {"salesforce.maintenance", T("Salesforce is down for maintenance"), T(""), T("Nothing to do: it is tried again."), Remedy::None},
    {"salesforce.not-found", T("Salesforce does not find the record"), T("It was deleted, or the person who signed in may not see it."), T("Look in Salesforce, then press Retry."), Remedy::Retry},
    {"salesforce.not-permitted", T("The person who signed in may not do this in Salesforce"), T(""), T("Give the person the right in Salesforce, or sign in as somebody who has it."), Remedy::SignIn},
    {"salesforce.object-not-enabled", T("A part of Salesforce is not switched on"), T(""), T("Ask whoever administers Salesforce to switch it on, then press Retry."), Remedy::Retry},
    {"salesforce.policy-block", T("A policy of Salesforce blocks this"), T(""), T("Ask whoever administers Salesforce, then press Retry."), Remedy::Retry},
    {"salesforce.query-locator", T("Salesforce lost its place in a long list"), T("It keeps the place only for a while."), T("Nothing to do: the reading starts again."), Remedy::Retry},
    {"salesforce.query-syntax", T("Salesforce did not understand the question"), T(""), T("Send us the technical details."), Remedy::None},
    {"salesforce.query-timeout", T("Salesforce took too long to answer"), T(""), T("Nothing to do: it is tried again in smaller steps."), Remedy::Retry},
    {"salesforce.query-too-complicated", T("The question is too large for Salesforce"), T(""), T("Map fewer fields on the Map step."), Remedy::OpenSync},
    {"salesforce.request-refused", T("Salesforce refused"), T(""), T("Correct what Salesforce names, then press Retry."), Remedy::Retry},
    {"salesforce.row-locked", T("Somebody else is changing the record in Salesforce"), T(""), T("Nothing to do: it is tried again."), Remedy::Retry},
    {"salesforce.server-error", T("Salesforce had a fault of its own"), T(""), T("Nothing to do: it is tried again."), Remedy::Retry},
    {"salesforce.session-expired", T("The sign-in to Salesforce has ended"), T(""), T("Sign in again; waiting syncs go on by themselves."), Remedy::SignIn},
    {"salesforce.setting-up", T("The Salesforce organisation is still being set up"), T(""), T("Nothing to do: it is tried again."), Remedy::Retry},
    {"salesforce.storage-full", T("Salesforce has no room left"), T(""), T("Free storage in Salesforce, then press Retry."), Remedy::Retry},
    {"salesforce.too-many-calls", T("Salesforce asks to wait"), T(""), T("Nothing to do: it goes on by itself."), Remedy::None},
    {"salesforce.transaction-policy", T("A security policy of Salesforce stopped this"), T(""), T("Ask whoever administers Salesforce, then press Retry."), Remedy::Retry},
    {"salesforce.version-retired", T("Salesforce no longer offers the version that Tieout uses"), T(""), T("Install the newest Tieout."), Remedy::None},
};

} // namespace

std::span<const SentenceEntry> systemSentences()
{
    return kEntries;
}

} // namespace tieout::wording
