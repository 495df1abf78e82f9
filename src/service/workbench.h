#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/stop.h"
#include "base/task.h"
#include "model/connection.h"
#include "model/connectionform.h"
#include "model/decision.h"
#include "model/entry.h"
#include "model/filesniff.h"
#include "model/flow.h"
#include "model/lookupuse.h"
#include "model/mappinghistory.h"
#include "model/problem.h"
#include "model/recordsample.h"
#include "model/run.h"
#include "model/whatif.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>

namespace tieout::model {
struct AttachedFile;
struct FileAccess;
struct FileEntry;
struct FileReport;
} // namespace tieout::model

namespace tieout::service {

enum class OnDisk : quint8; // service/localfile.h: what to do with a file that is there

struct Environment; // service/environment.h: what the program injects
// service/mappingbench.h: what map editors and the Lookups screen work with
struct MappingBench;
struct SampleRecord;
struct KeptMapping;
struct LookupFile;
struct HeldForTable;

/// A system that can be connected, in words for the screen.
struct SystemInfo {
    QString id;
    QString title;
    QStringList asks;             ///< permissions in plain words (English source; translated by the window)
    int renewAfterDays = 0;       ///< without use, after which a person must sign in again; 0 = until revoked
    QList<model::SignInWay> ways; ///< the first is the usual one
    bool writes = false;          ///< something there can be written
};

/// What a sign-in asks for. Usual: to read what the syncs of the system need; to write too when the
/// connection may write, or a sync writes there. What was given before is never asked away.
enum class Access : quint8 { Usual, Reading, Writing };

/// A new sign-in, or (with `connection`) a renewed one.
struct ConnectRequest {
    QString system;
    QString connection;               ///< id of an existing connection to sign in again; empty = new
    QUrl practice;                    ///< base address at the practice company; empty = the real system
    QString way;                      ///< id of a SignInWay; empty = the usual one
    QHash<QString, QString> settings; ///< client id, login host, folder …
    QHash<QString, Secret> secrets;   ///< keys and passwords; they go to the keychain only
    Access access = Access::Usual;
    QStringList objects; ///< further objects that a person wants to look at, or to write; may be kEveryObject
};
/// Everything that a sign-in can ask for, to look at and to write.
inline const QString kEveryObject = QStringLiteral("all");

/// What a disconnection did at the system; the keys on this computer are gone in any case.
enum class SignedOut : quint8 {
    Forgotten,        ///< nothing: a key, a file, or a system that knows no such call
    OrganisationLeft, ///< the permission for this organisation; other connections go on with theirs
    Revoked           ///< the whole permission
};

struct ConnectProgress {
    QUrl link; ///< page to open; to copy when the browser did not open
    bool browserOpened = false;
    int secondsLeft = 0;
};

/// Signed in, tokens kept; an organisation must be chosen before the connection exists.
struct SignedIn {
    QString ticket; ///< hand it back to finishConnect or cancelConnect
    QList<model::OrganisationInfo> organisations;
};

struct CallsLeft {
    QString connection;
    QString title;                ///< "Xero · Demo Company (AU)"
    std::optional<int> remaining; ///< nothing before the system's first answer to this program
    int perDay = 0;
};

/// A record that matching did not dare to decide, and what a person can say about it.
struct MatchQuestion {
    struct Choice {
        model::Candidate candidate;
        bool usable = true; ///< false: it belongs to another record, and one cannot stand for two
        bool operator==(const Choice&) const = default;
    };
    QList<Choice> choices;
    std::optional<model::Decision> decision; ///< said already, waiting for a run
    [[nodiscard]] bool isOpen() const { return !choices.isEmpty(); }
};

/// One cause of one sync, and how trying several again ended: the error is the first one; the other syncs are
/// tried all the same.
struct ProblemCause {
    QString flow;
    QString causeKey;
};
struct Retried {
    QList<model::RunReport> runs;
    std::optional<Error> error;
};

/// Addresses that open a record in the systems' own sites; empty = unknown.
struct RecordLinks {
    QString source;
    QString target;
};

/// One line of the list of syncs.
struct FlowSummary {
    model::Flow flow;
    QString sourceTitle; ///< "Salesforce · Practice Ltd"
    QString targetTitle;
    std::optional<model::RunReport> lastRun; ///< last finished sync
    std::optional<model::RunProgress> running;
    std::optional<Instant> nextRun;
    qint64 openProblems = 0;
    QList<model::RunDay> days; ///< last 14
};

struct WorkspaceInfo {
    QString id; ///< stays as long as the workspace; empty before load()
    QString path;
    bool readOnly = false;
    bool paused = false; ///< all schedules
    QString heldBy;      ///< another program runs the engine on this workspace; empty = we do
};

/// The only door to the engine for windows and the command line: commands in, value events out. Lives on the
/// main thread and never blocks it; every answer is a copy. Closing stops runs (Now), then the store, then
/// threads.
class Workbench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workbench)
  public:
    /// Errors as store::Store::open, and LocalFault "workspace.no-folder".
    [[nodiscard]] static Result<std::unique_ptr<Workbench>> open(const QString& folder,
                                                                 Environment environment);
    ~Workbench() override;

    [[nodiscard]] WorkspaceInfo workspace() const;
    /// Before the end of the program: stops schedules and runs and frees the workspace for others.
    [[nodiscard]] Task<void> close();
    /// Must come first. Reads what systems there are, and the lists; resolves once connections, flows and
    /// problem counts are known.
    [[nodiscard]] Task<Result<void>> load();

    // Connections
    [[nodiscard]] QList<SystemInfo> systems() const;
    [[nodiscard]] QList<model::Connection> connections() const;
    [[nodiscard]] Task<Result<SignedIn>> signIn(ConnectRequest request, StopToken stop,
                                                std::function<void(ConnectProgress)> progress);
    /// How a connection to table files with these settings would be read: what was found out, and what must
    /// be asked before anything is read.
    [[nodiscard]] Task<Result<model::FileSniff>> lookAtFile(QHash<QString, QString> settings);
    [[nodiscard]] Task<Result<model::Connection>> finishConnect(QString ticket, QString tenantId);
    void cancelConnect(const QString& ticket);
    [[nodiscard]] Task<Result<void>> testConnection(QString connection);
    enum class Writing : quint8 { ReadOnly, Allowed };
    /// Error in addition: BadConfig "connection.nothing-to-write" (facts: title).
    [[nodiscard]] Task<Result<void>> setWriting(QString connection, Writing writing);
    /// False: there is nothing that could be written, whatever a person allows.
    [[nodiscard]] bool canWrite(const QString& connection) const;
    /// Signs out and keeps the history. An error tells what did not work at the system ("oauth.revoke"); the
    /// keys here are gone all the same.
    [[nodiscard]] Task<Result<SignedOut>> disconnectConnection(QString connection);
    /// What this sign-in will ask for, in plain words (English source texts).
    [[nodiscard]] QStringList asks(const ConnectRequest& request) const;
    /// What the sign-in of a connection covers, in the same words.
    [[nodiscard]] QStringList permissions(const QString& connection) const;
    /// What the syncs of a connection need and its sign-in does not cover; a person gives it by signing in
    /// again.
    [[nodiscard]] QStringList missingPermissions(const QString& connection) const;
    [[nodiscard]] QList<CallsLeft> callsLeft() const;

    // Records, outside any sync
    /// What a connection can reach, by label; fields only where they cost no call.
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> objects(QString connection);
    [[nodiscard]] Task<Result<model::ObjectSchema>> describe(QString connection, QString object);
    [[nodiscard]] Task<Result<model::RecordSample>> sample(QString connection, model::SampleRequest request);

    /// Writes records that a person entered; kept as a run of its own. Errors when nothing was sent:
    /// BadConfig "run.read-only" | "connection.unknown", Conflict "workspace.held", LocalFault of the store.
    [[nodiscard]] Task<Result<model::EntryReport>> enter(QString connection, model::EntryRequest request);

    // Files of records (model/attachedfile.h). Errors of the three: "connection.unknown",
    // "connection.permission-missing" (a sign-in that asks for the object "<object>.files" covers it), and
    // what the call met.
    /// What can be done with the files of an object's records; costs no call.
    [[nodiscard]] model::FileAccess fileAccess(const QString& connection, const QString& object) const;
    [[nodiscard]] Task<Result<QList<model::AttachedFile>>> files(QString connection, QString object,
                                                                 QString record);
    /// Keeps a file at `path`, a folder or a file, and tells where it is then. Errors LocalFault "save.*".
    [[nodiscard]] Task<Result<QString>> saveFile(QString connection, QString object, QString record,
                                                 model::AttachedFile file, QString path, OnDisk existing);
    /// Hangs the file at `path` on a record, once, under the name in `entry` or its own; kept as a run.
    /// Errors when nothing was sent: those of enter(), LocalFault "add.unreadable", "connector.file-*".
    [[nodiscard]] Task<Result<model::FileReport>> addFile(QString connection, model::FileEntry entry,
                                                          QString path);

    // Syncs
    [[nodiscard]] QList<model::FlowTemplate> templates() const;
    [[nodiscard]] QList<FlowSummary> flows() const;
    /// What a sync, or a flow that makes records for one, writes: "Invoices"; empty when unknown.
    [[nodiscard]] QString writtenObject(const QString& flow) const;
    /// Fills empty connections with the only one of the system. Errors BadConfig "flow.no-connection" (facts:
    /// system title) | "flow.many-connections" | "flow.exists" | "flow.no-template".
    [[nodiscard]] Task<Result<model::Flow>> addFlow(QString templateId, QString sourceConnection,
                                                    QString targetConnection);
    [[nodiscard]] Task<Result<void>> saveFlow(model::Flow flow);
    [[nodiscard]] Task<Result<void>> removeFlow(QString flow);

    // Mapping. `flow` is a sync or a flow that makes records for one. Error of all: BadConfig "flow.unknown".
    [[nodiscard]] Task<Result<MappingBench>> mappingBench(QString flow);
    /// Reads one real record of the source; an empty id is the first of its list. Errors: BadConfig
    /// "mapping.no-sample" (facts: id), and what reading meets when nothing is connected.
    [[nodiscard]] Task<Result<SampleRecord>> sampleRecord(QString flow, QString id);
    /// Ids in the target that `flow` has made for these keys; what has none is absent.
    [[nodiscard]] Task<Result<QHash<QString, QString>>> linkedIds(QString flow, QStringList keys);
    /// Keeps a new version with author and time, faulty formulas too (a run refuses those), and plans held
    /// records again. The document names the version it is based on: Conflict "mapping.changed-meanwhile"
    /// (facts: newest version, its author) when another was saved since. BadConfig "mapping.syntax".
    [[nodiscard]] Task<Result<model::MappingVersion>>
    saveMapping(QString flow, model::MappingDocument document, QString note);
    [[nodiscard]] Task<Result<QList<model::MappingVersion>>> mappingVersions(QString flow); ///< newest first
    /// Error: BadConfig "mapping.no-version" (facts: version).
    [[nodiscard]] Task<Result<KeptMapping>> mappingVersion(QString flow, int version);
    /// Saves an earlier version as the newest. Error in addition: BadConfig "mapping.unreadable".
    [[nodiscard]] Task<Result<model::MappingVersion>> restoreMapping(QString flow, int version);
    /// Maps the last run's records as they are now with the saved mapping and with `document`. Reads the
    /// source; writes nothing. Error in addition: BadConfig of a document that does not compile.
    [[nodiscard]] Task<Result<model::WhatIfReport>>
    whatIf(QString flow, model::MappingDocument document, StopToken stop,
           std::function<void(model::WhatIfProgress)> progress);

    // Lookup tables
    [[nodiscard]] Task<Result<QList<model::LookupTable>>> lookups();
    /// Keeps who changed what, and plans the held records of every sync that uses the table again.
    [[nodiscard]] Task<Result<void>> saveLookup(model::LookupTable table);
    /// Error: BadConfig "lookup.in-use" (facts: table, sync) while a formula asks it.
    [[nodiscard]] Task<Result<void>> removeLookup(QString table);
    [[nodiscard]] QList<model::LookupUse> lookupUsage(const QString& table) const;
    [[nodiscard]] Task<Result<QList<model::LookupChange>>> lookupHistory(QString table, qint64 offset,
                                                                         int limit); ///< newest first
    /// The first two columns of a CSV or Excel file. Errors "file.*"; BadConfig "lookup.one-column" |
    /// "lookup.too-many-rows" (facts: limit).
    [[nodiscard]] Task<Result<LookupFile>> readLookupFile(QString path);
    [[nodiscard]] Task<Result<void>> writeLookupFile(model::LookupTable table, QString path);
    [[nodiscard]] Task<Result<HeldForTable>> heldForLookup(QString table);
    /// Tries what was held for a missing row of the table again, sync after sync; a sync that is running now
    /// or may not write takes them along in its next run. Reports of the runs that came to be.
    [[nodiscard]] Task<Result<QList<model::RunReport>>> retryHeldFor(QString table);

    // Runs
    /// Queues a run; resolves with its report when it ended. A preview writes nothing. Errors only when no
    /// run came to be: BadConfig "run.read-only" | "run.preview-first" | "flow.unknown" |
    /// "connection.permission-missing" (facts: title, permissions), Conflict "run.busy" | "workspace.held"
    /// (facts: holder).
    [[nodiscard]] Task<Result<model::RunReport>> run(QString flow, model::RunMode mode,
                                                     model::RunTrigger trigger);
    /// Writes what a preview showed and nothing else; asking for it is the approval, kept with who and when.
    /// What came out differently is held. Errors in addition to run's: BadConfig "plan.unknown" |
    /// "plan.other-sync" | "plan.incomplete" | "plan.sync-changed" | "plan.used".
    [[nodiscard]] Task<Result<model::RunReport>> runApproved(QString flow, qint64 preview);
    void stop(const QString& flow, StopMode mode);
    [[nodiscard]] QList<model::RunProgress> running() const;
    [[nodiscard]] Task<Result<QList<model::RunReport>>> runs(QString flow, qint64 offset, int limit);
    [[nodiscard]] Task<Result<model::RunReport>> runById(qint64 run);
    [[nodiscard]] Task<Result<QList<model::RunRecord>>> runRecords(qint64 run, model::RunRecordFilter filter,
                                                                   qint64 offset, int limit);
    [[nodiscard]] Task<Result<RecordLinks>> recordLinks(model::RunRecord record);
    [[nodiscard]] Task<Result<qint64>> countRunRecords(qint64 run, model::RunRecordFilter filter);
    [[nodiscard]] Task<Result<QList<model::RunDay>>> perDay(QString flow, int days);

    // Problems
    [[nodiscard]] Task<Result<QList<model::ProblemGroup>>> problemGroups(model::ProblemFilter filter);
    [[nodiscard]] Task<Result<QList<model::Problem>>> problems(model::ProblemFilter filter, qint64 offset,
                                                               int limit);
    [[nodiscard]] Task<Result<qint64>> countProblems(model::ProblemFilter filter);
    [[nodiscard]] Task<Result<model::Problem>> problemById(qint64 problem);
    [[nodiscard]] Task<Result<model::RunReport>> retryProblem(qint64 problem);
    [[nodiscard]] Task<Result<model::RunReport>> retryCause(QString flow, QString causeKey);
    /// Tries all of them again, one run for each sync, one after another; a sync that is running is waited
    /// for.
    [[nodiscard]] Task<Retried> retryCauses(QList<ProblemCause> causes);
    [[nodiscard]] Task<Result<void>> skipProblem(qint64 problem, QString reason);
    [[nodiscard]] qint64 openProblems() const;

    // Decisions about held matches
    [[nodiscard]] Task<Result<MatchQuestion>> matchQuestion(qint64 problem);
    /// Keeps what a person said (`candidate`: an id of the question; empty = a new one) and tries all records
    /// that wait for it again. Nothing instead of a report: the sync is busy, the next run uses it. Errors:
    /// BadConfig "decision.nothing-to-decide" | "decision.not-offered" (facts: id), and run's: the decision
    /// is kept even so.
    [[nodiscard]] Task<Result<std::optional<model::RunReport>>> decide(qint64 problem, QString candidate);
    /// Before it was used. Error: Conflict "decision.used".
    [[nodiscard]] Task<Result<void>> takeBackDecision(qint64 problem);

    // Links
    [[nodiscard]] Task<Result<QList<model::Link>>> links(QString flow, qint64 offset, int limit);

    // Schedule
    [[nodiscard]] Task<Result<void>> setSchedule(QString flow, model::ScheduleRule rule);
    [[nodiscard]] QList<Instant> nextTimes(const model::ScheduleRule& rule, int count) const;
    enum class Pause : quint8 { Resume, PauseAll };
    [[nodiscard]] Task<Result<void>> setPaused(Pause pause);
    /// Starts scheduled runs from now on (the window and the agent; not single commands).
    void startScheduler();

    [[nodiscard]] Instant now() const;

  Q_SIGNALS:
    void connectionsChanged();
    void flowsChanged();
    void problemsChanged();
    void workspaceChanged();
    void runStarted(const tieout::model::RunReport& report);
    void runProgressed(const tieout::model::RunProgress& progress);
    void runFinished(const tieout::model::RunReport& report);
    /// A schedule asks for a run; the workbench starts it itself, this is for the log and the tests.
    void scheduledRunDue(const QString& flow);
    void callsLeftChanged();
    /// A person must sign in again within so many days; once a day, from a week before.
    void signInEnds(const QString& connection, int days);
    /// A scheduled run could not start.
    void runRefused(const QString& flow, const tieout::Error& error);

  private:
    class Impl;
    explicit Workbench(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::service
