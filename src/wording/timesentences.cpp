// Sentences about what Harvest and Tray refuse.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"harvest.token-refused", T("Harvest does not accept the key"),
     T("The key is wrong, has run out or was taken back, or it does not reach this Harvest account."),
     T("Enter the present key under Connections, or sign in again."), Remedy::SignIn},
    {"harvest.not-permitted", T("The person whose key is used may not do this in Harvest"),
     T("In Harvest this needs another role, or the module is switched off for the account."),
     T("Use an administrator's key, or ask your Harvest administrator."), Remedy::OpenConnections},
    {"harvest.refused-at-the-door", T("Harvest refuses the call"),
     T("The answer did not come from Harvest's own records; something in between said no."),
     T("Try again later; if it stays, check the network's filter."), Remedy::Retry},
    {"harvest.gone", T("The record is not in Harvest any more"),
     T("It was deleted there, or the person whose key is used may not see it. Nothing was changed."),
     T("Look for it in Harvest."), Remedy::Retry},
    {"harvest.not-found", T("Harvest does not know this record"),
     T("It was deleted there, or the person whose key is used may not see it."), T("Look for it in Harvest."),
     Remedy::Retry},
    {"harvest.too-many-calls", T("Harvest wants a pause"),
     T("Harvest takes 100 calls in 15 seconds, and 100 reports in 15 minutes. Other programs may use the "
       "same "
       "key."),
     T("Nothing to do: the run goes on after the pause."), Remedy::None},
    {"harvest.unreadable", T("Harvest could not read what was sent: %1"), T(""),
     T("Check the dates and times in the mapping."), Remedy::OpenSync},
    {"harvest.field-missing", T("Harvest needs a value in %1"), T("The field is empty in this record."),
     T("Fill it in at the source, or map it."), Remedy::OpenSync},
    {"harvest.already-taken", T("%1 is used by another record in Harvest"),
     T("Harvest takes a name or number only once. Nothing was changed."),
     T("Choose another value, or match this record with the one that is there."), Remedy::Retry},
    {"harvest.still-used", T("The record is used elsewhere in Harvest"),
     T("Harvest deletes only what nothing else refers to."), T("Archive it instead."), Remedy::None},
    {"harvest.locked", T("The record is locked in Harvest"),
     T("Invoiced, approved or archived work cannot be changed. Harvest says: %1"),
     T("Open it in Harvest first, or leave it as it is."), Remedy::Retry},
    {"harvest.wrong-state", T("The record's state in Harvest does not allow this"), T("Harvest says: %1"),
     T("Look at the record in Harvest, then press Retry."), Remedy::Retry},
    {"harvest.link-missing", T("A record that this one names is missing in Harvest"), T("Harvest says: %1"),
     T("Add the client, project, task or person in Harvest, or correct the mapping."), Remedy::OpenSync},
    {"harvest.refused", T("Harvest refused the record"), T("Harvest says: %1"),
     T("Correct the record, then press Retry."), Remedy::Retry},
    {"harvest.read-refused", T("Harvest refused to give this out"), T("Harvest says: %1"),
     T("Check the days of the reports under Connections: a report spans at most a year."),
     Remedy::OpenConnections},
    {"harvest.server-error", T("Harvest did not answer properly"),
     T("Harvest has trouble at the moment. Records with an unclear end are looked up before they are sent "
       "again."),
     T("Nothing to do: it is tried again."), Remedy::None},
    {"tray.token-refused", T("Tray does not accept the key"),
     T("The key is wrong or was taken back, or it belongs to another region."),
     T("Enter the present master key and the region's addresses under Connections."),
     Remedy::OpenConnections},
    {"tray.not-permitted", T("The Tray key may not read this"),
     T("It needs the master key, another role, or an add-on of Tray."),
     T("Ask your Tray administrator for the master key."), Remedy::OpenConnections},
    {"tray.not-found", T("Tray does not know what was asked for"),
     T("A project or version is not in this organisation or region."),
     T("Check the project ids under Connections."), Remedy::OpenConnections},
    {"tray.project-id", T("A project id of Tray is not one"), T("Tray says: %1"),
     T("Check the project ids under Connections; they are divided by commas."), Remedy::OpenConnections},
    {"tray.unreadable", T("Tray could not read the question: %1"), T(""),
     T("Report this with the diagnostic file."), Remedy::None},
    {"tray.busy", T("Tray is busy"), T("Tray took too long or worked on the same thing."),
     T("Nothing to do: it is tried again."), Remedy::None},
    {"tray.too-large", T("Tray does not give out that much at once"), T(""),
     T("Name fewer projects under Connections."), Remedy::OpenConnections},
    {"tray.too-many-calls", T("Tray wants a pause"), T("Tray takes 30 calls a second and 1,800 a minute."),
     T("Nothing to do: the run goes on after the pause."), Remedy::None},
    {"tray.server-error", T("Tray did not answer"), T("Tray has trouble at the moment."),
     T("Nothing to do: it is tried again."), Remedy::None},
    {"tray.not-offered", T("This Tray account does not offer %1"),
     T("Runs of workflows are part of an older interface that Tray has not opened for every account."),
     T("Leave this kind of record out."), Remedy::None},
    {"tray.graph-error", T("Tray answered with an error"), T("Tray says: %1"),
     T("Try again; if it stays, ask Tray's support."), Remedy::Retry},
};

} // namespace

std::span<const SentenceEntry> timeSentences()
{
    return kEntries;
}

} // namespace tieout::wording
