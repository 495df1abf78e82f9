#pragma once

#include "connectors/rest/readplan.h"

namespace tieout::connectors {

/// Where an answer keeps what a page needs; dotted at most once ("pagination.itemCount").
struct AnswerLayout {
    QString records; ///< member that holds the records; empty = the answer is the list itself
    QString total;
    QString pageCount;
    QString pageSize;
    QString next;
    QString done;
};

/// A list inside a record that the system continues on an address of its own.
struct ListContinuation {
    qsizetype record = 0;
    int slot = 0;
    QString next;
};

struct DecodedPage {
    QList<model::Record> records;
    std::optional<qint64> total;
    std::optional<qint64> pageCount;
    std::optional<qint64> pageSize;
    std::optional<bool> done;
    QString next;
    QList<ListContinuation> continuations;
};

/// Decodes pages of records straight from the answer's bytes, by a plan: what is not wanted is skipped.
/// Numbers keep every digit; a text that is no date where one belongs stays text, so that only its record
/// suffers. One reader per thread.
class RecordReader final
{
  public:
    RecordReader();
    ~RecordReader();
    Q_DISABLE_COPY_MOVE(RecordReader)

    /// All records of the answer, or none. Errors: RemoteFault "answer.malformed" (cut or broken JSON),
    /// "answer.incomplete" (facts: the missing member; or a list shorter than its own count), "answer.shape".
    [[nodiscard]] Result<DecodedPage> decode(QByteArray body, const PlanPtr& plan,
                                             const AnswerLayout& layout);
    /// The records of one list continuation.
    [[nodiscard]] Result<DecodedPage> decodeList(QByteArray body, const PlanPtr& plan, int slot);

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::connectors
