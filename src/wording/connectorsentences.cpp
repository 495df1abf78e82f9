// Sentences about connectors of one's own, keys, and records that changed meanwhile.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"connector.credentials-refused", T("%1 does not accept the key"),
     T("The key or password that was entered is wrong, was replaced, or no longer has access."),
     T("Enter the present key under Connections."), Remedy::OpenConnections},
    {"connector.job-cut", T("Many records at once did not arrive (%1)"),
     T("The connection broke while they were handed over. The whole load was taken back: nothing was "
       "written."),
     T("Nothing needs to be done."), Remedy::Retry},
    {"connector.job-unfinished", T("The system still works on the records of the last run (%1)"),
     T("They were handed over as one load that is not finished. Until it is, nothing more is sent, so that "
       "nothing is written twice."),
     T("Start the sync again later; the other system shows such loads among its own jobs."), Remedy::Retry},
    {"connector.job-stopped", T("The load was stopped before it came to this record (%1)"),
     T("Somebody stopped it in the other system, or it was taken back. The record was not written."),
     T("Nothing needs to be done."), Remedy::Retry},
    {"connector.job-gone", T("The system no longer knows the load of records that it was given (%1)"),
     T("Such loads are kept for some days only. What was written is looked up record by record."),
     T("Nothing needs to be done."), Remedy::Retry},
    {"connector.no-files", T("No files can be read or added here (%1)"), T(""),
     T("Choose another kind of record, or send us the technical details."), Remedy::None},
    {"connector.file-too-large", T("The file “%1” is too large"),
     T("It has %2 bytes; %3 are the most that is taken. Nothing was changed."),
     T("Make it smaller, or add it by hand in the other system."), Remedy::None},
    // Facts: name, bytes.
    {"connector.file-too-large-there", T("The file “%1” is too large for the system"),
     T("It has %2 bytes, and the system refused it for its size. Nothing was changed."),
     T("Make it smaller, or add it by hand in the other system."), Remedy::None},
    {"connector.file-refused", T("The system did not take the file “%1”"), T("Nothing was changed."),
     T("Look at the technical details, correct what the system names, then add the file again."),
     Remedy::None},
    {"connector.file-empty", T("The file “%1” is empty"), T("Nothing was changed."),
     T("Choose a file that has something in it."), Remedy::None},
    {"connector.file-name-taken", T("Another file named “%1” hangs there already"),
     T("The system would put the new one in its place, and the present one would be lost. Nothing was "
       "changed."),
     T("Give the file another name, or say that the present one is to be replaced."), Remedy::None},
    {"connector.file-not-listed", T("It is not known whether the file “%1” arrived"),
     T("The system took it, but does not list it with the record."),
     T("Look at the record there before you add the file again."), Remedy::None},
    {"connector.file-name", T("The file name “%1” cannot be used"), T("Nothing was changed."),
     T("Give it a name of letters, digits, points and dashes."), Remedy::None},
    {"connector.batch-refused", T("Not written, because another record of the same batch was refused"),
     T("The system takes such a batch as a whole or not at all: %1"),
     T("Correct the refused record; this one is sent again with the next run."), Remedy::Retry},
    {"connector.changed-meanwhile", T("The %1 was changed by someone else meanwhile"),
     T("The system holds a newer version than the one this change was made for. Nothing was overwritten."),
     T("Look at the record there, then press Retry."), Remedy::Retry},
    {"manifest.too-large", T("The description of a system is too large: %1"), T(""),
     T("Take the file out of the connectors folder, or ask whoever made it."), Remedy::None},
    {"manifest.twice", T("Two files describe the same system: %2"), T("The file %1 was left out."),
     T("Keep one of the two files in the connectors folder."), Remedy::None},
    {"net.rejected", T("The system refused: %1"), T("It gives no further reason."),
     T("Look at the technical details, or show them to that system's support."), Remedy::Retry},
    // Saving a file of a record on this computer. Facts: where; what the machine says.
    {"save.exists", T("“%1” is there already"), T("It was left as it is, and nothing was saved."),
     T("Choose another name, or say that it is to be overwritten."), Remedy::None},
    {"save.no-folder", T("The folder “%1” is not there"), T("Nothing was saved."),
     T("Choose a folder that is there, or make it first."), Remedy::None},
    {"save.failed", T("“%1” could not be saved"), T("The computer says: %2"),
     T("Check that the folder is there, that you may write to it, and that the disk has room."),
     Remedy::None},
    // Adding a file of this computer.
    {"add.unreadable", T("The file “%1” cannot be read"), T("The computer says: %2"),
     T("Check its name and that you may open it."), Remedy::None},
    {"save.no-such-file", T("No file named “%1” hangs on this record"), T(""),
     T("Look at the list of its files and use a name from it."), Remedy::None},
    {"save.several-files", T("%2 files of this record are named “%1”"),
     T("The system lets several files have one name."), T("Name the one that is meant by its id."),
     Remedy::None},
    {"file.read", T("The file cannot be read: %1"),
     T("It is not there, is no plain file, or may not be opened."),
     T("Check the file's name and who may read it."), Remedy::None},
    {"fixture.no-job", T("The records of a recorded example cannot travel as one load"), T(""),
     T("Correct the recorded example: each record needs its key, and no lists."), Remedy::None},
    {"fixture.endless", T("A recorded example of a connector never ends"), T(""),
     T("Correct the example in the connector's file."), Remedy::None},
};

} // namespace

std::span<const SentenceEntry> connectorSentences()
{
    return kEntries;
}

} // namespace tieout::wording
