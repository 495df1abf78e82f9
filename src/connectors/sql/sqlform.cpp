#include "connectors/sql/sqlform.h"

#include "connectors/sql/sqlsettings.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using Kind = model::FormField::Kind;

namespace {

Kind kindOf(SqlSettingField::Kind kind)
{
    switch (kind) {
    case SqlSettingField::Kind::Text:
        return Kind::Text;
    case SqlSettingField::Kind::Number:
        return Kind::Number;
    case SqlSettingField::Kind::Secret:
        return Kind::Secret;
    case SqlSettingField::Kind::Choice:
        return Kind::Choice;
    case SqlSettingField::Kind::File:
        return Kind::File;
    }
    return Kind::Text;
}

/// What a person cannot do without, where it is asked at all.
bool isNeeded(const QString& name)
{
    return name == "database"_L1 || name == "user"_L1 || name == "file"_L1;
}

} // namespace

QList<model::FormField> sqlForm()
{
    QList<model::FormField> form;
    for (const auto& setting : sqlSettingFields()) {
        model::FormField field;
        field.name = setting.name;
        field.label = setting.label;
        field.kind = kindOf(setting.kind);
        field.hint = setting.help;
        field.fallback = setting.fallback;
        for (const auto& option : setting.options)
            field.options.append({option.value, option.label});
        field.optional = !isNeeded(setting.name);
        field.advanced = setting.advanced;
        if (!setting.databases.isEmpty()) field.dependsOn = u"kind"_s;
        field.dependsValues = setting.databases;
        form += field;
    }
    return form;
}

} // namespace tieout::connectors
