#include "store/databaseimpl.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

/// Lists of ids and filters give a few shapes each; far more means that values were pasted into SQL.
constexpr qsizetype kMostStatements = 400;
/// The longest list of ids with what stands before it.
constexpr qsizetype kMostValues = 500;

// Primary result codes of SQLite (sqlite.org/rescode.html); extended codes carry them in the low byte.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kNotADatabase = 26;

QString codeOf(int primary)
{
    switch (primary) {
    case kFull:
        return u"store.full"_s;
    case kReadOnly:
        return u"store.read-only"_s;
    case kBusy:
    case kLocked:
        return u"store.busy"_s;
    case kCorrupt:
    case kNotADatabase:
        return u"store.damaged"_s;
    case kIoError:
        return u"store.io"_s;
    case kCannotOpen:
        return u"store.open"_s;
    default:
        return u"store.statement"_s;
    }
}

tl::unexpected<Error> misuse(const QString& what, const QString& sql)
{
    return fail(ErrorKind::Bug, u"store.statement"_s, what + u": "_s + sql.left(200));
}

/// Names of the values: binding by number, QSqlQuery (6.4) makes such a name for each value anew, which cost
/// a fifth of all the store's time.
const QStringList& placeholders()
{
    static const QStringList kNames = [] {
        QStringList names;
        for (int i = 0; i < kMostValues; ++i)
            names.append(u":v"_s + QString::number(i));
        return names;
    }();
    return kNames;
}

/// Each ? outside of quotes becomes its name.
QString withNames(const QString& sql)
{
    QString named;
    named.reserve(sql.size() * 2);
    bool quoted = false;
    qsizetype next = 0;
    for (const QChar character : sql) {
        if (character == u'\'') quoted = !quoted;
        if (character == u'?' && !quoted && next < kMostValues)
            named += placeholders().at(next++);
        else
            named += character;
    }
    return named;
}

bool bindAll(QSqlQuery& query, const QVariantList& values)
{
    for (int position = 0; position < values.size(); ++position) {
        const QVariant& value = values.at(position);
        const int type = value.typeId();
        if (type == QMetaType::Double || type == QMetaType::Float) return false;
        // The driver stores a null QString as NULL.
        if (type == QMetaType::QString && static_cast<const QString*>(value.constData())->isNull())
            query.bindValue(placeholders().at(position), QString(u""_s));
        else
            query.bindValue(placeholders().at(position), value);
    }
    return true;
}

} // namespace

Error sqlError(const QSqlError& error, const QString& sql)
{
    return errorOf(ErrorKind::LocalFault, codeOf(error.nativeErrorCode().toInt() & 0xff),
                   error.databaseText() + u" ("_s + error.nativeErrorCode() + u"): "_s + sql.left(200));
}

Database::Impl::Impl(QSqlDatabase connection, std::shared_ptr<StatementProbe> probe)
    : m_connection(std::move(connection))
    , m_probe(std::move(probe))
{
}

Database::Impl::~Impl()
{
    const QString name = m_connection.connectionName();
    m_last.reset();
    m_statements.clear();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::shared_ptr<Database::Impl::Compiled>> Database::Impl::compiled(const QString& sql,
                                                                           qsizetype values)
{
    const auto known = m_statements.constFind(sql);
    if (known != m_statements.constEnd() && !(*known)->reading) {
        if ((*known)->values != values) return misuse(u"wrong number of values"_s, sql);
        return *known;
    }
    auto fresh = std::make_shared<Compiled>(m_connection);
    fresh->query.setForwardOnly(true);
    fresh->values = values;
    if (values > kMostValues) return misuse(u"too many values"_s, sql);
    if (!fresh->query.prepare(withNames(sql))) return fail(sqlError(fresh->query.lastError(), sql));
    if (m_statements.size() >= kMostStatements) m_statements.clear();
    if (known == m_statements.constEnd() || !m_statements.contains(sql)) m_statements.insert(sql, fresh);
    return fresh;
}

Result<std::shared_ptr<Database::Impl::Compiled>> Database::Impl::run(const QString& sql,
                                                                      const QVariantList& values)
{
    if (auto met = m_probe->ask(sql)) return fail(std::move(*met));
    auto statement = compiled(sql, values.size());
    if (!statement) return statement;
    QSqlQuery& query = (*statement)->query;
    if (!bindAll(query, values)) return misuse(u"a double as a value"_s, sql);
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        return fail(sqlError(error, sql));
    }
    m_last = *statement;
    return statement;
}

qint64 Database::Impl::lastInsertId() const
{
    return m_last ? m_last->query.lastInsertId().toLongLong() : 0;
}

bool Database::Impl::undo(const QString& sql)
{
    words.clear();
    QSqlQuery query(m_connection);
    return query.exec(sql);
}

} // namespace tieout::store
