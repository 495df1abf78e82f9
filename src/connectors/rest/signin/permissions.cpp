#include "connectors/rest/signin/permissions.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kReading = u".read";

bool covers(const QStringList& granted, const QString& scope)
{
    return granted.contains(scope) ||
           (scope.endsWith(kReading) && granted.contains(scope.chopped(kReading.size())));
}

} // namespace

bool hasNarrowScopes(const AuthSpec& auth)
{
    return !auth.scopesByOperation.isEmpty();
}

QStringList allOperations(const AuthSpec& auth)
{
    QStringList operations = auth.scopesByOperation.keys();
    operations.sort();
    return operations;
}

QStringList joinedScopes(const QStringList& scopes, const QStringList& more)
{
    QStringList joined = scopes + more;
    joined.removeDuplicates();
    joined.removeIf([all = joined](const QString& scope) {
        return scope.endsWith(kReading) && all.contains(scope.chopped(kReading.size()));
    });
    return joined;
}

QStringList scopesFor(const AuthSpec& auth, const QStringList& operations)
{
    QStringList scopes;
    QStringList names = operations;
    names.sort();
    for (const QString& name : std::as_const(names))
        scopes += auth.scopesByOperation.value(name);
    return joinedScopes(auth.scopesAlways, scopes);
}

QStringList missingScopes(const AuthSpec& auth, const QStringList& granted, const QStringList& operations)
{
    QStringList missing;
    if (granted.isEmpty()) return missing;
    for (const QString& scope : scopesFor(auth, operations))
        if (!auth.scopesAlways.contains(scope) && !covers(granted, scope)) missing += scope;
    return missing;
}

QStringList permissionWords(const AuthSpec& auth, const QStringList& scopes)
{
    if (!hasNarrowScopes(auth)) return auth.asks;
    QStringList words;
    for (const QString& scope : scopes) {
        const QString known = auth.scopeWords.value(scope);
        if (!known.isEmpty())
            words += known;
        else if (!auth.scopesAlways.contains(scope))
            words += scope; // a user's own connector that says no more
    }
    words.removeDuplicates();
    return words;
}

} // namespace tieout::connectors
