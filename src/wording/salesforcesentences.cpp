// Sentences about single records that Salesforce refuses to save.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"salesforce.validation", T("Salesforce refused the record: %1"), T(""),
     T("Correct what Salesforce names in the source record or the mapping, then press Retry."),
     Remedy::Retry},
    {"salesforce.key-field-missing", T("Salesforce lacks the field %1 that Tieout recognises records by"),
     T("Records are added only where Tieout can find them again, so that none is added twice."),
     T("Ask whoever administers Salesforce to add it as a text field with External ID and Unique ticked, "
       "and to let the signed-in person see it; then press Retry."),
     Remedy::Retry},
    {"salesforce.key-missing", T("The field that Tieout recognises records by is empty: %1"),
     T("Without it the same record could be added twice, so nothing was saved."),
     T("Map something that never changes to this field, such as the number of the source record."),
     Remedy::OpenSync},
    {"salesforce.key-twice", T("Several Salesforce records have the same key"),
     T("Tieout cannot tell which of them is meant, so none was changed."),
     T("Merge them in Salesforce, or empty the key of those that are wrong, then press Retry."),
     Remedy::Retry},
    {"salesforce.load-refused", T("Salesforce refused the whole load of records: %1"),
     T("None of the records that were handed over together was saved."),
     T("Correct what Salesforce names in the mapping, then press Retry."), Remedy::OpenSync},
    {"salesforce.batch-form", T("Salesforce did not understand what Tieout sent"), T("Nothing was saved."),
     T("Send us the technical details."), Remedy::None},
    {"salesforce.too-large", T("Salesforce takes nothing of this size in one piece"), T("Nothing was saved."),
     T("Make it smaller, or add it by hand in Salesforce."), Remedy::None},
    {"salesforce.automation-failed", T("An automation in Salesforce refused the record: %1"),
     T("A flow or a program of your Salesforce runs when such a record is saved, and it stopped the save."),
     T("Show this message to whoever looks after Salesforce, then press Retry."), Remedy::Retry},
    {"salesforce.validation-rule", T("A rule of your Salesforce refused the record: %1"),
     T("Your organisation made this rule; the words are its own."),
     T("Correct the source record as the rule asks, then press Retry."), Remedy::Retry},
    {"salesforce.required-field", T("A field that Salesforce demands is empty: %1"), T("Nothing was saved."),
     T("Fill it in the source record, or map something to it, then press Retry."), Remedy::OpenSync},
    {"salesforce.field-not-writable", T("A field cannot be changed in Salesforce: %1"),
     T("Salesforce works it out itself, or the signed-in person may only read it."),
     T("Take the field out of the mapping, or ask for the right to change it."), Remedy::OpenSync},
    {"salesforce.reference-not-found", T("A related record is not in Salesforce: %1"),
     T("The record points to a customer, product or person that Salesforce does not have."),
     T("Add the related record first or correct the mapping, then press Retry."), Remedy::Retry},
    {"salesforce.no-access", T("The signed-in person may not change this Salesforce record"),
     T("The record, or one that it belongs to, is not shared with that person."),
     T("Ask whoever administers Salesforce to share it, then press Retry."), Remedy::Retry},
    {"salesforce.record-deleted", T("The Salesforce record is in the recycle bin"), T("Nothing was changed."),
     T("Restore it in Salesforce and press Retry, or leave it deleted."), Remedy::Retry},
    {"salesforce.record-in-approval", T("The Salesforce record waits for an approval"),
     T("Salesforce lets nobody change it until somebody has approved or rejected it."),
     T("Press Retry when the approval is done."), Remedy::Retry},
    {"salesforce.duplicate-value", T("Another Salesforce record has the same value: %1"),
     T("The values of this field must differ from record to record."),
     T("Look whether the other record is the same customer or product, then press Retry."), Remedy::Retry},
    {"salesforce.duplicate-rule", T("Salesforce takes the record for a duplicate"),
     T("A duplicate rule of your Salesforce found a similar record."),
     T("Match the two records, or let the connection save records that a duplicate rule warns about."),
     Remedy::OpenConnections},
    {"salesforce.not-in-list", T("Salesforce does not offer this value: %1"),
     T("The field takes only the values of its list."),
     T("Correct the value or its row in the lookup table, or have it added to the list in Salesforce."),
     Remedy::Retry},
    {"salesforce.text-too-long", T("A text is longer than Salesforce allows: %1"), T(""),
     T("Shorten it in the source record or in the mapping, then press Retry."), Remedy::Retry},
    {"salesforce.number-too-large", T("A number has more digits than Salesforce allows: %1"), T(""),
     T("Look whether the number is right, then press Retry."), Remedy::Retry},
    {"salesforce.email-address", T("This is not an e-mail address: %1"), T(""),
     T("Correct it in the source record, then press Retry."), Remedy::Retry},
    {"salesforce.address-lists", T("Salesforce does not know this country or state"),
     T("Your Salesforce takes countries and states from lists only, spelt as they stand there."),
     T("Map the code of the country and state, such as AU and NSW, or correct the address; then press "
       "Retry."),
     Remedy::OpenSync},
    {"salesforce.price-book", T("The price is of another price book than the deal"),
     T("All products of a deal or quote come from one price book."),
     T("Choose a price of the deal's price book, or change the deal's, then press Retry."), Remedy::Retry},
    {"salesforce.values-contradict", T("Values do not go together in Salesforce: %1"), T(""),
     T("Correct the source record or the mapping, then press Retry."), Remedy::Retry},
    {"salesforce.standard-price", T("The product has no standard price in Salesforce"),
     T("A price in any other price book needs one in the standard price book first."),
     T("Add the standard price, then press Retry."), Remedy::Retry},
    {"salesforce.inactive-owner", T("The owner of the record no longer works in Salesforce"),
     T("The user is not active, and Salesforce gives records to active users only."),
     T("Choose another owner in the mapping, then press Retry."), Remedy::OpenSync},
    {"salesforce.wrong-type", T("A value is of another kind than its Salesforce field: %1"), T(""),
     T("Correct the formula of this field on the Map step."), Remedy::OpenSync},
    {"salesforce.still-used", T("Other Salesforce records still need this one"), T("It was not deleted."),
     T("Mark it as inactive instead, or delete what uses it first."), Remedy::Retry},
};

} // namespace

std::span<const SentenceEntry> salesforceSentences()
{
    return kEntries;
}

} // namespace tieout::wording
