// Sentences about versions of mappings, tries of a changed mapping, and lookup tables.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"lookup.exists", T("There is a lookup table “%1” already"),
     T("Formulas name a table in capitals or small letters alike."), T("Choose another name.")},
    {"lookup.in-use", T("The lookup table “%1” is in use"), T("A formula of “%2” asks it."),
     T("Change that formula on the Map step first."), Remedy::OpenSync},
    {"lookup.one-column", T("The file %1 has only one column"),
     T("A lookup table needs two: what a value is on one side, and what it becomes."),
     T("Choose a file with two columns.")},
    {"lookup.too-many-rows", T("The file has more than %1 rows"),
     T("A lookup table is kept by hand; a list of that size belongs into a database."),
     T("Choose a smaller file, or connect the list as a source of its own.")},
    {"mapping.changed-meanwhile", T("Somebody else saved this mapping meanwhile"),
     T("The newest version is %1, saved by %2. Yours is not lost: it is still on the screen."),
     T("Compare the two under Versions, then save yours on top or take theirs."), Remedy::OpenSync},
    {"mapping.no-sample", T("The record is not there any more"),
     T("It was deleted in the source, or the source has no records at all."), T("Choose another record.")},
    {"mapping.no-version", T("There is no version %1 of this mapping"), T(""),
     T("Choose one from the list of versions.")},
    {"mapping.unreadable", T("The mapping of “%1” cannot be read"),
     T("It was changed by hand or by a newer Tieout. It stays as it is, and nothing is run with it."),
     T("Open the Map step: what is wrong is marked there. Restore an earlier version under Versions."),
     Remedy::OpenSync},
};

} // namespace

std::span<const SentenceEntry> lookupSentences()
{
    return kEntries;
}

} // namespace tieout::wording
