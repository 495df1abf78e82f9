#pragma once

#include "base/clock.h"
#include "connectors/connector.h"
#include "engine/entry/entrybook.h"
#include "model/entry.h"

#include <functional>

namespace tieout::engine {

/// Writes records that a person entered, with the same care as a run: journal row durable → bytes → verdict
/// per row → remembered as a run of its own. What ended in doubt is looked up where the record carries a key
/// of its own, and is otherwise named as such: a person decides, nothing is sent again. Engine thread.
class EntryDesk final
{
  public:
    /// Makes what was written visible; asked once, after the last row.
    using Publish = std::function<Result<void>()>;

    EntryDesk(connectors::Connector& target, store::Store& store, Clock& clock, Publish publish = {});

    /// `connection` and `title` name where it goes. Errors: BadConfig "entry.no-object" (facts: object) |
    /// "entry.cannot-create" | "entry.cannot-change" (facts: label); LocalFault of the store; what describing
    /// met. Nothing was sent then. What a check or the system refuses is in the outcomes.
    [[nodiscard]] Task<Result<model::EntryReport>> enter(QString connection, QString title,
                                                         model::EntryRequest request, StopToken stop);

  private:
    /// An entry under way.
    struct Entry {
        QString connection;
        model::EntryRequest request;
        model::EntryReport report;
        QStringList keys;       ///< by row: what an end in doubt is looked up by
        QSet<qsizetype> listed; ///< rows whose end is among the run's records already
        StopToken stop;
    };
    using Rows = QList<qsizetype>; ///< places in the request

    using Records = QList<model::RunRecord>;

    [[nodiscard]] Task<Result<Rows>> check(Entry* entry, model::ObjectSchema schema);
    [[nodiscard]] Task<Result<Rows>> newOnly(Entry* entry, Rows rows);
    [[nodiscard]] Task<Result<void>> chooseKeys(Entry* entry, Rows rows);
    [[nodiscard]] Task<void> send(Entry* entry, Rows rows);
    /// Many changes travel as jobs where the system takes jobs; rows that are left for calls come back.
    [[nodiscard]] Task<Rows> sendJobs(Entry* entry, Rows rows);
    /// Rows that must be tried apart come back.
    [[nodiscard]] Task<QList<Rows>> deliver(Entry* entry, connectors::PreparedWrite write, Rows rows);
    [[nodiscard]] static QList<connectors::WriteRow> written(const Entry& entry, const Rows& rows);
    [[nodiscard]] connectors::PreparedWrite prepared(const Entry& entry, const Rows& rows) const;
    [[nodiscard]] Task<Result<qint64>> enterJournal(const Entry* entry, connectors::PreparedWrite prepared,
                                                    Rows rows);
    [[nodiscard]] static model::RunRecord recordOf(const Entry& entry, qsizetype place);
    [[nodiscard]] Task<Result<void>> close(Entry* entry);

    connectors::Connector& m_target;
    Clock& m_clock;
    EntryBook m_book;
    Publish m_publish;
};

} // namespace tieout::engine
