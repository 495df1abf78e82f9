#include "sandbox/xero/ledger/generalledger.h"

namespace tieout::sandbox::xero {

namespace {

LedgerEntry reversalOf(const LedgerEntry& entry, Instant when)
{
    LedgerEntry reversal = entry;
    reversal.changed = when;
    for (LedgerLine& line : reversal.lines) {
        line.net = line.net.negated();
        line.tax = line.tax.negated();
    }
    return reversal;
}

} // namespace

void GeneralLedger::follow(std::vector<LedgerEntry> entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const LedgerEntry& left, const LedgerEntry& right) {
        return left.changed < right.changed;
    });
    for (LedgerEntry& entry : entries) {
        const auto standing = m_standing.constFind(entry.source);
        if (standing != m_standing.constEnd()) {
            const LedgerEntry before = m_journals[*standing].entry;
            if (before.lines == entry.lines && before.date == entry.date) continue;
            m_standing.erase(standing);
            add(reversalOf(before, entry.changed));
        }
        if (entry.lines.empty()) continue;
        m_standing.insert(entry.source, m_journals.size());
        add(std::move(entry));
    }
}

void GeneralLedger::add(LedgerEntry entry)
{
    GeneralJournal journal;
    journal.number = int(m_journals.size()) + 1;
    journal.id = QUuid::createUuidV5(entry.source, QByteArray::number(journal.number));
    journal.entry = std::move(entry);
    m_journals.push_back(std::move(journal));
}

} // namespace tieout::sandbox::xero
