#pragma once

#include "connectors/sql/sqlsession.h"
#include "model/value.h"

namespace tieout::connectors {

/// What is read of a table and into which slots. Shared, never changed.
struct SqlReadPlan {
    static constexpr int kBlank = -1; ///< an optional field the table lacks
    static constexpr int kKey = -2;   ///< the row's key as one text

    TableUse use;
    model::ShapePtr shape;
    QList<int> columns; ///< by slot
    QByteArray localZone;
};
using SqlReadPlanPtr = std::shared_ptr<const SqlReadPlan>;

/// Error: BadConfig "connector.unknown-field" (facts: path, table's label, object). No paths: every field.
[[nodiscard]] Result<SqlReadPlanPtr> planSqlRead(const TableUse& use, QStringList paths,
                                                 const QStringList& optional, const QByteArray& localZone);

/// Where a walk through a table stands.
struct SqlPosition {
    enum class Walk : quint8 {
        Blanks,  ///< rows without a change stamp, by key; comes before Changes on a first read
        Changes, ///< by change column, then key
        Keys,    ///< the whole table by key
    };
    Walk walk = Walk::Keys;
    QString from;                 ///< Changes: from this stamp on; empty = from the beginning
    QStringList after;            ///< of the last row read, by order column
    std::optional<QString> bound; ///< nothing beyond: rows that change while we read wait for the next time
};

struct SqlRows {
    QList<model::Record> records;
    QStringList keys;               ///< of the records, joined
    QHash<qsizetype, Error> faults; ///< of records with a cell that could not be read, by place
    SqlPosition position;
    bool finished = false; ///< of the whole walk
    bool cut = false;      ///< fewer rows than asked for because they are large
};

// On the worker thread.

/// The next rows of a walk, at most `limit`. Moves from Blanks to Changes by itself.
[[nodiscard]] Result<SqlRows> readOn(SqlSession& session, const SqlReadPlan& plan, SqlPosition position,
                                     int limit);
/// Rows whose `columns` hold one of `values` (joined texts for several columns).
[[nodiscard]] Result<SqlRows> readWhere(SqlSession& session, const SqlReadPlan& plan,
                                        const QList<int>& columns, const QStringList& values);
/// All rows of a table without a key, in no order; `startAll` once, then `takeMore`.
[[nodiscard]] Result<void> startAll(SqlSession& session, const SqlReadPlan& plan, int most);
[[nodiscard]] Result<SqlRows> takeMore(SqlSession& session, const SqlReadPlan& plan, int limit);

} // namespace tieout::connectors
