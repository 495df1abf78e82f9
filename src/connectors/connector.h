#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/stop.h"
#include "base/task.h"
#include "connectors/referencedata.h"
#include "model/connection.h"
#include "model/run.h"
#include "model/schema.h"
#include "model/value.h"
#include "net/httpclient.h"

#include <memory>

namespace tieout::connectors {

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
    /// Records that could not be read fully (a day that no calendar has), by their place in `records`: to be
    /// held with this error. What could not be read stands in them as text.
    QHash<qsizetype, Error> faults;
};

/// One read under way: pages one after the other.
class PageStream
{
  public:
    virtual ~PageStream() = default;
    /// The next page, or nullopt at the end.
    [[nodiscard]] virtual Task<Result<std::optional<Page>>> next(StopToken stop) = 0;
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
};

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

/// How the deletion of a record of an object shows.
enum class Deletion : quint8 {
    Unseen,  ///< not at all
    InReads, ///< reads of changes name deleted ids
    BySweep, ///< only by reading all ids and comparing
};

/// What to do with rows whose end nobody saw.
enum class UnknownEnd : quint8 { Lookup, Hold };

/// The contract every system is used through. Engine thread. All answers are checked for completeness; a
/// row's verdict is never assumed.
class Connector
{
  public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual QString system() const = 0;
    /// Schemas of the named objects (all when empty); custom fields included where the system describes
    /// itself.
    [[nodiscard]] virtual Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects,
                                                                            StopToken stop) = 0;
    /// What can be read or written, by name and label; fields only where they cost no call.
    [[nodiscard]] virtual Task<Result<QList<model::ObjectSchema>>> objects(StopToken stop)
    {
        return describe({}, std::move(stop));
    }
    /// Schemas that describe() gave earlier and that were kept: reads need no describe call then. They are
    /// trusted until an answer proves them old.
    virtual void adopt(QList<model::ObjectSchema> schemas) { Q_UNUSED(schemas) }
    [[nodiscard]] virtual Task<Result<OrganisationInfo>> test(StopToken stop) = 0;
    /// Organisation, tax rates, accounts, currencies, lock dates; empty parts for systems without books.
    [[nodiscard]] virtual Task<Result<ReferenceData>> reference(StopToken stop) = 0;
    [[nodiscard]] virtual std::unique_ptr<PageStream> read(ReadRequest request) = 0;
    /// Target records changed since a cursor, as the match index and the change check need them.
    [[nodiscard]] virtual TargetRecord toTarget(const QString& object, const model::Record& record) const = 0;
    /// Paths to read of a target object for matching (identity, key, name, e-mail, status, version).
    [[nodiscard]] virtual QStringList targetPaths(const QString& object) const = 0;
    /// Looks records up by our external key; for uncertain writes. A key without a hit is absent in the
    /// answer.
    [[nodiscard]] virtual Task<Result<QList<TargetRecord>>> find(QString object, QStringList keys,
                                                                 StopToken stop) = 0;

    [[nodiscard]] virtual int batchSize(const QString& object, Operation operation) const = 0;
    /// How long the system remembers an idempotency key; 0 = not at all.
    [[nodiscard]] virtual std::chrono::seconds keyWindow(const QString& object,
                                                         Operation operation) const = 0;
    [[nodiscard]] virtual PreparedWrite prepare(QString object, Operation operation, QList<WriteRow> rows,
                                                QString idempotencyKey) const = 0;
    /// One outcome per row, in row order. An Error means no verdict for any row: its kind says whether the
    /// request may have been carried out (Uncertain) or was not (all others).
    [[nodiscard]] virtual Task<Result<QList<model::RowOutcome>>> send(PreparedWrite write,
                                                                      StopToken stop) = 0;

    /// A named action on records ("email"): `rows` name them by targetId, `target` holds its arguments. No
    /// address in the request: there is no such action.
    [[nodiscard]] virtual PreparedWrite prepareAction(QString object, QString action, QList<WriteRow> rows,
                                                      QString idempotencyKey) const
    {
        Q_UNUSED(idempotencyKey)
        PreparedWrite write;
        write.object = std::move(object);
        write.operation = Operation::Action;
        write.action = std::move(action);
        write.rows = std::move(rows);
        return write;
    }
    [[nodiscard]] virtual UnknownEnd onUnknown(const QString& object, Operation operation) const
    {
        Q_UNUSED(object)
        Q_UNUSED(operation)
        return UnknownEnd::Lookup;
    }
    [[nodiscard]] virtual Deletion deletion(const QString& object) const
    {
        Q_UNUSED(object)
        return Deletion::Unseen;
    }

    /// Address that opens the record in the system's own site; empty = none.
    [[nodiscard]] virtual QString link(const QString& object, const QString& id) const = 0;
    [[nodiscard]] virtual net::CallCounts calls() const = 0;
    [[nodiscard]] virtual QList<net::WireEntry> recentWire() const = 0;
    [[nodiscard]] virtual std::optional<int> dayRemaining() const = 0;
    [[nodiscard]] virtual int perDay() const = 0;
};

} // namespace tieout::connectors
