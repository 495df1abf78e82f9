#pragma once

#include <QtGlobal>

namespace tieout::store {

enum class Threading : quint8 {
    Workers, ///< one thread for the only writing connection, one for reading: the program
    Inline,  ///< on the calling thread, at once, not waiting for the disk: simulations and unit tests
};

enum class Access : quint8 { ReadWrite, ReadOnly };

} // namespace tieout::store
