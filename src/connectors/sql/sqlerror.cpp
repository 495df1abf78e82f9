#include "connectors/sql/sqlerror.h"

#include <QRegularExpression>
#include <QSqlError>

#include <span>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

struct Rule {
    const char* match; ///< start of a SQLSTATE, or a native number; or words (regular expression)
    ErrorKind kind;
    const char* code;
};

// PostgreSQL: SQLSTATE (postgresql.org/docs, appendix A); the longer ones first.
constexpr Rule kPostgres[] = {
    {"23505", ErrorKind::RowRejected, "sql.unique"},
    {"23P01", ErrorKind::RowRejected, "sql.unique"},
    {"23502", ErrorKind::RowRejected, "sql.not-null"},
    {"23503", ErrorKind::RowRejected, "sql.foreign-key"},
    {"23514", ErrorKind::RowRejected, "sql.check"},
    {"44000", ErrorKind::RowRejected, "sql.check"},
    {"428C9", ErrorKind::RowRejected, "sql.refused"},
    {"21000", ErrorKind::RowRejected, "sql.unique"},
    {"22001", ErrorKind::RowRejected, "sql.too-long"},
    {"22003", ErrorKind::RowRejected, "sql.out-of-range"},
    {"22008", ErrorKind::RowRejected, "sql.out-of-range"},
    {"22021", ErrorKind::RowRejected, "sql.characters"},
    {"22P05", ErrorKind::RowRejected, "sql.characters"},
    {"22", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"23", ErrorKind::RowRejected, "sql.check"},
    {"P0001", ErrorKind::RowRejected, "sql.refused"}, // RAISE EXCEPTION of a trigger
    {"40001", ErrorKind::Retry, "sql.deadlock"},
    {"40P01", ErrorKind::Retry, "sql.deadlock"},
    {"55P03", ErrorKind::Retry, "sql.locked"},
    {"57014", ErrorKind::Retry, "sql.time-limit"},
    {"57P", ErrorKind::Retry, "sql.lost"},
    {"08", ErrorKind::Retry, "sql.lost"},
    {"53100", ErrorKind::RemoteFault, "sql.disk-full"},
    {"53300", ErrorKind::Retry, "sql.busy"},
    {"53", ErrorKind::RemoteFault, "sql.statement"},
    {"28", ErrorKind::NeedsLogin, "sql.sign-in"},
    {"3D000", ErrorKind::BadConfig, "sql.unknown-database"},
    {"42501", ErrorKind::BadConfig, "sql.no-right"},
    {"25006", ErrorKind::BadConfig, "sql.read-only"},
    {"42P01", ErrorKind::BadConfig, "sql.schema-changed"},
    {"42703", ErrorKind::BadConfig, "sql.schema-changed"},
    {"42704", ErrorKind::BadConfig, "sql.schema-changed"},
    {"42804", ErrorKind::BadConfig, "sql.schema-changed"},
    {"42883", ErrorKind::BadConfig, "sql.schema-changed"},
    {"3F000", ErrorKind::BadConfig, "sql.schema-changed"},
    {"0A000", ErrorKind::BadConfig, "sql.schema-changed"}, // a kept plan of a table that changed
};

// MySQL and MariaDB: error numbers.
constexpr Rule kMySql[] = {
    {"1062", ErrorKind::RowRejected, "sql.unique"},
    {"1586", ErrorKind::RowRejected, "sql.unique"},
    {"1048", ErrorKind::RowRejected, "sql.not-null"},
    {"1364", ErrorKind::RowRejected, "sql.not-null"},
    {"1452", ErrorKind::RowRejected, "sql.foreign-key"},
    {"1216", ErrorKind::RowRejected, "sql.foreign-key"},
    {"1451", ErrorKind::RowRejected, "sql.referenced"},
    {"1406", ErrorKind::RowRejected, "sql.too-long"},
    {"1264", ErrorKind::RowRejected, "sql.out-of-range"},
    {"1690", ErrorKind::RowRejected, "sql.out-of-range"},
    {"4025", ErrorKind::RowRejected, "sql.check"},
    {"3819", ErrorKind::RowRejected, "sql.check"},
    {"1366", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1265", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1292", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1367", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1411", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1644", ErrorKind::RowRejected, "sql.refused"}, // SIGNAL of a trigger
    {"1213", ErrorKind::Retry, "sql.deadlock"},
    {"1020", ErrorKind::Retry, "sql.deadlock"},
    {"1205", ErrorKind::Retry, "sql.locked"},
    {"3572", ErrorKind::Retry, "sql.locked"},
    {"1969", ErrorKind::Retry, "sql.time-limit"},
    {"3024", ErrorKind::Retry, "sql.time-limit"},
    {"1317", ErrorKind::Retry, "sql.time-limit"},
    {"2006", ErrorKind::Retry, "sql.lost"},
    {"2013", ErrorKind::Retry, "sql.lost"},
    {"2055", ErrorKind::Retry, "sql.lost"},
    {"1053", ErrorKind::Retry, "sql.lost"},
    {"1927", ErrorKind::Retry, "sql.lost"},
    {"2014", ErrorKind::Retry, "sql.lost"},
    {"2000", ErrorKind::Retry, "sql.lost"},
    {"1040", ErrorKind::Retry, "sql.busy"},
    {"1203", ErrorKind::Retry, "sql.busy"},
    {"2002", ErrorKind::Retry, "sql.unreachable"},
    {"2003", ErrorKind::Retry, "sql.unreachable"},
    {"2005", ErrorKind::BadConfig, "sql.unknown-host"},
    {"2026", ErrorKind::BadConfig, "sql.tls"},
    {"3159", ErrorKind::BadConfig, "sql.tls"},
    {"1045", ErrorKind::NeedsLogin, "sql.sign-in"},
    {"1698", ErrorKind::NeedsLogin, "sql.sign-in"},
    {"1820", ErrorKind::NeedsLogin, "sql.sign-in"},
    {"1862", ErrorKind::NeedsLogin, "sql.sign-in"},
    {"1049", ErrorKind::BadConfig, "sql.unknown-database"},
    {"1044", ErrorKind::BadConfig, "sql.no-right"},
    {"1142", ErrorKind::BadConfig, "sql.no-right"},
    {"1143", ErrorKind::BadConfig, "sql.no-right"},
    {"1227", ErrorKind::BadConfig, "sql.no-right"},
    {"1290", ErrorKind::BadConfig, "sql.read-only"},
    {"1792", ErrorKind::BadConfig, "sql.read-only"},
    {"1836", ErrorKind::BadConfig, "sql.read-only"},
    {"1146", ErrorKind::BadConfig, "sql.schema-changed"},
    {"1054", ErrorKind::BadConfig, "sql.schema-changed"},
    {"1136", ErrorKind::BadConfig, "sql.schema-changed"},
    {"1114", ErrorKind::RemoteFault, "sql.disk-full"},
    {"1021", ErrorKind::RemoteFault, "sql.disk-full"},
    {"1041", ErrorKind::RemoteFault, "sql.disk-full"},
};

// SQLite: result codes (sqlite.org/rescode.html), extended ones first.
constexpr Rule kSqlite[] = {
    {"2067", ErrorKind::RowRejected, "sql.unique"},
    {"1555", ErrorKind::RowRejected, "sql.unique"},
    {"2579", ErrorKind::RowRejected, "sql.unique"},
    {"1299", ErrorKind::RowRejected, "sql.not-null"},
    {"787", ErrorKind::RowRejected, "sql.foreign-key"},
    {"275", ErrorKind::RowRejected, "sql.check"},
    {"3091", ErrorKind::RowRejected, "sql.wrong-kind"},
    {"1811", ErrorKind::RowRejected, "sql.refused"}, // RAISE of a trigger
};

// The words of drivers that give no usable number (ODBC), and of failed connects.
constexpr Rule kWords[] = {
    {"duplicate key|UNIQUE KEY constraint|unique index|UNIQUE constraint failed|Duplicate entry|"
     "second time",
     ErrorKind::RowRejected, "sql.unique"},
    {"violates not-null|NOT NULL constraint failed|cannot be null|does not allow nulls",
     ErrorKind::RowRejected, "sql.not-null"},
    {"is still referenced|REFERENCE constraint", ErrorKind::RowRejected, "sql.referenced"},
    {"violates foreign key|FOREIGN KEY constraint", ErrorKind::RowRejected, "sql.foreign-key"},
    {"violates check|CHECK constraint", ErrorKind::RowRejected, "sql.check"},
    {"value too long|would be truncated|Data too long|right truncation", ErrorKind::RowRejected,
     "sql.too-long"},
    {"out of range|numeric field overflow|Arithmetic overflow|field value out of range",
     ErrorKind::RowRejected, "sql.out-of-range"},
    {"no equivalent in encoding|invalid byte sequence|Incorrect string value", ErrorKind::RowRejected,
     "sql.characters"},
    {"invalid input|Conversion failed|Error converting|datatype mismatch|cannot store",
     ErrorKind::RowRejected, "sql.wrong-kind"},
    {"deadlock|could not serialize|was deadlocked", ErrorKind::Retry, "sql.deadlock"},
    {"lock timeout|Lock request time out|database is locked|table is locked", ErrorKind::Retry, "sql.locked"},
    {"statement timeout|canceling statement|Query timeout|max_statement_time", ErrorKind::Retry,
     "sql.time-limit"},
    {"password authentication failed|no password supplied|Login failed|Access denied for user|"
     "role \".*\" does not exist|no pg_hba.conf entry",
     ErrorKind::NeedsLogin, "sql.sign-in"},
    {"does not support SSL|SSL|TLS|certificate", ErrorKind::BadConfig, "sql.tls"},
    {"could not translate host name|Unknown (MySQL )?server host|Name or service not known|"
     "nodename nor servname|Temporary failure in name resolution",
     ErrorKind::BadConfig, "sql.unknown-host"},
    {"database \".*\" does not exist|Unknown database|Cannot open database", ErrorKind::BadConfig,
     "sql.unknown-database"},
    {"too many (clients|connections)|remaining connection slots", ErrorKind::Retry, "sql.busy"},
    {"Connection refused|could not connect|connection to server .* failed|Can.t connect|timeout expired|"
     "No route to host|starting up|shutting down|recovery mode|Could not connect",
     ErrorKind::Retry, "sql.unreachable"},
    {"terminating connection|server closed the connection|connection (not open|is closed|was lost)|"
     "Lost connection|gone away|Communication link|no connection to the server|connection to the server was "
     "lost|SSL connection has been closed|Connection (reset|dead)|Connection is dead|could not "
     "(send|receive) ",
     ErrorKind::Retry, "sql.lost"},
    {"permission denied|permission was denied|command denied|must be owner", ErrorKind::BadConfig,
     "sql.no-right"},
    {"read-only|readonly", ErrorKind::BadConfig, "sql.read-only"},
    {"No space left|disk is full|database or disk is full|could not extend file", ErrorKind::RemoteFault,
     "sql.disk-full"},
    {"does not exist|no such (table|column)|Invalid (column|object) name|has no column|"
     "cached plan must not change",
     ErrorKind::BadConfig, "sql.schema-changed"},
    {"data source name not found|Can.t open lib|driver .* not loaded", ErrorKind::BadConfig, "sql.no-driver"},
    {"unable to open database|not a database|file is encrypted|disk image is malformed", ErrorKind::BadConfig,
     "sql.file"},
};

std::span<const Rule> rulesOf(SqlDialectId dialect)
{
    switch (dialect) {
    case SqlDialectId::Postgres:
        return kPostgres;
    case SqlDialectId::MySql:
        return kMySql;
    case SqlDialectId::Sqlite:
        return kSqlite;
    case SqlDialectId::SqlServer:
        return {};
    }
    return {};
}

const Rule* ruleByState(SqlDialectId dialect, const QString& state)
{
    if (state.isEmpty()) return nullptr;
    const bool byStart = dialect == SqlDialectId::Postgres;
    if (byStart && state.size() != 5) return nullptr;
    for (const Rule& rule : rulesOf(dialect)) {
        const QLatin1String match(rule.match);
        if (byStart ? state.startsWith(match) : state == match) return &rule;
    }
    return nullptr;
}

const Rule* ruleByWords(const QString& words)
{
    static const QList<QRegularExpression> expressions = [] {
        QList<QRegularExpression> all;
        for (const Rule& rule : kWords)
            all += QRegularExpression(QString::fromLatin1(rule.match),
                                      QRegularExpression::CaseInsensitiveOption);
        return all;
    }();
    for (qsizetype i = 0; i < expressions.size(); ++i) {
        if (expressions[i].match(words).hasMatch()) return &kWords[i];
    }
    return nullptr;
}

/// The column that the database names in its own words.
QString columnIn(const QString& words)
{
    static const QRegularExpression forms[] = {
        QRegularExpression(u"column \"([^\"]+)\""_s),        // PostgreSQL: null value in column "x"
        QRegularExpression(u"Key \\(\"?([^)\"]+)\"?\\)="_s), // PostgreSQL: Key (x)=(1)
        QRegularExpression(u"[Cc]olumn '([^']+)'"_s),        // MySQL, SQL Server
        QRegularExpression(u"Field '([^']+)'"_s),            // MySQL: Field 'x' doesn't have a default
        QRegularExpression(u"for column `[^`]*`\\.`[^`]*`\\.`([^`]+)`"_s), // MariaDB
        QRegularExpression(u"constraint failed: [^.\\s]+\\.([^,\\n]+)"_s), // SQLite: table.column
        QRegularExpression(u"FOREIGN KEY \\(`([^`]+)`\\)"_s),              // MySQL
    };
    for (const QRegularExpression& form : forms) {
        const auto match = form.match(words);
        if (match.hasMatch()) return match.captured(1).trimmed();
    }
    return {};
}

/// Without the driver's own additions: "ERROR:  …\nDETAIL: …\n(23505) QPSQL: Unable to create query".
QString ownWords(QString words)
{
    static const QRegularExpression state(u"\\s*\\([0-9A-Z]{5}\\)\\s*$"_s);
    static const QRegularExpression position(u"\\n(LINE \\d+:.*|\\s*\\^.*|CONTEXT:.*|QUERY:.*)$"_s,
                                             QRegularExpression::MultilineOption);
    // The whole row, with what it holds of people, is no part of the reason.
    static const QRegularExpression row(u"\\n?DETAIL:\\s*Failing row contains.*?(\\n|$)"_s);
    words.remove(state);
    words.remove(position);
    words.remove(row);
    if (words.startsWith(u"ERROR:"_s)) words = words.mid(6);
    return words.trimmed().left(2000);
}

Error made(ErrorKind kind, const char* code, const QString& words)
{
    return errorOf(kind, QString::fromLatin1(code), ownWords(words), {columnIn(words)});
}

/// SQLite keeps further detail in the higher bytes of its codes.
std::optional<Error> sqliteFault(const QString& state, const QString& words)
{
    switch (state.toInt() & 0xff) {
    case 5:
    case 6:
        return made(ErrorKind::Retry, "sql.locked", words);
    case 8:
        return made(ErrorKind::BadConfig, "sql.read-only", words);
    case 13:
        return made(ErrorKind::RemoteFault, "sql.disk-full", words);
    case 14:
    case 11:
    case 26:
        return made(ErrorKind::BadConfig, "sql.file", words);
    case 18:
        return made(ErrorKind::RowRejected, "sql.too-long", words);
    default:
        return {};
    }
}

} // namespace

Error sqlFault(SqlDialectId dialect, const QString& state, const QString& words)
{
    if (const Rule* rule = ruleByState(dialect, state)) {
        // MySQL has one number for a wrong value and for a character that the column's charset lacks.
        if (dialect == SqlDialectId::MySql && words.contains(u"Incorrect string value"_s))
            return made(ErrorKind::RowRejected, "sql.characters", words);
        if (words.contains(u"is still referenced"_s)) return made(rule->kind, "sql.referenced", words);
        return made(rule->kind, rule->code, words);
    }
    if (dialect == SqlDialectId::Sqlite) {
        if (auto fault = sqliteFault(state, words)) return *fault;
    }
    if (const Rule* rule = ruleByWords(words)) return made(rule->kind, rule->code, words);
    return made(ErrorKind::RemoteFault, "sql.statement", words);
}

Error sqlFault(SqlDialectId dialect, const QSqlError& error)
{
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return sqlFault(dialect, error.nativeErrorCode(), words);
}

Error sqlConnectFault(SqlDialectId dialect, const QSqlError& error)
{
    Error fault = sqlFault(dialect, error);
    if (fault.code == u"sql.lost" || fault.code == u"sql.statement") {
        if (dialect == SqlDialectId::Sqlite) {
            fault.kind = ErrorKind::BadConfig;
            fault.code = u"sql.file"_s;
        } else {
            fault.kind = ErrorKind::Retry;
            fault.code = u"sql.unreachable"_s;
        }
    }
    return fault;
}

bool isRowFault(const Error& error)
{
    return error.kind == ErrorKind::RowRejected;
}

bool isLost(const Error& error)
{
    return error.code == u"sql.lost" || error.code == u"sql.unreachable";
}

} // namespace tieout::connectors
