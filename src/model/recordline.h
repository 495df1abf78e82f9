#pragma once

#include "base/result.h"
#include "model/schema.h"
#include "model/value.h"

#include <memory>

namespace tieout::model {

/// Reads records from JSON as files and pipes hold them, one object a line, straight from the bytes; what is
/// not wanted is skipped. Lists may stand in Salesforce's wrapping {"records":[…]}. Numbers keep every digit;
/// a text that is no date where the schema has one stays text, so that only its record suffers. One reader
/// per thread.
class RecordLineReader final
{
  public:
    /// `paths`: "Account.Name", "Lines[].Price"; one that names a list or record alone takes all of it. Types
    /// come from `schema`; without it, or where it lacks a field, texts stay texts.
    explicit RecordLineReader(const QStringList& paths, const ObjectSchema* schema = nullptr);
    ~RecordLineReader();
    Q_DISABLE_COPY_MOVE(RecordLineReader)

    /// Error: RowRejected "record.no-object" | "record.cut-off" | "record.several" | "record.encoding" |
    /// "record.text" | "record.number" | "record.too-deep" (limit: 64) | "record.line" (what is wrong, in
    /// developer words).
    [[nodiscard]] Result<Record> read(QByteArrayView line);

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::model
