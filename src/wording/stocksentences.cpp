// Sentences about what Cin7 Omni and Cin7 Core refuse.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"cin7omni.key-refused", T("Cin7 Omni does not accept the key"),
     T("The user name or the connection key is wrong, or the key was made anew in Cin7 Omni."),
     T("Enter the present key under Connections."), Remedy::OpenConnections},
    {"cin7omni.not-permitted", T("This connection may not do this in Cin7 Omni"),
     T("Each connection made in Cin7 Omni has switches for what it may read, create, change and delete; one "
       "of them is off."),
     T("Switch it on in Cin7 Omni under Integrations, or leave this object out of the sync."),
     Remedy::OpenConnections},
    {"cin7omni.too-many-calls", T("Cin7 Omni wants a pause"),
     T("Cin7 Omni takes 3 calls a second, 60 a minute and 5,000 a day from one connection."),
     T("Nothing to do: the run goes on after the pause."), Remedy::None},
    {"cin7omni.gone", T("The record is not in Cin7 Omni any more"),
     T("It was deleted there. Nothing was changed."), T("Look for it in Cin7 Omni."), Remedy::Retry},
    {"cin7omni.not-found", T("Cin7 Omni does not know this record"), T("It was deleted there, or never was."),
     T("Look for it in Cin7 Omni."), Remedy::Retry},
    {"cin7omni.not-offered", T("Cin7 Omni does not offer this"),
     T("Some records of Cin7 Omni can be read but not written or deleted."),
     T("Choose another action in the sync."), Remedy::OpenSync},
    {"cin7omni.unreadable", T("Cin7 Omni could not read what was sent: %1"), T(""),
     T("Check the dates and numbers in the mapping."), Remedy::OpenSync},
    {"cin7omni.condition-unreadable", T("Cin7 Omni could not read the condition of a list: %1"), T(""),
     T("Check the filter of the sync."), Remedy::OpenSync},
    {"cin7omni.already-there", T("Another record in Cin7 Omni has this reference, e-mail or code"),
     T("Cin7 Omni says: %1 Nothing was changed."),
     T("Choose another value, or match this record with the one that is there."), Remedy::Retry},
    {"cin7omni.field-missing", T("Cin7 Omni needs a value in %1"), T("The field is empty in this record."),
     T("Fill it in at the source, or map it."), Remedy::OpenSync},
    {"cin7omni.too-long", T("A value is longer than Cin7 Omni takes"), T("Cin7 Omni says: %1"),
     T("Shorten it at the source or in the mapping."), Remedy::OpenSync},
    {"cin7omni.link-missing", T("A record that this one names is missing in Cin7 Omni"),
     T("Cin7 Omni says: %1"), T("Sync or make that record first, then run this one again."), Remedy::Retry},
    {"cin7omni.voided", T("The record is void in Cin7 Omni"),
     T("A void order cannot be changed or brought back."), T("Make a new order if it is still needed."),
     Remedy::None},
    {"cin7omni.refused", T("Cin7 Omni refused the record"), T("Cin7 Omni says: %1"),
     T("Correct the record and run it again."), Remedy::Retry},
    {"cin7omni.server-error", T("Cin7 Omni did not answer properly"), T("Its service failed for a moment."),
     T("Nothing to do: what was not certain is looked up before anything is sent again."), Remedy::Retry},
    {"cin7core.credentials-refused", T("Cin7 Core does not accept the keys"),
     T("The account id or the application key is wrong, or the application was removed in Cin7 Core."),
     T("Enter the present account id and key under Connections."), Remedy::OpenConnections},
    {"cin7core.too-many-calls", T("Cin7 Core wants a pause"),
     T("Cin7 Core takes 60 calls a minute. Other programs may use the same account."),
     T("Nothing to do: the run goes on after the pause."), Remedy::None},
    {"cin7core.not-offered", T("Cin7 Core does not offer this to the account"),
     T("The module may be missing from the plan of this Cin7 Core account."),
     T("Leave this object out of the sync, or ask Cin7 about the plan."), Remedy::OpenSync},
    {"cin7core.advanced-purchase", T("This is an advanced or service purchase"),
     T("Cin7 Core keeps those apart from simple ones."), T("Look at it in Cin7 Core."), Remedy::None},
    {"cin7core.period-locked", T("The date is in a closed period of Cin7 Core"), T("Cin7 Core says: %1"),
     T("Choose a later date, or have the lock date moved in Cin7 Core."), Remedy::Retry},
    {"cin7core.already-there", T("Another record in Cin7 Core has this name or code"),
     T("Cin7 Core says: %1 Nothing was changed."),
     T("Choose another value, or match this record with the one that is there."), Remedy::Retry},
    {"cin7core.field-missing", T("Cin7 Core needs a value in %1"), T("The field is empty in this record."),
     T("Fill it in at the source, or map it."), Remedy::OpenSync},
    {"cin7core.wrong-state", T("The record's state in Cin7 Core does not allow this"),
     T("Cin7 Core says: %1"),
     T("Bring the sale or purchase to the right stage in Cin7 Core, then run this one again."),
     Remedy::Retry},
    {"cin7core.link-missing", T("A record that this one names is missing in Cin7 Core"),
     T("Cin7 Core says: %1"), T("Make it in Cin7 Core, or correct the name, then run this one again."),
     Remedy::Retry},
    {"cin7core.not-found", T("Cin7 Core does not know this record"), T("It was removed there, or never was."),
     T("Look for it in Cin7 Core."), Remedy::Retry},
    {"cin7core.refused", T("Cin7 Core refused the record"), T("Cin7 Core says: %1"),
     T("Correct the record and run it again. There may be more than one thing to correct."), Remedy::Retry},
    {"cin7core.read-refused", T("Cin7 Core refused to give this out"), T("Cin7 Core says: %1"),
     T("Check the filter of the sync."), Remedy::OpenSync},
    {"cin7core.server-error", T("Cin7 Core did not answer properly"), T("Its service failed for a moment."),
     T("Nothing to do: what was not certain is looked up before anything is sent again."), Remedy::Retry},
};

} // namespace

std::span<const SentenceEntry> stockSentences()
{
    return kEntries;
}

} // namespace tieout::wording
