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
    Json body;        ///< of a read by POST, sent as it stands; null = none
    Pairs bodyValues; ///< dotted place in the body → template
};

/// How an instant is written on the wire; always UTC.
enum class InstantFormat : quint8 {
    IsoMilliseconds,
    IsoSeconds,
    IsoLocal, ///< without a zone
    Date,
    HttpDate,
    UnixSeconds,
    UnixMilliseconds
};

struct SettingSpec {
    enum class Kind : quint8 { Text, Address, Secret };
    QString name;
    QString label;
    QString hint;
    QString fallback;
    QStringList choices;
    Kind kind = Kind::Text;
    QString practice; ///< value at the practice company
    bool optional = false;
};

struct AuthSpec {
    enum class Kind : quint8 { None, OAuthPkce, OAuthSecret, Basic, Bearer, Headers };
    Kind kind = Kind::None;
    QString word;                  ///< the kind as the manifest and a connection's setting "auth" name it
    QString title;                 ///< "Personal access token"
    QString user, password, token; ///< templates over settings and secrets
    Pairs headers;                 ///< the same
    bool secretInBasic = false;    ///< the client secret travels in an Authorization header
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
    QHash<QString, QString> scopeWords;            ///< scope → what it allows, in plain words
    struct Kept {
        QString member;        ///< of the token answer
        QString setting;       ///< where the connection keeps it
        bool pathOnly = false; ///< of an address, only the part behind the host
    };
    QList<Kept> keeps;
    struct Tenants {
        RequestSpec request;
        QString list;                 ///< path of the list in the answer
        QHash<QString, QString> take; ///< our name (tenantId, name, authorisedBy) → member, or a template
        QString onlyField;            ///< entries count when this member …
        QStringList onlyValues;       ///< … has one of these values
        RequestSpec leave; ///< takes the permission for one organisation back; {leaveId} is the entry's …
        QString leaveId;   ///< … member; empty = the system knows no such call
    } tenants;

    [[nodiscard]] bool isOAuth() const { return kind == Kind::OAuthPkce || kind == Kind::OAuthSecret; }
};

struct LimitSpec {
    QString match; ///< "*": all requests; otherwise an address path with stars
    net::RateLimits rates;
    int weight = 1; ///< a matching call counts as so many of "*"
    QString retryAfterHeader;
    QString resetHeader;
};

enum class CallKind : quint8 { Any, Read, Write };

/// Where the codes and messages of a refusal stand: in an object or in each object of an array.
struct ErrorBodySpec {
    QStringList codes;
    QStringList messages;
    QString elements;  ///< member that lists refused rows
    QStringList lists; ///< members that list error objects
    struct Failed {
        QString member;
        QStringList values; ///< empty = anything but null, false and empty
    };
    QList<Failed> failedWhen; ///< a success that is none
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
