#pragma once

#include <QCoro/QCoroTask>

namespace tieout {

/// A coroutine's result. Owned and awaited, never dropped; parameters are taken by value.
template<class T = void>
using Task = QCoro::Task<T>;

} // namespace tieout
