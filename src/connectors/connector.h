#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/stop.h"
#include "base/task.h"
#include "connectors/exchange.h"
#include "connectors/referencedata.h"
#include "model/connection.h"
#include "model/run.h"
#include "model/schema.h"
#include "model/value.h"
#include "net/httpclient.h"

#include <memory>

namespace tieout::connectors {

/// One read under way: pages one after the other.
class PageStream
{
  public:
    virtual ~PageStream() = default;
    /// The next page, or nullopt at the end.
    [[nodiscard]] virtual Task<Result<std::optional<Page>>> next(StopToken stop) = 0;
};

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

    /// Rows above which a write travels as a job, and the most of one.
    [[nodiscard]] virtual JobSize jobSize(const QString& object, Operation operation) const
    {
        Q_UNUSED(object)
        Q_UNUSED(operation)
        return {};
    }
    /// None when these rows cannot travel as a job (a list in a row, two rows of one key, too much text).
    [[nodiscard]] virtual std::optional<PreparedWrite> prepareJob(QString object, Operation operation,
                                                                  QList<WriteRow> rows) const
    {
        Q_UNUSED(object)
        Q_UNUSED(operation)
        Q_UNUSED(rows)
        return {};
    }
    /// Opens the job of a prepared write, empty: nothing is written by it, so that the journal can name the
    /// job before its rows leave. Then send() carries the rows, waits for the end and reads the verdicts; a
    /// job whose end it does not see leaves every row Uncertain. Error of send(): Retry "connector.job-cut"
    /// (the job was taken back, nothing was written).
    [[nodiscard]] virtual Task<Result<PreparedWrite>> openJob(PreparedWrite write, StopToken stop)
    {
        Q_UNUSED(stop)
        co_return write;
    }
    /// The end of a job that an earlier program had opened, per row; a job that never got its rows is taken
    /// back (Rejected, Retry). Errors: Retry "connector.job-unfinished" (it is still being worked off),
    /// RemoteFault "connector.job-gone" (the system does not know it any more).
    [[nodiscard]] virtual Task<Result<QList<model::RowOutcome>>>
    settleJob(QString object, Operation operation, QString job, QList<WriteRow> rows, StopToken stop)
    {
        Q_UNUSED(object)
        Q_UNUSED(operation)
        Q_UNUSED(rows)
        Q_UNUSED(stop)
        co_return fail(ErrorKind::RemoteFault, QStringLiteral("connector.job-gone"),
                       QStringLiteral("no such job"), {job});
    }

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

    [[nodiscard]] virtual FileAccess fileAccess(const QString& object) const
    {
        Q_UNUSED(object)
        return {};
    }
    /// The files of one record. Error of these three: BadConfig "connector.no-files" (facts: object), or what
    /// the call met.
    [[nodiscard]] virtual Task<Result<QList<AttachedFile>>> files(QString object, QString id, StopToken stop)
    {
        Q_UNUSED(id)
        Q_UNUSED(stop)
        co_return fail(ErrorKind::BadConfig, QStringLiteral("connector.no-files"), object, {object});
    }
    /// The bytes of a file, all or none. Error: RowRejected "connector.file-too-large" (facts: name, bytes,
    /// most).
    [[nodiscard]] virtual Task<Result<QByteArray>> fetchFile(QString object, QString id, AttachedFile file,
                                                             StopToken stop)
    {
        Q_UNUSED(id)
        Q_UNUSED(file)
        Q_UNUSED(stop)
        co_return fail(ErrorKind::BadConfig, QStringLiteral("connector.no-files"), object, {object});
    }
    /// Hangs a file on a record, once: this content under this name that is there already is the answer. An
    /// end that nobody saw is looked up; Uncertain when that is not possible either. Errors besides: Conflict
    /// "connector.file-name-taken" (facts: name) when another file would be replaced and must not be;
    /// RowRejected "connector.file-too-large" | "connector.file-name" (facts: name) |
    /// "connector.file-empty" (facts: name).
    [[nodiscard]] virtual Task<Result<Attached>> attachFile(QString object, QString id, AttachedFile file,
                                                            QByteArray bytes, SameName sameName,
                                                            StopToken stop)
    {
        Q_UNUSED(sameName)
        Q_UNUSED(id)
        Q_UNUSED(file)
        Q_UNUSED(bytes)
        Q_UNUSED(stop)
        co_return fail(ErrorKind::BadConfig, QStringLiteral("connector.no-files"), object, {object});
    }

    /// How often a BySweep object is swept.
    [[nodiscard]] virtual std::chrono::hours sweepEvery(const QString& object) const
    {
        Q_UNUSED(object)
        return std::chrono::hours{24};
    }

    /// Address that opens the record in the system's own site; empty = none.
    [[nodiscard]] virtual QString link(const QString& object, const QString& id) const = 0;
    [[nodiscard]] virtual net::CallCounts calls() const = 0;
    [[nodiscard]] virtual QList<net::WireEntry> recentWire() const = 0;
    [[nodiscard]] virtual std::optional<int> dayRemaining() const = 0;
    [[nodiscard]] virtual int perDay() const = 0;
};

} // namespace tieout::connectors
