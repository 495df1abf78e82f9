#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox::xero {

/// How the practice Xero departs from its usual manner, for clients that must bear it.
struct Modes {
    bool partialSave = true;  ///< a summarised 400 still saves the valid elements
    bool sparse = false;      ///< answers leave out what is empty
    bool openEnums = false;   ///< unknown members and words appear
    bool broadScopes = false; ///< the scopes of before March 2026 are still given
    bool maintenance = false; ///< 503 for every call
};

/// Rewrites a successful JSON answer for `sparse` and `openEnums`.
void applyModes(const Modes& modes, Response& response);

} // namespace tieout::sandbox::xero
