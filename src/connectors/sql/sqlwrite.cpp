#include "connectors/sql/sqlwrite.h"

#include "connectors/sql/sqlread.h"
#include "connectors/sql/sqlrowtexts.h"
#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::RowOutcome;

namespace {

using Cell = std::optional<QString>;

/// Writes one batch; lives for one call.
class BatchWriter final
{
  public:
    BatchWriter(SqlSession& session, const SqlBatch& batch)
        : m_session(session)
        , m_dialect(session.dialect())
        , m_batch(batch)
        , m_outcomes(batch.rows.size())
        , m_texts(batch)
    {
    }

    Result<QList<RowOutcome>> write()
    {
        QMap<QList<int>, QList<TextRow>> groups = grouped();
        if (groups.isEmpty()) return m_outcomes;
        const bool together = m_batch.use.table.transactional;
        if (together) {
            if (auto begun = m_session.begin(); !begun) return fail(begun.error());
        }
        for (const QList<TextRow>& group : std::as_const(groups)) {
            if (auto done = writeGroup(group); !done) return undone(done.error());
        }
        if (auto done = tellVersions(); !done) return undone(done.error());
        if (together) {
            if (auto done = m_session.commit(); !done) return unknownEnd(done.error());
        }
        return m_outcomes;
    }

  private:
    [[nodiscard]] bool creating() const { return isCreating(m_batch.operation); }
    [[nodiscard]] bool deleting() const { return m_batch.operation == Operation::Delete; }
    [[nodiscard]] const SqlTable& table() const { return m_batch.use.table; }

    void reject(qsizetype place, Error error)
    {
        m_outcomes[place].state = RowOutcome::State::Rejected;
        m_outcomes[place].error = std::move(error);
    }

    tl::unexpected<Error> undone(Error error)
    {
        if (!isLost(error)) m_session.rollback();
        // Without transactions what was done stays: nobody can say what.
        if (!table().transactional && isLost(error)) error.kind = ErrorKind::Uncertain;
        if (error.facts.size() < 2) error.facts += plainLabel(table().name.name);
        return fail(std::move(error));
    }

    tl::unexpected<Error> unknownEnd(Error error)
    {
        if (isLost(error) || error.code == u"sql.time-limit" || error.code == u"sql.statement") {
            Error unknown = errorOf(ErrorKind::Uncertain, u"sql.commit-unknown"_s, error.text,
                                    {plainLabel(table().name.name)});
            unknown.cause = std::make_shared<const Error>(std::move(error));
            return fail(std::move(unknown));
        }
        return undone(std::move(error));
    }

    // Values to texts

    QMap<QList<int>, QList<TextRow>> grouped()
    {
        QMap<QList<int>, QList<TextRow>> groups;
        for (qsizetype place = 0; place < m_batch.rows.size(); ++place) {
            auto row = m_texts.textRow(place);
            if (!row) {
                reject(place, std::move(row.error()));
                continue;
            }
            groups[row->columns] += std::move(*row);
        }
        return groups;
    }

    // Statements

    [[nodiscard]] bool keyIsGiven(const QList<int>& columns) const
    {
        return std::all_of(m_batch.use.key.begin(), m_batch.use.key.end(),
                           [&](int column) { return columns.contains(column); });
    }

    /// The key is among the values and is kept letter by letter: it need not be asked for.
    [[nodiscard]] bool keyIsPlain(const QList<int>& columns) const
    {
        return keyIsGiven(columns) &&
               std::all_of(m_batch.use.key.begin(), m_batch.use.key.end(), [&](int key) {
                   const SqlColumn& column = table().columns[key];
                   return (column.kind == ColumnKind::Number && column.scale == 0) ||
                          (column.kind == ColumnKind::Text &&
                           (column.type == u"text" || column.type == u"character varying"));
               });
    }

    [[nodiscard]] QList<int> conflictOf(const QList<int>& columns) const
    {
        const TableUse& use = m_batch.use;
        if (use.onExisting == OnExisting::Refuse && m_batch.operation != Operation::Upsert) return {};
        const QList<int> external{use.externalKey};
        if (use.externalKey >= 0 && columns.contains(use.externalKey) && use.isUnique(external))
            return external;
        return keyIsGiven(columns) && use.isUnique(use.key) ? use.key : QList<int>();
    }

    Result<void> writeGroup(const QList<TextRow>& group)
    {
        if (deleting()) return writeSpans(group, 1);
        if (!creating())
            return m_dialect.takesArrays() ? writeSpans(group, group.size()) : writeSpans(group, 1);
        const QList<int>& columns = group.first().columns;
        if (m_batch.operation == Operation::Upsert && conflictOf(columns).isEmpty())
            return fail(ErrorKind::BadConfig, u"sql.no-lookup"_s, u"nothing tells existing rows"_s,
                        {plainLabel(table().name.name)});
        const bool findable = m_batch.use.externalKey >= 0 && columns.contains(m_batch.use.externalKey);
        // A number the database gives is known by returning it, by looking it up, or one row at a time.
        const bool oneByOne =
            !table().transactional || (!m_dialect.takesArrays() && !keyIsGiven(columns) && !findable);
        if (oneByOne) return writeSpans(group, 1);
        const qsizetype most =
            m_dialect.takesArrays() ? group.size() : m_dialect.mostMarkers() / columns.size();
        return writeSpans(group, std::clamp<qsizetype>(most, 1, group.size()));
    }

    Result<void> writeSpans(const QList<TextRow>& group, qsizetype most)
    {
        for (qsizetype at = 0; at < group.size(); at += most) {
            if (auto done = writeSpan(group, at, std::min(most, group.size() - at)); !done) return done;
        }
        return {};
    }

    /// Tries rows together; refused, their halves.
    Result<void> writeSpan(const QList<TextRow>& group, qsizetype at, qsizetype count)
    {
        auto done = undoably([&] {
            return creating()   ? insertRows(group, at, count)
                   : deleting() ? deleteRow(group[at])
                                : updateRows(group, at, count);
        });
        if (done || !isRowFault(done.error())) return done;
        if (count == 1) {
            reject(group[at].place, m_texts.refusalOf(group[at], done.error()));
            return {};
        }
        const qsizetype half = count / 2;
        if (auto first = writeSpan(group, at, half); !first) return first;
        return writeSpan(group, at + half, count - half);
    }

    Result<void> undoably(const std::function<Result<void>()>& statements)
    {
        const bool marked = m_dialect.needsSavepoints() && table().transactional;
        const QString name = u" SAVEPOINT tieout_part"_s;
        if (marked) {
            if (auto mark = m_session.execute(name); !mark) return fail(mark.error());
        }
        auto done = statements();
        if (!marked || (!done && !isRowFault(done.error()))) return done;
        if (!done) {
            if (auto undo = m_session.execute(u"ROLLBACK TO"_s + name); !undo) return fail(undo.error());
        }
        if (auto release = m_session.execute(u"RELEASE"_s + name); !release) return fail(release.error());
        return done;
    }

    [[nodiscard]] WriteCells cellsOf(const QList<TextRow>& group, qsizetype at, qsizetype count,
                                     const QList<int>& keyed) const
    {
        WriteCells cells;
        cells.reserve(count);
        for (qsizetype i = at; i < at + count; ++i) {
            QList<Cell> row = group[i].cells;
            for (qsizetype k = 0; k < keyed.size(); ++k)
                row += Cell(group[i].key[k]);
            cells += std::move(row);
        }
        return cells;
    }

    [[nodiscard]] QList<int> returningColumns() const
    {
        QList<int> columns = m_batch.use.key;
        if (m_batch.use.change >= 0) columns += m_batch.use.change;
        return columns;
    }

    Result<void> insertRows(const QList<TextRow>& group, qsizetype at, qsizetype count)
    {
        WriteShape shape;
        shape.table = &table();
        shape.columns = group[at].columns;
        shape.conflict = conflictOf(shape.columns);
        const WriteCells cells = cellsOf(group, at, count, {});
        const QVariantList values = m_dialect.insertValues(shape, cells);
        if (m_dialect.takesArrays() && !(m_batch.use.change < 0 && keyIsPlain(shape.columns))) {
            shape.returning = returningColumns();
            qsizetype next = at;
            auto done = m_session.query(m_dialect.insertText(shape, count), values, [&](const SqlRow& row) {
                if (next < at + count) written(group[next].place, row, 0);
                ++next;
                return true;
            });
            if (done && next != at + count)
                return fail(ErrorKind::RowRejected, u"sql.refused"_s, u"the database left the row out"_s,
                            {QString()});
            return done;
        }
        const auto done = m_session.execute(m_dialect.insertText(shape, count), values);
        if (!done) return fail(done.error());
        if (*done >= 0 && *done < count) // a trigger left rows out
            return fail(ErrorKind::RowRejected, u"sql.refused"_s, u"the database left the row out"_s,
                        {QString()});
        if (keyIsGiven(shape.columns)) return takeGivenKeys(group, at, count);
        if (count == 1 && shape.conflict.isEmpty() && m_session.lastInsertId() > 0 &&
            m_batch.use.key.size() == 1) {
            written(group[at].place, QString::number(m_session.lastInsertId()));
            return {};
        }
        return findKeys(group, at, count);
    }

    Result<void> takeGivenKeys(const QList<TextRow>& group, qsizetype at, qsizetype count)
    {
        for (qsizetype i = at; i < at + count; ++i) {
            QStringList parts;
            for (const int column : m_batch.use.key) {
                const Cell& cell = group[i].cells[group[i].columns.indexOf(column)];
                parts += cell.value_or(QString());
            }
            written(group[i].place, joinedKey(parts));
        }
        return {};
    }

    /// Keys that the database gave, by our own key.
    Result<void> findKeys(const QList<TextRow>& group, qsizetype at, qsizetype count)
    {
        const TableUse& use = m_batch.use;
        const int own = use.externalKey;
        if (own < 0 || !group[at].columns.contains(own))
            return fail(ErrorKind::BadConfig, u"sql.no-lookup"_s, u"a new row cannot be found again"_s,
                        {plainLabel(table().name.name)});
        QHash<QString, qsizetype> places;
        for (qsizetype i = at; i < at + count; ++i)
            places.insert(group[i].cells[group[i].columns.indexOf(own)].value_or(QString()), group[i].place);
        const auto plan = planSqlRead(use, {kKeyField, fieldName(table().columns[own].name)}, {}, {});
        if (!plan) return fail(plan.error());
        const auto rows = readWhere(m_session, **plan, {own}, places.keys());
        if (!rows) return fail(rows.error());
        for (qsizetype i = 0; i < rows->records.size(); ++i) {
            const auto place = places.constFind(rows->records[i].at(1).toPlainText());
            if (place != places.cend()) written(*place, rows->keys[i]);
        }
        return {};
    }

    Result<void> updateRows(const QList<TextRow>& group, qsizetype at, qsizetype count)
    {
        const TableUse& use = m_batch.use;
        WriteShape shape;
        shape.table = &table();
        shape.columns = group[at].columns + use.key;
        shape.conflict = use.key;
        const WriteCells cells = cellsOf(group, at, count, use.key);
        const QVariantList values = m_dialect.insertValues(shape, cells);
        for (qsizetype i = at; i < at + count; ++i)
            reject(group[i].place,
                   sqlRowError(u"sql.row-gone"_s, use, {}, u"the row is not there any more"_s));
        if (m_dialect.takesArrays()) {
            shape.returning = returningColumns();
            return m_session.query(m_dialect.updateText(shape), values, [&](const SqlRow& row) {
                const qint64 place = row.integer(0) - 1;
                if (place >= 0 && place < count) written(group[at + place].place, row, 1);
                return true;
            });
        }
        const auto done = m_session.execute(m_dialect.updateText(shape), values);
        if (!done) return fail(done.error());
        if (*done > 0) written(group[at].place, m_batch.rows[group[at].place].targetId);
        return {};
    }

    /// A row that is gone already is what was wanted.
    Result<void> deleteRow(const TextRow& row)
    {
        const TableUse& use = m_batch.use;
        QStringList terms;
        QVariantList values;
        for (qsizetype i = 0; i < use.key.size(); ++i) {
            const SqlColumn& column = table().columns[use.key[i]];
            terms += m_dialect.quoted(column.name) + u" = "_s + m_dialect.marker(column);
            values += m_dialect.boundText(row.key[i], column);
        }
        const auto done = m_session.execute(u"DELETE FROM "_s + m_dialect.tableText(table().name) +
                                                u" WHERE "_s + terms.join(u" AND "_s),
                                            values);
        if (!done) return fail(done.error());
        m_outcomes[row.place].state = RowOutcome::State::Written;
        m_outcomes[row.place].targetId = m_batch.rows[row.place].targetId;
        return {};
    }

    // Outcomes

    void written(qsizetype place, const QString& key)
    {
        RowOutcome& outcome = m_outcomes[place];
        outcome.state = RowOutcome::State::Written;
        outcome.error = {};
        outcome.targetId = key;
        outcome.targetNumber = creating() ? m_batch.rows[place].key : QString();
        m_places.insert(key, place);
    }

    void written(qsizetype place, const SqlRow& row, int first)
    {
        const qsizetype keys = m_batch.use.key.size();
        QStringList parts;
        for (int i = 0; i < keys; ++i)
            parts += row.text(first + i);
        written(place, joinedKey(parts));
        if (m_batch.use.change >= 0) m_outcomes[place].targetVersion = versionOf(row.text(first + int(keys)));
    }

    [[nodiscard]] QString versionOf(const QString& stamp) const
    {
        return sqlCell(stamp, table().columns[m_batch.use.change], m_batch.localZone).toPlainText();
    }

    /// The change stamps that the database gave; where the statement itself returned none.
    Result<void> tellVersions()
    {
        const TableUse& use = m_batch.use;
        if (use.change < 0 || m_dialect.takesArrays() || m_places.isEmpty()) return {};
        const auto plan =
            planSqlRead(use, {kKeyField, fieldName(table().columns[use.change].name)}, {}, m_batch.localZone);
        if (!plan) return fail(plan.error());
        const auto rows = readWhere(m_session, **plan, use.key, m_places.keys());
        if (!rows) return fail(rows.error());
        for (qsizetype i = 0; i < rows->records.size(); ++i) {
            const auto place = m_places.constFind(rows->keys[i]);
            if (place != m_places.cend())
                m_outcomes[*place].targetVersion = rows->records[i].at(1).toPlainText();
        }
        return {};
    }

    SqlSession& m_session;
    const SqlDialect& m_dialect;
    const SqlBatch& m_batch;
    QList<RowOutcome> m_outcomes;
    QHash<QString, qsizetype> m_places; ///< of written rows, by key
    SqlRowTexts m_texts;
};

} // namespace

Result<QList<RowOutcome>> writeSqlBatch(SqlSession& session, const SqlBatch& batch)
{
    return BatchWriter(session, batch).write();
}

} // namespace tieout::connectors
