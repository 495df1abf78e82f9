#pragma once

#include <QtGlobal>

namespace tieout::formula {

/// A piece of a formula's text, in UTF-16 units from its start with the "=" included.
struct Span {
    qint32 start = 0;
    qint32 length = 0;

    [[nodiscard]] qint32 end() const { return start + length; }
    bool operator==(const Span&) const = default;
};

inline Span covering(Span first, Span last)
{
    return {first.start, last.end() - first.start};
}

} // namespace tieout::formula
