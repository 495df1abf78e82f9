#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

// What a sign-in may do, as scopes of the system and as operations of its manifest ("Contacts.write"). Pure.

/// Whether the system has permissions of its own for single operations.
[[nodiscard]] bool hasNarrowScopes(const AuthSpec& auth);
/// Every operation that the system has a permission for, in order.
[[nodiscard]] QStringList allOperations(const AuthSpec& auth);
/// The scopes that the operations need, and those always asked for. A wide scope includes its own ".read".
[[nodiscard]] QStringList scopesFor(const AuthSpec& auth, const QStringList& operations);
/// `more` added to `scopes`, each once, without a ".read" that a wider one includes.
[[nodiscard]] QStringList joinedScopes(const QStringList& scopes, const QStringList& more);
/// Scopes that the operations need and `granted` lacks. An unknown grant (empty) lacks nothing: the system
/// decides then.
[[nodiscard]] QStringList missingScopes(const AuthSpec& auth, const QStringList& granted,
                                        const QStringList& operations);
/// What scopes allow, in plain words; English source texts. Those that only keep a person signed in say
/// nothing. A system without narrow scopes has the words of its sign-in.
[[nodiscard]] QStringList permissionWords(const AuthSpec& auth, const QStringList& scopes);

} // namespace tieout::connectors
