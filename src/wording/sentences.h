#pragma once

#include "base/error.h"

namespace tieout::wording {

struct Sentence {
    QString title, what, why, fix, next;
};
[[nodiscard]] Sentence sentenceFor(const Error& error);

} // namespace tieout::wording
