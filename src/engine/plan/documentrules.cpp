#include "engine/plan/documentrules.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

namespace {

const QString kStatus = u"Status"_s;
const QString kDate = u"Date"_s;
const QString kDueDate = u"DueDate"_s;
const QString kDraft = u"DRAFT"_s;

int slotOf(const model::Record& record, const QString& name)
{
    return record.shape() ? record.shape()->slot(name) : -1;
}

} // namespace

DocumentRules::DocumentRules(const model::FlowRules& rules, const connectors::ReferenceData& reference)
    : m_status(rules.status)
    , m_lockRule(rules.lockDate)
    , m_locked(lastClosedDay(reference))
{
}

bool DocumentRules::isClosed(Date date) const
{
    return m_locked.isValid() && date <= m_locked;
}

void DocumentRules::apply(model::Record& document) const
{
    const int status = slotOf(document, kStatus);
    if (status >= 0 && !m_status.isEmpty()) document.set(status, model::Value(m_status));
    const int slot = slotOf(document, kDate);
    const Date* date = slot < 0 ? nullptr : document.at(slot).date();
    if (!date || !isClosed(*date)) return;
    if (m_lockRule == "draft"_L1 && status >= 0) {
        document.set(status, model::Value(kDraft));
    } else if (m_lockRule == "next-open-day"_L1) {
        const Date open = m_locked.addDays(1);
        document.set(slot, model::Value(open));
        // A document is not due before its own day.
        const int due = slotOf(document, kDueDate);
        const Date* dueDate = due < 0 ? nullptr : document.at(due).date();
        if (dueDate && *dueDate < open) document.set(due, model::Value(open));
    }
}

bool DocumentRules::mayBeInClosedPeriod(const model::Record& document) const
{
    return m_lockRule == "draft"_L1 && document.value(kStatus).toPlainText() == kDraft;
}

} // namespace tieout::engine
