// Sentences about records that a person enters or changes by hand.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    // Facts: label, what was given, type.
    {"record.field-type", T("A value does not fit its field"), T("“%1” cannot be “%2”."),
     T("Write numbers as 1250.00, dates as 2026-11-21, and yes or no as true or false."), Remedy::None,
     T("“%2” does not fit “%1”")},
    {"record.field-unknown", T("There is no such field"), T("This kind of record has no field “%1”."),
     T("Look at the list of fields and use one of those names."), Remedy::None, T("There is no field “%1”")},
    {"record.field-read-only", T("A field cannot be set"), T("The system fills in “%1” by itself."),
     T("Leave this field out."), Remedy::None, T("“%1” cannot be set")},
    {"record.syntax", T("A record could not be read"), T("A record is written as {\"field\": \"value\"}."),
     T("Correct the line and try again."), Remedy::None},
    {"entry.no-id", T("A change does not say which record it changes"),
     T("Each line of a change names its record: {\"id\": \"…\", \"set\": {…}}."),
     T("Add the record's id and try again."), Remedy::None},
    {"entry.no-object", T("The system has no “%1”"), T("Nothing of that name can be read or written there."),
     T("Look at the list of what the connection holds and use a name from it."), Remedy::None},
    {"entry.cannot-create", T("%1 cannot be entered here"),
     T("The system makes them by itself, or this sign-in may only read them."),
     T("Enter them in the system itself."), Remedy::None},
    {"entry.cannot-change", T("%1 cannot be changed here"),
     T("The system does not let other programs change them, or nothing tells which row is meant."),
     T("Change them in the system itself. For a file, name the columns that tell its rows apart."),
     Remedy::None},
    {"entry.empty", T("There is nothing to write"), T("No field of this record has a value."),
     T("Fill in at least one field."), Remedy::None},
    // Facts: what names the record.
    {"entry.exists", T("A record is there already"),
     T("A record named “%1” is there already; it was left as it is."),
     T("Use another name, or change the record that is there."), Remedy::None, T("“%1” is there already")},
    {"entry.not-sent", T("This record was not sent"), T("The entry ended at an earlier record."),
     T("Solve what the earlier record met, then enter this one again."), Remedy::None},
    // Facts: the record's own key, or the kind of record.
    {"entry.not-arrived", T("The record did not arrive"),
     T("The program ended while “%1” was on its way. It was looked for since, and it is not there."),
     T("Enter it again."), Remedy::None, T("“%1” did not arrive")},
    // Facts: name, object.
    {"entry.file-not-arrived", T("The file did not arrive"),
     T("The program ended while “%1” was on its way. It was looked for since, and it is not there."),
     T("Add it again."), Remedy::None, T("The file “%1” did not arrive")},
    {"entry.not-shown", T("A change cannot be seen in the record"),
     T("The program ended while the change was on its way. “%1” was read since, and does not show it: it did "
       "not "
       "arrive, or somebody changed it afterwards."),
     T("Look at the record and enter the change again if it is missing."), Remedy::None,
     T("A change of “%1” cannot be seen")},
    {"entry.in-doubt", T("It is not known whether the record arrived"),
     T("The program ended before the answer came, and nothing names the record so that it could be looked "
       "for "
       "(%1)."),
     T("Look in the system before you enter it again."), Remedy::None},
    {"cli.file", T("The file cannot be opened"), T("“%1” cannot be read."),
     T("Check the name and that you may read it."), Remedy::None, T("“%1” cannot be opened")},
};

} // namespace

std::span<const SentenceEntry> entrySentences()
{
    return kEntries;
}

} // namespace tieout::wording
