#pragma once

#include "connectors/connector.h"
#include "connectors/files/filesession.h"
#include "connectors/files/resultfile.h"

namespace tieout::connectors {

/// A table file or a watched folder of them as a system of one object, "Rows". Engine thread; owned by the
/// engine. Reading gives each row its id (key columns, or file and line), its line and a version of its
/// content. Writing gathers rows durably; publish() makes them the file.
class FileConnector final : public Connector
{
  public:
    /// Error: BadConfig "file.setting". `clock` is borrowed and must outlive the connector and its reads.
    [[nodiscard]] static Result<std::unique_ptr<FileConnector>> make(const model::Connection& connection,
                                                                     Clock& clock);
    ~FileConnector() override;
    Q_DISABLE_COPY_MOVE(FileConnector)

    [[nodiscard]] QString system() const override;
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> describe(QStringList objects,
                                                                    StopToken stop) override;
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
    [[nodiscard]] QString link(const QString& object, const QString& id) const override;
    [[nodiscard]] net::CallCounts calls() const override { return m_calls; }
    [[nodiscard]] QList<net::WireEntry> recentWire() const override { return {}; }
    [[nodiscard]] std::optional<int> dayRemaining() const override { return std::nullopt; }
    [[nodiscard]] int perDay() const override { return 0; }

    /// What the file, or the newest one of the folder, looks like; questions are among it.
    [[nodiscard]] Result<model::FileSniff> sniff() const;
    /// After a run that read from here: a result file beside each file that was read to its end, and those
    /// without problems moved to done/. Files that changed meanwhile stay.
    [[nodiscard]] Result<void> concludeReading(const RowEndings& endings);
    /// After a run that was a preview, was stopped or failed: the next one reads on.
    void forgetReading();
    /// Files of a watched folder that earlier runs read to their end (`cursor`) and that stayed there for
    /// their problems: ends them when none is left. The same errors.
    [[nodiscard]] Result<void> concludeKnown(const Cursor& cursor, const RowEndings& endings);
    /// After a run that wrote here, however it ended: puts the new file in place. Rows that a crash left
    /// behind are published too.
    [[nodiscard]] Result<void> publish();

    static constexpr QStringView kObject = u"Rows";

  private:
    FileConnector(model::Connection connection, FileSettings settings, Clock& clock);
    [[nodiscard]] Result<void> conclude(const ReadFile& file, const RowEndings& endings) const;
    [[nodiscard]] Result<model::ObjectSchema> schema() const;
    [[nodiscard]] Result<std::optional<ShelfFile>> newest() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QStringList keyFieldsOf(const model::ObjectSchema& schema) const;
    [[nodiscard]] QString keyOf(const model::Record& record) const;

    model::Connection m_connection;
    std::shared_ptr<FileSession> m_session;
    QStringList m_keyFields; ///< that name a row; known once described
    net::CallCounts m_calls;
};

} // namespace tieout::connectors
