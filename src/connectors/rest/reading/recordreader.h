#pragma once

#include "connectors/rest/reading/readplan.h"

namespace tieout::connectors {

/// Where an answer keeps what a page needs; members are dotted ("pagination.itemCount").
struct AnswerLayout {
    QString records; ///< path to the records; "$" or empty = the answer is the list itself
    QString total{};
    QString pageCount{};
    QString pageSize{};
    QString next{};
    QString done{};
    QString more{};
    QString element{};     ///< member of each item that is the record
    QString nameAs{};      ///< field that takes the name a record stands under
    Pairs inherit{};       ///< field → member of the enclosing object
    bool isRecord = false; ///< one record stands there, not a list
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
    std::optional<bool> more;
    QString next;
    QList<ListContinuation> continuations;
    QStringList deletedIds;
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
