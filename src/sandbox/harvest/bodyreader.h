#pragma once

#include "base/json.h"
#include "sandbox/message.h"

#include <optional>

namespace tieout::sandbox::harvest {

struct SentFile {
    QString member;
    QString name;
    QString contentType;
    qint64 bytes = 0;
};

struct SentBody {
    Json members = Json::object();
    std::optional<SentFile> file;
};

/// The body as members: JSON, a form with "a[b]" and "a[][b]" names, or multipart with one file. Nothing when
/// it cannot be read.
[[nodiscard]] std::optional<SentBody> readBody(const Request& request);

} // namespace tieout::sandbox::harvest
