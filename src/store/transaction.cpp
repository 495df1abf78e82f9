#include "store/transaction.h"

#include "store/databaseimpl.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Transaction>> Transaction::begin(Database& database, Kind kind)
{
    // A writer takes its lock at once: a later upgrade could fail half-way through the work.
    auto begun = database.execute(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun) return fail(std::move(begun.error()));
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    auto done = m_database.execute(u"COMMIT"_s);
    if (!done) {
        rollback();
        return fail(std::move(done.error()));
    }
    m_open = false;
    return {};
}

void Transaction::rollback()
{
    // Failing means that the database has undone it already.
    if (std::exchange(m_open, false)) (void)m_database.m_impl->undo(u"ROLLBACK"_s);
}

Result<void> Transaction::mark()
{
    auto done = m_database.execute(u"SAVEPOINT piece"_s);
    if (!done) return fail(std::move(done.error()));
    return {};
}

Result<void> Transaction::keep()
{
    auto done = m_database.execute(u"RELEASE SAVEPOINT piece"_s);
    if (!done) return fail(std::move(done.error()));
    return {};
}

bool Transaction::undo()
{
    return m_database.m_impl->undo(u"ROLLBACK TO SAVEPOINT piece"_s) &&
           m_database.m_impl->undo(u"RELEASE SAVEPOINT piece"_s);
}

} // namespace tieout::store
