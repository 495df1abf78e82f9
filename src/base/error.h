#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace tieout {

/// What happens next when something went wrong. One table (engine/recovery) turns a kind into an action;
/// nothing else decides.
enum class ErrorKind : quint8 {
    Cancelled,   ///< a person or the shutdown stopped it: nothing to report
    Retry,       ///< transient: back off and try again
    RateLimited, ///< the other side asks to wait
    NeedsLogin,  ///< the sign-in is gone: park the connection, ask the user
    BadConfig,   ///< settings, mapping or permissions are wrong: stop the run, say what to change
    RowRejected, ///< this record was refused: hold or fail the record, go on with the others
    Conflict,    ///< both sides changed, or several candidates: hold the record
    Uncertain,   ///< the request may or may not have been carried out: look up before any re-send
    RemoteFault, ///< the other system misbehaves (malformed answer, impossible content)
    LocalFault,  ///< disk, database, keychain, memory
    Bug,         ///< our own mistake
};

/// Where it happened. Empty members are unknown.
struct ErrorContext {
    QString connection;
    QString flow;
    QString object;
    QString recordKey;
    QString requestId;
    int httpStatus = 0;

    bool operator==(const ErrorContext&) const = default;
};

/// A fault as a value. `text` is for developers and the technical fold; the sentence a user reads is made
/// from `code` and `facts` in gui/problems and cli.
struct Error {
    ErrorKind kind = ErrorKind::Bug;
    QString code;      ///< stable, dotted: "xero.tax-type-for-account", "net.cut"
    QString text;      ///< developer text; may quote the other system, already redacted
    QStringList facts; ///< values for the user's sentence, in the order the code documents
    ErrorContext context;
    std::optional<std::chrono::milliseconds> retryAfter;
    std::shared_ptr<const Error> cause;
};

/// The one way to make an error by hand; context, wait and cause are for those who know them.
[[nodiscard]] inline Error errorOf(ErrorKind kind, QString code, QString text = {}, QStringList facts = {})
{
    Error error;
    error.kind = kind;
    error.code = std::move(code);
    error.text = std::move(text);
    error.facts = std::move(facts);
    return error;
}

/// Stable word for a kind, as stored in the workspace ("row-rejected").
QString kindName(ErrorKind kind);
std::optional<ErrorKind> kindFromName(const QString& name);

} // namespace tieout
