#pragma once

#include "connectors/files/filesettings.h"

#include <QIODevice>

#include <memory>

namespace tieout::connectors {

/// Bytes of a text file in order. One thread; owned by its scanner.
class ByteSource
{
  public:
    virtual ~ByteSource() = default;
    /// Up to `most` bytes; 0 = the end. Error: LocalFault "file.unreadable", RowRejected
    /// "file.encoding-mixed".
    [[nodiscard]] virtual Result<qint64> read(char* into, qint64 most) = 0;
};

/// The device's bytes without their byte order mark; UTF-16 becomes UTF-8. The device must be open and is
/// borrowed. `name` is the file's name for errors.
[[nodiscard]] std::unique_ptr<ByteSource> bytesOf(QIODevice& device, TextEncoding encoding,
                                                  const QString& name);

} // namespace tieout::connectors
