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
[[nodiscard]] std::span<const SentenceEntry> recordSentences();  ///< checks, matching, mapping, formulas
[[nodiscard]] std::span<const SentenceEntry> systemSentences();  ///< what Xero and Salesforce refuse
[[nodiscard]] std::span<const SentenceEntry> machineSentences(); ///< network, sign-in, workspace, runs

} // namespace tieout::wording
