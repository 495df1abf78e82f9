#include "wording/sentences.h"

namespace tieout::wording {

Sentence sentenceFor(const Error& error)
{
    Sentence sentence;
    sentence.what = error.code;
    sentence.why = error.text + QStringLiteral(" [") + error.facts.join(QStringLiteral(" | ")) + QStringLiteral("]");
    return sentence;
}

} // namespace tieout::wording
