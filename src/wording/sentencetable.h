#pragma once

#include "wording/sentences.h"

#include <span>

namespace tieout::wording {

/// The words for one code, or for "code@Object" where an object deserves its own. %1, %2 … are the error's
/// facts. Texts are marked for translation in "Sentences".
struct SentenceEntry {
    const char* code;
    const char* title;
    const char* why;
    const char* fix;
    Remedy remedy = Remedy::None;
    const char* what = nullptr; ///< names the record; the title then stands for a whole group
};

/// Groups of codes, one source file each.
[[nodiscard]] std::span<const SentenceEntry> decisionSentences();   ///< matches, approved previews, notes
[[nodiscard]] std::span<const SentenceEntry> entrySentences();      ///< records entered by hand
[[nodiscard]] std::span<const SentenceEntry> fileSentences();       ///< table files, their rows and cells
[[nodiscard]] std::span<const SentenceEntry> recordSentences();     ///< checks, matching, mapping
[[nodiscard]] std::span<const SentenceEntry> formulaSentences();    ///< formulas and their errors
[[nodiscard]] std::span<const SentenceEntry> systemSentences();     ///< what Xero and Salesforce refuse
[[nodiscard]] std::span<const SentenceEntry> machineSentences();    ///< network, sign-in, workspace, runs
[[nodiscard]] std::span<const SentenceEntry> connectorSentences();  ///< connectors of one's own, keys
[[nodiscard]] std::span<const SentenceEntry> databaseSentences();   ///< databases and their tables
[[nodiscard]] std::span<const SentenceEntry> stockSentences();      ///< what Cin7 refuses
[[nodiscard]] std::span<const SentenceEntry> timeSentences();       ///< what Harvest and Tray refuse
[[nodiscard]] std::span<const SentenceEntry> salesforceSentences(); ///< what Salesforce refuses to save
[[nodiscard]] std::span<const SentenceEntry> mappingSentences();    ///< mapping documents, groups of rows
[[nodiscard]] std::span<const SentenceEntry> lookupSentences();     ///< lookup tables, versions, tries
/// What Xero refuses of payments, credits, journals and items.
[[nodiscard]] std::span<const SentenceEntry> ledgerSentences();

} // namespace tieout::wording
