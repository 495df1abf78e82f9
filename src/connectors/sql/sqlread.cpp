#include "connectors/sql/sqlread.h"

#include "connectors/sql/sqlvalue.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Text of one page, in characters: rows may be large, memory is not.
constexpr qint64 kMostPageCharacters = 6'000'000;
/// Lengths of lists of markers, so that few statements are compiled.
constexpr int kListLengths[] = {1, 10, 100, 500};

QList<int> orderOf(const SqlReadPlan& plan, SqlPosition::Walk walk)
{
    QList<int> order = plan.use.key;
    if (walk == SqlPosition::Walk::Changes) {
        order.removeAll(plan.use.change);
        order.prepend(plan.use.change);
    }
    return order;
}

/// The cells of a plan: selected once each, keys and order columns behind them in full.
class CellList final
{
  public:
    CellList(const SqlDialect& dialect, const SqlReadPlan& plan, const QList<int>& order)
        : m_plan(plan)
    {
        for (const int column : plan.columns)
            m_places += column >= 0 ? add(dialect.cellText(plan.use.table.columns[column])) : -1;
        for (const int column : plan.use.key)
            m_keys += add(dialect.positionText(plan.use.table.columns[column]));
        for (const int column : order)
            m_order += add(dialect.positionText(plan.use.table.columns[column]));
    }

    [[nodiscard]] QString text() const { return m_cells.isEmpty() ? u"1"_s : m_cells.join(u", "_s); }

    /// Appends the row; false when the page is full.
    bool take(const SqlRow& row, SqlRows& rows)
    {
        model::Record record(m_plan.shape);
        QString key;
        if (!m_keys.isEmpty()) {
            QStringList parts;
            for (const int place : m_keys)
                parts += row.text(place);
            key = joinedKey(parts);
        }
        for (int slot = 0; slot < m_places.size(); ++slot) {
            if (m_plan.columns[slot] == SqlReadPlan::kKey) {
                record.set(slot, model::Value(key));
            } else if (m_places[slot] >= 0 && !row.isNull(m_places[slot])) {
                const SqlColumn& column = m_plan.use.table.columns[m_plan.columns[slot]];
                const QString cell = row.text(m_places[slot]);
                m_characters += cell.size();
                model::Value value = sqlCell(cell, column, m_plan.localZone);
                if (auto fault = cellFault(cell, value, column))
                    rows.faults.insert(rows.records.size(), *fault);
                record.set(slot, std::move(value));
            }
        }
        if (!m_order.isEmpty()) {
            rows.position.after.clear();
            for (const int place : m_order)
                rows.position.after += row.text(place);
        }
        rows.records += std::move(record);
        rows.keys += key;
        return m_characters < kMostPageCharacters;
    }

  private:
    int add(const QString& cell)
    {
        const qsizetype known = m_cells.indexOf(cell);
        if (known >= 0) return int(known);
        m_cells += cell;
        return int(m_cells.size() - 1);
    }

    const SqlReadPlan& m_plan;
    QStringList m_cells;
    QList<int> m_places;
    QList<int> m_keys;
    QList<int> m_order;
    qint64 m_characters = 0;
};

/// Conditions with their values, in the order in which the markers stand.
struct Conditions {
    QStringList terms;
    QVariantList values;

    void add(const QString& term, const SqlDialect& dialect, const SqlColumn& column, const QString& value)
    {
        terms += term;
        values += dialect.boundText(value, column);
    }
    [[nodiscard]] QString text() const
    {
        return terms.isEmpty() ? QString() : u" WHERE "_s + terms.join(u" AND "_s);
    }
};

/// Rows behind `after` in the order of `columns`.
void addBehind(Conditions& conditions, const SqlDialect& dialect, const SqlTable& table,
               const QList<int>& columns, const QStringList& after)
{
    QStringList names;
    QStringList markers;
    QVariantList values;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const SqlColumn& column = table.columns[columns[i]];
        names += dialect.quoted(column.name);
        markers += dialect.marker(column);
        values += dialect.boundText(after[i], column);
    }
    if (columns.size() == 1) {
        conditions.terms += names[0] + u" > "_s + markers[0];
        conditions.values += values;
        return;
    }
    if (dialect.comparesRows()) {
        conditions.terms += u"("_s + names.join(u", "_s) + u") > ("_s + markers.join(u", "_s) + u")"_s;
        conditions.values += values;
        return;
    }
    // The first term lets an index over the first column help.
    conditions.terms += names[0] + u" >= "_s + markers[0];
    conditions.values += values[0];
    QStringList ways;
    for (qsizetype last = 0; last < columns.size(); ++last) {
        QStringList terms;
        for (qsizetype i = 0; i < last; ++i)
            terms += names[i] + u" = "_s + markers[i];
        terms += names[last] + u" > "_s + markers[last];
        ways += u"("_s + terms.join(u" AND "_s) + u")"_s;
        conditions.values += values.mid(0, last + 1);
    }
    conditions.terms += u"("_s + ways.join(u" OR "_s) + u")"_s;
}

Result<std::optional<QString>> lastStamp(SqlSession& session, const SqlReadPlan& plan, int column)
{
    const SqlDialect& dialect = session.dialect();
    const SqlColumn& described = plan.use.table.columns[column];
    const QString name = dialect.quoted(described.name);
    std::optional<QString> last;
    const QString from = dialect.tableText(plan.use.table.name) + u" AS t WHERE "_s + name +
                         u" IS NOT NULL ORDER BY t."_s + name + u" DESC"_s;
    auto read = session.query(dialect.selectText(dialect.positionText(described), from, 1), {},
                              [&](const SqlRow& row) {
                                  last = row.text(0);
                                  return false;
                              });
    if (!read) return fail(read.error());
    return last;
}

Conditions conditionsOf(const SqlDialect& dialect, const SqlReadPlan& plan, const SqlPosition& position,
                        const QList<int>& order)
{
    using Walk = SqlPosition::Walk;
    const SqlTable& table = plan.use.table;
    Conditions conditions;
    for (const int column : order) {
        const SqlColumn& described = table.columns[column];
        if (described.nullable) conditions.terms += dialect.quoted(described.name) + u" IS NOT NULL"_s;
    }
    const SqlColumn& first = table.columns[order.first()];
    if (position.walk == Walk::Blanks)
        conditions.terms += dialect.quoted(table.columns[plan.use.change].name) + u" IS NULL"_s;
    if (!position.after.isEmpty())
        addBehind(conditions, dialect, table, order, position.after);
    else if (position.walk == Walk::Changes && !position.from.isEmpty())
        conditions.add(dialect.quoted(first.name) + u" >= "_s + dialect.marker(first), dialect, first,
                       position.from);
    if (position.bound && position.walk != Walk::Blanks)
        conditions.add(dialect.quoted(first.name) + u" <= "_s + dialect.marker(first), dialect, first,
                       *position.bound);
    return conditions;
}

/// How many keys the next query names: few lengths make few statements to prepare.
qsizetype listLength(qsizetype left, qsizetype most)
{
    for (const int candidate : kListLengths) {
        if (candidate <= most && left <= candidate) return candidate;
    }
    return most;
}

/// Rows that have one of the keys in these columns; the last key fills the list up to its length.
Conditions oneOf(const SqlDialect& dialect, const SqlTable& table, const QList<int>& columns,
                 const QList<QStringList>& keys, qsizetype length)
{
    Conditions conditions;
    QStringList ways;
    const bool isSingle = columns.size() == 1;
    for (qsizetype i = 0; i < length; ++i) {
        const QStringList& parts = keys[std::min(i, keys.size() - 1)];
        QStringList terms;
        for (qsizetype c = 0; c < columns.size(); ++c) {
            const SqlColumn& column = table.columns[columns[c]];
            const QString marker = dialect.marker(column);
            terms += isSingle ? marker : dialect.quoted(column.name) + u" = "_s + marker;
            conditions.values += dialect.boundText(parts[c], column);
        }
        ways += isSingle ? terms.first() : u"("_s + terms.join(u" AND "_s) + u")"_s;
    }
    conditions.terms += isSingle ? dialect.quoted(table.columns[columns.first()].name) + u" IN ("_s +
                                       ways.join(u", "_s) + u")"_s
                                 : u"("_s + ways.join(u" OR "_s) + u")"_s;
    return conditions;
}

} // namespace

Result<SqlReadPlanPtr> planSqlRead(const TableUse& use, QStringList paths, const QStringList& optional,
                                   const QByteArray& localZone)
{
    auto plan = std::make_shared<SqlReadPlan>();
    plan->use = use;
    plan->localZone = localZone;
    if (paths.isEmpty()) {
        if (!use.key.isEmpty()) paths += kKeyField;
        for (const SqlColumn& column : use.table.columns)
            paths += fieldName(column.name);
    }
    paths.removeDuplicates();
    for (const QString& path : paths) {
        const bool key = path == kKeyField && !use.key.isEmpty();
        const int column = key ? SqlReadPlan::kKey : use.table.column(columnName(path));
        if (column == SqlReadPlan::kBlank && !optional.contains(path))
            return fail(ErrorKind::BadConfig, u"connector.unknown-field"_s, u"no column "_s + path,
                        {path, plainLabel(use.table.name.name), objectName(use.table.name)});
        plan->columns += column;
    }
    plan->shape = std::make_shared<const model::Shape>(paths);
    return SqlReadPlanPtr(plan);
}

Result<SqlRows> readOn(SqlSession& session, const SqlReadPlan& plan, SqlPosition position, int limit)
{
    using Walk = SqlPosition::Walk;
    const SqlDialect& dialect = session.dialect();
    SqlRows rows;
    while (true) {
        const QList<int> order = orderOf(plan, position.walk);
        if (!position.bound && position.walk != Walk::Blanks) {
            auto bound = lastStamp(session, plan, order.first());
            if (!bound) return fail(bound.error());
            position.bound = *bound;
        }
        rows.position = position;
        CellList cells(dialect, plan, order);
        const Conditions conditions = conditionsOf(dialect, plan, position, order);
        // Of the table: a bare name could mean the selected text, whose order is another one.
        QStringList names;
        for (const int column : order)
            names += u"t."_s + dialect.quoted(plan.use.table.columns[column].name);
        const QString from = dialect.tableText(plan.use.table.name) + u" AS t"_s + conditions.text() +
                             u" ORDER BY "_s + names.join(u", "_s);
        auto read = session.query(dialect.selectText(cells.text(), from, limit), conditions.values,
                                  [&](const SqlRow& row) {
                                      if (cells.take(row, rows)) return true;
                                      rows.cut = true;
                                      return false;
                                  });
        if (!read) return fail(read.error());
        rows.finished = !rows.cut && rows.records.size() < limit;
        if (!rows.finished || position.walk != Walk::Blanks) return rows;
        // The blanks are through; what has a stamp comes next.
        rows.finished = false;
        rows.position = SqlPosition{Walk::Changes, {}, {}, {}};
        if (!rows.records.isEmpty()) return rows;
        position = rows.position;
    }
}

Result<SqlRows> readWhere(SqlSession& session, const SqlReadPlan& plan, const QList<int>& columns,
                          const QStringList& values)
{
    const SqlDialect& dialect = session.dialect();
    const SqlTable& table = plan.use.table;
    QList<QStringList> wanted;
    for (const QString& value : values) {
        const QStringList parts = columns.size() == 1 ? QStringList{value} : keyParts(value);
        bool fits = parts.size() == columns.size();
        for (qsizetype i = 0; fits && i < parts.size(); ++i)
            fits = fitsColumn(parts[i], table.columns[columns[i]]);
        if (fits) wanted += parts; // any other cannot be there
    }
    SqlRows rows;
    const qsizetype most = std::min<qsizetype>(kListLengths[3], dialect.mostMarkers() / columns.size());
    CellList cells(dialect, plan, {});
    for (qsizetype at = 0; at < wanted.size();) {
        const qsizetype length = listLength(wanted.size() - at, most);
        const Conditions conditions = oneOf(dialect, table, columns, wanted.mid(at, length), length);
        auto read = session.query(
            dialect.selectText(cells.text(), dialect.tableText(table.name) + conditions.text(), 0),
            conditions.values, [&](const SqlRow& row) {
                cells.take(row, rows);
                return true;
            });
        if (!read) return fail(read.error());
        at += length;
    }
    rows.finished = true;
    return rows;
}

Result<void> startAll(SqlSession& session, const SqlReadPlan& plan, int most)
{
    const CellList cells(session.dialect(), plan, {});
    return session.start(
        session.dialect().selectText(cells.text(), session.dialect().tableText(plan.use.table.name), most),
        {});
}

Result<SqlRows> takeMore(SqlSession& session, const SqlReadPlan& plan, int limit)
{
    SqlRows rows;
    CellList cells(session.dialect(), plan, {});
    auto more = session.take(limit, [&](const SqlRow& row) { return cells.take(row, rows); });
    if (!more) return fail(more.error());
    rows.finished = !*more;
    return rows;
}

} // namespace tieout::connectors
