#pragma once

#include "store/database.h"
#include "store/journalrepository.h"

namespace tieout::store {

/// A linked record that fell under a skip rule of its sync: which, since when, and its change stamp then.
struct Lapse {
    QString flow;
    QString sourceId;
    QString rule;
    Instant since{};
    QString sourceVersion;
    bool operator==(const Lapse&) const = default;
};

/// A note that is owed to the history of a document. NotSent: due.
struct Note {
    qint64 id = 0;
    QString flow;
    QString sourceId;
    QString sourceTitle;
    QString object;
    QString targetId;
    QString targetNumber;
    QString details;
    QString idempotencyKey;
    JournalState state = JournalState::NotSent;
    qint64 madeBy = 0; ///< run
    Instant madeAt{};
    bool operator==(const Note&) const = default;
};

/// Lapses and the notes that end them. A note is made in the transaction that ends its lapse, so that there
/// is one for each return; its state is durable before its bytes leave, as in the write journal.
class NoteRepository final
{
  public:
    explicit NoteRepository(Database& database)
        : m_database(database)
    {
    }
    /// The first lapse of a record counts until it is back.
    [[nodiscard]] Result<void> lapse(const QList<Lapse>& lapses);
    [[nodiscard]] Result<QHash<QString, Lapse>> lapses(const QString& flow, int limit);
    /// Ends the record's lapse and adds its note; nothing when there is no lapse.
    [[nodiscard]] Result<void> makeNote(const Note& note);
    /// Notes that are due, under way or uncertain.
    [[nodiscard]] Result<QList<Note>> open(const QString& flow, int limit);
    [[nodiscard]] Result<void> setState(qint64 note, JournalState state, Instant at);

  private:
    Database& m_database;
};

} // namespace tieout::store
