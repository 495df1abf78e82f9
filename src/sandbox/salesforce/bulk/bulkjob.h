#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/bulk/csvdialect.h"
#include "sandbox/salesforce/organisation.h"

namespace tieout {
class Json;
}

namespace tieout::sandbox::salesforce {

enum class BulkState : quint8 { Open, UploadComplete, InProgress, JobComplete, Aborted, Failed };

/// What ingest and query jobs of the Bulk API have in common.
struct BulkJob {
    QByteArray id;
    QString operation;
    QString objectName;
    CsvDialect dialect;
    BulkState state = BulkState::Open;
    int version = 0;
    Instant created{};
    Instant changed{};
    int polls = 0; ///< since the upload was complete
    qint64 processed = 0;
    qint64 failed = 0;
    QString fault; ///< why it failed as a whole

    [[nodiscard]] bool isOver() const { return state >= BulkState::JobComplete; }
};

/// The members every job shows; `type` is "V2Ingest" or "V2Query".
[[nodiscard]] Json describeJob(const BulkJob& job, const Organisation& organisation, const QString& type);
/// What `asked` says of a new job of either kind; or the answer that refuses it.
[[nodiscard]] std::optional<Response> takeJob(BulkJob& job, const Json& asked, int version,
                                              const QStringList& operations);

[[nodiscard]] Response csvReply(QByteArray body);
/// Errors of the Bulk API are arrays as everywhere else.
[[nodiscard]] Response jobStateReply(const QString& message);
[[nodiscard]] Response wrongVersionReply(int version);

} // namespace tieout::sandbox::salesforce
