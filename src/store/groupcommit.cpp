#include "store/groupcommit.h"

#include "store/transaction.h"

namespace tieout::store {

namespace {

using Tickets = std::span<detail::Ticket* const>;

void refuseAll(const std::vector<detail::Ticket*>& tickets, const Error& error)
{
    for (detail::Ticket* ticket : tickets)
        ticket->refuse(error);
}

enum class Ran : quint8 { Kept, Undone, AllLost };

/// Runs one ticket between savepoints. On AllLost `error` says why the whole transaction is gone.
Ran runMarked(Database& database, Transaction& transaction, detail::Ticket& ticket, Error& error)
{
    if (auto marked = transaction.mark(); !marked) {
        ticket.refuse(std::move(marked.error()));
        return Ran::Undone;
    }
    if (const Error* failed = ticket.run(database)) {
        error = *failed;
        return transaction.undo() ? Ran::Undone : Ran::AllLost;
    }
    if (auto kept = transaction.keep(); !kept) {
        error = kept.error();
        ticket.refuse(std::move(kept.error()));
        return transaction.undo() ? Ran::Undone : Ran::AllLost;
    }
    return Ran::Kept;
}

void commitAlone(Database& database, Transaction& transaction, detail::Ticket& ticket)
{
    if (ticket.run(database)) return;
    if (auto done = transaction.commit(); !done) ticket.refuse(std::move(done.error()));
}

/// One transaction over the tickets; returns how many it has dealt with (fewer when the database gave up).
size_t commitSome(Database& database, Transaction& transaction, Tickets tickets)
{
    std::vector<detail::Ticket*> kept;
    for (size_t index = 0; index < tickets.size(); ++index) {
        Error error;
        const Ran ran = runMarked(database, transaction, *tickets[index], error);
        if (ran == Ran::Kept) kept.push_back(tickets[index]);
        if (ran == Ran::AllLost) {
            refuseAll(kept, error);
            return index + 1;
        }
    }
    if (kept.empty()) return tickets.size();
    if (auto done = transaction.commit(); !done) refuseAll(kept, done.error());
    return tickets.size();
}

} // namespace

void commitTogether(Database& database, Tickets tickets)
{
    while (!tickets.empty()) {
        auto transaction = Transaction::begin(database, Transaction::Kind::Write);
        if (!transaction) {
            refuseAll({tickets.begin(), tickets.end()}, transaction.error());
            return;
        }
        if (tickets.size() == 1) {
            commitAlone(database, **transaction, *tickets.front());
            return;
        }
        tickets = tickets.subspan(commitSome(database, **transaction, tickets));
    }
}

void readOnce(Database& database, detail::Ticket& ticket)
{
    auto transaction = Transaction::begin(database, Transaction::Kind::Read);
    if (!transaction) {
        ticket.refuse(std::move(transaction.error()));
        return;
    }
    if (ticket.run(database)) return;
    if (auto done = (*transaction)->commit(); !done) ticket.refuse(std::move(done.error()));
}

} // namespace tieout::store
