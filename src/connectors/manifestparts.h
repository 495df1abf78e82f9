#pragma once

#include "base/error.h"
#include "connectors/strictobject.h"
#include "model/flow.h"
#include "net/http.h"
#include "net/rategate.h"

#include <QRegularExpression>

namespace tieout::connectors {

// The vocabulary of a manifest as values; resources/connectors/manifest.schema.json says the same of the file.

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
    bool rotatesRefreshToken = false;
    int assumedLifetime = 0; ///< seconds, when the token answer names none; 0 = until refused
    Pairs authorizeQuery;
    QStringList scopesAlways;
    QHash<QString, QStringList> scopesByOperation; ///< "Contacts.read", "Contacts.write"
    struct Kept {
        QString member;  ///< of the token answer
        QString setting; ///< where the connection keeps it
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
    int weight = 1;
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
    QList<int> statuses; ///< empty = any
    QStringList codes;   ///< of the body; empty = any
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

/// A field that lives in a list of records: the postal code of the first POBOX address.
struct FoldedField {
    QString list;
    QString key;        ///< member that tells the list's records apart
    QStringList values; ///< in order of preference; the first is written
    QString member;
};

struct DiscoverSpec {
    RequestSpec request;
    QStringList expand; ///< dotted relations that are described with the object
};

struct IdentitySpec {
    QString remoteId;
    QString number;
    QString externalKey;
    QList<model::MatchRule> match;
    QString usableField;
    QStringList unusable; ///< its values that make a record unfit as a target
    QStringList compare;  ///< further paths that matching, checking and comparing need
};

struct PageSpec {
    enum class Strategy : quint8 { None, Number, NextLink };
    Strategy strategy = Strategy::None;
    QString pageParameter;
    QString sizeParameter;
    int size = 0;
    int maxSize = 0;
    QString total;     ///< member paths of the answer
    QString pageCount;
    QString pageSize;
    QString next;
    QString done;
    QString restartOn; ///< error code after which the read goes on from its cursor with a new query
};

struct CursorSpec {
    QString field;
    QString header; ///< empty = in the query's filter
    int overlap = 0; ///< seconds subtracted when a read starts
    QString tie;
};

struct FindSpec {
    enum class Strategy : quint8 { None, Where, SoqlIn };
    Strategy strategy = Strategy::None;
    QString parameter;       ///< "where"
    QString searchParameter; ///< for keys that the filter language cannot quote
    int group = 1;           ///< keys in one request
    Pairs query;
};

struct ReadSpec {
    enum class Select : quint8 { All, Soql };
    RequestSpec request;
    QString records; ///< member that holds the records
    Select select = Select::All;
    QString from;
    PageSpec page;
    CursorSpec cursor;
    QString idsParameter; ///< "IDs"; empty = in the query's filter
    int idsChunk = 40;
    FindSpec find;
    QString deletes; ///< "flag" | "sweep" | "tombstone"
    QString fieldGoneOn; ///< error code that proves a kept description old
};

struct WriteSpec {
    enum class Idempotency : quint8 { None, Header, Natural };
    RequestSpec request;
    QString wrap;   ///< member that holds the rows
    Pairs defaults; ///< members sent when the row has none
    Idempotency idempotency = Idempotency::None;
    QString keyHeader;
    int keyLength = 128;
    int keyWindow = 0; ///< seconds
    int rows = 1;
    int bytes = 0; ///< most bytes of a body; 0 = unlimited
    struct Result {
        QString rows;
        QString elements; ///< member of a refusal that lists the refused rows
        QString statusField;
        QStringList okValues;
        QStringList errorValues;
        QString failedFlag;
        QString id, version, number, total;
        QString errors, warnings; ///< lists of records
        QStringList messages;     ///< members of those that hold the text
    } result;
};

} // namespace tieout::connectors
