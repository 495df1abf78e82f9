#pragma once

#include "base/error.h"
#include "connectors/strictobject.h"
#include "net/http.h"
#include "net/rategate.h"

#include <QRegularExpression>

namespace tieout::connectors {

// The vocabulary of a manifest as values; resources/connectors/manifest.schema.json says the same of the
// file.

struct RequestSpec {
    net::Verb verb = net::Verb::Get;
    QString url; ///< template over the settings
    Pairs query;
    Pairs headers;
};

struct SettingSpec {
    enum class Kind : quint8 { Text, Address, Secret };
    QString name;
    QString label;
    QString hint;
    QString fallback;
    QStringList choices;
    Kind kind = Kind::Text;
};

struct AuthSpec {
    QString kind; ///< "oauth2-pkce"
    QString authorizeUrl;
    QString tokenUrl;
    QString revokeUrl;
    QList<int> redirectPorts;
    QString redirectPath;
    QString practiceClientId;
    QStringList asks;        ///< what a sign-in asks for, in plain words
    int renewAfterDays = 0;  ///< without use, after which a person must sign in again; 0 = until revoked
    int assumedLifetime = 0; ///< seconds, when the token answer names none; 0 = until refused
    Pairs authorizeQuery;
    QStringList scopesAlways;
    QHash<QString, QStringList> scopesByOperation; ///< "Contacts.read", "Contacts.write"
    struct Kept {
        QString member;        ///< of the token answer
        QString setting;       ///< where the connection keeps it
        bool pathOnly = false; ///< of an address, only the part behind the host
    };
    QList<Kept> keeps;
    struct Tenants {
        RequestSpec request;
        QHash<QString, QString> take; ///< our name (tenantId, name, authorisedBy) → their member
        QString onlyField;            ///< entries count when this member …
        QStringList onlyValues;       ///< … has one of these values
    } tenants;
};

struct LimitSpec {
    QString match; ///< "*": all requests
    net::RateLimits rates;
};

enum class CallKind : quint8 { Any, Read, Write };

/// Where the codes and messages of a refusal stand: in an object or in each object of an array.
struct ErrorBodySpec {
    QStringList codes;
    QStringList messages;
    QString elements; ///< member that lists refused rows
};

struct ErrorRule {
    enum class Scope : quint8 {
        Request,  ///< of a whole answer
        Elements, ///< a refusal that lists the refused rows: judged row by row
        Row,      ///< a message of one row
    };
    QList<int> statuses;     ///< empty = any
    QStringList codes;       ///< of the body; empty = any
    QRegularExpression text; ///< in a message, or in the body when it is no JSON
    QString header;
    QRegularExpression headerText;
    CallKind on = CallKind::Any;
    ErrorKind kind = ErrorKind::Bug;
    Scope scope = Scope::Request;
    QString code;
    QStringList facts; ///< named groups of `text` in the order of Error::facts; "message" is the whole text
    QString meaning;
    int retryAfter = 0; ///< seconds, when the answer names none
};

} // namespace tieout::connectors
