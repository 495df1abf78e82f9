#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

class RestSession;
class SchemaBook;
class RowVerdicts;

/// The interpreter of REST manifests: one connection of one system. Engine thread; owned by the engine.
/// Everything that differs between systems is in the manifest.
class RestConnector final : public Connector
{
  public:
    /// `authorizer` may be null (tests); borrowed values must outlive the connector and its reads.
    RestConnector(std::shared_ptr<const Manifest> manifest, const model::Connection& connection,
                  net::Transport& transport, Clock& clock, Random& random, net::Authorizer* authorizer);
    ~RestConnector() override;
    Q_DISABLE_COPY_MOVE(RestConnector)

    [[nodiscard]] QString system() const override;
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects,
                                                                    StopToken stop) override;
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> objects(StopToken stop) override;
    void adopt(QList<model::ObjectSchema> schemas) override;
    /// The next describe of these objects asks the system, whatever is known.
    void forgetSchemas(const QStringList& objects);
    [[nodiscard]] Task<Result<OrganisationInfo>> test(StopToken stop) override;
    [[nodiscard]] Task<Result<ReferenceData>> reference(StopToken stop) override;
    [[nodiscard]] std::unique_ptr<PageStream> read(ReadRequest request) override;
    [[nodiscard]] TargetRecord toTarget(const QString& object, const model::Record& record) const override;
    [[nodiscard]] QStringList targetPaths(const QString& object) const override;
    [[nodiscard]] Task<Result<QList<TargetRecord>>> find(QString object, QStringList keys,
                                                         StopToken stop) override;
    [[nodiscard]] int batchSize(const QString& object, Operation operation) const override;
    [[nodiscard]] std::chrono::seconds keyWindow(const QString& object, Operation operation) const override;
    [[nodiscard]] PreparedWrite prepare(QString object, Operation operation, QList<WriteRow> rows,
                                        QString idempotencyKey) const override;
    [[nodiscard]] PreparedWrite prepareAction(QString object, QString action, QList<WriteRow> rows,
                                              QString idempotencyKey) const override;
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> send(PreparedWrite write, StopToken stop) override;
    [[nodiscard]] JobSize jobSize(const QString& object, Operation operation) const override;
    [[nodiscard]] std::optional<PreparedWrite> prepareJob(QString object, Operation operation,
                                                          QList<WriteRow> rows) const override;
    [[nodiscard]] Task<Result<PreparedWrite>> openJob(PreparedWrite write, StopToken stop) override;
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> settleJob(QString object, Operation operation,
                                                                   QString job, QList<WriteRow> rows,
                                                                   StopToken stop) override;
    [[nodiscard]] UnknownEnd onUnknown(const QString& object, Operation operation) const override;
    [[nodiscard]] Deletion deletion(const QString& object) const override;
    [[nodiscard]] FileAccess fileAccess(const QString& object) const override;
    [[nodiscard]] Task<Result<QList<AttachedFile>>> files(QString object, QString id,
                                                          StopToken stop) override;
    [[nodiscard]] Task<Result<QByteArray>> fetchFile(QString object, QString id, AttachedFile file,
                                                     StopToken stop) override;
    [[nodiscard]] Task<Result<Attached>> attachFile(QString object, QString id, AttachedFile file,
                                                    QByteArray bytes, SameName sameName,
                                                    StopToken stop) override;
    [[nodiscard]] std::chrono::hours sweepEvery(const QString& object) const override;
    [[nodiscard]] QString link(const QString& object, const QString& id) const override;
    [[nodiscard]] net::CallCounts calls() const override;
    [[nodiscard]] QList<net::WireEntry> recentWire() const override;
    [[nodiscard]] std::optional<int> dayRemaining() const override;
    [[nodiscard]] int perDay() const override;

    /// What this sign-in can reach, to choose from; tenantId and name only where the system says no more.
    [[nodiscard]] Task<Result<QList<OrganisationInfo>>> organisations(StopToken stop);
    /// Takes the permission for this organisation back and leaves the sign-in's others alone; true also when
    /// it had ended already. False: the system knows no such call.
    [[nodiscard]] Task<Result<bool>> leave(StopToken stop);
    /// A setting that a renewed token changed (the instance address).
    void setSetting(const QString& name, const QString& value);

  private:
    [[nodiscard]] const WriteSpec* writeSpec(const QString& object, Operation operation) const;
    [[nodiscard]] PreparedWrite prepared(PreparedWrite write, const QString& key) const;
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> sendNow(PreparedWrite write, StopToken stop);
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> sendMissing(PreparedWrite write, StopToken stop);
    [[nodiscard]] Task<Result<QList<model::Record>>> readAll(const ReferenceSpec::Part* part, StopToken stop);
    [[nodiscard]] Task<Result<QList<TargetRecord>>> findGroup(const ObjectSpec* spec, QStringList keys,
                                                              qsizetype* first, StopToken stop);
    [[nodiscard]] Task<Result<QList<TargetRecord>>> scan(const ObjectSpec* spec, QStringList keys,
                                                         StopToken stop);

    std::shared_ptr<RestSession> m_session;
    std::shared_ptr<SchemaBook> m_schemas;
    std::unique_ptr<RowVerdicts> m_verdicts;
};

} // namespace tieout::connectors
