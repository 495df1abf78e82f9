#pragma once

#include "base/secret.h"
#include "connectors/connector.h"
#include "connectors/sql/sqlsettings.h"

namespace tieout::connectors {

class SqlLine;
class SqlTables;
struct TableUse;

/// Where the password comes from; asked when a connection is opened, and again after a refusal. An error
/// "vault.not-found" means that there is none.
using PasswordSource = std::function<Task<Result<Secret>>()>;

/// Tables and views of one database, as objects. Engine thread; the database's work is done on a thread of
/// its own. A record's id is its key ("$key"); its version is the change column, when one was chosen.
class SqlConnector final : public Connector
{
  public:
    /// `clock` is borrowed and outlives the connector.
    SqlConnector(SqlSettings settings, PasswordSource password, Clock& clock);
    ~SqlConnector() override;
    Q_DISABLE_COPY_MOVE(SqlConnector)

    [[nodiscard]] QString system() const override;
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects,
                                                                    StopToken stop) override;
    void adopt(QList<model::ObjectSchema> schemas) override;
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
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> send(PreparedWrite write, StopToken stop) override;
    [[nodiscard]] Deletion deletion(const QString& object) const override;
    [[nodiscard]] QString link(const QString& object, const QString& id) const override;
    [[nodiscard]] net::CallCounts calls() const override;
    [[nodiscard]] QList<net::WireEntry> recentWire() const override;
    [[nodiscard]] std::optional<int> dayRemaining() const override;
    [[nodiscard]] int perDay() const override;

    /// Of `ids`, those whose rows are gone: deletions by a sweep of the keys we know.
    [[nodiscard]] Task<Result<QStringList>> missing(QString object, QStringList ids, StopToken stop);
    /// Columns fit to tell changes, the likeliest first; for the person who chooses.
    [[nodiscard]] Task<Result<QStringList>> changeChoices(QString object, StopToken stop);

  private:
    [[nodiscard]] Task<Result<QList<model::RowOutcome>>> write(PreparedWrite write, StopToken stop);
    void remark(const TableUse& use, const QList<WriteRow>& rows, QList<model::RowOutcome>& outcomes);

    SqlSettings m_settings;
    std::shared_ptr<SqlLine> m_line;
    std::shared_ptr<SqlTables> m_tables;
    QHash<QString, model::ObjectSchema> m_adopted;
    QSet<QString> m_remarked; ///< columns that were warned of
};

} // namespace tieout::connectors
