// Sentences about mapping documents, rows made into documents, and records read from lines.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr const char* kCorrectThere = T("Correct the file at that place, then try again.");
constexpr const char* kNotReadable = T("The file %1 cannot be read at line %2, character %3");
constexpr const char* kCorrectLine = T("Correct the line, then run it again.");
constexpr const char* kOneALine = T("Write one whole record a line, then run it again.");

constexpr SentenceEntry kEntries[] = {
    {"group.blank-key", T("A row has nothing to group it by"),
     T("Rows become one document by what stands in %1, and in this row that is empty."),
     T("Fill it in at the source, then press Retry."), Remedy::Retry, T("The row has nothing in %1")},
    {"group.not-in-order", T("The rows are not in order"),
     T("Rows of “%1” come back after those of another document. They would become two documents."),
     T("Sort the source by these fields, or let the sync read it in any order."), Remedy::OpenSync},
    {"group.same-source", T("Two documents have the same name “%1”"),
     T("The sync recognises its records by %2, and rows of different documents share it."),
     T("Group the rows by that field alone, or recognise the records by another."), Remedy::OpenSync},
    {"group.source-key", T("The sync cannot recognise its documents"),
     T("It recognises them by %1, and the rows are not grouped by it."),
     T("Add the field to those that group the rows, on the Map step."), Remedy::OpenSync},
    {"group.too-many-groups", T("The source holds more than %1 documents in one read"), T(""),
     T("Read it in parts: choose a shorter period, or split the file."), Remedy::OpenSync},
    {"group.too-many-rows", T("More than %1 rows would have to be held at once"),
     T("Rows in any order become documents only when all have been read."),
     T("Sort the source by the fields that group the rows, or split the file."), Remedy::OpenSync},
    {"linked.cycle", T("These syncs wait for each other: %1"),
     T("The formula for “%2” asks for a record that can only be made after this one."),
     T("Take LINKED out of one of the formulas on the Map step."), Remedy::OpenSync},
    {"lookup.key-twice", T("The lookup table “%1” holds keys twice: %2"),
     T("Only the first row of a key counts."), T("Remove the other rows from the lookup table."),
     Remedy::OpenSync},
    {"mapping.faults", T("%1 rules of the mapping do not work"), T("The others fill %3."),
     T("Correct them on the Map step."), Remedy::OpenSync,
     //: %1 counts rules, %2 says what is wrong with the first of them
     T("%1 rules of the mapping do not work. The first: %2")},
    {"mapping.file", T("The file %1 cannot be read"),
     T("A comma, a bracket or a quotation mark is missing there or too many, or the file was cut off."),
     kCorrectThere, Remedy::None, kNotReadable},
    {"mapping.file-depth", T("The file %1 cannot be read"), T("It is nested too deep there."), kCorrectThere,
     Remedy::None, kNotReadable},
    {"mapping.file-encoding", T("The file %1 cannot be read"), T("It is not stored as UTF-8."),
     T("Save it again as UTF-8, then try again.")},
    {"mapping.file-number", T("The file %1 cannot be read"), T("A number has at most 38 digits."),
     kCorrectThere, Remedy::None, kNotReadable},
    {"mapping.file-twice", T("The file %1 cannot be read"), T("The same name stands twice there."),
     kCorrectThere, Remedy::None, kNotReadable},
    {"mapping.damaged-rule", T("This rule cannot be read in full"),
     T("Its stored form was changed by hand or by another program. What is readable is shown."),
     T("Restore an earlier version under Versions."), Remedy::OpenSync,
     //: %1 is a place in the document, %2 what is wrong there
     T("This rule cannot be read in full, at “%1”: %2")},
    {"mapping.newer", T("The mapping was made by a newer Tieout"),
     T("Its format is %1, and this program knows %2. Nothing in it was changed."),
     T("Update Tieout on this machine, then open the sync again.")},
    {"mapping.paste", T("The clipboard holds no rules"),
     T("Only rules copied from a mapping can be put in here."),
     T("Select rules in a mapping, copy them, and paste again.")},
    {"mapping.target-lost", T("The other system has no field “%1” any more"),
     T("The mapping fills it. Nothing was written, so that no value is lost on the way."),
     T("Take its rule to another field on the Map step, or remove it."), Remedy::OpenSync},
    {"mapping.schema-file", T("The fields in %1 cannot be read"), T("%2"),
     T("Give a file made with “tieoutctl --json fields”.")},
    {"record.cut-off", T("A line of the input is cut off"), T("It ends before its record does."), kOneALine},
    {"record.encoding", T("A line of the input is not stored as UTF-8"),
     T("Letters beyond A to Z would come out wrong."), T("Save the input as UTF-8, then run it again.")},
    {"record.line", T("A line of the input cannot be read"),
     T("A comma, a bracket or a quotation mark is missing or too many."), kCorrectLine},
    {"record.no-object", T("A line of the input is not a record"),
     T("A record is written as {\"field\": \"value\"}."), kCorrectLine},
    {"record.number", T("A number in a line of the input cannot be read"),
     T("It is not written as a number, or it has more than 38 digits."), kCorrectLine},
    {"record.several", T("A line of the input goes on after its record"),
     T("What comes behind it would be lost."), kOneALine},
    {"record.text", T("A text in a line of the input cannot be read"),
     T("It holds half a character, or a sign that has to be written in another way."), kCorrectLine},
    {"record.too-deep", T("A record is nested more than %1 deep"),
     T("No system sends such records; the line may be damaged."), kCorrectLine},
    {"record.too-long", T("A line of the input is longer than %1 MB"), T("It was passed over."),
     T("Split the record, then run it again.")},
};

} // namespace

std::span<const SentenceEntry> mappingSentences()
{
    return kEntries;
}

} // namespace tieout::wording
