#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace tieout::sandbox {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// First value of a header, name compared without case; empty when absent.
[[nodiscard]] QByteArray headerValue(const Headers& headers, QByteArrayView name);

/// One HTTP request as an emulated system sees it. `path` is still percent-encoded, `query` without "?".
struct Request {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    Headers headers;
    QByteArray body;

    /// Decoded path segments, split before decoding.
    [[nodiscard]] QStringList segments() const;
    /// Decoded first value of a query parameter, name compared without case; "+" is a blank.
    [[nodiscard]] QString queryValue(QStringView name) const;
    [[nodiscard]] bool hasQuery(QStringView name) const;
    /// The body as application/x-www-form-urlencoded.
    [[nodiscard]] QString formValue(QStringView name) const;
};

/// What the wire does with a response; anything but Deliver comes from a fault.
enum class Delivery : quint8 {
    Deliver,
    CutBefore, ///< close the connection; the system was not asked
    CutAfter,  ///< the system has committed; close without an answer
    Truncate,  ///< half of a chunked body, then close
    Hang,      ///< never answer
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
    Delivery delivery = Delivery::Deliver;
    std::chrono::milliseconds delay{0};
};

} // namespace tieout::sandbox
