#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace tieout {

/// A value or the reason why there is none. Uses only what std::expected has.
template<class T>
using Result = tl::expected<T, Error>;

/// Starts the failing side: `return fail(ErrorKind::LocalFault, u"store.full"_qs, text);`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorKind kind, QString code, QString text, QStringList facts = {})
{
    return fail(errorOf(kind, std::move(code), std::move(text), std::move(facts)));
}

} // namespace tieout
