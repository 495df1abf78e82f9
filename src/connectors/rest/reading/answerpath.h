#pragma once

#include <QString>

#include <string>
#include <vector>

namespace tieout::connectors {

/// One step on the way to the records of an answer.
struct AnswerStep {
    enum class Through : quint8 {
        Member,  ///< "viewer"
        Items,   ///< "workflows[]": each item of a list
        Members, ///< "steps{}": each member of an object
    };
    std::string name; ///< UTF-8
    Through through = Through::Member;
};
using AnswerPath = std::vector<AnswerStep>;

/// "data.workflows[].steps{}"; "$" and "" are the answer itself. Bounded: steps behind the 16th are left out.
[[nodiscard]] AnswerPath answerPath(const QString& text);
/// Why a text is no such path; empty when it is one.
[[nodiscard]] QString answerPathFault(const QString& text);

} // namespace tieout::connectors
