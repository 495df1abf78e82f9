#pragma once

#include "connectors/manifestparts.h"
#include "model/flow.h"

namespace tieout::connectors {

// The vocabulary of one object of a manifest as values.

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
    QString total; ///< member paths of the answer
    QString pageCount;
    QString pageSize;
    QString next;
    QString done;
    QString restartOn; ///< error code after which the read goes on from its cursor with a new query
};

struct CursorSpec {
    QString field;
    QString header;  ///< empty = in the query's filter
    int overlap = 0; ///< seconds subtracted when a read starts
    QString tie;
};

struct FindSpec {
    enum class Strategy : quint8 { None, Where };
    Strategy strategy = Strategy::None;
    QString parameter;       ///< "where"
    QString searchParameter; ///< for keys that the filter language cannot quote
    int group = 1;           ///< keys in one request
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
