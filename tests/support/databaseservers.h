#pragma once

#include <QHash>
#include <QProcess>
#include <QString>

#include <memory>

namespace tieout::support {

enum class Encryption : quint8 { Off, On };

/// A real database server of this machine's packages, in a folder of its own, reachable on loopback and by a
/// socket; gone with its object, and with the test program however that ends. What does not start ends the
/// program with a sentence.
class DatabaseServer
{
  public:
    virtual ~DatabaseServer();
    Q_DISABLE_COPY_MOVE(DatabaseServer)

    /// As a connection keeps them (kind, host, port, database, user).
    [[nodiscard]] QHash<QString, QString> settings() const;
    [[nodiscard]] virtual QHash<QString, QString> socketSettings() const = 0;
    [[nodiscard]] static QByteArray password() { return QByteArrayLiteral("p;a's\"s w\\rd}€"); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Of a server that encrypts: signed by itself, for localhost.
    [[nodiscard]] QString certificate() const { return m_folder + QStringLiteral("/server.crt"); }

    /// Ends at once, as a power cut would.
    void crash();
    /// Comes back on the same port with the same data.
    void restart();
    /// Stands still without closing anything, and goes on.
    void freeze();
    void thaw();

  protected:
    DatabaseServer(QString kind, QString owner, QStringList options);
    virtual void create() = 0;
    [[nodiscard]] virtual QStringList serverCommand() const = 0;
    [[nodiscard]] virtual bool answers() const = 0;
    /// Signal that ends it without tidying up.
    [[nodiscard]] virtual QString crashSignal() const = 0;
    void start();
    /// Runs a program as the server's owner; ends the test program when it fails.
    QByteArray run(const QStringList& command, const QByteArray& input = {}) const;
    [[nodiscard]] bool succeeds(const QStringList& command) const;
    void makeFolder();
    void makeCertificate() const;
    [[nodiscard]] QString privateKey() const { return m_folder + QStringLiteral("/server.key"); }

    QString m_kind;
    QString m_owner; ///< user to become when the tests run as root
    QStringList m_options;
    QString m_folder;
    int m_port = 0;

  private:
    [[nodiscard]] QStringList asOwner(const QStringList& command) const;
    void signalServer(const QString& signal) const;

    std::unique_ptr<QProcess> m_process;
    qint64 m_pid = 0;
};

class PostgresServer final : public DatabaseServer
{
  public:
    /// Why it cannot be started here; empty = it can.
    [[nodiscard]] static QString unavailable();
    /// `options` as on the server's command line.
    explicit PostgresServer(QStringList options = {}, Encryption encryption = Encryption::Off);
    ~PostgresServer() override;
    [[nodiscard]] QHash<QString, QString> socketSettings() const override;

  private:
    void create() override;
    [[nodiscard]] QStringList serverCommand() const override;
    [[nodiscard]] bool answers() const override;
    [[nodiscard]] QString crashSignal() const override { return QStringLiteral("QUIT"); }
};

class MariaServer final : public DatabaseServer
{
  public:
    [[nodiscard]] static QString unavailable();
    explicit MariaServer(QStringList options = {}, Encryption encryption = Encryption::Off);
    ~MariaServer() override;
    [[nodiscard]] QHash<QString, QString> socketSettings() const override;

  private:
    void create() override;
    [[nodiscard]] QStringList serverCommand() const override;
    [[nodiscard]] bool answers() const override;
    [[nodiscard]] QString crashSignal() const override { return QStringLiteral("KILL"); }
};

/// Why the ODBC driver for PostgreSQL cannot be used here; empty = it can.
[[nodiscard]] QString odbcUnavailable();

} // namespace tieout::support
