#pragma once

#include "connectors/jobparts.h"
#include "model/schema.h"

namespace tieout::connectors {

// The vocabulary of the writes of one object of a manifest as values.

struct BodySpec {
    enum class Shape : quint8 { List, Record, None };
    Shape shape = Shape::List;
    QString wrap; ///< dotted member that holds the rows; empty = they are the body
    QString id;   ///< member for the target's id; empty = it is in the address
    Json defaults;
    Json each;
    Json top;
};

struct WriteSpec {
    enum class Idempotency : quint8 { None, Header, Upsert, Natural };
    enum class Holds : quint8 { List, Record, Nothing };
    enum class Match : quint8 { Position, Index, Key };
    QString label;              ///< of an action
    QList<model::Field> fields; ///< of an action
    RequestSpec request;
    BodySpec body;
    Idempotency idempotency = Idempotency::None;
    QString keyHeader;
    int keyLength = 128;
    int keyWindow = 0; ///< seconds
    bool lookupBefore = false;
    int rows = 1;
    int bytes = 0; ///< most bytes of a body; 0 = unlimited
    bool atomic = false;
    bool holdUnknown = false;
    std::optional<WriteJobSpec> job; ///< many rows at once
    struct Result {
        QString rows;
        Holds holds = Holds::List;
        QString elements; ///< member of a refusal that lists the refused rows
        Match match = Match::Position;
        QString index, key;
        QString statusField;
        QStringList okValues;
        QStringList errorValues;
        QString failedFlag;
        QString id, version, number, total;
        QString errors, warnings; ///< lists of records or texts
        QStringList messages;     ///< members of those, or of the row, that hold the text
        QStringList codes;
        QStringList fields;
    } result;
};

struct VersionSpec {
    QString field;
    QString header; ///< of an update: the version that the change is based on
    InstantFormat format = InstantFormat::IsoSeconds;
    QList<int> conflictStatuses;
};

} // namespace tieout::connectors
