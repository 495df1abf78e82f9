#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/attachedfile.h"
#include "model/run.h"
#include "model/value.h"
#include "net/http.h"

namespace tieout::connectors {

// What goes in and out of a connector, as plain values.

/// A reading position of one object: opaque text made by the connector ("2026-11-20T10:00:00.000Z").
using Cursor = QString;

struct ReadRequest {
    QString object;
    QStringList paths;    ///< fields to read: "Account.Name", "OpportunityLineItems[].UnitPrice"
    QStringList optional; ///< of these, the ones an organisation may lack: then blank
    Cursor since;         ///< empty = from the beginning; the connector subtracts its own overlap
    QStringList ids;      ///< when set: exactly these records, `since` is ignored
    int pageSize = 0;     ///< 0 = the manifest's
};

/// Records in reading order, oldest change first. `cursor` is where reading could start again once these
/// records and all earlier ones have ended.
struct Page {
    QList<model::Record> records;
    Cursor cursor;
    std::optional<qint64> total; ///< records of the whole read, when the system tells
    qint64 deleted = 0;          ///< records known to be gone (tombstones) are in `deletedIds`
    QStringList deletedIds;
    QList<model::Record> departed; ///< of the deleted records, what the system still shows, if anything
    /// Records that could not be read fully (a day that no calendar has), by their place in `records`: to be
    /// held with this error. What could not be read stands in them as text.
    QHash<qsizetype, Error> faults;
};

enum class Operation : quint8 { Create, Update, Upsert, Delete, Action };

struct WriteRow {
    QString key;           ///< our external key, unique in the batch
    QString targetId;      ///< of an update
    model::Record target;  ///< fields to write; blank = leave
    QStringList clear;     ///< fields to empty
    QString targetVersion; ///< that the change is based on; for systems that check it
};

/// A request ready to go: its bytes are final, so that the journal can name it before the first byte leaves.
struct PreparedWrite {
    QString object;
    Operation operation = Operation::Create;
    QString action; ///< of Operation::Action
    QList<WriteRow> rows;
    QString idempotencyKey;
    QString requestHash; ///< hex hash of method, address and body
    net::HttpRequest request;
    QByteArray upload; ///< of a job: all rows as one text; empty = one call carries them
    QString job;       ///< its name on the other side, once it is open
};

/// How many rows a system takes as one job; none when `rows` is 0.
struct JobSize {
    int above = 0; ///< as many or fewer go in calls
    int rows = 0;  ///< most of one job
};

/// What the journal keeps as the key of a job, so that the next run asks it for its end.
[[nodiscard]] inline QString jobKey(const QString& job)
{
    return QStringLiteral("job:") + job;
}
/// The job that a key of the journal names; empty when it is another key.
[[nodiscard]] inline QString jobOf(const QString& key)
{
    return key.startsWith(QLatin1String("job:")) ? key.mid(4) : QString();
}

/// A record of the target as matching and comparing need it.
struct TargetRecord {
    QString id;
    QString version;
    QString number;
    QString externalKey;
    model::Record record;
    bool usable = true; ///< false: archived, paid, voided, deleted: not to be changed by us
    QString state;      ///< the document's status in the system's own word, for the sentence
};

using model::Attached;
using model::AttachedFile;
using model::FileAccess;
using model::SameName;

/// How the deletion of a record of an object shows.
enum class Deletion : quint8 {
    Unseen,  ///< not at all
    InReads, ///< reads of changes name deleted ids
    BySweep, ///< only by reading all ids and comparing
};

/// What to do with rows whose end nobody saw.
enum class UnknownEnd : quint8 { Lookup, Hold };

} // namespace tieout::connectors
