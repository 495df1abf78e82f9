// Sentences about what people decide and approve: matches, previews that are written, notes to finance.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"decision.gone", T("The record you chose is gone"),
     T("“%1” was chosen for this record, but the other system has it no longer, or has archived it. Nothing "
       "was written."),
     T("Choose again which one it is, or make a new one."), Remedy::None,
     T("The record you chose is gone: %1")},
    {"decision.taken", T("The record you chose belongs to another one"),
     T("“%1” was chosen for this record, but meanwhile it stands for another record of the source. Nothing "
       "was written."),
     T("Choose again which one it is, or make a new one."), Remedy::None,
     T("The record you chose belongs to another one: %1")},
    {"decision.not-offered", T("This is not one of the records to choose from"),
     T("Only records that were found to be alike can be chosen. Nothing was changed."),
     T("Look at the problem again and choose one that it names."), Remedy::None},
    {"decision.nothing-to-decide", T("There is nothing to decide here"),
     T("This problem does not ask which of several records is meant. Nothing was changed."),
     T("Look at the problem: it says what helps."), Remedy::None},
    {"decision.used", T("This decision was used already"),
     T("A run has acted on it, or it was taken back before. Nothing was changed."),
     T("Correct the record in the other system itself."), Remedy::None},
    {"plan.source-changed", T("Changed after the preview was approved"),
     T("As approved → as it would be now: %1. The source record, a lookup table or the ledger's own facts "
       "changed since. Nothing was written."),
     T("Look at it in a new preview, then write that one. Retry writes it as it is now."), Remedy::Preview,
     T("“%2” is not what was approved any more")},
    {"plan.target-changed", T("Changed in the other system after the preview was approved"),
     T("Since the preview somebody changed it there, or something was booked on it. %2 Nothing was "
       "overwritten."),
     T("Look at it in a new preview, then write that one."), Remedy::Preview,
     T("%1 was changed in the other system after the preview was approved")},
    {"plan.exists-now", T("It was to be new, but is there already"),
     T("When the preview was approved there was no record for it in the other system. Now there is one: %2. "
       "Nothing was written."),
     T("Look at it in a new preview, then write that one."), Remedy::Preview,
     T("“%1” was to be new, but is there already")},
    {"plan.gone-now", T("It was to be changed, but is not there any more"),
     T("When the preview was approved it had a record in the other system. Now it has none, and a new one "
       "was not approved. Nothing was written."),
     T("Look at it in a new preview, then write that one."), Remedy::Preview,
     T("“%1” was to be changed, but is not there any more")},
    {"plan.left-out", T("A rule leaves it out now, but it was approved"),
     T("The rule “%1” did not fit when the preview was approved, and fits now. Nothing was written."),
     T("Look at it in a new preview, then write that one."), Remedy::Preview,
     T("“%2” was approved, but the rule “%1” leaves it out now")},
    {"plan.not-found", T("It was approved, but the source does not show it any more"),
     T("It was deleted, merged, or can no longer be seen by the person who signed in. Nothing was written."),
     T("Look for it in its own system, or skip it with a reason."), Remedy::Preview,
     T("“%1” was approved, but the source does not show it any more")},
    {"plan.parent-unplanned", T("It would have to be made first, but was not approved"),
     T("“%1” was there when the preview was approved, and is not there now. Nothing was written."),
     T("Look at it in a new preview, then write that one."), Remedy::Preview},
    {"plan.not-in-plan", T("It was not in the approved preview"),
     T("It is new, or changed only after the preview. It was left alone."),
     T("Nothing to do: the next ordinary sync or preview takes it in."), Remedy::None,
     T("“%1” was not in the approved preview and was left for the next sync")},
    {"plan.left-for-later", T("%1 not in the approved preview"),
     T("They are new, or changed only after the preview. They were left alone."),
     T("Nothing to do: the next ordinary sync or preview takes them in."), Remedy::None,
     T("%1 not in the approved preview, left for the next sync")},
    {"plan.unknown", T("The preview %1 cannot be written"),
     T("Its plan is not kept: a newer preview took its place, it is too old, or there is no such preview."),
     T("Make a new preview and write that one."), Remedy::Preview},
    {"plan.other-sync", T("This is a preview of another sync"),
     T("A preview can only be written by the sync it was made for: this one is not of “%1”."),
     T("Name a preview of this sync, or make a new one."), Remedy::Preview},
    {"plan.incomplete", T("The preview %1 did not come to its end"),
     T("It was stopped or met a fault, so it does not show everything that would be written."),
     T("Make a new preview and write that one."), Remedy::Preview},
    {"plan.sync-changed", T("The sync was changed after its preview"),
     T("The mapping, the rules or the connections of “%1” are not what they were when the preview was made."),
     T("Make a new preview and write that one."), Remedy::Preview},
    {"plan.used", T("The preview %1 was written already"),
     T("Run %2 has written it. What it shows is in the other system, but for what was held."),
     T("Make a new preview to see what is left."), Remedy::Preview},
    {"note.follows", T("Won again: a note for finance follows"),
     T("It had dropped out of this sync and is back. The same document %1 is kept; no second one is made."),
     T("Nothing to do: the note is put on the document's history."), Remedy::None},
    {"note.written", T("Won again: a note for finance is on the document"), T("In the history of %1: “%2”"),
     T("Nothing to do: no second document was made."), Remedy::None},
    {"note.waits", T("A note for finance is not written yet"),
     T("The other system did not take it now: %2. The note for the history of %1 reads: “%3”"),
     T("Nothing to do: the next run writes it, once."), Remedy::None},
    {"note.refused", T("A note for finance was refused"),
     T("The other system says: “%2”. The note for the history of %1 reads: “%3”"),
     T("Put the note on the document by hand if finance needs it."), Remedy::None},
    {"note.not-offered", T("The other system keeps no notes on its documents"),
     T("So nothing could be put on %1."), T("Tell finance another way if they need to know."), Remedy::None},
};

} // namespace

std::span<const SentenceEntry> decisionSentences()
{
    return kEntries;
}

} // namespace tieout::wording
