#pragma once

#include "base/error.h"

namespace tieout::engine {

/// An error of which code and facts say all there is; so does its developer text.
[[nodiscard]] inline Error toldByFacts(ErrorKind kind, const QString& code, const QStringList& facts)
{
    return errorOf(kind, code, code + QStringLiteral(": ") + facts.join(QStringLiteral(", ")), facts);
}

} // namespace tieout::engine
