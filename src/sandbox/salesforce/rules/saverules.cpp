#include "sandbox/salesforce/rules/saverules.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/query/rowfilter.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

bool names(const QString& pattern, QStringView name)
{
    return pattern.isEmpty() || name.compare(pattern, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<RowError> SaveRules::obstacle(int object, QStringView operation, const QString& recordId)
{
    for (SaveObstacle& one : m_organisation.editAdministration().obstacles) {
        if (one.left == 0 || !names(one.object, m_organisation.type(object).name) ||
            !names(one.operation, operation))
            continue;
        if (++one.seen % one.every != 0) continue;
        if (one.left > 0) --one.left;
        QString message = one.message;
        if (one.code == u"UNABLE_TO_LOCK_ROW" && !recordId.isEmpty())
            message += u" or 1 records: "_s + recordId;
        return RowError{one.code, message, one.fields};
    }
    return {};
}

std::optional<RowError> SaveRules::brokenValidation(int object, RowNumber row) const
{
    for (const ValidationRule& rule : m_organisation.administration().validations) {
        if (!names(rule.object, m_organisation.type(object).name)) continue;
        const auto query = parseSoql(u"SELECT Id FROM "_s + rule.object + u" WHERE "_s + rule.when,
                                     utcDate(m_organisation.now()));
        const auto filter = query ? RowFilter::compile(m_organisation, object, *query->where, *query)
                                  : SoqlResult<RowFilter>(tl::unexpected(query.error()));
        if (!filter) {
            return RowError{u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                            u"The practice rule cannot be read: "_s + filter.error().message,
                            {}};
        }
        if (!filter->matches(row)) continue;
        const QStringList fields = rule.field.isEmpty() ? QStringList() : QStringList{rule.field};
        return RowError{u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s, rule.message, fields};
    }
    return {};
}

std::optional<RowError> SaveRules::duplicate(int object, RowNumber row, const SaveOptions& options) const
{
    for (const DuplicateRule& rule : m_organisation.administration().duplicates) {
        if (!names(rule.object, m_organisation.type(object).name)) continue;
        if (!rule.blocks && options.allowsDuplicates) continue;
        const std::vector<RowNumber> found = matches(object, row, rule);
        if (found.empty()) continue;
        return RowError{u"DUPLICATES_DETECTED"_s,
                        u"Use one of these records?"_s,
                        {},
                        describe(object, found, rule, options)};
    }
    return {};
}

std::vector<RowNumber> SaveRules::matches(int object, RowNumber row, const DuplicateRule& rule) const
{
    const auto value = [&](RowNumber of, const QString& field) {
        return fragmentText(m_organisation.cell(object, of, field)).simplified().toCaseFolded();
    };
    const QString& first = rule.fields.first();
    const QString key = fragmentText(m_organisation.cell(object, row, first));
    if (key.isEmpty()) return {};
    std::vector<RowNumber> found =
        m_organisation.rowsWith(object, m_organisation.type(object).find(first), key);
    std::erase_if(found, [&](RowNumber other) {
        return other == row || std::any_of(rule.fields.begin(), rule.fields.end(), [&](const QString& field) {
                   return value(other, field) != value(row, field);
               });
    });
    return found;
}

Json SaveRules::describe(int object, const std::vector<RowNumber>& rows, const DuplicateRule& rule,
                         const SaveOptions& options) const
{
    const ObjectType& type = m_organisation.type(object);
    Json records = Json::array();
    for (const RowNumber row : rows) {
        Json record = Json::object({{u"attributes"_s, Json::object({{u"type"_s, type.name}})},
                                    {u"Id"_s, m_organisation.table(object).row(row).id.toString()}});
        for (const QString& field : options.showsDuplicates ? rule.fields : QStringList())
            record.set(type.field(type.find(field)).name,
                       fragmentJson(m_organisation.cell(object, row, field)));
        records.append(Json::object({{u"additionalInformation"_s, Json::array()},
                                     {u"fieldDiffs"_s, Json::array()},
                                     {u"matchConfidence"_s, Json(100)},
                                     {u"record"_s, record}}));
    }
    const Json result = Json::object({{u"entityType"_s, type.name},
                                      {u"errors"_s, Json::array()},
                                      {u"matchEngine"_s, u"ExactMatchEngine"_s},
                                      {u"matchRecords"_s, records},
                                      {u"rule"_s, u"Practice_Matching_Rule"_s},
                                      {u"size"_s, Json(qint64(rows.size()))},
                                      {u"success"_s, Json(true)}});
    return Json::object({{u"allowSave"_s, Json(!rule.blocks)},
                         {u"duplicateRule"_s, rule.name},
                         {u"duplicateRuleEntityType"_s, type.name},
                         {u"errorMessage"_s, u"Use one of these records?"_s},
                         {u"matchResults"_s, Json::array({result})}});
}

} // namespace tieout::sandbox::salesforce
