#pragma once

#include "connectors/jobparts.h"
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

/// A field that is read from elsewhere in its record: copied, or joined from several.
struct LiftedField {
    QStringList from; ///< dotted, relative to the record that has the field
    bool joined = false;
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
    enum class Strategy : quint8 { None, Number, Offset, NextLink, NextToken, LinkHeader, Keyset };
    Strategy strategy = Strategy::None;
    QString put; ///< parameter, or place in the body, of the page number, offset, token or key
    QString putSize;
    int size = 0;
    int maxSize = 0;
    int first = 1;
    QString total; ///< member paths of the answer
    QString pageCount;
    QString pageSize;
    QString next;
    QString more;
    QString done;
    QString key; ///< field whose last value starts the next page
    bool shortPageEnds = false;
    QString restartOn; ///< error code after which the read goes on from its cursor with a new query
};

struct CursorSpec {
    QString field;
    QString header; ///< empty, and `put` empty: in the query's filter
    QString put;
    QString as; ///< template over {since}
    InstantFormat format = InstantFormat::IsoMilliseconds;
    int overlap = 0; ///< seconds subtracted when a read starts
    QString tie;
};

/// How quotes inside a value are written in the filter language.
enum class Quoting : quint8 { None, Double, Backslash };

struct IdsSpec {
    QString put; ///< "IDs"; empty = in the query's filter, or one by one
    QString as;  ///< template over {ids}
    QString join;
    Quoting quote = Quoting::None;
    int chunk = 40;
};

struct FindSpec {
    enum class Strategy : quint8 { None, Where, Parameter, Query, Scan };
    Strategy strategy = Strategy::None;
    QString put;    ///< "where"
    QString as;     ///< one term: template over {field} and {key}
    QString join;   ///< between terms
    QString search; ///< parameter for keys that the filter language cannot quote
    Quoting quote = Quoting::None;
    int group = 1;     ///< keys in one request
    int back = 86'400; ///< seconds that a scan looks back
};

/// How the deletion of a record shows.
struct DeletesSpec {
    enum class Strategy : quint8 { None, Flag, Tombstone, Sweep };
    Strategy strategy = Strategy::None;
    QString field; ///< of a flag
    QStringList values;
    RequestSpec request; ///< of tombstones
    QString records;
    QString id;
    int everyHours = 24; ///< of a sweep
};

/// A read that is made once per record of another object, or per word of a setting.
struct PerSpec {
    QString object;
    QString setting;
    bool changedOnly = true; ///< only of parents that changed; false: of all
    Pairs take;              ///< own field → parent's field
    [[nodiscard]] bool isSet() const { return !object.isEmpty() || !setting.isEmpty(); }
};

struct OneSpec {
    RequestSpec request;
    QString records;
    bool isRecord = true;
};

struct ReadSpec {
    enum class Select : quint8 { All, Soql, List };
    RequestSpec request;
    QString records;       ///< path to the records
    bool isRecord = false; ///< one record stands there, not a list
    QString element;
    QString nameAs;
    Pairs inherit; ///< field → member of the enclosing object
    Select select = Select::All;
    QString from;
    QString putFields;
    PageSpec page;
    CursorSpec cursor;
    IdsSpec ids;
    std::optional<OneSpec> one;
    FindSpec find;
    QString filterJoin;
    DeletesSpec deletes;
    PerSpec per;
    std::optional<ReadJobSpec> job; ///< a long read
    QString fieldGoneOn;            ///< error code that proves a kept description old
};

} // namespace tieout::connectors
