#pragma once

#include "base/json.h"
#include "support/tasks.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace tieout::support {

/// The real programs, as a person or a script would start them: separate processes, real sockets on loopback.
/// Every wait has an end; what does not come ends the test program with a sentence. Waits until `done`, at
/// most `limit`. False when it did not come.
[[nodiscard]] bool comesTrue(const std::function<bool()>& done, std::chrono::milliseconds limit);

/// Waits for an answer with the event loop running.
template<class T>
T await(Task<T> task)
{
    auto result = std::make_shared<std::optional<T>>();
    const Task<> keeper = detail::keepResult(std::move(task), result);
    if (!comesTrue([&] { return result->has_value(); }, std::chrono::seconds(60)))
        qFatal("an answer does not come");
    return std::move(**result);
}

/// A running tieout-sandbox on free ports, with its control endpoints. Ends with its object.
class SandboxProgram final
{
  public:
    /// `options` as on the command line; rate limits are off unless `--limits` is among them.
    explicit SandboxProgram(QStringList options);
    ~SandboxProgram();
    Q_DISABLE_COPY_MOVE(SandboxProgram)

    [[nodiscard]] QString address(QStringView system) const { return m_addresses[system].toText(); }

    [[nodiscard]] Json get(const QString& path) const;
    Json post(const QString& path, const QByteArray& body) const;
    /// Switches a fault on (the JSON of POST /_practice/faults).
    void fault(const QByteArray& json) const;
    void clearFaults() const;
    /// Adds or changes deals, as a save of this moment.
    void takeDeals(const QByteArray& ndjson) const;

    [[nodiscard]] Json::Array calls(qint64 since = 0) const;
    [[nodiscard]] qint64 lastCall() const;
    [[nodiscard]] qint64 countCalls(QStringView system, QStringView method, QStringView pathPart) const;
    /// Waits until a fault of this kind has struck.
    [[nodiscard]] bool struckBy(QStringView kind) const;
    [[nodiscard]] Json::Array rows(const QString& system, const QString& object) const;

  private:
    QProcess m_process;
    Json m_addresses;
};

/// How a program ended and what it said.
struct Answer {
    int code = -1;
    bool crashed = false;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] Json json() const; ///< the last line of standard output
    [[nodiscard]] QByteArray told() const { return "exit " + QByteArray::number(code) + "\n" + out + err; }
    /// The sentence for a person: "message" of the JSON, or standard error.
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString faultCode() const; ///< code of the run's or the command's error
};

/// A workspace in a folder of its own and the command line on it.
class Books final
{
  public:
    Books();
    Q_DISABLE_COPY_MOVE(Books)

    static constexpr std::chrono::seconds kPatience{60};

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("books")); }
    [[nodiscard]] QString file() const { return folder() + QStringLiteral("/workspace.tieout"); }
    /// `tieoutctl --workspace FOLDER --json ARGUMENTS`
    [[nodiscard]] Answer json(const QStringList& arguments) const;
    /// The same without --json.
    [[nodiscard]] Answer plain(const QStringList& arguments) const;
    [[nodiscard]] Answer sync() const { return json({QStringLiteral("sync"), flow()}); }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    [[nodiscard]] std::unique_ptr<QProcess> startSync() const;

    /// Makes the workspace, connects both systems and adds the flow.
    void setUp(const SandboxProgram& practice) const;
    /// Connects one system (or signs in again, with `more` options); waits while another program's sign-in
    /// holds the redirect ports.
    [[nodiscard]] Answer connect(const SandboxProgram& practice, const QString& system,
                                 const QStringList& more = {}) const;
    [[nodiscard]] static QString flow() { return QStringLiteral("closed-won-to-invoice"); }

    /// Runs until nothing is due any more: problems that come back by themselves are asked for by hand.
    [[nodiscard]] Answer syncUntilQuiet() const;
    [[nodiscard]] Json::Array problems() const;
    /// Rows of the journal whose end is not known; of the sync and of what it needs, or of other flows.
    [[nodiscard]] int openJournalRows(const QStringList& flows = {
                                          flow(), QStringLiteral("accounts-to-contacts")}) const;

  private:
    QTemporaryDir m_folder;
};

/// Program with arguments; waits for its end.
[[nodiscard]] Answer
runProgram(const QString& program, const QStringList& arguments,
           const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());
[[nodiscard]] Answer answerOf(QProcess& process, std::chrono::milliseconds limit = Books::kPatience);
/// Ends the process at once, as a power cut would.
void killHard(QProcess& process);
[[nodiscard]] QString commandLineProgram();

/// The promise, looked up in the systems themselves: each won deal has exactly one invoice and no other deal
/// has one, each customer exactly one contact, every invoice is the deal as it is now. Empty when it holds,
/// else what is wrong.
[[nodiscard]] QString brokenPromise(const SandboxProgram& practice);
/// The counts of a report add up to what was read.
[[nodiscard]] bool addsUp(const Json& report);

} // namespace tieout::support
