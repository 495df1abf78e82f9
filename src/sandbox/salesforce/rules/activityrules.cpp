#include "sandbox/salesforce/rules/activityrules.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qint64 kArchiveDays = 365;
constexpr qint64 kMinuteMs = 60'000;

} // namespace

std::optional<RowError> ActivityRules::beforeSave(int object, Draft& draft, RowNumber self) const
{
    switch (object) {
    case kTask:
        return checkTask(draft);
    case kEvent:
        return checkEvent(draft);
    case kCase:
        deriveCase(draft, self);
        return {};
    default:
        deriveLeadName(draft);
        return {};
    }
}

std::optional<RowError> ActivityRules::checkTask(Draft& draft) const
{
    if (auto wrong = checkSubjects(kTask, draft)) return wrong;
    const auto text = [&](QStringView field) {
        return fragmentText(m_organisation.draftCell(kTask, draft, field));
    };
    const bool closed = text(u"Status") == u"Completed";
    const bool wasClosed = m_organisation.draftCell(kTask, draft, u"IsClosed") == "true";
    m_organisation.setCell(kTask, draft, u"IsClosed", boolFragment(closed));
    m_organisation.setCell(kTask, draft, u"IsHighPriority", boolFragment(text(u"Priority") == u"High"));
    if (closed != wasClosed) {
        m_organisation.setCell(kTask, draft, u"CompletedDateTime",
                               closed ? stampFragment(msSinceEpoch(m_organisation.now())) : std::string());
    }
    deriveAccount(kTask, draft);
    archive(kTask, draft, closed ? text(u"ActivityDate") : QString());
    return {};
}

std::optional<RowError> ActivityRules::checkEvent(Draft& draft) const
{
    if (auto wrong = checkSubjects(kEvent, draft)) return wrong;
    const auto moment = [&](QStringView field) -> std::optional<qint64> {
        const auto instant = parseInstant(fragmentText(m_organisation.draftCell(kEvent, draft, field)));
        return instant ? std::optional(msSinceEpoch(*instant)) : std::nullopt;
    };
    auto start = moment(u"StartDateTime");
    if (!start) start = moment(u"ActivityDateTime");
    const std::string_view length = m_organisation.draftCell(kEvent, draft, u"DurationInMinutes");
    auto end = moment(u"EndDateTime");
    if (start && !length.empty() && !end)
        end = *start + fragmentNumber(length).toInteger().value_or(0) * kMinuteMs;
    if (!start || !end) {
        return RowError{u"REQUIRED_FIELD_MISSING"_s,
                        u"Required fields are missing: [DurationInMinutes, ActivityDateTime]"_s,
                        {u"DurationInMinutes"_s, u"ActivityDateTime"_s}};
    }
    if (*end < *start) {
        return RowError{u"FIELD_INTEGRITY_EXCEPTION"_s,
                        u"Event duration can't be negative: "_s +
                            QString::number((*end - *start) / kMinuteMs),
                        {u"DurationInMinutes"_s}};
    }
    m_organisation.setCell(kEvent, draft, u"StartDateTime", stampFragment(*start));
    m_organisation.setCell(kEvent, draft, u"ActivityDateTime", stampFragment(*start));
    m_organisation.setCell(kEvent, draft, u"EndDateTime", stampFragment(*end));
    m_organisation.setCell(kEvent, draft, u"DurationInMinutes", std::to_string((*end - *start) / kMinuteMs));
    const QString day = formatDate(utcDate(instantFromMs(*start)));
    m_organisation.setCell(kEvent, draft, u"ActivityDate", textFragment(day));
    deriveAccount(kEvent, draft);
    archive(kEvent, draft, day);
    return {};
}

void ActivityRules::deriveCase(Draft& draft, RowNumber self) const
{
    if (self == kNoRow) {
        const auto number = qulonglong(m_organisation.table(kCase).size()) + 1000;
        m_organisation.setCell(kCase, draft, u"CaseNumber",
                               textFragment(QString::number(number).rightJustified(8, u'0')));
    }
    const bool closed = fragmentText(m_organisation.draftCell(kCase, draft, u"Status")) == u"Closed";
    const bool wasClosed = m_organisation.draftCell(kCase, draft, u"IsClosed") == "true";
    m_organisation.setCell(kCase, draft, u"IsClosed", boolFragment(closed));
    if (closed != wasClosed) {
        m_organisation.setCell(kCase, draft, u"ClosedDate",
                               closed ? stampFragment(msSinceEpoch(m_organisation.now())) : std::string());
    }
    const RowNumber contact = m_organisation.draftReference(kCase, draft, u"ContactId");
    if (contact != kNoRow && m_organisation.draftReference(kCase, draft, u"AccountId") == kNoRow) {
        m_organisation.setReference(kCase, draft, u"AccountId",
                                    m_organisation.reference(kContact, contact, u"AccountId"));
    }
}

void ActivityRules::deriveLeadName(Draft& draft) const
{
    const QString first = fragmentText(m_organisation.draftCell(kLead, draft, u"FirstName"));
    const QString last = fragmentText(m_organisation.draftCell(kLead, draft, u"LastName"));
    m_organisation.setCell(kLead, draft, u"Name", textFragment(first.isEmpty() ? last : first + u' ' + last));
}

std::optional<RowError> ActivityRules::checkSubjects(int object, const Draft& draft) const
{
    const ObjectType& type = m_organisation.type(object);
    const Field& who = type.field(type.find(u"WhoId"));
    const Field& what = type.field(type.find(u"WhatId"));
    const bool lead = draft.references[size_t(who.slot) + 1] != kNoRow;
    const auto first = draft.references.begin() + what.slot;
    const bool about =
        std::any_of(first, first + what.targets.size(), [](RowNumber row) { return row != kNoRow; });
    if (!lead || !about) return {};
    return RowError{u"FIELD_INTEGRITY_EXCEPTION"_s,
                    u"If the name is a lead, the related-to field must be empty."_s,
                    {u"WhatId"_s}};
}

void ActivityRules::deriveAccount(int object, Draft& draft) const
{
    const ObjectType& type = m_organisation.type(object);
    const auto target = [&](QStringView field, QStringView of) {
        const Field& one = type.field(type.find(field));
        const qsizetype at = one.targets.indexOf(of);
        return at < 0 ? kNoRow : draft.references[size_t(one.slot) + size_t(at)];
    };
    RowNumber account = target(u"WhatId", u"Account");
    const RowNumber opportunity = target(u"WhatId", u"Opportunity");
    if (account == kNoRow && opportunity != kNoRow)
        account = m_organisation.reference(kOpportunity, opportunity, u"AccountId");
    const RowNumber contact = target(u"WhoId", u"Contact");
    if (account == kNoRow && contact != kNoRow)
        account = m_organisation.reference(kContact, contact, u"AccountId");
    m_organisation.setReference(object, draft, u"AccountId", account);
}

void ActivityRules::archive(int object, Draft& draft, const QString& day) const
{
    const auto date = parseDate(day);
    const bool old = date && date->daysTo(utcDate(m_organisation.now())) > kArchiveDays;
    m_organisation.setCell(object, draft, u"IsArchived", boolFragment(old));
}

} // namespace tieout::sandbox::salesforce
