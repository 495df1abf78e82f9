#include "store/database.h"

#include "store/databaseimpl.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Database::Database(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
Database::~Database() = default;

Result<qint64> Database::execute(const QString& sql, const QVariantList& values)
{
    auto done = m_impl->run(sql, values);
    if (!done) return fail(std::move(done.error()));
    return qint64((*done)->query.numRowsAffected());
}

Result<void> Database::query(const QString& sql, const QVariantList& values,
                             const std::function<bool(const Row&)>& row)
{
    auto started = m_impl->run(sql, values);
    if (!started) return fail(std::move(started.error()));
    Impl::Compiled& compiled = **started;
    compiled.reading = true;
    const Row current(&compiled.query);
    bool wanted = true;
    while (wanted && compiled.query.next())
        wanted = row(current);
    compiled.reading = false;
    const QSqlError error = compiled.query.lastError();
    compiled.query.finish();
    if (wanted && error.isValid()) return fail(sqlError(error, sql));
    return {};
}

Result<void> Database::executeMany(const QString& sql, const QList<QVariantList>& rows)
{
    for (const QVariantList& values : rows) {
        if (auto done = m_impl->run(sql, values); !done) return fail(std::move(done.error()));
    }
    return {};
}

qint64 Database::lastInsertId() const
{
    return m_impl->lastInsertId();
}

Result<qint64> Database::intern(const QString& word)
{
    auto known = interned(word);
    if (!known || *known >= 0) return known;
    auto added = m_impl->run(u"INSERT INTO word (text) VALUES (?)"_s, {word});
    if (!added) return fail(std::move(added.error()));
    const qint64 number = m_impl->lastInsertId();
    m_impl->words.insert(word, number);
    return number;
}

Result<qint64> Database::interned(const QString& word)
{
    if (const auto known = m_impl->words.constFind(word); known != m_impl->words.constEnd()) return *known;
    qint64 number = -1;
    auto read = query(u"SELECT id FROM word WHERE text = ?"_s, {word}, [&number](const Row& row) {
        number = row.integer(0);
        return false;
    });
    if (!read) return fail(std::move(read.error()));
    if (number >= 0) m_impl->words.insert(word, number);
    return number;
}

namespace {

QVariant cell(const void* query, int column)
{
    return static_cast<const QSqlQuery*>(query)->value(column);
}

} // namespace

QString Database::Row::text(int column) const
{
    return cell(m_query, column).toString();
}

qint64 Database::Row::integer(int column) const
{
    return cell(m_query, column).toLongLong();
}

bool Database::Row::isNull(int column) const
{
    return static_cast<const QSqlQuery*>(m_query)->isNull(column);
}

QByteArray Database::Row::bytes(int column) const
{
    const QVariant value = cell(m_query, column);
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
}

std::optional<Instant> Database::Row::instant(int column) const
{
    if (isNull(column)) return std::nullopt;
    return instantFromMs(integer(column));
}

std::optional<Decimal> Database::Row::decimal(int column) const
{
    if (isNull(column)) return std::nullopt;
    const QString digits = text(column);
    auto parsed = Decimal::parse(QStringView(digits));
    if (!parsed) return std::nullopt;
    return *parsed;
}

} // namespace tieout::store
